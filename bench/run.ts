import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Line, printTable } from './parts/line.ts'
import { paths } from './parts/paths.ts'

// "--only NAME" reads well for one path; several may follow.
const asked = process.argv.slice(2).flatMap((word) => (word === '--only' ? [] : word.split(',')))
const unknown = asked.filter((name) => !(name in paths))
if (unknown.length > 0) {
  process.stderr.write(`no such path: ${unknown.join(', ')}; there are: ${Object.keys(paths).join(', ')}\n`)
  process.exit(2)
}
const names = asked.length > 0 ? asked : Object.keys(paths).filter((name) => !paths[name]!.onDemand)
const lines: Line[] = []
const unfinished: string[] = []
const times: string[] = []
const [before] = loadavg()
let running: ChildProcess | null = null
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stopped = true
    running?.kill('SIGTERM')
  })
for (const name of names) {
  if (stopped) {
    unfinished.push(name)
    continue
  }
  process.stderr.write(`measuring: ${name}\n`)
  const from = performance.now()
  const measured = await inItsOwnProcess(name)
  times.push(`${name} ${Math.round((performance.now() - from) / 1000)} s`)
  if (measured) lines.push(...measured)
  else unfinished.push(name)
}
printTable(lines, (text) => process.stdout.write(text))
process.stdout.write(
  `\n${machine()}, load average ${before!.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after; took ${times.join(', ')}\n`,
)
if (unfinished.length > 0) process.stdout.write(`not finished: ${unfinished.join(', ')}\n`)
process.exit(unfinished.length > 0 ? 1 : 0)

/** No path inherits the heap of another, and one that hangs costs only itself. Null when it was not finished. */
function inItsOwnProcess(name: string): Promise<Line[] | null> {
  return new Promise((done) => {
    const child = fork(join(import.meta.dirname, 'one-path.ts'), [name], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: ['--expose-gc'],
      serialization: 'advanced',
    })
    running = child
    let told: Line[] | null = null
    child.on('message', (measured) => {
      told = measured as Line[]
    })
    child.on('close', () => {
      running = null
      done(told)
    })
  })
}

/** What the figures are of: they say nothing about another machine, their ratios do. */
function machine(): string {
  const memory = `${Math.round(totalmem() / 1e9)} GB`
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory}, Node ${process.version}, commit ${commit()}`
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'unknown'
  }
}
