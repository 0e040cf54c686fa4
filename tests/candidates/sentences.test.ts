import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/candidates/sentences.ts'
import { fromText } from '../../src/documents/read-document.ts'

const split = (text: string) => {
  const document = fromText(text)
  return sentencesOf(document, [{ start: 0, end: document.text.length }]).map((sentence) => sentence.text)
}

describe('sentences', () => {
  it.each([
    ['two on a line', 'Leidde een team. Schreef stukken.', ['Leidde een team.', 'Schreef stukken.']],
    ['a legal form', 'Werkte bij Bureau Zes B.V. in Testdorp.', ['Werkte bij Bureau Zes B.V. in Testdorp.']],
    [
      'abbreviations',
      'Schreef o.a. beleid, bijv. voor wonen, i.s.m. de GGD.',
      ['Schreef o.a. beleid, bijv. voor wonen, i.s.m. de GGD.'],
    ],
    ['a decimal point and a thousand', 'Beheerde € 1.200.000 en 2.5 fte.', ['Beheerde € 1.200.000 en 2.5 fte.']],
    [
      'a letter that ends a sentence',
      'Bracht woningen naar energielabel A. Schreef stukken.',
      ['Bracht woningen naar energielabel A.', 'Schreef stukken.'],
    ],
    ['an initial', 'Werkte met P. Jansen aan het plan.', ['Werkte met P. Jansen aan het plan.']],
    ['bullets', '- Leidde een team\n- Schreef stukken', ['Leidde een team', 'Schreef stukken']],
    [
      'a clause after a semicolon stays',
      'Stemde roosters af; andere sectoren waren niet betrokken.',
      ['Stemde roosters af; andere sectoren waren niet betrokken.'],
    ],
    [
      'a line broken in mid-sentence',
      'Bracht in een complex regionaal traject acht gemeenten en\nscholen bij elkaar.',
      ['Bracht in een complex regionaal traject acht gemeenten en scholen bij elkaar.'],
    ],
    [
      'a word broken by a hyphen',
      'Bracht in een complex regionaal traject acht gemeen-\nten bij elkaar.',
      ['Bracht in een complex regionaal traject acht gemeenten bij elkaar.'],
    ],
    ['short lines stand for themselves', 'Projectleider\ngemeente Ergens', ['Projectleider', 'gemeente Ergens']],
    ['a table row', '| 2019 | Adviseur | Schreef. |', ['2019', 'Adviseur', 'Schreef.']],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected)
  })
  it('stand in the document where they say', () => {
    const document = fromText('• Leidde een team. Schreef\n\nOpleiding')
    for (const { start, end, text } of sentencesOf(document, [{ start: 0, end: 25 }]))
      expect(document.text.slice(start, end)).toBe(text)
  })
})
