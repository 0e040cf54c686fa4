import type { QueueName } from './port.ts'

/**
 * A job that was begun this often and took its process with it each time is not begun again. What people send (turns, and the reading
 * of their files) is suspect soon; what we made ourselves is small and hardly ever to blame, and would be missed by everybody.
 */
const deadlyTries: Record<QueueName, number> = { turns: 3, work: 3, posts: 12, digests: 12, purges: 12 }

/** A job this process has taken. `boss` proves the claim: another one's later claim on the same job has another count. */
export type Claim = {
  queue: QueueName
  id: string
  seq: number
  boss: { id: string; retryCount: number }
  owner: string
  /** null: its payload was erased meanwhile. */
  sealed: Uint8Array | null
  /** How often it was taken, this time included. */
  starts: number
  /** How often its handler threw. */
  failures: number
}

type Tries = Pick<Claim, 'queue' | 'starts' | 'failures'>

/** It was begun too often without ending or throwing. */
export function isDeadly(claim: Tries): boolean {
  return triesOf(claim) > deadlyTries[claim.queue]
}

/** Once more and it counts as deadly. */
export function isSuspect(claim: Tries): boolean {
  return triesOf(claim) === deadlyTries[claim.queue]
}

/** How often it was begun and neither ended nor threw, this time included. */
function triesOf({ starts, failures }: Tries): number {
  return starts - failures
}
