import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { dropLeftOver } from './parts/database.ts'
import type { Line } from './parts/line.ts'
import { printTable } from './parts/line.ts'

/** Every path that can be measured, in the order of the table; the last ones only when they are named. */
const paths: Record<string, () => Promise<Line[]>> = {
  acknowledgement: async () => (await import('./lines/acknowledgement.ts')).acknowledgement(),
  question: async () => (await import('./lines/question.ts')).question(),
  reading: async () => (await import('./lines/reading.ts')).reading(),
  catalogue: async () => (await import('./lines/catalogue.ts')).catalogue(),
  start: async () => (await import('./lines/start.ts')).start(),
  model: async () => (await import('./lines/model-cost.ts')).modelCost(),
  replicas: async () => (await import('./lines/replicas.ts')).replicas(),
  soak: async () => (await import('./lines/soak.ts')).soak(),
}
const onDemand = ['soak']

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in paths))
if (unknown.length > 0) {
  process.stderr.write(`no such path: ${unknown.join(', ')}; there are: ${Object.keys(paths).join(', ')}\n`)
  process.exit(2)
}
const names = asked.length > 0 ? asked : Object.keys(paths).filter((name) => !onDemand.includes(name))
const lines: Line[] = []
let failed = false
const [before] = loadavg()
for (const name of names) {
  process.stderr.write(`measuring: ${name}\n`)
  try {
    lines.push(...(await paths[name]!()))
  } catch (error) {
    failed = true
    process.stderr.write(`${name} was not finished: ${String(error)}\n`)
  }
  await dropLeftOver()
}
printTable(lines, (text) => process.stdout.write(text))
process.stdout.write(
  `\n${machine()}, load average ${before!.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after\n`,
)
process.exit(failed ? 1 : 0)

/** What the figures are of: they say nothing about another machine, their ratios do. */
function machine(): string {
  const memory = `${Math.round(totalmem() / 1e9)} GB`
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${memory}, Node ${process.version}, commit ${commit()}`
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
