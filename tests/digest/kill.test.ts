import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import { openTestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { until } from '../house/visitor.ts'
import { createSlackStandIn } from '../standins/slack/server.ts'
import { engines } from '../storage/engines.ts'
import { aChannel } from './pretend-cluster.ts'
import { endReplicas, type Replica, startReplica, type Told } from './replica.ts'

/** `DIGEST_KILLS=300` for the long run. */
const kills = Number(process.env['DIGEST_KILLS'] ?? 20)
const server = engines.find(({ name }) => name === 'server')
const now = '2026-07-10T08:30:05+02:00'

afterAll(endReplicas)

/** When the sender of a digest is killed. */
const moments = [
  'before the call',
  'during a call that never arrives',
  'after the message is there',
  'at any time',
] as const

describe.runIf(server)('three replicas on one PostgreSQL, killed -9 around the post (D02)', () => {
  it(`show every digest once after ${kills} kills`, { timeout: 300_000 + kills * 10_000 }, async () => {
    const place = await server!.newPlace()
    const test = await openTestHouse(place, { now: '2026-07-01T07:00:00+02:00' })
    await test.add('70412', samplePosting)
    const { channels } = test.house.storage
    const standIn = await createSlackStandIn({ seconds: () => Date.now() / 1000 })
    const { workspace } = standIn
    workspace.addUser({ id: 'U1', locale: 'nl-NL' })

    let aim: { key: string; on: 'posting' | 'posted'; afterMs: number } | null = null
    const killed: Promise<void>[] = []
    const heard = (replica: Replica, { what, key }: Told) => {
      if (aim?.key !== key || aim.on !== what) return
      const { afterMs } = aim
      aim = null
      killed.push(sleep(afterMs).then(() => replica.kill()))
    }
    const start = () => startReplica(place, { now, slack: standIn }, heard)
    let replicas: Replica[] = await Promise.all([start(), start(), start()])
    const visible = (channel: string) => workspace.readAs('U1', channel).length
    const twice = (last: number) =>
      Array.from({ length: last + 1 }, (_, n) => visible(`C${n}`)).filter((shown) => shown > 1).length

    const done: Record<string, number> = {}
    for (let n = 0; n < kills; n++) {
      const moment = moments[n % moments.length]!
      const channel = `C${n}`
      const id = `slack:T1/${channel}`
      workspace.addChannel({ id: channel, kind: 'channel', members: new Set(['U1', workspace.bot.user]) })
      const address = formatAddress('slack', { team: 'T1', channel })
      await channels.set(aChannel(id, { platform: 'slack', address }))
      if (moment === 'during a call that never arrives') standIn.mishap('chat.postMessage', { kind: 'hang' })
      if (n % 8 === 6) standIn.mishap('chat.postMessage', { kind: 'reset-after' })
      const before = killed.length
      if (moment === 'at any time') {
        const victim = replicas[n % replicas.length]!
        killed.push(sleep(Math.random() * 400).then(() => victim.kill()))
      } else {
        const on = moment === 'after the message is there' ? ('posted' as const) : ('posting' as const)
        const afterMs = moment === 'during a call that never arrives' ? 50 + Math.random() * 200 : 0
        aim = { key: `digest:${id}:2026-07-10`, on, afterMs }
      }
      for (const replica of replicas) replica.look()
      await until(`kill ${n}, ${moment}`, async () => killed.length > before)
      await Promise.all(killed)
      done[moment] = (done[moment] ?? 0) + 1
      if (n % 50 === 49) console.info(`${n + 1} kills, more than once: ${twice(n)}`)
      const alive = replicas.filter((replica) => replica.isAlive())
      replicas = [...alive, ...(await Promise.all(Array.from({ length: 3 - alive.length }, start)))]
    }

    const all = Array.from({ length: kills }, (_, n) => `C${n}`)
    const end = performance.now() + 120_000
    while (all.some((channel) => visible(channel) === 0) && performance.now() < end) {
      for (const replica of replicas) replica.look()
      await sleep(500)
    }
    await until('the queues to be empty', async () => {
      const { digests, posts } = await test.house.storage.worker.depth()
      return digests.waiting + digests.active + posts.waiting + posts.active === 0
    })
    const shown = Map.groupBy(all, visible)
    console.info(`digests after ${kills} kills: ${JSON.stringify(done)}; once ${shown.get(1)?.length ?? 0}`)
    expect([...shown.keys()]).toEqual([1])
    expect(standIn.complaints).toEqual([])
    await Promise.all(replicas.map((replica) => replica.kill()))
    await test.house.close()
    await standIn.close()
    await server!.drop(place)
  })
})
