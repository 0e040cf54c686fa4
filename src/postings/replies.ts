import type { Assignment } from '../assignments/assignment.ts'
import { card } from '../chat/card.ts'
import type { Reply } from '../chat/reply.ts'
import { MaatstafError } from '../errors.ts'
import { fold } from '../text/fold.ts'
import { textsFor } from '../texts/texts.ts'
import type { PostingsContext, PostingsResult, PostingsState } from './postings.ts'

/** One sentence, nothing changed. */
export function say(state: PostingsState | null, text: string, where?: Reply['where']): PostingsResult {
  return {
    state,
    replies: [{ card: card({ type: 'text', text }), ...(where ? { where } : {}) }],
    effects: [],
    handled: true,
  }
}

/** The sentence for an error of reading; any other error is not ours to explain and goes on. */
export function explained(error: unknown, state: PostingsState | null, context: PostingsContext): PostingsResult {
  if (!(error instanceof MaatstafError)) throw error
  const texts = textsFor(context.lang)
  return say(state, texts.errors.sentence(error.code, error.details) ?? texts.postings.unreadable)
}

export type Resolved =
  | { kind: 'one'; assignment: Assignment }
  | { kind: 'several'; choices: Assignment[] }
  /** No words, or a pronoun without anything it could mean. */
  | { kind: 'unnamed'; choices: Assignment[] }
  | { kind: 'none' }

const pronoun =
  /^(?:'?m|hem|die|deze|dit|dat|it|this|that|(?:de|deze|die|this|that|the) (?:opdracht|uitvraag|one|assignment|posting))$/

/** Which assignment the words mean: an id, a pronoun, a number, words of its name. Those of others that wait are not there. */
export function resolve(words: string, context: PostingsContext): Resolved {
  const { focus, person, isAdmin } = context
  const visible = (assignment: Assignment) =>
    assignment.confirmed || isAdmin || assignment.addedBy === null || assignment.addedBy === person
  const wanted = fold(words)
  if (wanted === '' || pronoun.test(wanted))
    return focus && visible(focus) ? { kind: 'one', assignment: focus } : { kind: 'unnamed', choices: context.open }
  const exact =
    context.get(words.trim()) ??
    context.get(wanted) ??
    context.all.find(({ id, posting }) => fold(id) === wanted || fold(posting.number ?? '') === wanted)
  if (exact && visible(exact)) return { kind: 'one', assignment: exact }
  const found = context.find(words).filter(visible)
  if (found.length === 1) return { kind: 'one', assignment: found[0]! }
  return found.length === 0 ? { kind: 'none' } : { kind: 'several', choices: found }
}
