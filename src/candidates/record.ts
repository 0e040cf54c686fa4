import type { PersonId } from '../chat/message.ts'
import type { DocumentKind } from '../documents/document.ts'
import type { Career } from './candidate.ts'

/** A candidate as stored, sealed: a code or initials, never a name that is needed. */
export type CandidateFile = {
  kind: DocumentKind
  /** Sealed bytes in storage. */
  file: string
  name: string
  hash: string
  /** 1 for the first of its kind. */
  version: number
  at: string
}

export type Candidate = {
  id: string
  code: string
  owner: PersonId
  /** People the owner shared with by name; each share is in the audit log. */
  sharedWith: PersonId[]
  files: CandidateFile[]
  /** Engagements and education that the consultant confirmed, for the next assignment. */
  confirmed: Career | null
  /** What the candidate was told and agreed to. */
  consent: {
    model: boolean | null
    informed: boolean | null
    keepForAYear: boolean
    at: string | null
    /** That "wie past hierop?" looks through the documents: whether the candidate was told, who recorded it and when. Absent: never. */
    matching?: { told: boolean; by: PersonId; at: string }
  }
  offeredOn: string[]
  createdAt: string
}
