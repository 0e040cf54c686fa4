import { describe, expect, it } from 'vitest'
import { fillByModel } from '../../src/assignments/fill-by-model.ts'
import type { Model, ModelRequest } from '../../src/model/port.ts'
import { read } from './reading.ts'

const text =
  'Projectleider wonen\nOnze partner, drinkwaterbedrijf Vloedmond, zoekt versterking. Bel 088-0000001 voor overleg.\nSluitingsdatum: 16-07-2026 09:00\nUren per week: 24'

/** A model that gives the same findings whatever it is asked, and keeps what it was asked. */
function saying(found: { field: string; quote: string; value: string }[]): Model & { asked: Record<string, string>[] } {
  const asked: Record<string, string>[] = []
  return {
    host: 'model.example',
    name: 'stand-in',
    asked,
    async ask<T>(request: ModelRequest<T>) {
      asked.push(request.values)
      return { kind: 'answer', value: request.schema.parse({ found }), cached: false }
    },
  }
}

describe('the model fills what the rules left open', () => {
  it('with a value that stands in a sentence of the posting, quoted from there', async () => {
    const posting = read(text)
    const filled = await fillByModel(
      posting,
      saying([
        {
          field: 'organisation',
          quote: 'Onze partner, drinkwaterbedrijf Vloedmond, zoekt versterking.',
          value: 'drinkwaterbedrijf Vloedmond',
        },
      ]),
    )
    expect(filled.posting.organisation).toBe('drinkwaterbedrijf Vloedmond')
    const fact = filled.facts.find(({ certainty }) => certainty === 'model')!
    expect(text.slice(fact.start, fact.end)).toBe(fact.quote)
  })

  it.each([
    [
      'words that do not stand there',
      { field: 'location', quote: 'De standplaats is Amersfoort centrum.', value: 'Amersfoort' },
    ],
    [
      'a value that is not in its quote',
      { field: 'maxRateEur', quote: 'Onze partner, drinkwaterbedrijf Vloedmond, zoekt versterking.', value: '95' },
    ],
    ['a field that the rules have read', { field: 'hoursPerWeek', quote: 'Uren per week: 24', value: '36' }],
  ])('and drops %s', async (_why, finding) => {
    const posting = read(text)
    expect(await fillByModel(posting, saying([finding]))).toBe(posting)
  })

  it('sees no phone number', async () => {
    const model = saying([])
    await fillByModel(read(text), model)
    expect(model.asked[0]!.posting).not.toContain('088-0000001')
  })

  it('leaves the posting as it was when the call fails', async () => {
    const posting = read(text)
    const broken: Model = {
      host: 'model.example',
      name: 'broken',
      ask: async () => ({ kind: 'failed', why: 'timeout' }),
    }
    expect(await fillByModel(posting, broken)).toBe(posting)
  })
})
