import { describe, expect, it } from 'vitest'
import { isStale, parseState } from '../../src/interview/interview.ts'
import { assignment, newCvText } from './fixtures.ts'
import { buttonsOf, createHouse, file, words } from './house.ts'

function scored(proposal = 'alles duidelijk', options: Parameters<typeof createHouse>[0] = {}) {
  const house = createHouse(options)
  const talk = house.talk('web:sanne')
  talk.start('toets NvT voor 4711, €92', [file('cv.pdf')])
  talk.read(proposal)
  return { house, talk }
}
function confirmed() {
  const { house, talk } = scored()
  for (const text of ['kloppen', 'kloppen', 'bevestigen']) talk.say(text)
  return { house, talk }
}

describe('an assignment that changed after the scoring', () => {
  it('marks the card as made on the earlier criteria, and says how to look anew', () => {
    const { talk } = scored('alles duidelijk', { assignments: [{ ...assignment, revision: 2 }] })
    expect(words(talk.say('scorekaart'))).toContain('gemaakt op de eerdere criteria')
    const same = scored()
    expect(words(same.talk.say('scorekaart'))).not.toContain('eerdere criteria')
  })
})

describe('evidence before judgement', () => {
  it('no points are on screen before the first quote', () => {
    const { talk } = scored()
    const [overview] = talk.last()
    expect(words([overview!])).not.toMatch(/punten|points/)
  })

  it('a knock-out whose quote was not on screen is shown before it can be confirmed', () => {
    const { talk } = scored()
    talk.say('scorekaart')
    const replies = talk.replace({ ...talk.state(), shown: [] }) ?? talk.say('bevestigen')
    expect(talk.assessment()?.confirmedAt).toBeNull()
    expect(words(replies)).toContain('HBO Bestuurskunde')
    expect(talk.assessment()?.judgements).toEqual({})
  })

  it('the card is confirmed only when a person decided every knock-out', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('scorekaart')
    expect(words(talk.say('bevestigen'))).toContain('knock-out 4')
    expect(talk.assessment()?.confirmedAt).toBeNull()
  })

  it('"voldoet toch" without a quote stays marked as not shown in the documents', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('voldoet toch, omdat het bij dit programma hoorde')
    expect(talk.assessment()?.judgements['knockout:4']).toMatchObject({
      decision: 'meets',
      withoutEvidence: true,
      reason: 'het bij dit programma hoorde',
      by: 'web:sanne',
    })
  })

  it('a quote that stands in the documents is added with its place, and then it needs no mark', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('"Coördineerde vier samenhangende programma’s voor de waterketen."')
    talk.button('Voldoet')
    const judgement = talk.assessment()?.judgements['knockout:4']
    expect(judgement?.added).toMatchObject([
      {
        quote: "Coördineerde vier samenhangende programma's voor de waterketen",
        source: 'cv',
        page: 1,
        engagement: 0,
      },
    ])
    expect(judgement?.withoutEvidence).toBeUndefined()
  })

  it.each([
    'HBO Bestuurskunde, Hogeschool Oostrand, diploma behaald in 2014',
    'Bracht in een regionaal traject negen gemeenten bij elkaar.',
    'Coördineerde niet vier samenhangende programma’s',
    'Bouwde een netwerk op van gemeenten en scholen in de waterketen.',
  ])('a quote with something altered is refused as evidence: %s', (quote) => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.button('Citaat aanwijzen')
    talk.say(quote)
    expect(talk.assessment()?.judgements['knockout:4']).toBeUndefined()
  })

  it('a reason about age is not recorded, and the decision with it is not', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('voldoet niet, want hij is te oud')
    expect(talk.assessment()?.judgements['knockout:4']).toBeUndefined()
    expect(JSON.stringify(talk.state())).not.toContain('te oud')
  })

  it('points other than proposed need a reason, stay within the range and keep the proposal beside them', () => {
    const { talk } = scored('twee onduidelijk')
    talk.say('kloppen')
    talk.say('later')
    talk.say('21 punten want dat is zo')
    expect(talk.assessment()?.judgements['award:3']).toBeUndefined()
    talk.say('12,5 punten')
    expect(talk.assessment()?.judgements['award:3']).toBeUndefined()
    talk.say('de stuurgroep is een bestuurlijk gremium')
    expect(talk.assessment()?.judgements['award:3']).toMatchObject({ points: 12.5 })
    expect(talk.assessment()?.proposal.awards[2]?.points?.value).toBe(10)
  })
})

describe('the language model', () => {
  it('is asked about once a candidate, and without a yes the rules go on alone', () => {
    const { house, talk } = scored('alles duidelijk', { modelHost: 'llm.example' })
    expect(words(talk.last())).toContain('llm.example')
    talk.say('scorekaart')
    expect(house.effects.filter(({ kind }) => kind === 'work')).toHaveLength(1)
    expect([...house.candidates.values()][0]?.consent.model).toBeNull()
  })

  it('reads only after a yes, and then also the next version without asking', () => {
    const { house, talk } = scored('alles duidelijk', { modelHost: 'llm.example' })
    talk.say('ja')
    talk.read('met model')
    talk.say('', [file('cv-nieuw.pdf')])
    const engines = house.effects.flatMap((effect) => (effect.kind === 'work' ? [effect.work.engine] : []))
    expect(engines).toEqual(['rules', 'model', 'model'])
    expect([...house.candidates.values()][0]?.consent).toMatchObject({ model: true, informed: true })
  })

  it('is not mentioned where none is configured', () => {
    const { talk } = scored()
    expect(words(talk.said())).not.toContain('taalmodel')
  })
})

describe('a new version of the CV', () => {
  it('keeps the decisions and asks again only where the evidence changed', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('voldoet niet')
    talk.say('', [file('cv-nieuw.pdf')])
    talk.read('nieuwe versie')
    talk.say('ja')
    expect(talk.state()?.recheck).toEqual(['knockout:4'])
    expect(Object.keys(talk.assessment()?.judgements ?? {})).toHaveLength(4)
    talk.say('scorekaart')
    expect(words(talk.say('bevestigen'))).toContain('knock-out 4')
  })

  it('looks added quotes up again; what no longer stands there counts no more', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('mrt 2021 – heden  Programmamanager, gemeente Deventer')
    talk.button('Voldoet')
    expect(talk.assessment()?.judgements['knockout:4']?.added).toHaveLength(1)
    talk.say('', [file('cv-nieuw.pdf')])
    talk.read('nieuwe versie')
    expect(newCvText).not.toContain('mrt 2021 – heden')
    expect(talk.assessment()?.judgements['knockout:4']?.added).toBeUndefined()
    expect(talk.state()?.recheck).toContain('knockout:4')
  })
})

describe('a confirmed card', () => {
  it('says who and when, and hands the confirmed career to the candidate', () => {
    const { house, talk } = confirmed()
    expect(talk.assessment()).toMatchObject({ confirmedBy: 'web:sanne', confirmedAt: '2026-07-10T08:00:00Z' })
    expect([...house.candidates.values()][0]?.confirmed?.engagements).toHaveLength(2)
  })

  it('is frozen until it is reopened', () => {
    const { talk } = confirmed()
    const before = JSON.stringify(talk.assessment())
    talk.say('knock-out 3')
    talk.say('voldoet niet, want dit was een andere rol')
    talk.say('tarief 10')
    talk.say('', [file('cv-nieuw.pdf')])
    expect(JSON.stringify(talk.assessment())).toBe(before)
    talk.say('heropenen')
    expect(talk.assessment()?.confirmedAt).toBeNull()
  })

  it('is shown again when the same candidate is asked for with nothing new, and not made twice', () => {
    const { house, talk } = confirmed()
    talk.start('toets NvT voor 4711')
    expect(words(talk.read('alles duidelijk'))).toContain('ligt vast sinds')
    expect(house.assessments.size).toBe(1)
    expect(talk.state()?.place).toBe('after')
  })

  it('takes the outcome in one tap, and the points received', () => {
    const { talk } = confirmed()
    talk.button('Uitkomst')
    talk.button('Afgewezen')
    talk.say('44')
    expect(talk.assessment()?.outcome).toMatchObject({ kind: 'rejected', points: 44 })
  })

  it('is shared only with somebody the platform knows, by the owner, and it is logged', () => {
    const { house, talk } = confirmed()
    talk.say('deel met Onbekend')
    expect(house.effects.some(({ kind }) => kind === 'share')).toBe(false)
    talk.say('deel met tom')
    expect(house.effects).toContainEqual({ kind: 'share', candidate: 'candidate-1', with: 'web:tom', handOver: false })
    expect(house.effects).toContainEqual(expect.objectContaining({ kind: 'audit', event: 'shared' }))
  })

  it('is deleted only after a second yes', () => {
    const { house, talk } = confirmed()
    talk.say('verwijderen')
    expect(house.candidates.size).toBe(1)
    talk.button('Ja, verwijderen')
    expect(house.candidates.size).toBe(0)
    expect(talk.state()).toBeNull()
  })

  it('shows names in the report only to its owner and only when asked', () => {
    const { house, talk } = confirmed()
    talk.say('rapport')
    talk.say('rapport met naam')
    const shown = house.effects.flatMap((effect) => (effect.kind === 'export' ? [effect.showName] : []))
    expect(shown).toEqual([false, true])
  })
})

describe('files', () => {
  it('a file that cannot be read costs none of the others', () => {
    const talk = createHouse().talk('web:sanne')
    talk.start('toets NvT voor 4711', [file('cv.pdf'), file('toelichting.docx')])
    expect(words(talk.read('file-scan'))).toContain('scan')
    talk.say('', [file('cv-2.pdf')])
    expect(
      talk
        .working()
        ?.files.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['cv', 'explanation'])
  })

  it('a refused new version leaves the conversation where it was', () => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    talk.say('', [file('cv-nieuw.pdf')])
    expect(words(talk.read('file-damaged'))).toContain('Knock-out 4')
    expect(talk.state()).toMatchObject({ place: 'criterion', key: 'knockout:4' })
  })

  it('an unknown file during the interview is asked about, not guessed', () => {
    const { talk } = scored()
    talk.say('', [file('document7.pdf')])
    expect(talk.state()?.place).toBe('roles')
    talk.button('Toelichting')
    expect(talk.working()?.files).toMatchObject([{ kind: 'explanation' }])
  })

  it('the result of a reading that was stopped changes nothing', () => {
    const talk = createHouse().talk('web:sanne')
    talk.start('toets NvT voor 4711', [file('cv.pdf')])
    const work = talk.working()!
    talk.say('stop')
    const before = JSON.stringify(talk.state())
    talk.replace(JSON.parse(before))
    expect(work.id).toBeTruthy()
    expect(talk.read('alles duidelijk')).toEqual([])
    expect(JSON.stringify(talk.state())).toBe(before)
  })

  it('a message while reading is answered and leaves [Stop] good', () => {
    const talk = createHouse().talk('web:sanne')
    talk.start('toets NvT voor 4711', [file('cv.pdf')])
    expect(words(talk.say('schiet eens op'))).toContain('lees nog')
    talk.say('wanneer sluit die?')
    expect(talk.handled()).toBe(false)
    talk.button('Stop', {}, 1)
    expect(talk.state()?.paused).toBe(true)
  })
})

describe('the state', () => {
  it('of an earlier version is not taken up, and one of a later version is left to a program that knows it', () => {
    const { talk } = scored()
    const state = talk.state()
    expect(parseState({ ...state, version: 0 })).toBeNull()
    expect(() => parseState({ ...state, version: 99 })).toThrow(expect.objectContaining({ code: 'stored-newer' }))
    expect(parseState('nonsense')).toBeNull()
    expect(parseState(null)).toBeNull()
  })

  it('from before a field was added goes on where it was', () => {
    const { talk } = scored()
    const { hurried: _hurried, ticks: _ticks, changes: _changes, ...older } = talk.state()!
    expect(parseState(older)).toEqual(talk.state())
  })

  it('knows a button of an earlier card', () => {
    const { talk } = scored()
    const [early] = buttonsOf(talk.last())
    talk.say('kloppen')
    expect(isStale(talk.state()!, { name: early!.action, step: early!.step, values: {} })).toBe(true)
    const before = JSON.stringify(talk.state())
    expect(words(talk.press({ name: early!.action, step: early!.step, values: {} }))).toContain('eerdere stap')
    expect(JSON.stringify(talk.state())).toBe(before)
  })

  it('ends politely when the candidate was removed meanwhile', () => {
    const { house, talk } = scored()
    house.candidates.clear()
    expect(words(talk.say('kloppen'))).toContain('verwijderd')
    expect(talk.state()).toBeNull()
  })
})

describe('words of other features', () => {
  it.each([
    'opdrachten',
    'digest uit',
    'voeg toe',
    'vragen 31050',
    'antwoorden 31050',
    'wie ziet wat?',
    'taal engels',
    '31050 is gegund',
    'verwijder 31050',
  ])('are not taken for an answer: %s', (text) => {
    const { talk } = scored('knock-out 4 onduidelijk')
    talk.say('kloppen')
    const before = JSON.stringify(talk.state())
    expect(talk.say(text)).toEqual([])
    expect(talk.handled()).toBe(false)
    expect(JSON.stringify(talk.state())).toBe(before)
  })

  it('"score card" asks for the card, also where the assistant takes it for a new scoring', () => {
    const { talk } = scored()
    expect(words(talk.start('score card'))).toContain('Scorekaart NvT')
  })
})

describe('comparing', () => {
  it('ranks by knock-outs, points and the rate that the posting makes decisive, and shares a rank', () => {
    const { house, talk } = scored()
    for (const text of ['kloppen', 'kloppen', 'bevestigen']) talk.say(text)
    for (const [code, proposal, rate] of [
      ['AB', 'alles duidelijk', 80],
      ['CD', 'knock-out 2 haalt het niet', 70],
      ['EF', 'twee onduidelijk', 60],
      ['GH', 'alles duidelijk', 92],
    ] as const) {
      talk.start(`toets ${code} voor 4711, €${rate}`, [file('cv.pdf')])
      talk.read(proposal)
    }
    const said = words(talk.say('vergelijken'))
    const order = [...said.matchAll(/(\d)( \(gedeeld\))?\. (\w+)/g)].map(
      ([, rank, shared, code]) => `${rank}${shared ?? ''} ${code}`,
    )
    expect(order).toEqual(['1 AB', '2 (gedeeld) GH', '2 (gedeeld) NvT', '4 EF'])
    expect(said).toContain('CD · ❌')
    expect(house.assessments.size).toBe(5)
  })
})
