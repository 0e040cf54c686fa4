import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask } from '../../src/candidates/masking.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import { fromText } from '../../src/documents/read-document.ts'

const text = `Curriculum vitae Fenna van Verzinnen
fenna.van.verzinnen@voorbeeld.example | 06-0000 0123 | Testdorp | www.linkedin.com/in/fenna

Personalia
Adres: Lindelaan 12, 1234 AB Testdorp
Geboortedatum: 14-03-1981
Leeftijd: 45 jaar
Nationaliteit: Nederlandse en Marokkaanse
Burgerlijke staat: gehuwd, drie kinderen
Geslacht: vrouw

Werkervaring
01-03-2019 – heden   Projectleider, gemeente Fictadam
- Fenna leidde het project en was lid van de ondernemingsraad namens de FNV.
- Stuurde in 2021 zes mensen aan na een burn-out van haar voorganger.

Nevenfuncties
Actief lid van de VVD in Testdorp

Referenties
Peter Onwaar, wethouder, gemeente Fictadam, 06-0000 0456
`
const cv = fromText(text)
const motivation = fromText('Beste lezer,\n\nIk pas goed bij deze opdracht.\n\nFenna van Verzinnen')
const career = readCareer(cv, { asOf: '2026-07-16' })
const masked = mask({ cv, motivation }, career)

describe('before a model sees a candidate', () => {
  it.each([
    'Fenna',
    'Verzinnen',
    'voorbeeld.example',
    '06-0000 0123',
    'linkedin.com',
    'Lindelaan',
    '1234 AB',
    '14-03-1981',
    '45 jaar',
    'Marokkaanse',
    'gehuwd',
    'kinderen',
    'vrouw',
    'VVD',
    'FNV',
    'burn-out',
    'Peter',
    'Onwaar',
    '0456',
  ])('%s is masked', (word) => {
    expect(masked.texts.cv).not.toContain(word)
  })
  it.each(['Projectleider', 'gemeente Fictadam', '01-03-2019 – heden', 'Stuurde in 2021 zes mensen aan', 'wethouder'])(
    '%s stays: it is evidence',
    (word) => {
      expect(masked.texts.cv).toContain(word)
    },
  )
  it('one person is one token in all documents', () => {
    const token = /Curriculum vitae (\[NAAM-\d+\])/.exec(masked.texts.cv!)![1]!
    expect(masked.texts.motivation).toContain(token)
  })
  it('no BSN stands in what is masked', () => {
    const document = fromText('Werkervaring\nBSN 123456782 Adviseur')
    expect(mask({ cv: document }, readCareer(document, { asOf: '2026-07-16' })).texts.cv).not.toContain('123456782')
  })
})

describe('the way back', () => {
  it('gives the document letter by letter', () => {
    expect(masked.reveal(masked.texts.cv!)).toBe(cv.text)
    expect(masked.reveal(masked.texts.motivation!)).toBe(motivation.text)
  })
  it('leads every stretch of the document through the mask and back', () => {
    fc.assert(
      fc.property(fc.nat(cv.text.length), fc.nat(cv.text.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const there = masked.mask('cv', start, end)
        const back = masked.unmask('cv', there.start, there.end)
        // Inside a token the whole of it comes back.
        expect(back.start).toBeLessThanOrEqual(start)
        expect(back.end).toBeGreaterThanOrEqual(end)
        expect(masked.reveal(masked.texts.cv!.slice(there.start, there.end))).toBe(cv.text.slice(back.start, back.end))
      }),
    )
  })
  it('leads a quote found in the masked text to its words in the document', () => {
    const quote = 'Stuurde in 2021 zes mensen aan'
    const at = masked.texts.cv!.indexOf(quote)
    const { start, end } = masked.unmask('cv', at, at + quote.length)
    expect(cv.text.slice(start, end)).toBe(quote)
  })
})

it('two people with the same career are the same once masked', () => {
  const of = (name: string, origin: string) => {
    const document = fromText(
      text
        .replaceAll('Fenna van Verzinnen', name)
        .replaceAll('Fenna', name.split(' ')[0]!)
        .replace('Nederlandse en Marokkaanse', origin),
    )
    return mask({ cv: document }, readCareer(document, { asOf: '2026-07-16' })).texts.cv!.replace(/.*EMAIL.*/, '')
  }
  expect(of('Hendrik Bedenksel', 'Nederlandse')).toBe(of('Fatima El Fictaoui', 'Turkse'))
})
