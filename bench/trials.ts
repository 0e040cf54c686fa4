import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Figures } from '../tests/faults/figures.ts'
import { engines } from '../tests/storage/engines.ts'

/**
 * `npm run -s trials -- 500`: kills real processes (-9) so many times in all while candidates are scored and questions are answered in
 * Slack and Teams, on both engines, and says what was under way. Exit code 1 when anything was lost, said twice or counted twice.
 */
const root = resolve(import.meta.dirname, '..')
const files = ['scoring', 'posts', 'teams-posts'].map((name) => `tests/faults/${name}.test.ts`)
/** Scorings on one process of each engine and on three with a server; posts in Slack and in Teams on each engine. */
const settings = engines.length > 1 ? 7 : 3

const wanted = Number(process.argv[2] ?? 500)
if (!Number.isInteger(wanted) || wanted < 1) {
  process.stderr.write('how many kills in all, such as: npm run -s trials -- 500\n')
  process.exit(2)
}
const each = Math.ceil(wanted / settings)
const folder = mkdtempSync(join(tmpdir(), 'maatstaf-trials-'))
const report = join(folder, 'figures')
process.stderr.write(`${settings} settings, ${each} kills in each\n`)
const from = performance.now()
const child = spawn(
  process.execPath,
  // One after the other: processes that starve each other are another trial.
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', ...files],
  {
    cwd: root,
    env: { ...process.env, FAULT_KILLS: String(each), FAULT_REPORT: report },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((done, fail) => {
  child.on('error', fail).on('close', (ended) => done(ended ?? 1))
})

const told = existsSync(report)
  ? readFileSync(report, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Figures)
  : []
rmSync(folder, { recursive: true })
const sum = (figure: 'kills' | 'hit' | 'conversations') => told.reduce((all, one) => all + one[figure], 0)
const rows = told.map(
  ({ what, engine, replicas, kills, hit, conversations, note = '' }) =>
    `| ${what} | ${engine} | ${replicas} | ${kills} | ${hit} | ${conversations} | ${note} |`,
)
const minutes = ((performance.now() - from) / 60_000).toFixed(1)
process.stdout.write(
  [
    '| what | engine | processes | kills | hit | of | |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    `| all | | | ${sum('kills')} | ${sum('hit')} | ${sum('conversations')} | ${code === 0 ? 'every promise held' : 'NOT every promise held: see above'} |`,
    '',
    `${told.length} of ${settings} settings, ${minutes} minutes`,
    '',
  ].join('\n'),
)
process.exit(code === 0 && told.length === settings ? 0 : 1)
