import { createHmac, timingSafeEqual } from 'node:crypto'

/** Values that go out in a link and come back unchanged, or not at all. A token of one purpose is worth nothing for another. */
export function createSigner(secret: string, purpose: string) {
  const sign = (body: string) => createHmac('sha256', secret).update(`${purpose}:${body}`).digest('base64url')
  return {
    seal(value: unknown): string {
      const body = Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${body}.${sign(body)}`
    },
    /** Null for a token that was not made here for this purpose. */
    open(token: string): unknown {
      const [body = '', signature = '', ...rest] = token.split('.')
      const [expected, given] = [Buffer.from(sign(body)), Buffer.from(signature)]
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      return JSON.parse(Buffer.from(body, 'base64url').toString())
    },
  }
}
