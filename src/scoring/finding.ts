import type { Career } from '../candidates/candidate.ts'
import { monthOfDate, windowOf } from '../text/months.ts'
import type { Finding, Points } from './assessment.ts'
import { decideAttestation } from './attest.ts'
import { allOrNothing, bandPoints, durationPoints } from './bands.ts'
import type { Criterion } from './criterion.ts'
import { decideWork } from './decide-work.ts'
import { decideEducation } from './education.ts'
import type { Pointer } from './engine.ts'
import { type Documents, evidenceAt, evidenceOfPassage } from './evidence.ts'
import type { Lexicon } from './lexicon.ts'
import { checkMotivation } from './motivation.ts'
import type { Passage } from './passage.ts'
import { stepPoints } from './step-points.ts'
import { tokensOf } from './tokens.ts'

export type FindingInput = {
  criterion: Criterion
  /** Parts with points of their own, read as criteria. */
  parts: readonly { criterion: Criterion; points: number; pointers: readonly Pointer[] }[]
  pointers: readonly Pointer[]
  passages: readonly Passage[]
  documents: Documents
  career: Career
  lexicon: Lexicon
  /** ISO date of the submission deadline. */
  asOf: string
}

type Decided = Omit<Finding, 'key' | 'section' | 'label' | 'minimumMonths' | 'points'> & { points: Points | null }

/** What the evidence shows for one criterion: the proposal for it. Deterministic; no person and no model in it. */
export function findingOf(input: FindingInput): Finding {
  const { criterion } = input
  const { points, ...decided } = decide(input)
  return {
    key: criterion.key,
    section: criterion.section,
    label: criterion.label,
    ...decided,
    minimumMonths: criterion.minimumMonths,
    points: points && criterion.points !== null ? { ...points, max: criterion.points } : null,
  }
}

function decide(input: FindingInput): Decided {
  switch (input.criterion.kind) {
    case 'education':
      return byEducation(input)
    case 'motivation':
      return byLetter(input)
    case 'attestation':
      return byStatement(input)
    case 'price':
      // What the price earns depends on the other offers: nothing is estimated, and the consultant may fill it in.
      return { ...nothing(), rule: { code: 'price', values: {} }, points: { value: 0, low: 0, high: 0 } }
    default:
      return byWork(input)
  }
}

const nothing = () => ({
  decision: null,
  level: null,
  months: null,
  window: null,
  engagements: [],
  evidence: [],
  questions: [],
})

function byEducation({ criterion, career, lexicon, documents }: FindingInput): Decided {
  const demand = criterion.education ?? { level: 'hbo', master: false, fields: [], comparable: false, diploma: true }
  const found = decideEducation(demand, career, lexicon)
  return {
    ...nothing(),
    ...found,
    level: ({ meets: 'explicit', unclear: 'indirect', fails: 'absent' } as const)[found.decision],
    evidence: found.decidedBy.map((education) =>
      evidenceAt(documents, education.span, {
        engagement: null,
        facets: [],
        certain: found.decision === 'meets',
        ...(found.decision === 'fails' ? { counter: true } : {}),
      }),
    ),
    points: allOrNothing(found.decision, criterion.points ?? 0),
  }
}

function byLetter({ criterion, passages, documents }: FindingInput): Decided {
  const found = checkMotivation(passages, documents)
  const high = found.check.present ? (criterion.points ?? 0) : 0
  return {
    ...nothing(),
    decision: criterion.section === 'knockout' ? (found.check.present ? 'unclear' : 'fails') : null,
    level: found.level,
    evidence: found.evidence,
    rule: found.rule,
    questions: found.questions,
    points: { value: 0, low: 0, high },
  }
}

function byStatement({ criterion, passages, career, lexicon, documents, asOf }: FindingInput): Decided {
  const studies = studyLines(career, lexicon, passages.length)
  const found = decideAttestation(criterion, [...passages, ...studies], { lexicon, asOf, cv: documents.cv?.text ?? '' })
  return {
    ...nothing(),
    decision: found.decision,
    level: ({ meets: 'explicit', unclear: found.shownBy.length > 0 ? 'indirect' : 'absent', fails: 'absent' } as const)[
      found.decision
    ],
    evidence: found.shownBy.map((passage) =>
      evidenceOfPassage(documents, passage, [], found.decision === 'meets', found.decision === 'fails'),
    ),
    rule: found.rule,
    questions: found.questions,
    points: allOrNothing(found.decision, criterion.points ?? 0),
  }
}

/** A registration or diploma often stands among the studies. */
function studyLines(career: Career, { verbs }: Lexicon, first: number): Passage[] {
  return career.education.map(({ span, quote }, index) => ({
    id: first + index,
    ...span,
    kind: 'general',
    engagement: null,
    role: null,
    text: quote,
    tokens: tokensOf(quote, verbs),
    admissible: true,
  }))
}

/** Work, and the study that some criteria name beside it: the weaker of the two decides. */
function byWork(input: FindingInput): Decided {
  const work = byWorkAlone(input)
  if (input.criterion.education === null || work.decision === null) return work
  const study = byEducation(input)
  const weaker = [study.decision, work.decision].includes('fails')
    ? 'fails'
    : [study.decision, work.decision].includes('unclear')
      ? 'unclear'
      : 'meets'
  return {
    ...work,
    decision: weaker,
    evidence: [...study.evidence, ...work.evidence],
    questions: [...study.questions, ...work.questions],
    points: weaker === 'fails' ? allOrNothing('fails', input.criterion.points ?? 0) : work.points,
  }
}

function byWorkAlone(input: FindingInput): Decided {
  const { criterion } = input
  const window = criterion.windowYears === null ? null : windowOf(input.asOf, criterion.windowYears)
  const reference = monthOfDate(input.asOf)
  const counted =
    criterion.kind === 'duration' && criterion.minimumMonths === null ? { ...criterion, minimumMonths: 1 } : criterion
  const found = decideWork({ ...input, criterion: counted, window, reference }, input.documents)
  const { verdicts: _, claims: __, possibleMonths: ___, ...finding } = found
  const max = criterion.points ?? 0
  const numeric = criterion.minimumMonths !== null
  const base = {
    ...finding,
    decision: criterion.section === 'knockout' || numeric ? found.decision : null,
    questions: [...found.questions, ...letterQuestion(input)],
  }
  if (criterion.kind === 'duration' && criterion.minimumMonths === null)
    return { ...base, points: stepPoints(criterion.sub, found, max), rule: { code: 'steps', values: {} } }
  if (numeric) return { ...base, points: durationPoints(found, max, criterion.minimumMonths!) }
  if (input.parts.length > 0) {
    const parts = input.parts.map((part) => ({
      points: part.points,
      found: decideWork(
        { ...input, criterion: part.criterion, pointers: part.pointers, window, reference },
        input.documents,
      ),
    }))
    const each = parts.map((part) => bandPoints(part.found, part.points, input.passages))
    const sum = (pick: (points: Points) => number) => each.reduce((total, points) => total + pick(points), 0)
    return {
      ...base,
      rule: { code: 'parts', values: {} },
      points: { value: sum((p) => p.value), low: sum((p) => p.low), high: sum((p) => p.high) },
    }
  }
  return { ...base, points: bandPoints(found, max, input.passages) }
}

/** "toegelicht in de motivatie" while the letter says nothing of it: a warning, not a decision. */
function letterQuestion({ criterion, passages, pointers }: FindingInput) {
  if (criterion.explainedIn !== 'motivation') return []
  const said = passages.some(
    (passage) =>
      passage.kind === 'letter' &&
      pointers.some((pointer) => pointer.passage === passage.id && pointer.strength !== 'near'),
  )
  return said ? [] : [{ code: 'not-explained-in-letter', values: {} }]
}
