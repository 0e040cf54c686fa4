import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPoints } from '../../src/assignments/points.ts'
import { yearsIn } from '../../src/assignments/years.ts'
import { read } from './reading.ts'

const posting = (...lines: string[]) => read(['Projectleider wonen', '', ...lines].join('\n')).posting
const awards = (...lines: string[]) =>
  posting('Gunningscriteria', ...lines).awards.map(({ number, text, points }) => [number, text, points])

describe('points are taken off in any notation', () => {
  it.each([
    ['Ervaring met bouwen (20 punten);', 'Ervaring met bouwen', 20],
    ['Ervaring met bouwen (maximaal 30 punten):', 'Ervaring met bouwen', 30],
    ['Ervaring met bouwen (0-25 punten)', 'Ervaring met bouwen', 25],
    ['Ervaring met bouwen – 40%', 'Ervaring met bouwen', 40],
    ['Ervaring met bouwen: 40 punten', 'Ervaring met bouwen', 40],
    ['Ervaring met bouwen - maximaal 25 punten', 'Ervaring met bouwen', 25],
    ['Ervaring met bouwen (weging 30)', 'Ervaring met bouwen', 30],
    ['Ervaring met bouwen (0 - 35 pt)', 'Ervaring met bouwen', 35],
    ['Vision (max. 2 pages) - max. 15 points', 'Vision (max. 2 pages)', 15],
    ['20% – Ervaring met bouwen', 'Ervaring met bouwen', 20],
    ['Experience with FIDIC contracts [40]', 'Experience with FIDIC contracts', 40],
    ['Plan (max. 1.000 punten)', 'Plan', 1000],
  ])('%s', (line, text, points) => {
    expect(splitPoints(line)).toMatchObject({ text, points })
  })

  it.each([
    'meer dan (1.000 documenten)',
    'ervaring met 100% biologisch bouwen',
    'Hbo-diploma (behaald in 2019)',
    'ervaring opgedaan (tot 2025)',
  ])('%s prints none', (line) => {
    expect(splitPoints(line)).toBeNull()
  })

  it('gives back any text and any points that are printed behind it', () => {
    const words = fc.stringMatching(/^[A-Z][a-z]{2,9}( [a-z]{3,9}){1,6}$/)
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('(N punten)', '– N%', '(max. N pt);', ': N punten'),
        (text, points, notation) => {
          expect(splitPoints(`${text} ${notation.replace('N', String(points))}`)).toMatchObject({ text, points })
        },
      ),
    )
  })
})

describe('years and windows are read, never inferred', () => {
  it.each<[string, number | null, number | null]>([
    ['Minimaal 3 jaar aantoonbare werkervaring in de afgelopen 6 jaar met wonen', 3, 6],
    ['Je hebt in de laatste vijf jaar minimaal drie jaar ervaring als projectleider', 3, 5],
    ['At least five (5) years of experience within the last 7 years', 5, 7],
    ["Eight years' experience in programme management", 8, null],
    ['Tenminste 24 maanden werkervaring', 2, null],
    ['opgedaan in de afgelopen 36 maanden', null, 3],
    ['Minimaal vier jaar werkervaring, opgedaan in de acht jaar vóór de sluitingsdatum', 4, 8],
    ['Minimaal zes jaar ervaring, waarvan de laatste 3 jaar bij een overheid', 6, null],
    ['Ervaring bij een waterschap in de laatste 5 jaar', null, 5],
    ['projectleider van een traject van minimaal een jaar', null, null],
    ['Jaren werkervaring als projectleider', null, null],
    ['Aantoonbare werkervaring bij een gemeente', null, null],
  ])('%s', (text, minYears, windowYears) => {
    expect(yearsIn(text)).toEqual({ minYears, windowYears })
  })
})

describe('criteria keep to their section', () => {
  it('keeps two lists with the same numbers apart and says that a number is not unique', () => {
    const read = posting(
      'Eisen',
      '1. hbo-diploma;',
      '2. rijbewijs.',
      'Gunningscriteria',
      '2. ervaring met wonen (60 punten);',
      '3. ervaring met zorg (40 punten).',
    )
    expect(read.knockouts.map(({ key, number }) => [key, number])).toEqual([
      ['knockout:1', 1],
      ['knockout:2', 2],
    ])
    expect(read.awards.map(({ key, number }) => [key, number])).toEqual([
      ['award:1', 2],
      ['award:2', 3],
    ])
    expect(read.conflicts).toEqual([expect.objectContaining({ field: 'criterionNumber' })])
  })

  it('reports points that do not add up to the printed total, and gives the sum', () => {
    const read = posting(
      'Gunningscriteria (totaal 100 punten)',
      '1. ervaring met wonen (60 punten)',
      '2. ervaring met zorg (30 punten)',
    )
    expect(read.pointsTotal).toBe(90)
    expect(read.conflicts).toEqual([expect.objectContaining({ field: 'pointsTotal', values: ['100', '90'] })])
  })

  it('counts the parent of a criterion with parts, not the parts', () => {
    const read = posting(
      'Gunningscriteria',
      '1. Jaren ervaring (maximaal 30 punten):',
      'a. 3 tot 5 jaar: 10 punten',
      'b. 5 jaar of meer: 30 punten',
      '2. Prijs (70 punten)',
    )
    expect(read.pointsTotal).toBe(100)
    expect(read.awards[0]!.sub).toEqual([
      { text: '3 tot 5 jaar', points: 10 },
      { text: '5 jaar of meer', points: 30 },
    ])
    expect(read.awards[1]!.price).toBe(true)
  })

  it('gives a weight on its own line to the item below, or above, as the list does', () => {
    expect(awards('Weging: 40 %', 'K1. Plan van aanpak', 'Weging: 60 %', 'K2. Interview')).toEqual([
      ['K1', 'Plan van aanpak', 40],
      ['K2', 'Interview', 60],
    ])
    expect(awards('K1. Plan van aanpak', 'Weging: 40 %', 'K2. Interview', 'Weging: 60 %')).toEqual([
      ['K1', 'Plan van aanpak', 40],
      ['K2', 'Interview', 60],
    ])
  })

  it('reads a table with a column for the points and its total', () => {
    const table = [
      '| Nr. | Criterium | Punten |',
      '|---|---|---|',
      '| W1 | Ervaring met wonen | 60 |',
      '| W2 | Prijs | 40 |',
      '| | Totaal | 100 |',
    ]
    expect(awards(...table)).toEqual([
      ['W1', 'Ervaring met wonen', 60],
      ['W2', 'Prijs', 40],
    ])
  })

  it('reads a list that lost its bullets, without its introduction', () => {
    expect(
      awards(
        'De kandidaat wordt op het volgende beoordeeld:',
        'Ervaring met wonen: 60 punten',
        'Ervaring met zorg: 40 punten',
      ).map(([, text]) => text),
    ).toEqual(['Ervaring met wonen', 'Ervaring met zorg'])
  })

  it('takes "vergunningen" for no award criteria', () => {
    expect(posting('Team Vergunningen', '- behandelt aanvragen', '- geeft advies').awards).toEqual([])
  })

  it('says which document can show a criterion', () => {
    const proves = posting(
      'Gunningscriteria',
      '1. Ervaring met wonen (40 punten)',
      '2. Motivatie, geschreven door de kandidaat (20 punten)',
      '3. Ervaring met zorg, toegelicht in de motivatie (20 punten)',
      '4. Uurtarief (20 punten)',
    ).awards.map((award) => award.proves)
    expect(proves).toEqual([['cv'], ['motivation'], ['cv', 'motivation'], []])
  })
})
