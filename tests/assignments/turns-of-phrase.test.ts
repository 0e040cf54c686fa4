import { describe, expect, it } from 'vitest'
import { read, withConditions } from './reading.ts'

const submissions = (...lines: string[]) => {
  const { posting } = read(['Opdrachtgever: Gemeente Proefdam', 'Geplaatst op 4 januari 2027', '', ...lines].join('\n'))
  return {
    at: posting.deadlines.filter(({ kind }) => kind === 'submission').map(({ at }) => at),
    contradicted: posting.conflicts.some(({ field }) => field === 'deadlines.submission'),
  }
}

describe('a deadline that was put off', () => {
  it.each([
    'De sluitingsdatum is verplaatst van 18 januari naar donderdag 21 januari 2027, 12.00 uur.',
    'De sluitingsdatum is gewijzigd in donderdag 21 januari 2027, 12.00 uur.',
    'Sluitingsdatum: 18 januari 2027, gewijzigd in 21 januari 2027, 12.00 uur',
    'De reactietermijn is verlengd tot donderdag 21 januari 2027, 12:00 uur.',
  ])('is the later day, and the earlier one is still told as a contradiction: %s', (sentence) => {
    expect(submissions(sentence, '', 'Sluitingsdatum: maandag 18 januari 2027, 12.00 uur')).toEqual({
      at: ['2027-01-21T12:00:00+01:00'],
      contradicted: true,
    })
  })

  it('is not one where two days merely differ: then the earlier one is worked with', () => {
    expect(
      submissions('Sluitingsdatum: 18 januari 2027, 12.00 uur', '', 'Reageren kan tot 21 januari 2027, 12.00 uur.'),
    ).toEqual({ at: ['2027-01-18T12:00:00+01:00'], contradicted: true })
  })
})

describe('two deadlines that are both true', () => {
  it('are the one of the sender, in brackets, and the one of the client', () => {
    expect(submissions('Deadline: ma 18 januari 09:00 (bij ons: vr 15 januari 15:00)')).toEqual({
      at: ['2027-01-15T15:00:00+01:00', '2027-01-18T09:00:00+01:00'],
      contradicted: false,
    })
  })
})

it('"vóór" and "uiterlijk" on one day contradict each other, and the safe reading is kept', () => {
  const { posting } = read(
    'Geplaatst: 24-11-2026\nReageren voor: 08-12-2026\n\nUiterlijk 8 december 2026 moet uw aanbieding binnen zijn.',
  )
  expect(posting.deadlines.find(({ kind }) => kind === 'submission')).toMatchObject({
    at: '2026-12-08',
    exclusive: true,
  })
  expect(posting.conflicts.map(({ field }) => field)).toContain('deadlines.submission')
})

it.each([
  ['Datum gesprekken: 14 of 15 december 2026', '2026-12-14'],
  ['De gesprekken zijn op 14 december 2026 te 14.30 uur.', '2026-12-14T14:30:00+01:00'],
  ['Gesprekken zijn op 14 december 2026 tussen 9 en 12 uur.', '2026-12-14T09:00:00+01:00'],
  ['Gesprekken: week 51 (14 december 2026)', '2026-12-14'],
])('%s', (line, at) => {
  const { posting } = read(`Opdrachtgever: Gemeente Proefdam\nGeplaatst: 24-11-2026\n\n${line}`)
  expect(posting.deadlines.filter(({ kind }) => kind === 'interviews').map((deadline) => deadline.at)).toEqual([at])
})

it('talks that belong to the work are no interviews', () => {
  const { posting } = read(
    'Geplaatst: 2 maart 2026\n\nJe voert gesprekken met zes zorgaanbieders en bereidt de raad van 9 juli 2026 voor.',
  )
  expect(posting.deadlines).toEqual([])
})

describe('of two clauses about one condition the one that decides counts', () => {
  it.each([
    ['Het UEA is bij de raamovereenkomst ingediend; een nieuw UEA is niet nodig.', 'uea', false],
    ['Een Uniform Europees Aanbestedingsdocument (UEA) is niet van toepassing.', 'uea', false],
    ['Eigen verklaring (UEA): niet vereist', 'uea', false],
    ['Geheimhouding volgt uit de ambtseed, een geheimhoudingsverklaring is niet nodig.', 'nda', false],
    ['Hybride working is the norm, a VOG is required.', 'vog', true],
    ['De opdracht valt buiten het DAS.', 'das', false],
  ] as const)('%s', (sentence, field, value) => {
    expect(withConditions(sentence).posting[field]).toBe(value)
  })
})

describe('a list of award criteria', () => {
  const awards = (...lines: string[]) =>
    read(
      [
        'Opdrachtgever: Gemeente Proefdam',
        '',
        'Knock-outcriteria',
        '- hbo',
        '- rijbewijs B',
        '',
        'Gunningscriteria',
        ...lines,
      ].join('\n'),
    ).posting.awards.map(({ number, text, points }) => [number, text, points])

  it('may print points without a unit, when every item does', () => {
    expect(awards('* Ervaring met jongeren: 15', '* Gesprek: 85')).toEqual([
      [null, 'Ervaring met jongeren', 15],
      [null, 'Gesprek', 85],
    ])
    expect(awards('* Ervaring sinds: 2015', '* Gesprek').map(([, , points]) => points)).toEqual([null, null])
  })

  it('may print a bullet or a weight before the number', () => {
    expect(awards('- **G1** Visie (60 punten)', '- **G2** Prijs (40 punten)')).toEqual([
      ['G1', 'Visie', 60],
      ['G2', 'Prijs', 40],
    ])
    expect(awards('60% G1. Visie', '40% G2. Prijs')).toEqual([
      ['G1', 'Visie', 60],
      ['G2', 'Prijs', 40],
    ])
  })

  it('may be wrapped by hand under its numbers', () => {
    expect(
      awards(
        '1. Ervaring met het begeleiden van de',
        '   invoering van een zaaksysteem (60 punten)',
        '2. Prijs (40 punten)',
      ),
    ).toEqual([
      [1, 'Ervaring met het begeleiden van de invoering van een zaaksysteem', 60],
      [2, 'Prijs', 40],
    ])
  })

  it('counts the highest step of a ladder, and all parts of a sum', () => {
    expect(
      awards('1. Ervaring', '- 1 tot 3 jaar = 10 punten', '- meer dan 3 jaar = 30 punten', '2. Prijs (70 punten)')[0],
    ).toEqual([1, 'Ervaring', 30])
    expect(
      awards(
        '1. Ervaring',
        '- bij een gemeente: 15 punten',
        '- bij een waterschap: 10 punten',
        '2. Prijs (75 punten)',
      )[0],
    ).toEqual([1, 'Ervaring', 25])
  })
})

it('"geen referenties" asks for none', () => {
  expect(
    withConditions('Cv in het Nederlands, maximaal 3 pagina’s. Geen referenties nodig.').posting.cv?.minReferences,
  ).toBe(null)
})
