import { amountIn } from './amounts.ts'
import type { Intent } from './commands.ts'
import { longDate } from './dates.ts'
import { totalOf } from './findings.ts'
import { askOutcome, outcomeInWords, outcomes, received, recordOutcome } from './outcome.ts'
import { mayJudge, ownsCandidate, type Right, refused } from './ownership.ts'
import { showCard } from './score-card.ts'
import { askShare, shareInChannel, shareWith, stopSharing } from './sharing.ts'
import { audit, button, buttons, go, saveAssessment, saveCandidate, say, type Turn } from './turn.ts'

/** What can be done with a confirmed card. */
export function showAfter(turn: Turn, options: { justConfirmed?: boolean } = {}): void {
  const { t, context, candidate, assessment } = turn
  if (!assessment) return
  const total = totalOf(assessment)
  const [own, judges] = [ownsCandidate(turn), mayJudge(turn)]
  const at = assessment.confirmedAt ? longDate(assessment.confirmedAt, context.lang) : ''
  say(
    turn,
    options.justConfirmed
      ? { type: 'text', text: t.confirmed(candidate?.code ?? '', at) }
      : { type: 'text', text: t.afterTitle(candidate?.code ?? '', at, total) },
    assessment.outcome && {
      type: 'text',
      text: t.outcomeIs(t.outcomes[assessment.outcome.kind], assessment.outcome.points),
    },
    !judges && { type: 'notice', tone: 'info', text: t.watching },
    buttons(
      button(t.handIn, 'hand-in', {}, 'primary'),
      button(t.evidenceReport, 'report'),
      button(t.readingGuide, 'reading-guide'),
      button(t.prepareInterview, 'prepare'),
      button(t.compare, 'rank'),
    ),
    buttons(
      judges && button(t.recordOutcome, 'outcome'),
      own && assessment.outcome !== null && !candidate?.consent.keepForAYear && button(t.keepYear, 'keep-year'),
      own && button(t.share, 'share'),
      button(t.candidateEdition, 'candidate-edition'),
      own && button(t.exportData, 'data'),
      judges && button(t.reopen, 'reopen'),
      (own || context.admin) && button(t.deleteCandidate, 'delete', {}, 'danger'),
      button(t.done, 'done'),
    ),
  )
}

/** What the owner alone may, by the name of the intent. */
const rights: Partial<Record<string, Right>> = {
  outcome: 'change',
  received: 'change',
  reopen: 'change',
  share: 'share',
  'share-with': 'share',
  unshare: 'share',
  'share-channel': 'share',
  'keep-year': 'consent',
  delete: 'erase',
  'delete-sure': 'erase',
}

export function handleAfter(turn: Turn, intent: Intent): boolean {
  const { t, state, assessment, candidate } = turn
  if (!assessment) return false
  const right = rights[intent.name]
  if (right && refused(turn, right)) return true
  switch (intent.name) {
    case 'outcome': {
      const kind = outcomes.find((one) => one === intent.values['kind'])
      if (kind) recordOutcome(turn, kind)
      else {
        go(turn, 'outcome')
        askOutcome(turn)
      }
      return true
    }
    case 'points':
      return state.place === 'received' ? received(turn, Number(intent.values['points'])) : false
    case 'received':
      return received(turn, amountIn(intent.values['points'] ?? ''))
    case 'skip':
    case 'no':
      if (state.place !== 'received' && state.place !== 'delete') return false
      go(turn, 'after')
      showAfter(turn)
      return true
    case 'text': {
      if (state.place === 'received') return received(turn, amountIn(intent.values['text'] ?? ''))
      if (state.place === 'share') return shareWith(turn, intent.values['text'] ?? '', false)
      return outcomeInWords(turn, intent.values['text'] ?? '')
    }
    case 'share':
      go(turn, 'share')
      askShare(turn)
      return true
    case 'share-with':
      return shareWith(turn, intent.values['person'] ?? '', intent.values['handOver'] === 'yes')
    case 'unshare':
      return stopSharing(turn, intent.values['person'] ?? '')
    case 'share-channel':
      shareInChannel(turn, assessment)
      return true
    case 'keep-year':
      if (!candidate) return false
      saveCandidate(turn, { ...candidate, consent: { ...candidate.consent, keepForAYear: true } })
      audit(turn, 'kept-for-a-year')
      say(turn, { type: 'text', text: t.keptYear(candidate.code) })
      go(turn, assessment.confirmedAt ? 'after' : 'card')
      if (assessment.confirmedAt) showAfter(turn)
      else showCard(turn)
      return true
    case 'reopen':
      reopen(turn)
      return true
    case 'delete':
      go(turn, 'delete')
      askDelete(turn)
      return true
    case 'yes':
    case 'delete-sure':
      if (intent.name === 'yes' && state.place !== 'delete') return false
      turn.effects = [{ kind: 'forget', candidate: assessment.candidate }]
      audit(turn, 'forget-asked')
      turn.ended = true
      say(turn, { type: 'text', text: t.forgotten(candidate?.code ?? '') })
      return true
    case 'done':
      turn.ended = true
      say(turn, { type: 'text', text: t.ended })
      return true
    default:
      return false
  }
}

function reopen(turn: Turn): void {
  const { assessment, t, state } = turn
  if (!assessment) return
  if (assessment.confirmedAt) {
    saveAssessment(turn, { ...assessment, confirmedAt: null, confirmedBy: null })
    audit(turn, 'reopened')
    say(turn, { type: 'text', text: t.reopened })
  }
  state.hurried = true
  go(turn, 'card')
  showCard(turn)
}

export function askDelete(turn: Turn): void {
  const { t, candidate } = turn
  say(
    turn,
    { type: 'notice', tone: 'warning', text: t.deleteAsk(candidate?.code ?? '') },
    buttons(button(t.deleteSure, 'delete-sure', {}, 'danger'), button(t.back, 'back')),
  )
}
