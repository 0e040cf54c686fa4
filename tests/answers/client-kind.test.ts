import { describe, expect, it } from 'vitest'
import { respond } from '../../src/answers/respond.ts'
import { textsFor } from '../../src/texts/texts.ts'
import { asAssignment, asker, at, catalogueOf } from './postings.ts'

const posting = (number: string, client: string, title: string, hours: number) =>
  asAssignment(
    `Verzonnen voorbeeld.\n\n${title}\n\nOpdrachtgever: ${client}\nReferentie: ${number}\nUren per week: ${hours}\nSluitingsdatum: donderdag 26 februari 2026, 12:00 uur\n\nEen VOG is vereist.\n`,
    number,
  )
const water = posting('WZ-11', 'Waterschap Zilverveen', 'Adviseur gemalen', 32)
const town = posting('GH-12', 'Gemeente Hoogerbeek', 'Projectleider wonen', 24)
const towns = [13, 14, 15].map((number) => posting(`G-${number}`, `Gemeente Dorp${number}`, 'Planner', 16))
const catalogue = catalogueOf(water, town)
const ask = asker(catalogue)

describe('a client called by its kind alone', () => {
  it.each([
    ['wanneer sluit die van het waterschap?', 'WZ-11'],
    ['hoeveel uur is die bij het waterschap en kan ik daar deels thuis werken?', 'WZ-11'],
    ['wanneer sluit het waterschap?', 'WZ-11'],
    ['is er een VOG nodig bij de gemeente?', 'GH-12'],
    ['how many hours is the one for the municipality?', 'GH-12'],
  ])('is the only one there is: %s', async (question, id) => {
    expect(await ask(question)).toMatchObject({ answered: true, assignments: [id] })
  })

  it('turns the conversation to it only when the words do', async () => {
    const meanwhile = { history: [{ role: 'user' as const, text: 'wanneer sluit GH-12?' }] }
    expect((await ask('en die van het waterschap, hoeveel uur is dat?', meanwhile)).assignments).toEqual(['WZ-11'])
    expect((await ask('moet ik bij het waterschap gewerkt hebben?', meanwhile)).assignments).toEqual(['GH-12'])
  })

  it('takes nobody for the one meant where any is, or where there are many', async () => {
    expect((await ask('hoeveel uur is dat bij een gemeente?')).assignments).not.toEqual(['GH-12'])
    const many = asker(catalogueOf(water, town, ...towns))
    expect((await many('hoeveel uur is die bij de gemeente?')).kind).toBe('clarify')
  })

  it('answers each example that the help gives', async () => {
    for (const lang of ['nl', 'en'] as const) {
      for (const [, question] of JSON.stringify(textsFor(lang).answers).matchAll(/“([^“”]+\?)”/g)) {
        const { kind } = await respond(question!, { catalogue, now: at('2026-02-17T10:00:00+01:00'), lang })
        expect(kind, question).not.toBe('clarify')
      }
    }
  })
})

it('lists what closes, however the question begins', async () => {
  for (const begin of ['Hé, ', 'hoi! ', 'Goedemorgen, ', 'zeg ', ''])
    expect(await ask(`${begin}wat sluit er volgende week eigenlijk?`), begin).toMatchObject({
      kind: 'computed',
      answered: true,
    })
})

it.each(['wat staat er open?', 'Hoi, wat staat er nu nog open?', 'what is open?'])(
  'lists what is open: %s',
  async (question) => {
    expect(await ask(question)).toMatchObject({
      kind: 'computed',
      assignments: expect.arrayContaining(['WZ-11', 'GH-12']),
    })
  },
)
