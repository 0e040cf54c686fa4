import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpenEnded, rangeIn } from '../../src/answers/time-range.ts'
import { at } from './postings.ts'

const now = at('2026-07-10T10:00:00+02:00')
const days = (text: string, when = now) => {
  const range = rangeIn(text, when)
  return range === null ? null : [range.from.toPlainDate().toString(), range.to.toPlainDate().toString()]
}

describe('time in a question', () => {
  it.each([
    ['wat sluit er vandaag', ['2026-07-10', '2026-07-11']],
    ['wat sluit er morgen', ['2026-07-11', '2026-07-12']],
    ['overmorgen', ['2026-07-12', '2026-07-13']],
    ['deze week', ['2026-07-06', '2026-07-13']],
    ['volgende week', ['2026-07-13', '2026-07-20']],
    ['this month', ['2026-07-01', '2026-08-01']],
    ['volgende maand', ['2026-08-01', '2026-09-01']],
    ['binnen tien dagen', ['2026-07-10', '2026-07-21']],
    ['wat sluit er donderdag', ['2026-07-16', '2026-07-17']],
    ['voor vrijdag', ['2026-07-10', '2026-07-10']],
    ['welke sluiten tussen 12 en 20 juli', ['2026-07-12', '2026-07-21']],
    ['in augustus', ['2026-08-01', '2026-09-01']],
    ['in maart', ['2027-03-01', '2027-04-01']],
    ['voor 1 september', ['2026-07-10', '2026-09-01']],
    ['volgend kwartaal', ['2026-10-01', '2027-01-01']],
  ])('"%s"', (text, expected) => {
    expect(days(text)).toEqual(expected)
  })

  it('leaves the end open after a day, a month or the summer', () => {
    expect(days('na 15 juli')![0]).toBe('2026-07-16')
    expect(days('after august')![0]).toBe('2026-09-01')
    expect(days('na de zomer')![0]).toBe('2026-09-01')
    expect(isOpenEnded(rangeIn('na de zomer', now)!)).toBe(true)
  })

  it('takes "may" for a verb where nothing places it in time', () => {
    expect(rangeIn('which may be done from home', now)).toBeNull()
  })

  it('is silent where no time is named', () => {
    expect(rangeIn('welke opdrachten vragen een vog', now)).toBeNull()
    expect(rangeIn('goedemorgen', now)).toBeNull()
  })

  it('counts a week from Monday to Monday, on the days that clocks change too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 * 24 * 60 }), (minutes) => {
        const when = at('2026-01-01T00:00:00+01:00').add({ minutes })
        const range = rangeIn('deze week', when)!
        return (
          range.from.dayOfWeek === 1 &&
          range.from.hour === 0 &&
          Temporal.ZonedDateTime.compare(range.from, when) <= 0 &&
          Temporal.ZonedDateTime.compare(when, range.to) < 0 &&
          range.from.toPlainDate().until(range.to.toPlainDate()).days === 7
        )
      }),
    )
  })
})
