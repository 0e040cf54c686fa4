import { describe, expect, it } from 'vitest'
import { readAsk } from '../../src/answers/ask.ts'
import { plainSpeech } from '../../src/answers/plain-speech.ts'
import { asker, at, catalogueOf, invented } from './postings.ts'

const ask = asker(catalogueOf(invented('01'), invented('02'), invented('04')))
const about = (assignment: string, question: string) =>
  ask(question, { assignment, now: at('2026-02-17T10:00:00+01:00') })

describe('questions as people type them', () => {
  it('reads shorthand and small forms as the plain words', () => {
    expect(plainSpeech('wnr begint ie, hoeveel uurtjes pw')).toBe('wanneer begint ie, hoeveel uren per week')
    expect(plainSpeech('how many yrs of mgmt')).toBe('how many years of management')
  })

  it('takes "word je" for the verb, not for a kind of file', () => {
    expect(readAsk('door wie word je aangestuurd').formats).toEqual([])
    expect(readAsk('mag het in word').formats).toEqual(['docx'])
  })

  it('answers what the intermediary costs, and no yes to a question for an amount', async () => {
    expect((await about('02', 'wat kost de broker')).text).toMatch(/^3%/)
  })

  it('says no where the days after the deadline are asked for', async () => {
    expect((await about('01', 'mag ik na de 18e nog vragen stellen')).text).toMatch(/^Nee/)
    expect((await about('01', 'mag ik na de 17e nog vragen stellen')).text).toMatch(/^Ja/)
  })

  it('tells the duration without its extension when that is asked', async () => {
    expect((await about('02', 'hoeveel maanden loopt het zonder verlenging')).text).toMatch(/^9 maanden/)
  })

  it('calls a knock-out a knock-out when asked whether it is required', async () => {
    expect((await about('02', 'is NEN 2767 verplicht')).text).toMatch(/^Ja, dat is een knock-out/)
  })

  it('takes "tot wanneer kan je" for a question about the deadline, not for an order to hand in', async () => {
    expect((await about('01', 'tot wanneer kan je inschrijven')).text).not.toMatch(/^Nee/)
    expect((await about('01', 'kan je hem voor me inschrijven')).text).toMatch(/^Nee/)
  })

  it('reads neither "sluizen" nor "how many are still open" as the closing date', () => {
    expect(readAsk('om hoeveel sluizen gaat het').topics).not.toContain('submission')
    expect(readAsk('how many findings are still open').topics).not.toContain('isOpen')
    expect(readAsk('until when can we send in queries').topics).toContain('questions')
    expect(readAsk('wnr moet ons cv uiterlijk bij Sanne zijn').topics).toContain('sendBy')
  })

  it('does not take a word as general as "maximaal" for an answer', async () => {
    const { answered } = await about('01', 'hoeveel koffie mag ie maximaal drinken')
    expect(answered).toBe(false)
  })

  it('does not give the pages of a plan for those of the CV', async () => {
    const alone = asker(catalogueOf(invented('weight-first')))
    const { answered } = await alone('hoeveel bladzijden cv', { now: at('2026-09-08T10:00:00+02:00') })
    expect(answered).toBe(false)
  })
})
