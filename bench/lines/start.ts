import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newDatabase } from '../parts/database.ts'
import { addExamples, questions, slackEnvironment, startAssistant } from '../parts/house.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { flood, post } from '../parts/load.ts'
import { median, short } from '../parts/numbers.ts'
import type { Measured } from '../parts/process.ts'
import { directMessage, startSlackApi } from '../parts/slack.ts'

const path = 'start'
const rounds = Number(process.env['ROUNDS'] ?? 3)
const idleMs = 8_000
/** Megabytes a process may hold. */
const limit = 250
const turns = 1000
const people = 100

/** How long `npm start` works until it serves, with and without kept compiled code; and what it holds, at rest and after a thousand turns. */
export async function start(): Promise<Line[]> {
  const cache = mkdtempSync(join(tmpdir(), 'maatstaf-bench-cache-'))
  const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-bench-data-'))
  const embedded = { MAATSTAF_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }
  const first = await startAssistant({ ...embedded, NODE_COMPILE_CACHE: cache })
  await sleep(idleMs)
  const afterFirst = first.memory().now
  await first.stop()
  const [warm, cold]: [number[], number[]] = [[], []]
  let idle = Number.NaN
  for (let nth = 0; nth < rounds; nth++) {
    const known = await startAssistant({ ...embedded, NODE_COMPILE_CACHE: cache })
    warm.push(known.cpuSeconds())
    await sleep(idleMs)
    idle = known.memory().now
    await known.stop()
    const anew = await startAssistant({ ...embedded, NODE_DISABLE_COMPILE_CACHE: '1' })
    cold.push(anew.cpuSeconds())
    await anew.stop()
  }
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(cache, { recursive: true, force: true })
  return [
    ratioLine(
      {
        path,
        what: 'time of one core to serving, embedded: with kept compiled code, over without',
        ours: `${short(median(warm))} s`,
        beside: `${short(median(cold))} s`,
        ratio: median(warm) / median(cold),
      },
      null,
    ),
    limitLine(
      { path, what: 'resident after the very first start, embedded', value: afterFirst, unit: 'MB' },
      { atMost: limit },
    ),
    limitLine(
      { path, what: 'resident at rest after a later start, embedded', value: idle, unit: 'MB' },
      { atMost: limit },
    ),
    ...(await afterTurns()),
  ]
}

/** Through Slack's stand-in, on the embedded engine and on a server. */
async function afterTurns(): Promise<Line[]> {
  const lines: Line[] = []
  const database = await newDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-bench-data-'))
  for (const engine of ['embedded', 'PostgreSQL'] as const) {
    if (engine === 'PostgreSQL' && !database) continue
    const api = await startSlackApi()
    const { DATABASE_URL, ...common } = slackEnvironment(database?.url ?? '', api)
    const environment = {
      ...common,
      ...(engine === 'embedded' ? { MAATSTAF_DATA_DIR: dataDir } : { DATABASE_URL: DATABASE_URL! }),
    }
    await addExamples(environment)
    const server = await startAssistant(environment)
    await sleep(idleMs)
    const idle = server.memory().now
    await haveTurns(server, api)
    await sleep(idleMs)
    const after = server.memory().now
    lines.push(
      ratioLine(
        {
          path,
          what: `resident after ${turns} turns with Slack on ${engine}, over at rest`,
          ours: `${short(after)} MB`,
          beside: `${short(idle)} MB`,
          ratio: after / idle,
        },
        { atMost: 1.5 },
      ),
    )
    await server.stop()
    await api.close()
  }
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
  return lines
}

async function haveTurns(server: Measured, api: Awaited<ReturnType<typeof startSlackApi>>): Promise<void> {
  let nth = 0
  await flood(
    async () => {
      const person = nth++ % people
      const answered = api.nextPost(`D${person}`)
      const ms = await post(server.url, directMessage(person, questions[person % questions.length]!))
      await answered
      return ms
    },
    { count: turns, lanes: 8 },
  )
}
