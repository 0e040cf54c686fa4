import { z } from 'zod'
import type { Cloud } from './cloud.ts'
import { CallFault } from './outcome.ts'

export type Login = {
  /** A token for the connector; throws CallFault, after which nothing was sent. */
  token(): Promise<string>
  /** Drops the token, so that the next call asks for a new one. */
  forget(): void
}

const answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() })

/** A token is renewed this long before it ends. */
const earlySeconds = 300

/**
 * The bot's own token by client credentials. The SDK's way (MSAL) refuses a login address over plain http and first asks Microsoft's
 * public instance discovery, which closes it to local and sovereign logins. `now`: real milliseconds.
 */
export function createLogin(cloud: Cloud, options: { now(): number; timeoutMs: number }): Login {
  let held: { token: string; until: number } | null = null
  let asking: Promise<string> | null = null

  async function ask(): Promise<string> {
    let response: Response
    try {
      response = await fetch(cloud.tokenUrl, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs),
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: cloud.appId,
          client_secret: cloud.password ?? '',
          scope: `${cloud.audience}/.default`,
        }),
      })
    } catch {
      throw new CallFault({ refused: 'login-unreachable', permanent: false })
    }
    const parsed = answer.safeParse(await response.json().catch(() => null))
    if (!response.ok || !parsed.success) throw new CallFault({ refused: 'login-refused', permanent: false })
    const { access_token, expires_in } = parsed.data
    held = { token: access_token, until: options.now() + Math.max(0, expires_in - earlySeconds) * 1000 }
    return access_token
  }

  return {
    async token() {
      if (held && options.now() < held.until) return held.token
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
    forget() {
      held = null
    },
  }
}
