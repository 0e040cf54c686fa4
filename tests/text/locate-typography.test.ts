import { describe, expect, it } from 'vitest'
import { locateQuote } from '../../src/text/locate.ts'

/** The words of the text that a quote stands for; null when it is refused. */
function wordsAt(quote: string, text: string, within?: { start: number; end: number }[]): string | null {
  const found = locateQuote(quote, text, within)
  return found && text.slice(found.start, found.end)
}

describe('signs that look alike stand for each other', () => {
  it.each([...'\u2018\u2019\u201a\u201b\u02bc`´′'])('apostrophe %s', (sign) => {
    const text = `Leidde alle programma${sign}s van de regio`
    expect(wordsAt("alle programma's van de regio", text)).toBe(text.slice(7))
    expect(wordsAt('alle programmas van de regio', text)).toBeNull()
  })
  it.each([...'\u201c\u201d\u201e«»″'])('quotation mark %s', (sign) => {
    const text = `Werkte aan ${sign}samen vooruit${sign} in de regio`
    expect(wordsAt('aan "samen vooruit" in de regio', text)).toBe(text.slice(7))
    expect(wordsAt('aan samen vooruit in de regio', text)).toBeNull()
  })
  it.each([...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043'])('hyphen or dash %s', (sign) => {
    const text = `In dienst van 2009${sign}2013 bij de gemeente`
    expect(wordsAt('dienst van 2009-2013 bij de gemeente', text)).toBe(text.slice(3))
    expect(wordsAt('dienst van 20092013 bij de gemeente', text)).toBeNull()
  })
  it('a letter under several accents, however it is composed', () => {
    const name = 'Trần Thị Hồng'
    expect(wordsAt(name.normalize('NFD'), `Referent: ${name}, wethouder`)).toBe(name)
    expect(wordsAt(name, `Referent: ${name.normalize('NFD')}, wethouder`)).toBe(name.normalize('NFD'))
  })
})

/** What stands in the text, the quote that is true of it, and the nearest one that is not. */
const pairs: [string, string, string, string][] = [
  ['a cut in an amount', 'Beheerde 640.000 euro per jaar.', '640.000 euro per jaar', '000 euro per jaar'],
  ['a cut behind its comma', 'Een groei van 12,5 procent per jaar.', '12,5 procent per jaar', '5 procent per jaar'],
  ['an amount cut at its end', 'Met een budget van 640.000.', 'een budget van 640.000', 'een budget van 640'],
  ['a number from a name', 'Legde aan de A12 en de ring aan.', 'A12 en de ring', '12 en de ring'],
  ['a word cut after one letter', 'aleidde het hele team', 'aleidde het hele team', 'leidde het hele team'],
  ['a minus', 'Bracht een resultaat van -5 procent.', 'resultaat van -5 procent', 'resultaat van 5 procent'],
  [
    'a minus at the start of a line',
    'Het resultaat:\n-5 procent.',
    'het resultaat: -5 procent',
    'resultaat: 5 procent',
  ],
  ['a dash with spaces', 'gemeente\nHBO, 2009 - 2013 behaald', 'HBO, 2009 - 2013 behaald', 'HBO, 2009 2013 behaald'],
  ['a dash after a year', 'gemeente\n2009- heden directeur', '2009- heden directeur', '2009 heden directeur'],
  ['a year at a line end', 'Sinds 2021-\nheden als directeur', '2021- heden als directeur', '2021heden als directeur'],
  ['a hyphen after digits', 'Een 32-urige werkweek', 'een 32-urige werkweek', 'een 32urige werkweek'],
  ['a shared last part', 'De in-\nen uitstroom van leerlingen', 'de in- en uitstroom van', 'de inen uitstroom van'],
  ['a hyphen and a space', 'Manager- uitvoerder\nbouw', 'manager- uitvoerder bouw', 'managerbouw uitvoerder en'],
  ['one count word', 'budgetbeheer 640.000 euro', 'budgetbeheer 640.000 euro', 'budgetbeheer 640.000'],
  [
    'a bracket around one stop',
    'Leidde het team [.] en de staf',
    'Leidde het team [.] en de',
    'Leidde het team […] en de',
  ],
]

it.each(pairs)('tells apart what %s changes', (_, text, honest, altered) => {
  expect(wordsAt(honest, text)).not.toBeNull()
  expect(wordsAt(altered, text)).toBeNull()
})

const layouts: [string, string, string][] = [
  ['a number that opens the quote', 'in Fictadam, 32 uur per week', '32 uur per week'],
  ['a number that closes it', 'Stuurde een team van 12, later 14 aan', 'een team van 12'],
  ['an amount glued to the word before', 'in totaal€ 640.000 per jaar', '€ 640.000 per jaar'],
  ['a bracket glued to the word behind', 'beheer van geld (intern)en meer', 'beheer van geld (intern)'],
  ['an item number without a space', '1.Leidde het team in 2020', 'Leidde het team in 2020'],
  ['a footnote mark behind the full stop', 'de samenwerking van 7 gemeenten.2 Bracht', 'samenwerking van 7 gemeenten'],
  ['a number right behind a footnote', 'Leidde 7 teams tegelijk.2 Ook 8 in 2020', 'Leidde 7 teams tegelijk'],
  ['a compound whose line ends at its hyphen', 'De publiek-private samenwerking', 'de publiek-\nprivate samenwerking'],
  ['a name whose line ends at its hyphen', 'De provincie Noord-\nHolland leidde', 'de provincie Noord-Holland'],
  ['a broken word with a space behind its hyphen', 'voor onder- \nnemers in de stad', 'voor ondernemers in de stad'],
  ['a broken word with a Windows line end', 'voor onder-\r\nnemers in de stad', 'voor ondernemers in de stad'],
  ['a broken word further on, indented', 'voor onder-\n    nemers in de stad', 'voor ondernemers in de stad'],
  ['items behind indented dashes', 'taken:\n  - leidde het team\n\t- deed de staf', 'leidde het team deed de staf'],
  ['two paragraphs with a blank line between', 'Leidde het hele\n\nteam van acht', 'Leidde het hele team van acht'],
  ['a quote inside two kinds of quotation marks', 'Leidde het hele team', '“‘Leidde het hele team’”'],
  ['a quote with two marks behind it', 'Leidde het hele team van acht', '"Leidde het hele team."'],
  ['a quote with spaces and a mark in front', 'Leidde het hele team', ' ; , Leidde het hele team'],
]

it.each(layouts)('finds words through %s', (_, text, quote) => {
  expect(wordsAt(quote, text)).not.toBeNull()
})

it('knows a broken word in a quote that begins with a joining word', () => {
  expect(wordsAt('en onder-\nnemers bij elkaar', 'scholen en ondernemers bij elkaar')).toBe('en ondernemers bij elkaar')
})

it('refuses a quote of nothing but marks, whatever the text holds', () => {
  expect(wordsAt('“… …”', 'Functie: undefined\nundefined undefined')).toBeNull()
})

describe('a quote with words left out', () => {
  const one = 'Leidde het hele team. Deed daarna ook de staf. Sprak met alle wethouders'
  it.each(['…', '...', '.....', '[…]', '[...]', '[ … ]', '[ ... ]', '(…)', '(...)', '( … )', '( ... )'])(
    'as %s',
    (dots) => {
      expect(wordsAt(`leidde het hele ${dots} met alle wethouders`, one)).toBe(one)
      expect(wordsAt(`leidde het hele${dots}met alle wethouders`, one)).toBe(one)
    },
  )
  it('stands in one paragraph of several lines, whichever that is, from its first word to its last', () => {
    const lines = 'Leidde het hele team\nen deed de staf\nmet alle wethouders'
    const text = `Een ander stuk tekst\n\n${lines}\n\nEn nog een stuk`
    expect(wordsAt('Leidde het hele … deed de staf … met alle wethouders', text)).toBe(lines)
  })
  it('is refused across paragraphs or engagements, also when nothing between them denies it', () => {
    const text = 'Leidde het hele team.\n\nSprak met alle wethouders.'
    const quote = 'leidde het hele team … met alle wethouders'
    expect(wordsAt(quote, text)).toBeNull()
    const parts = [
      { start: 0, end: 22 },
      { start: 23, end: text.length },
    ]
    expect(wordsAt(quote, text, parts)).toBeNull()
    expect(wordsAt(quote, text, [{ start: 0, end: text.length }])).not.toBeNull()
  })
  it('is not refused for a denial that stands before it', () => {
    const text = 'Had geen eigen budget. Leidde het hele team van acht mensen in de regio.'
    expect(wordsAt('leidde het hele … mensen in de regio', text)).toBe(text.slice(23, -1))
  })
  it('is refused when a later part comes only before the earlier one', () => {
    const text = 'Sprak met alle wethouders. Leidde het hele team.'
    expect(wordsAt('leidde het hele … met alle wethouders', text)).toBeNull()
  })
})

it('looks in each of the stretches asked for, up to their last letter', () => {
  const text = 'Deed de staf.\n\nLeidde het hele team.\n\nDeed de staf.'
  const stretches = [
    { start: 0, end: 13 },
    { start: 15, end: 35 },
  ]
  expect(wordsAt('leidde het hele team', text, stretches)).toBe('Leidde het hele team')
  expect(wordsAt('leidde het hele team', text, [{ start: 15, end: 34 }])).toBeNull()
  expect(wordsAt('leidde het hele team', text, [{ start: 16, end: 35 }])).toBeNull()
})

it('keeps two texts apart when they are asked about in turn', () => {
  const [one, other] = ['Leidde het hele team.', 'Ook zij leidde het hele team.']
  expect([one, other, one].map((text) => locateQuote('leidde het hele team', text)?.start)).toEqual([0, 8, 0])
})
