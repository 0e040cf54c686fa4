import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { MaatstafError } from '../errors.ts'

/** Where a sealed value stands; goes into the seal, so that it opens nowhere else. */
export type Place = { table: string; field: string; id: string }

/** AES-256-GCM: a random 96-bit nonce for every value, a 128-bit tag. */
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
const keyIdBytes = 16
const layout = 1
const headerBytes = 1 + keyIdBytes + nonceBytes + tagBytes

/**
 * Seals `plain` under `key`: layout byte, key id, nonce, tag, ciphertext. `keyId` is a UUID and stands readable in front, so that
 * whoever opens it knows which key to fetch.
 */
export function seal(key: Uint8Array, keyId: string, place: Place, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce)
  cipher.setAAD(bound(place, keyId))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([layout]), uuidBytes(keyId), nonce, cipher.getAuthTag(), body])
}

/** The id of the key that a sealed value asks for; throws `seal-broken` when it is not one of ours. */
export function keyIdOf(sealed: Uint8Array): string {
  if (sealed.length < headerBytes || sealed[0] !== layout) throw broken()
  return uuidText(sealed.subarray(1, 1 + keyIdBytes))
}

/** Throws `seal-broken` when the value was changed, stands in another place, or belongs to another key. */
export function open(key: Uint8Array, place: Place, sealed: Uint8Array): Uint8Array {
  const keyId = keyIdOf(sealed)
  const nonceAt = 1 + keyIdBytes
  const tagAt = nonceAt + nonceBytes
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(nonceAt, tagAt))
  decipher.setAAD(bound(place, keyId))
  decipher.setAuthTag(sealed.subarray(tagAt, headerBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headerBytes)), decipher.final()])
  } catch (cause) {
    throw broken(cause)
  }
}

/** A short public name of a master key: tells which one wrapped a data key, without telling the key. */
export function fingerprint(masterKey: Uint8Array): string {
  return createHmac('sha256', masterKey).update('maatstaf master key').digest('hex').slice(0, 16)
}

/** Proves that the holder of the master key saw this text. */
export function mac(masterKey: Uint8Array, text: string): string {
  return createHmac('sha256', masterKey).update(`maatstaf audit head:${text}`).digest('hex')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Randomness comes from elsewhere only in one place: data keys and nonces are made here. */
export function newKey(): Uint8Array {
  return randomBytes(32)
}

function bound(place: Place, keyId: string): Uint8Array {
  return Buffer.from(JSON.stringify([place.table, place.field, place.id, keyId]))
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function broken(cause?: unknown): MaatstafError {
  return new MaatstafError('seal-broken', 'a sealed value was changed or stands in the wrong place', {
    fault: 'system',
    ...(cause === undefined ? {} : { cause }),
  })
}
