import type { MonthRange, Period } from '../candidates/candidate.ts'

/** Months as integers, year * 12 + month - 1, so that no time zone, day or leap year can shift a result. Both ends of a range count. */
export function monthOf(year: number, month: number): number {
  return year * 12 + month - 1
}

/** The month of a day, given as a PlainDate or as ISO 8601 text that starts with YYYY-MM. */
export function monthOfDate(day: Temporal.PlainDate | string): number {
  if (typeof day !== 'string') return monthOf(day.year, day.month)
  return monthOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}

/** 24314 → "2026-03". */
export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** The calendar months of the last `years` years that end with the month of `reference`: 6 years before 2026-01-09 = 2020-02 … 2026-01. */
export function windowOf(reference: Temporal.PlainDate | string, years: number): MonthRange {
  const to = monthOfDate(reference)
  return { from: to - years * 12 + 1, to }
}

/** Sorted and merged; ranges that touch become one. A range that ends before it begins is dropped. */
export function union(ranges: Iterable<MonthRange>): MonthRange[] {
  const sorted = [...ranges].filter(({ from, to }) => from <= to).sort((a, b) => a.from - b.from)
  const merged: MonthRange[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to)
    else merged.push({ ...range })
  }
  return merged
}

/** What of the ranges lies inside the window; without a window everything. */
export function clip(ranges: Iterable<MonthRange>, window: MonthRange | null): MonthRange[] {
  return [...ranges]
    .map(({ from, to }) => (window ? { from: Math.max(from, window.from), to: Math.min(to, window.to) } : { from, to }))
    .filter(({ from, to }) => from <= to)
}

/** Calendar months covered, an overlap counted once. */
export function count(ranges: Iterable<MonthRange>): number {
  return union(ranges).reduce((sum, { from, to }) => sum + to - from + 1, 0)
}

type Bounds = Pick<Period, 'fromEarliest' | 'fromLatest' | 'toEarliest' | 'toLatest'>

/**
 * Months worked in these periods, as bounds: the smallest and the largest union that any reading of inexact dates allows.
 * `window` null means the whole career; nothing after `reference` (the month of the submission deadline) counts.
 */
export function tenure(
  periods: Iterable<Bounds>,
  window: MonthRange | null,
  reference: Temporal.PlainDate | string | number,
): { atLeast: number; atMost: number } {
  const last = typeof reference === 'number' ? reference : monthOfDate(reference)
  const frame = { from: window?.from ?? Number.MIN_SAFE_INTEGER, to: Math.min(window?.to ?? last, last) }
  const all = [...periods]
  const widest = all.map((period) => ({ from: period.fromEarliest, to: period.toLatest }))
  const certain = union(
    clip(
      all.map((period) => ({ from: period.fromLatest, to: period.toEarliest })),
      frame,
    ),
  )
  return { atLeast: count(certain) + strayMonths(all, certain, frame), atMost: count(clip(widest, frame)) }
}

/**
 * "2020 – 2020" has no month that is certain, yet it lasted at least one. Such periods may share a month, with each other or with
 * what is certain anyway: the fewest months that satisfy all of them.
 */
function strayMonths(periods: Bounds[], certain: MonthRange[], frame: MonthRange): number {
  const choices = periods
    .filter((period) => period.fromLatest > period.toEarliest)
    .map((period) => ({
      from: Math.max(period.fromEarliest, period.toEarliest),
      to: Math.min(period.fromLatest, period.toLatest),
    }))
    .filter((choice) => choice.from <= choice.to && choice.from >= frame.from && choice.to <= frame.to)
    .filter((choice) => !certain.some(({ from, to }) => from <= choice.to && to >= choice.from))
    .sort((a, b) => a.to - b.to)
  let months = 0
  let chosen = Number.NEGATIVE_INFINITY
  for (const choice of choices) {
    if (choice.from <= chosen) continue
    chosen = choice.to
    months++
  }
  return months
}
