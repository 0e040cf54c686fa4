import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idFromKey } from '../../src/text/key-id.ts'

it('gives the same UUID for the same key, and another for another', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(idFromKey(a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(idFromKey(a) === idFromKey(b)).toBe(a === b)
    }),
  )
})
