import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { newDatabase, roomFor } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, ratioLine } from '../parts/line.ts'
import { flood, post } from '../parts/load.ts'
import { short } from '../parts/numbers.ts'
import { directMessage, type SlackApi, startSlackApi } from '../parts/slack.ts'

const path = 'replicas'
const people = 100
const turns = Number(process.env['TURNS'] ?? 400)
/** What one process may hold: its pool and the one that listens (src/storage/server.ts). */
const connectionsEach = 11
/** For this process and those that look in. */
const connectionsBeside = 5

type Run = { processes: number; perSecond: number; cpuPerTurn: number; posts: number; outOfOrder: number }

/** One, two and four processes on one PostgreSQL: how many turns a second, each conversation in order, nothing twice. */
export async function replicas(): Promise<Line[]> {
  const runs: Run[] = []
  for (const processes of [1, 2, 4]) {
    const run = await runOf(processes)
    if (run) runs.push(run)
  }
  const [one] = runs
  if (!one) return []
  return runs.flatMap((run) => [
    ratioLine(
      {
        path,
        what: `turns per second, ${run.processes} ${run.processes === 1 ? 'process' : 'processes'}, over 1`,
        ours: short(run.perSecond),
        beside: short(one.perSecond),
        ratio: run.perSecond / one.perSecond,
      },
      null,
    ),
    ratioLine(
      {
        path,
        what: `time of one core per turn, all of ${run.processes} together, over 1`,
        ours: `${short(run.cpuPerTurn)} ms`,
        beside: `${short(one.cpuPerTurn)} ms`,
        ratio: run.cpuPerTurn / one.cpuPerTurn,
      },
      null,
    ),
    {
      path,
      what: `answers of ${run.processes} to ${turns} questions; out of order within a conversation`,
      ours: `${run.posts}; ${run.outOfOrder}`,
      beside: `${turns}; 0`,
      ratio: run.posts / turns,
      aim: 'the same',
      holds: run.posts === turns && run.outOfOrder === 0,
    },
  ])
}

async function runOf(processes: number): Promise<Run | null> {
  if (!(await roomFor(processes * connectionsEach + connectionsBeside))) {
    process.stderr.write(`${path}: ${processes} left out, the database server has no connections left for them\n`)
    return null
  }
  const database = await newDatabase()
  if (!database) return null
  const api = await startSlackApi()
  const environment = slackEnvironment(database.url, api)
  await addExamples(environment)
  const servers = await Promise.all(Array.from({ length: processes }, () => startAssistant(environment)))
  const kinds = await kindsOf(servers[0]!.url, api)
  const spent = () => servers.reduce((sum, server) => sum + server.cpuSeconds(), 0)
  const [from, spentBefore] = [performance.now(), spent()]
  await flood(
    async (nth) => {
      const said = questions[Math.floor(nth / people) % questions.length]!
      return post(servers[nth % processes]!.url, directMessage(nth % people, said))
    },
    { count: turns, lanes: 16 },
  )
  await allDone(database.url)
  const perSecond = (turns * 1000) / (performance.now() - from)
  const cpuPerTurn = ((spent() - spentBefore) * 1000) / turns
  const heard = new Map<string, number[]>()
  const posts = api.takePosts()
  for (const { channel, text } of posts) heard.set(channel, [...(heard.get(channel) ?? []), kinds.indexOf(text)])
  for (const server of servers) await server.stop()
  await api.close()
  await database.drop()
  const inOrder = (answers: number[]) => answers.every((kind, nth) => kind === nth % questions.length)
  return {
    processes,
    perSecond,
    cpuPerTurn,
    posts: posts.length,
    outOfOrder: [...heard.values()].filter((answers) => !inOrder(answers)).length,
  }
}

/** How the answer to each question reads, so that what is heard tells what it answers. */
async function kindsOf(url: string, api: SlackApi): Promise<string[]> {
  const kinds: string[] = []
  for (const said of questions) {
    const answered = api.nextPost('D9999')
    await post(url, directMessage(9999, said))
    await answered
    kinds.push(api.takePosts()[0]!.text)
  }
  return kinds
}

/** On one connection: the server has none to waste. */
async function allDone(databaseUrl: string): Promise<void> {
  const open = "SELECT 1 FROM maatstaf.jobs WHERE done_at IS NULL AND queue IN ('turns', 'posts') LIMIT 1"
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    while ((await client.query(open)).rows.length > 0) await sleep(20)
  } finally {
    await client.end()
  }
}
