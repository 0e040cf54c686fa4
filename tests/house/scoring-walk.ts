import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ShownEntry } from '../../src/platforms/web/shown.ts'
import { labelsOf, type Said } from './visitor.ts'

const examples = resolve(import.meta.dirname, '../../examples')

/** A day on which every example is open. */
export const walkClock = '2026-10-14T10:00:00+02:00'

export const exampleCv = {
  name: 'cv.docx',
  bytes: readFileSync(join(examples, 'cvs/programmacoordinator.docx')),
}

/** What a person says next, by what is on the screen: to a confirmed score card, which is opened and confirmed once more; null at the end. */
export function nextWords(entries: ShownEntry[], cv: NonNullable<Said['file']> = exampleCv): Said | null {
  const last = entries.at(-1)
  if (!last) return { text: 'toets KV voor 70412, € 95', file: cv }
  if (/^Waarom /m.test(last.text)) return { text: 'zij bracht gemeenten, scholen en bedrijven samen' }
  const labels = labelsOf(last)
  const confirmed = entries.filter(({ text }) => text.startsWith('Bevestigd')).length
  if (labels.includes('Klaar')) return { press: confirmed < 2 ? /^Heropenen$/ : /^Klaar$/ }
  const wishes = [/kloppen$/, /^Voldoet toch/, /^Bevestigen$/, /^Akkoord/, /^Later$/]
  const wish = wishes.find((pattern) => labels.some((label) => pattern.test(label)))
  return wish ? { press: wish } : null
}
