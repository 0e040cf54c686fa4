import type { Assignment } from '../assignments/assignment.ts'
import { closesAt } from '../assignments/deadlines.ts'
import type { Lang } from '../chat/reply.ts'

const zone = 'Europe/Amsterdam'
const locale = (lang: Lang) => (lang === 'nl' ? 'nl-NL' : 'en-GB')

/** "donderdag 16 juli 2026, 09:00 uur"; without a time of day when none is printed. `at` is an ISO date or date-time with offset. */
export function longDate(at: string, lang: Lang): string {
  const timed = at.length > 10
  const date = timed ? Temporal.Instant.from(at).toZonedDateTimeISO(zone) : Temporal.PlainDate.from(at)
  const day = date
    .toLocaleString(locale(lang), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(/,/g, '')
  if (!(date instanceof Temporal.ZonedDateTime)) return day
  const time = `${String(date.hour).padStart(2, '0')}:${String(date.minute).padStart(2, '0')}`
  return lang === 'nl' ? `${day}, ${time} uur` : `${day}, ${time}`
}

/** "mrt 2021" for a month as integer year * 12 + month - 1. */
export function monthName(month: number, lang: Lang): string {
  const date = Temporal.PlainDate.from({ year: Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1, day: 1 })
  return date.toLocaleString(locale(lang), { month: 'short', year: 'numeric' }).replace('.', '')
}

/** "donderdag 16 juli 2026, 09:00 uur": the moment by which an offer must be in; null when the posting names none. */
export function closingDate(assignment: Assignment, lang: Lang): string | null {
  const closing = closesAt(assignment)
  if (!closing) return null
  return longDate(closing.timed ? closing.last.toInstant().toString() : closing.last.toPlainDate().toString(), lang)
}

/** Whole calendar days from `now` to a later day; negative when it has passed. */
export function daysBetween(now: Temporal.ZonedDateTime, then: Temporal.ZonedDateTime): number {
  return now.withTimeZone(zone).toPlainDate().until(then.withTimeZone(zone).toPlainDate(), { largestUnit: 'days' }).days
}
