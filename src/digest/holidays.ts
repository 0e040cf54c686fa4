import { easter } from 'date-easter'

/** 5 May is a day off every fifth year (2025, 2030, …), and elsewhere by an employer's choice. */
export type HolidayRules = { liberationDay: 'every-fifth-year' | 'always' | 'never' }
const usual: HolidayRules = { liberationDay: 'every-fifth-year' }

/** A Dutch public holiday. Good Friday is none: offices and portals are open. */
export function isHoliday(date: Temporal.PlainDate, rules: HolidayRules = usual): boolean {
  const fromEaster = date.since(easterOf(date.year), { largestUnit: 'days' }).days
  // Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.
  if ([0, 1, 39, 49, 50].includes(fromEaster)) return true
  switch (`${date.month}-${date.day}`) {
    case '1-1':
    case '12-25':
    case '12-26':
      return true
    case '4-26':
      // King's Day moves to Saturday when the 27th is a Sunday.
      return date.dayOfWeek === 6
    case '4-27':
      return date.dayOfWeek !== 7
    case '5-5':
      return rules.liberationDay === 'always' || (rules.liberationDay === 'every-fifth-year' && date.year % 5 === 0)
    default:
      return false
  }
}

export function isWorkingDay(date: Temporal.PlainDate, rules?: HolidayRules): boolean {
  return date.dayOfWeek <= 5 && !isHoliday(date, rules)
}

/** The `days`-th working day after the date, or before it when negative; 0 is the date itself. */
export function workingDaysFrom(date: Temporal.PlainDate, days: number, rules?: HolidayRules): Temporal.PlainDate {
  const step = Math.sign(days)
  let [current, left] = [date, Math.abs(days)]
  while (left > 0) {
    current = current.add({ days: step })
    if (isWorkingDay(current, rules)) left -= 1
  }
  return current
}

function easterOf(year: number): Temporal.PlainDate {
  const { month, day } = easter(year)
  return Temporal.PlainDate.from({ year, month, day })
}
