import { describe, expect, it } from 'vitest'
import { keptUntil, retentionDue } from '../../../src/assistant/retention/due.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const rules = { retentionDays: 28, keepForAYear: false, touchedOn: day('2026-06-20'), timeZone: 'Europe/Amsterdam' }
const closes = (on: string) => ({ outcome: null, closesOn: day(on) })
const ended = (kind: 'awarded' | 'rejected' | 'interview', at: string) => ({
  outcome: { kind, at: `${at}T10:00:00Z`, points: null },
  closesOn: day('2026-07-16'),
})

describe('how long candidate data is kept', () => {
  it('goes 29 days after a recorded outcome, not on the 28th', () => {
    expect(retentionDue([ended('rejected', '2026-07-20')], day('2026-08-17'), rules)).toEqual([])
    expect(retentionDue([ended('rejected', '2026-07-20')], day('2026-08-18'), rules)).toBe('forget')
  })

  it('asks the owner 28 and 56 days after closing, and goes after 90', () => {
    const one = closes('2026-07-16')
    expect(retentionDue([one], day('2026-08-12'), rules)).toEqual([])
    expect(retentionDue([one], day('2026-08-13'), rules)).toEqual([{ days: 28, procedure: one }])
    expect(retentionDue([one], day('2026-09-10'), rules)).toEqual([{ days: 56, procedure: one }])
    expect(retentionDue([one], day('2026-10-14'), rules)).not.toBe('forget')
    expect(retentionDue([one], day('2026-10-15'), rules)).toBe('forget')
  })

  it('keeps a year where the candidate consented to that', () => {
    const year = { ...rules, keepForAYear: true }
    expect(retentionDue([ended('awarded', '2026-07-20')], day('2027-07-20'), year)).toEqual([])
    expect(retentionDue([ended('awarded', '2026-07-20')], day('2027-07-21'), year)).toBe('forget')
  })

  it('does not start the clock at an interview, and asks what came of it', () => {
    const invited = ended('interview', '2026-07-20')
    expect(retentionDue([invited], day('2026-08-18'), rules)).toEqual([{ days: 28, procedure: invited }])
  })

  it('asks about the procedure that closed, not about another that goes on', () => {
    const [open, closed] = [closes('2026-09-30'), closes('2026-07-16')]
    expect(retentionDue([open, closed], day('2026-08-13'), rules)).toEqual([{ days: 28, procedure: closed }])
  })

  it('keeps data as long as one of the procedures still needs it', () => {
    expect(
      retentionDue([ended('rejected', '2026-07-20'), { outcome: null, closesOn: null }], day('2026-08-25'), rules),
    ).toEqual([])
  })

  it('does not take away a candidate of long ago whose new procedure is still open', () => {
    const long = { ...rules, touchedOn: day('2026-02-01') }
    expect(retentionDue([ended('rejected', '2026-03-01'), closes('2026-08-30')], day('2026-07-10'), long)).toEqual([])
  })

  it('forgets a candidate who was never scored 90 days after somebody last worked on them', () => {
    expect(retentionDue([], day('2026-09-18'), rules)).toEqual([])
    expect(retentionDue([], day('2026-09-19'), rules)).toBe('forget')
  })

  it('says until when, and what that is counted from', () => {
    const until = (...procedures: Parameters<typeof keptUntil>[0]) => {
      const kept = keptUntil(procedures, rules)
      return [kept.until.toString(), kept.why]
    }
    expect(until(ended('rejected', '2026-07-20'))).toEqual(['2026-08-17', 'outcome'])
    expect(until(ended('rejected', '2026-07-20'), closes('2026-07-16'))).toEqual(['2026-10-14', 'closing'])
    expect(until()).toEqual(['2026-09-18', 'touched'])
  })
})
