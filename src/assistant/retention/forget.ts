import { aboutState, parseState } from '../../interview/interview.ts'
import type { Stores } from '../../storage/port.ts'
import { takeBackLater } from '../delivery/take-back.ts'
import { type Conversation, conversationGoes, freshConversation, parseConversation } from '../turn/conversation.ts'

/** Where a platform that keeps its own record of what was said stores it (the web chat). */
export const transcriptOf = (conversation: string) => `transcript:${conversation}`

/**
 * Erases everything of one candidate: documents, assessments, and what was said about them in the own chats of those who could see
 * them; what stands on a platform is taken back afterwards (delivery/take-back.ts). False when there is no such candidate. In one transaction.
 */
export async function forgetCandidate(stores: Stores, id: string): Promise<boolean> {
  const candidate = await stores.candidates.get(id)
  if (!candidate) return false
  // First: a turn about this candidate that is being committed ends before, or finds the candidate gone.
  if (!(await stores.candidates.hold(id))) return false
  const said = await stores.said.of(id)
  await stores.candidates.forget(id)
  const own = await Promise.all(
    [candidate.owner, ...candidate.sharedWith].map(
      async (person) => (await stores.persons.get(person))?.personalConversation,
    ),
  )
  for (const conversation of new Set([...own, ...said.map((post) => post.conversation)])) {
    if (!conversation) continue
    const kept = withoutCandidate(parseConversation(await stores.conversations.get(conversation)).conversation, id)
    if (kept.running) await stores.conversations.set(conversation, kept, { conversation })
    else await stores.conversations.remove(conversation)
    await cutTranscript(stores, conversation, Temporal.Instant.from(candidate.createdAt).subtract(intake))
    await stores.conversations.sweep(conversation)
  }
  await takeBackLater(stores, id, said)
  return true
}

/** A candidate is talked about before the record of them is made. */
const intake = { hours: 1 }

/** What was said before the candidate was first mentioned stays. */
async function cutTranscript(stores: Stores, conversation: string, from: Temporal.Instant): Promise<void> {
  await stores.conversations.hold(transcriptOf(conversation))
  const said = await stores.conversations.get(transcriptOf(conversation))
  if (!Array.isArray(said)) return
  const before = said.filter((entry: { at?: unknown }) => typeof entry.at === 'string' && entry.at < from.toString())
  const last = before.at(-1)
  if (last) {
    const goes = conversationGoes(Temporal.Instant.from(last.at))
    await stores.conversations.set(transcriptOf(conversation), before, { conversation }, goes)
  } else await stores.conversations.remove(transcriptOf(conversation))
}

/** What may stay of a conversation in which this candidate was talked about: a scoring of somebody else goes on. */
export function withoutCandidate({ lang, running }: Conversation, candidate: string): Conversation {
  const state = running?.feature === 'interview' ? parseState(running.state) : null
  const goesOn = state !== null && aboutState(state).candidate !== candidate
  return { ...freshConversation, lang, running: goesOn ? running : null }
}
