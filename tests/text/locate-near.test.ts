import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearMatch } from '../../src/text/locate.ts'

const text = `Zij was verantwoordelijk voor governance en beleid van de gemeente
• Begeleidde de samenwerking met TenneT en iso270012 in de gemeente Fictadam, budget 640.000 euro
Zijn tafel stond bij aandeel zonder plannen`

function slips(quote: string, source = text): number | null {
  return nearMatch(quote, source)?.slips ?? null
}

describe('a near match', () => {
  it('says how many slips it forgave, and points at the words of the text', () => {
    const found = nearMatch('was verantwordelijk voor governance', text)
    expect(found?.slips).toBe(1)
    expect(text.slice(found!.start, found!.end)).toBe('was verantwoordelijk voor governance')
  })
  it('reads a bullet and spaces in front of the copy as nothing', () => {
    expect(slips(' • begeleide de samenwerking')).toBe(1)
  })
  it('is not what the exact words are', () => {
    expect(slips('was verantwoordelijk voor governance')).toBeNull()
  })
  it('takes three words at least, and those at the very end too', () => {
    expect(slips('verantwordelijk voor')).toBeNull()
    expect(slips('verantwordelijk voor governance')).toBe(1)
    expect(slips('aandeel zonder plannnen')).toBe(1)
  })
  it('forgives two slips only in eight words or more, and never three', () => {
    expect(slips('Zij was verantwordelijk voor governence en beleid van')).toBe(2)
    expect(slips('was verantwordelijk voor governence en beleid van')).toBeNull()
    expect(slips('Zij was verantwordelijk voor governence en belied van')).toBeNull()
  })

  it.each([
    ['a digit of an amount', 'Fictadam, budget 640.001 euro'],
    ['a digit inside a code', 'TenneT en iso270013 in'],
    ['a short word', 'was verantwoordelijk voer governance'],
    ['a word too short in the copy', 'governance en beled van'],
    ['a word too short in the text', 'Zijn tafels stond bij'],
    ['a word longer by two', 'was verantwoordelijkst voor governance'],
    ['two letters of one word', 'was verantwordelik voor governance'],
    ['the name of a place', 'de gemeente Fictabam, budget'],
    ['a name at the start of a sentence', 'samenwerking met TenneD en'],
    ['the order of words', 'voor verantwordelijk governance en'],
  ])('does not forgive %s', (_, quote) => {
    expect(slips(quote)).toBeNull()
  })
  it('forgives a word of six letters', () => {
    expect(slips('governance en beleit van')).toBe(1)
  })

  it.each([
    ...[
      'zonder',
      'niemand',
      'nauwelijks',
      'ongeschikt',
      'oncreatief',
      'incompleet',
      'uncertified',
      'nonchalant',
      'cannot',
    ],
    ...['twaalf', 'zeventien', 'vijfenvijftig', 'tweeëntwintig', 'driehonderd', 'tweeduizend', 'fourteen', 'thousand'],
  ])('does not forgive a slip in "%s", which can turn the meaning', (word) => {
    const copy = word.slice(0, 2) + word.slice(3)
    expect(slips(`was hij ${copy}e bij`, `was hij ${word} bij`)).toBeNull()
    expect(slips(`was hij ${word}x bij`, `was hij ${word} bij`)).toBeNull()
    expect(slips(`was hij ${word} bij`, `was hij ${word}x bij`)).toBeNull()
  })
  it.each(['algemeen', 'twaalftal', 'tientallen', 'miljoenen', 'begonnen'])(
    'forgives a slip in "%s", which only holds such a word',
    (word) => {
      expect(slips(`was hij ${word}x bij`, `was hij ${word} bij`)).toBe(1)
    },
  )

  it.each([
    ['the text', ''],
    ['a sentence', 'Klaar. '],
    ['a question', 'Klaar? '],
    ['what follows a colon', 'Taken: '],
    ['a line', 'Taken\n'],
    ['an item', 'Taken • '],
    ['an item behind a dash', 'Taken – '],
    ['a column', 'Taken\t'],
    ['a cell', 'Taken |'],
    ['a column set apart by spaces', 'Taken      '],
  ])('takes the capital that opens %s for no name', (_, before) => {
    expect(slips('begeleidde het heele traject', `${before}Begeleidde het heele traject`)).toBeNull()
    expect(slips('begeleide het hele traject', `${before}Begeleidde het hele traject`)).toBe(1)
    expect(slips('begelmart het hele traject', `${before}BegelMark het hele traject`)).toBeNull()
  })
  it('takes a capital within a sentence for a name, also when the text has many sentences', () => {
    expect(slips('bij stichting begeleide het traject', 'Klaar. Bij stichting Begeleidde het traject')).toBeNull()
  })
})

describe('one slip', () => {
  const word = fc.stringMatching(/^[bcdfghjklmpqrs]{7,12}$/)
  const near = (copy: string, original: string) => slips(`was ${copy} bij team`, `was ${original} bij team`)

  it('is one letter more, less or other, or two neighbours swapped, wherever in the word', () => {
    fc.assert(
      fc.property(word, fc.nat(), (original, seed) => {
        const at = seed % original.length
        const [before, after] = [original.slice(0, at), original.slice(at + 1)]
        expect(near(before + after, original)).toBe(1)
        expect(near(original, before + after)).toBe(1)
        expect(near(`${before}x${after}`, original)).toBe(1)
        expect(near(`${before}x${original[at]}${after}`, original)).toBe(1)
        const swapped = before + after.slice(0, 1) + original[at] + after.slice(1)
        expect(near(swapped, original)).toBe(swapped === original ? null : 1)
      }),
    )
  })

  it('is not two: two other letters, one lost and one other, or a swap and another', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.nat(), (original, one, other) => {
        const [first, last] = [one % 3, 4 + (other % (original.length - 4))]
        const changed = `${original.slice(0, first)}x${original.slice(first + 1)}`
        expect(near(`${changed.slice(0, last)}z${changed.slice(last + 1)}`, original)).toBeNull()
        const swapped = original[1]! + original[0]! + original.slice(2)
        if (swapped !== original)
          expect(near(`${swapped.slice(0, last)}z${swapped.slice(last + 1)}`, original)).toBeNull()
        const [b, c, rest] = [original[0]!, original[1]!, original.slice(2)]
        if (b !== c) {
          expect(near(`${c}x${rest}`, original)).toBeNull()
          expect(near(`x${b}${rest}`, original)).toBeNull()
        }
        const lost = changed.slice(0, last) + changed.slice(last + 1)
        expect(near(lost, original)).toBeNull()
        expect(near(original, lost)).toBeNull()
      }),
    )
  })
})
