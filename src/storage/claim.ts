import type { QueueName } from './port.ts'

/** A job that was begun this often and took its process with it each time is not begun again. */
export const deadlyTries = 3

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

/** How often it was begun and neither ended nor threw, this time included. */
export function triesOf({ starts, failures }: Pick<Claim, 'starts' | 'failures'>): number {
  return starts - failures
}

/** Once more and it counts as deadly. */
export function isSuspect(claim: Pick<Claim, 'starts' | 'failures'>): boolean {
  return triesOf(claim) === deadlyTries
}
