import { createHmac, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { MaatstafError } from '../../src/errors.ts'
import { fingerprint, keyIdOf, mac, newKey, open, type Place, seal, sha256 } from '../../src/storage/sealing.ts'

const place: Place = { table: 'candidates', field: 'candidate', id: 'c1' }

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

it('blames the system for a broken seal, in words without a value, with the cause where there is one', () => {
  const key = newKey()
  const sealed = seal(key, randomUUID(), place, Buffer.from('geheim'))
  const changed = thrownBy(() => open(key, { ...place, id: 'c2' }, sealed))
  expect(changed).toBeInstanceOf(MaatstafError)
  expect(changed).toMatchObject({ code: 'seal-broken', fault: 'system', cause: expect.any(Error) })
  expect((changed as Error).message).toContain('sealed value')
  const strange = thrownBy(() => keyIdOf(Buffer.from('not one of ours')))
  expect(strange).toMatchObject({ code: 'seal-broken', fault: 'system' })
  expect(strange).not.toHaveProperty('cause', expect.anything())
})

it('names a master key for good: stored rows tell by that name which key opens them', () => {
  const master = new Uint8Array(32).fill(7)
  const whole = createHmac('sha256', master).update('maatstaf master key').digest('hex')
  expect(fingerprint(master)).toBe(whole.slice(0, 16))
  expect(fingerprint(new Uint8Array(32).fill(8))).not.toBe(fingerprint(master))
})

it('proves by the master key that it saw a text, and hashes without it', () => {
  const master = new Uint8Array(32).fill(7)
  expect(mac(master, 'head')).toBe(createHmac('sha256', master).update('maatstaf audit head:head').digest('hex'))
  expect(mac(master, 'head')).not.toBe(mac(master, 'other'))
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(newKey()).toHaveLength(32)
  expect(newKey()).not.toEqual(newKey())
})
