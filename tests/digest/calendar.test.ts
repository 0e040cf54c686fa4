import { describe, expect, it } from 'vitest'
import { calendarFile, parseGiven } from '../../src/digest/calendar.ts'
import { anAssignment, deadline } from './an-assignment.ts'

const now = Temporal.Instant.from('2026-07-10T08:00:00Z')
const bridge = anAssignment('4471', {
  title: 'Projectleider; bruggen, sluizen',
  deadlines: [
    deadline('questions', '2026-07-13T09:00:00+02:00'),
    deadline('answers', '2026-07-14'),
    deadline('submission', '2026-07-20', { exclusive: true }),
    deadline('interviews', null),
    deadline('start', '2026-09-01'),
  ],
})
const lines = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')
const events = (text: string) =>
  text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => lines(event))

describe('the calendar file of an assignment', () => {
  const { text, name } = calendarFile(bridge, { lang: 'nl', now, timeZone: 'Europe/Amsterdam' })

  it('holds each known date once, at its time in the zone of the installation or as a whole day', () => {
    expect(name).toBe('4471.ics')
    const starts = events(text).map((event) => event.find((line) => line.startsWith('DTSTART')))
    expect(starts).toEqual([
      'DTSTART;TZID=Europe/Amsterdam:20260713T090000',
      'DTSTART;VALUE=DATE:20260714',
      // "vóór 20 juli": the 19th is the last day.
      'DTSTART;VALUE=DATE:20260719',
    ])
  })

  it('warns a day and two hours before what must be met, and not before the rest', () => {
    expect(events(text).map((event) => event.filter((line) => line.startsWith('TRIGGER')))).toEqual([
      ['TRIGGER:-P1D', 'TRIGGER:-PT2H'],
      [],
      ['TRIGGER:-P1D', 'TRIGGER:-PT2H'],
    ])
  })

  it('keeps the UID of a date that moved, with a higher sequence', () => {
    const moved = {
      ...bridge,
      revision: 2,
      posting: { ...bridge.posting, deadlines: [deadline('questions', '2026-07-14')] },
    }
    const of = (ics: string, field: string) => events(ics)[0]?.find((line) => line.startsWith(field))
    const later = calendarFile(moved, { lang: 'nl', now, timeZone: 'Europe/Amsterdam' }).text
    expect(of(later, 'UID')).toBe(of(text, 'UID'))
    expect([of(text, 'SEQUENCE'), of(later, 'SEQUENCE')]).toEqual(['SEQUENCE:1', 'SEQUENCE:2'])
  })

  it('cancels what was given before and is no date any more, under the same UID, and nothing else', () => {
    const { dates } = calendarFile(bridge, { lang: 'nl', now, timeZone: 'Europe/Amsterdam' })
    const options = {
      lang: 'nl',
      now,
      timeZone: 'Europe/Amsterdam',
      given: parseGiven(JSON.parse(JSON.stringify(dates))),
    } as const
    const changed = {
      ...bridge,
      revision: 2,
      posting: { ...bridge.posting, deadlines: [deadline('submission', '2026-07-21')] },
    }
    const after = calendarFile(changed, options)
    const cancelled = events(after.text).filter((event) => event.includes('STATUS:CANCELLED'))
    expect(after.gone).toBe(2)
    expect(cancelled.map((event) => event.find((line) => line.startsWith('UID')))).toEqual([
      'UID:4471-questions@maatstaf',
      'UID:4471-answers@maatstaf',
    ])
    expect(cancelled[0]).toEqual(
      expect.arrayContaining([
        'SEQUENCE:2',
        'DTSTART;TZID=Europe/Amsterdam:20260713T090000',
        expect.stringMatching(/^SUMMARY:Vervallen: Vragen stellen tot nu: 4471 /),
      ]),
    )
    expect(cancelled.flat().some((line) => line.startsWith('TRIGGER'))).toBe(false)
    expect(events(after.text)).toHaveLength(3)
    expect(after.text).toContain('METHOD:PUBLISH')
    // Said again while it lies ahead, in case that file was never imported.
    expect(calendarFile(changed, { ...options, given: after.dates }).gone).toBe(2)
    const later = { ...options, now: Temporal.Instant.from('2026-07-14T08:00:00Z') }
    expect(Object.keys(calendarFile(changed, { ...later, given: after.dates }).dates)).toEqual([
      '4471-submission@maatstaf',
      '4471-answers@maatstaf',
    ])
    expect(calendarFile({ ...bridge, state: 'withdrawn' }, options).gone).toBe(3)
    expect(parseGiven({ x: { what: 'lunch', at: 'noon' } })).toEqual({})
  })

  it('describes the zone itself, so that a calendar that knows none shows the right time on both sides of a clock change', () => {
    const winter = anAssignment('w', { deadlines: [deadline('submission', '2026-11-02T09:00:00+01:00')] })
    const file = calendarFile(winter, { lang: 'nl', now, timeZone: 'Europe/Amsterdam' }).text
    const [zone] = file.split('BEGIN:VTIMEZONE').slice(1)
    expect(file).toContain('DTSTART;TZID=Europe/Amsterdam:20261102T090000')
    expect(zone).toContain(
      ['BEGIN:DAYLIGHT', 'DTSTART:20260329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT'].join(
        '\r\n',
      ),
    )
    expect(zone).toContain(
      ['BEGIN:STANDARD', 'DTSTART:20261025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD'].join(
        '\r\n',
      ),
    )
    expect(events(file)[0]).toContain('DTSTAMP:20260710T080000Z')
    expect(zone?.match(/BEGIN:(?:DAYLIGHT|STANDARD)/g)).toHaveLength(3)
    const fixed = calendarFile(winter, { lang: 'nl', now, timeZone: 'Asia/Tokyo' }).text
    expect(fixed).toContain('DTSTART;TZID=Asia/Tokyo:20261102T170000')
    expect(fixed.match(/BEGIN:(?:DAYLIGHT|STANDARD)/g)).toHaveLength(1)
  })

  it('holds the day to send by apart from the closing, with a word the day before', () => {
    const margin = { field: 'safetyMargin', value: { days: 1, working: true }, quote: '', start: 0, end: 0 } as const
    const board = anAssignment(
      'b',
      { deadlines: [deadline('submission', '2026-07-20T09:00:00+02:00')] },
      { facts: [{ ...margin, certainty: 'prose', source: 'posting' }] },
    )
    const [, sendBy] = events(calendarFile(board, { lang: 'nl', now, timeZone: 'Europe/Amsterdam' }).text)
    expect(sendBy).toEqual(
      expect.arrayContaining(['UID:b-send-by@maatstaf', 'DTSTART;VALUE=DATE:20260717', 'TRIGGER:-PT15H']),
    )
  })

  it('writes the posting’s words as words', () => {
    expect(lines(text).some((line) => line.includes('Projectleider\\; bruggen\\, sluizen'))).toBe(true)
    const hostile = anAssignment('x', { title: 'A\r\nBEGIN:VALARM', deadlines: [deadline('answers', '2026-07-14')] })
    expect(lines(calendarFile(hostile, { lang: 'en', now, timeZone: 'Europe/Amsterdam' }).text)).not.toContain(
      'BEGIN:VALARM',
    )
  })
})
