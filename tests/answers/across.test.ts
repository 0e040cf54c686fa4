import { describe, expect, it } from 'vitest'
import { respond } from '../../src/answers/respond.ts'
import { createCatalogue } from '../../src/assignments/catalogue.ts'
import { at, invented } from './postings.ts'

/** Three invented postings: 05 the case system (118.50 euros, VOG), 08 the team coach (98, VOG, film), 09 the waterways (128, no VOG). */
const known = createCatalogue()
for (const id of ['05', '08', '09']) known.put(invented(id))
const ask = async (question: string) =>
  (await respond(question, { catalogue: known, now: at('2026-07-06T10:00:00+02:00') })).text

describe('a question over several assignments keeps every demand it makes', () => {
  it('a number', async () => {
    const text = await ask('welke hebben een maximumtarief onder de 100 euro?')
    expect(text).toContain('teamcoach')
    expect(text).not.toMatch(/vaarwegen|zaaksysteem/)
  })

  it('a number that none reaches', async () => {
    expect(await ask('meer dan 100 punten?')).toMatch(/^Geen enkele opdracht/)
  })

  it('a period, also one that is open at its end', async () => {
    const text = await ask('welke sluiten na 20 juli')
    expect(text).toContain('vaarwegen')
    expect(text).not.toContain('zaaksysteem')
    expect(await ask('welke starten na de zomer')).toMatch(/zaaksysteem[\s\S]*vaarwegen|vaarwegen[\s\S]*zaaksysteem/)
  })

  it('two conditions', async () => {
    const text = await ask('welke opdrachten vragen een vog en sluiten deze maand')
    expect(text).toContain('zaaksysteem')
    expect(text).not.toContain('vaarwegen')
  })

  it('a subject that only the text knows', async () => {
    const text = await ask('welke opdrachten vragen prince2')
    expect(text).toContain('zaaksysteem')
    expect(text).not.toMatch(/vaarwegen|teamcoach/)
    expect(await ask('bij welke opdrachten mag je zeilen?')).toBe('Daarover staat niets in de uitvragen.')
  })
})

it('tells a printed date without a year, and no longer that there is none', async () => {
  const { text } = await respond('wanneer sluit die van Ravelsluis?', {
    catalogue: known,
    now: at('2026-07-06T10:00:00+02:00'),
  })
  expect(text).toMatch(/24 juli om 12\.00 uur.*jaar staat er niet bij/)
})
