import { afterAll, describe, expect, it } from 'vitest'
import { closeParsers, readDocument } from '../../src/documents/read-document.ts'
import { makeDocx, p } from './make-docx.ts'
import { at, column, makePdf } from './make-pdf.ts'

afterAll(closeParsers)
const linesOf = async (pages: string[]) => (await readDocument(makePdf(pages), 'cv.pdf')).lines.map((line) => line.text)

describe('the reading order of a PDF', () => {
  it('two columns are read one after the other', async () => {
    const left = ['Contact', 'Testdorp', '', 'Vaardigheden', 'Scrum', 'Excel', '', 'Talen', 'Nederlands']
    const right = [
      'Werkervaring',
      'Projectleider bij gemeente Ergens',
      'Leidde drie projecten in de regio.',
      'Adviseur bij provincie Nergens',
      'Schreef het beleid voor energie.',
      'Begeleidde de raad.',
      'Hield toezicht.',
    ]
    const lines = await linesOf([column(50, 780, left, 17) + column(230, 772, right, 15)])
    expect(lines).toEqual([...left.filter(Boolean), ...right])
  })

  it('a column of dates is read row by row', async () => {
    const rows =
      at(50, 780, 'Werkervaring') +
      at(50, 750, 'mrt 2021 - heden') +
      column(200, 750, ['Projectleider', 'gemeente Ergens', 'Leidde drie projecten.']) +
      at(50, 690, 'jan 2018 - feb 2021') +
      column(200, 690, ['Adviseur', 'provincie Nergens', 'Schreef stukken.'])
    expect(await linesOf([rows])).toEqual([
      'Werkervaring',
      'mrt 2021 - heden\tProjectleider',
      'gemeente Ergens',
      'Leidde drie projecten.',
      'jan 2018 - feb 2021\tAdviseur',
      'provincie Nergens',
      'Schreef stukken.',
    ])
  })

  it('dates at the right edge stay with their line', async () => {
    const rows =
      column(50, 780, [
        'Projectleider, gemeente Ergens',
        'Leidde drie projecten in de regio.',
        'Stuurde zes mensen aan in de uitvoering.',
        'Adviseur, provincie Nergens',
        'Schreef stukken voor de raad.',
      ]) +
      at(430, 780, 'mrt 2021 - heden') +
      at(425, 738, 'jan 2018 - feb 2021')
    expect(await linesOf([rows])).toEqual([
      'Projectleider, gemeente Ergens\tmrt 2021 - heden',
      'Leidde drie projecten in de regio.',
      'Stuurde zes mensen aan in de uitvoering.',
      'Adviseur, provincie Nergens\tjan 2018 - feb 2021',
      'Schreef stukken voor de raad.',
    ])
  })

  it('a paragraph that the margin broke is one line, its broken word whole', async () => {
    const paragraph = [
      'Bracht in een complex traject acht gemeenten, scholen en andere onder-',
      'nemers bij elkaar en leidde daarbij de regionale stuurgroep voor energie.',
      'Kort.',
      'Een nieuwe regel met tekst die weer helemaal tot aan de kantlijn loopt.',
    ]
    expect(await linesOf([column(50, 780, paragraph)])).toEqual([
      'Bracht in een complex traject acht gemeenten, scholen en andere ondernemers bij elkaar en leidde daarbij de regionale stuurgroep voor energie.',
      'Kort.',
      'Een nieuwe regel met tekst die weer helemaal tot aan de kantlijn loopt.',
    ])
  })

  it('pages are exact, and each line knows its own', async () => {
    const document = await readDocument(
      makePdf([at(50, 800, 'Eerste bladzijde van dit cv'), at(50, 800, 'Tweede bladzijde')]),
      'cv.pdf',
    )
    expect(document.pages).toBe(2)
    expect(document.lines.map((line) => line.page)).toEqual([1, 2])
  })

  it('letters that a program placed one by one are words again', async () => {
    // Widths of Helvetica, in thousandths of the letter size.
    const widths: Record<string, number> = {
      P: 667,
      r: 333,
      o: 556,
      j: 222,
      e: 556,
      c: 500,
      t: 278,
      l: 222,
      i: 222,
      d: 556,
    }
    let x = 50
    const word = [...'Projectleider']
      .map((letter) => {
        const drawn = at(x, 780, letter)
        x += (widths[letter]! / 1000) * 11
        return drawn
      })
      .join('')
    const lines = await linesOf([word + at(50, 760, 'bij de gemeente Ergens sinds 2019')])
    expect(lines[0]).toBe('Projectleider')
  })
})

describe('a Word document', () => {
  it('has a table row on one line, a cell of several paragraphs below each other', async () => {
    const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => p(text)).join('')}</w:tc>`
    const body = `<w:tbl><w:tr>${cell('2019 – 2021')}${cell('Adviseur')}${cell('Schreef.', 'Las.')}</w:tr><w:tr>${cell('2017', '20 uur')}${cell('Stagiair')}</w:tr></w:tbl>`
    const document = await readDocument(makeDocx(body), 'cv.docx')
    expect(document.lines.map((line) => line.text)).toEqual([
      '2019 – 2021\tAdviseur\tSchreef.',
      'Las.',
      '2017',
      '20 uur',
      'Stagiair',
    ])
  })
  it('gives headers, notes and footers too', async () => {
    const part = (root: string, text: string) => `<w:${root} xmlns:w="x">${p(text)}</w:${root}>`
    const document = await readDocument(
      makeDocx(p('Romp'), { 'word/header1.xml': part('hdr', 'Kop'), 'word/footer1.xml': part('ftr', 'Voet') }),
      'cv.docx',
    )
    expect(document.lines.map((line) => line.text)).toEqual(['Kop', 'Romp', 'Voet'])
  })
  it.each([
    ['by Word, fitting the text', 'Microsoft Office Word', '30', 2],
    ['by another program', 'LibreOffice/7.4', '30', null],
    ['by Word, for another text', 'Microsoft Office Word', '90000', null],
  ])('tells its pages when they were counted %s', async (_, program, characters, pages) => {
    const app = `<Properties><Application>${program}</Application><Pages>2</Pages><Characters>${characters}</Characters></Properties>`
    const document = await readDocument(
      makeDocx(p('Adviseur bij gemeente Ergens.'), { 'docProps/app.xml': app }),
      'cv.docx',
    )
    expect(document.pages).toBe(pages)
  })
})
