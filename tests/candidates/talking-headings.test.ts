import { describe, expect, it } from 'vitest'
import { readCareer } from '../../src/candidates/read-career.ts'
import { fromText } from '../../src/documents/read-document.ts'

const read = (text: string) => readCareer(fromText(text), { asOf: '2026-07-16' })

describe('a CV whose headings talk', () => {
  const career = read(`Sanne Verzonnen

Wat deed ik

Beleidsadviseur, gemeente Testdorp
april 2021 - heden
Schreef de woonvisie.

Wat heb ik geleerd
Hbo Bestuurskunde, Hogeschool Nergens, diploma behaald in 2016

Kan ik ook
Excel, notuleren

Wie kent mij
Mia Proefkamp, afdelingshoofd, gemeente Testdorp
Joost Nepstra, directeur, Stichting Verzinsel
`)
  it('tells its jobs', () =>
    expect(career.engagements.map(({ title, organisation }) => [title, organisation])).toEqual([
      ['Beleidsadviseur', 'gemeente Testdorp'],
    ]))
  it('its studies', () =>
    expect(career.education.map(({ level, completion }) => [level, completion])).toEqual([['hbo', 'completed']]))
  it('and its referees', () => expect(career.references.count).toBe(2))
})

it('pieces that end on full stops name employer and role', () => {
  const career = read(`Werkervaring

2020-05 t/m 2024-09. Veen & Vaart Advocaten. Jurist.
Huurzaken: stond dertig keer bij de kantonrechter.

2018-01 t/m 2020-04. Provincie Utrecht. Juridisch adviseur.
Behandelde bezwaren.
`)
  expect(career.engagements.map(({ title, organisation }) => [title, organisation])).toEqual([
    ['Jurist', 'Veen & Vaart Advocaten'],
    ['Juridisch adviseur', 'Provincie Utrecht'],
  ])
})

it('a heading that asks what one does now opens the work too', () => {
  const career = read(`Sanne Verzonnen

Wat doe ik nu
Sinds juni 2022: beleidsadviseur, gemeente Testdorp.
Ik schreef de woonvisie.

Wat deed ik eerder
April 2018 t/m mei 2022: secretaris, Stichting Verzinsel.
Ik maakte de agenda.
`)
  expect(career.engagements.map(({ organisation }) => organisation)).toEqual([
    'gemeente Testdorp',
    'Stichting Verzinsel',
  ])
})

it('stars between the pieces of a heading part them, and a year behind a piece of work makes no job of it', () => {
  const career = read(`Werkervaring

2020 – 2023 * inkoopadviseur * gemeente Testdorp
- Aanbesteding hulpmiddelen (2022): zelf begeleid
- kocht kantoormeubels in

jan 2012 t/m dec 2019 * inkoper * Stichting Verzinsel
- kocht vervoer in
`)
  expect(career.engagements.map(({ title, organisation }) => [title, organisation])).toEqual([
    ['inkoopadviseur', 'gemeente Testdorp'],
    ['inkoper', 'Stichting Verzinsel'],
  ])
})
