import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { questions, startAssistant } from '../parts/house.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { median, short } from '../parts/numbers.ts'
import { askOverWeb } from '../parts/web.ts'

const path = 'start'
const rounds = Number(process.env['ROUNDS'] ?? 3)
const idleMs = 8_000
/** Megabytes a process may hold. */
const limit = 250

type Started = { cpu: number; toAnswer: number }

/** How long `npm start` takes to its first answer, with and without kept compiled code, how much it works for it, and what it holds at rest. */
export async function start(): Promise<Line[]> {
  const folders: string[] = []
  const newFolder = (what: string) => {
    folders.push(mkdtempSync(join(tmpdir(), `maatstaf-bench-${what}-`)))
    return folders.at(-1)!
  }
  const embedded = () => ({ MAATSTAF_DATA_DIR: newFolder('data'), PORT: '0', LOG_LEVEL: 'silent' })
  // Once to look at its memory and once to ask it something, since an answer takes memory too.
  const afterFirst = await atRest({ ...embedded(), NODE_COMPILE_CACHE: newFolder('cache') })
  const known = { ...embedded(), NODE_COMPILE_CACHE: newFolder('cache') }
  const { NODE_COMPILE_CACHE: _, ...unkept } = known
  const first = await answered(known)
  const [warm, cold]: [Started[], Started[]] = [[], []]
  for (let nth = 0; nth < rounds; nth++) {
    warm.push(await answered(known))
    cold.push(await answered({ ...unkept, NODE_DISABLE_COMPILE_CACHE: '1' }))
  }
  const idle = await atRest(known)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  return [
    codeLine('time of one core to serving', 'cpu', warm, cold),
    codeLine('npm start to the first answer in the web chat', 'toAnswer', warm, cold),
    ratioLine(
      {
        path,
        what: 'npm start to the first answer, embedded: in an empty folder, over a later start',
        ours: `${short(first.toAnswer)} s`,
        beside: `${short(median(warm.map(({ toAnswer }) => toAnswer)))} s`,
        ratio: first.toAnswer / median(warm.map(({ toAnswer }) => toAnswer)),
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
  ]
}

/** Starts it, asks at once and stops it; seconds. */
async function answered(environment: Record<string, string>): Promise<Started> {
  const from = performance.now()
  const server = await startAssistant(environment)
  const cpu = server.cpuSeconds()
  await askOverWeb(server.url, questions[0]!)
  const toAnswer = (performance.now() - from) / 1000
  await server.stop()
  return { cpu, toAnswer }
}

/** What it holds some seconds after its start, when nobody asked anything. */
async function atRest(environment: Record<string, string>): Promise<number> {
  const server = await startAssistant(environment)
  await sleep(idleMs)
  const megabytes = server.memory().now
  await server.stop()
  return megabytes
}

function codeLine(what: string, figure: 'cpu' | 'toAnswer', warm: Started[], cold: Started[]): Line {
  const of = (all: Started[]) => median(all.map((one) => one[figure]))
  return ratioLine(
    {
      path,
      what: `${what}, embedded: with kept compiled code, over without`,
      ours: `${short(of(warm))} s`,
      beside: `${short(of(cold))} s`,
      ratio: of(warm) / of(cold),
    },
    null,
  )
}
