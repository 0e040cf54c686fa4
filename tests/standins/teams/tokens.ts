import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

export const appId = '6f2c1f0e-0000-4000-8000-00000000a001'
export const issuer = 'https://api.botframework.com'

/** A key as a provider publishes it. */
export type Published = { kid: string; publicKey: KeyObject; privateKey: KeyObject; endorsements: string[] | null }

export function createKey(kid: string, endorsements: string[] | null = ['msteams']): Published {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { kid, publicKey, privateKey, endorsements }
}

export function asJwk({ kid, publicKey, endorsements }: Published) {
  return {
    ...publicKey.export({ format: 'jwk' }),
    use: 'sig',
    kid,
    x5t: kid,
    ...(endorsements ? { endorsements } : {}),
  }
}

export type Forgery = {
  key?: Published
  kid?: string
  alg?: 'RS256' | 'none' | 'HS256'
  claims?: Record<string, unknown>
  /** Leaves these claims out. */
  without?: string[]
}

/** A token as the connector sends it, or one that only looks like it. */
export function tokenFor(serviceUrl: string, own: Published, nowSeconds: number, forgery: Forgery = {}): string {
  const { key = own, kid = key.kid, alg = 'RS256', claims = {}, without = [] } = forgery
  const all: Record<string, unknown> = {
    iss: issuer,
    aud: appId,
    iat: nowSeconds,
    nbf: nowSeconds - 10,
    exp: nowSeconds + 3600,
    serviceurl: serviceUrl,
    ...claims,
  }
  const body = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)))
  const signed = `${encode({ alg, typ: 'JWT', kid })}.${encode(body)}`
  if (alg === 'none') return `${signed}.`
  const bytes = Buffer.from(signed)
  const signature =
    alg === 'RS256'
      ? sign('RSA-SHA256', bytes, key.privateKey)
      : // The classic confusion: the public key, which everybody has, as the secret of an HMAC.
        createHmac('sha256', own.publicKey.export({ format: 'pem', type: 'spki' }))
          .update(bytes)
          .digest()
  return `${signed}.${signature.toString('base64url')}`
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
