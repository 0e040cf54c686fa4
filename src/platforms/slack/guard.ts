import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { parse as parseForm } from 'node:querystring'
import { isDeeperThan, readBody } from '../../chat/request-body.ts'

/** What becomes of a request before Bolt sees it. */
export type Verdict =
  /** Signed by Slack, fresh, and an object: `rawBody` goes on to Bolt. */
  | { pass: Buffer }
  /** Answered here: nothing is handled. */
  | { status: 200 | 400 | 401 | 413; reason: string }

/** Slack's payloads stay far below this; a modal's state is at most 250 KB. */
const largestBody = 1024 * 1024
/** Either way: Bolt itself accepts a signature from an hour ahead. */
const toleranceSeconds = 300
/** Slack's deepest payloads (rich text in messages in actions) stay below 30. */
const deepestBody = 100

/**
 * Stands before Bolt's receiver, which dies of a signed `null`, waits three seconds over a signed `[]` and accepts timestamps from the
 * future. `realSeconds` is real time, whatever the assistant's clock says.
 */
export async function guard(req: IncomingMessage, signingSecret: string, realSeconds: number): Promise<Verdict> {
  const raw = await readBody(req, largestBody)
  if (raw === null) return { status: 413, reason: 'too-large' }
  const form = isForm(req)
  // Slack probes the certificate with an unsigned form and expects 200; whatever else is in it stays unread.
  if (form && parseForm(raw.toString('latin1'))['ssl_check'] === '1') return { status: 200, reason: 'ssl-check' }
  const reason = unsigned(req, raw, signingSecret, realSeconds)
  if (reason !== null) return { status: 401, reason }
  return isReadable(raw, form) ? { pass: raw } : { status: 400, reason: 'malformed' }
}

/** Why a request is not from Slack; null when it is. */
function unsigned(req: IncomingMessage, raw: Buffer, secret: string, realSeconds: number): string | null {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = req.headers
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'unsigned'
  if (Math.abs(realSeconds - Number(timestamp)) > toleranceSeconds) return 'stale'
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(raw).digest()
  const given = /^v0=([0-9a-f]{64})$/.exec(signature)?.[1]
  if (given === undefined || !timingSafeEqual(Buffer.from(given, 'hex'), expected)) return 'wrong-signature'
  return null
}

/** True for UTF-8 that holds one JSON object (in a form: a command, or an object under `payload`), not deeper than any real one. */
function isReadable(raw: Buffer, form: boolean): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    if (!form) return isObject(text)
    const fields = parseForm(text)
    return typeof fields['payload'] === 'string' ? isObject(fields['payload']) : typeof fields['command'] === 'string'
  } catch {
    return false
  }
}

function isObject(text: string): boolean {
  if (isDeeperThan(text, deepestBody)) return false
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for a form, whose type Bolt only knows without a charset behind it. */
export function isForm(req: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(req.headers['content-type'] ?? '')
}
