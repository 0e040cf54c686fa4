import type { Assignment } from '../assignments/assignment.ts'
import type { Assessment } from '../scoring/assessment.ts'
import type { Texts } from '../texts/texts.ts'
import { titleOf } from './assignment-line.ts'
import { isDecided, totalOf } from './findings.ts'

/** One scoring that this person may see. */
export type Own = { assessment: Assessment; code: string; assignment: Assignment | null }

/** What the scoring is for: "Projectleider (70412)". */
export function assignmentOf({ assignment, assessment }: Own, t: Texts['interview']): string {
  if (!assignment) return assessment.assignment
  const { number } = assignment.posting
  const title = titleOf(assignment, t.untitled)
  return number && !title.includes(number) ? `${title} (${number})` : title
}

/** How far it is: what is still open, or what came of it. */
export function standOf({ assessment }: Own, t: Texts['interview']): string {
  const { proposal, judgements, confirmedAt, outcome } = assessment
  const all = [...proposal.knockouts, ...proposal.awards]
  const open = all.filter(({ key }) => !isDecided(judgements[key])).length
  const { value, max } = totalOf(assessment)
  return t.ownStand(confirmedAt !== null, open, all.length, value, max, outcome ? t.outcomes[outcome.kind] : null)
}
