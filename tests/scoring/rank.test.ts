import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/assignments/assignment.ts'
import type { Assessment, Decision, Finding, Judgement, Proposal } from '../../src/scoring/assessment.ts'
import { scoreCard } from '../../src/scoring/points.ts'
import { rankAssessments } from '../../src/scoring/rank.ts'
import { rescore } from '../../src/scoring/rescore.ts'

const finding = (key: string, more: Partial<Finding> = {}): Finding => ({
  key,
  section: 'knockout',
  label: key,
  decision: 'meets',
  level: null,
  months: null,
  window: null,
  minimumMonths: null,
  engagements: [],
  evidence: [],
  rule: { code: 'experience', values: {} },
  questions: [],
  points: null,
  ...more,
})
const award = (key: string, value: number, low = value, high = value, max = 100): Finding =>
  finding(key, { section: 'award', decision: null, level: 'explicit', points: { value, low, high, max } })
const proposal = (knockouts: Finding[], awards: Finding[]): Proposal => ({
  assignment: 'a',
  revision: 1,
  asOf: '2026-07-16',
  knockouts,
  awards,
  total: { value: 0, low: 0, high: 0 },
  cv: { pages: null, language: null, references: 0, format: 'txt' },
  cvDemands: [],
  hidden: [],
  competencies: [],
  warnings: [],
  engine: 'rules',
})
const judged = (key: string, more: Partial<Judgement>): Record<string, Judgement> => ({
  [key]: { key, by: 'p', at: '2026-07-10', ...more },
})
const assessment = (
  id: string,
  points: number,
  more: { rate?: number | null; decision?: Decision; low?: number; high?: number } = {},
): Assessment => ({
  id,
  assignment: 'a',
  candidate: id,
  owner: 'p',
  proposal: proposal(
    [finding('k1', { decision: more.decision ?? 'meets' })],
    [award('a1', points, more.low ?? points, more.high ?? points)],
  ),
  judgements: {},
  rateEur: more.rate ?? null,
  confirmedAt: null,
  confirmedBy: null,
  outcome: null,
})
const fact = (field: string, value: unknown, quote = ''): Fact => ({
  field,
  value,
  quote,
  start: 0,
  end: 0,
  certainty: 'prose',
  source: 'posting',
})
const plain = { facts: [] }
const byRate = { facts: [fact('tieBreak', 'rate', 'Bij een gelijke score is het uurtarief doorslaggevend')] }
const ranks = (all: Assessment[], assignment: { facts: Fact[] } = plain) =>
  Object.fromEntries(rankAssessments(all, assignment).places.map((place) => [place.assessment.id, place.rank]))

describe('the ranking', () => {
  it('puts the higher total first and whoever fails a knock-out nowhere', () =>
    expect(ranks([assessment('a', 40), assessment('b', 70), assessment('c', 90, { decision: 'fails' })])).toEqual({
      b: 1,
      a: 2,
      c: null,
    }))
  it('lets equal totals share a rank, however different the rates, unless the posting makes the rate decisive', () => {
    const all = [assessment('a', 70, { rate: 95 }), assessment('b', 70, { rate: 80 }), assessment('c', 60)]
    expect(ranks(all)).toEqual({ a: 1, b: 1, c: 3 })
    expect(ranks(all, byRate)).toEqual({ b: 1, a: 2, c: 3 })
  })
  it('says that the lower rate goes first by assumption, and what rate is missing', () => {
    const ranking = rankAssessments([assessment('a', 70, { rate: 95 }), assessment('b', 70)], byRate)
    expect(ranking.rules.map(({ code }) => code)).toContain('order-lower-rate-assumed')
    expect(ranking.places.map(({ rank, changes }) => [rank, changes[0]?.code])).toEqual([
      [1, 'rate-missing'],
      [1, 'rate-missing'],
    ])
  })
  it('shows everybody who is level at the cut that the posting names', () => {
    const { cut, places } = rankAssessments(
      [assessment('a', 90), assessment('b', 70), assessment('c', 70), assessment('d', 60)],
      { facts: [fact('shortlist', 2)] },
    )
    expect(cut).toBe(2)
    expect(places.filter((place) => place.aboveCut).map((place) => place.assessment.id)).toEqual(['a', 'b', 'c'])
  })
  it('names what would change a place', () => {
    const [first, second] = rankAssessments(
      [assessment('a', 70, { low: 50 }), assessment('b', 60, { high: 80, decision: 'unclear' })],
      plain,
    ).places
    expect(first!.changes.map(({ code }) => code)).toEqual(['could-fall'])
    expect(second!.changes.map(({ code }) => code)).toEqual(['knockout-open', 'could-rise'])
  })
  it('is the same whatever order the assessments come in, and never puts fewer points above more', () => {
    const any = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        points: fc.integer({ min: 0, max: 6 }),
        rate: fc.option(fc.integer({ min: 80, max: 83 })),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    )
    fc.assert(
      fc.property(any, fc.boolean(), (rows, rates) => {
        const all = rows.map(({ id, points, rate }) => assessment(id, points * 10, { rate }))
        const forward = rankAssessments(all, rates ? byRate : plain).places
        const backward = rankAssessments([...all].reverse(), rates ? byRate : plain).places
        expect(backward.map((place) => [place.assessment.id, place.rank])).toEqual(
          forward.map((place) => [place.assessment.id, place.rank]),
        )
        for (const [index, place] of forward.entries())
          for (const later of forward.slice(index + 1))
            expect(place.total.value).toBeGreaterThanOrEqual(later.total.value)
      }),
    )
  })
})

describe('the score card', () => {
  const base = proposal(
    [finding('k1', { decision: 'unclear' })],
    [award('a1', 10, 5, 20, 20), award('a2', 0, 0, 10, 10)],
  )
  it('takes what a person decided over what was proposed', () => {
    const card = scoreCard(base, {
      ...judged('k1', { decision: 'meets', withoutEvidence: true }),
      ...judged('a1', { points: 20 }),
    })
    expect(card).toMatchObject({
      knockoutsMet: 'meets',
      total: { value: 20, low: 20, high: 30 },
      max: 30,
      changedPoints: 20,
      complete: false,
    })
    expect(card.knockouts[0]).toMatchObject({ withoutEvidence: true, changed: true })
  })
  it('keeps points between nought and the maximum, in half points', () => {
    expect(scoreCard(base, judged('a1', { points: 99 })).total.value).toBe(20)
    expect(scoreCard(base, judged('a1', { points: -3 })).total.value).toBe(0)
    expect(scoreCard(base, judged('a1', { points: 7.3 })).total.value).toBe(7.5)
  })
  it('fails as soon as one knock-out fails, and is open while one is', () => {
    const two = proposal([finding('k1', { decision: 'unclear' }), finding('k2', { decision: 'fails' })], [])
    expect(scoreCard(two, {}).knockoutsMet).toBe('fails')
    expect(scoreCard(two, judged('k2', { decision: 'meets' })).knockoutsMet).toBe('unclear')
  })
})

describe('a new version of the documents', () => {
  const quote = (words: string, start: number) => ({
    quote: words,
    source: 'cv' as const,
    page: 1,
    start,
    end: start + words.length,
    engagement: 0,
    certain: true,
    facets: [],
  })
  const before = proposal(
    [finding('k1', { evidence: [quote('gemeente Veen', 10)] }), finding('k2', { decision: 'fails' })],
    [award('a1', 10)],
  )
  const after = proposal(
    [
      finding('k1', { evidence: [quote('gemeente  Veen', 44)] }),
      finding('k2', { evidence: [quote('beheerde het budget', 90)] }),
    ],
    [award('a1', 10)],
  )
  it('touches only what it changes; the same words elsewhere on the page change nothing', () => {
    const { changes } = rescore({ proposal: before, judgements: {} }, after)
    expect(changes.map(({ key, gained }) => [key, gained.length])).toEqual([['k2', 1]])
  })
  it('keeps what a person said about the rest and asks again about what changed', () => {
    const judgements = { ...judged('k1', { decision: 'meets' }), ...judged('k2', { decision: 'fails' }) }
    const result = rescore({ proposal: before, judgements }, after)
    expect(Object.keys(result.judgements)).toEqual(['k1'])
    expect(result.changes[0]!.judged).toBe(true)
  })
})
