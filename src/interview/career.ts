import type { Intent } from './commands.ts'
import { advance } from './flow.ts'
import { changedSince } from './rescored.ts'
import { audit, button, buttons, say, type Turn } from './turn.ts'

/** A new version that changes dates, roles or organisations: named, with what it tips, for the candidate to confirm. */
export function showCareer(turn: Turn): void {
  const { t, state, candidate, assessment, context } = turn
  const code = candidate?.code ?? ''
  const before = context.assessment
  const changed = before && before.id === assessment?.id ? changedSince(turn, before) : []
  say(
    turn,
    { type: 'text', text: t.careerChanged(code) },
    { type: 'list', items: state.changes.map((change) => t.careerChange(change.code, change.values)) },
    changed.length > 0 && { type: 'text', text: t.careerTips(changed) },
    { type: 'text', text: t.careerAsk(code) },
    buttons(
      button(t.careerYes(code), 'career', { confirmed: 'yes' }, 'primary'),
      button(t.careerNo, 'career', { confirmed: 'no' }),
    ),
  )
}

export function handleCareer(turn: Turn, intent: Intent): boolean {
  const confirmed =
    intent.name === 'career'
      ? intent.values['confirmed'] === 'yes'
      : intent.name === 'yes'
        ? true
        : intent.name === 'no'
          ? false
          : null
  if (confirmed === null) return false
  audit(turn, 'career-change', { confirmed: confirmed ? 1 : 0, changes: turn.state.changes.length })
  if (!confirmed) say(turn, { type: 'notice', tone: 'warning', text: turn.t.careerOpen(turn.candidate?.code ?? '') })
  turn.state.changes = []
  advance(turn)
  return true
}
