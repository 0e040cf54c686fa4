import type { Career, Engagement, MonthRange, Period } from '../candidates/candidate.ts'
import { findPeriods } from '../candidates/period.ts'
import { tenure } from '../text/months.ts'
import { countPattern } from '../text/number-words.ts'
import { type Criterion, type Facet, facetsOf, holds, share } from './criterion.ts'
import { employerOf } from './employer.ts'
import type { Pointer } from './engine.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { quantitiesIn } from './quantity.ts'
import { roleOf, type Verdict } from './role.ts'

/** What one engagement shows of a criterion. */
export type EngagementVerdict = {
  engagement: Engagement
  /** All together: role, employer, contexts, window and topic in this very engagement. */
  verdict: Verdict
  /** Without the topic: list items may be spread over engagements that qualify. */
  qualifies: Verdict
  facets: Map<string, Verdict>
  /** Share of the topic that is certain here, 0 … 1, and with what is uncertain. */
  share: number
  possibleShare: number
  /** One sentence of its own states the whole topic. */
  ownSentence: Passage | null
  roleShownBy: Passage[]
  employerShownBy: Passage[]
  against: Passage[]
  pointers: Pointer[]
}

export type WorkInput = {
  criterion: Criterion
  passages: readonly Passage[]
  pointers: readonly Pointer[]
  career: Career
  lexicon: Lexicon
  window: MonthRange | null
  /** The month of the submission deadline. */
  reference: number
}

const order: Record<Verdict, number> = { no: 0, maybe: 1, yes: 2 }
const least = (...verdicts: Verdict[]): Verdict => verdicts.reduce((a, b) => (order[a] <= order[b] ? a : b), 'yes')

export function verdictsOf(input: WorkInput): EngagementVerdict[] {
  return input.career.engagements.map((engagement) => {
    const whole = verdictOf(engagement, input)
    return whole.verdict === 'maybe' ? (duringOwnPeriod(engagement, input) ?? whole) : whole
  })
}

/**
 * "Behandelt sinds januari 2026 zelfstandig …" within a longer engagement: what a sentence dates itself counts for those months, not for the rest.
 * Null where it does not all come down to one such period.
 */
function duringOwnPeriod(engagement: Engagement, input: WorkInput): EngagementVerdict | null {
  const dated = input.pointers.flatMap((pointer) => {
    const passage = input.passages[pointer.passage]!
    const own = passage.engagement === engagement.index ? ownPeriods(engagement, input, passage) : []
    return own.length > 0 ? own : []
  })
  const [first, ...others] = dated
  if (!first || others.some((other) => other.fromEarliest !== first.fromEarliest || other.toLatest !== first.toLatest))
    return null
  const during = verdictOf({ ...engagement, period: first }, input)
  return during.verdict === 'yes' ? during : null
}

function verdictOf(engagement: Engagement, input: WorkInput): EngagementVerdict {
  const { criterion, lexicon, career } = input
  const own = input.passages.filter((passage) => passage.engagement === engagement.index)
  const ids = new Set(own.map((passage) => passage.id))
  const pointers = input.pointers
    .filter((pointer) => ids.has(pointer.passage))
    .map((pointer) => (shorter(engagement, input, pointer) ? { ...pointer, certainty: 'uncertain' as const } : pointer))
  const named = criterion.roles.length > 0 ? roleOf(criterion.roles, own, lexicon) : null
  // A role that was held for part of the time counts for months only when a person says so.
  const partly = criterion.minimumMonths !== null && named?.verdict === 'yes' && named.shownBy.every(tellsBriefly)
  const role = named && partly ? { ...named, verdict: 'maybe' as const } : named
  const employer = criterion.employers ? employerOf(criterion.employers, engagement, own, career, lexicon) : null
  const facets = new Map<string, Verdict>()
  for (const facet of [...facetsOf(criterion.topic), ...criterion.contexts.flatMap(facetsOf)])
    facets.set(facet.id, facetVerdict(facet, pointers))
  const is = (least: Verdict) => (facet: Facet) => order[facets.get(facet.id) ?? 'no'] >= order[least]
  const treeVerdict = (trees: Criterion['contexts']): Verdict =>
    trees.every((tree) => holds(tree, is('yes')))
      ? 'yes'
      : trees.every((tree) => holds(tree, is('maybe')))
        ? 'maybe'
        : 'no'
  const contexts = treeVerdict(criterion.contexts)
  const topic = criterion.topic
    ? treeVerdict([criterion.topic])
    : namesSomething(criterion)
      ? 'yes'
      : anyWork(criterion)
  const qualifies = least(
    role?.verdict ?? 'yes',
    employer?.verdict ?? 'yes',
    contexts,
    inWindow(engagement, input),
    bigEnough(criterion, own),
  )
  const weigh = (wanted: Verdict) =>
    criterion.topic ? share(criterion.topic, (facet) => (is(wanted)(facet) ? 1 : 0)) : 1
  return {
    engagement,
    verdict: least(qualifies, topic),
    qualifies,
    facets,
    share: qualifies === 'yes' ? weigh('yes') : 0,
    possibleShare: qualifies === 'no' ? 0 : weigh('maybe'),
    ownSentence: criterion.topic ? (own.find((passage) => states(criterion, passage, pointers)) ?? null) : null,
    roleShownBy: role?.shownBy ?? [],
    employerShownBy: employer?.shownBy ?? [],
    against: [...(role?.against ?? []), ...(employer?.against ?? [])],
    pointers,
  }
}

/** "In 2019 drie maanden ook projectleider …": part of the time at most. */
const briefly = new RegExp(
  `^(?:in|rond|begin|medio|eind|around|early|late)\\s+(?:\\p{L}+\\s+)?(?:19|20)\\d{2}(?!\\d)|(?<![\\p{L}\\d])(?:${countPattern}|enkele|een paar|a few)\\s+(?:maanden|weken|dagen|months|weeks|days)(?![\\p{L}])(?!\\s+per)|(?<![\\p{L}])(?:tijdelijk|kortstondig|incidenteel|sporadisch|af en toe|temporarily|occasionally|briefly)(?![\\p{L}])`,
  'iu',
)

const tellsBriefly = ({ kind, text }: Passage): boolean => kind === 'sentence' && briefly.test(text)

/** Whether a sentence that is to count for months gives dates of its own: then it does not tell of all of the engagement. */
function shorter(engagement: Engagement, { criterion, passages, reference }: WorkInput, pointer: Pointer): boolean {
  const passage = passages[pointer.passage]!
  if (criterion.minimumMonths === null || pointer.certainty !== 'certain' || passage.kind !== 'sentence') return false
  return briefly.test(passage.text) || ownPeriods(engagement, { reference }, passage).length > 0
}

/** The dates of its own that a sentence gives, where they are less than those of its engagement. */
function ownPeriods(engagement: Engagement, { reference }: Pick<WorkInput, 'reference'>, passage: Passage): Period[] {
  if (passage.kind !== 'sentence' || engagement.period === null || !/\d{4}|['’]\d{2}/.test(passage.text)) return []
  const asOf = Temporal.PlainDate.from({ year: Math.floor(reference / 12), month: (reference % 12) + 1, day: 1 })
  const { fromEarliest, toLatest, quote } = engagement.period
  return findPeriods(passage.text, asOf).flatMap(({ single, ...own }) =>
    !single && own.quote !== quote && (own.fromLatest > fromEarliest || own.toEarliest < toLatest)
      ? [
          {
            ...own,
            toEarliest: Math.min(own.toEarliest, engagement.period!.toEarliest),
            toLatest: Math.min(own.toLatest, toLatest),
          },
        ]
      : [],
  )
}

/** True when this one passage has certain words for the whole topic. */
export function states(criterion: Criterion, passage: Passage, pointers: readonly Pointer[]): boolean {
  const here = pointers.filter(
    (pointer) => pointer.passage === passage.id && pointer.strength === 'full' && pointer.certainty === 'certain',
  )
  return holds(criterion.topic, (facet) => here.some((pointer) => pointer.facet === facet.id))
}

function facetVerdict(facet: Facet, pointers: readonly Pointer[]): Verdict {
  const mine = pointers.filter((pointer) => pointer.facet === facet.id && pointer.certainty !== 'denied')
  if (mine.some((pointer) => pointer.strength === 'full' && pointer.certainty === 'certain')) return 'yes'
  return mine.some((pointer) => pointer.strength !== 'near') ? 'maybe' : 'no'
}

/** A size that is named and too small is not it; one that nobody names is for a person to ask. */
function bigEnough({ quantity }: Criterion, own: readonly Passage[]): Verdict {
  if (quantity === null) return 'yes'
  const named = own.flatMap(({ text }) => quantitiesIn(text, quantity.of))
  if (named.some((size) => size >= quantity.least)) return 'yes'
  return named.length > 0 ? 'no' : 'maybe'
}

/** Without a minimum of its own a window asks for one month inside it; a duration is clipped to it when it is counted. */
function inWindow(engagement: Engagement, { criterion, window, reference }: WorkInput): Verdict {
  if (window === null || criterion.minimumMonths !== null) return 'yes'
  if (engagement.period === null) return 'maybe'
  const months = tenure([engagement.period], window, reference)
  return months.atLeast > 0 ? 'yes' : months.atMost > 0 ? 'maybe' : 'no'
}

const namesSomething = (criterion: Criterion): boolean => criterion.roles.length > 0 || criterion.employers !== null

/** "Minimaal 10 jaar werkervaring" is any work; "relevante werkervaring" is for a person to say. */
const anyWork = (criterion: Criterion): Verdict =>
  /relevant|vergelijkbaar|soortgelijk|similar|comparable/i.test(criterion.text)
    ? 'maybe'
    : criterion.minimumMonths !== null
      ? 'yes'
      : 'maybe'
