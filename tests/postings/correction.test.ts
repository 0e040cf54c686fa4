import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corrected, correctionIn, correctionsIn } from '../../src/postings/correction.ts'
import { looksLikePosting } from '../../src/postings/looks-like-posting.ts'
import { postingId, sameAssignment } from '../../src/postings/posting-id.ts'
import { anAssignment } from '../digest/an-assignment.ts'

const today = Temporal.PlainDate.from('2026-07-10')
const value = (text: string) => {
  const correction = correctionIn(text, today)
  return correction && [correction.field, correction.value]
}

describe('a correction in words', () => {
  it('is read for each field as a person would write it', () => {
    const cases: [string, unknown][] = [
      ['sluit 16 juli 10:00', ['deadlines.submission', '2026-07-16T10:00:00+02:00']],
      ['sluitingsdatum is 16-07-2026', ['deadlines.submission', '2026-07-16']],
      ['closes 16 July 10:00', ['deadlines.submission', '2026-07-16T10:00:00+02:00']],
      ['vragen tot maandag 13 juli 09:00', ['deadlines.questions', '2026-07-13T09:00:00+02:00']],
      ['uren 24', ['hoursPerWeek', 24]],
      ['uren: 24-32', ['hoursPerWeek', { min: 24, max: 32 }]],
      ['duur 1 jaar', ['durationMonths', 12]],
      ['duur: 9 maanden', ['durationMonths', 9]],
      ['schaal 10a', ['scale', '10A']],
      ['max tarief € 97,50', ['maxRateEur', 97.5]],
      ['opdrachtgever is gemeente Dijkhuizen', ['organisation', 'gemeente Dijkhuizen']],
      ['nee, uren 32', ['hoursPerWeek', 32]],
      ['hybride nee', ['hybrid', false]],
      ['start 1 september', ['start', '2026-09-01']],
      ['start zo snel mogelijk', ['start', 'zo snel mogelijk']],
    ]
    for (const [text, expected] of cases) expect([text, value(text)]).toEqual([text, expected])
  })

  it('is read as several when the next names another field', () => {
    const told = (text: string) => correctionsIn(text, today).map(({ field, value }) => [field, value])
    expect(told('opdrachtgever is Provincie Overijssel via 1UP Training, uren 24 per week')).toEqual([
      ['organisation', 'Provincie Overijssel'],
      ['hoursPerWeek', 24],
    ])
    expect(told('uren 24; schaal 11, en sluit 16 juli 10:00')).toEqual([
      ['hoursPerWeek', 24],
      ['scale', 11],
      ['deadlines.submission', '2026-07-16T10:00:00+02:00'],
    ])
    expect(told('titel Adviseur water, bodem en lucht')).toEqual([['title', 'Adviseur water, bodem en lucht']])
    expect(told('opdrachtgever is gemeente Dijkhuizen')).toEqual([['organisation', 'gemeente Dijkhuizen']])
    expect(told('wat is de deadline?')).toEqual([])
  })

  it('gives a date without a year the next one to come', () => {
    expect(value('sluit 9 januari')).toEqual(['deadlines.submission', '2027-01-09'])
    expect(value('sluit 10 juli')).toEqual(['deadlines.submission', '2026-07-10'])
  })

  it('is none when nothing is told', () => {
    for (const text of ['klopt', 'sluit', 'uren', 'wat is de deadline?', ''])
      expect([text, value(text)]).toEqual([text, null])
  })

  it('never fails, whatever is written, and changes one field only', () => {
    const text = fc
      .tuple(fc.constantFrom('sluit ', 'uren ', 'tarief ', 'titel ', ''), fc.string())
      .map((parts) => parts.join(''))
    const before = anAssignment('1', { hoursPerWeek: 16 })
    fc.assert(
      fc.property(text, (said) => {
        const correction = correctionIn(said, today)
        if (!correction) return
        const after = corrected(before, correction)
        const changed = Object.keys(after.posting).filter(
          (field) =>
            JSON.stringify(after.posting[field as 'title']) !== JSON.stringify(before.posting[field as 'title']),
        )
        expect(changed.length).toBeLessThanOrEqual(1)
        expect(after.facts.at(-1)).toMatchObject({ field: correction.field, certainty: 'person' })
      }),
    )
  })

  it('settles a contradiction about its field', () => {
    const conflict = { field: 'hoursPerWeek', values: ['16', '24'], quotes: [] }
    const after = corrected(anAssignment('1', { conflicts: [conflict] }), correctionIn('uren 24', today)!)
    expect(after.posting.conflicts).toEqual([{ ...conflict, resolved: true }])
  })
})

describe('what looks like a posting', () => {
  const filler = Array.from({ length: 45 }, (_, index) => `regel ${index}`).join('\n')

  it('is long and has several parts of one', () => {
    const parts = 'Vereisten\nGunningscriteria (20 punten)\nReageren t/m 3 maart\nUren per week 24\nVOG'
    expect(looksLikePosting(`${parts}\n${filler}`)).toBe(true)
    expect(looksLikePosting(parts)).toBe(false)
    expect(looksLikePosting(filler)).toBe(false)
  })

  it('is not a CV, nor a long story about work', () => {
    const cv =
      'Curriculum vitae\nPersonalia\nWerkervaring\nOpdrachtgever: gemeente\nDuur 12 maanden\n36 uur per week\nVereisten'
    expect(looksLikePosting(`${cv}\n${filler}`)).toBe(false)
    expect(looksLikePosting(`De deadline en de duur waren anders dan gedacht.\n${filler}`)).toBe(false)
  })
})

describe('which assignment a posting is', () => {
  it('is told by number, else by title and client', () => {
    const known = anAssignment('4471')
    const copy = anAssignment('', { number: null, title: 'ADVISEUR  Waterkering' })
    expect(sameAssignment(copy, [known])?.id).toBe('4471')
    expect(sameAssignment(anAssignment('', { number: '12' }), [known])).toBeNull()
    expect(postingId(copy, 'Uitvraag 12.pdf')).toBe('uitvraag-12')
    expect(postingId(copy, null)).toBe('adviseur-waterkering')
  })
})
