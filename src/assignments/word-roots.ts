import { fold } from '../text/fold.ts'

/**
 * Words and their roots, for finding rather than for grammar: one light stemmer for Dutch and English together, because a posting
 * and a question mix both. It forgets endings and vowel length ("gemalen", "gemaal" → gemal) and may merge two words; never splits one.
 */

const endings = ['ingen', 'heden', 'ing', 'ies', 'en', 'es', 'ed', 'er', 's', 'e', 't', 'd']
const known = new Map<string, string>()
/** Enough for the words of thousands of postings; then the cache starts again. */
const CACHE_LIMIT = 100_000

/** The words of a text, folded, hyphens and slashes split, apostrophes kept ("cv's"). */
export function plainWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []
}

/** What is left of a folded word without its ending. Numbers stay as they are. */
export function rootOf(word: string): string {
  const cached = known.get(word)
  if (cached !== undefined) return cached
  if (known.size > CACHE_LIMIT) known.clear()
  const root = cut(word)
  known.set(word, root)
  return root
}

export function rootsOf(text: string): string[] {
  return plainWords(text).map(rootOf)
}

function cut(word: string): string {
  if (/^\d/.test(word)) return word
  let root = word.replace(/'.*$/, '')
  for (let round = 0; round < 2; round++) {
    const ending = endings.find((end) => root.endsWith(end) && root.length - end.length >= (end === 'er' ? 4 : 3))
    if (ending === undefined) break
    root = root.slice(0, -ending.length)
  }
  return root
    .replace(/([aeou])\1/g, '$1')
    .replace(/([bdfgklmnprst])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
}

/** True when two roots are the same, or one is a whole part of the other's compound ("terrein" in "bedrijventerrein", "reis" in "reiskosten"). */
export function kindred(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    (short.length >= 5 && (long.startsWith(short) || long.endsWith(short))) ||
    (short.length === 4 && long.length >= 8 && long.startsWith(short))
  )
}
