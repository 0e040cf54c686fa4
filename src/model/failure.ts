import type { ModelOutcome } from './port.ts'

export type Failure = Extract<ModelOutcome<never>, { kind: 'failed' }>['why']

type ServerError = { status?: unknown; code?: unknown; headers?: unknown; name?: unknown }

const field = (error: unknown, key: keyof ServerError): unknown =>
  typeof error === 'object' && error !== null ? (error as ServerError)[key] : undefined

/** What an exception of the client means; told apart by class name and status, never by message. */
export function failureOf(
  error: unknown,
  cancelled: boolean,
): { why: Failure; worthRetrying: boolean; waitMs: number } {
  if (cancelled) return { why: 'cancelled', worthRetrying: false, waitMs: 0 }
  const name = error instanceof Error ? error.constructor.name : ''
  const status = field(error, 'status')
  if (name === 'APIConnectionTimeoutError') return { why: 'timeout', worthRetrying: true, waitMs: 0 }
  if (status === 429)
    return {
      why: 'rate-limited',
      worthRetrying: field(error, 'code') !== 'insufficient_quota',
      waitMs: waitOf(field(error, 'headers')),
    }
  if (name === 'LengthFinishReasonError') return { why: 'truncated', worthRetrying: true, waitMs: 0 }
  // 4xx: the request or the key is at fault and the same request would fail again.
  const worthRetrying = typeof status !== 'number' || status >= 500 || status === 408 || status === 409
  return { why: 'server', worthRetrying, waitMs: worthRetrying ? 250 : 0 }
}

/** A server that asks for a longer wait than this gets no second call: the rules take over sooner than a person loses patience. */
export const LONGEST_WAIT_MS = 8_000

function waitOf(headers: unknown): number {
  const after =
    headers instanceof Headers
      ? Number(headers.get('retry-after-ms') ?? Number(headers.get('retry-after') ?? Number.NaN) * 1000)
      : Number.NaN
  return Number.isFinite(after) ? Math.max(0, after) : 1_000
}

/** Which of our wishes a 400 refuses: older servers know no strict schema, some models no temperature. */
export function refusedWish(error: unknown): 'temperature' | 'response_format' | null {
  if (field(error, 'status') !== 400) return null
  const text = error instanceof Error ? error.message : ''
  if (/temperature/i.test(text)) return 'temperature'
  return /response_format|json_schema|structured/i.test(text) ? 'response_format' : null
}
