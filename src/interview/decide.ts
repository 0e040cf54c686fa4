import type { Decision, Finding } from '../scoring/assessment.ts'
import { amountIn } from './amounts.ts'
import { type Intent, isQuestion } from './commands.ts'
import { showCriterion } from './criterion.ts'
import { askChange, askPoints, askQuote, askReason } from './decide-forms.ts'
import { showFailed } from './failed.ts'
import { findingOf, isLeftOpen, partsShown, standing } from './findings.ts'
import { advance, waiting } from './flow.ts'
import { judge, type Verdict } from './judge.ts'
import { pointAt } from './point-at.ts'
import { isRefusedReason } from './reasons.ts'
import { go, say, type Turn } from './turn.ts'

/** What may be said at one criterion, and at the questions that belong to it (points, a reason, a quote). */
export function handleCriterion(turn: Turn, intent: Intent): boolean {
  const { state, assessment } = turn
  const finding = assessment && findingOf(assessment, state.key)
  if (!finding) {
    advance(turn)
    return true
  }
  const reason = intent.values['reason']
  switch (intent.name) {
    case 'yes':
    case 'confirm':
      return accept(turn, finding, reason)
    case 'no':
      return disagree(turn, finding, reason)
    case 'points':
      return changePoints(turn, finding, intent.values)
    case 'decide':
      return changeDecision(turn, finding, intent.values['decision'] as Decision, reason)
    case 'change':
      return takeChange(turn, finding, intent.values)
    case 'reason':
      return freeText(turn, finding, reason ?? '')
    case 'ask-reason':
      state.pending = { decision: 'meets' }
      state.place = 'reason'
      askReason(turn, finding)
      return true
    case 'ask-quote':
      state.place = 'quote'
      askQuote(turn)
      return true
    case 'quote':
      return pointAt(turn, finding, intent.values['quote'] ?? '')
    case 'explain':
      say(turn, { type: 'text', text: turn.t.explained(finding, partsShown(finding)) })
      back(turn, finding)
      return true
    case 'quotes':
      back(turn, finding, true)
      return true
    case 'skip':
      state.skipped = [...new Set([...state.skipped, finding.key])]
      state.place = 'criterion'
      advance(turn)
      return true
    case 'rest':
      acceptRest(turn)
      return true
    case 'text':
      return freeText(turn, finding, intent.values['text'] ?? '')
    default:
      return false
  }
}

function accept(turn: Turn, finding: Finding, reason: string | undefined): boolean {
  const { state } = turn
  const pending = state.pending
  if (pending)
    return settle(turn, finding, judge(turn, finding, { ...pending, ...(reason ? { reason } : {}) } as Given))
  if (finding.section === 'award' && isLeftOpen(finding)) {
    state.place = 'change'
    askPoints(turn, finding, reason)
    return true
  }
  if (finding.section === 'award')
    return settle(
      turn,
      finding,
      judge(turn, finding, { points: finding.points?.value ?? 0, ...(reason ? { reason } : {}) }),
    )
  // Yes to a proposal that is unclear says nothing: which of the two it is remains to be said.
  if (finding.decision === 'unclear' || finding.decision === null) {
    say(turn, { type: 'text', text: turn.t.yesToWhat })
    back(turn, finding)
    return true
  }
  return settle(turn, finding, judge(turn, finding, { decision: finding.decision, ...(reason ? { reason } : {}) }))
}

type Given = { decision?: Decision; points?: number; reason?: string }

function disagree(turn: Turn, finding: Finding, reason: string | undefined): boolean {
  const { state } = turn
  if (reason && isRefusedReason(reason)) return settle(turn, finding, { kind: 'refused', why: 'reason-refused' })
  state.place = 'change'
  askChange(turn, finding, reason)
  return true
}

function changePoints(turn: Turn, finding: Finding, values: Record<string, string>): boolean {
  if (finding.section === 'knockout') {
    say(turn, { type: 'text', text: turn.t.knockoutHasNoPoints })
    back(turn, finding)
    return true
  }
  const points = Number(values['points'])
  turn.state.pending = { points }
  return settle(
    turn,
    finding,
    judge(turn, finding, { points, ...(values['reason'] ? { reason: values['reason'] } : {}) }),
  )
}

function changeDecision(turn: Turn, finding: Finding, decision: Decision, reason: string | undefined): boolean {
  if (finding.section === 'award') {
    say(turn, { type: 'text', text: turn.t.awardHasNoDecision(finding.points?.max ?? 0) })
    back(turn, finding)
    return true
  }
  turn.state.pending = { decision }
  return settle(turn, finding, judge(turn, finding, { decision, ...(reason ? { reason } : {}) }))
}

/** The form of a change: points or decision, and the reason. */
function takeChange(turn: Turn, finding: Finding, values: Record<string, string>): boolean {
  const reason = values['reason']?.trim() || undefined
  if (finding.section === 'award') {
    const points = amountIn(values['points'] ?? '')
    if (points === null) return settle(turn, finding, { kind: 'refused', why: 'points-range' })
    return changePoints(turn, finding, { points: String(points), ...(reason ? { reason } : {}) })
  }
  const decision = values['decision']
  if (decision !== 'meets' && decision !== 'fails' && decision !== 'unclear')
    return settle(turn, finding, { kind: 'refused', why: 'unclear' })
  return changeDecision(turn, finding, decision, reason)
}

/** Goes on when it was recorded; says what is missing when not, and stays. */
function settle(turn: Turn, finding: Finding, verdict: Verdict): boolean {
  const { state, t, assessment } = turn
  if (verdict.kind === 'recorded') {
    const judgement = turn.assessment?.judgements[finding.key]
    state.place = 'criterion'
    if (judgement && turn.assessment && standing(turn.assessment, finding).changed) {
      say(turn, { type: 'text', text: t.noted(finding.section, judgement, finding.points?.max ?? 0) })
    }
    if (finding.section === 'knockout' && judgement?.decision === 'fails' && !wentOn(turn, finding)) {
      go(turn, 'failed', finding.key)
      showFailed(turn, finding)
    } else advance(turn)
    return true
  }
  const text = t.refusedVerdict(verdict.why, finding.points?.max ?? 0)
  if (verdict.why === 'reason-missing') {
    state.place = 'reason'
    askReason(turn, finding)
  } else if (verdict.why === 'reason-refused') {
    say(turn, { type: 'notice', tone: 'warning', text })
    if (state.pending) {
      state.place = 'reason'
      askReason(turn, finding)
    } else back(turn, finding)
  } else {
    say(turn, { type: 'text', text })
    state.pending = null
    if (assessment?.confirmedAt) advance(turn)
    else back(turn, finding)
  }
  return true
}

/** Going on after a failed knock-out is asked once. */
function wentOn({ assessment }: Turn, finding: Finding): boolean {
  return (assessment?.proposal.knockouts ?? []).some(
    ({ key }) => key !== finding.key && assessment?.judgements[key]?.decision === 'fails',
  )
}

/** Awards that are still open, as proposed; what is unclear about a knock-out is never taken over in one go. */
function acceptRest(turn: Turn): void {
  for (const finding of waiting(turn)) {
    if (finding.section === 'award' && !isLeftOpen(finding) && turn.state.shown.includes(finding.key))
      judge(turn, finding, { points: finding.points?.value ?? 0 })
  }
  advance(turn)
}

/** Back to the criterion itself from one of its questions. */
function back(turn: Turn, finding: Finding, allQuotes = false): void {
  turn.state.place = 'criterion'
  turn.state.pending = null
  showCriterion(turn, finding, { allQuotes })
}

function freeText(turn: Turn, finding: Finding, text: string): boolean {
  const { state } = turn
  const words = text.trim()
  if (words === '') return false
  if (state.place === 'reason' && state.pending) {
    if (isQuestion(words) && words.endsWith('?')) return false
    return settle(turn, finding, judge(turn, finding, { ...state.pending, reason: words } as Given))
  }
  if (state.place === 'quote') return pointAt(turn, finding, words)
  if (isQuestion(words)) return false
  return pointAt(turn, finding, words)
}
