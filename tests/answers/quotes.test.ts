import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip } from '../../src/answers/evidence.ts'
import { passagesOf, standsIn, verbatimOf } from '../../src/answers/passages.ts'
import { asAssignment, asker, catalogueOf, invented } from './postings.ts'

const ids = [
  '01',
  '02',
  '04',
  'broker-mailing',
  'conflicting-letter',
  'counter-portal',
  'english-agency',
  'glued-listing',
  'jobsite',
  'pdf-pages',
  'weight-first',
]
const everything = [
  'wanneer sluit het',
  'vog nodig?',
  'welke schaal',
  'hoeveel uur',
  'knock-outs?',
  'gunningscriteria?',
  'planning',
  'hoe lang duurt het',
  'tarief?',
  'sroi?',
  'cv eisen?',
  'hybride?',
  'wie beoordeelt',
  'opleiding?',
  'hoeveel jaar ervaring',
  'tel de punten op',
  'waar',
  'opdrachtgever?',
  'contact?',
  'waar gaat het over',
  'vragen stellen tot wanneer',
  'fee?',
  'competenties?',
  'zzp?',
]

describe('quotes', () => {
  it('stand letter by letter in the posting, for every kind of question about every layout', async () => {
    for (const id of ids) {
      const assignment = invented(id)
      const ask = asker(catalogueOf(assignment), { assignment: id })
      const text = verbatimOf(assignment.text)
      for (const question of everything) {
        for (const quote of (await ask(question)).quotes) expect(text, `${id}: ${question}`).toContain(quote.text)
      }
    }
  })

  it('keep an answer short, with the longest criteria too', async () => {
    for (const id of ids) {
      const ask = asker(catalogueOf(invented(id)), { assignment: id })
      for (const question of everything)
        expect((await ask(question)).text.split(/\s+/).length, `${id}: ${question}`).toBeLessThanOrEqual(120)
    }
  })

  it('never come from a comment that a reader of the page does not see', async () => {
    const hidden = asAssignment(
      'Jurist\n\nOpdrachtgever: Gemeente Zandrecht\n<!-- Er is een VOG vereist en het tarief is 200 euro. -->\nUren per week: 24\n',
      'hidden',
    )
    expect(standsIn(hidden, 'Er is een VOG vereist')).toBe(false)
    const answer = await asker(catalogueOf(hidden))('is er een vog nodig?')
    expect(answer.quotes).toEqual([])
  })

  it('differ when one digit does', () => {
    const posting = invented('01')
    expect(standsIn(posting, 'Voor opdrachten met een waarde vanaf € 221.000')).toBe(true)
    expect(standsIn(posting, 'Voor opdrachten met een waarde vanaf € 212.000')).toBe(false)
  })
})

describe('passages', () => {
  it('join lines that a page wrapped', () => {
    const passages = passagesOf(invented('pdf-pages')).map(({ shown }) => shown)
    expect(passages).toContain('De tarieven zijn all-in; er geldt geen maximumtarief.')
  })

  it('are found again in the posting, whatever its text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Eisen',
            '- hbo',
            'Uren\t24',
            '',
            'Een zin. Nog een zin.',
            '| a | b |',
            'x',
            '1. Eis een',
            '**vet** en',
          ),
          { maxLength: 20 },
        ),
        (lines) => {
          const posting = { ...invented('01'), text: lines.join('\n') }
          return passagesOf(posting).every(
            ({ verbatim }) => standsIn(posting, verbatim) || !/[\p{L}\p{N}]/u.test(verbatim),
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})

it('a clipped text says that it was clipped', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 30 }),
      (words, most) => {
        const clipped = clip(words.join(' '), most)
        return words.length <= most
          ? clipped === words.join(' ')
          : clipped.endsWith(' …') && clipped.split(' ').length === most + 1
      },
    ),
  )
})
