import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Sent } from './slack.ts'

const root = resolve(import.meta.dirname, '../..')
const fileOf = (path: string, name: string): Sent => ({ name, bytes: readFileSync(`${root}/${path}`) })

/** Invented CVs: a Word file and a PDF of five pages. */
export const cvs: Sent[] = [
  fileOf('examples/cvs/programmacoordinator.docx', 'cv.docx'),
  fileOf('tests/fixtures/documents/five-pages.pdf', 'cv.pdf'),
]

/** What a person says along with it. */
export const scoringWords = 'toets KV voor 70412, € 95'
