/**
 * Runs the parsers in a process of its own, started by parser-pool.ts: a file that makes a parser run wild harms nobody else. It has
 * no environment, no permission to write or to reach the network, and ends with its parent.
 */
import { MaatstafError } from '../errors.ts'
import { type ParsedKind, parseFile } from './parse-file.ts'
import type { Parsed } from './parsed.ts'

export type ParseRequest = { id: number; kind: ParsedKind; bytes: Uint8Array }
export type ParseReply =
  | { id: number; parsed: Parsed; rss: number }
  | { id: number; code: string; details: Readonly<Record<string, string | number>>; rss: number }
  /** Where the parent cannot look at this process' memory itself, this process tells. */
  | { rss: number }

process.on('disconnect', () => process.exit(0))
process.on('message', (request: ParseRequest) => {
  parseFile(request.kind, request.bytes).then(
    (parsed) => reply({ id: request.id, parsed, rss: process.memoryUsage.rss() }),
    (error: unknown) => reply({ id: request.id, ...faultOf(error), rss: process.memoryUsage.rss() }),
  )
})
if (process.platform !== 'linux') setInterval(() => reply({ rss: process.memoryUsage.rss() }), 100).unref()

function reply(message: ParseReply) {
  process.send?.(message)
}

/** A parser's own words may quote the file: only a code leaves this process. */
function faultOf(error: unknown): { code: string; details: Readonly<Record<string, string | number>> } {
  if (error instanceof MaatstafError) return { code: error.code, details: error.details }
  const name = error instanceof Error ? error.name : ''
  return { code: name === 'PasswordException' ? 'file-encrypted' : 'file-damaged', details: {} }
}
