import type { Candidate } from '../../candidates/record.ts'
import type { Assessment } from '../../scoring/assessment.ts'
import type { Storage } from '../../storage/port.ts'

export type Everything = {
  /** Without who owns the record and with whom it was shared: those are other people. */
  candidate: Omit<Candidate, 'owner' | 'sharedWith'>
  /** What stands in the newest of each kind. */
  documents: Record<string, string>
  /** The versions before them, which are kept as long. */
  earlier: { kind: string; version: number; text: string }[]
  assessments: Assessment[]
}

/** Everything kept of one person, and of nobody else; whether or not the assignments are still known. */
export async function everythingOf({ storage }: { storage: Storage }, candidate: Candidate): Promise<Everything> {
  const { owner: _owner, sharedWith: _sharedWith, ...person } = candidate
  const documents: Everything['documents'] = {}
  const earlier: Everything['earlier'] = []
  for (const { kind, version, file } of candidate.files.toSorted((a, b) => b.version - a.version)) {
    const document = await storage.documents.get(file)
    if (!document) continue
    if (documents[kind] === undefined) documents[kind] = document.text
    else earlier.push({ kind, version, text: document.text })
  }
  return { candidate: person, documents, earlier, assessments: await storage.assessments.ofCandidate(candidate.id) }
}
