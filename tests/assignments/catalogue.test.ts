import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/assignments/catalogue.ts'
import { createSpelling, oneApart } from '../../src/assignments/spelling.ts'
import { kindred, rootOf } from '../../src/assignments/word-roots.ts'
import { at, catalogueOf, invented } from '../answers/postings.ts'

const water = invented('01')
const pumps = invented('02')
const data = invented('04')
const law = invented('counter-portal')
const control = invented('weight-first')
const catalogue = catalogueOf(water, pumps, data, law, control)
const ids = (text: string) => catalogue.find(text).map(({ assignment }) => assignment.id)

describe('finding an assignment', () => {
  it.each([
    ['90417', '01'],
    ['wanneer sluit 90417?', '01'],
    ['WDV-2026-0178', '02'],
    ['wdv 2026 0178', '02'],
    ['NTA/EXT/26-119', '04'],
    ['die van merenwoude', '01'],
    ['de gemalen-opdracht', '02'],
    ['die gemalenklus', '02'],
    ['nta', '04'],
    ['the pumping station job', '02'],
    ['adviseur omgevingsrehct', 'counter-portal'],
    ['de controllersopdracht', 'weight-first'],
    ['concern controller provincie heuvelmark', 'weight-first'],
  ])('"%s" is %s', (text, id) => {
    expect(ids(text)).toEqual([id])
  })

  it('gives both where two fit about as well', () => {
    expect(ids('de adviseur').sort()).toEqual(['02', 'counter-portal'])
  })

  it('finds nobody for a client that has none', () => {
    expect(ids('gemeente Utrecht')).toEqual([])
    expect(ids('waterschap Rivierenland')).toEqual([])
  })

  it('takes question words for nobody: "wat" is not "water"', () => {
    expect(ids('wat sluit er morgen')).toEqual([])
  })

  it('puts the place back behind the client: "in X" is a place, "van X" a client', () => {
    const inPlace = catalogue.find('die in Merenwoude')[0]
    const byClient = catalogue.find('die van Merenwoude')[0]
    expect(inPlace?.how).toBe('place')
    expect(byClient?.how).toBe('client')
  })

  it('forgets what is removed, by every name', () => {
    const own = catalogueOf(water, pumps)
    own.remove('02')
    expect(own.find('gemalen')).toEqual([])
    expect(own.find('WDV-2026-0178')).toEqual([])
    expect(own.size).toBe(1)
  })

  it('shows an unconfirmed assignment to nobody who searches', () => {
    const own = catalogueOf(invented('01', { confirmed: false }))
    expect(own.find('90417')).toEqual([])
    expect(own.get('01')).toBeDefined()
    expect([...own.open(at('2026-02-17T10:00:00+01:00'))]).toEqual([])
  })
})

describe('open and closing', () => {
  it('closes at the printed time, not a moment later', () => {
    const open = (iso: string) => [...catalogue.open(at(iso))].map(({ id }) => id)
    expect(open('2026-02-24T08:59:59+01:00')).toContain('01')
    expect(open('2026-02-24T09:00:00+01:00')).not.toContain('01')
  })

  it('lists the open ones soonest first', () => {
    expect([...catalogue.open(at('2026-02-17T10:00:00+01:00'))].map(({ id }) => id)).toEqual([
      '01',
      '02',
      '04',
      'weight-first',
      'counter-portal',
    ])
  })

  it('gives those that close in a range, the end not included', () => {
    const from = Temporal.Instant.from('2026-02-24T00:00:00+01:00')
    const closing = (to: string) => catalogue.closing({ from, to: Temporal.Instant.from(to) }).map(({ id }) => id)
    expect(closing('2026-02-24T09:00:00+01:00')).toEqual([])
    expect(closing('2026-02-24T09:00:01+01:00')).toEqual(['01'])
  })

  it('takes a withdrawn assignment from the open ones', () => {
    const own = catalogueOf(invented('01', { state: 'withdrawn' }))
    expect([...own.open(at('2026-02-17T10:00:00+01:00'))]).toEqual([])
  })

  it('keeps one entry however often an assignment changes', () => {
    const own = createCatalogue()
    for (let i = 0; i < 5; i++) own.put({ ...water, revision: i })
    expect([...own.open(at('2026-02-17T10:00:00+01:00'))]).toHaveLength(1)
    own.remove('01')
    expect([...own.open(at('2026-02-17T10:00:00+01:00'))]).toHaveLength(0)
    expect(own.find('merenwoude')).toEqual([])
  })
})

describe('words', () => {
  it.each([
    ['gemeenten', 'gemeente'],
    ['gemaal', 'gemalen'],
    ['afstemming', 'afstemt'],
    ['verlengd', 'verlenging'],
    ["pagina's", 'pagina'],
    ['adviseurs', 'adviseur'],
  ])('"%s" and "%s" have one root', (a, b) => {
    expect(rootOf(a)).toBe(rootOf(b))
  })

  it('knows a compound by its whole part only', () => {
    expect(kindred(rootOf('bedrijventerreinen'), rootOf('terreinen'))).toBe(true)
    expect(kindred(rootOf('rail'), rootOf('trailers'))).toBe(false)
  })

  it('keeps a root of a number as it is', () => {
    fc.assert(fc.property(fc.integer({ min: 0 }), (number) => rootOf(String(number)) === String(number)))
  })
})

describe('spelling', () => {
  const word = fc.stringMatching(/^[a-z]{7,14}$/)

  it('finds every known word with one letter changed, dropped, doubled or swapped with its neighbour', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'add', 'change', 'swap'), (known, place, edit) => {
        const i = place % (known.length - 1)
        const typed =
          edit === 'drop'
            ? known.slice(0, i) + known.slice(i + 1)
            : edit === 'add'
              ? `${known.slice(0, i)}q${known.slice(i)}`
              : edit === 'change'
                ? `${known.slice(0, i)}q${known.slice(i + 1)}`
                : known.slice(0, i) + known[i + 1]! + known[i]! + known.slice(i + 2)
        expect(createSpelling([known]).near(typed)).toEqual([known])
      }),
    )
  })

  it('gives no word that lies two edits away', () => {
    expect(createSpelling(['sluitingsdatum']).near('slutingdatum')).toEqual([])
    expect(oneApart('deadline', 'dedlne')).toBe(false)
  })
})
