import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { questions, startAssistant } from '../parts/house.ts'
import { type Line, limitLine, ratioLine } from '../parts/line.ts'
import { median, short } from '../parts/numbers.ts'
import type { Measured } from '../parts/process.ts'
import { askOverWeb } from '../parts/web.ts'

const path = 'start'
const rounds = Number(process.env['ROUNDS'] ?? 3)
const idleMs = 8_000
/** Megabytes a process may hold. */
const limit = 250

type Started = { server: Measured; cpu: number; toAnswer: number }

/** How long `npm start` takes to its first answer, with and without kept compiled code, how much it works for it, and what it holds at rest. */
export async function start(): Promise<Line[]> {
  const cache = mkdtempSync(join(tmpdir(), 'maatstaf-bench-cache-'))
  const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-bench-data-'))
  const embedded = { MAATSTAF_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }
  const kept = { ...embedded, NODE_COMPILE_CACHE: cache }
  const first = await started(kept)
  await sleep(idleMs)
  const afterFirst = first.server.memory().now
  await first.server.stop()
  const [warm, cold]: [Started[], Started[]] = [[], []]
  let idle = Number.NaN
  for (let nth = 0; nth < rounds; nth++) {
    const known = await started(kept)
    warm.push(known)
    await sleep(idleMs)
    idle = known.server.memory().now
    await known.server.stop()
    const anew = await started({ ...embedded, NODE_DISABLE_COMPILE_CACHE: '1' })
    cold.push(anew)
    await anew.server.stop()
  }
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(cache, { recursive: true, force: true })
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

/** Starts it and asks at once; seconds. */
async function started(environment: Record<string, string>): Promise<Started> {
  const from = performance.now()
  const server = await startAssistant(environment)
  const cpu = server.cpuSeconds()
  await askOverWeb(server.url, questions[0]!)
  return { server, cpu, toAnswer: (performance.now() - from) / 1000 }
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
