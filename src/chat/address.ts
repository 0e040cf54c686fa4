import { MaatstafError } from '../errors.ts'

/**
 * Where to post: one string that suffices to post later, from any process. `platform:base64url(JSON of string parts)`.
 * Each platform defines its own parts; nobody else looks inside.
 */
export type Address = string & { readonly __address?: never }

export function formatAddress(platform: string, parts: Record<string, string>): Address {
  return `${platform}:${Buffer.from(JSON.stringify(parts)).toString('base64url')}`
}

/** The parts of an address; throws `bad-address` when it is not one of this platform's. */
export function parseAddress(platform: string, address: Address): Record<string, string> {
  const [name, body] = [address.slice(0, address.indexOf(':')), address.slice(address.indexOf(':') + 1)]
  try {
    const parts: unknown = JSON.parse(Buffer.from(body, 'base64url').toString())
    if (name === platform && isStrings(parts)) return parts
  } catch {
    // falls through: told below, with the remedy
  }
  throw new MaatstafError('bad-address', `not an address of ${platform}; it is renewed at the next message there`, {
    fault: 'system',
  })
}

/** The platform an address belongs to. */
export function platformOf(address: Address): string {
  return address.slice(0, address.indexOf(':'))
}

function isStrings(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((part) => typeof part === 'string')
}
