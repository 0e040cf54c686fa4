import { describe, expect, it } from 'vitest'
import { compareCareers } from '../../src/candidates/compare-careers.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import { fromText } from '../../src/documents/read-document.ts'

const text = `Werkervaring
mrt 2021 – heden  Projectleider, gemeente Fictadam
- Leidde drie projecten.
2015 – 2018  Adviseur, provincie Zuidland
- Schreef stukken.

Opleiding
HBO Bestuurskunde, Hogeschool Oosthoek, 2009 – 2013
`
const read = (cv: string) => readCareer(fromText(cv), { asOf: '2026-07-16' })
const changes = (edit: (cv: string) => string) =>
  compareCareers(read(text), read(edit(text))).map(
    ({ code, label, before, after }) => `${code} ${label}: ${before} > ${after}`,
  )

describe('between two versions of a CV it names', () => {
  it.each([
    [
      'an earlier start',
      (cv: string) => cv.replace('mrt 2021', 'jan 2020'),
      ['start-changed gemeente Fictadam: 2021-03 > 2020-01'],
    ],
    [
      'an end that was set',
      (cv: string) => cv.replace('heden', 'dec 2025'),
      ['end-changed gemeente Fictadam: open > 2025-12'],
    ],
    [
      'a year made a month',
      (cv: string) => cv.replace('2015 – 2018', 'mei 2015 – 2018'),
      ['start-changed provincie Zuidland: 2015-01/2015-12 > 2015-05'],
    ],
    [
      'another role',
      (cv: string) => cv.replace('Adviseur', 'Programmamanager'),
      ['role-changed provincie Zuidland: Adviseur > Programmamanager'],
    ],
    [
      'another employer',
      (cv: string) => cv.replace('provincie Zuidland', 'gemeente Veldmeer'),
      ['organisation-changed gemeente Veldmeer: provincie Zuidland > gemeente Veldmeer'],
    ],
    [
      'a job that went',
      (cv: string) => cv.replace(/2015[\s\S]*stukken\.\n/, ''),
      ['engagement-removed provincie Zuidland: 2015-01/2015-12 – 2018-01/2018-12 > '],
    ],
    [
      'a job that came',
      (cv: string) => cv.replace('2015 –', 'jan 2019 – feb 2021  Planner, gemeente Nergens\n- Plande.\n2015 –'),
      ['engagement-added gemeente Nergens:  > 2019-01 – 2021-02'],
    ],
    [
      'a diploma that came',
      (cv: string) => cv.replace('2009 – 2013', '2009 – 2013, diploma behaald'),
      ['education-changed : hbo: not-stated > hbo: completed'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(changes(edit)).toEqual(expected)
  })
  it('nothing when only sentences changed', () => {
    expect(changes((cv) => cv.replace('Leidde drie projecten.', 'Leidde vier projecten en een programma.'))).toEqual([])
  })
  it('nothing when jobs only changed places', () => {
    const swapped = (cv: string) => cv.replace(/(mrt[\s\S]*projecten\.\n)(2015[\s\S]*stukken\.\n)/, '$2$1')
    expect(changes(swapped)).toEqual([])
  })
})
