import type { Assignment } from '../assignments/assignment.ts'
import { closesAt, isOpen } from '../assignments/deadlines.ts'
import type { Lang } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'
import { closingDate, daysBetween, longDate } from './dates.ts'

/** "Coördinator Sectorale Aanpak (31050)". */
export function titleOf(assignment: Assignment, untitled: string): string {
  const { title, number } = assignment.posting
  return `${title ?? untitled} (${number ?? assignment.id})`
}

/** "sluit donderdag 16 juli 2026, 09:00 uur, over 6 dagen." with the day to send by and a contradiction where there is one. */
export function closing(assignment: Assignment, now: Temporal.ZonedDateTime, lang: Lang): string {
  const t = textsFor(lang).interview
  const date = closingDate(assignment, lang)
  const closes = closesAt(assignment)
  if (!closes || !date) return t.closesUnknown
  if (!isOpen(assignment, now)) return t.closed(date)
  const sendBy = closes.sendBy ? longDate(closes.sendBy.toString(), lang) : null
  return t.closes(date, daysBetween(now, closes.last), closes.conflict, sendBy)
}
