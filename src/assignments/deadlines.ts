import type { Deadline, DeadlineKind, Posting, PostingFacts } from './assignment.ts'
import { minusWorkingDays } from './working-days.ts'

export { isWorkingDay, minusWorkingDays, workingDaysBetween } from './working-days.ts'

const ZONE = 'Europe/Amsterdam'

/** A posting, or an assignment made of it. */
type Read = Pick<Posting, 'posting' | 'facts'>

export type Closing = {
  /** From this instant on it is too late; the comparison is in instants, so the zone does not matter. */
  closes: Temporal.ZonedDateTime
  /** The last safe moment: the printed time, or the last minute of the last day. */
  last: Temporal.ZonedDateTime
  /** A time of day is printed for it. */
  timed: boolean
  /** The posting contradicts itself about it: never to be stated as certain. */
  conflict: boolean
  /** The day to send by, where the one who collects asks for documents earlier than the deadline. */
  sendBy: Temporal.PlainDate | null
  /** The deadline of the client, where the collector's own comes first. */
  client: Temporal.ZonedDateTime | null
  deadline: Deadline
}

export type Milestone = {
  kind: DeadlineKind | 'send-by'
  /** When it has passed. */
  at: Temporal.ZonedDateTime
  /** False: only a day is printed. */
  timed: boolean
  /** True: "vóór" this date, so the last safe day is the one before. */
  exclusive: boolean
  passed: boolean
  conflict: boolean
  deadline: Deadline
}

/** When a deadline is over: at its time; a day without a time ends with the day, "vóór" a day with the day before. */
export function endOf({ at, exclusive }: Deadline, timeZone = ZONE): Temporal.ZonedDateTime | null {
  if (at === null || !/^\d{4}-\d\d-\d\d/.test(at)) return null
  if (at.includes('T')) return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone)
  const next = Temporal.PlainDate.from(at).add({ days: exclusive ? 0 : 1 })
  return next.toZonedDateTime({ timeZone: ZONE }).withTimeZone(timeZone)
}

function submissionsOf({ deadlines }: PostingFacts): { deadline: Deadline; closes: Temporal.ZonedDateTime }[] {
  return deadlines
    .filter(({ kind }) => kind === 'submission')
    .flatMap((deadline) => {
      const closes = endOf(deadline)
      return closes ? [{ deadline, closes }] : []
    })
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.closes, b.closes))
}

function hasConflict({ conflicts }: PostingFacts, field: string): boolean {
  return conflicts.some((conflict) => conflict.field === field && !conflict.resolved)
}

/** The deadline to work with: the earliest one by which documents can still be handed in. Null when none is known. */
export function submissionDeadline({ posting }: Read): Deadline | null {
  return submissionsOf(posting)[0]?.deadline ?? null
}

/** The date of the working deadline (ISO), which look-back windows count from; null when none is known. */
export function closingDay(posting: PostingFacts): string | null {
  return submissionsOf(posting)[0]?.deadline.at?.slice(0, 10) ?? null
}

/** A time that is printed only in the sentence whose date cannot be right: used for the day that can. */
function strayTime({ facts, posting }: Read): Temporal.PlainTime | null {
  if (!hasConflict(posting, 'deadlines.submission')) return null
  const fact = facts.find(({ field, value }) => field === 'submissionTime' && typeof value === 'string')
  return fact ? Temporal.PlainTime.from(String(fact.value)) : null
}

/** "minimaal één werkdag vóór de sluitingsdatum": counted back from the day of closing. */
function sendByOf({ facts }: Read, day: Temporal.PlainDate): Temporal.PlainDate | null {
  const margin = facts.find(({ field }) => field === 'safetyMargin')?.value
  if (typeof margin !== 'object' || margin === null || !('days' in margin)) return null
  const { days, working } = margin as { days: number; working?: boolean }
  return working ? minusWorkingDays(day, days) : day.subtract({ days })
}

/** When the assignment closes, with how sure that is and by when to send; null when no date is known. */
export function closesAt(read: Read, timeZone = ZONE): Closing | null {
  const submissions = submissionsOf(read.posting)
  const first = submissions[0]
  if (!first) return null
  const { deadline } = first
  const printed = deadline.at?.includes('T') ?? false
  const stray = printed || deadline.exclusive ? null : strayTime(read)
  const day = Temporal.PlainDate.from(deadline.at!.slice(0, 10))
  const closes = (stray ? day.toZonedDateTime({ timeZone: ZONE, plainTime: stray }) : first.closes).withTimeZone(
    timeZone,
  )
  const later = submissions.at(-1)
  return {
    closes,
    last: printed || stray ? closes : closes.subtract({ minutes: 1 }),
    timed: printed || stray !== null,
    conflict: hasConflict(read.posting, 'deadlines.submission'),
    sendBy: sendByOf(read, day),
    client: later && later !== first ? later.closes.withTimeZone(timeZone) : null,
    deadline,
  }
}

/** From which instant on it is too late to react; null when no date is known. See `closesAt` for how it is worked out. */
export function closingTime(read: Read): Temporal.ZonedDateTime | null {
  return closesAt(read)?.closes ?? null
}

/** Whether one can still react at `now`. Without a known deadline it counts as open: nothing says that it closed. */
export function isOpen(read: Read, now: Temporal.Instant | Temporal.ZonedDateTime): boolean {
  const closing = closesAt(read)
  return closing === null || now.epochMilliseconds < closing.closes.epochMilliseconds
}

/** The dated milestones in order of time, the day to send by among them; undated ones ("nader te bepalen") are left out. */
export function milestones(read: Read, now: Temporal.ZonedDateTime): Milestone[] {
  const { posting } = read
  const zone = now.timeZoneId
  const closing = closesAt(read, zone)
  const found = posting.deadlines.flatMap((deadline): Milestone[] => {
    const at = closing && deadline === closing.deadline ? closing.closes : endOf(deadline, zone)
    if (!at) return []
    const field = deadline.kind === 'start' ? 'start' : `deadlines.${deadline.kind}`
    const timed = closing && deadline === closing.deadline ? closing.timed : (deadline.at?.includes('T') ?? false)
    return [
      {
        kind: deadline.kind,
        at,
        timed,
        exclusive: deadline.exclusive ?? false,
        passed: passed(at, now),
        conflict: hasConflict(posting, field),
        deadline,
      },
    ]
  })
  if (closing?.sendBy) {
    const at = closing.sendBy.add({ days: 1 }).toZonedDateTime({ timeZone: ZONE }).withTimeZone(zone)
    found.push({
      kind: 'send-by',
      at,
      timed: false,
      exclusive: false,
      passed: passed(at, now),
      conflict: closing.conflict,
      deadline: closing.deadline,
    })
  }
  return found.sort((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at))
}

function passed(at: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): boolean {
  return now.epochMilliseconds >= at.epochMilliseconds
}
