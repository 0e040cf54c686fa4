import type { Intent } from './commands.ts'
import { advance } from './flow.ts'
import { candidateNotice } from './notice.ts'
import { ownsCandidate } from './ownership.ts'
import { startReading } from './reading.ts'
import { audit, button, buttons, saveCandidate, say, type Turn } from './turn.ts'

/** Asked once a candidate, and only where a model is configured; no answer means that nothing leaves the machine. */
export function showConsent(turn: Turn): void {
  const { t, assessment, context, state } = turn
  if (!assessment || !context.modelHost) return
  const { cv } = assessment.proposal
  say(
    turn,
    { type: 'text', text: t.readByRules(cv.pages, cv.language, cv.references) },
    { type: 'text', text: t.mayModel(context.modelHost, turn.candidate?.code ?? state.intake.code ?? '') },
    buttons(
      button(turn.t.consentYes, 'consent', { model: 'yes' }, 'primary'),
      button(turn.t.consentNo, 'consent', { model: 'no' }),
      button(turn.t.consentText(turn.candidate?.code ?? ''), 'notice'),
    ),
  )
}

export function handleConsent(turn: Turn, intent: Intent): boolean {
  const { state, candidate, context } = turn
  // Handed over meanwhile: the question is not theirs any more.
  if (!ownsCandidate(turn)) {
    advance(turn, { overview: true })
    return true
  }
  if (intent.name === 'notice') {
    say(turn, { type: 'text', text: candidateNotice(context.lang, context.modelHost) })
    showConsent(turn)
    return true
  }
  const answer =
    intent.name === 'consent'
      ? intent.values['model']
      : intent.name === 'yes'
        ? 'yes'
        : intent.name === 'no' || intent.name === 'rules'
          ? 'no'
          : null
  state.consentAsked = true
  if (answer && candidate) {
    const model = answer === 'yes'
    saveCandidate(turn, {
      ...candidate,
      consent: {
        ...candidate.consent,
        model,
        informed: model || candidate.consent.informed,
        at: context.now.toInstant().toString(),
      },
    })
    audit(turn, 'consent', { model: model ? 1 : 0 })
    if (model) {
      startReading(turn, [], 'consent')
      return true
    }
  }
  advance(turn, { overview: true })
  return true
}
