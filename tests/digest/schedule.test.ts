import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHoliday, isWorkingDay, workingDaysFrom } from '../../src/digest/holidays.ts'
import { endOf, isFirstOfWeek, lateFrom, nextRun, runDue, runOn, type Schedule } from '../../src/digest/schedule.ts'
import { usualSettings } from '../../src/digest/settings.ts'

const zone = 'Europe/Amsterdam'
const usual: Schedule = { ...usualSettings, time: '08:30' }
const everyDay: Schedule = { ...usual, days: [1, 2, 3, 4, 5, 6, 7], holidays: true }
const local = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(zone)
const dueAt = (moment: string, more: Partial<Schedule> = {}) => runDue(local(moment), { ...usual, ...more }, zone)

describe('the run that ought to exist', () => {
  it('is one for each working day, whoever asks and however often', () => {
    const dates = ['08:29', '08:30', '08:31', '09:10', '11:59'].map((time) => dueAt(`2026-07-10T${time}`)?.date)
    expect(dates).toEqual(Array(5).fill('2026-07-10'))
    expect(dueAt('2026-07-11T08:30')).toBeNull()
    expect(dueAt('2026-04-27T08:30')).toBeNull()
  })

  it('waits for its time, and is given up at noon, or three hours after a time later than that', () => {
    for (const time of ['08:00', '12:00', '23:59']) expect(dueAt(`2026-07-10T${time}`)).toBeNull()
    expect(dueAt('2026-07-10T17:59', { time: '15:00' })?.date).toBe('2026-07-10')
    expect(dueAt('2026-07-10T18:00', { time: '15:00' })).toBeNull()
  })

  it('is late well after its time, not for a moment in the queue, and not for a time that was set only then', () => {
    expect(dueAt('2026-07-10T08:34:59')?.late).toBe(false)
    expect(dueAt('2026-07-10T09:10')?.late).toBe(true)
    const setAt = local('2026-07-10T09:08').toInstant().toString()
    expect(dueAt('2026-07-10T09:10', { timeSetAt: setAt })?.late).toBe(false)
    expect(dueAt('2026-07-10T09:30', { timeSetAt: setAt })?.late).toBe(true)
    const at = runOn(Temporal.PlainDate.from('2026-07-10'), usual, zone)!
    expect(lateFrom(at, usual).toString()).toBe('2026-07-10T06:35:00Z')
    expect(endOf(at).toString()).toContain('12:00:00')
  })

  it('is never that of days that went by, nor of a time before the digest was switched on', () => {
    expect(dueAt('2026-07-15T09:00')?.date).toBe('2026-07-15')
    expect(dueAt('2026-07-10T09:10', { since: local('2026-07-10T09:00').toInstant().toString() })).toBeNull()
    expect(dueAt('2026-07-10T09:10', { since: local('2026-07-10T08:30').toInstant().toString() })).not.toBeNull()
  })

  it('is on the days and holidays that the channel chose', () => {
    expect(dueAt('2026-07-11T08:30', { days: [6] })?.date).toBe('2026-07-11')
    expect(dueAt('2026-07-10T08:30', { days: [6] })).toBeNull()
    expect(dueAt('2026-04-27T08:30', { holidays: true })?.date).toBe('2026-04-27')
    expect(dueAt('2026-05-05T08:30')?.date).toBe('2026-05-05')
    expect(dueAt('2026-05-05T08:30', { liberationDay: 'always' })).toBeNull()
  })

  it('tells when the next one comes', () => {
    const next = (moment: string, more: Partial<Schedule> = {}) =>
      nextRun(local(moment), { ...usual, ...more }, zone)
        ?.toPlainDateTime()
        .toString()
    expect(next('2026-07-10T08:29')).toBe('2026-07-10T08:30:00')
    expect(next('2026-07-10T08:30')).toBe('2026-07-13T08:30:00')
    expect(next('2026-04-03T09:00')).toBe('2026-04-07T08:30:00')
    expect(next('2026-07-10T08:29', { days: [] })).toBeUndefined()
  })

  it('knows the first one of a week, also when that is no Monday', () => {
    const first = (date: string, schedule = usual) => isFirstOfWeek(Temporal.PlainDate.from(date), schedule)
    expect([first('2026-07-13'), first('2026-07-14'), first('2026-04-07')]).toEqual([true, false, true])
    expect([first('2026-07-14', { ...usual, days: [2, 4] }), first('2026-07-16', { ...usual, days: [2, 4] })]).toEqual([
      true,
      false,
    ])
  })
})

/** What a process does that looks every `stepSeconds` and posts a run once it is due: the committed dates, with the moment of each. */
function walk(from: string, to: string, schedule: Schedule, stepSeconds: number, processZone = 'UTC') {
  const posted = new Map<string, string>()
  const end = Temporal.Instant.from(to)
  for (
    let now = Temporal.Instant.from(from);
    Temporal.Instant.compare(now, end) < 0;
    now = now.add({ seconds: stepSeconds })
  ) {
    const due = runDue(now.toZonedDateTimeISO(processZone), schedule, zone)
    if (due && Temporal.Instant.compare(due.at, now) <= 0 && !posted.has(due.date)) posted.set(due.date, now.toString())
  }
  return [...posted]
}

describe('a clock that walks over the days on which the clocks change (D05)', () => {
  it.each([
    [
      '25 October 2026',
      '2026-10-23T00:00:00Z',
      '2026-10-27T12:00:00Z',
      [
        ['2026-10-23', '2026-10-23T06:30:00Z'],
        ['2026-10-24', '2026-10-24T06:30:00Z'],
        ['2026-10-25', '2026-10-25T07:30:00Z'],
        ['2026-10-26', '2026-10-26T07:30:00Z'],
        ['2026-10-27', '2026-10-27T07:30:00Z'],
      ],
    ],
    [
      '28 March 2027, which is Easter',
      '2027-03-26T00:00:00Z',
      '2027-03-30T12:00:00Z',
      [
        ['2027-03-26', '2027-03-26T07:30:00Z'],
        ['2027-03-27', '2027-03-27T07:30:00Z'],
        ['2027-03-28', '2027-03-28T06:30:00Z'],
        ['2027-03-29', '2027-03-29T06:30:00Z'],
        ['2027-03-30', '2027-03-30T06:30:00Z'],
      ],
    ],
  ])('posts at 08:30 on the clock of the wall, once, on %s too', (_day, from, to, posts) => {
    for (const process of ['UTC', 'Pacific/Auckland']) expect(walk(from, to, everyDay, 60, process)).toEqual(posts)
  })

  it.each([
    ['that does not exist, an hour later', '02:30', '2027-03-28T01:30:00Z'],
    ['that comes twice, at the first of the two', '02:30', '2026-10-25T00:30:00Z'],
  ])('posts a time %s', (_what, time, at) => {
    const day = at.slice(0, 10)
    const from = Temporal.Instant.from(`${day}T00:00:00Z`).subtract({ hours: 4 }).toString()
    const to = Temporal.Instant.from(`${day}T22:00:00Z`).toString()
    expect(walk(from, to, { ...everyDay, time }, 60).filter(([date]) => date === day)).toEqual([[day, at]])
  })

  it('keeps to the days it was told: neither Sunday is one of the usual schedule', () => {
    expect(walk('2026-10-24T00:00:00Z', '2026-10-26T23:00:00Z', usual, 60)).toEqual([
      ['2026-10-26', '2026-10-26T07:30:00Z'],
    ])
    expect(walk('2027-03-27T00:00:00Z', '2027-03-30T23:00:00Z', usual, 60)).toEqual([
      ['2027-03-30', '2027-03-30T06:30:00Z'],
    ])
  })
})

describe('whatever the clocks do', () => {
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Tokyo', 'Pacific/Apia', 'Australia/Lord_Howe', zone)
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2028, 0, 1) / 1000 })
  const times = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  const daysOfWeek = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })

  it('the run does not depend on the zone of the process, and is at its time on the clock of the wall', () => {
    fc.assert(
      fc.property(
        moments,
        zones,
        zones,
        times,
        daysOfWeek,
        fc.boolean(),
        (second, process, home, time, days, holidays) => {
          const now = Temporal.Instant.fromEpochMilliseconds(second * 1000)
          const schedule = { ...usual, time, days, holidays }
          const here = runDue(now.toZonedDateTimeISO(process), schedule, home)
          expect(here).toEqual(runDue(now.toZonedDateTimeISO(home), schedule, home))
          if (!here) return
          const wall = here.at.toZonedDateTimeISO(home)
          expect(wall.toPlainDate().toString()).toBe(here.date)
          expect(days).toContain(wall.dayOfWeek)
          const printed = Temporal.PlainDateTime.from(`${here.date}T${time}`)
          // In the hour that is skipped in spring the clock of the wall cannot show the time.
          expect(wall.toPlainDateTime().since(printed).total('minutes')).toBeOneOf([0, 30, 60])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('a process that looks every minute, with outages of less than three hours, misses no day of its schedule', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        zones,
        fc.integer({ min: 0, max: 170 }),
        fc.integer({ min: 0, max: 600 }),
        (day, home, outageMinutes, outageStart) => {
          const date = Temporal.PlainDate.from('2026-01-01').add({ days: day })
          const midnight = date.toZonedDateTime({ timeZone: home })
          const out = {
            from: midnight.add({ minutes: outageStart }),
            to: midnight.add({ minutes: outageStart + outageMinutes }),
          }
          const posted = new Set<string>()
          for (let minute = 0; minute < 24 * 60; minute += 1) {
            const now = midnight.add({ minutes: minute })
            const isOut =
              Temporal.ZonedDateTime.compare(now, out.from) >= 0 && Temporal.ZonedDateTime.compare(now, out.to) < 0
            const due = isOut ? null : runDue(now, everyDay, home)
            if (due && Temporal.Instant.compare(due.at, now.toInstant()) <= 0) posted.add(due.date)
          }
          expect([...posted]).toEqual(runOn(date, everyDay, home) ? [date.toString()] : [])
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('working days in the Netherlands', () => {
  const day = (date: string) => Temporal.PlainDate.from(date)

  it('leave out weekends and public holidays; Good Friday is a working day', () => {
    const holidays = ['2026-01-01', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25', '2026-12-25']
    for (const date of holidays) expect(isHoliday(day(date)), date).toBe(true)
    expect(isWorkingDay(day('2026-04-03'))).toBe(true)
    expect(isWorkingDay(day('2026-07-11'))).toBe(false)
  })

  it('move King’s Day when it falls on a Sunday', () => {
    expect(isHoliday(day('2025-04-26'))).toBe(true)
    expect(isHoliday(day('2025-04-27'))).toBe(false)
  })

  it('take 5 May every fifth year, always or never, as told', () => {
    expect([2025, 2026].map((year) => isHoliday(day(`${year}-05-05`)))).toEqual([true, false])
    expect(isHoliday(day('2026-05-05'), { liberationDay: 'always' })).toBe(true)
    expect(isHoliday(day('2025-05-05'), { liberationDay: 'never' })).toBe(false)
  })

  it('are those of a library that knows every country, but for 5 May, which that one leaves out', () => {
    const library = new Holidays('NL')
    const years = Array.from({ length: 21 }, (_, index) => 2020 + index)
    const known = new Set(
      years.flatMap((year) =>
        library.getHolidays(year).flatMap(({ type, date }) => (type === 'public' ? [date.slice(0, 10)] : [])),
      ),
    )
    const wrong: string[] = []
    for (let date = day('2020-01-01'); date.year <= 2040; date = date.add({ days: 1 }))
      if (known.has(date.toString()) !== isHoliday(date)) wrong.push(date.toString())
    expect(wrong).toEqual([2020, 2025, 2030, 2035, 2040].map((year) => `${year}-05-05`))
  })

  it('are counted over weekends and holidays, there and back', () => {
    expect(workingDaysFrom(day('2026-04-02'), 2).toString()).toBe('2026-04-07')
    expect(workingDaysFrom(day('2026-04-07'), -2).toString()).toBe('2026-04-02')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 30 }), (offset, count) => {
        const start = day('2024-01-01').add({ days: offset })
        const end = workingDaysFrom(start, count)
        let passed = 0
        for (
          let date = start.add({ days: 1 });
          Temporal.PlainDate.compare(date, end) <= 0;
          date = date.add({ days: 1 })
        )
          if (isWorkingDay(date)) passed += 1
        expect(passed).toBe(count)
        expect(isWorkingDay(end)).toBe(true)
      }),
    )
  })
})
