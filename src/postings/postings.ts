import type { Assignment, Posting } from '../assignments/assignment.ts'
import { card } from '../chat/card.ts'
import type { Action, FileRef, PersonId } from '../chat/message.ts'
import type { Lang, Reply } from '../chat/reply.ts'
import { refuseNewer } from '../errors.ts'
import { textsFor } from '../texts/texts.ts'
import { addPosting, cardTag, confirm, confirmStored, correct, offer } from './adding.ts'
import { listReply } from './list.ts'
import { looksLikePosting } from './looks-like-posting.ts'
import { ask, askRemoval, correctStored, removeIt, setState, showQuestions, takeAnswers } from './managing.ts'
import { type PostingCommand, postingCommandIn } from './posting-command.ts'
import { resolve, say } from './replies.ts'

/** What the conversation waits for. Versioned: an earlier version is not understood, and the person starts again. */
export type PostingsState = {
  version: 1
  /** Every card that can act carries it; it changes with each. */
  step: string
  by: PersonId
} & (
  | { waits: 'posting' }
  | { waits: 'answers'; assignment: string }
  /** A pasted text, offered for adding. */
  | { waits: 'offer'; text: string }
  /** `of`: the open assignment that this is a new version of. */
  | { waits: 'confirmation'; pending: Assignment; of: string | null }
)

export type PostingsInput =
  | { kind: 'message'; text: string; files: FileRef[] }
  | { kind: 'action'; action: Action; files: FileRef[] }

export type PostingsEffect =
  | { kind: 'assignment'; assignment: Assignment }
  | { kind: 'remove'; id: string }
  /** Never text: codes and ids. */
  | { kind: 'audit'; event: string; about: Record<string, string | number> }

export type PostingsContext = {
  now: Temporal.ZonedDateTime
  lang: Lang
  person: PersonId
  isAdmin: boolean
  /** Guests ask; they change nothing. */
  guest: boolean
  scope: 'direct' | 'channel'
  /** Confirmed and not closed, soonest closing first. */
  open: Assignment[]
  /** Everything known, waiting and closed ones too. */
  all: Assignment[]
  get(id: string): Assignment | null
  /** By number, words, client, place, nickname; best first. */
  find(text: string): Assignment[]
  /** The assignment this conversation was last about, for "die" and "'m". */
  focus: Assignment | null
  /** Reads a text or a file into facts (id empty); throws a MaatstafError that texts.errors has a sentence for. */
  read(source: { text: string } | { file: FileRef }): Promise<Posting>
  /** The visible text of a file; throws like `read`. */
  textOf(file: FileRef): Promise<string>
  /** assignments/diff-postings.ts */
  diff(before: Posting, after: Posting): { field: string; before: unknown; after: unknown }[]
  /** What to call a colleague; null when unknown. */
  nameOf(person: PersonId): string | null
  /** The same when a turn is tried again. */
  newId(name: string): string
}

export type PostingsResult = {
  /** null: the conversation waits for nothing. */
  state: PostingsState | null
  replies: Reply[]
  effects: PostingsEffect[]
  /** False: this is none of ours; the state stays as it was. */
  handled: boolean
}

export const postingActions = /^posting-/

/** True when a text without a running conversation is for this feature: a command about the catalogue, or a pasted posting. */
export function isForPostings(text: string): boolean {
  return postingCommandIn(text) !== null || looksLikePosting(text)
}

/** The stored state, null when it is of an earlier version. Throws `stored-newer`: a process of that version goes on with it. */
export function parsePostingsState(stored: unknown): PostingsState | null {
  refuseNewer('posting in hand', stored, 1)
  return typeof stored === 'object' && stored !== null && 'version' in stored && stored.version === 1
    ? (stored as PostingsState)
    : null
}

/**
 * One step: a command, an awaited text or file, or a pressed button. Nothing is stored here; the effects say what to.
 */
export async function step(
  state: PostingsState | null,
  input: PostingsInput,
  context: PostingsContext,
): Promise<PostingsResult> {
  if (input.kind === 'action') return act(state, input.action, context)
  const { text, files } = input
  const command = postingCommandIn(text)
  if (command) return run(state, command, files, context)
  const mine = state?.by === context.person ? state : null
  if (mine && isStop(text)) return leave(mine, context)
  if (mine?.waits === 'posting' && (files.length > 0 || text.split('\n').length > 3))
    return addPosting(text, files, context)
  if (mine?.waits === 'answers' && (files.length > 0 || text.trim().length > 40)) {
    const assignment = context.get(mine.assignment)
    return assignment ? takeAnswers(assignment, text, files, context) : none(state)
  }
  if (mine?.waits === 'confirmation') {
    if (
      /^(?:ja|klopt|akkoord|prima|ok(?:é|e|ay)?|bevestig(?:en)?|yes|right|confirm|correct)\b[\s.!]*$/i.test(text.trim())
    )
      return confirm(mine, context)
    const corrected = correct(mine, text, context, false)
    if (corrected) return corrected
  }
  if (mine?.waits === 'offer' && /^(?:ja|graag|yes|please|voeg toe)\b[\s.!]*$/i.test(text.trim()))
    return addPosting(mine.text, [], context)
  const role = files.find((file) => file.role === 'posting')
  if (role) return addPosting('', [role], context)
  if (files.length === 0 && !context.guest && looksLikePosting(text)) return offer(text, context)
  return none(state)
}

async function run(
  state: PostingsState | null,
  command: PostingCommand,
  files: FileRef[],
  context: PostingsContext,
): Promise<PostingsResult> {
  const { postings: texts } = textsFor(context.lang)
  if (command.name === 'list') return { state, replies: [listReply(context)], effects: [], handled: true }
  const found = command.name === 'add' ? null : resolve(command.which, context)
  // Words that name no assignment are no command: "vragen over sroi" is a question.
  const certain = command.name === 'add' || command.name === 'answers' || command.name === 'remove'
  if (!certain && found?.kind === 'none') return none(state)
  if (command.name === 'remove' && found?.kind === 'none' && !/\d/.test(command.which)) return none(state)
  if (context.guest && command.name !== 'who' && command.name !== 'questions') return say(state, texts.guest)
  if (command.name === 'add') return addPosting(command.text, files, context)
  if (found?.kind === 'several' || found?.kind === 'unnamed') return ask(state, command, found.choices, context)
  if (found?.kind !== 'one') return say(state, texts.unknown(command.which))
  return onAssignment(state, command, found.assignment, files, context)
}

async function onAssignment(
  state: PostingsState | null,
  command: Exclude<PostingCommand, { name: 'add' | 'list' }>,
  assignment: Assignment,
  files: FileRef[],
  context: PostingsContext,
): Promise<PostingsResult> {
  switch (command.name) {
    case 'answers':
      return takeAnswers(assignment, command.text, files, context)
    case 'questions':
      return showQuestions(state, assignment, context)
    case 'state':
      return setState(state, assignment, command.state, context)
    case 'remove':
      return askRemoval(state, assignment, context)
    case 'confirm':
      return confirmStored(state, assignment, context)
    case 'correct':
      return correctStored(state, assignment, command.text, context)
    case 'who': {
      const texts = textsFor(context.lang)
      const { postings } = texts
      const owner =
        assignment.owner === null
          ? null
          : assignment.owner === context.person
            ? postings.you
            : (context.nameOf(assignment.owner) ?? postings.somebody)
      return say(state, postings.who(assignment.posting.title ?? assignment.id, postings.held(assignment.state, owner)))
    }
  }
}

async function act(state: PostingsState | null, action: Action, context: PostingsContext): Promise<PostingsResult> {
  if (!postingActions.test(action.name)) return none(state)
  const texts = textsFor(context.lang)
  if (context.guest) return say(state, texts.postings.guest)
  const named = action.values['id'] === undefined ? null : context.get(action.values['id'])
  switch (action.name) {
    case 'posting-list':
      return { state, replies: [listReply(context)], effects: [], handled: true }
    case 'posting-state': {
      const wanted = postingCommandState(action.values['state'])
      return named && wanted ? setState(state, named, wanted, context) : stale(state, context)
    }
    case 'posting-questions':
      return named ? showQuestions(state, named, context) : stale(state, context)
    case 'posting-remove':
      return named ? askRemoval(state, named, context) : stale(state, context)
    case 'posting-remove-yes':
      return named ? removeIt(state, named, context) : stale(state, context)
    case 'posting-remove-no':
      return say(state, texts.postings.kept)
    case 'posting-answers':
      return named ? takeAnswers(named, '', [], context) : stale(state, context)
    case 'posting-confirm-stored':
      return named ? confirmStored(state, named, context) : stale(state, context)
    case 'posting-correct-stored':
      return named ? correctStored(state, named, action.values['text'] ?? '', context) : stale(state, context)
    case 'posting-who':
      return named ? onAssignment(state, { name: 'who', which: named.id }, named, [], context) : stale(state, context)
  }
  // The rest belongs to one card of one conversation.
  if (!state || state.step !== action.step) return stale(state, context)
  if (state.by !== context.person && !context.isAdmin) return say(state, texts.postings.notAdder, 'private')
  if (action.name === 'posting-add' && state.waits === 'offer') return addPosting(state.text, [], context)
  if (action.name === 'posting-cancel') return leave(state, context)
  if (state.waits !== 'confirmation') return stale(state, context)
  if (action.name === 'posting-confirm') return confirm(state, context)
  if (action.name === 'posting-correct')
    return correct(state, action.values['correction'] ?? '', context, true) ?? stale(state, context)
  return stale(state, context)
}

function leave(state: PostingsState, context: PostingsContext): PostingsResult {
  const { postings: texts } = textsFor(context.lang)
  if (state.waits === 'offer') return say(null, texts.declined, 'private')
  const update = state.waits === 'answers' || (state.waits === 'confirmation' && state.of !== null)
  const dropped =
    state.waits === 'confirmation' && state.of === null && context.get(state.pending.id)?.confirmed === false
      ? [{ kind: 'remove' as const, id: state.pending.id }]
      : []
  const said = say(null, update ? texts.cancelledUpdate : texts.cancelled)
  // The card with the buttons gives way to the word that it is over.
  const replies =
    state.waits === 'confirmation' ? said.replies.map((reply) => ({ ...reply, replaces: cardTag })) : said.replies
  return { ...said, replies, effects: dropped }
}

function stale(state: PostingsState | null, context: PostingsContext): PostingsResult {
  return {
    state,
    replies: [{ card: card({ type: 'text', text: textsFor(context.lang).common.staleButton }), where: 'private' }],
    effects: [],
    handled: true,
  }
}

function none(state: PostingsState | null): PostingsResult {
  return { state, replies: [], effects: [], handled: false }
}

function isStop(text: string): boolean {
  return /^(?:stop|annuleer|annuleren|laat maar|nee|cancel|never mind|no)\b[\s.!]*$/i.test(text.trim())
}

function postingCommandState(value: string | undefined): Assignment['state'] | null {
  const states: Assignment['state'][] = ['new', 'ours', 'not-for-us', 'handed-in', 'withdrawn', 'awarded', 'rejected']
  return states.find((state) => state === value) ?? null
}
