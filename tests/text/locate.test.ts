import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateQuote } from '../../src/text/locate.ts'

/** An invented CV with everything that typography does to words. */
const text = `WERKERVARING
mrt 2021 – heden   Programmamanager regionale samenwerking
gemeente Fictadam, 32 uur per week
• Was verantwoordelijk voor governance, bestuurlijke processen en budgetbeheer (€ 640.000) binnen de samenwerking van 7 gemeenten.
• Bracht in een complex traject acht gemeenten, scholen en onder-
nemers bij elkaar rond “samen vooruit”; de wethouder was opdrachtgever.
• Leidde de publiek-private samenwerking Werkplaats Noord en stemde af met de coördinator van het waterschap.
• De opleiding is niet afgerond, maar de module financiën wel.
• Begeleidde efﬁciënte energie\u00adopslag op bedrijventerrein De Haak.
• Werkte van 01-03-2019 t/m 31-10-2021 aan twaalf programma’s voor Regio\u00a0Veldzicht.
• Stuurde geen medewerkers aan; zonder mandaat droeg zij geen verantwoordelijkheid voor het budget.

OPLEIDING
HBO Bestuurskunde, Hogeschool Oosthoek, 2009 – 2013, diploma behaald in 2013
Kreeg “de Gouden Pijl” in 2016 voor het beste programma.
`

const honest: [string, string][] = [
  ['word for word', 'Was verantwoordelijk voor governance, bestuurlijke processen en budgetbeheer'],
  ['with the amount', 'budgetbeheer (€ 640.000) binnen de samenwerking van 7 gemeenten'],
  ['with its full stop', 'binnen de samenwerking van 7 gemeenten.'],
  ['without its full stop', 'binnen de samenwerking van 7 gemeenten'],
  ['with another mark at the end', 'binnen de samenwerking van 7 gemeenten;'],
  ['all in small letters', 'was verantwoordelijk voor governance'],
  ['all in capitals', 'WAS VERANTWOORDELIJK VOOR GOVERNANCE'],
  ['with a capital in front', 'Verantwoordelijk voor governance, bestuurlijke processen'],
  ['with two spaces', 'Was  verantwoordelijk voor  governance'],
  ['with line ends', 'Was verantwoordelijk\nvoor governance,\nbestuurlijke processen'],
  ['with a tab', 'Was verantwoordelijk\tvoor governance'],
  ['with non-breaking spaces', 'Was\u00a0verantwoordelijk\u00a0voor\u00a0governance'],
  ['with thin spaces', 'Was\u2009verantwoordelijk voor governance'],
  ['with its bullet', '• Was verantwoordelijk voor governance'],
  ['with a dash for its bullet', '- Was verantwoordelijk voor governance'],
  ['with an asterisk for its bullet', '* Was verantwoordelijk voor governance'],
  ['in straight quotation marks', '"Was verantwoordelijk voor governance"'],
  ['in curly quotation marks', '“Was verantwoordelijk voor governance”'],
  ['in single quotation marks', '‘Was verantwoordelijk voor governance’'],
  ['in guillemets', '«Was verantwoordelijk voor governance»'],
  ['a broken word joined', 'acht gemeenten, scholen en ondernemers bij elkaar'],
  ['a broken word as it stands', 'acht gemeenten, scholen en onder-\nnemers bij elkaar'],
  ['straight quotes for curly ones', 'ondernemers bij elkaar rond "samen vooruit"'],
  ['single quotes inside', 'bij elkaar rond “samen vooruit”; de wethouder'],
  ['a hyphen inside a word', 'Leidde de publiek-private samenwerking Werkplaats Noord'],
  ['a non-breaking hyphen', 'Leidde de publiek\u2011private samenwerking'],
  ['an en dash inside a word', 'Leidde de publiek–private samenwerking'],
  ['a hyphen lost by a line end', 'Leidde de publiek-\nprivate samenwerking'],
  ['a composed letter taken apart', 'stemde af met de coo\u0308rdinator van het waterschap'],
  ['a ligature taken apart', 'Begeleidde efficiënte energieopslag'],
  ['a ligature kept', 'Begeleidde efﬁciënte energieopslag'],
  ['a soft hyphen dropped', 'efficiënte energieopslag op bedrijventerrein De Haak'],
  ['a soft hyphen kept', 'efficiënte energie\u00adopslag op bedrijventerrein'],
  ['a negation kept', 'De opleiding is niet afgerond'],
  ['a negation kept, to the end', 'is niet afgerond, maar de module financiën wel'],
  ['dates as written', 'Werkte van 01-03-2019 t/m 31-10-2021'],
  ['dates with en dashes', 'Werkte van 01–03–2019 t/m 31–10–2021'],
  ['a number word', 'aan twaalf programma’s voor Regio Veldzicht'],
  ['a straight apostrophe', "aan twaalf programma's voor Regio Veldzicht"],
  ['a grave accent for the apostrophe', 'aan twaalf programma`s voor Regio Veldzicht'],
  ['a heading line', 'Programmamanager regionale samenwerking'],
  ['a heading with its date', 'mrt 2021 – heden Programmamanager regionale samenwerking'],
  ['the date with a hyphen', 'mrt 2021 - heden Programmamanager'],
  ['the date with an em dash', 'mrt 2021 — heden Programmamanager'],
  ['across a line end', 'regionale samenwerking gemeente Fictadam, 32 uur per week'],
  ['the employer', 'gemeente Fictadam, 32 uur per week'],
  ['the degree', 'HBO Bestuurskunde, Hogeschool Oosthoek, 2009 – 2013, diploma behaald in 2013'],
  ['the degree with hyphens', 'Hogeschool Oosthoek, 2009 - 2013, diploma behaald in 2013'],
  ['the degree without spaces at its dash', 'diploma behaald in 2013'],
  ['an ellipsis between parts', 'Was verantwoordelijk voor governance … binnen de samenwerking van 7 gemeenten'],
  ['three full stops between parts', 'Was verantwoordelijk voor governance ... de samenwerking van 7 gemeenten'],
  ['an ellipsis in brackets', 'Bracht in een complex traject […] bij elkaar rond “samen vooruit”'],
  ['dots in brackets', 'Bracht in een complex traject (...) de wethouder was opdrachtgever'],
  ['an ellipsis in front', '… bestuurlijke processen en budgetbeheer'],
  ['an ellipsis behind', 'Was verantwoordelijk voor governance …'],
  ['three parts', 'Leidde de publiek-private … samenwerking Werkplaats Noord … coördinator van het waterschap'],
  ['zero-width characters', 'Was verant\u200bwoordelijk voor governance'],
  ['a byte-order mark', '\ufeffWas verantwoordelijk voor governance'],
  ['a semicolon inside', 'Stuurde geen medewerkers aan; zonder mandaat'],
  ['double negation kept', 'zonder mandaat droeg zij geen verantwoordelijkheid'],
  ['a euro sign glued', '€ 640.000) binnen de samenwerking'],
  ['with damage from a wrong encoding', 'stemde af met de coÃ¶rdinator van het waterschap'],
  ['quotation marks of another kind', 'Kreeg "de Gouden Pijl" in 2016'],
  ['low quotation marks', 'Kreeg „de Gouden Pijl” in 2016'],
]

const altered: [string, string][] = [
  ['one digit more', 'budgetbeheer (€ 6.640.000) binnen de samenwerking'],
  ['one digit other', 'budgetbeheer (€ 650.000) binnen de samenwerking'],
  ['one digit less', 'budgetbeheer (€ 64.000) binnen de samenwerking'],
  ['an amount cut short', 'bestuurlijke processen en budgetbeheer (€ 640'],
  ['an amount from its middle', '000) binnen de samenwerking van 7 gemeenten'],
  ['another count', 'binnen de samenwerking van 17 gemeenten'],
  ['a count in words', 'binnen de samenwerking van zeven gemeenten'],
  ['a number word changed', 'Bracht in een complex traject tien gemeenten'],
  ['a number word into a digit', 'aan 12 programma’s voor Regio Veldzicht'],
  ['a year changed', 'diploma behaald in 2012'],
  ['a year changed in a range', 'Hogeschool Oosthoek, 2009 – 2014, diploma'],
  ['2016 for 2021', 'mrt 2016 – heden Programmamanager'],
  ['a month changed', 'mei 2021 – heden Programmamanager'],
  ['a day changed', 'Werkte van 02-03-2019 t/m 31-10-2021'],
  ['a date cut short', 'Werkte van 01-03-2019 t/m 31-10-20'],
  ['hours changed', 'gemeente Fictadam, 36 uur per week'],
  ['"niet" dropped', 'De opleiding is afgerond'],
  ['"niet" dropped further on', 'is afgerond, maar de module financiën wel'],
  ['"niet" added', 'Was niet verantwoordelijk voor governance'],
  ['"geen" dropped', 'Stuurde medewerkers aan; zonder mandaat'],
  ['"zonder" into "met"', 'met mandaat droeg zij geen verantwoordelijkheid'],
  ['"geen" into "de"', 'droeg zij de verantwoordelijkheid voor het budget'],
  ['"wel" into "niet"', 'maar de module financiën niet'],
  ['a negation hidden by an ellipsis', 'De opleiding is … afgerond, maar de module'],
  ['a negation hidden between longer parts', 'Stuurde geen medewerkers … droeg zij geen … voor het budget'],
  ['"geen" skipped between parts', 'aan; zonder mandaat droeg zij … verantwoordelijkheid voor het budget'],
  ['another employer', 'gemeente Fictaberg, 32 uur per week'],
  ['another kind of employer', 'provincie Fictadam, 32 uur per week'],
  ['an employer added', 'gemeente Fictadam en provincie, 32 uur per week'],
  ['another partnership', 'publiek-private samenwerking Werkplaats Zuid'],
  ['another region', 'aan twaalf programma’s voor Regio Verzicht'],
  ['another school', 'HBO Bestuurskunde, Hogeschool Westhoek, 2009'],
  ['a higher degree', 'WO Bestuurskunde, Hogeschool Oosthoek, 2009'],
  ['another field', 'HBO Bedrijfskunde, Hogeschool Oosthoek, 2009'],
  ['another role', 'Programmadirecteur regionale samenwerking'],
  ['a role made bigger', 'Hoofd programmamanager regionale samenwerking'],
  ['a role cut from a compound', 'manager regionale samenwerking gemeente'],
  ['words in another order', 'bestuurlijke processen, governance en budgetbeheer'],
  ['two words swapped', 'Was voor verantwoordelijk governance'],
  ['parts in the wrong order', 'binnen de samenwerking van 7 gemeenten … Was verantwoordelijk voor governance'],
  ['parts of two engagements', 'Was verantwoordelijk voor governance … diploma behaald in 2013'],
  ['parts far apart', 'gemeente Fictadam, 32 uur … Kreeg “de Gouden Pijl” in 2016'],
  ['a part that is invented', 'Was verantwoordelijk voor governance … leidde twintig mensen aan'],
  ['a part too short to mean anything', 'Was … verantwoordelijk voor governance'],
  ['a word dropped', 'Was verantwoordelijk governance, bestuurlijke processen'],
  ['a word added', 'Was volledig verantwoordelijk voor governance'],
  ['a word replaced', 'Was medeverantwoordelijk voor governance'],
  ['another verb', 'Steunde de publiek-private samenwerking Werkplaats Noord'],
  ['a synonym', 'Was aansprakelijk voor governance'],
  ['in English', 'Was responsible for governance, administrative processes'],
  ['in German', 'War verantwortlich für Governance'],
  ['another tense', 'Is verantwoordelijk voor governance'],
  ['a plural made singular', 'binnen de samenwerking van 7 gemeente'],
  ['a singular made plural', 'Bracht in een complexe trajecten acht gemeenten'],
  ['a word cut at its end', 'Was verantwoordelijk voor gover'],
  ['a word cut at its start', 'woordelijk voor governance, bestuurlijke processen'],
  ['a compound cut at its hyphen', 'Leidde de publiek'],
  ['two words made one', 'Was verantwoordelijk voorgovernance'],
  ['one word made two', 'Begeleidde efficiënte energie opslag'],
  ['without its accent', 'stemde af met de coordinator van het waterschap'],
  ['one letter other in a long word', 'Was verantwoordelijk voor governence'],
  ['one letter dropped', 'Was verantwordelijk voor governance'],
  ['two words only', 'bestuurlijke processen'],
  ['one word only', 'governance'],
  ['nothing', ''],
  ['only marks', '… . , -'],
  ['a sentence that is not there', 'Gaf leiding aan dertig medewerkers van de provincie'],
  ['a paraphrase', 'Beheerde een budget van € 640.000 voor zeven gemeenten'],
  ['the currency changed', 'budgetbeheer ($ 640.000) binnen de samenwerking'],
  ['an amount in millions', 'budgetbeheer (€ 640.000 miljoen) binnen de samenwerking'],
]

describe('a quote is found', () => {
  it.each(honest)('%s', (_, quote) => {
    const found = locateQuote(quote, text)
    expect(found).not.toBeNull()
    expect(found!.end).toBeGreaterThan(found!.start)
    expect(text.slice(found!.start, found!.end)).toMatch(/^\S[\s\S]*\S$/)
  })
})

describe('a quote is refused', () => {
  it.each(altered)('%s', (_, quote) => {
    expect(locateQuote(quote, text)).toBeNull()
  })
})

it('has at least sixty of each', () => {
  expect(honest.length).toBeGreaterThanOrEqual(60)
  expect(altered.length).toBeGreaterThanOrEqual(60)
})

it('points at the words as they stand in the source', () => {
  const found = locateQuote('scholen en ondernemers bij elkaar', text)!
  expect(text.slice(found.start, found.end)).toBe('scholen en onder-\nnemers bij elkaar')
})

it('looks for the stretch that was asked for', () => {
  const twice = 'Leidde het hele team.\n\nLeidde het hele team.'
  expect(locateQuote('Leidde het hele team', twice, [{ start: 23, end: twice.length }])).toEqual({ start: 23, end: 43 })
  expect(locateQuote('Leidde het hele team', twice, [{ start: 0, end: 10 }])).toBeNull()
})

it('finds every run of three words of a text in that text', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{1,9}$/), { minLength: 4, maxLength: 30 })
  fc.assert(
    fc.property(words, fc.nat(), (list, seed) => {
      const from = seed % (list.length - 2)
      const quote = list.slice(from, from + 3).join(' ')
      const found = locateQuote(quote, list.join(' '))
      expect(found && list.join(' ').slice(found.start, found.end)).toBe(quote)
    }),
  )
})

it('refuses a quote in which one digit was changed, whatever the digits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 99_999_999 }),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (number, at, shift) => {
        const digits = String(number)
        const i = at % digits.length
        const other = digits.slice(0, i) + ((Number(digits[i]) + shift) % 10) + digits.slice(i + 1)
        expect(
          locateQuote(`beheerde een budget van ${other} euro`, `Zij beheerde een budget van ${digits} euro per jaar`),
        ).toBeNull()
      },
    ),
  )
})
