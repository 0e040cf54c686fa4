import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { createClock } from '../../src/clock.ts'
import { openTestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { endAll, environmentOf } from '../house/running.ts'
import { post, signingSecret, written } from '../platforms/slack/running-slack.ts'
import { asRead } from '../standins/slack/as-read.ts'
import { createPayloads } from '../standins/slack/payloads.ts'
import { createSlackStandIn } from '../standins/slack/server.ts'
import { engines } from '../storage/engines.ts'
import { insist, isIdle, startCluster } from './cluster.ts'
import { tellFigures } from './figures.ts'

afterAll(endAll)

/** Kills of each setting; `FAULT_KILLS=100` for a long run. */
const asked = Number(process.env['FAULT_KILLS'] ?? 0)
const channels = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']
const now = '2026-07-10T10:00:00+02:00'
const real = createClock()

const settings = engines.map((engine) => ({
  engine,
  replicas: engine.name === 'server' ? 3 : 1,
  kills: asked || 3,
}))

describe.each(settings)('$replicas on the $engine.name engine, in Slack', ({ engine, replicas, kills }) => {
  it(`every acknowledged question is answered once, wherever one of ${kills} kills (-9) strikes (O03)`, {
    timeout: 600_000 + kills * 30_000,
  }, async () => {
    const place = await engine.newDatabase()
    const test = await openTestHouse(place, { now })
    await test.add('70412', samplePosting)
    await test.house.close()
    const standIn = await createSlackStandIn({ seconds: () => Date.now() / 1000 })
    const { workspace } = standIn
    workspace.addUser({ id: 'U1', locale: 'nl-NL' })
    for (const id of channels)
      workspace.addChannel({ id, kind: 'channel', members: new Set(['U1', workspace.bot.user]) })
    const payloads = createPayloads(standIn)
    const cluster = await startCluster(
      environmentOf(place, {
        MAATSTAF_NOW: now,
        SLACK_BOT_TOKEN: standIn.token,
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_API_URL: standIn.apiUrl,
      }),
      replicas,
    )

    /** As Slack does it: sent again until it is acknowledged. */
    const ask = async (channel: string) => {
      const text = `<@${workspace.bot.user}> wanneer sluit 70412?`
      const [body, type] = written('event', payloads.mention(channel, workspace.say(channel, 'U1', text)))
      await insist(async () => {
        const { status } = await post(`${cluster.url()}/slack/events`, body, type, { clock: real })
        return status === 200 || null
      })
    }
    const posted = () => standIn.calls.filter(({ method }) => method === 'chat.postMessage').length
    const answersIn = (channel: string) => {
      const seen = workspace.readAs('U1', channel)
      return seen
        .filter(({ bot }) => !bot)
        .map(({ ts }) => seen.filter(({ bot, thread_ts }) => bot && thread_ts === ts).map(asRead))
    }
    /** A turn that took its process along three times is set aside: none may be under way for longer than two kills. */
    const isAnswered = (rounds: number) =>
      channels.every((channel) =>
        answersIn(channel)
          .slice(0, rounds)
          .every((answers) => answers.length > 0),
      )
    let asking = 0
    for (let kill = 0; kill < kills; kill++) {
      await insist(async () => isAnswered(kill - 1) || null)
      const before = posted()
      // By turns: the answer is lost before the work, after it, or, where there is time for it, never comes (O04).
      const kind = (['reset', 'reset-after', 'hang'] as const)[kill % 3]!
      if (kind !== 'hang' || asked) standIn.mishap('chat.postMessage', { kind })
      const round = channels.map(ask)
      asking += round.length
      // By turns: anywhere, or at the very moment at which something is being posted.
      if (kill % 2 === 0) await sleep(Math.random() * 200)
      else await insist(async () => posted() > before || null)
      await Promise.all([cluster.kill(), ...round])
    }
    await insist(async () => (await isIdle(cluster)) || null)
    const heard = channels.flatMap(answersIn)
    const figures = { engine: engine.name, replicas, kills, hit: asking, conversations: heard.length }
    tellFigures({ what: 'questions in Slack', ...figures })
    expect(heard).toHaveLength(asking)
    expect(heard.filter((answers) => answers.length !== 1)).toEqual([])
    for (const [answer] of heard) expect(answer).toContain('23 juli 2026')
    expect(standIn.complaints).toEqual([])
    await cluster.stop()
    await standIn.close()
    await engine.drop(place)
  })
})
