import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPeriods, hoursIn } from '../../src/candidates/period.ts'
import { monthOf, monthText } from '../../src/text/months.ts'

const asOf = '2026-07-16'
const read = (text: string) =>
  findPeriods(text, asOf).map((period) => {
    const bound = (from: number, to: number) => (from === to ? monthText(from) : `${monthText(from)}/${monthText(to)}`)
    return `${bound(period.fromEarliest, period.fromLatest)} – ${period.open ? 'open' : bound(period.toEarliest, period.toLatest)}${period.single ? ' single' : ''}`
  })

describe('a period is read in every usual style', () => {
  it.each([
    ['mrt 2019 – okt 2021', '2019-03 – 2021-10'],
    ['03-2019 t/m 10-2021', '2019-03 – 2021-10'],
    ['3/2019 - 10/2021', '2019-03 – 2021-10'],
    ['2019-03 – 2021-10', '2019-03 – 2021-10'],
    ['01-03-2019 t/m 31-10-2021', '2019-03 – 2021-10'],
    ['1 maart 2019 – 31 oktober 2021', '2019-03 – 2021-10'],
    ['March 1, 2019 – October 31, 2021', '2019-03 – 2021-10'],
    ['2019-03-01 / 2021-10-31', '2019-03 – 2021-10'],
    ['maart 2019 tot en met oktober 2021', '2019-03 – 2021-10'],
    ['from March 2019 to October 2021', '2019-03 – 2021-10'],
    ['tussen maart 2019 en oktober 2021', '2019-03 – 2021-10'],
    ['Mrt. 2019-Okt. 2021', '2019-03 – 2021-10'],
    ['jan. ’18 – dec. ’19', '2018-01 – 2019-12'],
    ["03/'18 - 04/'19", '2018-03 – 2019-04'],
    ["jan '98 – dec '99", '1998-01 – 1999-12'],
    ['jan – dec 2019', '2019-01 – 2019-12'],
    ['nov – feb 2020', '2019-11 – 2020-02'],
    ['2019 - 2021', '2019-01/2019-12 – 2021-01/2021-12'],
    ['2019–2021', '2019-01/2019-12 – 2021-01/2021-12'],
    ['2019/2021', '2019-01/2019-12 – 2021-01/2021-12'],
    ['2020 – 2020', '2020-01/2020-12 – 2020-01/2020-12'],
    ['sinds 2020', '2020-01/2020-12 – open'],
    ['since March 2020', '2020-03 – open'],
    ['vanaf 1 april 2020', '2020-04 – open'],
    ['2020 – heden', '2020-01/2020-12 – open'],
    ['mei 2020 tot heden', '2020-05 – open'],
    ['May 2020 to date', '2020-05 – open'],
    ['van 2019 tot op heden', '2019-01/2019-12 – open'],
    ['2018 –', '2018-01/2018-12 – open'],
    ['Q1 2020 – Q3 2022', '2020-01/2020-03 – 2022-07/2022-09'],
    ['1e kwartaal 2020 t/m 3e kwartaal 2022', '2020-01/2020-03 – 2022-07/2022-09'],
    ['eerste helft 2020 – zomer 2021', '2020-01/2020-06 – 2021-06/2021-09'],
    ['begin 2020 – eind 2021', '2020-01/2020-04 – 2021-09/2021-12'],
    ['maart 2019 tot juni 2020', '2019-03 – 2020-05/2020-06'],
    ['1 maart 2019 tot 1 juni 2020', '2019-03 – 2020-05'],
    ['maart 2019 tot 15 juni 2020', '2019-03 – 2020-06'],
    ['2012 t/m 2014 en 2016 – 2018', '2012-01/2012-12 – 2014-01/2014-12, 2016-01/2016-12 – 2018-01/2018-12'],
    ['okt 2021 – mrt 2019', '2019-03 – 2021-10'],
    ['mrt 2025 – dec 2027', '2025-03 – 2026-07'],
    ['juni 2019', '2019-06 – 2019-06 single'],
  ])('%s', (text, expected) => {
    expect(read(text).join(', ')).toBe(expected)
  })
})

describe('numbers that are no dates', () => {
  it.each(['06-0000 0100', '€ 2019', '12019', 'ISO27001', '20% van 80', 'gebouw 1234AB', '2019,50'])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})

it('reads back every pair of months in every style it can be written in', () => {
  const nl = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
  const short = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
  const en = 'January February March April May June July August September October November December'.split(' ')
  const two = (n: number) => String(n).padStart(2, '0')
  const styles: ((y: number, m: number) => string)[] = [
    (y, m) => `${nl[m - 1]} ${y}`,
    (y, m) => `${short[m - 1]} ${y}`,
    (y, m) => `${short[m - 1]}. ’${two(y % 100)}`,
    (y, m) => `${en[m - 1]} ${y}`,
    (y, m) => `${two(m)}-${y}`,
    (y, m) => `${m}/${y}`,
    (y, m) => `15-${two(m)}-${y}`,
    (y, m) => `${y}-${two(m)}-15`,
  ]
  const moment = fc.tuple(fc.integer({ min: 1990, max: 2025 }), fc.integer({ min: 1, max: 12 }))
  const joint = fc.constantFrom(' – ', ' - ', ' t/m ', ' tot en met ', '–', ' to ')
  fc.assert(
    fc.property(moment, moment, fc.constantFrom(...styles), joint, ([y1, m1], [y2, m2], style, between) => {
      const [a, b] = [monthOf(y1, m1), monthOf(y2, m2)].sort((p, q) => p - q) as [number, number]
      const write = (at: number) => style(Math.floor(at / 12), (at % 12) + 1)
      const [period] = findPeriods(`Adviseur ${write(a)}${between}${write(b)} bij gemeente Ergens`, asOf)
      expect([period?.fromEarliest, period?.fromLatest, period?.toEarliest, period?.toLatest]).toEqual([a, a, b, b])
    }),
    { numRuns: 400 },
  )
})

it('never throws and keeps bounds in order, whatever the text', () => {
  const scrap = fc.constantFrom(
    '2019',
    '2021',
    ' - ',
    ' – ',
    'mrt ',
    'mei',
    'heden',
    't/m',
    ' tot ',
    "'18",
    '03-',
    '/',
    'Q2 ',
    'sinds ',
    ',',
    ' x ',
    '31-12-',
    'zomer ',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      for (const period of findPeriods(text, asOf)) {
        expect(period.fromEarliest).toBeLessThanOrEqual(period.fromLatest)
        expect(period.toEarliest).toBeLessThanOrEqual(period.toLatest)
        expect(text.slice(period.start, period.end)).toBe(period.quote)
      }
    }),
    { numRuns: 500 },
  )
})

it('reads hours a week, and no other hours', () => {
  expect(['32 uur per week', '24-32 uur per week', '7,5 uur per week', '36u/w'].map(hoursIn)).toEqual([32, 24, 7.5, 36])
  expect(['binnen 24 uur', '120 uur per week', 'uur per week', '3 weken'].map(hoursIn)).toEqual([
    null,
    null,
    null,
    null,
  ])
})
