import type { Points } from './assessment.ts'
import type { WorkFinding } from './decide-work.ts'
import type { Passage } from './passage.ts'

/**
 * Points without a printed scale, by counted facts: 0 nothing · 25 only a general claim, or something near · 50 at least half of the facets in a
 * dated engagement · 75 all of them · 100 all, in two dated engagements, with one concrete result. Certain quotes give value and low; with the
 * uncertain ones they give high.
 */
export function bandPoints(finding: WorkFinding, max: number, passages: readonly Passage[]): Points {
  const dated = finding.verdicts.filter((each) => each.engagement.period !== null)
  const best = Math.max(0, ...dated.map((each) => each.share))
  const bestPossible = Math.max(best, ...dated.map((each) => each.possibleShare))
  const whole = dated.filter((each) => each.share >= 1)
  const result = whole.some((each) =>
    each.pointers.some((pointer) => pointer.strength === 'full' && concrete.test(passages[pointer.passage]!.text)),
  )
  const letter = finding.level === 'explicit' && best === 0
  const anything = finding.level !== 'absent'
  const low = bandOf(letter ? 1 : best, whole.length, result, anything)
  const high = Math.max(low, bandOf(letter ? 1 : bestPossible, whole.length, result, anything))
  return { value: half(max * low), low: half(max * low), high: half(max * high) }
}

/** A number, an amount, a share or a thing brought to an end. */
const concrete =
  /\d|€|%|(?:opgeleverd|vastgesteld|gerealiseerd|afgerond|bereikt|behaald|livegang|bespaar|halveer|verdubbel|delivered|achieved|adopted|saved|reduced|completed|doubled|halved)/iu

function bandOf(best: number, engagements: number, result: boolean, anything: boolean): number {
  if (best >= 1) return engagements >= 2 && result ? 1 : 0.75
  if (best >= 0.5) return 0.5
  return anything ? 0.25 : 0
}

/** Points are shown to the half point. */
export const half = (points: number): number => Math.round(points * 2) / 2

/** Duration: all when the minimum is surely met; the other reading, in proportion, is the upper end. */
export function durationPoints(finding: WorkFinding, max: number, minimum: number): Points {
  const months = finding.months ?? { atLeast: 0, atMost: 0 }
  const value = months.atLeast >= minimum ? max : 0
  const most = Math.max(months.atMost, finding.decision === 'unclear' ? (finding.possibleMonths?.atMost ?? 0) : 0)
  return { value, low: value, high: Math.max(value, half(max * Math.min(1, most / minimum))) }
}

export const allOrNothing = (decision: 'meets' | 'fails' | 'unclear' | null, max: number): Points =>
  decision === 'meets'
    ? { value: max, low: max, high: max }
    : { value: 0, low: 0, high: decision === 'unclear' ? max : 0 }
