import type { Outgoing } from '../../chat/message.ts'
import type { Stores } from '../../storage/port.ts'

/**
 * Notes in the turn's own transaction what is going to be said about whom, so that erasing finds it in the chat. Comes before
 * everything else that the transaction writes: it throws `candidate-erased` when the candidate went while the turn was computed, and
 * holds off an erasing until the turn is committed.
 */
export async function noteSaid(
  stores: Stores,
  outgoings: Outgoing[],
  { conversation, person }: { conversation: string; person: string | null },
): Promise<void> {
  const notes = outgoings.flatMap(({ key, to, about = [] }) => about.map((candidate) => ({ candidate, key, to })))
  // In one order everywhere: two transactions then never wait for each other.
  for (const { candidate, key, to } of notes.toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1)))
    await stores.said.add(candidate, { key, to, conversation, person })
}

/** True when one of those it is about is no longer there: then nobody is to read it. */
export async function isAboutErased(stores: Pick<Stores, 'candidates'>, { about = [] }: Outgoing): Promise<boolean> {
  for (const candidate of about) if ((await stores.candidates.get(candidate)) === null) return true
  return false
}
