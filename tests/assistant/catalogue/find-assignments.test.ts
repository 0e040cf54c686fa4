import { beforeAll, describe, expect, it } from 'vitest'
import type { Assignment } from '../../../src/assignments/assignment.ts'
import { type Catalogue, createCatalogue } from '../../../src/assignments/catalogue.ts'
import { readPosting } from '../../../src/assignments/read-posting.ts'
import { findAssignments } from '../../../src/assistant/catalogue/find-assignments.ts'
import { plainText } from '../../../src/chat/plain-text.ts'
import { samplePosting } from '../sample-posting.ts'

const now = Temporal.ZonedDateTime.from('2026-07-10T10:00:00+02:00[Europe/Amsterdam]')
let catalogue: Catalogue

/** An invented posting of another title, number and organisation. */
function assignment(number: string, title: string, organisation: string, more: Partial<Assignment> = {}): Assignment {
  const text = samplePosting
    .replace('Projectleider duurzame mobiliteit', title)
    .replaceAll('70412', number)
    .replaceAll('Gemeente Oostermeer', organisation)
  const fixed = {
    revision: 1,
    state: 'new',
    addedBy: 'test',
    owner: null,
    addedOn: now.toInstant().toString(),
  } as const
  const read = readPosting(text, { id: number })
  return { ...read, ...fixed, id: number, supplements: [], confirmed: true, example: false, ...more }
}

beforeAll(() => {
  catalogue = createCatalogue()
  catalogue.put(assignment('70412', 'Projectleider duurzame mobiliteit', 'Gemeente Oostermeer'))
  catalogue.put(assignment('70999', 'Adviseur waterveiligheid', 'Waterschap Zuiderdiep'))
  catalogue.put(assignment('71500', 'Adviseur die wacht', 'Gemeente Oostermeer', { confirmed: false }))
})

const search = (typed: string, at = now) =>
  findAssignments(catalogue, typed, at, 'nl').found.map(({ title }) => title.match(/7\d{4}/)?.[0] ?? title)

describe('searching the open assignments while typing', () => {
  it.each([
    ['', ['70412', '70999']],
    ['adv', ['70999']],
    ['709', ['70999']],
    ['waterschap adv', ['70999']],
    ['OOSTERM', ['70412']],
    ['gemeente', ['70412']],
    ['bestaat niet', []],
  ])('"%s" finds %j', (typed, wanted) => {
    expect(search(typed).toSorted()).toEqual(wanted)
  })

  it('never finds what is closed or still waits for its adder', () => {
    expect(search('', now.add({ years: 2 }))).toEqual([])
    expect(search('71500')).toEqual([])
  })

  it('gives each a line to recognise it by, and a card without anything to press', () => {
    const [first] = findAssignments(catalogue, '70412', now, 'nl').found
    expect(first?.detail).toMatch(/^Gemeente Oostermeer · sluit /)
    expect(first?.card.elements.map(({ type }) => type)).not.toContain('buttons')
    expect(plainText(first!.card)).toContain('Gemeente Oostermeer')
  })
})
