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
const fromTo = /\b(?:van|from)\s+(?=\S*\d)(.{1,40}?)\s+(?:naar|to)\s+(?=\S*\d)/iu

/**
 * "De inzet wordt 32 uur per week (was 36 uur per week)": the value that a change puts in the place of another, which stands for the whole posting.
 */
export function revisedIn<T>(
  page: Page,
  parse: (text: string) => T | null,
): (Reading<T> & { before: T | null }) | null {
  for (const { text, start, end } of page.source.sentences) {
    const at = instead.exec(text)
    const moved = at ? null : fromTo.exec(text)
    if (
      !at &&
      !(
        moved &&
        /gewijzigd|aangepast|verla\w+|verho\w+|teruggebracht|uitgebreid|gaat|gaan|wordt|worden|changed|reduced|raised|goes/i.test(
          text,
        )
      )
    )
      continue
    const cut = at ? at.index : moved!.index + moved![0].length
    const value = parse(at ? text.slice(0, cut) : text.slice(cut))
    if (value === null) continue
    const before = parse(at ? text.slice(cut) : moved![1]!)
    if (at && before === null && !/\d/.test(text.slice(cut))) continue
    return { value, before, start, end, certainty: 'prose' }
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
