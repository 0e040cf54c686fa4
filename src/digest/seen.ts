import type { Assignment } from '../assignments/assignment.ts'
import { submissionDeadline } from '../assignments/deadlines.ts'

/** What a channel's last digest knew, by assignment id. */
export type Seen = Record<string, { revision: number; closes: string | null }>

/** What is told of an assignment since then. `moved.from`: the closing date of then, ISO. */
export type Mark = { kind: 'new' } | { kind: 'moved'; from: string } | { kind: 'changed' }

/** To keep with a digest that was posted, so that the next one can say what changed. */
export function seenIn(assignments: Iterable<Assignment>): Seen {
  return Object.fromEntries(
    [...assignments].map((assignment) => [
      assignment.id,
      { revision: assignment.revision, closes: closingOf(assignment) },
    ]),
  )
}

/** Null: nothing to tell, or it cannot be known because no digest came before. */
export function markOf(assignment: Assignment, seen: Seen | null): Mark | null {
  if (seen === null) return null
  const before = seen[assignment.id]
  if (!before) return { kind: 'new' }
  if (before.revision === assignment.revision) return null
  const closes = closingOf(assignment)
  return before.closes !== null && before.closes !== closes
    ? { kind: 'moved', from: before.closes }
    : { kind: 'changed' }
}

/** What was kept, null when it is no such thing. */
export function parseSeen(stored: unknown): Seen | null {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Seen) : null
}

function closingOf(assignment: Assignment): string | null {
  return submissionDeadline(assignment)?.at ?? null
}
