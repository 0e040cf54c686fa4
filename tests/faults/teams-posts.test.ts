import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { idFromKey } from '../../src/text/key-id.ts'
import { textsFor } from '../../src/texts/texts.ts'
import { openTestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { endAll, environmentOf } from '../house/running.ts'
import { settingsFor } from '../platforms/teams/running-teams.ts'
import { createActivities, tenant } from '../standins/teams/activities.ts'
import { cardOf, wordsOf } from '../standins/teams/connector-rules.ts'
import { createTeamsStandIn, type Mishap } from '../standins/teams/server.ts'
import { tokenFor } from '../standins/teams/tokens.ts'
import { engines } from '../storage/engines.ts'
import { insist, isIdle, startCluster } from './cluster.ts'
import { tellFigures } from './figures.ts'

afterAll(endAll)

/** Kills of each setting; `FAULT_KILLS=100` for a long run, on both engines. */
const asked = Number(process.env['FAULT_KILLS'] ?? 0)
const channels = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes']
const now = '2026-07-10T10:00:00+02:00'
/** By turns: the answer is lost after the work, before it, or never comes; the last costs ten seconds and needs a third kill. */
const mishaps: Mishap['kind'][] = ['done-then-reset', 'reset', 'hang']
const settings = engines
  .map((engine) => ({ engine, replicas: engine.name === 'server' ? 2 : 1, kills: asked || 2 }))
  .slice(asked ? 0 : -1)

describe.each(settings)('$replicas on the $engine.name engine, in Teams', ({ engine, replicas, kills }) => {
  it(`no question is answered twice wherever one of ${kills} kills (-9) strikes, and whoever may have got no answer is told (O03, O04)`, {
    timeout: 600_000 + kills * 30_000,
  }, async () => {
    const place = await engine.newDatabase()
    const test = await openTestHouse(place, { now })
    await test.add('70412', samplePosting)
    await test.house.close()
    const standIn = await createTeamsStandIn()
    const activities = createActivities(standIn.serviceUrl, Date.now)
    const cluster = await startCluster(environmentOf(place, { MAATSTAF_NOW: now, ...settingsFor(standIn) }), replicas)
    const threads: { thread: string; job: (of: string) => string }[] = []

    /** In a thread of its own; as Teams does it, sent again until it is acknowledged. */
    const ask = async (name: string) => {
      const channel = `19:${name}@thread.tacv2`
      const activity = activities.message('wanneer sluit 70412?', { where: 'channel', mention: true })
      const thread = `${channel};messageid=${activity.id}`
      const body = JSON.stringify({
        ...activity,
        from: { id: `29:${name}`, name, aadObjectId: `aad-${name}` },
        conversation: { ...activity.conversation, id: thread },
        channelData: { tenant: { id: tenant }, team: { id: channel }, channel: { id: channel } },
      })
      threads.push({ thread, job: (of) => idFromKey(`post:teams:${thread}/${activity.id}/0${of}`) })
      await insist(async () => {
        const token = tokenFor(standIn.serviceUrl, standIn.key(), Math.floor(Date.now() / 1000))
        const { status } = await fetch(`${cluster.url()}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body,
        })
        return status === 200 || null
      })
    }
    const answersIn = (thread: string) => standIn.posted.filter(({ conversation }) => conversation === thread)

    for (let kill = 0; kill < kills; kill++) {
      // A turn that took its process along three times is set aside: each is under way for one kill only.
      await insist(async () => (await isIdle(cluster)) || null)
      const before = standIn.posted.length
      standIn.mishap({ kind: mishaps[kill % 3] } as Mishap)
      const round = channels.map(ask)
      if (kill % 2 === 0) await sleep(Math.random() * 200)
      else await insist(async () => standIn.posted.length > before || null)
      await Promise.all([cluster.kill(), ...round])
    }
    await insist(async () => (await isIdle(cluster)) || null)
    expect(await cluster.stop()).toEqual(Array.from({ length: replicas }, () => 0))

    const { storage } = await engine.open({ place })
    const aside = new Set((await storage.worker.setAside()).map(({ id }) => id))
    const doubtful = threads.filter(({ job }) => aside.has(job('')))
    const missing = threads.filter(({ thread }) => answersIn(thread).length === 0)
    const figures = { engine: engine.name, replicas, kills, hit: threads.length, conversations: threads.length }
    const note = `${missing.length} without an answer, ${doubtful.length} said to be doubtful`
    tellFigures({ what: 'questions in Teams', ...figures, note })
    expect(threads).toHaveLength(kills * channels.length)
    for (const { thread } of threads) {
      const answers = answersIn(thread)
      expect(answers.length, thread).toBeLessThanOrEqual(1)
      for (const { activity } of answers) expect(wordsOf(cardOf(activity))).toContain('23 juli 2026')
    }
    for (const each of missing) expect(doubtful, each.thread).toContain(each)
    const words = textsFor('nl').assistant.notDelivered
    const told = standIn.posted.filter(({ activity }) => wordsOf(cardOf(activity)).includes(words)).length
    const noticesInDoubt = doubtful.filter(({ job }) => aside.has(job('/lost'))).length
    expect(told).toBeLessThanOrEqual(doubtful.length)
    expect(told).toBeGreaterThanOrEqual(doubtful.length - noticesInDoubt)
    expect(aside.size).toBe(doubtful.length + noticesInDoubt)
    expect(standIn.complaints).toEqual([])
    await storage.close()
    await standIn.close()
    await engine.drop(place)
  })
})
