import type { Assignment } from '../assignments/assignment.ts'
import type { Finding } from '../scoring/assessment.ts'
import { fold } from '../text/fold.ts'
import type { Turn } from './turn.ts'

/** What the posting calls the items of its list of awards. */
export type AwardWord = 'selection' | 'award' | 'wish' | 'sub-award' | null

/** The word in the heading above the first award, read upwards; null when no heading says. */
export function awardWord(assignment: Assignment | null): AwardWord {
  const first = assignment?.posting.awards[0]
  if (!assignment || !first) return null
  const above = assignment.text
    .slice(Math.max(0, first.start - 600), first.start)
    .split('\n')
    .reverse()
  for (const line of above) {
    const folded = fold(line)
    if (folded.length > 90) continue
    if (/selectie-?\s?criteri|selection criteri/.test(folded)) return 'selection'
    if (/subgunning|sub-?award/.test(folded)) return 'sub-award'
    if (/gunning|award criteri/.test(folded)) return 'award'
    if (/\bwens(?:en)?\b|\bwish(?:es)?\b|nice[- ]to[- ]have/.test(folded)) return 'wish'
  }
  return null
}

/** "Knock-out 4", "Selectiecriterium 6": the posting's own word and its printed number. */
export function criterionName({ t, assignment }: Turn, finding: Pick<Finding, 'section' | 'label'>): string {
  return finding.section === 'knockout'
    ? t.knockoutName(finding.label)
    : t.awardName(finding.label, awardWord(assignment))
}
