import { describe, expect, it } from 'vitest'
import { createHouse, file, words } from './house.ts'

function scored(proposal: string) {
  const talk = createHouse().talk('web:sanne')
  talk.start('toets NvT voor 4711, €92', [file('cv.pdf')])
  const first = talk.read(proposal)
  return { talk, first }
}

describe('a criterion that only a person can weigh', () => {
  it('is shown as open, never as a proposal of nought', () => {
    const { talk } = scored('motivatie')
    const shown = words(talk.say('kloppen'))
    expect(shown).toContain('Nog te beoordelen [0 – 20]')
    expect(shown).not.toContain('uitdrukkelijk')
    expect(words(talk.say('scorekaart'))).toContain('6: nog te beoordelen [0 – 20]')
  })

  it('is not taken over in one go, and agreeing asks once for the points', () => {
    const { talk } = scored('motivatie')
    talk.say('kloppen')
    expect(words(talk.say('akkoord'))).toContain('[0 punten] [5 punten] [10 punten] [15 punten] [20 punten]')
    talk.button('15 punten')
    expect(talk.assessment()?.judgements['award:3']).toMatchObject({ points: 15 })
  })
})

describe('a knock-out that was overruled and is proven by a new version', () => {
  it('stands on the card in one way, named by both messages alike', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('voldoet toch, omdat het budget erbij hoorde')
    talk.say('nieuwe versie')
    talk.say('', [file('nieuw-profielblad.pdf')])
    expect(talk.state()?.work).not.toBeNull()
    const [told, career] = talk.read('nieuwe versie')
    expect(words([told!])).toContain('Veranderd: knock-out 4.')
    expect(words([career!])).toContain('Veranderd: knock-out 4.')
    talk.say('ja')
    const card = words(talk.say('scorekaart'))
    expect(card).toContain('🔄 ✅ 4 voldoet ✎ het budget erbij hoorde')
    expect(card).not.toContain('niet aangetoond')
    expect(card).not.toMatch(/Nog niet beoordeeld: .*knock-out 4/)
    expect(card).toContain('kijk of je oordeel nog geldt: knock-out 4')
  })
})

describe('the card of a reading that is over', () => {
  it.each([
    ['it is done', (talk: ReturnType<typeof scored>['talk']) => talk.read('alles duidelijk')],
    ['it is refused', (talk: ReturnType<typeof scored>['talk']) => talk.read('file-scan')],
    ['it is stopped', (talk: ReturnType<typeof scored>['talk']) => talk.say('stop')],
    ['another scoring begins', (talk: ReturnType<typeof scored>['talk']) => talk.start('toets JD voor 4711')],
  ])('gives way when %s', (_, end) => {
    const talk = createHouse().talk('web:sanne')
    talk.start('toets NvT voor 4711', [file('cv.pdf')])
    const tag = talk.working()?.progressTag
    expect(tag).toBeDefined()
    expect(end(talk)[0]?.replaces).toBe(tag)
  })
})
