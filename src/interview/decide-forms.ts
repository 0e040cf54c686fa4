import type { Element } from '../chat/card.ts'
import type { Decision, Finding } from '../scoring/assessment.ts'
import { button, buttons, form, say, type Turn } from './turn.ts'

export function askReason(turn: Turn, finding: Finding): void {
  const { t, state } = turn
  const text =
    finding.section === 'knockout'
      ? t.whyDecision(state.pending?.decision ?? 'meets')
      : t.whyPoints(state.pending?.points ?? 0)
  say(
    turn,
    form(text, 'reason', t.record, t.giveReason, [
      { type: 'input', name: 'reason', label: t.reasonLabel, multiline: true },
    ]),
    buttons(button(t.back, 'back')),
  )
}

export function askQuote(turn: Turn): void {
  const { t } = turn
  say(
    turn,
    { type: 'text', text: t.pasteQuote },
    form(t.pointQuote, 'quote', t.look, t.pointQuote, [
      { type: 'input', name: 'quote', label: t.quoteLabel, multiline: true },
    ]),
    buttons(button(t.back, 'back')),
  )
}

export function askChange(turn: Turn, finding: Finding, reason = ''): void {
  const { t } = turn
  const why: Element = {
    type: 'input',
    name: 'reason',
    label: t.reasonLabel,
    multiline: true,
    ...(reason ? { value: reason } : {}),
  }
  if (finding.section === 'award') {
    const max = finding.points?.max ?? 0
    say(
      turn,
      { type: 'text', text: t.howManyPoints(max) },
      form(t.otherPoints, 'change', t.record, t.otherPoints, [
        { type: 'input', name: 'points', label: t.pointsLabel(max), value: String(finding.points?.value ?? 0) },
        why,
      ]),
      buttons(button(t.back, 'back')),
    )
    return
  }
  const decisions: Decision[] = ['meets', 'fails', 'unclear']
  say(
    turn,
    { type: 'text', text: t.whichDecision },
    form(t.change, 'change', t.record, t.change, [
      {
        type: 'choice',
        name: 'decision',
        label: t.decisionLabel,
        options: decisions.map((value) => ({ value, label: t.decisions[value] })),
      },
      why,
    ]),
    buttons(button(t.back, 'back')),
  )
}

/** No proposal to agree with: the points as buttons, and a form for any other number. */
export function askPoints(turn: Turn, finding: Finding, reason = ''): void {
  const { t } = turn
  const max = finding.points?.max ?? 0
  const steps = [...new Set([0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(max * share * 2) / 2))]
  say(
    turn,
    { type: 'text', text: t.givePointsNow(max) },
    buttons(
      ...steps.map((points) =>
        button(t.pointsButton(points), 'points', { points: String(points), ...(reason ? { reason } : {}) }),
      ),
    ),
    form(t.otherPoints, 'change', t.record, t.otherPoints, [
      { type: 'input', name: 'points', label: t.pointsLabel(max) },
      { type: 'input', name: 'reason', label: t.reasonLabel, multiline: true, ...(reason ? { value: reason } : {}) },
    ]),
    buttons(button(t.back, 'back')),
  )
}
