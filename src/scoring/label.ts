import type { PostedCriterion } from '../assignments/assignment.ts'

/** The keys of `score --json`: the printed number, the ordinal where there is none, `4#2` for a second 4 in one section. */
export function labelsOf(criteria: readonly PostedCriterion[]): string[] {
  const seen = new Map<string, number>()
  return criteria.map((criterion) => {
    const label = String(criterion.number ?? criterion.ordinal)
    const times = (seen.get(label) ?? 0) + 1
    seen.set(label, times)
    return times === 1 ? label : `${label}#${times}`
  })
}
