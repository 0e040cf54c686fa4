import { findDates } from '../text/dates.ts'
import { countOf } from '../text/number-words.ts'

/** A stretch of time that a question names, from `from` up to, not including, `to`; `name` is a key of the texts. */
export type TimeRange = {
  from: Temporal.ZonedDateTime
  to: Temporal.ZonedDateTime
  name: 'today' | 'tomorrow' | 'week' | 'nextWeek' | 'month' | 'nextMonth' | 'other'
}

/** Beyond this nothing is printed: the end of "na 1 september". */
const FOREVER = { years: 100 }

export const isOpenEnded = (range: TimeRange): boolean =>
  range.from.until(range.to, { largestUnit: 'years' }).years >= 50

const after = /(?:\bna|\bafter|later dan|later than|\bpas na|\bbeyond)\s+(?:de |het |the )?(?:\p{L}+dag )?$/u
const since = /(?:\bvanaf|\bsinds|\bfrom|\bper|\bsince)\s+(?:\p{L}+dag )?$/u
const until =
  /(?:\bvoor|\bbefore|eerder dan|earlier than|uiterlijk(?: op)?|\bby|\btot)\s+(?:de |het |the )?(?:\p{L}+dag )?$/u
const through = /(?:t\/m|tot en met|uiterlijk(?: op)?|\bby|until and including)\s+(?:\p{L}+dag )?$/u
const monthNames =
  'januari|january,februari|february,maart|march,april,mei|may,juni|june,juli|july,augustus|august,september,oktober|october,november,december'.split(
    ',',
  )

/** "na 1 september", "tussen 10 en 20 juli", "in augustus", "na de zomer": a date without a year is the one that lies nearest ahead. */
function namedStretch(folded: string, day: Temporal.ZonedDateTime): TimeRange | null {
  const dates = findDates(folded)
    .filter(({ week }) => week === null)
    .map((date) => ({ ...date, at: dayOf(date, day) }))
  const first = dates[0]
  if (first !== undefined) {
    const head = folded.slice(0, first.start)
    const next = first.at.add({ days: 1 })
    if (dates[1] !== undefined && /\b(?:tussen|between|van|from)\b/.test(head))
      return { from: first.at, to: dates[1].at.add({ days: 1 }), name: 'other' }
    if (first.lastDay !== null)
      return { from: first.at, to: first.at.with({ day: first.lastDay }).add({ days: 1 }), name: 'other' }
    if (after.test(head)) return { from: next, to: next.add(FOREVER), name: 'other' }
    if (since.test(head)) return { from: first.at, to: first.at.add(FOREVER), name: 'other' }
    if (through.test(head)) return { from: day, to: next, name: 'other' }
    if (until.test(head)) return { from: day, to: first.at, name: 'other' }
    return { from: first.at, to: next, name: 'other' }
  }
  const month = monthNames.findIndex((names) => inMonth(names).test(folded))
  if (month >= 0) {
    const name = inMonth(monthNames[month]!).exec(folded)!
    const ahead = day.with({ day: 1, month: month + 1 })
    const past = Temporal.ZonedDateTime.compare(ahead.add({ months: 1 }), day) <= 0
    const from =
      name[1] === undefined ? (past ? ahead.add({ years: 1 }) : ahead) : ahead.with({ year: Number(name[1]) })
    return around(folded.slice(0, name.index), from, from.add({ months: 1 }), day)
  }
  const summer = /\b(?:zomer(?:vakantie|reces)?|summer)\b/.exec(folded)
  if (summer === null) return null
  const from = day.with({ day: 1, month: 7 })
  return around(folded.slice(0, summer.index), from, from.with({ month: 9 }), day)
}

/** Behind a word that places in time only: "may" is a verb as well. */
const inMonth = (names: string): RegExp =>
  new RegExp(
    `(?<=\\b(?:in|na|voor|vanaf|tot|sinds|per|begin|medio|eind|heel|after|before|from|by|until|since|during|t/m|met|uiterlijk) )(?:${names})\\b(?: (20\\d\\d))?`,
  )

/** The stretch itself, what comes after it, or what comes before it. */
function around(
  head: string,
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
  day: Temporal.ZonedDateTime,
): TimeRange {
  if (after.test(head)) return { from: to, to: to.add(FOREVER), name: 'other' }
  if (since.test(head)) return { from, to: from.add(FOREVER), name: 'other' }
  if (through.test(head)) return { from: day, to, name: 'other' }
  if (until.test(head)) return { from: day, to: from, name: 'other' }
  return { from, to, name: 'other' }
}

function dayOf(
  date: { year: number | null; month: number; day: number },
  day: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
  const at = day.with({ month: date.month, day: date.day, ...(date.year === null ? {} : { year: date.year }) })
  return date.year === null && Temporal.ZonedDateTime.compare(at, day.subtract({ months: 6 })) < 0
    ? at.add({ years: 1 })
    : at
}

const weekdays = [
  /\bmaandag|\bmonday/,
  /\bdinsdag|\btuesday/,
  /\bwoensdag|\bwednesday/,
  /\bdonderdag|\bthursday/,
  /\bvrijdag|\bfriday/,
  /\bzaterdag|\bsaturday/,
  /\bzondag|\bsunday/,
]

/** "deze week", "morgen", "voor vrijdag", "binnen 10 dagen": in the zone of `now`, weeks from Monday. Folded text. */
export function rangeIn(folded: string, now: Temporal.ZonedDateTime): TimeRange | null {
  const day = now.startOfDay()
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const month = day.with({ day: 1 })
  if (/\bovermorgen\b|day after tomorrow/.test(folded))
    return { from: day.add({ days: 2 }), to: day.add({ days: 3 }), name: 'other' }
  if (/\b(?:vandaag|vanmiddag|vanavond|vanochtend|today|tonight)\b/.test(folded))
    return { from: day, to: day.add({ days: 1 }), name: 'today' }
  if (/\b(?:morgen(?:ochtend|middag|avond)?|tomorrow)\b/.test(folded))
    return { from: day.add({ days: 1 }), to: day.add({ days: 2 }), name: 'tomorrow' }
  if (/\b(?:volgende|komende|aankomende) week\b|next week/.test(folded))
    return { from: monday.add({ weeks: 1 }), to: monday.add({ weeks: 2 }), name: 'nextWeek' }
  if (/\b(?:deze|van de) week\b|this week/.test(folded))
    return { from: monday, to: monday.add({ weeks: 1 }), name: 'week' }
  if (/\bvolgende maand\b|next month/.test(folded))
    return { from: month.add({ months: 1 }), to: month.add({ months: 2 }), name: 'nextMonth' }
  if (/\bdeze maand\b|this month/.test(folded)) return { from: month, to: month.add({ months: 1 }), name: 'month' }
  const quarter = day.with({ day: 1, month: day.month - ((day.month - 1) % 3) })
  if (/\b(?:dit|this) (?:kwartaal|quarter)\b/.test(folded))
    return { from: quarter, to: quarter.add({ months: 3 }), name: 'other' }
  if (/\b(?:volgend|next) (?:kwartaal|quarter)\b/.test(folded))
    return { from: quarter.add({ months: 3 }), to: quarter.add({ months: 6 }), name: 'other' }
  const year = day.with({ day: 1, month: 1 })
  if (/\b(?:dit|this) (?:jaar|year)\b/.test(folded)) return { from: year, to: year.add({ years: 1 }), name: 'other' }
  if (/\b(?:volgend|next) (?:jaar|year)\b/.test(folded))
    return { from: year.add({ years: 1 }), to: year.add({ years: 2 }), name: 'other' }
  const stretch = namedStretch(folded, day)
  if (stretch !== null) return stretch
  const ahead = /(?:binnen|komende|volgende|within|in the next|next|de eerste) (\w+) (dagen|weken|days|weeks)/.exec(
    folded,
  )
  const count = ahead === null ? null : countOf(ahead[1]!)
  if (ahead !== null && count !== null) {
    return {
      from: now,
      to: day.add(/^w/.test(ahead[2]!) ? { weeks: count, days: 1 } : { days: count + 1 }),
      name: 'other',
    }
  }
  const named = weekdays.findIndex((pattern) => pattern.test(folded))
  if (named >= 0) {
    const date = day.add({ days: (named + 1 - day.dayOfWeek + 7) % 7 })
    return /\b(?:voor|before|uiterlijk|tot)\s+(?:aanstaande |komende |next )?\w*(?:dag|day)\b/.test(folded)
      ? { from: now, to: date, name: 'other' }
      : { from: date, to: date.add({ days: 1 }), name: 'other' }
  }
  return null
}
