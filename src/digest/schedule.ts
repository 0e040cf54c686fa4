import { type HolidayRules, isHoliday } from './holidays.ts'
import type { DigestSettings } from './settings.ts'

/** When a channel wants its digest; `time` is HH:MM in the zone of the installation. */
export type Schedule = Pick<DigestSettings, 'days' | 'holidays' | 'liberationDay' | 'since' | 'timeSetAt'> & {
  time: string
}

export type DigestRun = {
  /** Local date, YYYY-MM-DD: with the channel what makes the run this one, whoever plans it and however often. */
  date: string
  at: Temporal.Instant
  /** Posted now it comes noticeably after its time: the assistant was not there. */
  late: boolean
}

/** Later than this a digest of the morning helps nobody; the next one comes tomorrow. */
const cutOff = Temporal.PlainTime.from('12:00')
/** For a digest time in the afternoon: this long after it. */
const cutOffAfter = { hours: 3 }
/** Planned no earlier than this before its time, so that a change of the schedule still counts. */
const ahead = { minutes: 2 }
/** Ordinary waiting in the queue is not "late". */
const tolerance = { minutes: 5 }
/** A year without a single day to post on is a schedule that never comes up. */
const daysAhead = 370

/**
 * The run that ought to exist now: that of the local date, from shortly before its time until the cut-off. Null at other hours and on
 * other days. Asked again and again, by any number of processes: the same date is the same run. Days missed altogether are not made up.
 */
export function runDue(now: Temporal.ZonedDateTime, schedule: Schedule, timeZone: string): DigestRun | null {
  const local = now.withTimeZone(timeZone)
  const date = local.toPlainDate()
  const at = runOn(date, schedule, timeZone)
  if (!at) return null
  const isDue = Temporal.ZonedDateTime.compare(local, at.subtract(ahead)) >= 0
  const isOver = Temporal.ZonedDateTime.compare(local, endOf(at)) >= 0
  if (!isDue || isOver) return null
  return { date: date.toString(), at: at.toInstant(), late: isLate(now.toInstant(), at, schedule) }
}

/** The moment of the digest of a local date; null on a day without one, or when the digest was switched on after it. */
export function runOn(date: Temporal.PlainDate, schedule: Schedule, timeZone: string): Temporal.ZonedDateTime | null {
  if (!isPostingDay(date, schedule)) return null
  const at = momentOf(date, schedule.time, timeZone)
  const before = schedule.since !== null && Temporal.Instant.compare(at.toInstant(), schedule.since) < 0
  return before ? null : at
}

/** The first run after `now`; null for a schedule without a day. */
export function nextRun(
  now: Temporal.ZonedDateTime,
  schedule: Schedule,
  timeZone: string,
): Temporal.ZonedDateTime | null {
  let date = now.withTimeZone(timeZone).toPlainDate()
  for (let day = 0; day < daysAhead; day += 1, date = date.add({ days: 1 })) {
    const at = runOn(date, schedule, timeZone)
    if (at && Temporal.ZonedDateTime.compare(at, now) > 0) return at
  }
  return null
}

/** The moment after which the digest of `at` is not worth posting any more. */
export function endOf(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const noon = at.toPlainDate().toZonedDateTime({ timeZone: at.timeZoneId, plainTime: cutOff })
  return Temporal.ZonedDateTime.compare(at, noon) < 0 ? noon : at.add(cutOffAfter)
}

/** From this moment on, the digest of `at` is marked as late. */
export function lateFrom(at: Temporal.ZonedDateTime, { timeSetAt }: Pick<Schedule, 'timeSetAt'>): Temporal.Instant {
  const planned = at.toInstant()
  const known =
    timeSetAt !== null && Temporal.Instant.compare(timeSetAt, planned) > 0 ? Temporal.Instant.from(timeSetAt) : planned
  return known.add(tolerance)
}

/** Whether the channel gets a digest on this day at all. */
export function isPostingDay(
  date: Temporal.PlainDate,
  { days, holidays, liberationDay }: Pick<Schedule, 'days' | 'holidays' | 'liberationDay'>,
): boolean {
  return days.includes(date.dayOfWeek) && (holidays || !isHoliday(date, { liberationDay }))
}

/** Whether this is the first day of its week on which the channel gets a digest. */
export function isFirstOfWeek(date: Temporal.PlainDate, schedule: Parameters<typeof isPostingDay>[1]): boolean {
  if (!isPostingDay(date, schedule)) return false
  for (let back = 1; back < date.dayOfWeek; back += 1)
    if (isPostingDay(date.subtract({ days: back }), schedule)) return false
  return true
}

/** The holidays that working days are counted around, as this channel sees them. */
export function holidayRules({ liberationDay }: Pick<Schedule, 'liberationDay'>): HolidayRules {
  return { liberationDay }
}

function isLate(now: Temporal.Instant, at: Temporal.ZonedDateTime, schedule: Schedule): boolean {
  return Temporal.Instant.compare(now, lateFrom(at, schedule)) > 0
}

/** The one place where a digest time becomes an instant; a time that a clock change skips is taken after the gap. */
function momentOf(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.ZonedDateTime {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
}
