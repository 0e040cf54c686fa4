import { afterAll, describe, expect, it } from 'vitest'
import { endAll, environmentOf, type Running, startMain } from '../house/running.ts'
import { walkClock } from '../house/scoring-walk.ts'
import { until, type Visitor, visit } from '../house/visitor.ts'
import { type Reply, startModelServer } from '../standins/model-server.ts'
import { engines } from '../storage/engines.ts'
import { plainCv } from './scoring-persons.ts'

/** `FAULT_LONG=1`: also a model that hangs, which is waited for in full. */
const long = Boolean(process.env['FAULT_LONG'])
const saysSo = 'Het taalmodel gaf geen bruikbaar antwoord'
const nothing: Reply = { content: '{"findings":[]}' }
const troubles: [what: string, reply: Reply][] = [
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['429, soon again', { status: 429, headers: { 'retry-after': '1' } }],
  ['429, much later', { status: 429, headers: { 'retry-after': '600' } }],
  ['no money', { status: 429, body: { error: { code: 'insufficient_quota', message: 'op' } } }],
  ['a broken connection', { reset: true }],
  ['no JSON', { content: 'graag gedaan' }],
  ...(long ? ([['silence', { hang: true }]] satisfies [string, Reply][]) : []),
]

afterAll(endAll)

describe('a language model that fails while a candidate is scored (L01, L02)', () => {
  it('leaves the rules to it, says so, and loses nothing; also where the process is killed while the model keeps silent', {
    timeout: 600_000,
  }, async () => {
    const place = await engines[0]!.newPlace()
    let reply: Reply = { hang: true }
    const model = await startModelServer(() => reply)
    const environment = environmentOf(place, {
      MAATSTAF_NOW: walkClock,
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: 'stand-in',
    })
    let running: Running = await startMain(environment)
    const first = await visit(running.url)
    await first.send({ text: 'toets KV voor 70412, € 95', file: plainCv })
    await first.answer()
    await first.send({ press: /^Ja$/ })
    await until('the model to be asked', async () => model.requests.length > 0)
    await running.kill()

    const asked = model.requests.length
    reply = troubles[0]![1]
    running = await startMain(environment)
    const visitor = await visit(running.url, { cookie: first.page.cookie })
    await expectRules(visitor, troubles[0]![0])
    expect(model.requests.length).toBeGreaterThan(asked)
    for (const [what, next] of troubles.slice(1)) {
      reply = next
      const before = model.requests.length
      await visitor.send({ press: /^Opnieuw met het model$/ })
      await expectRules(visitor, what)
      expect(model.requests.length, what).toBeGreaterThan(before)
    }
    reply = nothing
    await visitor.send({ press: /^Opnieuw met het model$/ })
    const text = await answered(visitor)
    expect(text).not.toContain(saysSo)
    expect(text).toContain('Het taalmodel heeft meegelezen')

    expect(await running.stop()).toEqual({ code: 0, signal: null })
    const { storage } = await engines[0]!.open({ place })
    expect(await storage.assessments.ofAssignment('70412')).toHaveLength(1)
    expect(await storage.worker.setAside()).toEqual([])
    expect(await storage.verifyAudit()).toMatchObject({ ok: true })
    await storage.close()
    await model.close()
    await engines[0]!.drop(place)
  })
})

/** The rules did it, which is said; and it is not said that nothing left the machine, for the model was asked. */
async function expectRules(visitor: Visitor, what: string): Promise<void> {
  const text = await answered(visitor)
  expect(text, what).toContain(saysSo)
  expect(text, what).not.toMatch(/niets naar buiten/)
}

/** All that was said since the person said something. */
async function answered(visitor: Visitor): Promise<string> {
  await visitor.answer()
  const entries = await visitor.entries()
  const from = entries.findLastIndex((entry) => entry.from === 'you')
  return entries
    .slice(from + 1)
    .map(({ text }) => text)
    .join('\n')
}
