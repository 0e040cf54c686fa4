import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../src/assignments/assignment.ts'
import { composeDigest, type DigestOptions, digestActions } from '../../src/digest/digest.ts'
import { seenIn } from '../../src/digest/seen.ts'
import { type DigestSettings, usualSettings } from '../../src/digest/settings.ts'
import { anAssignment, deadline } from './an-assignment.ts'

/** At a local moment in Amsterdam, in Dutch unless told. */
function at(moment: string, assignments: Assignment[], options: Partial<DigestOptions> = {}) {
  const zoned = Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Amsterdam')
  return composeDigest(assignments, { date: zoned.toPlainDate().toString(), at: zoned, lang: 'nl', ...options })
}

const bridge = anAssignment(
  '4471',
  {
    organisation: 'Gemeente Dijkhuizen',
    title: 'Projectleider bruggen',
    deadlines: [
      deadline('submission', '2026-07-16T09:00:00+02:00'),
      deadline('questions', '2026-07-13T09:00:00+02:00'),
      deadline('answers', '2026-07-14'),
      deadline('interviews', null),
      deadline('start', '2026-07-11'),
    ],
  },
  { owner: 'slack:T/U1', state: 'ours' },
)
const dike = anAssignment('902', { deadlines: [deadline('submission', '2026-07-22T12:00:00+02:00')] })

describe('what the digest says', () => {
  it('is one line an assignment, soonest milestone first, with who has it and how many candidates', () => {
    const digest = at('2026-07-10T08:30', [dike, bridge], {
      owners: { 'slack:T/U1': 'Sanne' },
      scoring: { '4471': 2 },
    })
    expect(digest.text).toBe(
      [
        'Deadlines, stand van vrijdag 10 juli',
        '⚠️ 4471 Gemeente Dijkhuizen, Projectleider bruggen · vragen tot ma 13 juli 09:00 · sluit do 16 juli 09:00 · Sanne, 2 kandidaten in toetsing',
        '· 902 Waterschap Veenrijk, Adviseur waterkering · sluit wo 22 juli 12:00 · nog niemand',
      ].join('\n'),
    )
    expect(digest.items).toEqual([
      expect.objectContaining({ assignment: '4471', kind: 'questions', at: '2026-07-13T09:00:00+02:00', daysLeft: 3 }),
      expect.objectContaining({ assignment: '902', kind: 'submission', at: '2026-07-22T12:00:00+02:00', daysLeft: 12 }),
    ])
  })

  it('names what the channel filters on, so that nobody takes it for everything', () => {
    const settings: DigestSettings = {
      ...usualSettings,
      regions: ['dijkhuizen'],
      scales: { from: 10, to: 12 },
      kinds: ['submission'],
    }
    const filter = 'In dit kanaal: alleen Dijkhuizen; schaal 10 tot en met 12; alleen sluiting.'
    expect(at('2026-07-10T08:30', [bridge], { settings }).text.split('\n')[1]).toBe(filter)
    expect(at('2026-07-13T08:30', [], { settings }).text).toBe(`Geen deadlines op komst.\n${filter}`)
    expect(at('2026-07-10T08:30', [bridge], { settings: usualSettings }).text).not.toContain('In dit kanaal')
  })

  it('is in English for who reads English', () => {
    expect(at('2026-07-10T08:30', [dike], { lang: 'en' }).text).toBe(
      'Deadlines as of Friday 10 July\n· 902 Waterschap Veenrijk, Adviseur waterkering · closes Wed 22 July 12:00 · nobody yet',
    )
  })

  it('moves on to the next milestone once one has passed, also earlier today', () => {
    const kindsAt = (moment: string) => at(moment, [bridge]).items.map(({ kind, daysLeft }) => [kind, daysLeft])
    expect(kindsAt('2026-07-13T08:59')).toEqual([['questions', 0]])
    expect(kindsAt('2026-07-13T09:00')).toEqual([['answers', 1]])
    expect(kindsAt('2026-07-14T23:59')).toEqual([['answers', 0]])
    expect(kindsAt('2026-07-15T00:00')).toEqual([['submission', 1]])
    expect(kindsAt('2026-07-16T08:59')).toEqual([['submission', 0]])
    expect(kindsAt('2026-07-16T09:00')).toEqual([])
  })

  it('leaves out what is closed, settled, unconfirmed or without a date', () => {
    const soon = { deadlines: [deadline('submission', '2026-07-20')] }
    const quiet = [
      anAssignment('a', { deadlines: [deadline('submission', '2026-07-09'), deadline('interviews', '2026-07-14')] }),
      anAssignment('b', soon, { state: 'not-for-us' }),
      anAssignment('c', soon, { state: 'handed-in' }),
      anAssignment('d', soon, { confirmed: false }),
      anAssignment('e', { deadlines: [deadline('submission', null), deadline('start', '2026-08-01')] }),
    ]
    expect(at('2026-07-10T08:30', quiet).items).toEqual([])
    expect(at('2026-07-10T08:30', [...quiet, anAssignment('f', soon)]).items).toHaveLength(1)
  })

  it('shows a contradiction and the date the intermediary asks for apart from the closing date', () => {
    const board = anAssignment(
      'bt',
      {
        deadlines: [deadline('submission', '2026-01-09'), deadline('interviews', '2026-01-15')],
        conflicts: [
          { field: 'deadlines.submission', values: ['2026-01-09', '9 december 09:00 (geen jaar)'], quotes: [] },
          { field: 'educationLevel', values: ['WO', 'hbo'], quotes: [] },
        ],
      },
      {
        facts: [
          {
            field: 'safetyMargin',
            value: { days: 1, working: true },
            quote: '',
            start: 0,
            end: 0,
            certainty: 'prose',
            source: 'posting',
          },
        ],
      },
    )
    expect(at('2026-01-05T08:30', [board]).items[0]?.text).toBe(
      '⚠️ bt Waterschap Veenrijk, Adviseur waterkering · sluit vr 9 januari · inleveren bij de bemiddelaar uiterlijk do 8 januari · let op: de uitvraag noemt ook 9 december 09:00 (geen jaar) · nog niemand',
    )
    expect(at('2026-01-09T08:30', [board]).items[0]?.text).toContain('moest uiterlijk do 8 januari')
    const settled = { ...board.posting.conflicts[0]!, resolved: true }
    expect(
      at('2026-01-05T08:30', [{ ...board, posting: { ...board.posting, conflicts: [settled] } }]).items[0]?.text,
    ).not.toContain('let op')
  })

  it('counts "vóór" a date to the day before it', () => {
    const before = anAssignment('x', { deadlines: [deadline('submission', '2026-03-04', { exclusive: true })] })
    const [item] = at('2026-03-03T08:30', [before]).items
    expect(item).toMatchObject({ daysLeft: 0, at: '2026-03-04' })
    expect(item?.text).toContain('sluit vóór wo 4 maart')
    expect(at('2026-03-04T00:00', [before]).items).toEqual([])
  })

  it('stops at ten lines and offers the rest behind a button', () => {
    const many = Array.from({ length: 23 }, (_, index) =>
      anAssignment(`${100 + index}`, { deadlines: [deadline('submission', `2026-07-${15 + (index % 10)}`)] }),
    )
    const digest = at('2026-07-10T08:30', many)
    expect(digest.text.split('\n').filter((line) => /^(·|⚠️)/.test(line))).toHaveLength(10)
    expect(digest.text).toContain('En nog 13.')
    const buttons = digest.card.elements.find((element) => element.type === 'buttons')
    expect(buttons?.buttons[0]).toMatchObject({ label: 'Alle 23', action: digestActions.all })
    expect(digest.items).toHaveLength(23)
    const all = at('2026-07-10T08:30', many, { all: true })
    expect(all.text.split('\n').filter((line) => /^(·|⚠️)/.test(line))).toHaveLength(23)
  })

  it('divides a longer list: up to the next working day, this week, later', () => {
    const closing = (id: string, date: string) => anAssignment(id, { deadlines: [deadline('submission', date)] })
    const list = [
      closing('d', '2026-07-21'),
      closing('c', '2026-07-17'),
      closing('b', '2026-07-15'),
      closing('a', '2026-07-14'),
    ]
    expect(
      at('2026-07-14T08:30', list)
        .text.split('\n')
        .map((line) => line.slice(0, 22)),
    ).toEqual([
      'Deadlines, stand van d',
      'Vandaag en morgen',
      '⚠️ a Waterschap Veenri',
      '⚠️ b Waterschap Veenri',
      'Deze week',
      '· c Waterschap Veenrij',
      'Later',
      '· d Waterschap Veenrij',
    ])
  })

  it('looks over the weekend on a Friday', () => {
    const monday = anAssignment('m', { deadlines: [deadline('submission', '2026-07-13T12:00:00+02:00')] })
    const tuesday = anAssignment('t', { deadlines: [deadline('submission', '2026-07-14T12:00:00+02:00')] })
    expect(at('2026-07-10T08:30', [monday, tuesday]).items.map(({ text }) => text.startsWith('⚠️'))).toEqual([
      true,
      false,
    ])
  })

  it('marks what was added since the digest before, and nothing when that is all of it', () => {
    const fresh = anAssignment('n', dike.posting, { addedOn: '2026-07-09T12:00:00Z' })
    expect(at('2026-07-10T08:30', [dike, fresh]).items.map(({ text }) => text.endsWith('nieuw'))).toEqual([false, true])
    expect(at('2026-07-10T08:30', [fresh]).text).not.toContain('nieuw')
  })

  it('tells by the digest before what is new, what moved and from when, and what else changed', () => {
    const moved = { ...bridge, revision: 2 }
    const before = {
      ...seenIn([bridge, dike]),
      '4471': { revision: 1, closes: '2026-07-15T09:00:00+02:00' },
    }
    const fresh = anAssignment('n', dike.posting)
    const ends = (list: Assignment[]) =>
      at('2026-07-10T08:30', list, { seen: before }).items.map(({ text }) => text.split(' · ').at(-1))
    expect(ends([moved, dike, fresh])).toEqual(['verschoven, was wo 15 juli 09:00', 'nog niemand', 'nieuw'])
    expect(ends([bridge, { ...dike, revision: 2 }])).toEqual(['opgepakt', 'gewijzigd'])
    expect(ends([{ ...dike, revision: 2 }])).toEqual(['gewijzigd'])
    expect(at('2026-07-10T08:30', [fresh], { seen: before }).text).not.toContain('nieuw')
  })

  it('puts what an intermediary wants tomorrow among the first, though the client waits until later', () => {
    const margin = { field: 'safetyMargin', value: { days: 2, working: true }, quote: '', start: 0, end: 0 } as const
    const board = anAssignment(
      'board',
      { deadlines: [deadline('submission', '2026-07-17T12:00:00+02:00')] },
      { facts: [{ ...margin, certainty: 'prose', source: 'posting' }] },
    )
    const sooner = anAssignment('sooner', { deadlines: [deadline('submission', '2026-07-16T12:00:00+02:00')] })
    expect(at('2026-07-14T08:30', [sooner, board]).items.map(({ text }) => text.slice(0, 8))).toEqual([
      '⚠️ board',
      'sooner W',
    ])
  })

  it('keeps to the regions, scales and kinds that the channel chose; what a posting does not say stays in', () => {
    const on = [deadline('submission', '2026-07-20'), deadline('questions', '2026-07-14')]
    const list = [
      anAssignment('zwolle', { region: 'Regio Zwolle', scale: 11, deadlines: on }),
      anAssignment('twente', { region: 'Twente', scale: '10', deadlines: on }),
      anAssignment('nowhere', { deadlines: on }),
    ]
    const ids = (settings: Partial<DigestSettings>) =>
      at('2026-07-10T08:30', list, { settings: { ...usualSettings, ...settings } }).items.map(
        ({ assignment, kind }) => `${assignment} ${kind}`,
      )
    expect(ids({ regions: ['zwolle'] })).toEqual(['nowhere questions', 'zwolle questions'])
    expect(ids({ scales: { from: 10, to: 10 } })).toEqual(['nowhere questions', 'twente questions'])
    expect(ids({ kinds: ['submission'] })).toEqual(['nowhere submission', 'twente submission', 'zwolle submission'])
    expect(ids({ kinds: ['interviews'] })).toEqual([])
  })

  it('lets one take an assignment, wave it away or hand it in: at once where it is alone, else after asking which', () => {
    const actions = (list: Assignment[]) =>
      at('2026-07-10T08:30', list).card.elements.flatMap((element) =>
        element.type === 'buttons'
          ? element.buttons.flatMap((button) =>
              button.kind === 'action' && 'state' in (button.values ?? {}) ? [[button.action, button.values]] : [],
            )
          : [],
      )
    expect(actions([dike])).toEqual([
      ['posting-state', { id: '902', state: 'ours' }],
      ['posting-state', { id: '902', state: 'not-for-us' }],
      ['posting-state', { id: '902', state: 'handed-in' }],
    ])
    expect(actions([bridge, dike]).map(([action]) => action)).toEqual(Array(3).fill(digestActions.state))
  })

  it('says so when it comes later than planned', () => {
    expect(at('2026-07-10T09:12', [dike], { late: true }).text).toContain('Later dan gepland')
  })
})

describe('a quiet day', () => {
  it('gets silence, the first working day of the week one short line', () => {
    expect(at('2026-07-14T08:30', [])).toMatchObject({ empty: true, text: '', items: [] })
    expect(at('2026-07-13T08:30', [])).toMatchObject({ empty: false, text: 'Geen deadlines op komst.' })
    // Easter Monday is no working day: the line comes on Tuesday.
    expect(at('2026-04-07T08:30', [])).toMatchObject({ empty: false })
  })

  it('is one line every time, or silence always, where the channel wants that (D07)', () => {
    const empty = (date: string, settings: Partial<DigestSettings>) =>
      at(`${date}T08:30`, [], { settings: { ...usualSettings, ...settings } }).empty
    expect([empty('2026-07-13', { quiet: 'never' }), empty('2026-07-14', { quiet: 'always' })]).toEqual([true, false])
    // A channel that hears on Tuesday and Thursday hears it on Tuesday.
    expect(['2026-07-14', '2026-07-16'].map((date) => empty(date, { days: [2, 4] }))).toEqual([false, true])
  })
})
