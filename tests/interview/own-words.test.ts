import { describe, expect, it } from 'vitest'
import { ownRequestIn } from '../../src/interview/own-words.ts'

describe('asking for one’s own candidates', () => {
  it.each([
    'mijn kandidaten',
    'Mijn toetsingen',
    'kandidaten',
    'toon mijn kandidaten',
    'waar vind ik mijn toetsingen?',
    'my candidates',
    'show my candidates',
    'lijst van kandidaten',
  ])('"%s" is the list', (text) => expect(ownRequestIn(text)).toEqual({ kind: 'list' }))

  it.each([
    ['verder met OF', { kind: 'open', code: 'OF', which: '' }],
    ['ga verder met kandidaat OF voor 31050', { kind: 'open', code: 'OF', which: '31050' }],
    ['continue with JD', { kind: 'open', code: 'JD', which: '' }],
    ['scorekaart van OF', { kind: 'open', code: 'OF', which: '' }],
    ['export MV', { kind: 'export', code: 'MV' }],
    ['vergelijk kandidaten voor 31050', { kind: 'compare', which: '31050' }],
    ['rangorde 31050', { kind: 'compare', which: '31050' }],
    ['compare candidates for 31050', { kind: 'compare', which: '31050' }],
  ])('"%s" is understood', (text, expected) => expect(ownRequestIn(text)).toEqual(expected))

  it.each([
    'verder',
    'vergelijken',
    'export data',
    'verder met toetsen',
    'hoeveel kandidaten mag je aanbieden?',
    'kandidaten voor 31050 moeten een VOG hebben',
    'wanneer sluit 31050',
    'open 4 kandidaten en nog wat',
  ])('"%s" is something else', (text) => expect(ownRequestIn(text)).toBeNull())
})
