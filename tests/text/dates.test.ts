import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, inYear, monthsOf, writesMonthFirst } from '../../src/text/dates.ts'

const first = (text: string) => findDates(text)[0]
const shown = (text: string) => {
  const date = first(text)
  if (!date) return null
  const time = date.time ? ` ${date.time.hour}:${String(date.time.minute).padStart(2, '0')}` : ''
  return `${date.year ?? '?'}-${date.month}-${date.day}${time}`
}

describe('a printed date is found in every notation of the market', () => {
  it.each([
    ['donderdag 16 juli 2026, 09:00 uur', '2026-7-16 9:00'],
    ['december 18, 2025', '2025-12-18'],
    ['uiterlijk 9 december om 09.00 uur door ons', '?-12-9 9:00'],
    ['16-04-2025 09:00', '2025-4-16 9:00'],
    ['03/04/2026, 14:00 (local time)', '2026-4-3 14:00'],
    ['15 jul 2025', '2025-7-15'],
    ['18/02/2027 at 16.00 hrs CET', '2027-2-18 16:00'],
    ['09/02/2027 at 12 noon', '2027-2-9 12:00'],
    ['6 July 2026, 5 pm', '2026-7-6 17:00'],
    ['| ma 7 september 2026 | vóór 12:00 uur |', '2026-9-7 12:00'],
    ['om 12:00 uur op dinsdag 3 maart 2026', '2026-3-3 12:00'],
    ['donderdag 16 juli tussen 9.00 en 12.00 uur', '?-7-16 9:00'],
    ['29 en 30 oktober 2026', '2026-10-29'],
    ['2026-07-16T09:00:00+02:00', '2026-7-16 9:00'],
    ['1 mrt ’26', '2026-3-1'],
    ['3 maart 2026 om 24:00 uur', '2026-3-3 24:00'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each([
    'agenda 2024 - 2028',
    '2020=100 (2020-100)',
    'art. 2.127 lid 4',
    '035-7510777',
    '24 - 36 uur',
    '31-02-2026',
    'NEN 2767',
    '1.650 uur',
    'versie 1.2.3',
  ])('%s holds no date', (text) => {
    expect(findDates(text)).toEqual([])
  })

  it('keeps a printed weekday, and includes it and the time in the stretch', () => {
    const text = 'tot donderdag 16 juli 2026, 09:00 uur.'
    const date = first(text)!
    expect(date.weekday).toBe(4)
    expect(text.slice(date.start, date.end)).toBe('donderdag 16 juli 2026, 09:00 uur')
  })

  it('reads any date back that it is shown in Dutch or with dashes', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const plain = Temporal.PlainDate.from(day.toISOString().slice(0, 10))
        const written = plain.toLocaleString('nl-NL', { dateStyle: 'full' })
        const dashed = `${plain.day}-${plain.month}-${plain.year}`
        for (const text of [`op ${written} om 10:30 uur`, `op ${dashed} 10:30`]) {
          const date = first(text)!
          expect(inYear(date, date.year!)!.equals(plain)).toBe(true)
          expect(date.time).toEqual({ hour: 10, minute: 30 })
        }
        expect(first(written)!.weekday).toBe(plain.dayOfWeek)
      }),
    )
  })
})

it('takes the Monday of a week number, also across the turn of a year', () => {
  expect(inYear(first('in week 17')!, 2026)?.toString()).toBe('2026-04-20')
  expect(inYear(first('week 1')!, 2027)?.toString()).toBe('2027-01-04')
  expect(inYear(first('week 53')!, 2026)?.toString()).toBe('2026-12-28')
})

it('reads the month first only where a day proves it', () => {
  expect(writesMonthFirst('Closes 07/16/2026, questions 07/06/2026')).toBe(true)
  expect(writesMonthFirst('Closes 16/07/2026, questions 06/07/2026')).toBe(false)
  expect(writesMonthFirst('Closes 03/04/2026')).toBe(false)
})

it('turns printed lengths into months', () => {
  expect(monthsOf('24', 'maanden')).toBe(24)
  expect(monthsOf('anderhalf', 'jaar')).toBe(18)
  expect(monthsOf('Twelve', 'months')).toBe(12)
  expect(monthsOf('26', 'weken')).toBe(6)
  expect(monthsOf('3', 'dagen')).toBeNull()
})
