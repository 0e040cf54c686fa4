import type { FileRef } from '../chat/message.ts'
import { textsFor } from '../texts/texts.ts'
import { handleAfter } from './afterwards.ts'
import { handleCareer } from './career.ts'
import { handleClear } from './clear.ts'
import { correctedCode } from './code.ts'
import { type Intent, isOtherCommand, isQuestion, readWords } from './commands.ts'
import { handleConsent } from './consent.ts'
import { handleCriterion } from './decide.ts'
import { handleDoubted } from './doubted-answer.ts'
import { isDoubted } from './doubted-file.ts'
import { aside, general } from './everywhere.ts'
import { handleFailed } from './failed.ts'
import { advance } from './flow.ts'
import { handleHandIn } from './hand-in.ts'
import { handleIntake, proceed, startIntake, takeFiles, takeForm } from './intake-steps.ts'
import type { InterviewInput, StepContext, StepResult } from './interview.ts'
import { help, showPlace, standHere, whereAmI } from './moves.ts'
import { pressedBy } from './offered.ts'
import { aboutOwn } from './own.ts'
import { ownRequestIn, stepAsked } from './own-words.ts'
import { cancelReading, stopReading, takeOutcome } from './reading.ts'
import { rescored } from './rescored.ts'
import { handleCard } from './score-card.ts'
import { freshState, type InterviewState, isIdle, isStale, type Place } from './state.ts'
import { begin, button, buttons, finish, prefix, saveCandidate, say, type Turn } from './turn.ts'

const intakePlaces: Place[] = ['assignment', 'candidate', 'same-candidate', 'documents', 'roles']

/** The next step: see `step` in interview.ts. */
export function take(
  state: InterviewState | null,
  input: InterviewInput,
  context: StepContext,
): StepResult<InterviewState> {
  const unhandled: StepResult<InterviewState> = { state, replies: [], effects: [], handled: false }
  if (input.kind === 'work') return work(state, input, context)
  // "score card" begins like a request to score, but with a card to show it is not one.
  const asksCard = state?.assessment && input.kind === 'message' && /^\s*score[ -]?(?:card|kaart)\W*$/i.test(input.text)
  if (input.kind === 'message' && input.start && !asksCard)
    return start(state, context, (turn) => startIntake(turn, input.text, input.files))
  // The form that opens a scoring was made outside any conversation, so that it belongs to no step of this one.
  if (input.kind === 'action' && input.action.name === `${prefix}intake` && input.action.step === '')
    return start(state, context, (turn) => takeForm(turn, input.action.values, input.files, true))
  const request = ownRequest(input, isIdle(state))
  if (request) return aboutOwn(state, request, context)
  if (state === null) return opened(input, context) ?? unhandled
  const turn = begin(state, context)
  if (isGone(turn)) return gone(turn)
  if (input.kind === 'resume') {
    if (state.paused) return { state, replies: [], effects: [], handled: true }
    standHere(turn)
    return stillOffered(finish(turn), context, state.offered)
  }
  if (input.kind === 'action') {
    if (!input.action.name.startsWith(prefix)) return unhandled
    if (isStale(state, input.action)) return stale(turn)
    turn.state.paused = false
    return (
      run(turn, { name: input.action.name.slice(prefix.length), values: input.action.values }, input.files) ?? unhandled
    )
  }
  if (isOtherCommand(input.text) && input.files.length === 0) return unhandled
  const intent = said(input.text, state)
  if (state.paused) {
    if (intent.name !== 'resume' && input.files.length === 0) return unhandled
    turn.state.paused = false
  }
  return run(turn, intent, input.files) ?? unhandled
}

/** What is asked about one's own candidates can be asked at any place, and its buttons stay good. */
function ownRequest(input: InterviewInput, idle: boolean) {
  if (input.kind === 'action' && input.action.name === `${prefix}own`)
    return { kind: 'assessment' as const, id: input.action.values['assessment'] ?? '' }
  if (input.kind !== 'message' || input.files.length > 0) return null
  return ownRequestIn(input.text) ?? (idle ? stepAsked(input.text) : null)
}

/** What the words want: the button that they name, else a command, else themselves. At the intake nothing is judged yet. */
function said(text: string, state: InterviewState): Intent {
  const intent = pressedBy(text, state, state.place) ?? readWords(text, state.place)
  const judges =
    ['points', 'decide', 'open', 'set', 'quote'].includes(intent.name) || intent.values['reason'] !== undefined
  const early = intakePlaces.includes(state.place) && !state.assessment
  return early && judges ? { name: 'text', values: { text } } : intent
}

/** A form or a button that opens a scoring without a conversation before it. */
function opened(input: InterviewInput, context: StepContext): StepResult<InterviewState> | null {
  if (input.kind !== 'action') return null
  const { name, values } = input.action
  if (name === 'score')
    return start(null, context, (turn) => startIntake(turn, `toets ${values['assignment'] ?? ''}`, input.files))
  if (!name.startsWith(prefix)) return null
  const turn = begin(freshState(), context)
  turn.ended = true
  say(turn, { type: 'text', text: turn.t.overNow })
  return finish(turn)
}

/** A new scoring; the one before it in this conversation keeps what was decided. */
function start(
  before: InterviewState | null,
  context: StepContext,
  open: (turn: Turn) => void,
): StepResult<InterviewState> {
  const fresh = { ...freshState(), turn: (before?.turn ?? 0) + 1 }
  const turn = begin(fresh, { ...context, assignment: null, candidate: null, assessment: null, documents: {} })
  if (before?.work) cancelReading(turn, before.work.id)
  if (before?.assessment && context.assessment && !context.assessment.confirmedAt) {
    say(turn, { type: 'text', text: turn.t.earlierKept(context.candidate?.code ?? '') })
  }
  open(turn)
  return finish(turn)
}

function work(
  state: InterviewState | null,
  input: Extract<InterviewInput, { kind: 'work' }>,
  context: StepContext,
): StepResult<InterviewState> {
  // Stopped, or another reading took its place: its result is not wanted any more.
  if (!state || state.work?.id !== input.id) return { state, replies: [], effects: [], handled: true }
  const turn = begin(state, context)
  if (isGone(turn)) return gone(turn)
  turn.state.turn += 1
  const before = turn.assessment
  if (takeOutcome(turn, input.outcome) === 'refused') showPlace(turn)
  else if (turn.state.intake.files.length > 0) proceed(turn)
  else {
    if (before) rescored(turn, before)
    advance(turn, { overview: !before || before.proposal.engine !== turn.assessment?.proposal.engine })
  }
  return finish(turn)
}

/** One intent at one place; null when these words are not for this conversation. */
function run(turn: Turn, intent: Intent, files: FileRef[]): StepResult<InterviewState> | null {
  const { state } = turn
  if (state.place === 'reading') return whileReading(turn, intent, files)
  state.turn += 1
  if (isDoubted(state) && handleDoubted(turn, intent, files)) return finish(turn)
  const handled =
    intakePlaces.includes(state.place) && !state.assessment
      ? atIntake(turn, intent, files)
      : atWork(turn, intent, files)
  return handled ? finish(turn) : null
}

function whileReading(turn: Turn, intent: Intent, files: FileRef[]): StepResult<InterviewState> | null {
  const { state, t } = turn
  if (intent.name === 'stop' || intent.name === 'back') {
    state.turn += 1
    stopReading(turn)
    say(turn, { type: 'text', text: t.readingStopped })
    if (intent.name === 'stop') state.paused = true
    if (state.paused) say(turn, buttons(button(t.goOn, 'resume', {}, 'primary')))
    else showPlace(turn)
    return finish(turn)
  }
  if (intent.name === 'text' && files.length === 0 && isQuestion(intent.values['text'] ?? '')) return null
  const code = files.length === 0 ? correctedCode(intent.values['text'] ?? '') : null
  // Only a candidate that was made for this reading; another may be in use elsewhere under its code.
  if (code && turn.candidate && turn.candidate.files.length === 0) {
    state.intake.code = code.code
    saveCandidate(turn, { ...turn.candidate, code: code.code })
    say(turn, { type: 'text', text: t.codeNoted(code.code) }, buttons(button(t.stop, 'stop')))
    return finish(turn)
  }
  if (files.length > 0) takeFiles(turn, files)
  if (intent.name === 'help') help(turn)
  else
    say(
      turn,
      { type: 'text', text: files.length > 0 ? t.readingFileNext : t.stillReading },
      buttons(button(t.stop, 'stop')),
    )
  return finish(turn)
}

function atIntake(turn: Turn, intent: Intent, files: FileRef[]): boolean {
  switch (intent.name) {
    case 'stop':
    case 'help':
    case 'back':
    case 'resume':
    case 'overview':
      return general(turn, intent)
    default:
      return handleIntake(turn, intent, files)
  }
}

function atWork(turn: Turn, intent: Intent, files: FileRef[]): boolean {
  const { state } = turn
  if (files.length > 0) {
    takeFiles(turn, files)
    if (turn.assessment?.confirmedAt) {
      say(
        turn,
        { type: 'text', text: turn.t.frozenFile },
        buttons(button(turn.t.reopen, 'reopen', {}, 'primary'), button(turn.t.goOn, 'resume')),
      )
    } else proceed(turn)
    return true
  }
  if (state.place === 'roles') return atIntake(turn, intent, files)
  // Inside a question the words belong to that question first; the rest is the same everywhere.
  return atPlace(turn, intent) || general(turn, intent) || aside(turn, intent)
}

function atPlace(turn: Turn, intent: Intent): boolean {
  const { state } = turn
  if (intent.name === 'reopen' && turn.assessment?.confirmedAt && state.intake.files.length > 0) {
    handleAfter(turn, intent)
    proceed(turn)
    return true
  }
  switch (state.place) {
    case 'consent':
      return ['stop', 'help', 'back'].includes(intent.name) || isAside(intent) ? false : handleConsent(turn, intent)
    case 'career':
      return handleCareer(turn, intent)
    case 'clear':
      return handleClear(turn, intent)
    case 'criterion':
    case 'change':
    case 'quote':
    case 'reason':
      return handleCriterion(turn, intent)
    case 'failed':
      return handleFailed(turn, intent)
    case 'card':
      return handleCard(turn, intent)
    case 'hand-in':
      return handleHandIn(turn, intent)
    case 'after':
    case 'outcome':
    case 'received':
    case 'share':
    case 'delete':
      return handleAfter(turn, intent)
    default:
      return false
  }
}

function isAside(intent: Intent): boolean {
  return intent.name === 'text' && isQuestion(intent.values['text'] ?? '')
}

function isGone({ state, context }: Turn): boolean {
  return (
    (state.assignment !== null && context.assignment === null) ||
    (state.candidate !== null && context.candidate === null) ||
    (state.assessment !== null && context.assessment === null)
  )
}

/** The assignment or the candidate was removed meanwhile. */
function gone(turn: Turn): StepResult<InterviewState> {
  turn.ended = true
  if (turn.state.work) cancelReading(turn, turn.state.work.id)
  say(turn, { type: 'text', text: turn.t.gone })
  return finish(turn)
}

function stale(turn: Turn): StepResult<InterviewState> {
  const { offered } = turn.state
  const common = textsFor(turn.context.lang).common
  say(
    turn,
    { type: 'text', text: `${common.staleButton} ${turn.t.youAreAt(whereAmI(turn))}` },
    buttons(button(turn.t.goOn, 'resume', {}, 'primary')),
  )
  return stillOffered(finish(turn), turn.context, offered)
}

/** What was on screen before can still be typed. */
function stillOffered(
  result: StepResult<InterviewState>,
  context: StepContext,
  offered: InterviewState['offered'],
): StepResult<InterviewState> {
  return result.state && context.scope === 'direct' ? { ...result, state: { ...result.state, offered } } : result
}
