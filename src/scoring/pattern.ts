import { stemKeys } from '../text/stem.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * How a lexicon says what to look for: words compare by stem, `*` stands for letters (`*beheer`, `regio*`) or, alone, for one word;
 * `=word` is exactly that word (a plural, a tense);
 * words side by side must stand side by side; `+` joins what may stand anywhere in the same sentence; `@x` means topic x, and `#3 x` at
 * least three members of group x: who names care, housing and energy need not say "cross-sector".
 */
export type Pattern = { phrases: (Phrase | { topic: string })[]; literal: number }
/** `whole`: the words written as one, for "decision making" where a document has "decisionmaking". */
type Phrase = { words: Word[]; whole: Word | null }
type Word =
  | { kind: 'any' }
  | { kind: 'glob'; before: string; after: string; inner: string }
  | { kind: 'stem'; word: string; keys: readonly string[] }

/** A letter prefix or suffix of fewer letters says nothing. */
const SHORTEST_GLOB = 3

export function compile(source: string): Pattern {
  const phrases = source.split('+').map((part) => {
    const trimmed = part.trim()
    if (trimmed.startsWith('@')) return { topic: trimmed.slice(1) }
    return /^#\d /.test(trimmed) ? { topic: trimmed } : phraseOf(trimmed)
  })
  return { phrases, literal: source.replace(/[^\p{L}\p{N}]/gu, '').length }
}

function phraseOf(source: string): Phrase {
  const words = wordsOf(source)
  return { words, whole: words.length > 1 ? joined(words) : null }
}

function wordsOf(source: string): Word[] {
  return source.split(/\s+/).flatMap((piece): Word[] => {
    if (piece === '*') return [{ kind: 'any' }]
    if (piece.startsWith('='))
      return tokensOf(piece.slice(1)).map((token) => ({ kind: 'stem', word: token.word, keys: [] }))
    if (!piece.includes('*')) {
      return tokensOf(piece).map((token) => ({ kind: 'stem', word: token.word, keys: stemKeys(token.word) }))
    }
    const parts = piece.split('-')
    const last = parts.pop()!
    const words: Word[] = parts.flatMap((part) =>
      tokensOf(part).map((token) => ({ kind: 'stem', word: token.word, keys: token.keys })),
    )
    const [before = '', inner = '', after = ''] = globParts(last)
    if (before.length + inner.length + after.length < SHORTEST_GLOB) throw new Error(`pattern too short: ${source}`)
    return [...words, { kind: 'glob', before, inner, after }]
  })
}

/** `a*` → before a, `*a` → after a, `*a*` → inner a. */
function globParts(piece: string): [string, string, string] {
  const folded = tokensOf(piece.replaceAll('*', ' '))
    .map((token) => token.word)
    .join('')
  if (piece.startsWith('*') && piece.endsWith('*')) return ['', folded, '']
  return piece.startsWith('*') ? ['', '', folded] : [folded, '', '']
}

/** Token indexes of a match, or null. `topic` answers for `@x`. */
export function matchPattern(
  pattern: Pattern,
  tokens: readonly Token[],
  topic: (id: string) => readonly number[] | null,
): number[] | null {
  const found: number[] = []
  for (const phrase of pattern.phrases) {
    const hit = 'topic' in phrase ? topic(phrase.topic) : matchPhrase(phrase, tokens)
    if (hit === null) return null
    found.push(...hit)
  }
  return found
}

/** True when every word of the pattern stands somewhere: in an order that these tokens may still be brought into. */
export function couldMatch(pattern: Pattern, tokens: readonly Token[]): boolean {
  return pattern.phrases.every((phrase) => {
    if ('topic' in phrase) return false
    const { words, whole } = phrase
    return (
      words.every((word) => tokens.some((token) => fits(word, token))) ||
      (whole !== null && tokens.some((token) => fits(whole, token)))
    )
  })
}

function matchPhrase({ words, whole }: Phrase, tokens: readonly Token[]): number[] | null {
  const [first] = words
  for (let start = 0; start < tokens.length; start++) {
    const token = tokens[start]!
    if (
      fits(first!, token) &&
      start + words.length <= tokens.length &&
      words.every((word, offset) => offset === 0 || fits(word, tokens[start + offset]!))
    ) {
      return words.map((_, offset) => start + offset)
    }
    // Words written as one, or a hyphen that a line end swallowed.
    if (whole !== null && fits(whole, token)) return [start]
  }
  return null
}

function joined(words: readonly Word[]): Word | null {
  const plain = words.map((word) => (word.kind === 'stem' ? word.word : word.kind === 'glob' ? word.before : ''))
  if (plain.includes('')) return null
  const word = plain.join('')
  return words.at(-1)!.kind === 'glob'
    ? { kind: 'glob', before: word, inner: '', after: '' }
    : { kind: 'stem', word, keys: [] }
}

function fits(word: Word, token: Token): boolean {
  if (word.kind === 'any') return true
  if (word.kind === 'stem') return word.word === token.word || token.keys.some((key) => word.keys.includes(key))
  if (word.inner) return token.word.includes(word.inner)
  return word.before ? token.word.startsWith(word.before) : token.word.endsWith(word.after)
}
