import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Log } from '../../log.ts'

export type SigningKey = { key: KeyObject; endorsements: string[] | null }

export type SigningKeys = {
  /** The key of this id; fetched once an hour at most when it is unknown. Null when nobody published it. */
  find(id: string): Promise<SigningKey | null>
  /** Fetches the keys unless they are fresh; never throws. */
  refresh(): Promise<void>
  /** `none`: nothing can be verified. `stale`: the last keys are used, newer ones cannot be had. */
  state(): 'fresh' | 'stale' | 'none'
}

const metadata = z.object({ jwks_uri: z.url() })
const keySet = z.object({
  keys: z.array(
    z
      .object({
        kty: z.literal('RSA'),
        kid: z.string(),
        n: z.string(),
        e: z.string(),
        endorsements: z.array(z.string()).nullish(),
      })
      .or(z.unknown().transform(() => null)),
  ),
})

const hour = 3_600_000
/** As Microsoft's own SDK does: keys live a day, and an unknown one is asked for once an hour. */
const freshMs = 24 * hour
const unknownMs = hour
/** A provider that is down is asked again this soon, not at every request. */
const failedMs = 30_000

/** The keys with which the connector signs, by its OpenID metadata. Known keys stay in use while the provider is down. `now`: real ms. */
export function createSigningKeys(options: { url: string; now(): number; timeoutMs: number; log: Log }): SigningKeys {
  let keys = new Map<string, SigningKey>()
  let [fetchedAt, failedAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let fetching: Promise<void> | null = null

  async function load(): Promise<void> {
    try {
      const { jwks_uri } = metadata.parse(await getJson(options.url))
      if (new URL(jwks_uri).protocol !== 'https:' && new URL(jwks_uri).origin !== new URL(options.url).origin)
        throw new Error('keys are not offered safely')
      const published = keySet.parse(await getJson(jwks_uri)).keys
      keys = new Map(
        published.flatMap((jwk) => {
          if (jwk === null) return []
          const key = createPublicKey({ key: { kty: 'RSA', n: jwk.n, e: jwk.e }, format: 'jwk' })
          return [[jwk.kid, { key, endorsements: jwk.endorsements ?? null }] as const]
        }),
      )
      fetchedAt = options.now()
    } catch (error) {
      failedAt = options.now()
      options.log.error('signing keys not fetched', error)
    }
  }

  async function getJson(url: string): Promise<unknown> {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(options.timeoutMs) })
    if (!response.ok) {
      await response.body?.cancel()
      throw new Error('the provider refused')
    }
    return response.json()
  }

  function fetchAgain(): Promise<void> {
    if (options.now() - failedAt < failedMs) return Promise.resolve()
    fetching ??= load().finally(() => {
      fetching = null
    })
    return fetching
  }

  const isFresh = () => options.now() - fetchedAt < freshMs

  return {
    async find(id) {
      const known = keys.get(id)
      // A known key serves at once; newer ones come in the background.
      if (known && !isFresh()) void fetchAgain()
      if (!known && (keys.size === 0 || options.now() - fetchedAt >= unknownMs)) await fetchAgain()
      return known ?? keys.get(id) ?? null
    },
    refresh: () => (isFresh() ? Promise.resolve() : fetchAgain()),
    state: () => (keys.size === 0 ? 'none' : isFresh() ? 'fresh' : 'stale'),
  }
}
