import pg from 'pg'
import { newDatabase } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { post, steady } from '../parts/load.ts'
import { quantile, short } from '../parts/numbers.ts'
import { directMessage, startSlackApi } from '../parts/slack.ts'

const path = 'soak'
const minutes = Number(process.env['MINUTES'] ?? 60)
const perSecond = Number(process.env['RATE'] ?? 20)
/** So many that nobody writes faster than a person may. */
const people = 600
const slices = 12

type Slice = { p95: number; megabytes: number; waiting: number; tableMegabytes: number }

/** Events at a fixed rate for an hour (MINUTES, RATE): does memory, latency or a table go on growing? The last quarter over the second. */
export async function soak(): Promise<Line[]> {
  const database = await newDatabase()
  if (!database) return []
  const api = await startSlackApi()
  const environment = slackEnvironment(database.url, api)
  await addExamples(environment)
  const server = await startAssistant(environment)
  const seen: Slice[] = []
  for (let slice = 0; slice < slices; slice++) {
    const times = await steady(
      async (nth) => {
        const person = (slice * 7 + nth) % people
        const answered = api.nextPost(`D${person}`)
        await post(server.url, directMessage(person, questions[nth % questions.length]!))
        await answered
      },
      { perSecond, seconds: (minutes * 60) / slices },
    )
    api.takePosts()
    seen.push({ p95: quantile(times, 0.95), megabytes: server.memory().now, ...(await tables(database.url)) })
    process.stderr.write(`${JSON.stringify(seen.at(-1))}\n`)
  }
  await server.stop()
  await api.close()
  await database.drop()
  const quarter = slices / 4
  const when = `${minutes} minutes at ${perSecond} per second`
  const mean = (from: number, figure: keyof Slice) =>
    seen.slice(from, from + quarter).reduce((sum, slice) => sum + slice[figure], 0) / quarter
  const grown = (from: number) => seen[from + quarter - 1]!.tableMegabytes - seen[from - 1]!.tableMegabytes
  const lineOf = (what: string, unit: string, [last, second]: [number, number], atMost: number) =>
    ratioLine(
      {
        path,
        what: `${what}, ${when}: last quarter, over the second`,
        ours: `${short(last)} ${unit}`,
        beside: `${short(second)} ${unit}`,
        ratio: last / second,
      },
      { atMost },
    )
  const quarters = (figure: keyof Slice): [number, number] => [mean(slices - quarter, figure), mean(quarter, figure)]
  return [
    lineOf('resident memory', 'MB', quarters('megabytes'), 1.2),
    lineOf('p95 to the answer', 'ms', quarters('p95'), 1.5),
    // Finished keys are kept 25 hours and the audit for good, so the whole grows with what was said; each message may not cost more.
    lineOf('growth of all tables', 'MB', [grown(slices - quarter), grown(quarter)], 1.3),
    limitLine(
      {
        path,
        what: `jobs not done, ${when}: mean of the last quarter`,
        value: mean(slices - quarter, 'waiting'),
        unit: 'jobs',
        beside: `${short(mean(quarter, 'waiting'))} in the second`,
      },
      { atMost: perSecond * 5 },
    ),
  ]
}

/**
 * What waits in any queue, of ours or of pg-boss, and how large everything is. A server whose autovacuum is off, as some test servers
 * are, never reuses the room of a changed row: there it is done here, after each slice.
 */
async function tables(databaseUrl: string): Promise<{ waiting: number; tableMegabytes: number }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: settings } = await client.query<{ autovacuum: string }>('SHOW autovacuum')
    if (settings[0]?.autovacuum === 'off') await client.query('VACUUM (ANALYZE)')
    const { rows } = await client.query<{ waiting: number; bytes: number }>(
      `SELECT (SELECT count(*)::int FROM maatstaf.jobs WHERE done_at IS NULL)
         + (SELECT count(*)::int FROM maatstaf_boss.job WHERE completed_on IS NULL) AS waiting,
         sum(pg_total_relation_size(oid))::float8 AS bytes
       FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('maatstaf'::regnamespace, 'maatstaf_boss'::regnamespace)`,
    )
    return { waiting: rows[0]!.waiting, tableMegabytes: rows[0]!.bytes / 1e6 }
  } finally {
    await client.end()
  }
}
