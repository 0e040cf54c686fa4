import type { Assignment } from '../assignments/assignment.ts'
import { textsFor } from '../texts/texts.ts'
import type { Across } from './across-answer.ts'
import type { Answer, AnswerKind, Focus } from './answer.ts'
import type { Ask } from './ask.ts'
import { answerCard, nextButtons } from './compose.ts'
import { clip } from './evidence.ts'
import { type Finding, say, type View } from './finding.ts'
import { milestone, passed, questionsAhead } from './milestones.ts'
import { passagesOf, standsIn } from './passages.ts'
import type { Topic } from './topics.ts'

/** What an answer keeps of the conversation it was given in. */
export type Around = { now: Temporal.ZonedDateTime; focus?: Focus | null }

/** A sentence starts with a capital, also where a date comes first. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function finish(
  found: Finding,
  assignments: Assignment[],
  ask: Ask,
  topic: Topic | null,
  context: Around,
): Answer {
  const t = textsFor(ask.lang).answers
  const one = assignments[0]
  const text =
    found.unknown && one
      ? say(
          found.text,
          howToFindOut({
            assignment: one,
            posting: one.posting,
            passages: passagesOf(one),
            ask,
            now: context.now,
            lang: ask.lang,
            t,
          }),
        )
      : found.text
  const quotes = one
    ? standing(
        found.quotes.map((quote) => ({ assignment: one.id, text: quote })),
        [one],
      )
    : []
  const declinedKinds: AnswerKind[] = ['not-stated', 'clarify', 'out-of-scope']
  return {
    text: capital(clip(text, 118)),
    answered: !declinedKinds.includes(found.kind),
    kind: found.kind,
    assignments: assignments.map(({ id }) => id),
    quotes,
    card: answerCard(capital(text), quotes, assignments, nextButtons(assignments, t)),
    focus: one ? focusOn(assignments, topic, ask, context) : (context.focus ?? null),
  }
}

export function finishAcross({ finding: found, assignments, quotes }: Across, ask: Ask, context: Around): Answer {
  const t = textsFor(ask.lang).answers
  const unique = standing(quotes, assignments)
  const stated = found.kind !== 'not-stated'
  return {
    text: found.text,
    answered: stated,
    kind: found.kind,
    assignments: assignments.map(({ id }) => id),
    quotes: unique,
    card: answerCard(found.text, unique, assignments, nextButtons(assignments, t)),
    focus: focusOn(assignments.slice(0, 10), ask.topics[0] ?? null, ask, context),
  }
}

/** Only words that stand in the posting are handed out as a quote, each once; whatever a finder composed falls out here. */
export function standing(quotes: Answer['quotes'], assignments: Assignment[]): Answer['quotes'] {
  const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]))
  return quotes.filter(
    ({ assignment, text }, i) =>
      quotes.findIndex((other) => other.assignment === assignment && other.text === text) === i &&
      byId.has(assignment) &&
      standsIn(byId.get(assignment)!, text),
  )
}

export const focusOn = (
  assignments: Assignment[],
  field: string | null,
  _ask: Ask,
  { now, focus }: Around,
): Focus | null =>
  assignments.length === 0
    ? (focus ?? null)
    : { assignments: assignments.map(({ id }) => id), field, at: now.toInstant().toString() }

/** Ask before the question deadline; once that is past, the printed contact; else whoever published it. */
function howToFindOut(view: View): string | null {
  const { t } = view
  const ahead = questionsAhead(view)
  if (ahead?.at) return t.askBefore(t.dates.when(ahead.at))
  const submission = milestone(view, 'submission')
  if (submission !== null && passed(view, submission)) return null
  return t.askThem
}
