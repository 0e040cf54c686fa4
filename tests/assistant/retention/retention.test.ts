import { describe, expect, it } from 'vitest'
import { retentionDue } from '../../../src/assistant/retention/retention.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const options = { retentionDays: 28, keepForAYear: false, createdOn: day('2026-06-20') }
const closed = (on: string) => ({ outcome: null, closedOn: day(on) })
const ended = (kind: 'awarded' | 'rejected' | 'interview', at: string) => ({
  outcome: { kind, at: `${at}T10:00:00Z`, points: null },
  closedOn: day('2026-07-16'),
})

describe('how long candidate data is kept', () => {
  it('goes 29 days after a recorded outcome, not on the 28th', () => {
    expect(retentionDue([ended('rejected', '2026-07-20')], day('2026-08-17'), options)).toBeNull()
    expect(retentionDue([ended('rejected', '2026-07-20')], day('2026-08-18'), options)).toBe('forget')
  })

  it('asks the owner 28 and 56 days after closing, and goes after 90', () => {
    expect(retentionDue([closed('2026-07-16')], day('2026-08-12'), options)).toBeNull()
    expect(retentionDue([closed('2026-07-16')], day('2026-08-13'), options)).toEqual({ ask: 28 })
    expect(retentionDue([closed('2026-07-16')], day('2026-09-10'), options)).toEqual({ ask: 56 })
    expect(retentionDue([closed('2026-07-16')], day('2026-10-15'), options)).toBe('forget')
  })

  it('keeps a year where the candidate consented to that', () => {
    expect(
      retentionDue([ended('awarded', '2026-07-20')], day('2027-07-20'), { ...options, keepForAYear: true }),
    ).toBeNull()
    expect(retentionDue([ended('awarded', '2026-07-20')], day('2027-07-21'), { ...options, keepForAYear: true })).toBe(
      'forget',
    )
  })

  it('does not start the clock at an interview', () => {
    expect(retentionDue([ended('interview', '2026-07-20')], day('2026-08-18'), options)).toEqual({ ask: 28 })
  })

  it('keeps data as long as one of the procedures still needs it', () => {
    expect(
      retentionDue([ended('rejected', '2026-07-20'), { outcome: null, closedOn: null }], day('2026-08-25'), options),
    ).toBeNull()
  })

  it('forgets a candidate who was never scored, 90 days after being made', () => {
    expect(retentionDue([], day('2026-09-18'), options)).toBeNull()
    expect(retentionDue([], day('2026-09-19'), options)).toBe('forget')
  })
})
