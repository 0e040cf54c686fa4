import { transcriptOf } from '../assistant/retention/forget.ts'
import { conversationGoes } from '../assistant/turn/conversation.ts'
import type { Transcript, TranscriptEntry } from '../platforms/web/transcript.ts'
import type { Storage, Stores } from '../storage/port.ts'

/** A page shows this much of a conversation; older entries are in nobody's view and go. */
const keptEntries = 200

/** What was said in the web chat, sealed for its conversation. One writer at a time per conversation: entries are lost neither to another tab nor to another replica. */
export function createTranscript(storage: Pick<Storage, 'conversations' | 'transaction'>): Transcript {
  const lines = new Map<string, Promise<void>>()
  return {
    load: (conversation) => load(storage, conversation),
    append(conversation, entry) {
      const before = lines.get(conversation) ?? Promise.resolve()
      const next = before
        .catch(() => {})
        // In one transaction: what was erased in between must not be written back.
        .then(() =>
          storage.transaction(async (stores) => {
            await stores.conversations.hold(transcriptOf(conversation))
            const entries = await load(stores, conversation)
            const replaced = entry.from === 'assistant' ? entry.replaces : undefined
            const kept = entries.filter(
              (known) => known.key !== entry.key && !(replaced && isProgressOf(known, replaced)),
            )
            // What stood there before its process died stands there again, in its place: people went on from it meanwhile.
            const same = entries.find(({ key }) => key === entry.key)
            const placed = same ? { ...entry, order: same.order, at: same.at } : entry
            await stores.conversations.set(
              transcriptOf(conversation),
              [...kept, placed].slice(-keptEntries),
              { conversation },
              conversationGoes(Temporal.Instant.from(entry.at)),
            )
          }),
        )
      lines.set(conversation, next)
      return next.finally(() => {
        if (lines.get(conversation) === next) lines.delete(conversation)
      })
    },
  }
}

async function load(stores: Pick<Stores, 'conversations'>, conversation: string): Promise<TranscriptEntry[]> {
  const stored = await stores.conversations.get(transcriptOf(conversation))
  return Array.isArray(stored) ? (stored as TranscriptEntry[]) : []
}

/** An earlier replacement of the same entry: only the newest counts, the first holds the place. */
function isProgressOf(known: TranscriptEntry, replaced: string): boolean {
  return known.from === 'assistant' && known.replaces === replaced
}
