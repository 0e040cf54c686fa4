import { easter } from 'date-easter'

/**
 * Days off for public bodies: the general holidays of the Algemene termijnenwet, art. 3, Good Friday and every 5 May included. Easter
 * comes from a small library: the world calendars cost 45 MB of memory.
 */
function holidaysOf(year: number): Set<string> {
  const { month, day } = easter(year)
  const sunday = Temporal.PlainDate.from({ year, month, day })
  const kingsDay = Temporal.PlainDate.from({ year, month: 4, day: 27 })
  const dates = [
    Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    sunday.subtract({ days: 2 }),
    sunday.add({ days: 1 }),
    // On a Sunday it is kept the day before.
    kingsDay.dayOfWeek === 7 ? kingsDay.subtract({ days: 1 }) : kingsDay,
    Temporal.PlainDate.from({ year, month: 5, day: 5 }),
    sunday.add({ days: 39 }),
    sunday.add({ days: 50 }),
    Temporal.PlainDate.from({ year, month: 12, day: 25 }),
    Temporal.PlainDate.from({ year, month: 12, day: 26 }),
  ]
  return new Set(dates.map(String))
}

const known = new Map<number, Set<string>>()

/** Monday to Friday, Dutch holidays excepted. */
export function isWorkingDay(day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek > 5) return false
  let holidays = known.get(day.year)
  if (!holidays) {
    holidays = holidaysOf(day.year)
    known.set(day.year, holidays)
  }
  return !holidays.has(day.toString())
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  let count = 0
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (isWorkingDay(day)) count++
  }
  return count
}

/** The working day that lies `count` working days before `date`. */
export function minusWorkingDays(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date
  for (let left = count; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (isWorkingDay(day)) left--
  }
  return day
}
