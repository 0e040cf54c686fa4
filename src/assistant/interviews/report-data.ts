import type { PersonId } from '../../chat/message.ts'
import type { Document, DocumentKind } from '../../documents/document.ts'
import type { ReportInput } from '../../interview/report-input.ts'
import type { Storage } from '../../storage/port.ts'

/** What is stored; how it is told (names shown or covered, language) is chosen where it is made. */
export type ReportData = Required<Omit<ReportInput, 'showName' | 'lang' | 'now'>>

/** What a report is made of; null when it is gone or this person may not see it: the same answer for both. */
export async function loadReport(
  { storage }: { storage: Storage },
  id: string,
  person: PersonId,
): Promise<ReportData | null> {
  const assessment = await storage.assessments.get(id)
  const candidate = assessment ? await storage.candidates.get(assessment.candidate) : null
  const assignment = assessment ? await storage.assignments.get(assessment.assignment) : null
  if (!assessment || !candidate || !assignment) return null
  if (candidate.owner !== person && !candidate.sharedWith.includes(person)) return null
  const documents: Partial<Record<DocumentKind, Document>> = {}
  for (const { kind, file } of candidate.files) {
    const document = await storage.documents.get(file)
    if (document) documents[kind] = document
  }
  const names: Record<PersonId, string> = {}
  for (const one of new Set([assessment.confirmedBy, ...Object.values(assessment.judgements).map(({ by }) => by)])) {
    const name = one === null ? null : (await storage.persons.get(one))?.name
    if (one !== null && name) names[one] = name
  }
  return { assessment, assignment, candidate, documents, reader: person, names }
}
