import type { Assignment } from '../assignments/assignment.ts'
import type { Candidate } from '../candidates/record.ts'
import { type Button, card, type Element, type Option } from '../chat/card.ts'
import type { Reply } from '../chat/reply.ts'
import type { Document, DocumentKind } from '../documents/document.ts'
import type { Assessment } from '../scoring/assessment.ts'
import { type Texts, textsFor } from '../texts/texts.ts'
import type { Effect, StepContext, StepResult } from './interview.ts'
import { offeredBy } from './offered.ts'
import { type InterviewState, type Place, stepOf } from './state.ts'

/** One step being worked out: what is known, and what will be said and done. Lives only inside `step`. */
export type Turn = {
  readonly context: StepContext
  readonly t: Texts['interview']
  state: InterviewState
  assignment: Assignment | null
  candidate: Candidate | null
  assessment: Assessment | null
  documents: Partial<Record<DocumentKind, Document>>
  replies: Reply[]
  effects: Effect[]
  ended: boolean
  /** Id of a reading that is over: what is said first takes the place of its progress, whose button would do nothing any more. */
  replacing: string | null
}

/** Names the card on which a reading shows its progress. */
export const progressTag = (work: string) => `progress-${work}`

/** Buttons are made without a step; `finish` stamps them with the step of the state that they belong to. */
export const prefix = 'interview.'

export function begin(state: InterviewState, context: StepContext): Turn {
  return {
    context,
    t: textsFor(context.lang).interview,
    state: structuredClone(state),
    assignment: context.assignment,
    candidate: context.candidate,
    assessment: context.assessment,
    documents: context.documents,
    replies: [],
    effects: [],
    ended: false,
    replacing: null,
  }
}

export function say(turn: Turn, ...elements: (Element | null | undefined | false)[]): void {
  turn.replies.push({ card: card(...elements) })
}

export function button(
  label: string,
  name: string,
  values: Record<string, string> = {},
  style?: 'primary' | 'danger',
): Button {
  return { kind: 'action', label, action: prefix + name, step: '', values, ...(style ? { style } : {}) }
}

export function buttons(...made: (Button | null | undefined | false)[]): Element | null {
  const kept = made.filter((one): one is Button => Boolean(one))
  return kept.length > 0 ? { type: 'buttons', buttons: kept } : null
}

/** One of some; the value arrives under `name` with the action. */
export function choice(name: string, label: string, action: string, options: Option[]): Element {
  return { type: 'choice', name, label, options, action: prefix + action, step: '' }
}

export function form(title: string, action: string, submit: string, buttonLabel: string, elements: Element[]): Element {
  return { type: 'form', title, action: prefix + action, step: '', submit, buttonLabel, elements }
}

export function audit(turn: Turn, event: string, about: Record<string, string | number> = {}): void {
  turn.effects.push({
    kind: 'audit',
    event,
    about: {
      ...(turn.state.assignment ? { assignment: turn.state.assignment } : {}),
      ...(turn.state.candidate ? { candidate: turn.state.candidate } : {}),
      ...(turn.state.assessment ? { assessment: turn.state.assessment } : {}),
      ...about,
    },
  })
}

/** Keeps one effect a kind: the last version of the record. */
export function saveAssessment(turn: Turn, assessment: Assessment): void {
  turn.assessment = assessment
  turn.effects = turn.effects.filter((effect) => effect.kind !== 'assessment')
  turn.effects.push({ kind: 'assessment', assessment })
}

export function saveCandidate(turn: Turn, candidate: Candidate): void {
  turn.candidate = candidate
  turn.effects = turn.effects.filter((effect) => effect.kind !== 'candidate')
  turn.effects.push({ kind: 'candidate', candidate })
}

const trailLength = 30

/** Goes to another place; *terug* comes back to this one. */
export function go(turn: Turn, place: Place, key: string | null = null): void {
  const { state } = turn
  if (state.place === place && state.key === key) return
  if (returnable.has(state.place)) {
    state.trail = [...state.trail, { place: state.place, key: state.key }].slice(-trailLength)
  }
  state.place = place
  state.key = key
  state.pending = null
}

/** Places that have a card of their own to come back to; the others are in between. */
const returnable = new Set<Place>([
  'assignment',
  'candidate',
  'documents',
  'clear',
  'criterion',
  'failed',
  'gaps',
  'card',
  'after',
  'rank',
  'prepare',
  'hand-in',
])

export function finish(turn: Turn, handled = true): StepResult<InterviewState> {
  const step = stepOf(turn.state)
  const replies = turn.replies.map((reply, index) => ({
    ...reply,
    ...(index === 0 && turn.replacing ? { replaces: progressTag(turn.replacing) } : {}),
    card: { ...reply.card, elements: reply.card.elements.map((element) => stamped(element, step)) },
  }))
  if (handled) turn.state.offered = offeredBy(replies, prefix)
  if (turn.context.scope === 'channel' && handled) return inChannel(turn, replies)
  return { state: turn.ended ? null : turn.state, replies, effects: turn.effects, handled }
}

/** A channel sees one line without anything about the candidate; the conversation goes on where only its owner reads. */
function inChannel(turn: Turn, replies: Reply[]): StepResult<InterviewState> {
  const here: Reply = { card: card({ type: 'text', text: turn.t.goesOnInDirect }), where: 'here' }
  return {
    state: turn.ended ? null : turn.state,
    replies: [here, ...replies.map((reply): Reply => ({ ...reply, where: 'personal' }))],
    effects: turn.effects,
    handled: true,
  }
}

export function stamped(element: Element, step: string): Element {
  switch (element.type) {
    case 'buttons':
      return {
        ...element,
        buttons: element.buttons.map((one) => (one.kind === 'action' && one.step === '' ? { ...one, step } : one)),
      }
    case 'choice':
      return element.action && !element.step ? { ...element, step } : element
    case 'form':
      return { ...element, step: element.step || step, elements: element.elements.map((inner) => stamped(inner, step)) }
    default:
      return element
  }
}
