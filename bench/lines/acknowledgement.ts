import { type Database, newDatabase } from '../parts/database.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { flood, post, steady } from '../parts/load.ts'
import { median, quantile, short } from '../parts/numbers.ts'
import { type Measured, startServer } from '../parts/process.ts'
import { botToken, directMessage, signingSecret, startSlackApi } from '../parts/slack.ts'

const path = 'acknowledgement'
const people = 300
const rounds = Number(process.env['ROUNDS'] ?? 5)

type Round = { perCpuSecond: number; perSecond: number }

/** Signed Slack events over HTTP, durable before the 200, beside a bare Bolt app and beside the floor of a durable answer. */
export async function acknowledgement(): Promise<Line[]> {
  const database = await newDatabase()
  const floorDatabase = await newDatabase()
  if (!database || !floorDatabase) return []
  const api = await startSlackApi()
  const slack = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: api.apiUrl }
  const door = {
    ...slack,
    DATABASE_URL: database.url,
    MAATSTAF_KEY: Buffer.alloc(32, 1).toString('base64'),
  }
  const servers: Record<string, Measured> = {
    ours: await startServer('bench/servers/door.ts', door),
    bolt: await startServer('bench/servers/bolt.ts', slack),
    silent: await startServer('bench/servers/bolt.ts', { ...slack, SILENT: '1' }),
    floor: await startServer('bench/servers/floor.ts', { ...slack, DATABASE_URL: floorDatabase.url }),
  }
  const measured: Record<string, Round[]> = { ours: [], bolt: [], silent: [], floor: [] }
  const names = Object.keys(servers)
  for (const name of names) await round(servers[name]!)
  for (let nth = 0; nth < rounds; nth++) for (const name of names) measured[name]!.push(await round(servers[name]!))
  const ratio = (name: string, figure: keyof Round) =>
    median(measured['ours']!.map((one, nth) => one[figure] / measured[name]![nth]![figure]))
  const rate = (name: string, figure: keyof Round) => median(measured[name]!.map((one) => one[figure]))
  const lines = [
    ratioLine(
      {
        path,
        what: 'events per second of one core, beside a bare Bolt echo',
        ours: short(rate('ours', 'perCpuSecond')),
        beside: short(rate('bolt', 'perCpuSecond')),
        ratio: ratio('bolt', 'perCpuSecond'),
      },
      { atLeast: 0.5 },
    ),
    ratioLine(
      {
        path,
        what: 'the same beside a Bolt app that does not even echo',
        ours: short(rate('ours', 'perCpuSecond')),
        beside: short(rate('silent', 'perCpuSecond')),
        ratio: ratio('silent', 'perCpuSecond'),
      },
      null,
    ),
    ratioLine(
      {
        path,
        what: 'events per second, over the durable floor on PostgreSQL',
        ours: short(rate('ours', 'perSecond')),
        beside: short(rate('floor', 'perSecond')),
        ratio: ratio('floor', 'perSecond'),
      },
      { atLeast: 1 / 1.5 },
    ),
  ]
  await servers['bolt']!.stop()
  await servers['silent']!.stop()
  lines.push(...(await latency(servers['ours']!, servers['floor']!)))
  await servers['ours']!.stop()
  await servers['floor']!.stop()
  lines.push(...(await whileScoring({ ...door, SCORING: '1' })))
  await api.close()
  await dropAll([database, floorDatabase])
  return lines
}

/** An event that was not acknowledged took its time too; it does not count as one that went through. */
async function send(server: Measured, nth: number, refused: { count: number } = { count: 0 }): Promise<number> {
  const from = performance.now()
  try {
    return await post(server.url, directMessage(nth % people, 'wanneer sluit dit?'))
  } catch (error) {
    refused.count += 1
    process.stderr.write(`${path}: ${String(error)}\n`)
    return performance.now() - from
  }
}

async function round(server: Measured): Promise<Round> {
  const before = server.cpuSeconds()
  const refused = { count: 0 }
  const { count, seconds } = await flood((nth) => send(server, nth, refused), { seconds: 2, lanes: 16 })
  const taken = count - refused.count
  return { perCpuSecond: taken / (server.cpuSeconds() - before), perSecond: taken / seconds }
}

const at200 = (server: Measured, seconds: number) => steady((nth) => send(server, nth), { perSecond: 200, seconds })

async function latency(ours: Measured, floor: Measured): Promise<Line[]> {
  const times: { ours: number[]; floor: number[] }[] = []
  for (let nth = 0; nth < rounds; nth++) times.push({ ours: await at200(ours, 2), floor: await at200(floor, 2) })
  return [0.5, 0.99].map((share) => {
    const of = (name: 'ours' | 'floor') => median(times.map((round) => quantile(round[name], share)))
    return ratioLine(
      {
        path,
        what: `p${share * 100} at 200 per second, beside the durable floor`,
        ours: `${short(of('ours'))} ms`,
        beside: `${short(of('floor'))} ms`,
        ratio: median(times.map((round) => quantile(round.ours, share) / quantile(round.floor, share))),
      },
      null,
    )
  })
}

async function whileScoring(environment: Record<string, string>): Promise<Line[]> {
  const server = await startServer('bench/servers/door.ts', environment)
  await at200(server, 2)
  const p99s: number[] = []
  for (let nth = 0; nth < rounds; nth++) p99s.push(quantile(await at200(server, 3), 0.99))
  await server.stop()
  return [
    limitLine(
      { path, what: 'p99 at 200 per second while CVs are scored', value: median(p99s), unit: 'ms' },
      { atMost: 50 },
    ),
  ]
}

async function dropAll(databases: Database[]): Promise<void> {
  for (const database of databases) await database.drop()
}
