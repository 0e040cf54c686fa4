import { countOf } from './number-words.ts'
import { findTime, type TimeOfDay } from './times.ts'

/** A date as printed. A missing year is null; `week` is an ISO week number, its Monday the date once the year is known. */
export type PrintedDate = {
  start: number
  end: number
  year: number | null
  month: number
  day: number
  week: number | null
  /** 1 = Monday … 7 = Sunday, when printed. */
  weekday: number | null
  time: TimeOfDay | null
  /** End of a range "16 t/m 18 juli" or "29 en 30 oktober"; same month. */
  lastDay: number | null
}

const monthNames: [RegExp, string][] = [
  [/^ja/, 'jan(?:uari|uary)?'],
  [/^f/, 'feb(?:ruari|ruary|r)?'],
  [/^(?:maa|mrt|mar)/, 'maart|mrt|march|mar'],
  [/^ap/, 'apr(?:il)?'],
  [/^m(?:ei|ay)/, 'mei|may'],
  [/^jun/, 'jun[ie]?'],
  [/^jul/, 'jul[iy]?'],
  [/^au/, 'aug(?:ustus|ust)?'],
  [/^s/, 'sep(?:tember|t)?'],
  [/^o/, 'o[kc]t(?:ober)?'],
  [/^n/, 'nov(?:ember)?'],
  [/^d/, 'dec(?:ember)?'],
]
const month = `(?:${monthNames.map(([, names]) => names).join('|')})(?![\\p{L}])`
const weekdays: [RegExp, number][] = [
  [/^ma|^mon/, 1],
  [/^di|^tue/, 2],
  [/^wo|^wed/, 3],
  [/^do|^thu/, 4],
  [/^vr|^fri/, 5],
  [/^za|^sat/, 6],
  [/^zo|^sun/, 7],
]
const weekday =
  '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|ma|di|wo|do|vr|za|zo)'
const ordinal = '(?:\\s?(?:e|de|ste|st|nd|rd|th)(?![\\p{L}]))?'

const patterns = [
  `(?<iso>(?<y1>20\\d{2})-(?<m1>\\d{2})-(?<d1>\\d{2})(?!\\d)(?:T(?=\\d))?)`,
  `(?<![\\d.,/-])(?<d2>\\d{1,2})(?<sep>[-/.])(?<m2>\\d{1,2})\\k<sep>(?<y2>20\\d{2}|\\d{2})(?![\\d])(?!\\k<sep>)`,
  `(?<!\\d)(?:(?<d3a>\\d{1,2}),\\s+(?=\\d{1,2}\\s+(?:en|and|of|or|&)\\s))?(?<d3>\\d{1,2})${ordinal}(?:\\s*(?:en|and|&|t\\/m|tot en met|tot|to|[-–])\\s*(?:${weekday}\\.?\\s+)?(?<d3b>\\d{1,2})${ordinal})?\\s*(?:of\\s+)?[-–]?(?<m3>${month})\\.?(?:\\s*,?\\s*(?<y3>20\\d{2}|['’]\\d{2})(?![\\d:]))?`,
  `(?<m4>${month})\\.?\\s+(?<d4>\\d{1,2})${ordinal}(?:\\s*(?:and|&|or|en|of|[-–])\\s*(?<d4b>\\d{1,2})${ordinal}(?![\\d:.]))?(?:(?:\\s*,\\s*|\\s+)(?<y4>20\\d{2}))?(?![\\d:]|\\.\\d)`,
  `\\bwe?e?k(?:nummer|nr\\.?)?\\s*(?<w>\\d{1,2})(?!\\d)(?:\\s*(?:van|of|in|,|-|/|\\()?\\s*(?<y5>20\\d{2}))?`,
]
const anyDate = new RegExp(patterns.join('|'), 'giu')
const weekdayBefore = new RegExp(`(?<![\\p{L}])(${weekday})[.,]?\\s*(?:de\\s+|the\\s+)?$`, 'iu')

function monthOf(name: string): number {
  const folded = name.toLowerCase()
  return monthNames.findIndex(([test]) => test.test(folded)) + 1
}

function weekdayOf(name: string): number {
  return weekdays.find(([test]) => test.test(name.toLowerCase()))?.[1] ?? 0
}

function yearOf(printed: string | undefined): number | null {
  if (!printed) return null
  const digits = printed.replace(/\D/g, '')
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

type Parts = Pick<PrintedDate, 'year' | 'month' | 'day' | 'week' | 'lastDay'>

function partsOf(groups: Record<string, string | undefined>, monthFirst: boolean): Parts | null {
  const base = { week: null, lastDay: null }
  if (groups.w) {
    const week = Number(groups.w)
    return week >= 1 && week <= 53 ? { ...base, year: yearOf(groups.y5), month: 1, day: 1, week } : null
  }
  if (groups.iso) return { ...base, year: Number(groups.y1), month: Number(groups.m1), day: Number(groups.d1) }
  if (groups.sep) {
    // Day first, as everywhere in this market; the other order only where a day proves it.
    const swap = monthFirst && groups.sep === '/' && Number(groups.d2) <= 12
    const [a, b] = swap ? [Number(groups.m2), Number(groups.d2)] : [Number(groups.d2), Number(groups.m2)]
    const year = yearOf(groups.y2)
    if (groups.sep === '.' && groups.y2!.length === 2) return null
    return b <= 12 ? { ...base, year, month: b, day: a } : { ...base, year, month: a, day: b }
  }
  const name = groups.m3 ?? groups.m4
  if (!name) return null
  return {
    ...base,
    year: yearOf(groups.y3 ?? groups.y4),
    month: monthOf(name),
    day: Number(groups.d3a ?? groups.d3 ?? groups.d4),
    lastDay: groups.d3b || groups.d4b ? Number(groups.d3b ?? groups.d4b) : null,
  }
}

function exists(parts: Parts): boolean {
  if (parts.week !== null) return true
  if (parts.month < 1 || parts.month > 12 || parts.day < 1) return false
  return parts.day <= Temporal.PlainYearMonth.from({ year: parts.year ?? 2024, month: parts.month }).daysInMonth
}

/**
 * The dates printed in `text`, in order, with the time and weekday that belong to them: Dutch and English months, abbreviations,
 * dd-mm-yyyy, ISO, "januari 9, 2026", "29 en 30 oktober", "week 17". `start`/`end` span the weekday and the time as well.
 */
export function findDates(text: string, options: { monthFirst?: boolean } = {}): PrintedDate[] {
  const found: PrintedDate[] = []
  if (!/\d/.test(text)) return found
  let previousEnd = 0
  for (const match of text.matchAll(anyDate)) {
    const parts = partsOf(match.groups ?? {}, options.monthFirst ?? false)
    if (!parts || !exists(parts)) continue
    const coreEnd = match.index + match[0].length
    const before = text.slice(Math.max(previousEnd, match.index - 24), match.index)
    const named = weekdayBefore.exec(before)
    const start = named ? match.index - (before.length - named.index) : match.index
    const time = findTime(text, { from: coreEnd, before: start, notBefore: previousEnd })
    const end = Math.max(coreEnd, time?.end ?? 0)
    found.push({
      ...parts,
      start: time && time.start < start ? time.start : start,
      end,
      weekday: named ? weekdayOf(named[1]!) : null,
      time: time?.time ?? null,
    })
    previousEnd = end
  }
  return found
}

/** True where slashed dates of a text prove that it writes the month first (07/16/2026), and none proves the opposite. */
export function writesMonthFirst(text: string): boolean {
  const slashed = [...text.matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:20)?\d{2}(?!\d)/g)].map((match) => [
    Number(match[1]),
    Number(match[2]),
  ])
  return slashed.some(([, second]) => second! > 12) && !slashed.some(([first]) => first! > 12)
}

/** The date itself in a given year; null when it does not exist then (29 February, week 53). */
export function inYear(date: PrintedDate, year: number): Temporal.PlainDate | null {
  if (date.week !== null) {
    const monday = Temporal.PlainDate.from({ year, month: 1, day: 4 })
    return monday.subtract({ days: monday.dayOfWeek - 1 }).add({ weeks: date.week - 1 })
  }
  try {
    return Temporal.PlainDate.from({ year, month: date.month, day: date.day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** Months in a printed length: "12 maanden", "anderhalf jaar", "26 weken", "Twelve months"; null for another unit. */
export function monthsOf(count: string, unit: string): number | null {
  const value = countOf(count)
  if (value === null) return null
  if (/^(?:maand|month|mnd)/i.test(unit)) return value
  if (/^(?:jaar|jaren|year|jr)/i.test(unit)) return value * 12
  if (/^(?:week|weken|wk)/i.test(unit)) return Math.round((value * 12) / 52)
  return null
}
