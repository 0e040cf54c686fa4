import type { Decision, Evidence, Finding, Judgement } from '../scoring/assessment.ts'
import { isDecided, isLeftOpen, proofOf } from './findings.ts'
import { isRefusedReason } from './reasons.ts'
import { saveAssessment, type Turn } from './turn.ts'

export type Verdict =
  | { kind: 'recorded' }
  /** Why nothing was recorded; the person is told what is missing. */
  | {
      kind: 'refused'
      why: 'not-shown' | 'no-evidence' | 'reason-missing' | 'reason-refused' | 'points-range' | 'unclear' | 'confirmed'
    }

/**
 * Records what the consultant decided, within the rules: evidence was on screen before a knock-out is confirmed, a departure from
 * the proposal has a reason, a reason is about work, and what rests on no quote stays marked as such.
 */
export function judge(
  turn: Turn,
  finding: Finding,
  given: { decision?: Decision; points?: number; reason?: string },
): Verdict {
  const { assessment, state } = turn
  if (!assessment || assessment.confirmedAt) return { kind: 'refused', why: 'confirmed' }
  const before = assessment.judgements[finding.key]
  const proof = proofOf(finding, before)
  const reason = given.reason?.trim() || undefined
  if (reason && isRefusedReason(reason)) return { kind: 'refused', why: 'reason-refused' }
  if (finding.section === 'knockout') {
    const { decision } = given
    if (!decision) return { kind: 'refused', why: 'unclear' }
    if (!state.shown.includes(finding.key)) return { kind: 'refused', why: 'not-shown' }
    if (decision === 'meets' && proof.length === 0 && !reason) return { kind: 'refused', why: 'reason-missing' }
    const departs = decision !== finding.decision && (decision === 'meets' || finding.decision === 'meets')
    if (departs && decision !== 'unclear' && !reason && !addedOf(before).length)
      return { kind: 'refused', why: 'reason-missing' }
    const bare = decision === 'meets' && (finding.decision !== 'meets' || proof.length === 0) && !addedOf(before).length
    write(turn, finding, { decision, ...(reason ? { reason } : {}), ...(bare ? { withoutEvidence: true } : {}) })
    return { kind: 'recorded' }
  }
  const { points } = given
  const range = finding.points
  if (points === undefined || !range) return { kind: 'refused', why: 'unclear' }
  if (!(points >= 0 && points <= range.max) || Math.round(points * 2) !== points * 2)
    return { kind: 'refused', why: 'points-range' }
  // Without a proposal there is nothing to depart from; the evidence on screen is the ground.
  const departs = points !== range.value && !(isLeftOpen(finding) && proof.length > 0)
  if (departs && !reason) return { kind: 'refused', why: 'reason-missing' }
  const bare = points > range.high && !addedOf(before).length
  write(turn, finding, { points, ...(reason ? { reason } : {}), ...(bare ? { withoutEvidence: true } : {}) })
  return { kind: 'recorded' }
}

/** Keeps a located quote with the criterion; it decides nothing by itself. */
export function addEvidence(turn: Turn, finding: Finding, evidence: Evidence): void {
  if (!turn.assessment) return
  const before = turn.assessment.judgements[finding.key]
  const known = [...finding.evidence, ...addedOf(before)].some(
    (one) => one.source === evidence.source && one.start === evidence.start && one.end === evidence.end && !one.counter,
  )
  if (known) return
  save(turn, {
    ...(before ?? { key: finding.key }),
    key: finding.key,
    added: [...addedOf(before), evidence],
    by: turn.context.person,
    at: turn.context.now.toInstant().toString(),
  })
}

function addedOf(judgement: Judgement | undefined): Evidence[] {
  return judgement?.added ?? []
}

function write(
  turn: Turn,
  finding: Finding,
  given: Pick<Judgement, 'decision' | 'points' | 'reason' | 'withoutEvidence'>,
) {
  const added = addedOf(turn.assessment?.judgements[finding.key])
  const again = isDecided(turn.assessment?.judgements[finding.key])
  save(turn, {
    key: finding.key,
    ...given,
    ...(added.length > 0 ? { added } : {}),
    by: turn.context.person,
    at: turn.context.now.toInstant().toString(),
  })
  const { state } = turn
  state.skipped = state.skipped.filter((key) => key !== finding.key)
  state.recheck = state.recheck.filter((key) => key !== finding.key)
  state.pending = null
  turn.effects.push({
    kind: 'audit',
    event: again ? 'judgement-changed' : 'judgement',
    about: {
      assessment: turn.assessment?.id ?? '',
      criterion: finding.key,
      ...(given.decision ? { decision: given.decision } : {}),
      ...(given.points === undefined ? {} : { points: given.points }),
      ...(given.withoutEvidence ? { withoutEvidence: 1 } : {}),
    },
  })
}

function save(turn: Turn, judgement: Judgement): void {
  if (!turn.assessment) return
  saveAssessment(turn, {
    ...turn.assessment,
    judgements: { ...turn.assessment.judgements, [judgement.key]: judgement },
  })
}
