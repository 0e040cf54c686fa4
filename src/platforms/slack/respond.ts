import type { HostRule } from './hosts.ts'
import type { Outcome } from './outcome.ts'
import type { SlackMessage } from './render.ts'

/** Slack takes five replies on one response_url. */
const mostUses = 5

export type Responder = {
  /** A reply on a response_url; null when it is spent or expired, and the reply has to go another way. */
  respond(
    href: string,
    message: SlackMessage,
    options: { replace: boolean; timeoutMs: number },
  ): Promise<Outcome | null>
}

/** Replies that only the caller sees, on the address that Slack gives with a command or a pressed button. */
export function createResponder(allowed: HostRule): Responder {
  const uses = new Map<string, number>()
  return {
    async respond(href, message, { replace, timeoutMs }) {
      const used = uses.get(href) ?? 0
      if (used >= mostUses || !URL.canParse(href) || !allowed(new URL(href))) return null
      uses.set(href, used + 1)
      if (uses.size > 10_000) uses.delete(uses.keys().next().value ?? '')
      try {
        const response = await fetch(href, {
          method: 'POST',
          redirect: 'error',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: replace }),
          signal: AbortSignal.timeout(timeoutMs),
        })
        if (response.ok) return { done: {} }
        if (response.status === 429) return { retryAfter: Number(response.headers.get('retry-after')) || 1 }
        // Spent, expired or unknown: it took nothing.
        if (response.status < 500 && response.status !== 408) return null
        return { ambiguous: true }
      } catch {
        return { ambiguous: true }
      }
    },
  }
}
