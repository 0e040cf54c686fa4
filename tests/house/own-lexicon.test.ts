import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { command } from './shell.ts'

afterEach(() => vi.unstubAllEnvs())

/** What the shell's `score` makes of one invented knock-out, with this folder as the data directory. */
async function decision(dataDir: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-postings-'))
  writeFileSync(
    join(folder, '7001.txt'),
    'Verzonnen inhuuropdracht\nAanvraagnummer: 7001\nEinde inschrijfdatum: 01-06-2027\n\nKnock-outcriteria\n1. Aantoonbare ervaring met muskusrattenbestrijding\n2. Hbo-diploma\n',
  )
  const cv = join(folder, 'cv.txt')
  writeFileSync(
    cv,
    'Werkervaring\n\njan 2020 - heden\nVanger, waterschap Noord\n- Bestreed knaagdieren langs de dijken.\n\nOpleiding\nHbo Biologie, diploma 2010\n',
  )
  vi.stubEnv('MAATSTAF_DATA_DIR', dataDir)
  const { out, err } = await command(null, ['score', '7001', cv, '--postings', folder, '--json'])
  return err === '' ? JSON.parse(out).knockouts['1'].decision : err
}

it('words in the folder lexicon/ of the data directory count when a CV is scored', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-data-'))
  expect(await decision(dataDir)).toBe('fails')
  mkdirSync(join(dataDir, 'lexicon'))
  writeFileSync(
    join(dataDir, 'lexicon/topics.json'),
    JSON.stringify({ topics: { muskrats: { is: ['muskusratten*', 'knaagdieren + dijken'] } } }),
  )
  expect(await decision(dataDir)).toBe('meets')
})

it('a file there that cannot be read is named, and nothing is scored', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-data-'))
  mkdirSync(join(dataDir, 'lexicon'))
  writeFileSync(join(dataDir, 'lexicon/roles.json'), '{"families": 3}')
  expect(await decision(dataDir)).toContain('roles.json')
})
