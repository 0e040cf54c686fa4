import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { replay } from './transcript.ts'

const folder = resolve(import.meta.dirname, '../conversations')
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')

describe('whole conversations go as they are written down', () => {
  it('there are at least twenty', () => {
    expect(names.length).toBeGreaterThanOrEqual(20)
  })

  it.each(names)('%s', (name) => {
    const path = join(folder, name)
    const written = readFileSync(path, 'utf8')
    const played = replay(written)
    // After a wanted change of words: UPDATE_CONVERSATIONS=1, then read the difference.
    if (process.env['UPDATE_CONVERSATIONS']) writeFileSync(path, played)
    else expect(played).toBe(written)
  })
})
