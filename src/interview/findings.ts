import type { Assignment, PostedCriterion } from '../assignments/assignment.ts'
import { MaatstafError } from '../errors.ts'
import type { Assessment, Decision, Evidence, Finding, Judgement, Points, Proposal } from '../scoring/assessment.ts'
import { type ScoreLine, scoreCardOf } from '../scoring/points.ts'

export function findingsOf(proposal: Proposal): Finding[] {
  return [...proposal.knockouts, ...proposal.awards]
}

export function findingOf(assessment: Assessment, key: string | null): Finding | null {
  return findingsOf(assessment.proposal).find((finding) => finding.key === key) ?? null
}

/** The posting's own words; null when the posting changed since and the criterion is gone. */
export function criterionOf(assignment: Assignment | null, key: string): PostedCriterion | null {
  if (!assignment) return null
  return [...assignment.posting.knockouts, ...assignment.posting.awards].find((one) => one.key === key) ?? null
}

/** Quotes that speak for it; the rest are reasons against. */
export function proofOf(finding: Finding, judgement?: Judgement): Evidence[] {
  return [...finding.evidence.filter(({ counter }) => !counter), ...(judgement?.added ?? [])]
}

export function isDecided(judgement: Judgement | undefined): boolean {
  return judgement !== undefined && (judgement.decision !== undefined || judgement.points !== undefined)
}

/** Nothing to ask about: a knock-out met by certain quotes, an award with quotes and one outcome. */
export function isClear(finding: Finding): boolean {
  const proof = proofOf(finding)
  if (proof.length === 0) return false
  if (finding.section === 'knockout') {
    return finding.decision === 'meets' && proof.some(({ certain }) => certain) && finding.questions.length === 0
  }
  return finding.points !== null && finding.points.low === finding.points.high && finding.points.value > 0
}

/** An award for which the documents hold nothing at all. */
export function isAbsent(finding: Finding): boolean {
  return (
    finding.section === 'award' && finding.points !== null && finding.points.high === 0 && proofOf(finding).length === 0
  )
}

/** Everything between nothing and all is possible: there is no proposal to agree with, the consultant gives the points. */
export function isLeftOpen({ points, minimumMonths }: Finding): boolean {
  return points !== null && points.value === 0 && points.max > 0 && points.high === points.max && minimumMonths === null
}

/**
 * Which quarter of the estimate by counted facts the proposal is: all parts in one engagement, half of them, or only near it; null
 * where the points come from a scale, a duration or a letter, or are all or nothing.
 */
export function bandOf({ points, rule, evidence, minimumMonths }: Finding): 'all' | 'half' | 'near' | null {
  if (!points || minimumMonths !== null || !rule.code.startsWith('experience')) return null
  const near = points.value === Math.round(points.max * 0.5) / 2
  if (near) return 'near'
  if (!evidence.some(({ engagement, counter }) => engagement !== null && !counter)) return null
  if (points.value === Math.round(points.max * 1.5) / 2) return 'all'
  return points.value === points.max / 2 ? 'half' : null
}

const loose =
  '(?:de|het|een|en|of|van|in|met|op|voor|aan|bij|te|tot|door|om|die|dat|zoals|waaronder|the|a|an|and|or|of|in|with|on|for|at|to|by|that|such|as)'
const looseEnds = new RegExp(String.raw`^(?:${loose}(?:\s+|$))+|(?:[\s,;:.(]+${loose})*[\s,;:.(]*$`, 'giu')

/** The parts of a criterion that the quotes show, in its own words, without the small words at which they were parted. */
export function partsShown({ evidence }: Finding): string[] {
  const parts = evidence.filter(({ counter }) => !counter).flatMap(({ facets }) => facets)
  return [...new Set(parts.map((part) => part.trim().replace(looseEnds, '').trim()))].filter((part) => part !== '')
}

/** Knock-outs that fail come first, then what is unclear; awards by the points that hang on them. */
export function byUrgency(a: Finding, b: Finding): number {
  const rank = (finding: Finding) =>
    finding.section === 'knockout' ? (finding.decision === 'fails' ? 0 : finding.decision === 'unclear' ? 1 : 2) : 3
  return rank(a) - rank(b) || stake(b) - stake(a)
}

/** Points that the consultant's answer may still move: the width of the interval, then what the proposal left. */
function stake({ points }: Finding): number {
  return points ? (points.high - points.low) * 1000 + points.max - points.value : 0
}

/** Decision, points and whether a person changed them, as they stand for one criterion. */
export function standing(assessment: Assessment, finding: Pick<Finding, 'key'>): ScoreLine {
  const card = scoreCardOf(assessment)
  const line = [...card.knockouts, ...card.awards].find(({ key }) => key === finding.key)
  if (!line)
    throw new MaatstafError('unknown-criterion', 'a finding that is not in its own proposal', { fault: 'system' })
  return line
}

export type Total = Points & { max: number; changed: number }

export function totalOf(assessment: Assessment): Total {
  const { total, max, changedPoints } = scoreCardOf(assessment)
  return { ...total, max, changed: changedPoints }
}

/** Met, not met, or open, over all knock-outs as they stand. */
export function knockoutsMet(assessment: Assessment): Decision {
  return scoreCardOf(assessment).knockoutsMet
}
