import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBsns, passesElevenTest, removeBsns } from '../../src/text/bsn.ts'

const valid = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((eight) => {
  const sum = [...String(eight)].reduce((total, digit, i) => total + Number(digit) * (9 - i), 0)
  return { eight, last: sum % 11 }
})

describe('a citizen number', () => {
  it('is known by the 11-test', () => {
    expect(['999990019', '123456782', '111222333'].map(passesElevenTest)).toEqual([true, true, true])
    expect(['123456789', '000000000', '999990018'].map(passesElevenTest)).toEqual([false, false, false])
  })
  it('is removed wherever it stands', () => {
    fc.assert(
      fc.property(
        valid.filter(({ last }) => last < 10),
        fc.constantFrom('BSN: ', 'burgerservicenummer ', '', 'nr. '),
        ({ eight, last }, label) => {
          expect(removeBsns(`Naam X, ${label}${eight}${last}, Testdorp`, '#')).toBe(`Naam X, ${label}#, Testdorp`)
        },
      ),
    )
  })
  it('is removed with points or spaces in it', () => {
    expect(removeBsns('BSN 9999.90.019 en 123 456 782', '#')).toBe('BSN # en #')
  })
  it.each([
    'telefoon 06-0000 0100',
    'KvK 12345678',
    '€ 111222333',
    'IBAN NL00TEST0111222333',
    '+31 6 1112 2233 3',
    '2019 2021',
  ])('is not %s', (text) => {
    expect(findBsns(text)).toEqual([])
  })
})
