import { dropLeftOver } from './parts/database.ts'
import { paths } from './parts/paths.ts'
import { endAll } from './parts/process.ts'

/** Measures the one path that is named, in a process of its own, and sends its lines to run.ts; cleans up when it is told to stop. */
const path = paths[process.argv[2] ?? '']
if (!path || !process.send) {
  process.stderr.write('this is a part of run.ts: npm run bench\n')
  process.exit(2)
}

let ending = false
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  endAll()
  await dropLeftOver().catch(() => {})
  process.exit(code)
}

const limit = setTimeout(() => {
  process.stderr.write(`given up after ${path.limitMinutes} minutes\n`)
  void end(1)
}, path.limitMinutes * 60_000)
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void end(1))

path.measure().then(
  (lines) => {
    clearTimeout(limit)
    process.send!(lines, () => void end(0))
  },
  (error: unknown) => {
    if (!ending) process.stderr.write(`not finished: ${error instanceof Error ? error.stack : String(error)}\n`)
    void end(1)
  },
)
