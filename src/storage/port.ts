import type { Assignment } from '../assignments/assignment.ts'
import type { Candidate } from '../candidates/record.ts'
import type { PersonId } from '../chat/message.ts'
import type { DigestSettings } from '../digest/settings.ts'
import type { Document } from '../documents/document.ts'
import type { Assessment } from '../scoring/assessment.ts'

/** Whose data key seals a record: erasing the owner drops its key. */
export type SealOwner = { candidate: string } | { conversation: string }

export type StoredFile = { bytes: Uint8Array; name: string; type: string }

/** Settings of a channel. Times are ISO instants. */
export type Channel = {
  id: string
  address: string
  platform: 'slack' | 'teams' | 'web' | 'cli'
  listening: 'always' | 'mentioned' | 'off'
  digest: 'on' | 'off'
  /** How it wants its digest, as far as that was set. */
  digestSettings?: Partial<DigestSettings>
  /** Who invited the assistant. */
  owner: PersonId | null
  noticePosted: boolean
  /** Set when the platform says that posting there is impossible. */
  blocked: string | null
  /** People of other organisations read along. */
  shared: boolean
}

export type Person = {
  id: PersonId
  language: 'nl' | 'en' | null
  personal: string | null
  personalConversation?: string | null
  /** A guest of the workspace when last heard: never shared a candidate with. */
  guest?: boolean
  /** What colleagues see this person called; the platform's, never a candidate's. */
  name?: string | null
}

export type AuditEntry = { who: string; what: string; about: Record<string, string | number>; at: string }

/** How many rows the log had, and the hash of the last. */
export type AuditAnchor = { seq: number; hash: string }

/**
 * `at`: the first row that is wrong. Damage: the row was `changed`; it is `missing`; the end was `cut` off; the `head` is gone or not
 * ours; a row was `added` behind it; an earlier copy was put in place (`set-back`), or rows were `rewritten` since an anchor.
 */
export type AuditVerdict =
  | { ok: true; rows: number }
  | { ok: false; at: number; damage: 'changed' | 'missing' | 'cut' | 'head' | 'added' | 'set-back' | 'rewritten' }

/** A post about a candidate: its key (`posts` tells what it became), where it went, and whose own conversation that is. */
export type SaidPost = { key: string; to: string; conversation: string; person: PersonId | null }

/** What somebody thought of an answer, with what is needed to ask it again; never who. */
export type Judged = {
  /** One for each answer and each person: who thinks again, changes it. */
  id: string
  verdict: 'right' | 'wrong'
  /** What was wrong, in the person's own words. */
  word: string | null
  question: string
  answer: string
  /** What was said before, oldest first. */
  history: { role: 'user' | 'assistant'; text: string }[]
  /** Id of the assignment that it was about. */
  assignment: string | null
  /** When the question was asked, with the offset: what an answer about time depends on. */
  now: string
  /** ISO instant of the judgement. */
  at: string
}

/** Queues: one at a time and in order per `key` for turns; paced per channel for posts; apart from turns for work. */
export type QueueName = 'turns' | 'posts' | 'work' | 'digests' | 'purges'

export type Job = {
  /** UUID; sending the same id again does nothing, also after completion (kept at least 25 hours). */
  id: string
  /** Conversation (turns), channel (posts). */
  key: string
  /** JSON; sealed for its owner before it reaches the database. */
  payload: unknown
  sealFor: SealOwner
  /** ISO instant by the assistant's clock. */
  startAfter?: string
}

export type RunningJob = {
  id: string
  key: string
  payload: unknown
  attempt: number
  last: boolean
  /** It was taken before, by an attempt that failed or a process that died or stopped. */
  begunBefore: boolean
  signal: AbortSignal
}

/** Everything that reads and writes; inside `transaction` all of it or nothing. */
export type Stores = {
  assignments: {
    get(id: string): Promise<Assignment | null>
    all(): Promise<Assignment[]>
    save(assignment: Assignment): Promise<void>
    remove(id: string): Promise<boolean>
  }
  candidates: {
    get(id: string): Promise<Candidate | null>
    /** The owner's and those shared with this person. */
    visibleTo(person: PersonId): Promise<Candidate[]>
    /** For the retention job only. */
    all(): Promise<Candidate[]>
    save(candidate: Candidate): Promise<void>
    /** True while the candidate is kept; nothing can be stored for it until the end of the transaction. */
    hold(id: string): Promise<boolean>
    /** Overwrites everything sealed for the candidate, assessments, files and documents too, and drops the data key. */
    forget(id: string): Promise<boolean>
  }
  assessments: {
    get(id: string): Promise<Assessment | null>
    ofAssignment(assignment: string): Promise<Assessment[]>
    ofCandidate(candidate: string): Promise<Assessment[]>
    save(assessment: Assessment): Promise<void>
  }
  /** Uploaded and exported files, sealed; `expiresAt` null = as long as its owner. */
  files: {
    put(id: string, file: StoredFile, owner: SealOwner, expiresAt: string | null): Promise<void>
    get(id: string): Promise<StoredFile | null>
    /** Seals it anew for the candidate, once that is known. */
    adopt(id: string, owner: SealOwner): Promise<void>
    remove(id: string): Promise<void>
  }
  /** What was read from a candidate's file, sealed for the candidate; `id` is that of the file. */
  documents: {
    get(id: string): Promise<Document | null>
    put(id: string, document: Document, owner: SealOwner): Promise<void>
  }
  /** What was said about a candidate and where, sealed for the candidate: erasing takes it out of the chat as well. */
  said: {
    /** Throws `candidate-erased` once the candidate was; within a transaction the candidate cannot be erased until its end. */
    add(candidate: string, post: SaidPost): Promise<void>
    of(candidate: string): Promise<SaidPost[]>
  }
  /** Judged answers; they expire. */
  feedback: {
    get(id: string): Promise<Judged | null>
    save(judged: Judged, sealFor: SealOwner): Promise<void>
    /** Oldest first. */
    all(): Promise<Judged[]>
  }
  /** Versioned state of a conversation, sealed; an unreadable one is set aside and reported as null. */
  conversations: {
    get(conversation: string): Promise<unknown | null>
    /** `expiresAt`: an ISO instant; without one it stays as long as its owner. */
    set(conversation: string, state: unknown, sealFor: SealOwner, expiresAt?: string): Promise<void>
    remove(conversation: string): Promise<void>
    /** For what is read, changed and written back outside the turns of its conversation: whoever holds it too, in any process, waits for the end of this transaction. */
    hold(conversation: string): Promise<void>
    /** Removes uploads and set-aside messages of this conversation, which may hold what its state no longer does. */
    sweep(conversation: string): Promise<void>
  }
  channels: {
    get(id: string): Promise<Channel | null>
    all(): Promise<Channel[]>
    set(channel: Channel): Promise<void>
    remove(id: string): Promise<void>
  }
  persons: {
    get(id: PersonId): Promise<Person | null>
    /** Everybody who ever talked to the assistant. */
    all(): Promise<Person[]>
    set(person: Person): Promise<void>
  }
  /** Small things of the installation: the demo offset, cached model answers, revoked links. */
  settings: {
    get(name: string): Promise<unknown | null>
    set(name: string, value: unknown, expiresAt?: string): Promise<void>
    remove(name: string): Promise<void>
  }
  audit: { append(entry: AuditEntry): Promise<void> }
  /** True the first time a turn's key is recorded; false: it was committed before. */
  turns: { commit(key: string): Promise<boolean>; committed(key: string): Promise<boolean> }
  /** Which platform message an Outgoing key became. */
  posts: {
    find(key: string): Promise<string | null>
    remember(key: string, platformId: string): Promise<void>
    /** Remembers the key as `trying` where it is unknown or `notThere`; tells what it was known as before. */
    begin(key: string, marks: { trying: string; notThere: string }): Promise<string | null>
  }
  /** False: a job of this id was sent before. */
  jobs: { send(queue: QueueName, job: Job): Promise<boolean> }
}

/** So many of a kind; `goesBy`: when the last of them goes by itself, null = no day of its own. */
export type Kept = { kind: string; count: number; goesBy: string | null }

export type SetAside = { id: string; queue: QueueName; at: string; code: string }

export type Storage = Stores & {
  engine: 'embedded' | 'server'
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>
  worker: {
    /** Starts taking jobs. A handler that throws is tried again (3 attempts, growing pauses); on the last attempt `onLast` runs, the payload is set aside and the job completes. */
    start(
      queue: QueueName,
      handler: (job: RunningJob) => Promise<void>,
      onLast: (job: RunningJob, error: unknown) => Promise<void>,
    ): Promise<void>
    /** Stops taking jobs and waits for those in hand. */
    stop(): Promise<void>
    depth(): Promise<Record<QueueName, { waiting: number; active: number; oldestSeconds: number }>>
    setAside(): Promise<SetAside[]>
  }
  /** Called when another process or a transaction here changed the catalogue; ids, or null for all. */
  onAssignmentsChanged(listener: (ids: string[] | null) => void): void
  /** `anchors`: heads that were written down outside the database. */
  verifyAudit(anchors?: AuditAnchor[]): Promise<AuditVerdict>
  /** The present head, to be written down elsewhere; null while nothing was logged. */
  auditHead(): Promise<AuditAnchor | null>
  exportAudit(): AsyncIterable<AuditEntry & { seq: number; hash: string }>
  /** Removes what has expired by our clock; returns counts per kind. */
  purge(now: Temporal.Instant): Promise<Record<string, number>>
  /** What is stored beside candidates and assignments, for the report on retention. */
  kept(): Promise<Kept[]>
  /** Seals every data key under the newest master key. */
  rewrap(): Promise<number>
  health(): Promise<{ ok: boolean; detail: string | null }>
  close(): Promise<void>
}
