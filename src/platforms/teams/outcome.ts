/** What one call to Teams came to. Nothing here is repeated by itself. */
export type Outcome<T = Record<string, unknown>> =
  | { done: T }
  | { retryAfter: number }
  | { refused: string; permanent: boolean }
  | { ambiguous: true }

/** Thrown through the SDK, whose own retries would post a message twice; see connector.ts. */
export class CallFault extends Error {
  readonly outcome: Exclude<Outcome, { done: unknown }>

  constructor(outcome: Exclude<Outcome, { done: unknown }>) {
    super('a call to Teams did not succeed')
    this.name = 'CallFault'
    this.outcome = outcome
  }
}

/** Seconds of rest when Teams says "too fast" without saying how long. */
const restWithoutAdvice = 10
/** A precondition failed on their side: nothing was taken, and it passes soon. */
const preconditionRest = 2

/** The request never left, so nothing can have happened. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Sorts an answer by the only question that counts: can it have been done? 429 and 412 surely not; 408 and 5xx may have posted it, and
 * creating an activity is not idempotent (openclaw#121116). `code` is the connector's own, `retryAfter` its header.
 */
export function outcomeOfStatus(status: number, code: string | null, retryAfter: string | null): Outcome<never> {
  if (status === 429) return { retryAfter: secondsOf(retryAfter) ?? restWithoutAdvice }
  if (status === 412) return { retryAfter: secondsOf(retryAfter) ?? preconditionRest }
  if (status >= 500 || status === 408 || status < 400) return { ambiguous: true }
  const name = code !== null && /^[A-Za-z0-9_]{1,80}$/.test(code) ? code : `http-${status}`
  // Our token expired or was renewed meanwhile: the next attempt brings a new one.
  return { refused: name, permanent: status !== 401 }
}

function secondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null) return null
  return /^\d{1,5}(?:\.\d+)?$/.test(retryAfter.trim()) ? Math.max(1, Number(retryAfter)) : null
}

/** What a call that failed before any answer came to. */
export function outcomeOfError(error: unknown): Exclude<Outcome, { done: unknown }> {
  if (error instanceof CallFault) return error.outcome
  return codesOf(error).some((code) => neverSent.has(code))
    ? { refused: 'unreachable', permanent: false }
    : { ambiguous: true }
}

/** The codes along the chain of causes. */
function codesOf(error: unknown): string[] {
  const codes: string[] = []
  let current = error
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code)
    if (current instanceof AggregateError) codes.push(...current.errors.flatMap(codesOf))
    current = current.cause
  }
  return codes
}
