import type { Assignment } from '../assignments/assignment.ts'
import { fold } from '../text/fold.ts'
import { type Passage, passagesOf, verbatimOf } from './passages.ts'

/** Quotes of the recorded facts with one of these names; the posting's own words. */
export function factQuotes(assignment: Assignment, ...fields: string[]): string[] {
  const found = assignment.facts
    .filter(({ field, value }) => fields.includes(field) && value !== null)
    .map(({ quote }) => verbatimOf(quote))
    .filter((quote) => quote !== '')
  return [...new Set(found)]
}

export function factValue(assignment: Assignment, field: string): unknown {
  return assignment.facts.find((fact) => fact.field === field && fact.value !== null)?.value ?? null
}

/** Passages whose folded words match; headings only when asked for. */
export function mentions(assignment: Assignment, pattern: RegExp, options: { headings?: boolean } = {}): Passage[] {
  return passagesOf(assignment).filter(
    (passage) => (options.headings || !passage.isHeading) && pattern.test(passage.folded),
  )
}

/** The whole sentence around a recorded quote, when there is one: a bare value says too little. */
export function widen(assignment: Assignment, quote: string): string {
  const wanted = fold(quote)
  if (wanted === '') return quote
  const around = passagesOf(assignment).find(
    ({ verbatim }) => fold(verbatim).includes(wanted) && verbatim.length < 400 && verbatim.length > quote.length,
  )
  return around?.verbatim ?? quote
}

/** The best quotes for a field: recorded facts widened to their sentence, else the passages that speak of it. */
export function quotesFor(assignment: Assignment, fields: string[], pattern: RegExp | null, most = 2): string[] {
  const facts = factQuotes(assignment, ...fields).map((quote) => widen(assignment, quote))
  if (facts.length > 0) return [...new Set(facts)].slice(0, most)
  return pattern === null
    ? []
    : mentions(assignment, pattern)
        .map(({ verbatim }) => verbatim)
        .slice(0, most)
}

/** Text shortened to about `words` words, cut at a word and marked. */
export function clip(text: string, words: number): string {
  const parts = text.split(/\s+/)
  return parts.length <= words
    ? text
    : `${parts
        .slice(0, words)
        .join(' ')
        .replace(/[,;:]$/, '')} …`
}
