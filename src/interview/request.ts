import type { Assignment } from '../assignments/assignment.ts'
import { fold } from '../text/fold.ts'
import { rateIn } from './amounts.ts'
import { candidateCode } from './code.ts'

/** What one message asked for: "toets NvT voor 31050, €92". What was not said is null. */
export type ScoringRequest = {
  assignment: Assignment | null
  /** More than one fits; the person picks. */
  fitting: Assignment[]
  code: string | null
  /** A name was typed: it became initials and goes no further. */
  reduced: boolean
  rateEur: number | null
  /** Words that were meant as an assignment and fit none. */
  unknown: boolean
}

const verbs =
  /^(?:(?:kun je|wil je|ik wil|graag|please|can you|could you|i want to|let's)\s+)*(?:kandidaat toetsen|toetsen|toets|scoren|scoor|score|beoordelen|beoordeel|assess|test|check|rate|screen|evaluate)\b[\s:,]*/i
const polite = /^(?:(?:kun je|kan je|wil je|ik wil|graag|please|can you|could you|i want to|let's)\s+)+/i
/** Words before the candidate, and the verb where Dutch puts it last. */
const filler = /^(?:.{0,40}?\b)?(?:kandidaat|candidate|cv van|cv of)\b[\s:]*/i
const lastVerb = /\s*\b(?:toetsen|scoren|beoordelen|te toetsen)$/i
const prepositions = /\s*(?:^|\s)(?:voor|op|tegen|bij|for|against|on)\s+/i

/**
 * Reads a request to score; `find` is the catalogue's search, `open` what is open, soonest first. `asked` is false for words that
 * only come along with a file: they are searched for no assignment.
 */
export function readRequest(
  text: string,
  catalogue: { open: Assignment[]; find(text: string): Assignment[] },
  asked = verbs.test(text.trim()),
): ScoringRequest {
  const rateEur = rateIn(text)
  const plain = withoutRate(text)
    .trim()
    .replace(verbs, '')
    .replace(polite, '')
    .replace(filler, '')
    .replace(lastVerb, '')
    .trim()
  const parts = plain.split(prepositions).map(clean)
  const [before = '', ...after] = parts
  const place = clean(after.join(' '))
  if (place !== '') {
    // "toets 31050 voor NvT" is the other way round.
    const numbered = exact(place, catalogue)
    const swapped = numbered ? null : exact(before, catalogue)
    if (swapped) return { ...named(place), assignment: swapped, fitting: [], rateEur, unknown: false }
    return { ...named(before), ...chosen(numbered, place, catalogue), rateEur }
  }
  // No preposition: a number or id anywhere, the rest is the candidate.
  const tokens = before.split(/[\s,;]+/).filter(Boolean)
  const at = tokens.findIndex((token) => exact(token, catalogue))
  if (at >= 0) {
    const rest = [...tokens.slice(0, at), ...tokens.slice(at + 1)].join(' ').replace(filler, '')
    return { ...named(rest), assignment: exact(tokens[at]!, catalogue), fitting: [], rateEur, unknown: false }
  }
  if (before === '') return { code: null, reduced: false, assignment: null, fitting: [], rateEur, unknown: false }
  const code = candidateCode(before)
  if (tokens.length === 1 && code && !code.reduced && !/^\d+$/.test(before)) {
    return { ...named(before), assignment: null, fitting: [], rateEur, unknown: false }
  }
  const found = asked ? catalogue.find(before) : []
  if (found.length > 0 && !looksLikeName(before)) {
    return { code: null, reduced: false, ...chosen(null, before, catalogue), rateEur }
  }
  if (/\d{3,}/.test(before))
    return { code: null, reduced: false, assignment: null, fitting: [], rateEur, unknown: true }
  return { ...named(before), assignment: null, fitting: [], rateEur, unknown: false }
}

/** The assignment that these words mean: by number or id, else by the catalogue's search. */
export function chosen(
  numbered: Assignment | null,
  text: string,
  catalogue: { open: Assignment[]; find(text: string): Assignment[] },
): { assignment: Assignment | null; fitting: Assignment[]; unknown: boolean } {
  const one = numbered ?? exact(text, catalogue)
  if (one) return { assignment: one, fitting: [], unknown: false }
  const found = catalogue.find(text)
  if (found.length === 1) return { assignment: found[0]!, fitting: [], unknown: false }
  return { assignment: null, fitting: found.slice(0, 8), unknown: found.length === 0 }
}

/** By the printed number or the id, whole words only. */
export function exact(
  text: string,
  catalogue: { open: Assignment[]; find(text: string): Assignment[] },
): Assignment | null {
  const wanted = fold(text).replace(/^(?:opdracht|aanvraag|assignment|nummer|nr\.?|number)\s+/, '')
  if (wanted === '') return null
  const fits = (assignment: Assignment) =>
    fold(assignment.id) === wanted || (assignment.posting.number !== null && fold(assignment.posting.number) === wanted)
  return catalogue.open.find(fits) ?? (/\d|^[\w-]+$/.test(wanted) ? (catalogue.find(text).find(fits) ?? null) : null)
}

/** A code, initials or a name; a sentence is none of these. */
function named(text: string): { code: string | null; reduced: boolean } {
  const plain = clean(text.replace(filler, '').replace(lastVerb, ''))
  const words = plain.split(/\s+/)
  const isSentence = words.length > 1 && !looksLikeName(plain) && words.some((word) => /^\p{Ll}{4,}$/u.test(word))
  const found = isSentence || words.length > 6 ? null : candidateCode(plain)
  return found ?? { code: null, reduced: false }
}

function looksLikeName(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length >= 2 && words.length <= 5 && /^\p{Lu}\p{Ll}/u.test(words[0]!) && /^\p{Lu}\p{Ll}/u.test(words.at(-1)!)
  )
}

function withoutRate(text: string): string {
  return text
    .replace(
      /(?:\bmet\s+|\bwith\s+)?(?:\been\s+|\ba\s+)?(?:\b(?:uur)?tarief|\b(?:hourly )?rate)\s*(?:is|van|of|:|=)?\s*(?:€\s*)?\d{1,3}(?:[.,]\d{1,2})?(?:,-)?/gi,
      ' ',
    )
    .replace(/(?:\bvoor\s+|\bfor\s+|\bà\s+|\bat\s+)?€\s*\d{1,3}(?:[.,]\d{1,2})?(?:,-)?/gi, ' ')
    .replace(/\b(?:voor\s+|for\s+)?\d{1,3}(?:[.,]\d{1,2})?\s*(?:euro|eur)\b/gi, ' ')
    .replace(/\b(?:per|p\/)\s*(?:uur|hour|u)\b/gi, ' ')
}

function clean(text: string): string {
  return text.replace(/^[\s,;:.]+|[\s,;:?!]+$/g, '').replace(/\s+/g, ' ')
}
