import type { Assignment, PostedCriterion } from '../assignments/assignment.ts'
import { passagesOf } from './passages.ts'

/** What to call an assignment in a line: number and title, as short as recognisable. */
export function nameOf(assignment: Assignment): string {
  const { number, title, organisation } = assignment.posting
  const name = title ?? organisation ?? assignment.id
  return number === null ? name : `${number} ${name}`
}

/** The label a person would use for a criterion: as printed, else its ordinal. */
export const labelOf = (criterion: PostedCriterion): string => String(criterion.number ?? criterion.ordinal)

/** The posting's words of a criterion as a quote; the line in which it stands when that can be found. */
export function criterionQuote(assignment: Assignment, criterion: PostedCriterion): string {
  const head = criterion.text.slice(0, 60)
  const found = passagesOf(assignment).find(({ shown }) => shown.includes(head))
  return found?.verbatim ?? criterion.text
}
