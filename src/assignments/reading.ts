import type { Stretch } from '../text/sentences.ts'
import type { Certainty } from './assignment.ts'
import type { Labelled } from './labelled.ts'
import type { Source } from './source.ts'

/** A value with the stretch of `Source.text` it was read from. */
export type Reading<T> = { value: T; start: number; end: number; certainty: Certainty }

/** What the parts of the reader look at: the source, its labels, and the sentences outside the lists of criteria. */
export type Page = { source: Source; labelled: Labelled[]; prose: Stretch[] }

/** The first label of `field` whose value gives something. */
export function byLabel<T>(
  page: Page,
  field: Labelled['field'],
  parse: (value: string, label: Labelled) => T | null,
): Reading<T> | null {
  for (const entry of page.labelled) {
    if (entry.field !== field) continue
    const value = parse(entry.value.text, entry)
    if (value !== null) return { value, start: entry.start, end: entry.end, certainty: 'label' }
  }
  return null
}

const instead =
  /\(\s*(?:was|voorheen|eerder|eerst|oud|previously|formerly)\b|,?\s*(?:in plaats van|i\.?p\.?v\.?|waar eerst|instead of|rather than)\b/iu
const raised =
  /(?:gaat|gaan) (?:omhoog|omlaag)[^.;]*? naar|(?:wordt|worden|is|zijn) (?:verhoogd|verlaagd|gewijzigd|aangepast|bijgesteld)[^.;]*? (?:naar|tot|in)|(?:is|are|was|has been) (?:raised|lowered|changed)[^.;]*? to/iu
const fromTo = /\b(?:van|from)\s+(?=\S*\d)(.{1,40}?)\s+(?:naar|to)\s+(?=\S*\d)/iu

const changing =
  /gewijzigd|aangepast|verla\w+|verho\w+|teruggebracht|uitgebreid|gaat|gaan|wordt|worden|changed|reduced|raised|goes/i

/** Where a sentence that changes a value parts the new one from the old; `newFirst` says which comes first. */
function partsOfChange(text: string): { now: string; before: string; newFirst: boolean } | null {
  const at = instead.exec(text)
  if (at) return { now: text.slice(0, at.index), before: text.slice(at.index), newFirst: true }
  const up = raised.exec(text)
  if (up) return { now: text.slice(up.index + up[0].length), before: '', newFirst: false }
  const moved = changing.test(text) ? fromTo.exec(text) : null
  return moved ? { now: text.slice(moved.index + moved[0].length), before: moved[1]!, newFirst: false } : null
}

/** "De inzet wordt 32 uur per week (was 36 uur per week)": the value that a change puts in the place of another, which holds for the whole posting. */
export function revisedIn<T>(sentences: Stretch[], parse: (text: string) => T | null): Reading<T> | null {
  for (const { text, start, end } of sentences) {
    const parts = partsOfChange(text)
    const value = parts ? parse(parts.now) : null
    if (!parts || value === null || (parts.newFirst && !/\d/.test(parts.before))) continue
    return { value, start, end, certainty: 'prose' }
  }
  return null
}

/** The first sentence that gives something. */
export function byProse<T>(page: Page, parse: (sentence: string) => T | null): Reading<T> | null {
  for (const { text, start, end } of page.prose) {
    const value = parse(text)
    if (value !== null) return { value, start, end, certainty: 'prose' }
  }
  return null
}

/** All sentences that give something. */
export function allProse<T>(page: Page, parse: (sentence: string) => T | null): Reading<T>[] {
  return page.prose.flatMap(({ text, start, end }) => {
    const value = parse(text)
    return value === null ? [] : [{ value, start, end, certainty: 'prose' as const }]
  })
}
