import { describe, expect, it } from 'vitest'
import { ownRequestIn } from '../../src/interview/own-words.ts'
import { createHouse, file, words } from './house.ts'

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

describe('a step of a scoring, asked for where none runs', () => {
  function confirmed(house = createHouse()) {
    const talk = house.talk('web:sanne')
    talk.start('toets NvT voor 4711, €92', [file('cv.pdf')])
    talk.read('alles duidelijk')
    talk.say('kloppen')
    for (let i = 0; i < 10 && talk.state()?.place !== 'card'; i++) talk.say('ja')
    talk.say('bevestigen')
    talk.say('klaar')
    expect(talk.state()).toBeNull()
    return talk
  }

  it('is shown at once of the only scoring there is', () => {
    const talk = confirmed()
    const shown = words(talk.say('inlevercontrole'))
    expect(shown).toContain('NvT')
    expect(shown).toContain('**Inlevercontrole**')
    expect(talk.state()?.place).toBe('hand-in')
  })

  it('asks of which candidate where there are more, and says how to begin where there is none', () => {
    const house = createHouse()
    confirmed(house)
    const talk = house.talk('web:sanne')
    talk.start('toets JD voor 4711', [file('cv.pdf')])
    talk.read('alles duidelijk')
    talk.say('stop')
    expect(words(talk.say('bewijsrapport'))).toMatch(/Van welke kandidaat.*\[Verder met JD\] \[Verder met NvT\]/s)
    expect(words(createHouse().talk('web:tom').say('scorekaart'))).toContain('Met "toets" begin je')
  })

  it.each(['inleveren', 'uitslag', 'waarom is de scorekaart rood'])(
    '“%s” may be a question, and is left alone',
    (text) => {
      const talk = confirmed()
      talk.say(text)
      expect(talk.handled()).toBe(false)
    },
  )
})
