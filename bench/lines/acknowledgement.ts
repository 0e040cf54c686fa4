import { newDatabase } from '../parts/database.ts'
import { type Door, latencyLines, rateLine, roundsOf, whileScoringLine } from '../parts/doors.ts'
import type { Line } from '../parts/line.ts'
import { startServer } from '../parts/process.ts'
import { botToken, directMessage, signingSecret, startSlackApi } from '../parts/slack.ts'

const path = 'acknowledgement'
const where = { path, platform: 'Slack' }

/** Signed Slack events over HTTP, durable before the 200, beside a bare Bolt app and beside the floor of a durable answer. */
export async function acknowledgement(): Promise<Line[]> {
  const databases = [await newDatabase(), await newDatabase()]
  const [own, other] = databases
  if (!own || !other) return []
  const api = await startSlackApi()
  const slack = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: api.apiUrl }
  const durable = { ...slack, DATABASE_URL: own.url, MAATSTAF_KEY: Buffer.alloc(32, 1).toString('base64') }
  const open = async (script: string, environment: Record<string, string>): Promise<Door> => ({
    server: await startServer(`bench/servers/${script}`, environment),
    next: (person) => directMessage(person, 'wanneer sluit dit?'),
  })
  const doors = {
    ours: await open('door.ts', durable),
    bolt: await open('bolt.ts', slack),
    silent: await open('bolt.ts', { ...slack, SILENT: '1' }),
    floor: await open('floor.ts', { ...slack, DATABASE_URL: other.url }),
  }
  const { ours, bolt, silent, floor } = await roundsOf(doors)
  const lines = [
    rateLine(
      { path, what: 'Slack: events per second of one core, beside a bare Bolt echo' },
      'perCpuSecond',
      [ours, bolt],
      { atLeast: 0.5 },
    ),
    rateLine(
      { path, what: 'Slack: the same beside a Bolt app that does not even echo' },
      'perCpuSecond',
      [ours, silent],
      null,
    ),
    rateLine(
      { path, what: 'Slack: events per second, over the durable floor on PostgreSQL' },
      'perSecond',
      [ours, floor],
      { atLeast: 1 / 1.5 },
    ),
  ]
  await doors.bolt.server.stop()
  await doors.silent.server.stop()
  lines.push(...(await latencyLines(where, doors.ours, doors.floor, 'the durable floor')))
  await doors.ours.server.stop()
  await doors.floor.server.stop()
  const scoring = await open('door.ts', { ...durable, SCORING: '1' })
  lines.push(await whileScoringLine(where, scoring))
  await scoring.server.stop()
  await api.close()
  for (const database of databases) await database?.drop()
  return lines
}
