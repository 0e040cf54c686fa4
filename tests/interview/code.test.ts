import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateCode } from '../../src/interview/code.ts'

describe('a candidate is a code', () => {
  it.each([
    ['Noor van Tol', 'NvT'],
    ['noor de Vries', 'NdV'],
    ['Jan-Willem Smit', 'JWS'],
    ['Mw. A. van den Berg', 'AvdB'],
    ['kandidaat: Fatima el Idrissi', 'FeI'],
    ['Voorbeeldsma', 'V'],
  ])('a typed name becomes initials: %s', (typed, code) => {
    expect(candidateCode(typed)).toEqual({ code, reduced: true })
  })

  it.each([
    ['NvT', 'NvT'],
    ['N.v.T.', 'NvT'],
    ['K7', 'K7'],
    ['kandidaat-12', 'kandidaat-12'],
    ['JD', 'JD'],
  ])('a code stays as it is: %s', (typed, code) => {
    expect(candidateCode(typed)).toEqual({ code, reduced: false })
  })

  it.each(['', '   ', '!!', '…'])('nothing is no code: "%s"', (typed) => {
    expect(candidateCode(typed)).toBeNull()
  })

  it('no word of a typed name survives', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{4,10}$/)
    fc.assert(
      fc.property(word, word, (first, last) => {
        const made = candidateCode(`${first} ${last}`)
        expect(made?.code.toLowerCase()).not.toContain(first.toLowerCase())
        expect(made?.code.toLowerCase()).not.toContain(last.toLowerCase())
      }),
    )
  })
})
