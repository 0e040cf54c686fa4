import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { endAll, environmentOf } from '../house/running.ts'
import { walkClock } from '../house/scoring-walk.ts'
import { engines, type Place, type TestEngine } from '../storage/engines.ts'
import { insist, isIdle, startCluster } from './cluster.ts'
import { tellFigures } from './figures.ts'
import { newPerson, type Person, score } from './scoring-persons.ts'

afterAll(endAll)

/** Kills of each setting; `FAULT_KILLS=100` for a long run. */
const asked = Number(process.env['FAULT_KILLS'] ?? 0)
const persons = 6
/** A turn or reading that took its process along three times is set aside: a reading must not be hit more often than this. */
const killsAStep = 2

const embedded = engines[0]!
const server = engines.find(({ name }) => name === 'server')
const settings = [
  { engine: embedded, replicas: 1, kills: asked || 5 },
  ...(server
    ? [
        { engine: server, replicas: 1, kills: asked || 2 },
        { engine: server, replicas: 3, kills: asked || 3 },
      ]
    : []),
]

describe.each(settings)('$replicas on the $engine.name engine', ({ engine, replicas, kills }) => {
  it(`a scoring goes on as if nothing had happened, wherever one of ${kills} kills (-9) strikes (P01, P07)`, {
    timeout: 600_000 + kills * 30_000,
  }, async () => {
    const place = await engine.newDatabase()
    const cluster = await startCluster(environmentOf(place, { MAATSTAF_NOW: walkClock }), replicas)
    const calm = newPerson('calm-')
    await score(cluster, calm, null, () => isIdle(cluster))

    const all: Person[] = []
    /** Scores, and lets somebody else begin as long as processes still die. */
    const goOn = async (): Promise<void> => {
      const person = newPerson(`walker-${all.length}-`)
      all.push(person)
      await score(cluster, person, calm.course, async () => false)
      if (cluster.kills() < kills && person.done) await goOn()
    }
    const going = Array.from({ length: persons }, goOn)
    const under = () => all.filter(({ done, stuck }) => !done && !stuck)
    while (cluster.kills() < kills && under().length > 0) {
      await sleep(Math.random() * 250)
      if (under().some(({ killsInStep }) => killsInStep >= killsAStep)) continue
      for (const person of under()) {
        person.kills += 1
        person.killsInStep += 1
      }
      await cluster.kill()
    }
    await Promise.all(going)
    await insist(async () => (await isIdle(cluster)) || null)
    const hit = all.reduce((sum, person) => sum + person.kills, 0)
    const figures = { engine: engine.name, replicas, kills: cluster.kills(), hit, conversations: all.length }
    tellFigures({ what: 'scorings', ...figures })

    expect(cluster.kills()).toBe(kills)
    for (const { course } of all) expect(course).toEqual(calm.course)
    expect(calm.course.at(-1)?.filter(({ text }) => text.startsWith('Bevestigd'))).toHaveLength(2)
    await cluster.stop()
    await expectKept(engine, place, all.length + 1)
    await engine.drop(place)
  })
})

/** Everybody's records are those of an undisturbed scoring, and each step was written down once. */
async function expectKept(engine: TestEngine, place: Place, count: number): Promise<void> {
  const { storage } = await engine.open({ place })
  const deeds = new Map<string, string[]>()
  for await (const { who, what } of storage.exportAudit()) deeds.set(who, [...(deeds.get(who) ?? []), what])
  const assessments = await storage.assessments.ofAssignment('70412')
  expect(assessments).toHaveLength(count)
  const judged = assessments.map(({ judgements, outcome }) => ({
    outcome,
    decisions: Object.entries(judgements)
      .map(([criterion, { decision }]) => [criterion, decision])
      .toSorted(),
  }))
  for (const each of judged) expect(each).toEqual(judged[0])
  const byPerson = [...deeds.values()].filter((whats) => whats.includes('scored'))
  expect(byPerson).toHaveLength(count)
  for (const whats of byPerson) expect(whats.toSorted()).toEqual(byPerson[0]?.toSorted())
  expect(await storage.worker.setAside()).toEqual([])
  expect(await storage.unreadable()).toEqual([])
  expect(await storage.verifyAudit()).toMatchObject({ ok: true })
  await storage.close()
}
