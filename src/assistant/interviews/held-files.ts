import type { FileRef } from '../../chat/message.ts'
import { MaatstafError } from '../../errors.ts'
import type { Stores } from '../../storage/port.ts'

/**
 * Files that came in beside the chat lie in our own storage, whatever platform the conversation is on. No platform makes references
 * that begin like this, so that nobody can point at another's file.
 */
const prefix = 'held:'

export const heldRef = (id: string): string => prefix + id

/** The bytes of such a file, null for a reference of a platform. Throws `file-gone` when it was removed meanwhile. */
export async function fetchHeld(files: Pick<Stores['files'], 'get'>, { ref }: FileRef): Promise<Uint8Array | null> {
  if (!ref.startsWith(prefix)) return null
  const stored = await files.get(ref.slice(prefix.length))
  if (!stored) throw new MaatstafError('file-gone', 'an upload that is no longer kept')
  return stored.bytes
}

/** The id in our storage of a file that came with a message, null where the platform keeps it. */
export function storedId(platform: string, { ref }: FileRef): string | null {
  if (ref.startsWith(prefix)) return ref.slice(prefix.length)
  return platform === 'web' ? ref : null
}
