import { findDates, inYear } from '../../text/dates.ts'
import { fold } from '../../text/fold.ts'

const weekdays = [
  /^(?:maandag|monday)/,
  /^(?:dinsdag|tuesday)/,
  /^(?:woensdag|wednesday)/,
  /^(?:donderdag|thursday)/,
  /^(?:vrijdag|friday)/,
  /^(?:zaterdag|saturday)/,
  /^(?:zondag|sunday)/,
]

/** The day that a preview is asked for: "morgen", "vrijdag" (the next one), "14 juli", "2026-07-14". Null when it is none. */
export function previewDay(words: string, now: Temporal.ZonedDateTime): Temporal.PlainDate | null {
  const today = now.toPlainDate()
  const folded = fold(words)
  if (/^(?:vandaag|today)$/.test(folded)) return today
  if (/^(?:morgen|tomorrow)$/.test(folded)) return today.add({ days: 1 })
  if (/^(?:overmorgen|the day after tomorrow)$/.test(folded)) return today.add({ days: 2 })
  const [printed] = findDates(words)
  if (printed) {
    const date = inYear(printed, printed.year ?? today.year)
    // Without a year the next such day is meant.
    return date && printed.year === null && Temporal.PlainDate.compare(date, today) < 0
      ? inYear(printed, today.year + 1)
      : date
  }
  const named = weekdays.findIndex((pattern) => pattern.test(folded))
  return named < 0 ? null : today.add({ days: (named + 1 - today.dayOfWeek + 7) % 7 })
}
