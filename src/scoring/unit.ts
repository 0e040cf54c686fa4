import { akin, stemKeys } from '../text/stem.ts'
import type { Unit } from './criterion.ts'
import type { Lexicon } from './lexicon.ts'
import { couldMatch, matchPattern, type Pattern } from './pattern.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Compounds shorter than this are left whole: taking "werkplan" apart finds work and plans everywhere. */
const SHORTEST_COMPOUND = 10
const SHORTEST_PART = 3

type Hit = { topic: string; tokens: number[]; literal: number; size: number; pattern: Pattern }

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
        moreThan(hit, tokens),
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
          hits.push({ topic, tokens: at, literal: pattern.literal, size, pattern })
        from = at[0]! + 1
      }
    }
  }
  return hits.sort((a, b) => b.tokens.length - a.tokens.length || b.literal - a.literal || a.size - b.size)
}

export const isNoise = (token: Token, lexicon: Lexicon): boolean =>
  lexicon.noise.has(token.word) || token.word.length < 2 || /^\d{1,2}$/.test(token.word)

/** What a compound adds to the topic that its beginning or end names; these endings only make a noun or a piece of work of it. */
const lightRest =
  /^(?:s|e|en|n)?(?:$|.{1,3}$|.?.?(?:ing|ingen|heid|heids|ement|atie|aties|ation|ering|eringen|erend|erende|eren|urele?|isch|ische|ical|ically|isation|ization|ability|ments?|ness|eel|ele|elijk|elijke|baar|bare|iteit)$|traject|project|proces|werk|plan|management|verlen|opgave|vraagstuk|activiteit|voorziening|aanpak|maatregel|dossier|zaken|zaak|taken|domein|sector|instelling|organisatie|context|omgeving|regeling|aanvra|programma|kund|stuk|procedure|beleid|bestrijd|ontwikkeling|branche|gebied|thema|opdracht|werkzaamheden|vraag)/

/** Ways to part a compound of which a pattern knows only one half: "crisiscommunicatie" is more than crisis. None where it knows all that matters. */
function moreThan({ pattern, tokens: at }: Hit, tokens: readonly Token[]): [string, string][] {
  const [phrase] = pattern.phrases
  if (at.length !== 1 || !phrase || 'topic' in phrase || phrase.words.length !== 1) return []
  const [known] = phrase.words
  const { word } = tokens[at[0]!]!
  if (known?.kind !== 'glob') return []
  if (known.after !== '') {
    const rest = word.slice(0, word.length - known.after.length)
    return rest.length > SHORTEST_PART ? [[known.after, rest.replace(/s$/, '')]] : []
  }
  const rest = word.slice(known.before.length)
  if (known.before === '' || lightRest.test(rest)) return []
  // The pattern may have cut its own word short, and a letter may join the two.
  return [...new Set([rest, rest.replace(/^(?:en|e|s|ie|n)/, '')])]
    .filter((last) => last.length > SHORTEST_PART)
    .map((last) => [known.before, last])
}

function unit(tokens: Token[], topics: string[], lexicon: Lexicon, compound: [string, string][] = []): Unit {
  const parts = partsOf(tokens, lexicon)
  return {
    words: tokens.map((token) => token.word).join(' '),
    topics: compound.length > 0 ? [] : topics,
    keys: tokens.length === 1 ? tokens[0]!.keys : [],
    parts: [
      ...parts,
      ...translated(tokens, lexicon),
      ...compound.map(([known, rest]) => [
        { word: known, keys: stemKeys(known), topic: topics[0]! },
        ...halves(rest, lexicon),
      ]),
    ],
    soft: tokens.every((token) => lexicon.soft.has(token.word) || isNoise(token, lexicon)),
  }
}

/** The other half of a compound, by the narrowest topic that its word names, if any. */
function halves(rest: string, lexicon: Lexicon): Unit['parts'][number] {
  const [hit] = topicHits(tokensOf(rest), lexicon)
  const abroad = stemKeys(rest).flatMap((key) => lexicon.translations.get(key) ?? [])
  return [{ word: rest, keys: [rest, ...abroad].flatMap(stemKeys), ...(hit ? { topic: hit.topic } : {}) }]
}

/** Its words in the other language, each as what may stand for it. */
function translated(tokens: Token[], lexicon: Lexicon): Unit['parts'] {
  if (tokens.length !== 1) return []
  const words = new Set(tokens[0]!.keys.flatMap((key) => lexicon.translations.get(key) ?? []))
  return [...words].map((phrase) => phrase.split(/[\s-]/).map((word) => ({ word, keys: stemKeys(word), whole: true })))
}

/** The words that stand for it together: those of a compound, or those of a term of several words. */
function partsOf(tokens: Token[], lexicon: Lexicon): Unit['parts'] {
  const words =
    tokens.length === 1
      ? splitCompound(tokens[0]!.word, lexicon.parts)
      : [tokens.filter((token) => !isNoise(token, lexicon)).map((token) => token.word)]
  const [only] = tokens
  const head =
    tokens.length === 1
      ? /^(\p{L}{6,}?)s?(?:traject|project|proces|werkzaamhed|activiteit|voorziening)(?:en|s|ten|sen)?$/u.exec(
          only!.word,
        )?.[1]
      : undefined
  return [...words, ...(head ? [[head]] : [])].map((list) => list.map((word) => ({ word, keys: stemKeys(word) })))
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
