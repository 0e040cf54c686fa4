import { createHash } from 'node:crypto'

/** Namespace of our name-based UUIDs (RFC 9562, version 5), drawn once. */
const namespace = Buffer.from('6f0d1f0e5a7c4b0c9d1f2a7be3c4d510', 'hex')

/** The same UUID for the same key, everywhere: makes jobs and new ids the same when a turn is tried again. */
export function idFromKey(key: string): string {
  const bytes = createHash('sha1').update(namespace).update(key).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
