import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MonthRange } from '../../src/candidates/candidate.ts'
import { clip, count, monthOf, monthOfDate, monthText, tenure, union, windowOf } from '../../src/text/months.ts'

const month = (text: string) => monthOfDate(`${text}-01`)
const exact = (from: string, to: string) => ({
  fromEarliest: month(from),
  fromLatest: month(from),
  toEarliest: month(to),
  toLatest: month(to),
})
const years = (from: number, to: number) => ({
  fromEarliest: monthOf(from, 1),
  fromLatest: monthOf(from, 12),
  toEarliest: monthOf(to, 1),
  toLatest: monthOf(to, 12),
})
const both = (n: number) => ({ atLeast: n, atMost: n })

describe('the vectors of scoring.md', () => {
  it('counts the first and the last month', () => {
    expect(tenure([exact('2021-03', '2023-06')], null, '2026-01-09')).toEqual(both(28))
  })
  it('counts an overlap once: 41, not 60', () => {
    const periods = [exact('2020-01', '2022-12'), exact('2021-06', '2023-05')]
    expect(tenure(periods, null, '2026-01-09')).toEqual(both(41))
  })
  it('clips to the last six years', () => {
    const window = windowOf('2026-01-09', 6)
    expect([monthText(window.from), monthText(window.to)]).toEqual(['2020-02', '2026-01'])
    expect(tenure([exact('2017-01', '2020-06')], window, '2026-01-09')).toEqual(both(5))
    expect(tenure([exact('2010-01', '2018-12')], window, '2026-01-09')).toEqual(both(0))
  })
  it('takes a part inside a whole as nothing extra: 84', () => {
    const periods = [exact('2019-01', '2025-12'), exact('2022-01', '2022-06')]
    expect(tenure(periods, windowOf('2026-01-09', 8), '2026-01-09')).toEqual(both(84))
  })
  it('ends the window with the month of the deadline', () => {
    expect(windowOf('2026-07-16', 6)).toEqual({ from: month('2020-08'), to: month('2026-07') })
    expect(windowOf(Temporal.PlainDate.from('2026-01-09'), 8)).toEqual({ from: month('2018-02'), to: month('2026-01') })
  })
  it('reads years as bounds', () => {
    expect(tenure([years(2019, 2021)], null, '2026-01-09')).toEqual({ atLeast: 14, atMost: 36 })
    expect(tenure([years(2020, 2020)], null, '2026-01-09')).toEqual({ atLeast: 1, atMost: 12 })
  })
})

it('counts nothing after the reference month', () => {
  expect(tenure([exact('2025-12', '2027-12')], null, '2026-01-09')).toEqual(both(2))
  expect(tenure([exact('2027-01', '2027-12')], null, '2026-01-09')).toEqual(both(0))
})
it('lets two vague jobs in one year share their month', () => {
  expect(tenure([years(2020, 2020), years(2020, 2020)], null, '2026-01-09')).toEqual({ atLeast: 1, atMost: 12 })
  expect(tenure([years(2020, 2020), years(2018, 2018)], null, '2026-01-09')).toEqual({ atLeast: 2, atMost: 24 })
})
it('drops a range that ends before it begins', () => {
  expect(union([{ from: 5, to: 3 }])).toEqual([])
  expect(clip([{ from: 1, to: 3 }], { from: 4, to: 9 })).toEqual([])
})

const range = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 }))
  .map(([from, length]): MonthRange => ({ from, to: from + length }))
const covered = (ranges: MonthRange[], window: MonthRange | null) => {
  const months = new Set<number>()
  for (const { from, to } of ranges)
    for (let m = from; m <= to; m++) if (!window || (m >= window.from && m <= window.to)) months.add(m)
  return months.size
}

describe('month by month', () => {
  it('agrees with counting every month by hand', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), fc.option(range), (ranges, window) => {
        expect(count(clip(ranges, window))).toBe(covered(ranges, window))
      }),
    )
  })
  it('gives the smallest and the largest of all readings of inexact dates', () => {
    const bound = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }))
    const period = fc.tuple(bound, bound).map(([[from, loose], [length, slack]]) => ({
      fromEarliest: from,
      fromLatest: from + loose,
      toEarliest: from + length,
      toLatest: from + Math.max(length + slack, loose),
    }))
    fc.assert(
      fc.property(fc.array(period, { maxLength: 3 }), fc.option(range), (periods, window) => {
        const readings = periods.reduce<MonthRange[][]>(
          (soFar, p) => {
            const own: MonthRange[] = []
            for (let from = p.fromEarliest; from <= p.fromLatest; from++)
              for (let to = p.toEarliest; to <= p.toLatest; to++) if (from <= to) own.push({ from, to })
            return soFar.flatMap((chosen) => own.map((one) => [...chosen, one]))
          },
          [[]],
        )
        const counts = readings.map((reading) => covered(reading, window))
        expect(tenure(periods, window, 60)).toEqual({ atLeast: Math.min(...counts), atMost: Math.max(...counts) })
      }),
      { numRuns: 200 },
    )
  })
})
