import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecided } from '../../src/interview/findings.ts'
import { parseState } from '../../src/interview/interview.ts'
import type { Assessment } from '../../src/scoring/assessment.ts'
import { cvText, proposals } from './fixtures.ts'
import { buttonsOf, createHouse, file, type Talk, words } from './house.ts'

const sayings = [
  'ja',
  'nee',
  'kloppen',
  'later',
  'terug',
  'stop',
  'verder',
  'help',
  'overzicht',
  'uitleg',
  'bevestigen',
  'scorekaart',
  'klaar',
  'voldoet toch, omdat dit in de toelichting staat',
  'voldoet niet',
  'onduidelijk',
  '10 punten',
  '12 punten want de stuurgroep is bestuurlijk',
  '99 punten',
  'knock-out 4',
  'criterium 4',
  'selectiecriterium 6',
  'criterium 77',
  'vergelijken',
  'rapport',
  'leeswijzer',
  'inleveren',
  'uitkomst',
  'gegund',
  'vragen aan de kandidaat',
  'heropenen',
  'verwijderen',
  'deel met Tom',
  'deel met niemand',
  'deel met het kanaal',
  'nieuwe versie',
  'tarief 91',
  'ze beheerde daar een budget van twee ton',
  "Coördineerde vier samenhangende programma's voor de waterketen",
  'wanneer sluit de opdracht?',
  'NvT',
  '4711',
  'alleen regels',
  'want ze is een moeder',
  '',
  '🙂',
  'opdrachten',
  '52',
  '1',
  'citaten',
  'rest overnemen',
]
type Move =
  | { do: 'say'; text: string }
  | { do: 'press'; at: number; values: Record<string, string> }
  | { do: 'stale'; at: number }
  | { do: 'files'; names: string[] }
  | { do: 'read'; what: string }
  | { do: 'resume' }
  | { do: 'start'; text: string; channel: boolean }

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), text: fc.constantFrom(...sayings) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      at: fc.nat(40),
      values: fc.constantFrom<Record<string, string>>(
        {},
        { points: '8', reason: 'zie het cv' },
        { decision: 'meets', reason: 'zie het cv' },
        { reason: 'haar leeftijd' },
        { person: 'Tom' },
        { quote: 'niet in het cv te vinden' },
        { code: 'K7' },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stale' as const), at: fc.nat(200) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('files' as const),
      names: fc.subarray(['cv.pdf', 'cv-2.pdf', 'toelichting.docx', 'iets.pdf', 'nog-iets.pdf'], { minLength: 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      what: fc.constantFrom(...Object.keys(proposals), 'file-scan', 'file-damaged'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resume' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('start' as const),
      text: fc.constantFrom('toets', 'toets NvT voor 4711', 'toets Noor van Tolstra voor 4711, €92'),
      channel: fc.boolean(),
    }),
  },
)

function make(talk: Talk, one: Move): void {
  switch (one.do) {
    case 'say':
      talk.say(one.text)
      break
    case 'press': {
      const there = buttonsOf(talk.last())
      const chosen = there[one.at % Math.max(1, there.length)]
      if (chosen) talk.press({ name: chosen.action, step: chosen.step, values: { ...chosen.values, ...one.values } })
      break
    }
    case 'stale': {
      const there = buttonsOf(talk.said())
      const chosen = there[one.at % Math.max(1, there.length)]
      if (chosen) talk.press({ name: chosen.action, step: chosen.step, values: chosen.values ?? {} })
      break
    }
    case 'files':
      talk.say(
        '',
        one.names.map((name) => file(name)),
      )
      break
    case 'read':
      talk.read(one.what)
      break
    case 'resume':
      talk.resume()
      break
    case 'start':
      talk.start(one.text, [], one.channel ? 'channel' : 'direct')
  }
}

function decidedIn(assessments: Map<string, Assessment>): Map<string, string[]> {
  return new Map(
    [...assessments].map(([id, one]) => [
      id,
      Object.values(one.judgements)
        .filter(isDecided)
        .map(({ key }) => key),
    ]),
  )
}

const walk = fc.array(move, { minLength: 8, maxLength: 45 })
const opening: Move[] = [
  { do: 'start', text: 'toets NvT voor 4711', channel: false },
  { do: 'files', names: ['cv.pdf'] },
]

describe('any sequence of inputs', () => {
  it('keeps the state valid, loses no decision, leaves a way on, and puts nothing of the candidate into a channel', () => {
    fc.assert(
      fc.property(walk, fc.constantFrom('nl' as const, 'en' as const), fc.boolean(), (moves, lang, model) => {
        const house = createHouse(model ? { modelHost: 'llm.bureau.example' } : {})
        const talk = house.talk('web:sanne', lang)
        for (const one of [...opening, ...moves]) {
          const before = decidedIn(house.assessments)
          const frozen = new Map(
            [...house.assessments]
              .filter(([, { confirmedAt }]) => confirmedAt)
              .map(([id, one]) => [id, JSON.stringify(one.judgements)]),
          )
          make(talk, one)

          // The state is valid, also after being stored.
          const state = talk.state()
          if (state) expect(parseState(JSON.parse(JSON.stringify(state)))).toEqual(state)

          // Decisions stay, unless the person asked to forget the candidate; a confirmed card changes only by reopening.
          for (const [id, keys] of before) {
            const now = house.assessments.get(id)
            if (!now) continue
            expect(
              Object.values(now.judgements)
                .filter(isDecided)
                .map(({ key }) => key),
            ).toEqual(expect.arrayContaining(keys))
            if (frozen.has(id) && now.confirmedAt) expect(JSON.stringify(now.judgements)).toBe(frozen.get(id))
          }

          // No dead end: whatever was answered leaves something to press, or the conversation is paused, over, or reading.
          if (talk.handled() && talk.last().length > 0 && state && !state.paused) {
            expect(buttonsOf(talk.last()).length, words(talk.last())).toBeGreaterThan(0)
          }
          // Every button belongs to the state as it is now.
          if (state)
            for (const button of buttonsOf(talk.last())) expect(button.step).toBe(`${state.place}#${state.turn}`)
        }
        const channel = words(house.inChannel)
        expect(channel).not.toMatch(/NvT|Noor|Tolstra|K7/)
        for (const line of cvText.split('\n').filter((line) => line.length > 15)) expect(channel).not.toContain(line)
      }),
      { numRuns: 500 },
    )
  })

  it('every state can be left with stop, and taken up again', () => {
    fc.assert(
      fc.property(walk, (moves) => {
        const talk = createHouse().talk('web:sanne')
        for (const one of [...opening, ...moves]) make(talk, one)
        const before = talk.state()
        if (!before || before.paused) return
        talk.say('stop')
        expect(talk.handled(), JSON.stringify(before)).toBe(true)
        const stopped = talk.state()
        expect(stopped === null || stopped.paused, before.place).toBe(true)
        if (!stopped) return
        expect(talk.resume()).toEqual([])
        expect(talk.say('verder').length, before.place).toBeGreaterThan(0)
        expect(talk.state()?.paused ?? false, before.place).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it('the same step twice gives the same result and changes none of its arguments', () => {
    fc.assert(
      fc.property(walk, (moves) => {
        const [one, two] = [createHouse(), createHouse()].map((house) => house.talk('web:sanne'))
        for (const each of [...opening, ...moves]) {
          make(one!, each)
          make(two!, each)
        }
        expect(one!.state()).toEqual(two!.state())
        expect(words(one!.said())).toBe(words(two!.said()))
      }),
      { numRuns: 30 },
    )
  })
})
