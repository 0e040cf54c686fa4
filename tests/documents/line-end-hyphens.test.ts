import { describe, expect, it } from 'vitest'
import { paragraphsOf, wordsOf } from '../../src/documents/pdf-paragraphs.ts'
import type { Row } from '../../src/documents/pdf-rows.ts'

/** Rows of one column as wide as their text, so that each goes on in the next. */
const rows = (lines: string[]): Row[] =>
  lines.map((text, i) => ({
    y: i * 14,
    size: 10,
    segments: [{ text, x0: 50, x1: 500, size: 10, font: 'f', y: i * 14 }],
  }))
const read = (lines: string[], page: string[] = []) =>
  paragraphsOf(rows(lines), { wrapAt: 500, known: wordsOf(rows([...lines, ...page])) })
    .map(({ text }) => text)
    .join(' ')

describe('a hyphen at a line end', () => {
  it('stays in an English compound', () => {
    const lines = ['She supported the board and the administrative decision-', 'making of three municipalities.']
    expect(read(lines)).toContain('administrative decision-making of')
  })

  it('stays between two Dutch adjectives, and in a compound that the page writes with one', () => {
    expect(read(['Ervaring met publiek-', 'private samenwerking in de regio.'])).toContain(
      'publiek-private samenwerking',
    )
    expect(read(['Adviseerde over politiek-', 'bestuurlijke vragen van de raad.'])).toContain('politiek-bestuurlijke')
    expect(read(['Werkte aan een e-mail- en agenda-', 'systeem.'], ['Het agenda-systeem'])).toContain('agenda-systeem')
  })

  it('goes where it only breaks a word', () => {
    expect(read(['Leidde de samen-', 'werking van acht gemeenten.'])).toContain('de samenwerking van')
    expect(read(['Schreef plannen voor de pro-', 'jecten in de waterketen.'])).toContain('de projecten in')
    expect(read(['De project-', 'leider van de gemeente.'], ['projectleider', 'project', 'leider'])).toContain(
      'De projectleider van',
    )
  })

  it('stays where a part is left out', () => {
    expect(read(['Verantwoordelijk voor de in-', 'en uitstroom van mensen.'])).toContain('in- en uitstroom')
  })
})
