import type { Assignment } from '../assignments/assignment.ts'
import type { Career } from '../candidates/candidate.ts'
import type { Candidate } from '../candidates/record.ts'
import type { Action, FileRef, PersonId } from '../chat/message.ts'
import type { Lang, Reply } from '../chat/reply.ts'
import type { Document, DocumentKind } from '../documents/document.ts'
import type { Assessment, Proposal } from '../scoring/assessment.ts'
import { take } from './conversation.ts'
import type { Own } from './own.ts'
import { ownRequestIn, stepAsked } from './own-words.ts'
import { onlyOwn } from './ownership.ts'
import { type InterviewState, isIdle } from './state.ts'

export { aboutState, type InterviewState, isStale, parseState } from './state.ts'

/**
 * The guided conversation as a pure function: step(state, input, context) gives the next state, what to say and what to do.
 * The assistant loads the context, performs the effects and commits both with the replies in one transaction.
 */
export type InterviewInput =
  /** A command or a free text, with any files. `start` is true when it opens a new scoring ("toets …"). */
  | { kind: 'message'; text: string; files: FileRef[]; start: boolean }
  | { kind: 'action'; action: Action; files: FileRef[] }
  /** The reading that was started by a `work` effect ended. */
  | { kind: 'work'; id: string; outcome: WorkOutcome }
  /** The process restarted, or a question in between was answered: say again where we are. */
  | { kind: 'resume' }

export type WorkOutcome =
  | {
      kind: 'scored'
      documents: Partial<Record<DocumentKind, Document>>
      career: Career
      proposal: Proposal
      files: { kind: DocumentKind; file: string; name: string; hash: string }[]
    }
  /** `code` is a MaatstafError code of documents/ or scoring/; `details` its values. */
  | { kind: 'refused'; code: string; details: Record<string, string | number>; file: string | null }

/** Reading and scoring run apart from the turn, so that a message meanwhile is answered and the work can be stopped. */
export type Work = {
  id: string
  assignment: string
  candidate: string
  /** New files by kind; kinds not named keep the candidate's stored version. */
  files: { kind: DocumentKind; ref: FileRef }[]
  engine: 'rules' | 'model'
  /** Tag of the progress reply that is replaced as the work goes on. */
  progressTag: string
  /** The step that the [Stop] button of the progress card carries; hand it to `readingCard` (reading.ts). */
  step?: string
  /** The offered hourly rate, for awards on price. Euros, without VAT. */
  rateEur?: number | null
  /** The file that is plainly no CV and is to be read as one all the same: the person said so. */
  meant?: string
}

export type Effect =
  | { kind: 'candidate'; candidate: Candidate }
  | { kind: 'assessment'; assessment: Assessment }
  | { kind: 'work'; work: Work }
  | { kind: 'cancel-work'; id: string }
  /** Made by the assistant with report-page.ts and report-docx.ts and delivered as a file or a link in a reply with this tag. */
  | {
      kind: 'export'
      what: 'report-page' | 'report-docx' | 'reading-guide' | 'candidate-edition' | 'data'
      assessment: string
      tag: string
      showName: boolean
    }
  | { kind: 'share'; candidate: string; with: PersonId; handOver: boolean }
  /** Without personal data; goes to the channel the scoring was started from. */
  | { kind: 'post-to-channel'; reply: Reply }
  | { kind: 'forget'; candidate: string }
  /** Never text: codes and ids. */
  | { kind: 'audit'; event: string; about: Record<string, string | number> }

export type StepContext = {
  now: Temporal.ZonedDateTime
  lang: Lang
  person: PersonId
  /** May erase what others made. */
  admin?: boolean
  scope: 'direct' | 'channel'
  /** Open assignments, soonest closing first. */
  open: Assignment[]
  /** By number, words, client, place, nickname; best first. */
  find(text: string): Assignment[]
  /** The assignment, candidate, documents and assessment this conversation is about, as stored. */
  assignment: Assignment | null
  candidate: Candidate | null
  documents: Partial<Record<DocumentKind, Document>>
  assessment: Assessment | null
  /** This person's other assessments on the same assignment, with the code of each candidate. */
  others: { assessment: Assessment; code: string }[]
  /** Every scoring this person may see; loaded when `isAboutOwn` says that the input asks for it. */
  own?: Own[]
  /** Where the model's text would go, null when none is configured. */
  modelHost: string | null
  /** Candidates this person may see (own and shared), to recognise a code that is used again. */
  candidates?: Candidate[]
  /** The assignment the thread or the last answer was about, for a bare "toets". */
  focus?: Assignment | null
  /** False: this scoring was not started from a channel, so there is none to tell. */
  fromChannel?: boolean
  /** A colleague by mention, id or name as the platform knows them; null: unknown or not unique. */
  findPerson?(text: string): { id: PersonId; name: string } | null
  /** A new unique id, the same when a turn is retried. */
  newId(name: string): string
}

export type StepResult<State> = {
  /**
   * null: the conversation ended. With scope 'channel' the state belongs to this person's direct conversation, where the
   * replies marked 'personal' go; only a line without personal data stays in the channel.
   */
  state: State | null
  replies: Reply[]
  effects: Effect[]
  /** False: this text is none of ours (a question in between); the assistant answers it and then gives a `resume`. */
  handled: boolean
}

/** The next step of the conversation. Pure and synchronous: the same arguments give the same result. */
export function step(
  state: InterviewState | null,
  input: InterviewInput,
  context: StepContext,
): StepResult<InterviewState> {
  return onlyOwn(state, input, context, take(state, input, context))
}

/** True for words or a button about one's own candidates: they are answered at any place, also without a running conversation. */
export function isAboutOwn(input: InterviewInput, state: InterviewState | null): boolean {
  if (input.kind === 'action') return input.action.name === 'interview.own'
  if (input.kind !== 'message' || input.start) return false
  return (
    ownRequestIn(input.text) !== null || (isIdle(state) && input.files.length === 0 && stepAsked(input.text) !== null)
  )
}
