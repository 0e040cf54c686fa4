import type { Assignment } from '../assignments/assignment.ts'
import type { Assessment, Coded, Decision, Points } from './assessment.ts'
import { scoreCardOf } from './points.ts'

export type Place = {
  assessment: Assessment
  /** 1-based; shared by everybody who is level on all that the procedure looks at. Null when a knock-out fails. */
  rank: number | null
  shared: boolean
  knockouts: Decision
  total: Points
  rateEur: number | null
  /** Within the number that goes on; null when the posting names no number. True for everybody level at the cut. */
  aboveCut: boolean | null
  /** What would change this place, as codes. */
  changes: Coded[]
}

export type Ranking = {
  places: Place[]
  /** How many go on, as the posting prints it. */
  cut: number | null
  /** The order that was used and its assumptions, as codes. */
  rules: Coded[]
}

/**
 * Knock-outs met, then the total, then the rate only where the posting makes it decisive (lower first, an assumption), then a shared rank. Unclear
 * knock-outs are ranked and named. Same input, same order, whatever order the assessments come in.
 */
export function rankAssessments(assessments: readonly Assessment[], assignment: Pick<Assignment, 'facts'>): Ranking {
  const rateDecides = rateDecidesIn(assignment)
  const cut = cutOf(assignment)
  const all = assessments
    .map((assessment) => ({ assessment, card: scoreCardOf(assessment) }))
    .sort((a, b) => (a.assessment.id < b.assessment.id ? -1 : 1))
  const standing = all.filter(({ card }) => card.knockoutsMet !== 'fails')
  const before = (a: (typeof all)[number], b: (typeof all)[number]) =>
    b.card.total.value - a.card.total.value ||
    (rateDecides && a.assessment.rateEur !== null && b.assessment.rateEur !== null
      ? a.assessment.rateEur - b.assessment.rateEur
      : 0)
  const sorted = [...standing].sort(before)
  // A missing rate is level with every rate, which orders nobody: such totals share the best place among them.
  const rankOf = (one: (typeof all)[number]) => 1 + sorted.filter((other) => before(other, one) < 0).length
  const places = sorted.map((one): Place => {
    const rank = rankOf(one)
    return {
      assessment: one.assessment,
      rank,
      shared: sorted.some((other) => other !== one && before(other, one) === 0),
      knockouts: one.card.knockoutsMet,
      total: one.card.total,
      rateEur: one.assessment.rateEur,
      aboveCut: cut === null ? null : rank <= cut,
      changes: changesFor(one, sorted, rateDecides),
    }
  })
  const out = all
    .filter(({ card }) => card.knockoutsMet === 'fails')
    .map(
      ({ assessment, card }): Place => ({
        assessment,
        rank: null,
        shared: false,
        knockouts: 'fails',
        total: card.total,
        rateEur: assessment.rateEur,
        aboveCut: cut === null ? null : false,
        changes: card.knockouts
          .filter((line) => line.decision === 'fails')
          .map((line) => ({ code: 'knockout-fails', values: { label: line.label } })),
      }),
    )
  return { places: [...places.sort((a, b) => a.rank! - b.rank!), ...out], cut, rules: rulesOf(rateDecides, cut) }
}

function rateDecidesIn({ facts }: Pick<Assignment, 'facts'>): boolean {
  return facts.some(
    ({ field, value, quote }) =>
      field === 'tieBreak' &&
      (value === 'rate' ||
        /tarief|prijs|\brate\b|\bprice\b/i.test(`${typeof value === 'string' ? value : ''} ${quote}`)),
  )
}

function cutOf({ facts }: Pick<Assignment, 'facts'>): number | null {
  const value = facts.find(({ field }) => field === 'shortlist')?.value
  return typeof value === 'number' && value > 0 ? value : null
}

type Ranked = { assessment: Assessment; card: ReturnType<typeof scoreCardOf> }

function changesFor(one: Ranked, sorted: Ranked[], rateDecides: boolean): Coded[] {
  const changes: Coded[] = []
  const unclear = one.card.knockouts.filter((line) => line.decision === 'unclear')
  for (const line of unclear) changes.push({ code: 'knockout-open', values: { label: line.label } })
  const { total } = one.card
  const overtakes = sorted.filter(
    (other) => other !== one && other.card.total.value > total.value && other.card.total.low <= total.high,
  ).length
  const overtaken = sorted.filter(
    (other) => other !== one && other.card.total.value < total.value && other.card.total.high >= total.low,
  ).length
  if (overtakes > 0) changes.push({ code: 'could-rise', values: { past: overtakes, high: total.high } })
  if (overtaken > 0) changes.push({ code: 'could-fall', values: { past: overtaken, low: total.low } })
  const level = sorted.filter((other) => other !== one && other.card.total.value === total.value)
  if (level.length > 0) {
    const missing =
      rateDecides && (one.assessment.rateEur === null || level.some((other) => other.assessment.rateEur === null))
    changes.push({
      code: missing ? 'rate-missing' : rateDecides ? 'rate-decides' : 'tied',
      values: { with: level.length },
    })
  }
  return changes
}

function rulesOf(rateDecides: boolean, cut: number | null): Coded[] {
  return [
    { code: 'order-knockouts-then-total', values: {} },
    rateDecides ? { code: 'order-lower-rate-assumed', values: {} } : { code: 'order-no-tie-break', values: {} },
    ...(cut === null ? [] : [{ code: 'order-cut', values: { cut } }]),
  ]
}
