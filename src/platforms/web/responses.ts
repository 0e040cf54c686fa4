import type { ServerResponse } from 'node:http'
import type { Lang } from '../../chat/reply.ts'
import { MaatstafError } from '../../errors.ts'
import { textsFor } from '../../texts/texts.ts'

/** Nothing inline, nothing from elsewhere, nobody frames it: a page that shows foreign words runs none of them. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function secure(response: ServerResponse): void {
  response.setHeader('content-security-policy', policy)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('cache-control', 'no-store')
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

export function sendNothing(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`)
}

const statuses: Record<string, number> = {
  'too-large': 413,
  'long-message': 413,
  'not-from-page': 403,
  'not-here': 404,
  unavailable: 503,
}

/** The error as a status and a sentence for the person; what is not ours becomes "unavailable". */
export function sendError(response: ServerResponse, error: unknown, lang: Lang): void {
  const sentences: Record<string, string> = textsFor(lang).web.errors
  const code = error instanceof MaatstafError && Object.hasOwn(sentences, error.code) ? error.code : 'unavailable'
  if (response.headersSent) {
    response.end()
    return
  }
  // The rest of a body that was too large is not read: the connection ends with the answer.
  if (statuses[code] === 413) response.setHeader('connection', 'close')
  sendJson(response, statuses[code] ?? 400, { error: code, message: sentences[code] })
}
