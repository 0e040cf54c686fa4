import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closesAt,
  closingDay,
  isOpen,
  isWorkingDay,
  milestones,
  minusWorkingDays,
  submissionDeadline,
  workingDaysBetween,
} from '../../src/assignments/deadlines.ts'
import { read } from './reading.ts'

const day = Temporal.PlainDate.from
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`)
const posting = (...lines: string[]) => read(['Projectleider wonen', ...lines].join('\n'))

describe('working days', () => {
  it('skip weekends and the days off of public bodies', () => {
    expect(minusWorkingDays(day('2026-01-09'), 1).toString()).toBe('2026-01-08')
    // Easter Monday 6 April and Good Friday 3 April 2026.
    expect(minusWorkingDays(day('2026-04-07'), 1).toString()).toBe('2026-04-02')
    expect(minusWorkingDays(day('2026-04-28'), 1).toString()).toBe('2026-04-24')
    expect(workingDaysBetween(day('2026-07-10'), day('2026-07-16'))).toBe(4)
    expect(workingDaysBetween(day('2026-07-16'), day('2026-07-10'))).toBe(0)
  })

  it('agree with a calendar of the world on every public holiday for thirty years', () => {
    const holidays = new Holidays('NL')
    for (let year = 2015; year < 2045; year++) {
      for (const { date, type } of holidays.getHolidays(year)) {
        if (type === 'public') expect([date, isWorkingDay(day(date.slice(0, 10)))]).toEqual([date, false])
      }
    }
  })

  it('count back as many as they count forth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 25 }), (offset, count) => {
        const to = day('2024-01-01').add({ days: offset })
        const from = minusWorkingDays(to, count)
        const whole = workingDaysBetween(from, to)
        expect(whole === count || (!isWorkingDay(to) && whole === count - 1)).toBe(true)
      }),
    )
  })
})

describe('closing', () => {
  it('at the printed time it is too late, a minute before it is not, wherever one looks from', () => {
    const read = posting('Sluitingsdatum: 16-07-2026 09:00')
    expect(isOpen(read, at('2026-07-16T08:59'))).toBe(true)
    expect(isOpen(read, at('2026-07-16T09:00'))).toBe(false)
    expect(isOpen(read, at('2026-07-16T08:59').withTimeZone('America/New_York'))).toBe(true)
  })

  it('without a time lasts until the end of the day, and "vóór" it until the end of the day before', () => {
    const inclusive = closesAt(posting('Reageren t/m 16-07-2026'))!
    expect(inclusive.last.toPlainDateTime().toString()).toBe('2026-07-16T23:59:00')
    const exclusive = closesAt(posting('Reageren vóór: 16-07-2026'))!
    expect(exclusive.last.toPlainDateTime().toString()).toBe('2026-07-15T23:59:00')
    expect(exclusive.timed).toBe(false)
  })

  it('of the collector comes first, the client’s is kept beside it', () => {
    const closing = closesAt(posting('Deadline klant: 20-07-2026 12:00', 'Interne deadline: 16-07-2026 12:00'))!
    expect(closing.last.toPlainDate().toString()).toBe('2026-07-16')
    expect(closing.client?.toPlainDate().toString()).toBe('2026-07-20')
  })

  it('that is contradicted says so, takes the stray time, and the day to send by', () => {
    const read = posting(
      'Geplaatst op 18 december 2025',
      'Sluitingsdatum: 9 januari 2026',
      'Reageer uiterlijk 9 december om 09.00 uur.',
      'Gesprekken: 15 januari 2026',
      'Wij ontvangen je gegevens graag minimaal één werkdag vóór de sluitingsdatum.',
    )
    const closing = closesAt(read)!
    expect(closing).toMatchObject({ conflict: true, timed: true })
    expect(closing.last.toPlainDateTime().toString()).toBe('2026-01-09T09:00:00')
    expect(closing.sendBy?.toString()).toBe('2026-01-08')
  })

  it('is unknown where no date is printed, and then it counts as open', () => {
    const read = posting('Uren per week: 24')
    expect(closesAt(read)).toBeNull()
    expect(closingDay(read.posting)).toBeNull()
    expect(submissionDeadline(read)).toBeNull()
    expect(isOpen(read, at('2026-07-16T09:00'))).toBe(true)
  })

  it('gives the date that look-back windows count from', () => {
    expect(closingDay(posting('Sluitingsdatum: 16-07-2026 09:00').posting)).toBe('2026-07-16')
  })
})

it('lists milestones in order, without those that have no date, and knows which have passed', () => {
  const read = posting(
    'Vragen tot: 13-07-2026 09:00',
    'Antwoorden: 14-07-2026',
    'Sluitingsdatum: 16-07-2026 09:00',
    'Gesprekken: nader te bepalen',
    'Start: Z.s.m.',
  )
  const list = milestones(read, at('2026-07-14T12:00'))
  expect(list.map(({ kind, passed }) => [kind, passed])).toEqual([
    ['questions', true],
    ['answers', false],
    ['submission', false],
  ])
})
