import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClock } from '../src/clock.ts'
import { silentLog } from '../src/log.ts'
import { type OpenStorage, openStorage } from '../src/storage/storage.ts'

/**
 * How fast turns start, how many go through, and what an idle process holds resident. `node bench/storage.ts` measures the embedded
 * engine in a fresh directory; with DATABASE_URL the server, in a schema that is named and left to be dropped by hand.
 */
const databaseUrl = process.env['DATABASE_URL'] ?? null
const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-bench-'))
const schema = databaseUrl ? `bench_${randomUUID().slice(0, 8)}` : 'maatstaf'
const masterKeys = databaseUrl ? [new Uint8Array(32).fill(1)] : []
const open = () => openStorage({ dataDir, databaseUrl, schema, masterKeys, clock: createClock(), log: silentLog })

const rows: Record<string, string> = {}
const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const start = performance.now()
  const result = await work()
  rows[name] = `${Math.round(performance.now() - start)} ms`
  return result
}
const resident = () => `${Math.round(process.memoryUsage.rss() / 1e6)} MB`

const sentAt = new Map<string, number>()
const startedAfter: number[] = []
let handled = 0

async function send(storage: OpenStorage, key: string): Promise<void> {
  const id = randomUUID()
  sentAt.set(id, performance.now())
  await storage.jobs.send('turns', { id, key, payload: { text: 'wanneer sluit dit?' }, sealFor: { conversation: key } })
}

async function handledAll(count: number): Promise<void> {
  while (handled < count) await sleep(1)
}

function median(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  return `${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} ms (worst ${(sorted.at(-1) ?? 0).toFixed(1)})`
}

const first = await timed('first start', open)
await sleep(2000)
rows['resident after the first start, idle'] = resident()
await first.close()
const storage = await timed('second start', open)
await storage.worker.start(
  'turns',
  async ({ id }) => {
    startedAfter.push(performance.now() - sentAt.get(id)!)
    handled++
  },
  async () => {},
)
await sleep(2000)
rows['resident after the second start, idle'] = resident()

const sends: number[] = []
for (let n = 0; n < 120; n++) {
  // The first twenty warm the engine up.
  if (n === 20) {
    await handledAll(n)
    startedAfter.length = 0
    sends.length = 0
  }
  const start = performance.now()
  await send(storage, `k${n % 3}`)
  sends.push(performance.now() - start)
  await sleep(20)
}
await handledAll(120)
rows['send, one at a time'] = median(sends)
rows['send to start, one at a time'] = median(startedAfter)

handled = 0
await timed('500 turns over 50 conversations, sent at once', async () => {
  await Promise.all(Array.from({ length: 500 }, (_, n) => send(storage, `k${n % 50}`)))
  await handledAll(500)
})
await timed('1,000 settings', async () => {
  for (let n = 0; n < 1000; n++) await storage.settings.set(`s${n}`, n)
})
rows['resident after that'] = resident()
await timed('close', () => storage.close())
rmSync(dataDir, { recursive: true, force: true })
console.table({ engine: databaseUrl ? `server, schema ${schema}` : 'embedded', ...rows })
