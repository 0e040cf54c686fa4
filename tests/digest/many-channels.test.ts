import { describe, expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import { silentLog } from '../../src/log.ts'
import { createSlack } from '../../src/platforms/slack/slack.ts'
import { openTestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { until } from '../house/visitor.ts'
import { signingSecret } from '../platforms/slack/running-slack.ts'
import { createSlackStandIn } from '../standins/slack/server.ts'
import { engines } from '../storage/engines.ts'
import { aChannel } from './pretend-cluster.ts'

const embedded = engines[0]!
const count = 60

describe('digests of sixty channels in Slack', () => {
  it('all arrive once, though Slack first hangs on one and sends every other one away with a 429 (D06)', async () => {
    const place = await embedded.newPlace()
    const test = await openTestHouse(place, { now: '2026-07-10T08:30:05+02:00' })
    await test.add('70412', samplePosting)
    const standIn = await createSlackStandIn({ seconds: () => Date.now() / 1000 })
    const { workspace } = standIn
    workspace.addUser({ id: 'U1', locale: 'nl-NL' })
    const slack = createSlack({
      botToken: standIn.token,
      signingSecret,
      appToken: null,
      apiUrl: standIn.apiUrl,
      accept: test.house.inbox.accept,
      query: async () => ({ kind: 'ok' }),
      clock: test.house.clock,
      log: silentLog,
      allowedHosts: [],
      timing: { callMs: 3_000 },
    })
    test.house.addPlatform('slack', { post: slack.post, fetchFile: ({ ref }) => slack.fetchFile(ref) })
    await slack.start()
    const names = Array.from({ length: count }, (_, n) => `C${n}`)
    for (const channel of names) {
      workspace.addChannel({ id: channel, kind: 'channel', members: new Set(['U1', workspace.bot.user]) })
      const address = formatAddress('slack', { team: 'T1', channel })
      await test.house.storage.channels.set(aChannel(`slack:T1/${channel}`, { platform: 'slack', address }))
    }
    standIn.mishap('chat.postMessage', { kind: 'hang' })
    standIn.mishap(
      'chat.postMessage',
      ...names.slice(1).map(() => ({ kind: 'status', status: 429, retryAfter: 1 }) as const),
    )
    await test.house.work()
    const visible = () => names.map((channel) => workspace.readAs('U1', channel).length)
    // The one that hangs holds up no other: they are there while it is still being looked after.
    await until('all but one', async () => visible().filter((shown) => shown === 1).length >= count - 1)
    await until('all', async () => visible().every((shown) => shown === 1))
    expect(standIn.complaints).toEqual([])
    await test.house.close()
    await slack.stop()
    await standIn.close()
    await embedded.drop(place)
  })
})
