import type { Assignment } from '../../assignments/assignment.ts'
import type { Catalogue } from '../../assignments/catalogue.ts'
import type { Storage } from '../../storage/port.ts'

/** Confirmed assignments that can still be answered, soonest closing first. */
export function openAssignments(catalogue: Catalogue, now: Temporal.ZonedDateTime): Assignment[] {
  return [...catalogue.open(now)].filter(({ confirmed }) => confirmed)
}

/** Every confirmed assignment, open or closed. */
export function confirmedAssignments(catalogue: Catalogue): Assignment[] {
  return [...catalogue.all()].filter(({ confirmed }) => confirmed)
}

/** How many candidates are being scored per assignment: a number, never who. */
export async function scoringCounts(
  storage: Pick<Storage, 'assessments'>,
  assignments: Assignment[],
): Promise<Record<string, number>> {
  const counts = await Promise.all(
    assignments.map(
      async ({ id }) =>
        [id, (await storage.assessments.ofAssignment(id)).filter(({ outcome }) => outcome === null).length] as const,
    ),
  )
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
