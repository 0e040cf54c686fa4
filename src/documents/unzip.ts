import { unzipSync } from 'fflate'
import { MaatstafError } from '../errors.ts'

const MAX_BYTES = 64 * 1024 * 1024
const MAX_ENTRIES = 2_000

/**
 * The names in a zip file, read from its directory without opening anything. Refuses what no office file has: thousands of entries,
 * hundreds of megabytes, names that climb out of their folder.
 */
export function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = []
  let total = 0
  open(bytes, ({ name, originalSize }) => {
    names.push(name)
    total += originalSize
    if (names.length > MAX_ENTRIES || total > MAX_BYTES * 4)
      throw new MaatstafError('file-bomb', 'archive over its caps')
    if (name.split(/[\\/]/).includes('..')) throw new MaatstafError('file-damaged', 'archive with climbing names')
    return false
  })
  if (isEncrypted(bytes)) throw new MaatstafError('file-encrypted', 'encrypted archive')
  return names
}

/** The entries whose name `wanted` accepts, unpacked under a cap on their total size. Entries that lie about their size stop there. */
export function unzipSome(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let total = 0
  const files = open(bytes, ({ name, originalSize }) => {
    if (!wanted(name)) return false
    total += originalSize
    if (total > MAX_BYTES) throw new MaatstafError('file-bomb', 'archive over its byte cap')
    return true
  })
  return new Map(Object.entries(files))
}

type Filter = (file: { name: string; originalSize: number }) => boolean

function open(bytes: Uint8Array, filter: Filter): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (cause) {
    if (cause instanceof MaatstafError) throw cause
    throw new MaatstafError('file-damaged', 'archive cannot be opened', { cause })
  }
}

/** Bit 0 of the general purpose flags of the first local header. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[2] === 0x03 && ((bytes[6] ?? 0) & 1) === 1
}
