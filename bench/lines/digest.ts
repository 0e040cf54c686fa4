import type { Address } from '../../src/chat/address.ts'
import { loadConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house/house.ts'
import { silentLog } from '../../src/log.ts'
import { addressOf as slackAddress, channelId as slackChannel } from '../../src/platforms/slack/address.ts'
import { addressOf as teamsAddress, channelId as teamsChannel } from '../../src/platforms/teams/address.ts'
import { roomPlace } from '../../src/platforms/web/place.ts'
import type { Channel } from '../../src/storage/port.ts'
import { openPage } from '../../tests/platforms/web/browser-page.ts'
import { newDatabase } from '../parts/database.ts'
import { addExamples, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, limitLine } from '../parts/line.ts'
import { startSlackApi } from '../parts/slack.ts'
import { startTeamsApi } from '../parts/teams.ts'
import { watch } from '../parts/web.ts'

const path = 'digest'
const isDigest = (text: string) => /\bdeadlines\b/i.test(text)
/** Channels on each of the two platforms. */
const channels = 20
const room = 'inhuur'
/** Enough for a start on a busy machine. */
const aheadSeconds = 45
const digestTime = '08:30'
const startsAt = `2026-10-14T08:29:${String(60 - aheadSeconds).padStart(2, '0')}+02:00`

/**
 * How long after its time the digest stands everywhere. The assistant's clock starts somewhere between its spawning and its listening,
 * so the time is counted from the earliest moment that can be: the figure is never too kind.
 */
export async function digest(): Promise<Line[]> {
  const database = await newDatabase()
  if (!database) return []
  const [slack, teams] = [await startSlackApi(), await startTeamsApi()]
  const environment = {
    ...slackEnvironment(database.url, slack),
    ...teams.environment,
    MAATSTAF_NOW: startsAt,
    DIGEST_TIME: digestTime,
  }
  await addExamples(environment)
  const numbers = Array.from({ length: channels }, (_, nth) => nth + 1)
  const teamsPlace = (nth: number) => `19:kanaal-${nth}@thread.tacv2`
  await addChannels(environment, [
    ...numbers.map((nth) =>
      channelOf('slack', slackChannel('T1', `C${nth}`), slackAddress({ team: 'T1', channel: `C${nth}` })),
    ),
    ...numbers.map((nth) =>
      channelOf(
        'teams',
        teamsChannel('bench-tenant', teamsPlace(nth)),
        teamsAddress({
          serviceUrl: teams.serviceUrl,
          kind: 'channel',
          conversation: teamsPlace(nth),
          tenant: 'bench-tenant',
          bot: '28:bench',
          user: null,
          person: null,
        }),
      ),
    ),
    channelOf('web', roomPlace(room)!.conversation, roomPlace(room)!.address),
  ])
  const due = performance.now() + aheadSeconds * 1000
  const late = async (posts: Promise<unknown>[]) => {
    await Promise.all(posts)
    return (performance.now() - due) / 1000
  }
  const onSlack = late(numbers.map((nth) => slack.nextPost(`C${nth}`, isDigest)))
  const onTeams = late(numbers.map((nth) => teams.nextPost(teamsPlace(nth), isDigest)))
  const server = await startAssistant(environment)
  const page = await watch(await openPage({ url: server.url }, { room }), isDigest)
  const onWeb = late([page.first])
  const lines = [
    await lineOf(`Slack: the digest stands in ${channels} channels`, onSlack),
    await lineOf(`Teams: the digest stands in ${channels} channels`, onTeams),
    await lineOf('web: the digest stands in a room', onWeb),
  ]
  page.close()
  await server.stop()
  await slack.close()
  await teams.close()
  await database.drop()
  return lines
}

async function lineOf(what: string, late: Promise<number>): Promise<Line> {
  return limitLine({ path, what: `${what}, after its time at most`, value: await late, unit: 's' }, { atMost: 60 })
}

function channelOf(platform: Channel['platform'], id: string, address: Address): Channel {
  return {
    id,
    address,
    platform,
    listening: 'mentioned',
    digest: 'on',
    owner: null,
    noticePosted: true,
    blocked: null,
    shared: false,
  }
}

async function addChannels(environment: Record<string, string>, all: Channel[]): Promise<void> {
  const house = await openHouse(loadConfig(environment), silentLog, { demo: false })
  for (const channel of all) await house.storage.channels.set(channel)
  await house.close()
}
