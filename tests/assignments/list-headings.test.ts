import { describe, expect, it } from 'vitest'
import { headingKind } from '../../src/assignments/heading-kinds.ts'
import { read } from './reading.ts'

const posting = (...lines: string[]) => read(['Opdrachtgever: Gemeente Proefdam', '', ...lines].join('\n')).posting

describe('a heading that talks', () => {
  it.each([
    ['Wat je in elk geval meebrengt', 'knockout'],
    ['Zonder dit valt je kandidaat af', 'knockout'],
    ['Hieraan moet de kandidaat voldoen', 'knockout'],
    ['What you bring in any case', 'knockout'],
    ['Pass/fail criteria', 'knockout'],
    ['Dit levert punten op', 'award'],
    ['Waar we je op vergelijken', 'award'],
    ['How we compare', 'award'],
    ['Zo ben je', 'competencies'],
    ['Wat ga je doen?', 'other'],
    ['Wat levert het op', 'other'],
    ['Tarief en voorwaarden', 'other'],
    ['Goed om te weten', 'other'],
  ])('%s: %s', (heading, kind) => {
    expect(headingKind(heading)).toBe(kind)
  })
})

describe('a label in brackets', () => {
  it('is the number of its item, with the weight that stands in it', () => {
    const { knockouts, awards } = posting(
      'Eisen',
      '[A] Een afgeronde hbo-opleiding',
      '[B] Minimaal 3 jaar ervaring met subsidies',
      '',
      'Gunningscriteria',
      '[P1 / 60] Ervaring bij een gemeente',
      '[P2 / 40] Ervaring met verantwoordingen',
    )
    expect(knockouts.map(({ number, text }) => [number, text])).toEqual([
      ['A', 'Een afgeronde hbo-opleiding'],
      ['B', 'Minimaal 3 jaar ervaring met subsidies'],
    ])
    expect(awards.map(({ number, points, text }) => [number, points, text])).toEqual([
      ['P1', 60, 'Ervaring bij een gemeente'],
      ['P2', 40, 'Ervaring met verantwoordingen'],
    ])
  })

  it('is none where the brackets are boxes to tick', () => {
    const { knockouts } = posting('Eisen', '[ ] Een afgeronde hbo-opleiding', '[x] Rijbewijs B')
    expect(knockouts.map(({ number, text }) => [number, text])).toEqual([
      [null, 'Een afgeronde hbo-opleiding'],
      [null, 'Rijbewijs B'],
    ])
  })
})

it.each([
  'Verlenging met 3 maanden is mogelijk; dat hoor je uiterlijk 1 februari 2027.',
  'Verlenging: mogelijk met 3 maanden, het besluit daarover valt uiterlijk 1 februari 2027',
  'Extension: possible by 3 months, you will hear about that no later than 1 February 2027',
])('the day on which one hears of an extension does not end it: %s', (line) => {
  expect(posting('Start: 1 september 2026', line).extension).toMatchObject({ months: 3, until: null })
})

it.each([
  ['Length: 9 months', 9],
  ['Lengte opdracht: 10 maanden', 10],
  ['Duur van de inzet: 6 maanden', 6],
])('%s is how long it lasts', (line, months) => {
  expect(posting(line).durationMonths).toBe(months)
})
