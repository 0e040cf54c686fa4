import { bold, type Text } from '../chat/card.ts'
import { compareAmong } from './compare.ts'
import { general } from './everywhere.ts'
import { exportFile } from './exports.ts'
import { isDecided } from './findings.ts'
import { advance } from './flow.ts'
import type { StepContext, StepResult } from './interview.ts'
import { assignmentOf, type Own, standOf } from './own-line.ts'
import type { OwnRequest } from './own-words.ts'
import { cancelReading } from './reading.ts'
import { chosen } from './request.ts'
import { freshState, type InterviewState } from './state.ts'
import { begin, button, buttons, finish, prefix, say, type Turn } from './turn.ts'

export type { Own }

/** More buttons than this are not read; the code can always be typed. */
const mostButtons = 12

/** Answers a request about one's own candidates, whatever else is going on; only opening one changes where the conversation is. */
export function aboutOwn(
  before: InterviewState | null,
  request: OwnRequest | { kind: 'assessment'; id: string },
  context: StepContext,
): StepResult<InterviewState> {
  const own = context.own ?? []
  switch (request.kind) {
    case 'list':
      return beside(before, context, (turn) => showOwn(turn, own))
    case 'assessment': {
      const one = own.find(({ assessment }) => assessment.id === request.id)
      return one ? goOnWith(before, one, context) : beside(before, context, (turn) => noneCalled(turn, '', own))
    }
    case 'step': {
      const [one] = own
      if (one && own.length === 1)
        return goOnWith(before, one, context, (turn) => void general(turn, { name: request.name, values: {} }))
      return beside(before, context, (turn) => {
        if (one) say(turn, { type: 'text', text: turn.t.ownWhich })
        showOwn(turn, own)
      })
    }
    case 'open': {
      const found = called(own, request.code, request.which, context)
      if (found.length === 1) return goOnWith(before, found[0]!, context)
      return beside(before, context, (turn) =>
        found.length === 0 ? noneCalled(turn, request.code, own) : showOwn(turn, found),
      )
    }
    case 'export': {
      const [one] = called(own, request.code, '', context)
      return beside(before, one ? about(one, context) : context, (turn) => {
        if (!one) noneCalled(turn, request.code, own)
        else exportFile(turn, { name: 'data', values: {} })
      })
    }
    case 'compare': {
      const { assignment, fitting } = chosen(null, request.which, context)
      const wanted = assignment ?? fitting.find(({ id }) => own.some((one) => one.assignment?.id === id)) ?? null
      return beside(before, context, (turn) => {
        const here = own.filter((one) => wanted !== null && one.assessment.assignment === wanted.id)
        if (!wanted) say(turn, { type: 'text', text: turn.t.unknownAssignment })
        else if (here.length === 0)
          say(turn, { type: 'text', text: turn.t.ownNoneFor(wanted.posting.number ?? wanted.id) })
        else
          compareAmong(turn, here, wanted, buttons(...here.slice(0, mostButtons).map((one) => goOn(turn, one, here))))
      })
    }
  }
}

/** Every scoring by the candidate's code, with its assignment and where it stands. */
function showOwn(turn: Turn, own: Own[]): void {
  const { t, context } = turn
  const unscored = (context.candidates ?? []).filter(
    ({ id }) => own === context.own && !own.some(({ assessment }) => assessment.candidate === id),
  )
  if (own.length + unscored.length === 0) {
    say(turn, { type: 'text', text: t.ownNone })
    return
  }
  const sorted = [...own].sort((a, b) => a.code.localeCompare(b.code))
  const lines: Text[] = sorted.map((one) => [
    bold(one.code),
    ` · ${assignmentOf(one, turn.t)} · ${standOf(one, turn.t)}`,
  ])
  say(
    turn,
    { type: 'heading', text: t.ownTitle },
    {
      type: 'list',
      items: [...lines, ...unscored.map(({ code }): Text => [bold(code), ` · ${t.ownNotScored}`])],
    },
    { type: 'text', text: t.ownHow },
    buttons(...sorted.slice(0, mostButtons).map((one) => goOn(turn, one, own))),
  )
}

function noneCalled(turn: Turn, code: string, own: Own[]): void {
  say(turn, { type: 'text', text: turn.t.ownUnknown(code) })
  if (own.length > 0) showOwn(turn, own)
}

/** Names the assignment too where the code alone does not tell which scoring is meant. */
function goOn({ t }: Turn, one: Own, among: Own[]) {
  const twice = among.filter(({ code }) => code === one.code).length > 1
  const label = t.ownGoOn(one.code, twice ? (one.assignment?.posting.number ?? one.assessment.assignment) : null)
  return button(label, 'own', { assessment: one.assessment.id })
}

function called(own: Own[], code: string, which: string, context: StepContext): Own[] {
  const same = own.filter((one) => one.code.toLowerCase() === code.toLowerCase())
  if (which.trim() === '' || same.length < 2) return same
  const { assignment, fitting } = chosen(null, which, context)
  const meant = new Set([assignment, ...fitting].map((one) => one?.id))
  return same.filter(({ assessment }) => meant.has(assessment.assignment))
}

function about({ assessment, assignment }: Own, context: StepContext): StepContext {
  const candidate = context.candidates?.find(({ id }) => id === assessment.candidate) ?? null
  const others = (context.own ?? []).filter(
    (one) => one.assessment.assignment === assessment.assignment && one.assessment.id !== assessment.id,
  )
  return { ...context, assignment, candidate, assessment, others, documents: {} }
}

/** `show`: what is wanted of it, when that is not its next step. */
function goOnWith(
  before: InterviewState | null,
  one: Own,
  context: StepContext,
  show: (turn: Turn) => void = advance,
): StepResult<InterviewState> {
  const { assessment } = one
  const decided = Object.keys(assessment.judgements).filter((key) => isDecided(assessment.judgements[key]))
  const fresh: InterviewState = {
    ...freshState(),
    turn: (before?.turn ?? 0) + 1,
    place: 'card',
    assignment: assessment.assignment,
    candidate: assessment.candidate,
    assessment: assessment.id,
    shown: decided,
    consentAsked: true,
  }
  const turn = begin(fresh, about(one, context))
  if (!turn.assignment || !turn.candidate) {
    return beside(before, context, (gone) => say(gone, { type: 'text', text: gone.t.gone }))
  }
  if (before?.work) cancelReading(turn, before.work.id)
  say(turn, { type: 'text', text: [bold(one.code), ` · ${assignmentOf(one, turn.t)} · ${standOf(one, turn.t)}`] })
  show(turn)
  return finish(turn)
}

/** Says something without moving the conversation that is going on, if any. */
function beside(
  before: InterviewState | null,
  context: StepContext,
  tell: (turn: Turn) => void,
): StepResult<InterviewState> {
  const turn = begin(before ?? freshState(), context)
  tell(turn)
  const offered = turn.replies.some(({ card }) => JSON.stringify(card).includes(`"${prefix}resume"`))
  if (before && !before.paused && !offered) say(turn, buttons(button(turn.t.goOn, 'resume')))
  return { ...finish(turn), state: before }
}
