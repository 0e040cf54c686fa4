import { describe, expect, it } from 'vitest'
import { repairLayout } from '../../src/text/layout.ts'
import { repairText } from '../../src/text/repair.ts'

const laidOut = (text: string) => repairLayout(repairText(text)).text

describe('lines are undone of what pages and mail made of them', () => {
  it('joins a word that a line end broke, but not a shared ending', () => {
    expect(laidOut('ervaring met informatiebevei-\nliging')).toBe('ervaring met informatiebeveiliging')
    expect(laidOut('een hbo-\nen wo-diploma')).toBe('een hbo-\nen wo-diploma')
  })

  it('keeps the first page header and drops its repetitions and the page numbers', () => {
    const page = (number: number) =>
      `Uitvraag 26-0093 Gemeente X\nTekst van bladzijde ${'abc'[number]}\nPagina ${number + 1} van 3\n`
    const text = laidOut([0, 1, 2].map(page).join(''))
    expect(text.match(/Uitvraag 26-0093/g)).toHaveLength(1)
    expect(text).not.toMatch(/Pagina/)
    expect(text).toMatch(/bladzijde c/)
  })

  it('never takes equal weights in a list for the head of a page', () => {
    const text = 'Criterium A\nWeging: 25 procent\nCriterium B\nWeging: 25 procent\nCriterium C\nWeging: 50 procent\n'
    expect(laidOut(text)).toBe(text)
  })

  it('takes `>` off a quoted mail and leaves it where it is a bullet', () => {
    const mail = '> Van: Inkoop\n> Onderwerp: uitvraag\n>\n> De termijn loopt tot 4 juni.'
    expect(laidOut(mail)).toBe('Van: Inkoop\nOnderwerp: uitvraag\n\nDe termijn loopt tot 4 juni.')
    const bullets = 'EISEN:\n> Hbo-diploma\n> Ervaring met crisis\n> Rijbewijs B'
    expect(laidOut(bullets)).toBe(bullets)
  })

  it('joins sentences of a hand-wrapped mail, but no list and no label', () => {
    const mail = [
      'De gemeente zoekt een beleidsmedewerker wonen voor vierentwintig uur',
      'per week, in eerste instantie voor acht maanden. De opdracht begint op',
      'maandag en wordt uitgevoerd op het gemeentehuis, waar een werkplek voor',
      'je klaarstaat. De inzet kan twee keer worden verlengd met vier maanden.',
      'Eisen:',
      '- hbo-diploma',
      '- drie jaar ervaring',
    ].join('\n')
    const lines = laidOut(mail).split('\n')
    expect(lines[0]).toContain('vierentwintig uur per week')
    expect(lines.slice(-3)).toEqual(['Eisen:', '- hbo-diploma', '- drie jaar ervaring'])
  })
})
