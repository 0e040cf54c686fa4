import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { parseConversation } from '../../src/assistant/turn/conversation.ts'
import { parseState } from '../../src/interview/interview.ts'
import { parsePostingsState } from '../../src/postings/postings.ts'
import { endAll, environmentOf, type Running, runMain, startMain } from '../house/running.ts'
import { walkClock } from '../house/scoring-walk.ts'
import { until, visit } from '../house/visitor.ts'
import { engines, type Place } from '../storage/engines.ts'
import { behind } from '../storage/peek.ts'
import { anAssignment } from '../storage/samples.ts'
import { insist, isIdle } from './cluster.ts'
import { makeNextVersion } from './next-version.ts'
import { newPerson, score } from './scoring-persons.ts'

/** A checkout of an earlier version, with its packages: then that one runs beside this one, instead of this one beside the next. */
const earlier = process.env['FAULT_OLD']
const server = engines.find(({ name }) => name === 'server')
const next = server && !earlier ? makeNextVersion() : null
const [before, after] = earlier ? [join(earlier, 'src/main.ts'), 'src/main.ts'] : ['src/main.ts', next?.script]

afterAll(() => {
  endAll()
  next?.remove()
})

const persons = 4

describe.runIf(server)('two versions of the program on one database (P06)', () => {
  it('every acknowledged message is answered once and a scoring goes on while one replica after the other is replaced', {
    timeout: 600_000,
  }, async () => {
    const place = await server!.newDatabase()
    const environment = environmentOf(place, { MAATSTAF_NOW: walkClock })
    const living: Running[] = [await startMain(environment, before), await startMain(environment, before)]
    let turn = 0
    const cluster = {
      url: () => living[turn++ % living.length]?.url ?? 'http://127.0.0.1:9',
      kill: async () => {},
      kills: () => 0,
      stop: () => Promise.all(living.map(async (run) => (await run.stop()).code)),
    }
    const calm = newPerson('calm-')
    await score(cluster, calm, null, () => isIdle(cluster))

    const walker = newPerson('walker-')
    const walking = score(cluster, walker, calm.course, async () => false)
    let goesOn = true
    const acknowledged = Array.from({ length: persons }, () => 0)
    const cookieOf = (n: number) => `maatstaf=${`asker-${n}-`.padEnd(32, '0')}`
    const asking = acknowledged.map(async (_, n) => {
      for (let round = 0; goesOn; round++) {
        const key = `asker-${n}-${String(round).padStart(4, '0')}`
        await insist(async () => {
          const visitor = await visit(cluster.url(), { cookie: cookieOf(n) })
          return (await visitor.send({ text: `wanneer sluit 70412? ${round}` }, key)) === 200 || null
        })
        acknowledged[n]! += 1
        await sleep(150)
      }
    })
    const more = async () => {
      const enough = acknowledged.map((count) => count + 2)
      await until('further questions', async () => acknowledged.every((count, n) => count >= enough[n]!))
    }
    await more()
    // The first of the new version works on the tables while both old ones run.
    living.push(await startMain(environment, after))
    await more()
    for (let replaced = 0; replaced < 2; replaced++) {
      const [old] = living.splice(0, 1)
      expect(await old!.stop()).toEqual({ code: 0, signal: null })
      if (replaced > 0) continue
      living.push(await startMain(environment, after))
      await more()
      if (next) await leavesTurns(living[0]!, place)
      await more()
    }
    goesOn = false
    await Promise.all([walking, ...asking])
    await insist(async () => (await isIdle(cluster)) || null)

    expect(walker.course).toEqual(calm.course)
    for (const [n, count] of acknowledged.entries()) {
      const entries = await (await visit(cluster.url(), { cookie: cookieOf(n) })).entries()
      expect(entries.filter(({ from }) => from === 'you')).toHaveLength(count)
      const answers = entries.filter(({ from }) => from === 'maatstaf')
      expect(answers).toHaveLength(count)
      for (const { text } of answers) expect(text).toContain('70412')
    }
    expect(await behind(place, (sql) => sql('SELECT kind, code FROM set_aside'))).toEqual([])
    if (next) {
      const refused = await runMain(environment, before)
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('newer version') })
    }
    expect(await cluster.stop()).toEqual([0, 0])
    await server!.drop(place)
  })
})

/** Once a newer version changed a posting, what this process knows of it is no longer so: it says so, and others take the turns. */
async function leavesTurns(old: Running, place: Place): Promise<void> {
  const ready = async () => (await fetch(`${old.url}/readyz`)).json() as Promise<{ ok: boolean }>
  expect(await ready()).toMatchObject({ ok: true })
  await behind(place, async (sql) => {
    await sql(`UPDATE assignments SET body = '{"v":2' || substring(body FROM 7) WHERE id = '70412'`)
    await sql(`SELECT pg_notify('maatstaf_assignments', '70412')`)
  })
  await until('the old one to notice', async () => !(await ready()).ok)
  expect(await ready()).toMatchObject({ parts: expect.arrayContaining([{ name: 'version', ok: false }]) })
}

describe('what a newer version of the program stored', () => {
  it('is not taken for a state to begin afresh from', () => {
    for (const parse of [parseConversation, parseState, parsePostingsState])
      expect(() => parse({ version: 2, said: 'later' })).toThrow(expect.objectContaining({ code: 'stored-newer' }))
  })

  it.each(engines)('is not written over by one that knew the posting from before ($name)', async (engine) => {
    const { storage, place, close } = await engine.open()
    const posting = anAssignment({ id: '70412' })
    await storage.assignments.save(posting)
    await storage.close()
    const newer = JSON.stringify({ v: 2, d: { ...posting, later: true } })
    await behind(place, (sql) => sql('UPDATE assignments SET body = $1', [newer]), true)
    const again = await engine.open({ place })
    for (const deed of [() => again.storage.assignments.save(posting), () => again.storage.assignments.get('70412')])
      await expect(deed()).rejects.toMatchObject({ code: 'stored-newer' })
    await again.storage.close()
    expect(await behind(place, (sql) => sql('SELECT body FROM assignments'))).toEqual([{ body: newer }])
    await close()
  })
})
