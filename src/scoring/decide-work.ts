import type { MonthRange } from '../candidates/candidate.ts'
import { tenure } from '../text/months.ts'
import type { Decision, Evidence, Finding, Level, Months } from './assessment.ts'
import { type Criterion, facetsOf, holds } from './criterion.ts'
import { type EngagementVerdict, states, verdictsOf, type WorkInput } from './engagement-verdict.ts'
import { type Documents, distinctEvidence, evidenceOfPassage } from './evidence.ts'
import { fewest } from './fewest.ts'
import type { Passage } from './passage.ts'
import { mostNamed, timesAsked } from './quantity.ts'
import { questionsOf, ruleOf } from './work-questions.ts'

export type WorkFinding = Pick<
  Finding,
  'decision' | 'level' | 'months' | 'window' | 'engagements' | 'evidence' | 'rule' | 'questions'
> & {
  verdicts: EngagementVerdict[]
  /** Months if every open question is answered in the candidate's favour. */
  possibleMonths: Months | null
  /** Keywords or a general claim outside any engagement. */
  claims: Passage[]
}

const ENGAGEMENTS_SHOWN = 3
const NEAR_SHOWN = 2

/** Decides a criterion that is shown by work: code counts, whoever pointed. */
export function decideWork(input: WorkInput, documents: Documents): WorkFinding {
  const { criterion } = input
  const verdicts = verdictsOf(input)
  const sure = verdicts.filter((each) => each.verdict === 'yes')
  const open = verdicts.filter((each) => each.verdict === 'maybe')
  const counted = criterion.minimumMonths === null ? null : count(sure, open, input)
  const decision = counted ? counted.decision : oftenEnough(withoutMinimum(criterion, verdicts), verdicts, input)
  const claims = claimsOf(input)
  const near = nearOf(input)
  const letters = input.passages.filter(
    (passage) =>
      passage.kind === 'letter' &&
      criterion.proves.includes('motivation') &&
      states(criterion, passage, input.pointers),
  )
  const level = levelOf(criterion, verdicts, letters, near, claims)
  // Where one engagement shows the whole, those that show a part of it add nothing.
  const qualifying = verdicts.filter((each) => each.qualifies === 'yes' && someFacet(each))
  const showing = counted || sure.length > 0 ? sure : qualifying
  const evidence = [
    ...showing.slice(0, counted ? undefined : ENGAGEMENTS_SHOWN).flatMap((each) => proofOf(each, input, documents)),
    ...letters.slice(0, 1).map((letter) => evidenceOfPassage(documents, letter, facetTexts(criterion), true)),
  ]
  if (decision === 'unclear')
    evidence.push(...open.slice(0, ENGAGEMENTS_SHOWN).flatMap((each) => proofOf(each, input, documents)))
  const thin = decision !== 'meets' && (criterion.section === 'knockout' || level !== 'explicit')
  if (thin && evidence.length === 0)
    evidence.push(...nearEvidence(criterion, decision, level, verdicts, near, claims, documents))
  return {
    decision,
    level,
    months: counted?.months ?? null,
    possibleMonths: counted?.possible ?? null,
    window: input.window,
    engagements: bars(verdicts, input),
    evidence: distinctEvidence(evidence),
    rule: ruleOf(criterion),
    questions: questionsOf(decision, criterion, verdicts, counted),
    verdicts,
    claims,
  }
}

const someFacet = (each: EngagementVerdict) => [...each.facets.values()].includes('yes') && each.share > 0

function count(sure: EngagementVerdict[], open: EngagementVerdict[], input: WorkInput) {
  const dated = (list: EngagementVerdict[]) => list.flatMap((each) => each.engagement.period ?? [])
  const minimum = input.criterion.minimumMonths!
  const months = tenure(dated(sure), input.window, input.reference)
  const possible = tenure([...dated(sure), ...dated(open)], input.window, input.reference)
  const undated = [...sure, ...open].some((each) => each.engagement.period === null)
  const decision: Decision =
    months.atLeast >= minimum ? 'meets' : possible.atMost < minimum && !undated ? 'fails' : 'unclear'
  const earlier = input.window ? tenure(dated(sure), shifted(input.window), input.reference).atLeast : months.atLeast
  return { months, possible, decision, undated, flips: earlier >= minimum !== months.atLeast >= minimum, minimum }
}

const shifted = (window: MonthRange): MonthRange => ({ from: window.from - 1, to: window.to - 1 })

/** No number in the criterion: one month will do, and the items of a list may be spread over engagements that qualify. */
function withoutMinimum(criterion: Criterion, verdicts: EngagementVerdict[]): Decision {
  if (verdicts.some((each) => each.verdict === 'yes')) return 'meets'
  if (criterion.topic) {
    const shown = (least: 'yes' | 'maybe') => {
      const fit = verdicts.filter((each) => (least === 'yes' ? each.qualifies === 'yes' : each.qualifies !== 'no'))
      return holds(criterion.topic, (facet) =>
        fit.some(
          (each) => each.facets.get(facet.id) === 'yes' || (least === 'maybe' && each.facets.get(facet.id) === 'maybe'),
        ),
      )
    }
    if (shown('yes')) return 'meets'
    if (shown('maybe')) return 'unclear'
  }
  return verdicts.some((each) => each.verdict === 'maybe') ? 'unclear' : 'fails'
}

/** "Minimaal twee aanbestedingen": one that is shown leaves the other open; sentences that each show one, or a sentence that names how many, do not. */
function oftenEnough(decision: Decision, verdicts: EngagementVerdict[], { criterion, passages }: WorkInput): Decision {
  const times = criterion.quantity === null ? timesAsked(criterion.text) : null
  if (decision !== 'meets' || times === null || criterion.topic === null) return decision
  const topic = new Set(facetsOf(criterion.topic).map((facet) => facet.id))
  const fit = verdicts.filter((each) => each.qualifies === 'yes').flatMap((each) => each.pointers)
  const certain = fit.filter(
    ({ facet, strength, certainty }) => topic.has(facet) && strength === 'full' && certainty === 'certain',
  )
  const showing = [...new Set(certain.map((pointer) => passages[pointer.passage]!))]
  const whole = showing.filter((passage) => states(criterion, passage, certain))
  return whole.length >= times || showing.some(({ text }) => mostNamed(text) >= times) ? decision : 'unclear'
}

/** Explicit: one engagement's own sentence states the whole; indirect: part of it, something near it, or only a general claim. */
function levelOf(
  criterion: Criterion,
  verdicts: EngagementVerdict[],
  letters: Passage[],
  near: Passage[],
  claims: Passage[],
): Level {
  if (letters.length > 0) return 'explicit'
  if (
    verdicts.some(
      (each) => each.qualifies === 'yes' && (criterion.topic ? each.ownSentence !== null : each.verdict === 'yes'),
    )
  )
    return 'explicit'
  if (near.length > 0 || claims.length > 0 || verdicts.some((each) => each.verdict !== 'no')) return 'indirect'
  const halfway = verdicts.some(
    (each) =>
      (criterion.roles.length > 0 && each.roleShownBy.length > 0) ||
      (criterion.topic === null && each.employerShownBy.length > 0),
  )
  return halfway ? 'indirect' : 'absent'
}

/** Passages of engagements that show part of the criterion or something near it, best first. A lone context ("bij gemeenten") is not near. */
function nearOf(input: WorkInput): Passage[] {
  const topic = new Set(facetsOf(input.criterion.topic).map((facet) => facet.id))
  const listed = new Set(
    input.criterion.contexts.flatMap((tree) => (tree.kind === 'all' ? facetsOf(tree).map((facet) => facet.id) : [])),
  )
  const score = new Map<number, number>()
  const contexts = new Map<number, number>()
  for (const pointer of input.pointers) {
    if (pointer.certainty === 'denied') continue
    const worth = { full: 1, part: 0.8, near: 0.5 }[pointer.strength]
    if (topic.has(pointer.facet)) score.set(pointer.passage, (score.get(pointer.passage) ?? 0) + worth)
    else if (listed.has(pointer.facet)) contexts.set(pointer.passage, (contexts.get(pointer.passage) ?? 0) + 1)
  }
  for (const [passage, times] of contexts) if (times > 1) score.set(passage, (score.get(passage) ?? 0) + times * 0.3)
  return [...score]
    .filter(([id]) => ['sentence', 'title', 'letter'].includes(input.passages[id]!.kind))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([id]) => input.passages[id]!)
}

/** Keywords and general statements that name the topic; a label of the layout ("Functie / Werkgever") names nothing. */
function claimsOf(input: WorkInput): Passage[] {
  const topic = new Set(facetsOf(input.criterion.topic).map((facet) => facet.id))
  const ids = new Set(
    input.pointers
      .filter((pointer) => topic.has(pointer.facet) && pointer.certainty === 'certain' && pointer.strength !== 'near')
      .map((pointer) => pointer.passage),
  )
  return input.passages.filter(
    (passage) =>
      passage.kind === 'general' &&
      ids.has(passage.id) &&
      !passage.tokens.every((token) => layoutLabel.test(token.word)),
  )
}

const layoutLabel =
  /^(?:periode|period|functie|beroep|position|werkgever|employer|organisatie|opdrachtgever|client|werkzaamheden|taken|tasks|naam|data|datum|project|projecten|projects|bedrijf|company|rol|role|of|en|and|resultaat|opleiding|education)$/

/** The words that make an engagement count: title for a role, organisation for an employer, and the fewest sentences that show the rest. */
function proofOf(each: EngagementVerdict, { criterion, passages }: WorkInput, documents: Documents): Evidence[] {
  const certain = each.verdict === 'yes'
  return [
    ...each.roleShownBy.map((passage) => evidenceOfPassage(documents, passage, criterion.roles, certain)),
    ...each.employerShownBy.map((passage) => evidenceOfPassage(documents, passage, criterion.employers ?? [], certain)),
    ...fewest(each, criterion, passages).map(({ pointer, facets, sure }) =>
      evidenceOfPassage(
        documents,
        { ...passages[pointer.passage]!, start: pointer.start, end: pointer.end },
        facets,
        certain && sure,
      ),
    ),
  ]
}

function nearEvidence(
  criterion: Criterion,
  decision: Decision | null,
  level: Level,
  verdicts: EngagementVerdict[],
  near: Passage[],
  claims: Passage[],
  documents: Documents,
): Evidence[] {
  const counter = criterion.section === 'knockout' && decision === 'fails'
  const against = verdicts.flatMap((each) => each.against).slice(0, NEAR_SHOWN)
  const shown =
    near.length > 0
      ? near.slice(0, NEAR_SHOWN)
      : level === 'indirect' && criterion.section === 'award'
        ? claims.slice(0, NEAR_SHOWN)
        : []
  return [
    ...shown.map((passage) => evidenceOfPassage(documents, passage, [], false, counter)),
    ...(counter ? against.map((passage) => evidenceOfPassage(documents, passage, [], false, true)) : []),
  ]
}

function bars(verdicts: EngagementVerdict[], { criterion, window }: WorkInput): Finding['engagements'] {
  if (criterion.minimumMonths === null) return []
  return verdicts.flatMap(({ engagement, verdict }) => {
    if (verdict === 'no' || engagement.period === null) return []
    const from = Math.max(engagement.period.fromEarliest, window?.from ?? engagement.period.fromEarliest)
    const to = Math.min(engagement.period.toLatest, window?.to ?? engagement.period.toLatest)
    const label = [engagement.title, engagement.organisation].filter((part) => part !== null).join(', ')
    return from > to
      ? []
      : [{ index: engagement.index, label, from, to, counted: verdict === 'yes', uncertain: verdict === 'maybe' }]
  })
}

const facetTexts = (criterion: Criterion) => facetsOf(criterion.topic).map((facet) => facet.text)
