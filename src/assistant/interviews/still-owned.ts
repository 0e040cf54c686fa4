import type { Candidate } from '../../candidates/record.ts'
import { MaatstafError } from '../../errors.ts'
import type { Stores } from '../../storage/port.ts'
import type { Turn } from '../turn/turn.ts'

/** What a step may do was decided by what it loaded; who was handed the candidate since decides now, so the turn is worked out anew. */
export async function stillOwned(stores: Stores, id: string, { message }: Turn): Promise<Candidate | null> {
  const stored = await stores.candidates.get(id)
  if (stored && stored.owner !== message.person.id)
    throw new MaatstafError('owner-changed', 'the candidate was handed over meanwhile', { fault: 'system' })
  return stored
}
