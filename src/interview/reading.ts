import { type Card, card, type Element } from '../chat/card.ts'
import type { FileRef } from '../chat/message.ts'
import type { Lang } from '../chat/reply.ts'
import type { DocumentKind } from '../documents/document.ts'
import type { Assessment, Finding, Judgement } from '../scoring/assessment.ts'
import { rescore } from '../scoring/rescore.ts'
import { textsFor } from '../texts/texts.ts'
import { careerChanges } from './career-changes.ts'
import { doubtFile } from './doubted-file.ts'
import { findingsOf, isDecided, proofOf } from './findings.ts'
import type { WorkOutcome } from './interview.ts'
import { relocated } from './located.ts'
import { notACv } from './not-a-cv.ts'
import { mayJudge } from './ownership.ts'
import { type Place, stepOf } from './state.ts'
import {
  audit,
  button,
  buttons,
  go,
  progressTag,
  saveAssessment,
  saveCandidate,
  say,
  stamped,
  type Turn,
} from './turn.ts'

/** Another scoring takes its place: its result is not wanted any more, and its card gives way to what is said instead. */
export function cancelReading(turn: Turn, work: string): void {
  turn.effects.push({ kind: 'cancel-work', id: work })
  turn.replacing = work
}

/** Starts reading and scoring apart from this turn; `back` is where to return when it is stopped or refused. */
export function startReading(turn: Turn, files: { ref: FileRef; kind: DocumentKind }[], back: Place | null): void {
  const { state, context, candidate } = turn
  const consented = context.modelHost !== null && candidate?.consent.model === true
  const id = context.newId('work')
  const tag = progressTag(id)
  go(turn, 'reading', state.key)
  state.work = { id, back, files }
  turn.replies.push({ card: readingCard(context.lang, 0, 'opening'), tag })
  turn.effects.push({
    kind: 'work',
    work: {
      id,
      assignment: state.assignment ?? '',
      candidate: state.candidate ?? '',
      files: files.map(({ ref, kind }) => ({ kind, ref })),
      engine: consented ? 'model' : 'rules',
      progressTag: tag,
      step: stepOf(state),
      rateEur: state.intake.rateEur ?? turn.assessment?.rateEur ?? null,
      ...(state.doubted?.meant ? { meant: state.doubted.ref } : {}),
    },
  })
  audit(turn, 'reading-started', { engine: consented ? 'model' : 'rules', files: files.length })
}

/**
 * The progress card; the assistant replaces it as the work goes on. `done`: 0 to 1; `what` is a code of the worker or of
 * scoring; `step` is that of the work, so that its [Stop] stays good.
 */
export function readingCard(lang: Lang, done: number, what: string, step = ''): Card {
  const t = textsFor(lang).interview
  const elements: (Element | null)[] = [
    { type: 'progress', label: t.progress(what), done: Math.min(1, Math.max(0, done)) },
    buttons(button(t.stop, 'stop')),
  ]
  return card(...elements.map((element) => element && stamped(element, step)))
}

/** Stops the reading that is under way; what was decided before stays. */
export function stopReading(turn: Turn): void {
  const { work } = turn.state
  if (!work) return
  cancelReading(turn, work.id)
  turn.state.work = null
  turn.state.place = work.back ?? 'documents'
}

/** What came of the reading: a new proposal beside the decisions that were made, or the reason why not. */
export function takeOutcome(turn: Turn, outcome: WorkOutcome): 'scored' | 'refused' {
  const { state, t, context } = turn
  turn.replacing = state.work?.id ?? null
  const back = state.work?.back ?? null
  const files = state.work?.files ?? []
  state.work = null
  if (outcome.kind === 'refused') {
    state.place = back ?? 'documents'
    if (outcome.code === notACv) {
      doubtFile(turn, String(outcome.details['like'] ?? ''), outcome.file, files)
      return 'refused'
    }
    if (outcome.file !== null) state.intake.files.push(...files.filter(({ ref }) => ref.name !== outcome.file))
    say(turn, { type: 'notice', tone: 'error', text: t.refused(outcome.code, outcome.details, outcome.file) })
    audit(turn, 'reading-refused', { code: outcome.code })
    return 'refused'
  }
  const earlier = turn.assessment ?? existing(turn)
  if (earlier && !mayJudge({ ...turn, assessment: earlier })) {
    // A colleague's, on this very assignment: there to look at.
    state.assessment = earlier.id
    turn.assessment = earlier
    return 'scored'
  }
  state.changes = state.read ? careerChanges(state.read, outcome.career, context.lang) : []
  state.read = outcome.career
  turn.documents = { ...turn.documents, ...outcome.documents }
  keepFiles(turn, outcome.files)
  const frozen = earlier ? null : confirmedBefore(turn)
  if (frozen && outcome.files.length === 0 && rescore(frozen, outcome.proposal).changes.length === 0) {
    // Asked for again with nothing new: the confirmed card stands, and is not made twice.
    state.assessment = frozen.id
    turn.assessment = frozen
    return 'scored'
  }
  const at = context.now.toInstant().toString()
  const assessment: Assessment = {
    id: earlier?.id ?? context.newId('assessment'),
    assignment: state.assignment ?? outcome.proposal.assignment,
    candidate: state.candidate ?? '',
    owner: earlier?.owner ?? context.person,
    proposal: outcome.proposal,
    judgements: earlier ? carried(turn, earlier, outcome.proposal) : {},
    rateEur: state.intake.rateEur ?? earlier?.rateEur ?? null,
    confirmedAt: null,
    confirmedBy: null,
    outcome: earlier?.outcome ?? null,
  }
  state.assessment = assessment.id
  saveAssessment(turn, assessment)
  audit(turn, 'scored', { engine: outcome.proposal.engine, at, again: earlier ? 1 : 0 })
  return 'scored'
}

/** This candidate's open assessment on the same assignment: asking for it again goes on with it. */
function existing(turn: Turn): Assessment | null {
  const open = turn.context.others
    .map(({ assessment }) => assessment)
    .filter(({ candidate, confirmedAt }) => candidate === turn.state.candidate && confirmedAt === null)
  return open.find(({ owner }) => owner === turn.context.person) ?? open[0] ?? null
}

/** The card of the same candidate on the same assignment that was confirmed last. */
function confirmedBefore(turn: Turn): Assessment | null {
  const all = turn.context.others
    .map(({ assessment }) => assessment)
    .filter(({ candidate, confirmedAt }) => candidate === turn.state.candidate && confirmedAt !== null)
  return all.sort((a, b) => (a.confirmedAt! < b.confirmedAt! ? 1 : -1))[0] ?? null
}

function keepFiles(turn: Turn, files: { kind: DocumentKind; file: string; name: string; hash: string }[]): void {
  const { candidate, context } = turn
  if (!candidate) return
  const kept = [...candidate.files]
  for (const file of files) {
    if (kept.some((one) => one.kind === file.kind && one.hash === file.hash)) continue
    const version = kept.filter(({ kind }) => kind === file.kind).length + 1
    kept.push({ ...file, version, at: context.now.toInstant().toString() })
  }
  if (kept.length !== candidate.files.length) saveCandidate(turn, { ...candidate, files: kept })
}

/**
 * Decisions stay. Where the evidence under one changed, it is asked again; added quotes are looked up in the new version, and
 * what no longer stands there counts no more.
 */
function carried(turn: Turn, earlier: Assessment, proposal: Assessment['proposal']): Assessment['judgements'] {
  const { state } = turn
  const touched = new Set(rescore(earlier, proposal).changes.map(({ key }) => key))
  const kept: Record<string, Judgement> = {}
  for (const finding of findingsOf(proposal)) {
    const judgement = earlier.judgements[finding.key]
    if (!judgement) continue
    const added = (judgement.added ?? []).flatMap((one) => relocated(one, turn.documents[one.source]))
    const lost = added.length < (judgement.added?.length ?? 0)
    const { added: _, withoutEvidence, ...rest } = judgement
    const bare = withoutEvidence && !shownNow(finding, judgement)
    kept[finding.key] = { ...rest, ...(bare ? { withoutEvidence } : {}), ...(added.length > 0 ? { added } : {}) }
    if (isDecided(judgement) && (lost || touched.has(finding.key))) {
      state.recheck = [...new Set([...state.recheck, finding.key])]
      state.shown = state.shown.filter((key) => key !== finding.key)
    }
  }
  return kept
}

/** True when the new reading itself proposes what was decided before without evidence. */
function shownNow(finding: Finding, { decision, points }: Judgement): boolean {
  if (proofOf(finding).length === 0) return false
  return finding.section === 'knockout'
    ? decision === finding.decision
    : points !== undefined && finding.points !== null && points <= finding.points.high
}
