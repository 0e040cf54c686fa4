import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import type { Posting } from '../../src/assignments/assignment.ts'
import { postingText } from '../../src/assignments/posting-text.ts'
import { readPosting } from '../../src/assignments/read-posting.ts'
import type { DocumentFormat } from '../../src/documents/document.ts'

export const ownPostings = resolve(import.meta.dirname, '../../evals/postings')
export const examplePostings = resolve(import.meta.dirname, '../../examples/postings')

/** Files of a folder that hold a posting. */
export function postingFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md|html|eml)$/.test(name) && name !== 'README.md')
    .map((name) => join(folder, name))
}

/** Reads a posting file by the rules alone. */
export async function readFileByRules(file: string): Promise<Posting> {
  const format = extname(file).slice(1) as DocumentFormat
  const text = await postingText({ format, content: readFileSync(file) })
  return readPosting(text, { id: basename(file, extname(file)) })
}

/** What `read --json` prints of it. */
export async function factsOf(file: string): Promise<Record<string, unknown>> {
  const { id, posting } = await readFileByRules(file)
  return { id, ...posting }
}

/** The facts of a short text. */
export function read(text: string, asOf?: string): Posting {
  return readPosting(text, { id: 'test', ...(asOf ? { asOf } : {}) })
}

/** A small posting with the given lines in its conditions. */
export function withConditions(...lines: string[]): Posting {
  return read(
    [
      'Projectleider wonen',
      'Opdrachtgever: Gemeente Proefdam',
      'Sluitingsdatum: 16-07-2026 09:00',
      '',
      'Voorwaarden',
      ...lines,
    ].join('\n'),
  )
}
