import type { Finding } from '../scoring/assessment.ts'
import type { Intent } from './commands.ts'
import { criterionName } from './criterion-name.ts'
import { proofOf } from './findings.ts'
import { advance } from './flow.ts'
import { button, buttons, say, type Turn } from './turn.ts'

/** A knock-out that is not met: said plainly, with what would mend it. */
export function showFailed(turn: Turn, finding: Finding): void {
  const { t, candidate } = turn
  const code = candidate?.code ?? ''
  const judgement = turn.assessment?.judgements[finding.key]
  say(
    turn,
    { type: 'text', text: t.failed(code, criterionName(turn, finding)) },
    { type: 'text', text: t.mends(finding, code, proofOf(finding, judgement).length > 0) },
    buttons(
      button(t.stopHere, 'stop-here'),
      button(t.goOnAnyway, 'resume', {}, 'primary'),
      button(t.newVersion, 'new-version'),
      button(t.questionsFor(code), 'gaps'),
      button(t.back, 'back'),
    ),
  )
}

export function handleFailed(turn: Turn, intent: Intent): boolean {
  const { t, state } = turn
  switch (intent.name) {
    case 'stop-here':
    case 'no':
      state.paused = true
      say(
        turn,
        { type: 'text', text: t.stoppedHere(turn.candidate?.code ?? '') },
        buttons(
          button(t.goOn, 'resume'),
          button(t.outcomes['not-put-forward'], 'outcome', { kind: 'not-put-forward' }),
        ),
      )
      return true
    case 'yes':
    case 'skip':
      advance(turn)
      return true
    default:
      return false
  }
}
