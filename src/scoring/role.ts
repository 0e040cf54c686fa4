import { fold } from '../text/fold.ts'
import { akin } from '../text/stem.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { matchPattern } from './pattern.ts'
import type { Token } from './tokens.ts'

export type Verdict = 'yes' | 'maybe' | 'no'
export type RoleFinding = { verdict: Verdict; shownBy: Passage[]; against: Passage[] }

/**
 * Whether an engagement was held in one of the roles: by its title, or where a sentence states it ("in de rol van projectleider"). Supporting
 * somebody in that role, a lesser form of it or a related title is not it; the last two a person should look at.
 */
export function roleOf(roles: readonly string[], passages: readonly Passage[], lexicon: Lexicon): RoleFinding {
  const titles = passages.filter((passage) => passage.kind === 'title')
  const found: RoleFinding = { verdict: 'no', shownBy: [], against: [] }
  const raise = (verdict: Verdict, passage: Passage) => {
    if (verdict === 'no') return
    if (verdict === 'yes' && found.verdict === 'maybe') found.shownBy = []
    if (found.verdict === 'yes' && verdict === 'maybe') return
    found.verdict = verdict
    if (!found.shownBy.includes(passage)) found.shownBy.push(passage)
  }
  for (const title of titles) for (const role of roles) raise(byTitle(role, title, lexicon), title)
  if (found.verdict === 'yes') return found
  for (const sentence of passages.filter((passage) => passage.kind === 'sentence' && passage.admissible)) {
    for (const role of roles) {
      const stated = bySentence(role, sentence, lexicon)
      if (stated === 'against') found.against.push(sentence)
      else raise(stated, sentence)
    }
  }
  // A title that only sounds like the role, held by who says to have helped those in the role, is not it.
  return found.verdict === 'maybe' && found.against.length > 0
    ? { verdict: 'no', shownBy: [], against: [...found.shownBy, ...found.against] }
    : found
}

function byTitle(role: string, title: Passage, lexicon: Lexicon): Verdict {
  const family = lexicon.roles.families.get(role)
  const names = family ? [role, ...family.names] : [role]
  const near = family?.nearNames ?? []
  const at = nameIn(names, title.tokens, near)
  // "Coach projectleiders": many of them are whom the work was for.
  if (at !== null && plural(title.tokens, at, names)) return 'no'
  if (at !== null) {
    const before = title.tokens.slice(Math.max(0, at - 2), at)
    if (before.some((token) => lexicon.roles.notTheRole.some((pattern) => matches(pattern, token)))) return 'no'
    if (training.test(title.text)) return 'maybe'
    return before.some((token) => lexicon.roles.lesser.some((pattern) => matches(pattern, token))) ? 'maybe' : 'yes'
  }
  if (title.tokens.some((token) => lexicon.roles.notTheRole.some((pattern) => matches(pattern, token)))) return 'no'
  // "deelprojectleider", "assistent-projectleider": the role with something before it in one word.
  const last = fold(role).split(' ').at(-1)!
  if (last.length > 6 && title.tokens.some((token) => token.word.length > last.length + 2 && token.word.endsWith(last)))
    return 'maybe'
  if (family) return nameIn(family.nearNames, title.tokens) === null ? 'no' : 'maybe'
  const words = fold(role).split(/[\s-]+/)
  const shared = words.filter((word) => title.tokens.some((token) => alike(token.word, word, lexicon)))
  return shared.length === words.length
    ? 'yes'
    : shared.includes(words.at(-1)!) || (words.length > 1 && words[0]!.length > 3 && shared.includes(words[0]!))
      ? 'maybe'
      : 'no'
}

const alike = (a: string, b: string, { roles }: Lexicon): boolean =>
  akin(a, b) || roles.same.some((words) => words.includes(a) && words.includes(b))

/** "Controller in opleiding": not one yet. */
const training = /(?<![\p{L}])(?:in opleiding|i\.?o\.?(?![\p{L}])|in training|in wording|stage)(?![\p{L}])/iu

/** Whether the name that begins at this token stands there in the plural only. */
function plural(tokens: readonly Token[], at: number, names: readonly string[]): boolean {
  const { word } = tokens[at]!
  return (
    /(?:er|or|ar|eur|ist|ant|aar)(?:s|en)$/.test(word) &&
    !names.some((name) =>
      fold(name)
        .split(/[\s-]+/)
        .includes(word),
    )
  )
}

/** "Nam de rol van … waar": standing in for somebody. */
const standingIn =
  /(?<![\p{L}])(?:nam|neem|neemt)(?![\p{L}]).*(?<![\p{L}])waar(?![\p{L}])|waarnem|(?<![\p{L}])(?:verving|vervang|vervangt|stood in|filled in|standing in)(?![\p{L}])/iu

function bySentence(role: string, sentence: Passage, lexicon: Lexicon): Verdict | 'against' {
  const family = lexicon.roles.families.get(role)
  const names = (family ? [role, ...family.names] : [role]).filter((name) => !name.includes('*'))
  const at = nameIn(names, sentence.tokens)
  if (at === null) return 'no'
  const before = sentence.tokens.slice(0, at)
  if (lexicon.roles.supports.some((pattern) => matchPattern(pattern, before, () => null) !== null)) return 'against'
  const near = before.slice(-4)
  const states = lexicon.roles.states.some((pattern) => matchPattern(pattern, near, () => null) !== null)
  if (!states || near.some((token) => ['niet', 'geen', 'not', 'no', 'wil', 'zou'].includes(token.word))) return 'no'
  // "als opvolger van de projectleider", "samen met de projectleider": somebody else.
  return near
    .slice(-1)
    .some((token) => ['de', 'the', 'onze', 'our', 'haar', 'zijn', 'her', 'his'].includes(token.word)) &&
    !/rol|role|functie|position/.test(near.map((token) => token.word).join(' '))
    ? 'no'
    : standingIn.test(sentence.text)
      ? 'maybe'
      : 'yes'
}

/** Where one of the names stands, as words: "projectleider(s)", "data engineer", "data-engineer", "dataengineer", "*adviseur". */
function nameIn(names: readonly string[], tokens: readonly Token[], near: readonly string[] = []): number | null {
  for (const name of names) {
    const { words, joined } = nameParts(name)
    for (let at = 0; at < tokens.length; at++) {
      const here = tokens[at]!.word
      // "Projectmanager" is one word of Dutch, "project manager" two of English: they need not be the same role.
      if (sameTitle(here, joined) && !name.includes('*') && (here === name || !near.includes(here))) return at
      if (name.startsWith('*') && here.endsWith(joined.slice(1))) return at
      if (
        at + words.length <= tokens.length &&
        words.every((word, offset) => sameTitle(tokens[at + offset]!.word, word))
      )
        return at
      // "HR Business Partner" for "HR-businesspartner": the same letters, parted elsewhere.
      const longer = tokens.slice(at, at + words.length + 1)
      if (words.length > 1 && longer.length > words.length && longer.map(({ word }) => word).join('') === joined)
        return at
    }
  }
  return null
}

const parts = new Map<string, { words: string[]; joined: string }>()

function nameParts(name: string): { words: string[]; joined: string } {
  let known = parts.get(name)
  if (!known) {
    const words = fold(name).split(/[\s-]+/)
    known = { words, joined: words.join('') }
    parts.set(name, known)
  }
  return known
}

/** Titles differ by number and gender only; stems would make "projectleiding" a "projectleider". */
const sameTitle = (a: string, b: string): boolean =>
  a === b ||
  (a.length > b.length && ['s', 'en', 'e', 'ster', 'trice', 'in'].includes(a.slice(b.length)) && a.startsWith(b))

const matches = (pattern: Parameters<typeof matchPattern>[0], token: Token): boolean =>
  matchPattern(pattern, [token], () => null) !== null
