import { fold } from '../text/fold.ts'
import { handleAfter } from './afterwards.ts'
import { type Intent, isQuestion } from './commands.ts'
import { showCompare } from './compare.ts'
import { handleCriterion } from './decide.ts'
import { exportFile } from './exports.ts'
import { advance, findByLabel } from './flow.ts'
import { showGaps } from './gaps.ts'
import { showHandIn } from './hand-in.ts'
import { goBack, help, newVersion, openCriterion, resume, showPlace, stop } from './moves.ts'
import { showStanding } from './overview.ts'
import { showPrepare } from './prepare.ts'
import { startReading } from './reading.ts'
import { setRate } from './score-card.ts'
import { button, buttons, go, say, type Turn } from './turn.ts'

/** What can be said everywhere. */
export function general(turn: Turn, intent: Intent): boolean {
  const { state, assessment } = turn
  switch (intent.name) {
    case 'stop':
      stop(turn)
      return true
    case 'help':
      help(turn)
      return true
    case 'back':
      goBack(turn)
      return true
    case 'resume':
      resume(turn)
      return true
    case 'overview':
      showStanding(turn)
      return true
    case 'open':
      return assessment !== null && openCriterion(turn, intent.values)
    case 'set':
      return assessment !== null && setVerdict(turn, intent.values)
    case 'done':
      return finished(turn, intent)
    case 'text':
      return countingRule(turn, intent.values['text'] ?? '')
    case 'card':
      if (!assessment) return false
      state.hurried = true
      if (assessment.confirmedAt) resume(turn)
      else advance(turn)
      return true
    case 'gaps':
      go(turn, 'gaps')
      showGaps(turn)
      return true
    case 'rank':
      go(turn, 'rank')
      showCompare(turn)
      return true
    case 'prepare':
      go(turn, 'prepare')
      showPrepare(turn)
      return true
    case 'hand-in':
      go(turn, 'hand-in')
      showHandIn(turn)
      return true
    case 'new-version':
      newVersion(turn)
      return true
    case 'retry-model':
      startReading(turn, [], state.place)
      return true
    case 'rate':
      setRate(turn, Number(intent.values['rate']))
      say(turn, { type: 'text', text: turn.t.rateNoted(Number(intent.values['rate'])) })
      showPlace(turn)
      return true
    case 'hand-over':
      return handleAfter(turn, { name: 'share-with', values: { ...intent.values, handOver: 'yes' } })
    case 'outcome':
    case 'share':
    case 'share-with':
    case 'unshare':
    case 'share-channel':
    case 'reopen':
    case 'keep-year':
    case 'delete':
      return handleAfter(turn, intent)
    default:
      return exportFile(turn, intent)
  }
}

/** A known word that does nothing here is answered with what does; anything else is not for this conversation. */
export function aside(turn: Turn, intent: Intent): boolean {
  if (intent.name === 'text') return false
  say(turn, { type: 'text', text: turn.t.notHere })
  showPlace(turn)
  return true
}

/** A verdict on a criterion by its name; two with the same printed number are shown to choose from. */
function setVerdict(turn: Turn, values: Record<string, string>): boolean {
  const found = findByLabel(turn, values['label'] ?? '', values['section'] ?? '')
  const [one] = found
  if (!one || found.length > 1) return openCriterion(turn, values)
  if (turn.assessment?.confirmedAt) {
    say(
      turn,
      { type: 'text', text: turn.t.frozen },
      buttons(button(turn.t.reopen, 'reopen'), button(turn.t.goOn, 'resume')),
    )
    return true
  }
  go(turn, 'criterion', one.key)
  return handleCriterion(turn, { name: values['points'] === undefined ? 'decide' : 'points', values })
}

/** "Klaar" ends what is confirmed, leaves what lies beside the way, and otherwise keeps everything for later. */
function finished(turn: Turn, intent: Intent): boolean {
  if (turn.assessment?.confirmedAt) return handleAfter(turn, intent)
  if (['gaps', 'rank', 'prepare', 'hand-in', 'outcome', 'share'].includes(turn.state.place)) resume(turn)
  else stop(turn)
  return true
}

/** How months are counted is a rule of this conversation, not a fact of the posting. */
function countingRule(turn: Turn, text: string): boolean {
  const folded = fold(text)
  const overlap = /overlap|dubbel|tegelijk|gelijktijdig|naast elkaar|same time|double|twice|parallel/.test(folded)
  const counts = /\b(?:tel|telt|tellen|meetel\w*|geteld|reken\w*|maand(?:en)?|count(?:s|ed)?|months?)\b/.test(folded)
  if (!turn.assessment || !overlap || !counts || !isQuestion(text)) return false
  say(turn, { type: 'text', text: turn.t.overlapRule }, buttons(button(turn.t.goOn, 'resume', {}, 'primary')))
  return true
}
