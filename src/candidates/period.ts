import { monthOf, monthOfDate } from '../text/months.ts'
import type { Period } from './candidate.ts'
import { findPoints, type Point } from './period-points.ts'

/** A stretch of time as a text names it. `single`: one moment only ("2019"), which may be anything, a diploma for one. */
export type FoundPeriod = Period & { single: boolean }

const now =
  'heden|op heden|nu|present|the present|now|today|current|currently|huidig|vandaag|date|lopend|ongoing|doorlopend|hedendaags|heute|aujourd.hui|onbepaald'
const open = new RegExp(`^\\s*(?:${now})(?![\\p{L}\\p{N}])`, 'iu')
const joint =
  /^\s*(?:[-–—−‐‑~→>]+|t\s?\/\s?m|t\.m\.|tm|tot(?:\s+en\s+met)?|until|till|through|thru|to|up\s+to(?:\s+and\s+including)?|en|and|\/)\s*$/iu
const beforeNow =
  /^\s*(?:[-–—−‐‑~→>]+|t\s?\/\s?m|tm|tot(?:\s+en\s+met)?(?:\s+op)?|until|till|through|to|up\s+to|en|and|\/|,)?\s*$/iu
/** "tot juni": whether June still counts is not said. */
const upTo = /^\s*(?:tot|until|till|up\s+to)\s*$/iu
const opening = /(?:^|[\s(:;,|])(?:sinds|vanaf|since|from|as\s+of|per|starting|met\s+ingang\s+van|m\.?i\.?v\.?)\s+$/iu
const between = /(?:^|[\s(])(?:tussen|between)\s+$/iu
const wrapping =
  /(?:^|[\s(:;,|])(?:sinds|vanaf|since|from|van|as\s+of|per|starting|tussen|between|met\s+ingang\s+van|m\.?i\.?v\.?)\s+$/iu
/** So much of what stands before a date is looked at, spaces of a table included. */
const longestLead = 300

/**
 * Every period in a text, in any usual Dutch or English style, as month bounds with its place. "heden", an open end and an end
 * after `asOf` (ISO date or PlainDate, the reference date) become the month of `asOf`.
 */
export function findPeriods(text: string, asOf: Temporal.PlainDate | string): FoundPeriod[] {
  const reference = monthOfDate(asOf)
  const points = yearPairs(findPoints(text, Math.floor(reference / 12)), text)
  const periods: FoundPeriod[] = []
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!
    const next = points[i + 1]
    const gap = next ? text.slice(point.end, next.start) : ''
    // Not all of it: these rules look for its end, and would read a long document anew for each date.
    const from = Math.max(0, point.start - longestLead)
    const lead = text.slice(from, point.start)
    const start = from + leadIn(lead)
    const joins =
      next !== undefined &&
      joint.test(gap) &&
      (!/^\s*(?:en|and)\s*$/i.test(gap) || between.test(lead)) &&
      slashFits(gap, point, next)
    if (next && joins && !Number.isNaN(next.earliest)) {
      const first = Number.isNaN(point.earliest) ? inYearOf(point, next) : point
      if (first) {
        periods.push(ranged(first, next, upTo.test(gap), text, start, reference))
        i++
        continue
      }
    }
    if (Number.isNaN(point.earliest)) continue
    const after = text.slice(point.end, point.end + 60)
    const toNow = endOfNow(after)
    if (toNow !== null) periods.push(openEnded(point, text, start, point.end + toNow, reference))
    else if (opening.test(lead)) periods.push(openEnded(point, text, start, point.end, reference))
    else if (/^\s*(?:[-–—]|t\/m)\s*(?:$|[)|\t\n\]]|\.\.\.|…)/.test(after)) {
      const dash = /^\s*(?:[-–—]|t\/m)\s*(?:\.\.\.|…)?/.exec(after)![0].trimEnd().length
      periods.push(openEnded(point, text, start, point.end + dash, reference))
    } else
      periods.push({
        fromEarliest: point.earliest,
        fromLatest: point.latest,
        toEarliest: Math.min(point.earliest, reference),
        toLatest: Math.min(point.latest, reference),
        open: false,
        single: true,
        quote: text.slice(point.start, point.end),
        start: point.start,
        end: point.end,
      })
  }
  return periods
}

/** Length of "– heden" after a date, null when something else follows. */
function endOfNow(after: string): number | null {
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${now})(?![\\p{L}\\p{N}])`, 'iu').exec(after)
  if (!word || !beforeNow.test(after.slice(0, word.index)) || !open.test(after.slice(word.index))) return null
  if (after.slice(0, word.index).trim() === '') return null
  return word.index + word[0].length
}

/** The year of "jan – dec 2019" stands at the end; "nov – feb 2020" began the year before. */
function inYearOf(point: Point, next: Point): Point | null {
  if (point.month === null) return null
  const year = Math.floor(next.earliest / 12)
  const own = monthOf(year, point.month)
  const at = own > next.latest ? own - 12 : own
  return { ...point, earliest: at, latest: at }
}

/** "2011-12" alone reads as two school years when the second follows the first; between other dates it is a month. */
function yearPairs(points: Point[], text: string): Point[] {
  return points.map((point) => {
    const pair = /^((?:19|20)\d\d)[-/](\d\d)$/.exec(text.slice(point.start, point.end))
    if (!pair) return point
    const alone = !points.some((other) => other !== point && Math.abs(other.start - point.end) < 12)
    const followed = endOfNow(text.slice(point.end, point.end + 30)) !== null
    if (!alone || followed || Number(pair[2]) !== (Number(pair[1]) % 100) + 1) return point
    return {
      ...point,
      earliest: monthOf(Number(pair[1]), 1),
      latest: monthOf(Number(pair[1]) + 1, 12),
      precision: 'year' as const,
    }
  })
}

function slashFits(gap: string, point: Point, next: Point): boolean {
  return gap.trim() !== '/' || (point.precision === next.precision && point.precision !== 'part')
}

function ranged(a: Point, b: Point, vagueEnd: boolean, text: string, start: number, reference: number): FoundPeriod {
  const swapped = b.latest < a.earliest
  const [from, to] = swapped ? [b, a] : [a, b]
  // "tot 1 juni" ends in May; "tot 15 juni" in June; "tot juni" may mean either, and so may a year.
  const early = !vagueEnd || swapped ? 0 : to.precision === 'day' && (to.day ?? 2) > 1 ? 0 : 1
  const sure = vagueEnd && to.precision === 'day' && to.day === 1 ? 1 : 0
  return {
    fromEarliest: from.earliest,
    fromLatest: from.latest,
    toEarliest: Math.min(Math.max(to.earliest - early, from.earliest), reference),
    toLatest: Math.min(Math.max(to.latest - sure, from.earliest), reference),
    open: false,
    single: false,
    quote: text.slice(start, b.end),
    start,
    end: b.end,
  }
}

function openEnded(point: Point, text: string, start: number, end: number, reference: number): FoundPeriod {
  return {
    fromEarliest: point.earliest,
    fromLatest: Math.min(point.latest, Math.max(reference, point.earliest)),
    toEarliest: reference,
    toLatest: reference,
    open: true,
    single: false,
    quote: text.slice(start, end),
    start,
    end,
  }
}

/** "sinds", "van" and the like belong to the period. */
function leadIn(lead: string): number {
  const match = wrapping.exec(lead)
  if (!match) return lead.length
  return match.index + (/^[\s(:;,|]/.test(match[0]) ? 1 : 0)
}

/** Hours a week, where a text prints them. */
export function hoursIn(text: string): number | null {
  const match =
    /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:-\s*\d{1,2}\s*)?(?:uur|uren|u|hours?|hrs?|h)\.?\s*(?:\/|per|p\.?\/?|a|in de)?\s*(?:week|wk|w)\b/i.exec(
      text,
    )
  const hours = match ? Number(match[1]!.replace(',', '.')) : Number.NaN
  return hours > 0 && hours <= 60 ? hours : null
}
