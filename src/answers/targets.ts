import type { Assignment } from '../assignments/assignment.ts'
import type { Catalogue, Found } from '../assignments/catalogue.ts'
import { isGeneric, plainNumber } from '../assignments/catalogue-names.ts'
import { plainWords, rootOf } from '../assignments/word-roots.ts'
import { fold } from '../text/fold.ts'
import { besideByKind, calledByKind } from './client-kind.ts'

/** Which assignments a question is about, and how that was seen. */
export type Targets =
  | { how: 'named' | 'focus'; assignments: Assignment[]; found?: Found[] }
  /** Nothing named and nothing in focus. */
  | { how: 'none' }
  /** A reference or a client that is not in the catalogue. */
  | { how: 'unknown'; words: string; number: boolean }

const clientKinds =
  'gemeente|provincie|waterschap|hoogheemraadschap|ministerie van|ministerie|veiligheidsregio|omgevingsdienst|regio|universiteit|hogeschool|municipality of|province of|ministry of'

/**
 * What a question names. `held` is what the conversation is about (an option, the focus, the history): it gives way only to a clear
 * name, since words like "projectleider" turn up in questions about any assignment.
 */
export function targetsOf(
  question: string,
  catalogue: Catalogue,
  held: Assignment[],
  now: Temporal.ZonedDateTime,
): Targets {
  const folded = fold(question)
  const others = /\b(?:de|het|die) ander(?:e|en)?\b|\bthe other\b|\bother one/.test(folded)
  if (others && held.length > 0) {
    const rest = [...catalogue.all()]
      .slice(0, 12)
      .filter(({ id, confirmed }) => confirmed && !held.some((one) => one.id === id))
    if (rest.length > 0 && rest.length <= 3) return { how: 'named', assignments: rest }
  }
  // "na mei 2027" names a year, though some reference ends in it.
  const found = catalogue
    .find(question)
    .filter(
      ({ how, words }) => held.length === 0 || how !== 'number' || !words.every((word) => /^(?:19|20)\d\d$/.test(word)),
    )
  const number = unknownNumber(folded, catalogue)
  if (number !== null && found[0]?.how !== 'number') return { how: 'unknown', words: number, number: true }
  const client = unknownClient(question, catalogue)
  if (client !== null && found[0]?.how !== 'number' && !held.some(({ text }) => fold(text).includes(fold(client))))
    return { how: 'unknown', words: client, number: false }
  const telling = found.filter(({ words }) => words.some((word) => !isGeneric(word)))
  if (telling.length === 0) {
    const meant = calledByKind(folded, catalogue, now, held.length > 0)
    if (meant.length > 0) return { how: 'named', assignments: meant }
  }
  if (held.length > 0 && (found.length === 0 || !isClear(found, held, folded)))
    return { how: 'focus', assignments: held }
  if (telling.length === 0) return held.length > 0 ? { how: 'focus', assignments: held } : { how: 'none' }
  const named = telling.map(({ assignment }) => assignment)
  const more = named.length === 1 ? besideByKind(folded, catalogue, now).filter((one) => one !== named[0]) : []
  return { how: 'named', assignments: [...named, ...more], found: telling }
}

/** A name clear enough to leave what the conversation is about. */
function isClear(found: Found[], held: Assignment[], folded: string): boolean {
  const top = found[0]!
  if (held.some(({ id }) => id === top.assignment.id)) return found.length === 1
  if (top.how === 'number') return true
  if (namesClient(top.assignment, folded)) return true
  const said = top.words.filter((word) => !isGeneric(word))
  if (said.length === 0) return false
  // Words that the assignment in focus uses itself are about that one.
  const own = new Set(held.flatMap(({ text }) => plainWords(text.slice(0, 30_000)).map(rootOf)))
  const strange = said.filter((word) => !own.has(word))
  if (strange.length === 0) return false
  if (found.length === 1 && strange.some((word) => isPointedAt(word, folded))) return true
  if (strange.length === 1 && top.how === 'client' && !isPrinted(strange[0]!, top.assignment, folded)) return false
  const pointing = /\b(?:bij|van|voor|op|in|die|for|at|about|the)\b/.test(folded)
  return (
    (top.how === 'client' ||
      top.how === 'alias' ||
      top.how === 'place' ||
      said.length >= 2 ||
      /opdracht|klus|uitvraag|aanvraag|assignment|posting|\brol\b|\brole\b/.test(folded)) &&
    pointing
  )
}

/** The client's name in full: two words or more, so that a place that both mention is not enough. */
function namesClient({ posting }: Assignment, folded: string): boolean {
  const client = fold(posting.organisation ?? '')
  return client.includes(' ') && ` ${folded.replace(/[?!.,;:]/g, ' ')} `.includes(` ${client} `)
}

/** "bij de gemalen", "van gemalen": the word by which it is called, right behind a word that points. */
function isPointedAt(root: string, folded: string): boolean {
  const pointed = folded.matchAll(/\b(?:bij|van|voor|die van|for|at|about)\s+(?:de |het |die |dat |the )?([\p{L}-]+)/gu)
  return [...pointed].some(([, word]) => plainWords(word!).some((plain) => rootOf(plain) === root))
}

/** The question has the name's own word, not another with the same root: "regelen" is not "Regeling". */
function isPrinted(root: string, { posting, text }: Assignment, folded: string): boolean {
  const names = new Set(plainWords([posting.organisation, posting.title, posting.location].join(' ')))
  const said = plainWords(folded).filter((word) => rootOf(word) === root)
  return (
    said.length === 0 ||
    said.some((word) => names.has(word) || [...names].some((name) => name.startsWith(word))) ||
    fold(text).includes(`(${root})`)
  )
}

/** A long number, or one called an assignment's, that nobody bears. */
export function unknownNumber(folded: string, catalogue: Catalogue): string | null {
  for (const match of folded.matchAll(
    /(?<![\d.,€/:-]|€ )(?:(?:opdracht|aanvraag|nummer|assignment|nr\.?)\s+#?(\d{3,6})|(?<!\d)#?(\d{5,6}))(?![\d.,]*\d|\s?(?:euro|eur|%|uur|punten|-))/g,
  )) {
    const number = (match[1] ?? match[2])!
    const known = catalogue.find(number)
    if (known[0]?.how !== 'number' && !/^(?:19|20)\d\d$/.test(plainNumber(number))) return number
  }
  return null
}

/** "gemeente Utrecht" where no assignment is Utrecht's. Wants the capital, so that "gemeente is" is not taken for a name. */
export function unknownClient(question: string, catalogue: Catalogue): string | null {
  const match = new RegExp(`\\b(${clientKinds})\\s+(\\p{Lu}[\\p{L}-]+(?:\\s+\\p{Lu}[\\p{L}-]+)?)`, 'iu').exec(question)
  if (match === null || !/^\p{Lu}/u.test(match[2]!)) return null
  const words = plainWords(match[2]!)
  return words.some((word) => catalogue.knowsWord(word)) ? null : `${match[1]} ${match[2]}`
}
