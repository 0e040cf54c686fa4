import type { Card } from '../../chat/card.ts'
import type { OutgoingFile, PersonId } from '../../chat/message.ts'

/** One thing said. `order` rises with time; the same key again is the same entry. */
export type TranscriptEntry = { key: string; order: number; at: string } & (
  | { from: 'person'; person: PersonId; text: string; files: string[] }
  | { from: 'assistant'; card: Card; only?: PersonId; replaces?: string; file?: OutgoingFile }
)

/**
 * Keeps what was said, so that a reload or a restart shows the conversation again. It is personal data: sealed, and gone with the
 * conversation. An implementation may drop an entry that a later one replaced.
 */
export type Transcript = {
  append(conversation: string, entry: TranscriptEntry): Promise<void>
  load(conversation: string): Promise<TranscriptEntry[]>
}

/** An entry in its place: `slot` is the key of the first entry that stood there. */
export type PlacedEntry = TranscriptEntry & { slot: string }

/** What one person sees of a conversation, in order: repeats dropped, replaced cards in the place of the old, others' private replies left out. */
export function visibleTo(person: PersonId, entries: TranscriptEntry[]): PlacedEntry[] {
  const slots = new Map<string, string>()
  const shown = new Map<string, PlacedEntry>()
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    if (entry.from === 'assistant' && entry.only !== undefined && entry.only !== person) continue
    const replaced = entry.from === 'assistant' && entry.replaces !== undefined ? slots.get(entry.replaces) : undefined
    const slot = slots.get(entry.key) ?? replaced ?? entry.key
    slots.set(entry.key, slot)
    // The slot of a person's message is never taken over, whatever key is named.
    if (shown.get(slot)?.from === 'person') continue
    shown.set(slot, { ...entry, slot })
  }
  return [...shown.values()]
}
