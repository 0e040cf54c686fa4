import { webApi } from '@slack/bolt'

/** What one call to Slack came to. Nothing here is repeated by itself. */
export type Outcome =
  | { done: Record<string, unknown> }
  | { retryAfter: number }
  | { refused: string; permanent: boolean }
  | { ambiguous: true }

/** Slack says it may have done part of it before it failed. */
const perhapsDone = new Set(['internal_error', 'fatal_error'])
/** Refusals that pass by themselves. */
const passing = new Set(['service_unavailable', 'request_timeout', 'team_added_to_org', 'accesslimited'])
/** The token is worth nothing any more: every further call would fail the same way. */
const deadTokens = new Set([
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_authed',
  'team_access_not_granted',
])
/** The request never left, so nothing can have happened. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** Seconds of rest when Slack says "too fast" without saying how long. */
export const restWithoutAdvice = 10

export function isDeadToken(code: string): boolean {
  return deadTokens.has(code)
}

/** Sorts the errors of Slack's client by the only question that counts: can it have been done? */
export function outcomeOfError(error: unknown): Outcome {
  if (error instanceof webApi.WebAPIRateLimitedError) return { retryAfter: error.retryAfter }
  if (error instanceof webApi.WebAPIPlatformError) return ofPlatformError(error)
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error
    if (statusCode >= 500 || statusCode === 408 || statusCode < 400) return { ambiguous: true }
    return { refused: `http-${statusCode}`, permanent: false }
  }
  const codes = codesOf(error)
  if (codes.includes('host-not-allowed')) return { refused: 'host-not-allowed', permanent: true }
  if (codes.some((code) => neverSent.has(code))) return { refused: 'unreachable', permanent: false }
  return { ambiguous: true }
}

function ofPlatformError(error: webApi.WebAPIPlatformError): Outcome {
  const code = error.data.error
  if (code === 'ratelimited' || code === 'rate_limited') {
    return { retryAfter: error.data.response_metadata?.retryAfter ?? restWithoutAdvice }
  }
  // A 200 whose body is no answer of Slack (a proxy's page): the request may have arrived.
  if (typeof code !== 'string' || !/^[a-z0-9_]{1,80}$/.test(code)) return { ambiguous: true }
  if (perhapsDone.has(code)) return { ambiguous: true }
  return { refused: code, permanent: !passing.has(code) }
}

/** The codes along the chain of causes. */
function codesOf(error: unknown): string[] {
  const codes: string[] = []
  let current = error
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code)
    if (current instanceof AggregateError) codes.push(...current.errors.flatMap(codesOf))
    current = 'original' in current ? current.original : current.cause
  }
  return codes
}
