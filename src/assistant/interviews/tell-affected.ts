import type { Assignment } from '../../assignments/assignment.ts'
import type { Candidate } from '../../candidates/record.ts'
import { card } from '../../chat/card.ts'
import type { Stores } from '../../storage/port.ts'
import { tellPersonally } from '../delivery/tell.ts'

/** An assignment changed under assessments that were made on its earlier criteria: their owners are told, once per revision. */
export async function tellAffected(stores: Stores, assignment: Assignment): Promise<void> {
  const made = await stores.assessments.ofAssignment(assignment.id)
  const affected = made.filter(({ outcome, proposal }) => outcome === null && proposal.revision !== assignment.revision)
  for (const [owner, assessments] of Map.groupBy(affected, (each) => each.owner)) {
    const candidates: Candidate[] = []
    for (const { candidate: id } of assessments) {
      const candidate = await stores.candidates.get(id)
      if (candidate) candidates.push(candidate)
    }
    if (candidates.length === 0) continue
    await tellPersonally(stores, owner, {
      key: `changed:${assignment.id}:${assignment.revision}:${owner}`,
      card: ({ assistant }) =>
        card({
          type: 'notice',
          tone: 'warning',
          text: assistant.assignmentChanged(
            assignment.id,
            candidates.map(({ code }) => code),
          ),
        }),
      about: candidates.map(({ id }) => id),
    })
  }
}
