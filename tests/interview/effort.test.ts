import { describe, expect, it } from 'vitest'
import { createHouse, file } from './house.ts'

/** From posting and CV to a confirmed card, counting every message and every press. */
function inputs(proposal: string, said: string[], modelHost?: string): { inputs: number; confirmed: boolean } {
  const talk = createHouse(modelHost ? { modelHost } : {}).talk('web:sanne')
  let count = 1
  talk.start('toets NvT voor 4711, €92', [file('cv.pdf')])
  talk.read(proposal)
  for (const text of said) {
    talk.say(text)
    count++
  }
  return { inputs: count, confirmed: talk.assessment()?.confirmedAt !== null }
}

describe('effort', () => {
  it('at most 6 inputs when all is clear, the question about the model included', () => {
    const result = inputs('alles duidelijk', ['nee', 'kloppen', 'kloppen', 'bevestigen'], 'llm.bureau.example')
    expect(result.confirmed).toBe(true)
    expect(result.inputs).toBeLessThanOrEqual(6)
  })

  it('at most 14 inputs with two unclear criteria, step by step', () => {
    const talk = createHouse().talk('web:sanne')
    const steps = [
      () => talk.start('toets'),
      () => talk.say('4711'),
      () => talk.say('NvT'),
      () => talk.say('', [file('cv.pdf')]),
      () => talk.button('Deze drie kloppen'),
      () => talk.button('Voldoet toch'),
      () => talk.say('de begroting staat in de toelichting bij het project'),
      () => talk.button('Andere punten'),
      () => talk.say('12 punten, want de stuurgroep is een bestuurlijk gremium'),
      () => talk.button('Deze twee kloppen'),
      () => talk.button('Bevestigen'),
    ]
    for (const [index, take] of steps.entries()) {
      take()
      if (index === 3) talk.read('twee onduidelijk')
    }
    expect(talk.assessment()?.confirmedAt).not.toBeNull()
    expect(steps.length).toBeLessThanOrEqual(14)
  })
})
