import type { Assignment } from '../assignments/assignment.ts'
import type { Candidate } from '../candidates/record.ts'
import type { PersonId } from '../chat/message.ts'
import type { Lang } from '../chat/reply.ts'
import type { Document, DocumentKind } from '../documents/document.ts'
import type { Assessment } from '../scoring/assessment.ts'

/** What a report is made of. `showName` false: names and contact details are covered. */
export type ReportInput = {
  assessment: Assessment
  assignment: Assignment
  candidate: Candidate
  documents: Partial<Record<DocumentKind, Document>>
  showName: boolean
  /** Who reads it, and what to call those who decided; nobody is named by an id. */
  reader?: PersonId
  names?: Record<PersonId, string>
  lang: Lang
  now: Temporal.ZonedDateTime
}
