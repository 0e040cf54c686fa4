import type { Assessment } from '../scoring/assessment.ts'
import { fold } from '../text/fold.ts'
import { showAfter } from './afterwards.ts'
import { isQuestion } from './commands.ts'
import { totalOf } from './findings.ts'
import { showCard } from './score-card.ts'
import { audit, button, buttons, form, go, saveAssessment, say, type Turn } from './turn.ts'

export type OutcomeKind = NonNullable<Assessment['outcome']>['kind']

export const outcomes: OutcomeKind[] = ['not-put-forward', 'interview', 'awarded', 'rejected', 'withdrawn']

export function askOutcome(turn: Turn): void {
  const { t } = turn
  say(
    turn,
    { type: 'text', text: t.whichOutcome },
    { type: 'buttons', buttons: outcomes.map((kind) => button(t.outcomes[kind], 'outcome', { kind })) },
    buttons(button(t.back, 'back')),
  )
}

export function recordOutcome(turn: Turn, kind: OutcomeKind, points: number | null = null): void {
  const { assessment, t, context, candidate } = turn
  if (!assessment) return
  saveAssessment(turn, {
    ...assessment,
    outcome: { kind, at: context.now.toInstant().toString(), points: assessment.outcome?.points ?? null },
  })
  audit(turn, 'outcome', { outcome: kind })
  turn.state.paused = false
  say(turn, {
    type: 'text',
    text: t.outcomeNoted(
      t.outcomes[kind],
      candidate?.code ?? '',
      kind !== 'interview',
      candidate?.consent.keepForAYear ?? false,
    ),
  })
  if (kind === 'awarded' || kind === 'rejected') {
    go(turn, 'received')
    if (points === null) askReceived(turn)
    else received(turn, points)
  } else if (assessment.confirmedAt) {
    go(turn, 'after')
    showAfter(turn)
  } else {
    go(turn, 'card')
    showCard(turn)
  }
}

export function askReceived(turn: Turn): void {
  const { t } = turn
  const max = turn.assessment ? totalOf(turn.assessment).max : 0
  say(
    turn,
    form(t.receivedPoints, 'received', t.record, t.receivedPoints, [
      { type: 'input', name: 'points', label: t.pointsLabel(max) },
    ]),
    buttons(button(t.notKnown, 'skip')),
  )
}

export function received(turn: Turn, points: number | null): boolean {
  const { assessment, t } = turn
  if (!assessment) return false
  const { max } = totalOf(assessment)
  if (points === null || points < 0 || (max > 0 && points > max)) {
    say(turn, { type: 'text', text: t.refusedVerdict('points-range', max) })
    askReceived(turn)
    return true
  }
  if (assessment.outcome) saveAssessment(turn, { ...assessment, outcome: { ...assessment.outcome, points } })
  audit(turn, 'points-received', { points })
  say(turn, { type: 'text', text: t.pointsNoted(points) })
  go(turn, assessment.confirmedAt ? 'after' : 'card')
  if (assessment.confirmedAt) showAfter(turn)
  else showCard(turn)
  return true
}

/** Said of the candidate: "hij is afgewezen met 70 punten", "ze heeft een gesprek", "afgewezen". */
const statement =
  /^(?:(?:de )?(?:kandidaat|uitkomst|uitslag)|(?:the )?(?:candidate|outcome|result)|hij|zij|ze|he|she|they|het|it|we|wij|\S{1,12})?:? ?(?:is|zijn|was|werd|wordt|heeft|hebben|has|have|got|were|been)? ?(?:helaas |toch |niet |not |een |an |a |uitgenodigd voor een )*(?:afgewezen|verloren|gegund|gewonnen|geplaatst|ingetrokken|teruggetrokken|voorgedragen|geworden|gesprek|rejected|lost|awarded|won|withdrawn|put forward|interview)\b/

export function outcomeInWords(turn: Turn, text: string): boolean {
  const folded = fold(text)
  if (isQuestion(text) || (turn.state.place !== 'outcome' && !statement.test(folded))) return false
  const kinds: [RegExp, OutcomeKind][] = [
    [/niet (?:voorgedragen|aangeboden)|not put forward|not offered/, 'not-put-forward'],
    [/ingetrokken|teruggetrokken|withdrawn|withdrew/, 'withdrawn'],
    [/afgewezen|verloren|rejected|lost|niet geworden/, 'rejected'],
    [/gegund|gewonnen|geplaatst|awarded|won|geworden/, 'awarded'],
    [/gesprek|interview|uitgenodigd|invited/, 'interview'],
  ]
  const found = kinds.find(([pattern]) => pattern.test(folded))
  if (!found) return false
  const points = /(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:punten|punt|pt|points?)\b/.exec(folded)?.[1]
  recordOutcome(turn, found[1], points === undefined ? null : Number(points.replace(',', '.')))
  return true
}
