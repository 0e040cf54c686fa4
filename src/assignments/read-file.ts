import { decodeText } from '../documents/decode-text.ts'
import { fileKind } from '../documents/file-kind.ts'
import { readDocument } from '../documents/read-document.ts'
import { MaatstafError } from '../errors.ts'
import type { Posting } from './assignment.ts'
import { postingText } from './posting-text.ts'
import { readPosting } from './read-posting.ts'

/** A posting is text of some pages; more than this is something else. */
const mostBytes = 10 * 1024 * 1024

/**
 * Reads a posting from a file of any kind that consultants send: plain text, Markdown, a saved page, a forwarded mail, PDF, Word.
 * Offsets of its facts point into `text` of the result. Throws the `file-…` codes of read-document.ts.
 */
export async function readPostingFile(
  bytes: Uint8Array,
  name: string,
  options: { id: string; asOf?: string },
): Promise<Posting> {
  if (bytes.byteLength === 0) throw new MaatstafError('file-empty', 'an empty file')
  if (bytes.byteLength > mostBytes)
    throw new MaatstafError('file-too-large', 'over 10 MB', {
      details: { mb: Math.ceil(bytes.byteLength / 1024 / 1024) },
    })
  const text = await textOf(bytes, name)
  if (text.trim() === '') throw new MaatstafError('file-empty', 'a file of blanks')
  return readPosting(text, options)
}

/** Text formats keep their own characters, so that a quote is found in the file as it was sent; others have the text of their document. */
async function textOf(bytes: Uint8Array, name: string): Promise<string> {
  const kind = fileKind(bytes)
  if (kind === 'text') return postingText({ format: 'txt', content: decodeText(bytes) })
  if (kind === 'html' || kind === 'eml') return postingText({ format: kind, content: bytes })
  return (await readDocument(bytes, name)).text
}
