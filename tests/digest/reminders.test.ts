import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/chat/plain-text.ts'
import { reminderCard, remindersDue } from '../../src/digest/reminders.ts'
import { textsFor } from '../../src/texts/texts.ts'
import { anAssignment, deadline } from './an-assignment.ts'

const zone = 'Europe/Amsterdam'
const local = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(zone)
const bridge = anAssignment('4471', {
  title: 'Projectleider bruggen',
  deadlines: [
    deadline('questions', '2026-07-14T12:00:00+02:00'),
    deadline('submission', '2026-07-16T09:00:00+02:00'),
    deadline('interviews', '2026-07-20T09:00:00+02:00'),
  ],
})
const due = (moment: string, assignment = bridge, hours = [24, 2]) =>
  remindersDue(assignment, local(moment), hours).map(({ milestone, hours }) => `${milestone.kind} ${hours}`)

describe('a reminder', () => {
  it('comes as long before questions end and before it closes as was asked, and before nothing else', () => {
    expect(due('2026-07-13T11:59')).toEqual([])
    expect(due('2026-07-13T12:00')).toEqual(['questions 24'])
    expect(due('2026-07-14T10:00')).toEqual(['questions 2'])
    expect(due('2026-07-14T12:00')).toEqual([])
    expect(due('2026-07-15T09:00')).toEqual(['submission 24'])
    expect(due('2026-07-16T07:00')).toEqual(['submission 2'])
    expect(due('2026-07-16T09:00')).toEqual([])
    expect(due('2026-07-19T09:00')).toEqual([])
    expect(due('2026-07-15T09:00', bridge, [])).toEqual([])
  })

  it('is made up after a short absence, and left to the next one after a long one', () => {
    expect(due('2026-07-13T23:00')).toEqual(['questions 24'])
    expect(due('2026-07-14T00:01')).toEqual([])
    expect(due('2026-07-14T11:59')).toEqual(['questions 2'])
  })

  it('of a day or more ahead comes on the working day before, at the same time, when it would fall on a day off', () => {
    const monday = anAssignment('m', { deadlines: [deadline('submission', '2026-07-20T09:00:00+02:00')] })
    expect(due('2026-07-17T09:00', monday)).toEqual(['submission 24'])
    expect(due('2026-07-19T09:00', monday)).toEqual([])
    expect(due('2026-07-20T07:00', monday)).toEqual(['submission 2'])
    const afterEaster = anAssignment('e', { deadlines: [deadline('submission', '2026-04-07T09:00:00+02:00')] })
    expect(due('2026-04-03T09:00', { ...afterEaster, addedOn: '2026-03-01T09:00:00Z' })).toEqual(['submission 24'])
  })

  it('of a day without a time counts from the end of office hours, also where it says “vóór”', () => {
    const day = anAssignment('d', { deadlines: [deadline('submission', '2026-07-16')] })
    expect(due('2026-07-15T17:00', day)).toEqual(['submission 24'])
    expect(due('2026-07-16T15:00', day)).toEqual(['submission 2'])
    const before = anAssignment('v', { deadlines: [deadline('submission', '2026-07-17', { exclusive: true })] })
    expect(due('2026-07-16T15:00', before)).toEqual(['submission 2'])
  })

  it('counts from the day on which an intermediary wants the papers', () => {
    const margin = { field: 'safetyMargin', value: { days: 1, working: true }, quote: '', start: 0, end: 0 } as const
    const board = { ...bridge, facts: [{ ...margin, certainty: 'prose' as const, source: 'posting' as const }] }
    expect(due('2026-07-15T15:00', board)).toEqual(['submission 2'])
    expect(due('2026-07-14T17:00', board)).toEqual(['submission 24'])
  })

  it('moves along with a date that is moved, as a new one, and stops when the work is done or not ours', () => {
    const moved = {
      ...bridge,
      revision: 2,
      posting: { ...bridge.posting, deadlines: [deadline('submission', '2026-07-21T09:00:00+02:00')] },
    }
    const [first] = remindersDue(bridge, local('2026-07-15T09:00'), [24])
    expect(due('2026-07-15T09:00', moved)).toEqual([])
    const [second] = remindersDue(moved, local('2026-07-20T09:00'), [24])
    expect([first?.key, second?.key].every(Boolean)).toBe(true)
    expect(second?.key).not.toBe(first?.key)
    for (const state of ['handed-in', 'not-for-us', 'withdrawn'] as const)
      expect(due('2026-07-15T09:00', { ...bridge, state })).toEqual([])
  })

  it('was not missed by an assignment that came only after its moment', () => {
    const late = { ...bridge, addedOn: local('2026-07-15T12:00').toInstant().toString() }
    expect(due('2026-07-15T12:01', late)).toEqual([])
    expect(due('2026-07-16T07:00', late)).toEqual(['submission 2'])
  })

  it('says what closes when, to whom it is, and what can be done', () => {
    const [reminder] = remindersDue(bridge, local('2026-07-15T09:00'), [24])
    const said = (yours: boolean) => plainText(reminderCard(reminder!, { yours, texts: textsFor('nl') }))
    expect(said(true)).toContain('Herinnering: morgen')
    expect(said(true)).toContain('4471 Waterschap Veenrijk, Projectleider bruggen · sluit do 16 juli 09:00')
    expect(said(true)).toContain('Jij hebt deze opdracht.')
    expect(said(false)).toContain('Niemand heeft deze opdracht nog.')
    const labels = (yours: boolean) =>
      reminderCard(reminder!, { yours, texts: textsFor('nl') }).elements.flatMap((element) =>
        element.type === 'buttons' ? element.buttons.map(({ label }) => label) : [],
      )
    expect(labels(true)).toEqual(['Bekijken', 'Ingediend', 'Niet voor ons', 'In mijn agenda'])
    expect(labels(false)).toContain('Ik pak ’m op')
  })
})
