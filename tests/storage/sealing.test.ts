import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyIdOf, open, type Place, seal } from '../../src/storage/sealing.ts'

const key = randomBytes(32)
const id = randomUUID()
const here: Place = { table: 'candidates', field: 'candidate', id: 'a' }

describe('sealing', () => {
  it('opens what it sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, record) => {
        const place = { ...here, id: record }
        const sealed = seal(key, id, place, plain)
        expect(keyIdOf(sealed)).toBe(id)
        expect(Buffer.compare(open(key, place, sealed), plain)).toBe(0)
      }),
    )
  })

  it('refuses a value with any one bit changed', () => {
    const sealed = seal(key, id, here, Buffer.from('geheim'))
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(sealed)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        expect(() => open(key, here, changed)).toThrow(expect.objectContaining({ code: 'seal-broken' }))
      }),
    )
  })

  it('refuses a value that was cut short', () => {
    const sealed = seal(key, id, here, Buffer.from('geheim'))
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(key, here, sealed.subarray(0, length))).toThrow(
        expect.objectContaining({ code: 'seal-broken' }),
      )
    }
  })

  it.each([
    { ...here, id: 'b' },
    { ...here, table: 'assessments' },
    { ...here, field: 'file' },
  ])('refuses a value pasted into another place: %o', (elsewhere) => {
    const sealed = seal(key, id, here, Buffer.from('geheim'))
    expect(() => open(key, elsewhere, sealed)).toThrow(expect.objectContaining({ code: 'seal-broken' }))
  })

  it('refuses another key', () => {
    const sealed = seal(key, id, here, Buffer.from('geheim'))
    expect(() => open(randomBytes(32), here, sealed)).toThrow(expect.objectContaining({ code: 'seal-broken' }))
  })

  it('never seals the same twice alike', () => {
    const [one, other] = [1, 2].map(() => Buffer.from(seal(key, id, here, Buffer.from('geheim'))).toString('hex'))
    expect(one).not.toBe(other)
  })
})
