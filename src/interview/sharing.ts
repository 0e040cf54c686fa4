import { bold, card } from '../chat/card.ts'
import type { Assessment } from '../scoring/assessment.ts'
import { showAfter } from './afterwards.ts'
import { closing, titleOf } from './assignment-line.ts'
import { knockoutsMet } from './findings.ts'
import { showCard } from './score-card.ts'
import { audit, button, buttons, form, go, saveCandidate, say, type Turn } from './turn.ts'

export function askShare(turn: Turn): void {
  const { t } = turn
  say(
    turn,
    { type: 'text', text: t.shareHow },
    form(t.shareWithColleague, 'share-with', t.share, t.shareWithColleague, [
      { type: 'input', name: 'person', label: t.colleague },
    ]),
    form(t.handOverTo, 'hand-over', t.handOverTo, t.handOverTo, [
      { type: 'input', name: 'person', label: t.colleague },
    ]),
    buttons(turn.context.fromChannel !== false && button(t.shareChannel, 'share-channel'), button(t.back, 'back')),
  )
}

/** With a colleague by name: it is logged. */
export function shareWith(turn: Turn, text: string, handOver: boolean): boolean {
  const { assessment, candidate, context, t } = turn
  if (!assessment || !candidate) return false
  const person = context.findPerson?.(text.replace(/^@/, '').trim()) ?? null
  if (!person || person.id === context.person) {
    say(turn, { type: 'text', text: t.personUnknown })
    askShare(turn)
    turn.state.place = 'share'
    return true
  }
  turn.effects.push({ kind: 'share', candidate: candidate.id, with: person.id, handOver })
  audit(turn, handOver ? 'handed-over' : 'shared')
  say(turn, {
    type: 'text',
    text: handOver ? t.handedOver(candidate.code, person.name) : t.shared(candidate.code, person.name),
  })
  if (handOver) turn.ended = true
  else {
    go(turn, assessment.confirmedAt ? 'after' : 'card')
    if (assessment.confirmedAt) showAfter(turn)
    else showCard(turn)
  }
  return true
}

/** The colleague no longer finds the candidate, nor opens a report of theirs; what stands in their chat stays there. */
export function stopSharing(turn: Turn, text: string): boolean {
  const { candidate, context, t } = turn
  if (!candidate) return false
  const person = context.findPerson?.(text.replace(/^@/, '').trim()) ?? null
  if (!person || !candidate.sharedWith.includes(person.id)) {
    say(turn, { type: 'text', text: t.notShared(candidate.code) }, buttons(button(t.goOn, 'resume')))
    return true
  }
  saveCandidate(turn, { ...candidate, sharedWith: candidate.sharedWith.filter((id) => id !== person.id) })
  audit(turn, 'unshared', { with: person.id })
  say(
    turn,
    { type: 'text', text: t.unshared(candidate.code, person.name) },
    buttons(button(t.goOn, 'resume', {}, 'primary')),
  )
  return true
}

/** A channel hears that somebody is on it and how the knock-outs stand: no code, no quote, no points. */
export function shareInChannel(turn: Turn, assessment: Assessment): void {
  const { assignment, t, context } = turn
  if (!assignment) return
  if (context.fromChannel === false) {
    say(turn, { type: 'text', text: t.noChannel }, buttons(button(t.goOn, 'resume', {}, 'primary')))
    return
  }
  turn.effects.push({
    kind: 'post-to-channel',
    reply: {
      card: card(
        {
          type: 'text',
          text: [bold(titleOf(assignment, t.untitled)), ' ', closing(assignment, context.now, context.lang)],
        },
        { type: 'text', text: t.channelNews(knockoutsMet(assessment), assessment.confirmedAt !== null) },
      ),
    },
  })
  audit(turn, 'shared-in-channel')
  say(turn, { type: 'text', text: t.sharedInChannel }, buttons(button(t.goOn, 'resume', {}, 'primary')))
}
