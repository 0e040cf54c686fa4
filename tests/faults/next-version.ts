import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Each change is what a version after this one may do: further tables and columns, every kind of record and the conversation one version on. */
const changes: [file: string, from: RegExp, to: string][] = [
  [
    'storage/migrations.ts',
    /\n\]\n\nexport const schemaVersion/,
    "\n  ['CREATE TABLE later (id int)', 'ALTER TABLE posts ADD COLUMN later text'],\n]\n\nexport const schemaVersion",
  ],
  ['storage/stored.ts', /version: 1,(\s+)shape/g, 'version: 2, upgrades: { 1: (old) => old },$1shape'],
  ['assistant/turn/conversation.ts', /version: z\.literal\(1\)/, 'version: z.literal([1, 2]).transform(() => 2)'],
  ['assistant/turn/conversation.ts', /version: 1,/, 'version: 2,'],
]

/** The program as a later version of it could be, made of this one: its `main.ts`. */
export function makeNextVersion(): { script: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-next-'))
  for (const name of ['src', 'prompts', 'examples', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [name, from, to] of changes) {
    const file = join(folder, 'src', name)
    const before = readFileSync(file, 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`nothing to change in ${name}: ${from}`)
    writeFileSync(file, after)
  }
  return { script: join(folder, 'src/main.ts'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
