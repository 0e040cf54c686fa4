import type { Assignment, Conflict, DeadlineKind } from '../assignments/assignment.ts'
import { closesAt, type Milestone as Dated, isOpen, milestones } from '../assignments/deadlines.ts'

/** `start` is no deadline: nothing has to be in by then. */
export type MilestoneKind = Exclude<DeadlineKind, 'start'>

export type Milestone = {
  kind: MilestoneKind
  /** As printed: ISO date-time with offset, or ISO date. */
  at: string
  /** To show: as printed, with the time that the posting gives for it elsewhere. */
  moment: string
  exclusive: boolean
  /** The first moment at which it is too late. */
  ends: Temporal.ZonedDateTime
  /** Calendar days from today to its last safe day; 0 is today. */
  daysLeft: number
}

export type Upcoming = {
  assignment: Assignment
  /** The soonest that has not passed. */
  next: Milestone
  /** Those not passed, soonest first. */
  milestones: Milestone[]
  /** What the intermediary asks for, apart from the client's deadline; a date. */
  sendBy: string | null
  /** Calendar days to the first thing to do: the next milestone, or the day to send by when that comes before it. */
  firstDays: number
  /** Contradictions about the dates, not settled. */
  conflicts: Conflict[]
}

/** States in which nobody has to do anything before a deadline. */
const settled: Assignment['state'][] = ['not-for-us', 'handed-in', 'withdrawn', 'awarded', 'rejected']

/**
 * What is still to come of an assignment, null when nothing is: closed, settled, waiting for confirmation, or without any date of
 * these kinds (null: all kinds).
 */
export function upcoming(
  assignment: Assignment,
  now: Temporal.ZonedDateTime,
  kinds: MilestoneKind[] | null = null,
): Upcoming | null {
  if (!assignment.confirmed || settled.includes(assignment.state) || !isOpen(assignment, now)) return null
  const all = milestones(assignment, now).flatMap((dated) => milestoneOf(dated, now))
  const coming = kinds === null ? all : all.filter(({ kind }) => kinds.includes(kind))
  const next = coming[0]
  if (!next) return null
  const sendBy =
    kinds === null || kinds.includes('submission') ? (closesAt(assignment, now.timeZoneId)?.sendBy ?? null) : null
  const sendDays = sendBy === null ? -1 : now.toPlainDate().until(sendBy, { largestUnit: 'days' }).days
  return {
    assignment,
    next,
    milestones: coming,
    sendBy: sendBy?.toString() ?? null,
    firstDays: sendDays < 0 ? next.daysLeft : Math.min(next.daysLeft, sendDays),
    conflicts: assignment.posting.conflicts.filter(
      ({ field, resolved }) => field.startsWith('deadlines.') && !resolved,
    ),
  }
}

function milestoneOf(
  { kind, at: ends, timed, exclusive, passed, deadline }: Dated,
  now: Temporal.ZonedDateTime,
): Milestone[] {
  if (passed || kind === 'start' || kind === 'send-by' || deadline.at === null) return []
  // A time is its own last moment; a whole day ends at midnight, which is already the next date.
  const lastDay = timed ? ends.toPlainDate() : ends.subtract({ seconds: 1 }).toPlainDate()
  return [
    {
      kind,
      at: deadline.at,
      moment: timed ? ends.toString({ timeZoneName: 'never' }) : deadline.at,
      exclusive,
      ends,
      daysLeft: now.toPlainDate().until(lastDay, { largestUnit: 'days' }).days,
    },
  ]
}
