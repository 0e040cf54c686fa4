import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { endAll, environmentOf, type Running, startMain } from '../house/running.ts'
import { walkClock } from '../house/scoring-walk.ts'
import { until, visit } from '../house/visitor.ts'
import { wireTo } from '../standins/database-wire.ts'
import { engines } from '../storage/engines.ts'
import { behind } from '../storage/peek.ts'
import { insist, isIdle } from './cluster.ts'

/** `FAULT_LONG=1`: as long and as slow as P03 of the design's cases has it. */
const long = Boolean(process.env['FAULT_LONG'])
const troubles: { what: string; seconds: number; begin: keyof Begin; ready: number }[] = [
  { what: 'gone', seconds: long ? 30 : 2, begin: 'cut', ready: 503 },
  { what: 'slow: a statement takes a twentieth of a second longer', seconds: long ? 30 : 2, begin: 'slow', ready: 200 },
  // Longer than anybody waits for an answer of /readyz.
  { what: 'silent', seconds: long ? 40 : 4, begin: 'silence', ready: 503 },
]
type Wire = Awaited<ReturnType<typeof wireTo>>
type Begin = Pick<Wire, 'cut' | 'slow' | 'silence'>

const server = engines.find(({ name }) => name === 'server')
const persons = 4
/** A page waits longer than this; and whoever writes more than sixty times a minute is slowed down. */
const retryMs = 1_000
const pauseMs = long ? 2_000 : 200

afterAll(endAll)

describe.runIf(server)('a database that is gone, slow or silent for a while (P03, X05)', () => {
  it('costs time and nothing else: what was acknowledged is answered once, by the process that was there all along', {
    timeout: 600_000,
  }, async () => {
    const place = await server!.newDatabase()
    const wire = await wireTo(place.databaseUrl!)
    const running = await startMain(
      environmentOf({ ...place, databaseUrl: wire.url }, { MAATSTAF_NOW: walkClock, LOG_LEVEL: 'warn' }),
    )
    const ready = () => statusOf(running, '/readyz')
    let goesOn = true
    const questions = Array.from({ length: persons }, () => 0)
    const cookieOf = (n: number) => `maatstaf=${`asker-${n}-`.padEnd(32, '0')}`
    const asking = questions.map(async (_, n) => {
      for (let round = 0; goesOn; round++) {
        const key = `asker-${n}-${String(round).padStart(4, '0')}`
        // As the page does it: sent again under its key until it is taken.
        await insist(async () => {
          const visitor = await visit(running.url, { cookie: cookieOf(n) })
          return (await visitor.send({ text: `wanneer sluit 70412? ${round}` }, key)) === 200 || null
        }, retryMs)
        questions[n]! += 1
        await sleep(pauseMs)
      }
    })
    const more = async () => {
      const enough = questions.map((count) => count + 1)
      await until('further questions', async () => questions.every((count, n) => count >= enough[n]!))
    }
    for (const { seconds, begin, ready: expected } of troubles) {
      await more()
      expect(await ready()).toBe(200)
      const over = sleep(seconds * 1000)
      wire[begin](50)
      expect(await ready()).toBe(expected)
      expect(await statusOf(running, '/healthz')).toBe(200)
      expect(await statusOf(running, '/metrics')).toBe(200)
      await over
      wire.mend()
      wire.slow(0)
      wire.speak()
      await until('the database', async () => (await ready()) === 200)
    }
    await more()
    goesOn = false
    await Promise.all(asking)
    await insist(async () => (await isIdle({ url: () => running.url })) || null)

    const answered = await Promise.all(
      questions.map(async (_, n) => {
        const entries = await (await visit(running.url, { cookie: cookieOf(n) })).entries()
        const answers = entries.filter(({ from, text }) => from === 'maatstaf' && text.includes('70412'))
        return { asked: entries.filter(({ from }) => from === 'you').length, answers: answers.length }
      }),
    )
    expect(answered).toEqual(questions.map((count) => ({ asked: count, answers: count })))
    expect(await behind(place, (sql) => sql('SELECT kind, code FROM set_aside'))).toEqual([])
    expect(await running.stop()).toEqual({ code: 0, signal: null })
    await wire.close()
    await server!.drop(place)
  })
})

async function statusOf({ url }: Running, path: string): Promise<number> {
  return (await fetch(url + path)).status
}
