import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import { openTestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { until } from '../house/visitor.ts'
import { wireTo } from '../standins/database-wire.ts'
import { createSlackStandIn } from '../standins/slack/server.ts'
import { engines } from '../storage/engines.ts'
import { aChannel } from './pretend-cluster.ts'
import { endReplicas, startReplica, type Told } from './replica.ts'

const server = engines.find(({ name }) => name === 'server')
const key = 'digest:slack:T1/C1:2026-07-10'

afterAll(endReplicas)

/** Two replicas, one of them over a wire that can be cut, and a channel in Slack that wants the digest. */
async function twoReplicas(now: string, heard: (who: 'cut' | 'whole', told: Told) => void) {
  const place = await server!.newPlace()
  const test = await openTestHouse(place, { now: '2026-07-01T07:00:00+02:00' })
  await test.add('70412', samplePosting)
  const standIn = await createSlackStandIn({ seconds: () => Date.now() / 1000 })
  const { workspace } = standIn
  workspace.addUser({ id: 'U1', locale: 'nl-NL' })
  workspace.addChannel({ id: 'C1', kind: 'channel', members: new Set(['U1', workspace.bot.user]) })
  const wire = await wireTo(place.databaseUrl!)
  const start = (who: 'cut' | 'whole') =>
    startReplica(who === 'cut' ? { ...place, databaseUrl: wire.url } : place, { now, slack: standIn }, (_, told) =>
      heard(who, told),
    )
  const address = formatAddress('slack', { team: 'T1', channel: 'C1' })
  return {
    wire,
    start,
    visible: () => workspace.readAs('U1', 'C1').length,
    subscribe: () => test.house.storage.channels.set(aChannel('slack:T1/C1', { platform: 'slack', address })),
    async idle() {
      const { digests, posts } = await test.house.storage.worker.depth()
      return digests.waiting + digests.active + posts.waiting + posts.active === 0
    },
    async close() {
      endReplicas()
      await test.house.close()
      await wire.close()
      await standIn.close()
      await server!.drop(place)
    },
  }
}

describe.runIf(server)('a replica that is cut off from the database (D09)', () => {
  it('at 08:29 posts nothing of its own, neither then nor when the wire is mended', async () => {
    const posting: string[] = []
    const test = await twoReplicas('2026-07-10T08:29:50+02:00', (who, { what }) => {
      if (what === 'posting') posting.push(who)
    })
    const cut = await test.start('cut')
    await test.subscribe()
    cut.look()
    await until('the run to be planned', async () => !(await test.idle()))
    test.wire.cut()
    const whole = await test.start('whole')
    await until('a digest', async () => {
      whole.look()
      cut.look()
      await sleep(200)
      return test.visible() > 0
    })
    test.wire.mend()
    cut.look()
    await until('quiet', test.idle)
    // Long enough for the mended one to look again.
    await sleep(3_000)
    expect(test.visible()).toBe(1)
    expect(posting).toEqual(['whole'])
    await test.close()
  })

  it('between its post and the note that it was posted leaves one digest visible', async () => {
    let cutAt = ''
    const posting: string[] = []
    const test = await twoReplicas('2026-07-10T08:30:05+02:00', (who, { what, key: of }) => {
      if (what === 'posting') posting.push(who)
      if (who !== 'cut' || what !== 'posted' || cutAt !== '') return
      cutAt = of
      test.wire.cut()
    })
    const cut = await test.start('cut')
    await test.subscribe()
    cut.look()
    await until('the cut', async () => cutAt === key)
    const whole = await test.start('whole')
    await until('the other one to take it over', async () => {
      whole.look()
      return test.idle()
    })
    test.wire.mend()
    cut.look()
    await until('quiet', test.idle)
    await sleep(3_000)
    expect(test.visible()).toBe(1)
    expect(posting[0]).toBe('cut')
    await test.close()
  })
})
