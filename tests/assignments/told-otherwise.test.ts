import { describe, expect, it } from 'vitest'
import { headingKind } from '../../src/assignments/heading-kinds.ts'
import { read } from './reading.ts'

const posting = (...lines: string[]) => read(['Opdrachtgever: Gemeente Proefdam', '', ...lines].join('\n')).posting
const texts = (criteria: { text: string }[]) => criteria.map(({ text }) => text)

describe('facts in other words', () => {
  it('a heading is what it says, not what its brackets explain', () => {
    expect(headingKind('Knock-outs (zonder bewijs in het cv vervalt de aanbieding)')).toBe('knockout')
    expect(headingKind('Eisen aan het cv (maximaal vier bladzijden)')).toBe('other')
  })

  it('demands in a row are told apart, the last two as well', () => {
    const { knockouts } = posting(
      'Hard zijn drie eisen: een afgeronde wo-opleiding, minimaal 2 jaar ervaring als planner en beschikbaarheid op maandag.',
    )
    expect(texts(knockouts)).toEqual([
      'een afgeronde wo-opleiding',
      'minimaal 2 jaar ervaring als planner',
      'beschikbaarheid op maandag',
    ])
  })

  it('points that are "good for" a criterion leave its words as they are', () => {
    const { awards } = posting(
      'Zo tellen de punten: ervaring met rioolbeheer (GWSW) is goed voor 40 punten, ervaring met inspecties voor 60 punten.',
    )
    expect(awards.map(({ text, points }) => [text, points])).toEqual([
      ['ervaring met rioolbeheer (GWSW)', 40],
      ['ervaring met inspecties', 60],
    ])
  })

  it.each([
    ['Aanbiedingen met een tarief boven € 97,- worden uitgesloten.', 97],
    ['Ze gaan niet hoger dan 84 euro per uur ex btw.', 84],
  ])('a ceiling: %s', (sentence, rate) => {
    expect(posting(sentence).maxRateEur).toBe(rate)
  })

  it.each(['Doorlopen mogelijk: ja, 2 keer met 3 maanden', 'Prolongation: up to two times, 3 months each'])(
    'an extension: %s',
    (line) => {
      expect(posting(line).extension).toMatchObject({ possible: true, options: 2, months: 3 })
    },
  )

  it('what does not hold is denied in other words too', () => {
    const { sroi, hybrid } = posting('Social return speelt bij deze opdracht niet.', 'Thuiswerken zit er niet in.')
    expect([sroi?.applies, hybrid]).toEqual([false, false])
  })

  it('people that are hired are no hours', () => {
    expect(posting('Er worden twee ervaren toezichthouders ingehuurd.').professionals).toBe(2)
  })
})

describe('dates in other words', () => {
  const submissions = (...lines: string[]) =>
    posting('Geplaatst op 4 januari 2027', '', ...lines)
      .deadlines.filter(({ kind }) => kind === 'submission')
      .map(({ at }) => at)

  it('more time is a deadline put off', () => {
    expect(
      submissions(
        'Er is meer tijd: indienen kan nu tot maandag 25 januari 2027, 12.00 uur.',
        '',
        'Sluitingsdatum: maandag 18 januari 2027, 12.00 uur',
      ),
    ).toEqual(['2027-01-25T12:00:00+01:00'])
  })

  it('the day on which the client wants the papers stands beside the own deadline', () => {
    expect(
      submissions(
        'Stuur je het cv uiterlijk maandag 18 januari 2027 om 15.00 uur naar mij? De gemeente wil het woensdag 20 januari 2027 om 12.00 uur hebben.',
      ),
    ).toEqual(['2027-01-18T15:00:00+01:00', '2027-01-20T12:00:00+01:00'])
  })
})

describe('a title', () => {
  it('is the job the mail names where its subject only chats', () => {
    const { title } = read(
      'Onderwerp: mooie klus, iets voor jullie?\n\nHoi Sanne,\n\nWaterschap Proefpolder zoekt een peilbeheerder, standplaats Proefdam.',
    ).posting
    expect(title).toBe('peilbeheerder')
  })

  it('is what the request is for, not the first heading under it', () => {
    const { title } = read(
      'PROVINCIE PROEFLAND\nOfferteuitvraag inhuur: Senior tracébeheerder\nZaaknummer: PP-Z-1182\n\n1. Planning\n\nActiviteit\tDatum\nIndienen offerte\tvrijdag 30 oktober 2026',
    ).posting
    expect(title).toBe('Senior tracébeheerder')
  })
})
