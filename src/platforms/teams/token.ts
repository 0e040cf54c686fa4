import { verify } from 'node:crypto'
import { z } from 'zod'
import type { SigningKeys } from './signing-keys.ts'

/** What a token says, once it is proved to be the connector's. */
export type Proved = { serviceUrl: string; endorsements: string[] | null }

const header = z.object({ alg: z.literal('RS256'), kid: z.string() })
const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().optional(),
  serviceUrl: z.string().optional(),
})

/** Clocks may differ by this much (bot-docs, connector authentication). */
const skewSeconds = 300

/**
 * Checks a bearer token as Microsoft's connector authentication asks: RS256 by a published key, issuer, audience, validity. The string
 * result is why it is refused. `nowSeconds` is real time.
 */
export async function proveToken(
  token: string,
  expected: { issuer: string; audience: string; keys: SigningKeys; nowSeconds: number },
): Promise<Proved | string> {
  const [head, body, signature, ...rest] = token.split('.')
  if (!head || !body || !signature || rest.length > 0) return 'no-token'
  const top = header.safeParse(decoded(head))
  const said = claims.safeParse(decoded(body))
  if (!top.success || !said.success) return 'unreadable-token'
  const { iss, aud, exp, nbf, serviceurl, serviceUrl } = said.data
  // These cost nothing and keep strangers from making us look up keys.
  if (iss !== expected.issuer) return 'other-issuer'
  if (aud !== expected.audience) return 'other-audience'
  if (exp + skewSeconds <= expected.nowSeconds) return 'expired'
  if (nbf !== undefined && nbf - skewSeconds > expected.nowSeconds) return 'not-yet-valid'
  const key = await expected.keys.find(top.data.kid)
  if (key === null) return expected.keys.state() === 'none' ? 'no-keys' : 'unknown-key'
  const signed = verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key.key, Buffer.from(signature, 'base64url'))
  if (!signed) return 'wrong-signature'
  return { serviceUrl: serviceurl ?? serviceUrl ?? '', endorsements: key.endorsements }
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return null
  }
}
