import type { Assignment } from '../assignments/assignment.ts'
import type { Lang } from '../chat/reply.ts'
import type { Texts } from '../texts/texts.ts'
import type { AnswerKind } from './answer.ts'
import type { Ask } from './ask.ts'
import type { Passage } from './passages.ts'

/** What is found about one assignment for one topic. */
export type Finding = {
  kind: AnswerKind
  text: string
  /** The posting's own words it rests on. */
  quotes: string[]
  /** Ends with the advice how to find out; made once for the whole answer. */
  unknown?: boolean
}

/** What every finder reads: one assignment, the question, the moment, the sentences. */
export type View = {
  assignment: Assignment
  posting: Assignment['posting']
  passages: Passage[]
  ask: Ask
  now: Temporal.ZonedDateTime
  lang: Lang
  t: Texts['answers']
}

export type Finder = (view: View) => Finding

export const fact = (text: string, quotes: (string | null | undefined)[] = []): Finding => finding('fact', text, quotes)
export const computed = (text: string, quotes: (string | null | undefined)[] = []): Finding =>
  finding('computed', text, quotes)
export const conflict = (text: string, quotes: (string | null | undefined)[] = []): Finding =>
  finding('conflict', text, quotes)
export const notStated = (text: string, quotes: (string | null | undefined)[] = []): Finding => ({
  ...finding('not-stated', text, quotes),
  unknown: true,
})

export function finding(kind: AnswerKind, text: string, quotes: (string | null | undefined)[]): Finding {
  return { kind, text, quotes: [...new Set(quotes.filter((quote): quote is string => Boolean(quote)))] }
}

/** Sentences joined, empty ones left out. */
export const say = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' ')
