import { akin, stemKeys } from '../text/stem.ts'
import type { Unit } from './criterion.ts'
import type { Lexicon } from './lexicon.ts'
import { couldMatch, matchPattern } from './pattern.ts'
import type { Token } from './tokens.ts'

/** Compounds shorter than this are left whole: taking "werkplan" apart finds work and plans everywhere. */
const SHORTEST_COMPOUND = 10
const SHORTEST_PART = 3

type Hit = { topic: string; tokens: number[]; literal: number; size: number }

/**
 * What the words of a stretch of criterion ask for. A topic of the lexicon covers its words, the longest match first and of equals the
 * narrowest topic; every other word that is not mere filling stands for itself.
 */
export function unitsOf(tokens: readonly Token[], lexicon: Lexicon): Unit[] {
  const taken = new Set<number>()
  const units: { at: number; unit: Unit }[] = []
  for (const hit of topicHits(tokens, lexicon)) {
    if (hit.tokens.some((index) => taken.has(index))) continue
    for (const index of hit.tokens) taken.add(index)
    units.push({
      at: Math.min(...hit.tokens),
      unit: unit(
        hit.tokens.map((index) => tokens[index]!),
        [hit.topic],
        lexicon,
      ),
    })
  }
  tokens.forEach((token, index) => {
    if (taken.has(index) || isNoise(token, lexicon)) return
    units.push({ at: index, unit: unit([token], [], lexicon) })
  })
  return distinct(units.sort((a, b) => a.at - b.at).map((each) => each.unit))
}

/** The lexicon with only those topics that a text has words of: a criterion is taken apart in many ways, and the rest would be tried each time. */
export function narrowedTo(tokens: readonly Token[], lexicon: Lexicon): Lexicon {
  const topics = [...lexicon.topics].flatMap(([id, { is, near, shows }]) => {
    const fitting = is.filter((pattern) => pattern.phrases.length === 1 && couldMatch(pattern, tokens))
    return fitting.length > 0 ? [[id, { is: fitting, near, shows, size: is.length }] as const] : []
  })
  return { ...lexicon, topics: new Map(topics) }
}

/** Where topics of the lexicon stand in a criterion, best first. Spread patterns and references are for reading CVs, not criteria. */
export function topicHits(tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = []
  for (const [topic, { is, size = is.length }] of lexicon.topics) {
    for (const pattern of is) {
      if (pattern.phrases.length > 1 || 'topic' in pattern.phrases[0]!) continue
      // Every place where it stands, not only the first.
      for (let from = 0; from < tokens.length; ) {
        const found = matchPattern(pattern, tokens.slice(from), () => null)
        if (!found) break
        const at = found.map((index) => index + from)
        if (!at.every((index) => isNoise(tokens[index]!, lexicon)))
          hits.push({ topic, tokens: at, literal: pattern.literal, size })
        from = at[0]! + 1
      }
    }
  }
  return hits.sort((a, b) => b.tokens.length - a.tokens.length || b.literal - a.literal || a.size - b.size)
}

export const isNoise = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.noise.has(token.word) || token.word.length < 2 || /^\d{1,2}$/.test(token.word)

function unit(tokens: Token[], topics: string[], lexicon: Lexicon): Unit {
  return {
    words: tokens.map((token) => token.word).join(' '),
    topics,
    keys: tokens.length === 1 ? tokens[0]!.keys : [],
    parts: partsOf(tokens, lexicon),
    soft: tokens.every((token) => lexicon.soft.has(token.word) || isNoise(token, lexicon)),
  }
}

/** The words that stand for it together: those of a compound, or those of a term of several words. */
function partsOf(tokens: Token[], lexicon: Lexicon): Unit['parts'] {
  const words =
    tokens.length === 1
      ? splitCompound(tokens[0]!.word, lexicon.parts)
      : [tokens.filter((token) => !isNoise(token, lexicon)).map((token) => token.word)]
  return words.map((list) => list.map((word) => ({ word, keys: stemKeys(word) })))
}

function distinct(units: Unit[]): Unit[] {
  const seen = new Set<string>()
  return units.filter((each) => {
    const id = each.topics[0] ?? each.words
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

/** Ways to read a word as two known parts with an optional linking s, e, en or r. */
export function splitCompound(word: string, parts: readonly string[]): string[][] {
  if (word.length < SHORTEST_COMPOUND) return []
  const found: string[][] = []
  for (const first of parts) {
    if (!word.startsWith(first)) continue
    const rest = word.slice(first.length)
    for (const link of ['', 's', 'en', 'e', 'n']) {
      if (!rest.startsWith(link)) continue
      const last = rest.slice(link.length)
      if (last.length > SHORTEST_PART && parts.some((part) => akin(last, part))) {
        found.push([first, last])
      }
    }
  }
  return found
}
