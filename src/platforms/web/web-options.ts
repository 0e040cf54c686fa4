import type { FileRef, Incoming, Query, QueryAnswer } from '../../chat/message.ts'
import type { Lang } from '../../chat/reply.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import type { StoredFile } from '../../storage/port.ts'
import type { Transcript } from './transcript.ts'

/** What the web chat needs from the house. */
export type WebChatOptions = {
  /** Resolves when the message is durable. */
  accept(incoming: Incoming): Promise<'accepted' | 'duplicate'>
  query(query: Query): Promise<QueryAnswer>
  /** Keeps an upload, sealed for its conversation; the returned `ref` is what `readFile` takes. */
  storeFile(bytes: Uint8Array, name: string, type: string | null, conversation: string): Promise<FileRef>
  readFile(id: string): Promise<StoredFile | null>
  transcript: Transcript
  /** Lines above the conversation: that examples are loaded, that the clock is shifted. */
  banner(lang: Lang): string[]
  clock: Clock
  log: Log
}
