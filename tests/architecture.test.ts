import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** design.md, "Who may import whom". A folder not named here may import only what everything may import. */
const everywhere = ['errors', 'log', 'clock', 'text']
const allowed: Record<string, string[]> = {
  errors: [],
  log: [],
  clock: [],
  config: ['errors'],
  text: [],
  texts: [],
  documents: [],
  model: [],
  storage: [],
  chat: [],
  assignments: ['documents', 'model'],
  candidates: ['documents', 'model'],
  scoring: ['assignments', 'candidates', 'documents', 'model'],
  answers: ['assignments', 'model', 'chat', 'texts'],
  postings: ['assignments', 'chat', 'texts'],
  digest: ['assignments', 'chat', 'texts'],
  interview: ['scoring', 'candidates', 'documents', 'assignments', 'chat', 'texts'],
  'platforms/slack': ['chat', 'texts'],
  'platforms/teams': ['chat', 'texts'],
  'platforms/web': ['chat', 'texts'],
  assistant: [
    'answers',
    'interview',
    'digest',
    'postings',
    'assignments',
    'candidates',
    'scoring',
    'documents',
    'model',
    'chat',
    'texts',
  ],
}
/** These start the program and may import everything; nothing imports them. */
const starters = ['main', 'cli']
/** What main and cli are made of: they put everything together, and only they use it. */
const assembly = ['house', 'commands']
/** Modules whose types (never values) anybody may import: what they describe is stored, said or passed along everywhere. */
const typesAnywhere = [
  'chat',
  'assignments',
  'candidates',
  'scoring',
  'documents',
  'interview',
  'answers',
  'storage',
  'model',
  'digest',
  'postings',
]

const homes: Record<string, RegExp> = {
  '@slack/': /^platforms\/slack\//,
  botbuilder: /^platforms\/teams\//,
  'botframework-': /^platforms\/teams\//,
  openai: /^model\/openai\.ts$/,
  keyv: /^storage\//,
  'pg-boss': /^storage\/jobs\.ts$/,
  pg: /^storage\//,
  '@electric-sql/': /^storage\//,
  unpdf: /^documents\//,
  mammoth: /^documents\//,
}

const src = resolve(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

function folderOf(path: string): string {
  const parts = path.split('/')
  if (parts.length === 1) return parts[0]!.replace(/\.ts$/, '')
  return parts[0] === 'platforms' && parts.length > 2 ? `platforms/${parts[1]}` : parts[0]!
}

const imports = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:^|\n)(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => {
      const target = match[2] ?? match[3]!
      const path = target.startsWith('.') ? relative(src, resolve(dirname(join(src, file)), target)) : null
      return { file, folder: folderOf(file), target, path, typeOnly: Boolean(match[1]) }
    },
  )
})

describe('who may import whom', () => {
  it('keeps every folder to its neighbours', () => {
    const wrong = imports.filter(({ folder, path, typeOnly }) => {
      if (path === null || path.startsWith('..') || starters.includes(folder) || assembly.includes(folder)) return false
      const to = folderOf(path)
      if (to === folder || everywhere.includes(to) || allowed[folder]?.includes(to)) return false
      if (typeOnly && (folder === 'texts' || folder === 'storage' || typesAnywhere.includes(to))) return false
      return true
    })
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
  })

  it('lets nothing import main or cli', () => {
    const wrong = imports.filter(({ path }) => path !== null && starters.includes(folderOf(path)))
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
  })

  it('lets only main, cli and each other use the parts that put everything together', () => {
    const wrong = imports.filter(
      ({ folder, path, typeOnly }) =>
        path !== null && !typeOnly && assembly.includes(folderOf(path)) && ![...starters, ...assembly].includes(folder),
    )
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
  })

  it('gives each package one home', () => {
    const wrong = imports.filter(({ file, target, path, typeOnly }) => {
      if (path !== null || typeOnly) return false
      const home = Object.entries(homes).find(([name]) =>
        name.endsWith('/') || name.endsWith('-')
          ? target.startsWith(name)
          : target === name || target.startsWith(`${name}/`),
      )
      return home !== undefined && !home[1].test(file)
    })
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
  })

  it('reads the environment in config.ts and the wall clock in clock.ts only', () => {
    const readers = files.filter((file) => {
      const text = readFileSync(join(src, file), 'utf8')
      return (
        (file !== 'config.ts' && /process\.env\b/.test(text)) ||
        (file !== 'clock.ts' && /\bDate\.now\(|\bnew Date\(\)|Temporal\.Now\b/.test(text))
      )
    })
    expect(readers).toEqual([])
  })
})

it('pins Node for every platform in the lockfile', () => {
  const lock = JSON.parse(readFileSync(resolve(src, '../package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>
  }
  const manifest = JSON.parse(readFileSync(resolve(src, '../package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const pinned = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'))
  expect(pinned).toHaveLength(5)
  for (const [name, version] of pinned) expect(lock.packages[`node_modules/${name}`]?.version).toBe(version)
})
