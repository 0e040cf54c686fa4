import type { Assessment } from '../scoring/assessment.ts'
import { rescore } from '../scoring/rescore.ts'
import { criterionName } from './criterion-name.ts'
import { findingsOf } from './findings.ts'
import { modelTrouble } from './overview.ts'
import { say, type Turn } from './turn.ts'

/** After a new version or another engine: which criteria came out differently; the rest was left alone. */
export function rescored(turn: Turn, before: Assessment): void {
  const { assessment, t } = turn
  if (!assessment) return
  // With another engine the overview follows, which tells it as well.
  const trouble = assessment.proposal.engine === before.proposal.engine ? modelTrouble(turn) : []
  say(turn, { type: 'text', text: t.rescored(changedSince(turn, before)) }, ...trouble)
}

/** The names of the criteria that came out differently from before, in the order of the posting. */
export function changedSince(turn: Turn, before: Assessment): string[] {
  const { assessment } = turn
  if (!assessment) return []
  const changed = new Set(rescore(before, assessment.proposal).changes.map(({ key }) => key))
  return findingsOf(assessment.proposal)
    .filter(({ key }) => changed.has(key))
    .map((finding) => criterionName(turn, finding))
}
