import type { Assignment, Posting } from '../../assignments/assignment.ts'
import { diffPostings } from '../../assignments/diff-postings.ts'
import { MaatstafError } from '../../errors.ts'
import { isPosting, postingId } from '../../postings/posting-id.ts'
import type { Stores } from '../../storage/port.ts'
import { tellAffected } from '../interviews/tell-affected.ts'

export type Added = {
  assignment: Assignment
  status: 'added' | 'unchanged' | 'updated'
  changes: ReturnType<typeof diffPostings>
}

/** Adds and confirms at once; the same posting again changes nothing, a changed one is updated and says what changed. */
export async function addPosting(
  stores: Stores,
  posting: Posting,
  options: {
    fileName: string | null
    by: string | null
    now: Temporal.Instant
    example?: boolean
    /** False: it waits for confirmation in chat. */
    confirmed?: boolean
  },
): Promise<Added> {
  if (!isPosting(posting)) throw new MaatstafError('not-a-posting', 'no posting was recognised in this text')
  const id = postingId(posting, options.fileName)
  const known = await stores.assignments.get(id)
  const changes = known ? diffPostings(known, posting) : []
  if (known && (known.confirmed || options.confirmed === false) && known.text === posting.text)
    return { assignment: known, status: 'unchanged', changes }
  const assignment: Assignment = {
    ...posting,
    id,
    revision: (known?.revision ?? 0) + 1,
    state: known?.state ?? 'new',
    addedBy: known?.addedBy ?? options.by,
    owner: known?.owner ?? null,
    addedOn: known?.addedOn ?? options.now.toString(),
    supplements: known?.supplements ?? [],
    confirmed: options.confirmed ?? true,
    example: options.example ?? false,
  }
  await stores.assignments.save(assignment)
  await stores.audit.append({
    who: options.by ?? 'watched-folder',
    what: known ? 'assignment-updated' : 'assignment-added',
    about: { assignment: id, revision: assignment.revision },
    at: options.now.toString(),
  })
  if (known) await tellAffected(stores, assignment)
  return { assignment, status: known ? 'updated' : 'added', changes }
}
