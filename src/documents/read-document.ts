import { MaatstafError } from '../errors.ts'
import { assemble } from './assemble.ts'
import { decodeText } from './decode-text.ts'
import type { Document } from './document.ts'
import { fileKind } from './file-kind.ts'
import type { Parsed } from './parsed.ts'
import { createParserPool, type ParserPool } from './parser-pool.ts'
import { plainLines } from './plain-lines.ts'

const MAX_MB = 10
/** A scan of several pages still yields a few stray characters; the shortest real CV has many times this. */
const FEWEST_LETTERS = 25

let pool: ParserPool | null = null
const listeners = new Set<(code: string) => void>()

/**
 * A file → its visible text with lines, pages and hidden text. The type is decided by content; `name` only tells Markdown from plain
 * text. Nothing is written to disk and nothing outside the file is opened.
 *
 * Throws MaatstafError: file-empty, file-too-large {mb, limit}, file-encrypted, file-damaged, file-scan (no text layer),
 * file-unsupported {format}, file-bomb (also: over 300 pages), file-timeout, file-memory.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Document> {
  try {
    return await read(bytes, name)
  } catch (error) {
    if (error instanceof MaatstafError) for (const listener of listeners) listener(error.code)
    throw error
  }
}

/** Tells of each file that could not be read, by code, until the returned function is called. */
export function onUnreadable(listener: (code: string) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

async function read(bytes: Uint8Array, name: string): Promise<Document> {
  if (bytes.length === 0) throw new MaatstafError('file-empty', 'empty file')
  if (bytes.length > MAX_MB * 1024 * 1024) {
    const mb = Math.ceil(bytes.length / 1024 / 1024)
    throw new MaatstafError('file-too-large', `file of ${mb} MB`, { details: { mb, limit: MAX_MB } })
  }
  const kind = fileKind(bytes)
  if (typeof kind === 'object')
    throw new MaatstafError('file-unsupported', 'file of another type', { details: { format: kind.unsupported } })
  if (kind === 'text')
    return filled(plainText(decodeText(bytes), /\.(?:md|markdown)$/i.test(name) ? 'md' : 'txt'), bytes)
  pool ??= createParserPool()
  return filled(await pool.parse(kind, bytes), bytes)
}

/** Pasted text as a Document. Empty text gives an empty Document. */
export function fromText(text: string): Document {
  return assemble(plainText(text, 'txt'), new TextEncoder().encode(text))
}

/** Ends the parser processes, which otherwise stay warm for two minutes (and never keep the program running). */
export function closeParsers(): void {
  pool?.close()
  pool = null
}

function plainText(text: string, format: 'txt' | 'md'): Parsed {
  return { format, pages: null, lines: plainLines(text.replace(/^\ufeff/, '')), hidden: [], pictures: false }
}

function filled(parsed: Parsed, bytes: Uint8Array): Document {
  const document = assemble(parsed, bytes)
  const letters = document.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (parsed.format === 'pdf' ? letters < FEWEST_LETTERS : letters === 0)
    throw new MaatstafError(
      parsed.format === 'pdf' || parsed.pictures ? 'file-scan' : 'file-empty',
      'file without text',
    )
  return document
}
