import { z } from 'zod'
import { refuseNewer } from '../../errors.ts'

/** What is kept of one conversation between turns, sealed. */
export type Conversation = z.infer<typeof schema>

const schema = z.object({
  version: z.literal(1),
  /** The feature that expects the next message, with its own versioned state. */
  running: z.object({ feature: z.enum(['interview', 'postings']), state: z.unknown() }).nullable(),
  /** A posting that waits for a word while a scoring keeps its place, with the state of that feature. */
  beside: z.unknown().default(null),
  /** A scoring that was stopped, to go on with later. */
  paused: z.unknown().nullable(),
  focus: z.object({ assignments: z.array(z.string()), field: z.string().nullable(), at: z.string() }).nullable(),
  /** The last questions and answers, for follow-ups. */
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), text: z.string() })),
  /** The last answers that can still be judged, oldest first; `history` begins afresh sooner. */
  answers: z
    .array(
      z.object({
        id: z.string(),
        question: z.string(),
        text: z.string(),
        assignment: z.string().nullable(),
        at: z.string(),
      }),
    )
    .default([]),
  /** Tag of a reply → key of the Outgoing it last was. */
  tags: z.record(z.string(), z.string()),
  /** The channel a scoring was started from. */
  origin: z.object({ address: z.string(), conversation: z.string() }).nullable(),
  /** The language this person writes here. */
  lang: z.enum(['nl', 'en']).nullable(),
})

export const freshConversation: Conversation = {
  version: 1,
  running: null,
  beside: null,
  paused: null,
  focus: null,
  history: [],
  answers: [],
  tags: {},
  origin: null,
  lang: null,
}

/**
 * The stored state; one of another shape starts afresh rather than failing the turn. Throws `stored-newer`: a process of that version
 * goes on with it.
 */
export function parseConversation(stored: unknown): { conversation: Conversation; lost: boolean } {
  if (stored === null) return { conversation: freshConversation, lost: false }
  refuseNewer('conversation', stored, freshConversation.version)
  // A field that a later version adds survives a turn of this one, for while both run.
  const parsed = schema.loose().safeParse(stored)
  return parsed.success ? { conversation: parsed.data, lost: false } : { conversation: freshConversation, lost: true }
}

/** A conversation goes so long after its last turn; what was decided in it stands with the candidate, and is gone on with from there. */
const keptDays = 90

/** When a conversation goes that had its last turn at this instant. */
export const conversationGoes = (last: Temporal.Instant): string => last.add({ hours: keptDays * 24 }).toString()

const remembered = 6

export function remember(conversation: Conversation, role: 'user' | 'assistant', text: string): Conversation {
  return { ...conversation, history: [...conversation.history, { role, text: text.slice(0, 500) }].slice(-remembered) }
}
