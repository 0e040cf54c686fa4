import type { PostingFacts } from '../assignments/assignment.ts'
import type { Coded } from './assessment.ts'

/**
 * The day that windows end with: the submission deadline, of several the earliest that does not lie before the posting itself. Without one, the day the
 * posting was placed, then the newest month the CV names; each is said.
 */
export function referenceDateOf(
  posting: PostingFacts,
  newestMonth: number | null,
): { asOf: string; warnings: Coded[] } {
  const days = posting.deadlines
    .flatMap((deadline) => (deadline.kind === 'submission' && deadline.at ? [deadline.at.slice(0, 10)] : []))
    .sort()
  const plausible = days.filter((day) => posting.postedOn === null || day >= posting.postedOn)
  const asOf = plausible[0] ?? days[0]
  if (asOf) {
    const months = new Set((plausible.length > 0 ? plausible : days).map((day) => day.slice(0, 7)))
    return { asOf, warnings: months.size > 1 ? [{ code: 'deadline-contradicts-itself', values: { used: asOf } }] : [] }
  }
  const fallback =
    posting.postedOn ??
    (newestMonth === null
      ? null
      : `${Math.floor(newestMonth / 12)}-${String((newestMonth % 12) + 1).padStart(2, '0')}-01`)
  return { asOf: fallback ?? '1970-01-01', warnings: [{ code: 'deadline-unknown', values: { used: fallback ?? '' } }] }
}
