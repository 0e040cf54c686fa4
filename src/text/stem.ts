import { createRequire } from 'node:module'
import type * as Snowball from 'snowball-stemmers'
import { fold } from './fold.ts'

const snowball = createRequire(import.meta.url)('snowball-stemmers') as typeof Snowball
const dutch = snowball.newStemmer('dutch')
const english = snowball.newStemmer('english')

/** Below this many letters only the word itself is compared: "res", "bio" and "ov" have too many neighbours. */
const SHORT = 4
/** Words repeat a lot within a CV and its posting; the bound keeps a long-running process small. */
const REMEMBERED = 20_000
const known = new Map<string, readonly string[]>()

/**
 * The forms under which a word is compared in Dutch and English: two words are akin when they share one. Covers inflection,
 * past tense ("verduurzaamde") and what verbs become as nouns ("implementatie", "coördinator").
 */
export function stemKeys(word: string): readonly string[] {
  const found = known.get(word)
  if (found) return found
  const folded = fold(word)
  const keys = folded.length < SHORT ? [folded] : keysOf(folded)
  if (known.size >= REMEMBERED) known.clear()
  known.set(word, keys)
  return keys
}

/** True when the words share a stem in Dutch or English. */
export function akin(a: string, b: string): boolean {
  const keys = stemKeys(b)
  return stemKeys(a).some((key) => keys.includes(key))
}

function keysOf(word: string): string[] {
  const keys = new Set([word, even(dutch.stem(word)), english.stem(word)])
  for (const base of [word, participle(word)]) {
    if (base === null) continue
    // "spoort" is a form of spoor, "sport" of nothing: a bare t or d is taken off longer words only.
    const past = /^(.{4,}?)(?:de|te|den|ten)$|^(.{5,}?)(?:d|t)$/.exec(base)
    if (past) keys.add(even(dutch.stem((past[1] ?? past[2])!)))
    // -eren, -eerde, -atie, -ator, -ering: one verb and its nouns, in Dutch and English.
    const loan =
      /^(.{4,}?)(?:eren|eerde|eerden|eert|eer|eerd|ering|eringen|atie|aties|ator|atoren|ation|ations|ating|ated|ates|ate)$/.exec(
        base,
      )
    if (loan) keys.add(`${loan[1]}-`)
  }
  return [...keys].filter((key) => key.length >= 3)
}

/** "gecoördineerd" → "coordineerd", "ingevoerd" → "invoerd". */
function participle(word: string): string | null {
  const match = /^(in|op|uit|aan|af|mee|door|over|om|bij|toe|voor)?ge(.{4,}(?:d|t|en))$/.exec(word)
  return match ? `${match[1] ?? ''}${match[2]}` : null
}

/** One spelling for v/f, z/s and single or double vowels and consonants at the end of a stem. */
function even(stem: string): string {
  return stem
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/([aeou])\1([^aeiou])$/, '$1$2')
    .replace(/([^aeiou])\1$/, '$1')
}
