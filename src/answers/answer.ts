import type { Card } from '../chat/card.ts'

export type AnswerKind = 'fact' | 'computed' | 'not-stated' | 'conflict' | 'clarify' | 'out-of-scope'

/** What a conversation was last about, for follow-ups. Serialisable. */
export type Focus = { assignments: string[]; field: string | null; at: string }

export type Answer = {
  /** What the person reads, without the quotes. */
  text: string
  answered: boolean
  kind: AnswerKind
  /** Ids. */
  assignments: string[]
  quotes: { assignment: string; text: string }[]
  card: Card
  focus: Focus | null
}
