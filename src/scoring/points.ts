import type { Assessment, Decision, Finding, Judgement, Points, Proposal } from './assessment.ts'
import { half } from './bands.ts'

export type ScoreLine = {
  key: string
  label: string
  /** Decision of a knock-out as it stands: the consultant's, else the proposal's. */
  decision: Decision | null
  points: (Points & { max: number }) | null
  /** The consultant made it something else than was proposed. */
  changed: boolean
  /** Confirmed or changed by a person. */
  decided: boolean
  /** "Voldoet toch": the card keeps "not shown in the documents" beside it. */
  withoutEvidence: boolean
}

export type ScoreCard = {
  knockouts: ScoreLine[]
  awards: ScoreLine[]
  /** fails as soon as one fails, meets when all meet, else unclear. */
  knockoutsMet: Decision
  total: Points
  max: number
  /** Points that stand as the consultant changed them. */
  changedPoints: number
  /** Nothing is left for a person to confirm. */
  complete: boolean
}

/** The proposal as it stands with a person's judgements over it. Points given are held between 0 and the maximum, in half points. */
export function scoreCard(proposal: Proposal, judgements: Record<string, Judgement>): ScoreCard {
  const knockouts = proposal.knockouts.map((finding) => lineOf(finding, judgements[finding.key]))
  const awards = proposal.awards.map((finding) => lineOf(finding, judgements[finding.key]))
  const sum = (pick: (points: Points & { max: number }) => number) =>
    half(awards.reduce((total, { points }) => total + (points ? pick(points) : 0), 0))
  return {
    knockouts,
    awards,
    knockoutsMet: together(knockouts.map((line) => line.decision)),
    total: {
      value: sum((points) => points.value),
      low: sum((points) => points.low),
      high: sum((points) => points.high),
    },
    max: sum((points) => points.max),
    changedPoints: half(awards.reduce((total, line) => total + (line.changed ? (line.points?.value ?? 0) : 0), 0)),
    complete: [...knockouts, ...awards].every((line) => line.decided),
  }
}

/** The card of a stored assessment. */
export const scoreCardOf = ({ proposal, judgements }: Pick<Assessment, 'proposal' | 'judgements'>): ScoreCard =>
  scoreCard(proposal, judgements)

function lineOf(finding: Finding, judgement: Judgement | undefined): ScoreLine {
  const decision = judgement?.decision ?? finding.decision
  const points = finding.points === null ? null : pointsOf(finding.points, judgement)
  const changed =
    (judgement?.decision !== undefined && judgement.decision !== finding.decision) ||
    (judgement?.points !== undefined && finding.points !== null && points?.value !== finding.points.value)
  return {
    key: finding.key,
    label: finding.label,
    decision,
    points,
    changed,
    decided: judgement?.decision !== undefined || judgement?.points !== undefined,
    withoutEvidence: judgement?.withoutEvidence ?? false,
  }
}

function pointsOf(proposed: Points & { max: number }, judgement: Judgement | undefined): Points & { max: number } {
  if (judgement?.points === undefined) return proposed
  const value = half(Math.min(proposed.max, Math.max(0, judgement.points)))
  return { value, low: value, high: value, max: proposed.max }
}

function together(decisions: (Decision | null)[]): Decision {
  if (decisions.includes('fails')) return 'fails'
  return decisions.every((decision) => decision === 'meets') ? 'meets' : 'unclear'
}
