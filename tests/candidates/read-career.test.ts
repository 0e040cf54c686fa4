import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCareer } from '../../src/candidates/read-career.ts'
import { sentencesOf } from '../../src/candidates/sentences.ts'
import { fromText } from '../../src/documents/read-document.ts'
import { monthOf } from '../../src/text/months.ts'
import { asOf, educationLines, engagementLines, readCv } from './read-cv.ts'

/** What a careful person reads from the invented CVs in cvs/, one layout each. */
const expected: Record<string, { engagements: string[]; education: string[]; references?: number }> = {
  'title-above-date': {
    engagements: [
      'Senior beleidsadviseur mobiliteit | Gemeente Veldmeer | 2019-03 – 2021-10',
      'Beleidsmedewerker verkeer | Provincie Zuiderland | 2014-09 – 2019-02',
      'Stagiair verkeerskunde | Adviesbureau De Rotonde | 2014-01 – 2014-06',
    ],
    education: ['hbo completed', 'other not-stated'],
  },
  'company-first-english': {
    engagements: [
      'Programme Manager Energy Transition | Polderstad Municipality | 2020-01 – open',
      'Project Leader Dikes | Fenland Water Board | 2016-09 – 2019-12',
      'Consultant | Brightline Consulting Ltd | 2012-01/2012-12 – 2016-01/2016-12',
    ],
    education: ['wo completed', 'hbo not-stated'],
  },
  'umbrella-freelance': {
    engagements: [
      'Zelfstandig adviseur | Bedenksel Advies (eenmanszaak) | 2015-01/2015-12 – open',
      'projectleider omgevingsvisie | gemeente Nieuwmeer | 2021-03 – 2023-06 | in 0',
      'interim-teamleider ruimte | gemeente Oostwaard | 2018-09 – 2020-12 | in 0',
      'adviseur gebiedsontwikkeling | Woonstichting De Linde | 2016-01/2016-12 – 2017-01/2017-12 | in 0',
      'Planoloog | gemeente Hoogerveen | 2009-04 – 2014-12',
    ],
    education: ['wo completed'],
  },
  markdown: {
    engagements: [
      'Projectleider dienstverlening | Gemeente Waterrijk | 2020-01/2020-03 – 2022-07/2022-09',
      'Adviseur informatievoorziening | Veiligheidsregio Oostkust | 2017-09/2017-12 – 2019-09/2019-12',
    ],
    education: ['hbo completed', 'wo running'],
  },
  'form-labels': {
    engagements: [
      'Inkoopadviseur | Detacheringsbureau Brugman B.V. | 2021-04 – open',
      'Contractmanager | Rijkswaterstaat | 2017-01 – 2021-03',
    ],
    education: ['hbo unfinished', 'mbo completed'],
  },
  'dates-right': {
    engagements: [
      'Teammanager Vergunningen | Gemeente Duinrand | 2022-05 – open',
      'Vergunningverlener | Omgevingsdienst Kustland | 2018-02 – 2022-04',
      'Juridisch medewerker | Advocatenkantoor Blauw & Partners | 2015-01/2015-12 – 2018-01/2018-12',
    ],
    education: ['wo completed'],
  },
  'roles-within-employer': {
    engagements: [
      'null | Gemeente Bronckveld | 2012-01/2012-12 – open',
      'Strategisch adviseur bestuur | null | 2020-01 – open | in 0',
      'Projectsecretaris | null | 2016-03 – 2019-12 | in 0',
      'Medewerker bestuurssecretariaat | null | 2012-01/2012-12 – 2016-02 | in 0',
    ],
    education: ['hbo completed'],
  },
  'letter-english': {
    engagements: [
      'data analyst | Province of Lakeland | 2019-03 – 2021-10',
      'Lead Data Scientist | Meadow Insurance plc | 2021-11 – open',
    ],
    education: ['wo completed'],
    references: 1,
  },
  'spaced-headings': {
    engagements: [
      'Communicatieadviseur | Hoogheemraadschap Rijnstroom | 2019-01/2019-12 – open',
      'Redacteur | Uitgeverij Papier BV | 2016-01/2016-12 – 2019-01/2019-12',
    ],
    education: ['hbo completed'],
  },
  'one-line-entries': {
    engagements: [
      'Scrum master | Belastingsamenwerking Oost | 2022-01/2022-12 – open',
      'Applicatiebeheerder | Zorggroep Samen | 2019-01/2019-12 – 2022-01/2022-12',
      'Servicedeskmedewerker | Bibliotheek Meerstad | 2015-03 – 2018-12',
    ],
    education: ['hbo completed'],
  },
  'functional-chronology': {
    engagements: [
      'Programmamanager energietransitie | gemeente Zonneveld | 2020-03 – open',
      'Projectleider riolering | Waterschap De Bedding | 2014-01 – 2020-02',
      'null | Aannemersbedrijf Kei B.V. | 2010-01/2010-12 – 2013-01/2013-12',
    ],
    education: ['hbo completed'],
  },
  'projects-as-bullets': {
    engagements: [
      'Senior consultant | Adviesbureau Kompas B.V. | 2016-06 – open',
      'projectleider parkeerbeleid | Gemeente Lindenburg | 2022-01 – 2024-03 | in 0',
      'adviseur fiets | Provincie Heideland | 2019-01/2019-12 – 2021-01/2021-12 | in 0',
      'Verkeerskundige | Ingenieursbureau Passer | 2011-08 – 2016-05',
    ],
    education: ['hbo completed'],
  },
  'dates-with-employer': {
    engagements: [
      'senior projectmanager stationsgebied | Gemeente Lichtenoord | 2019-01/2019-12 – open',
      'omgevingsmanager | ProRail | 2014-01/2014-12 – 2019-01/2019-12',
    ],
    education: ['hbo completed'],
  },
  'numbered-projects': {
    engagements: [
      'Programmacoördinator | Gemeente Akkerdam | 2022-09 – open',
      'Projectleider | Regio Duinvallei | 2020-01 – 2022-08',
      'Adviseur inkoop | GGD Duinvallei | 2018-01/2018-12 – 2019-01/2019-12',
    ],
    education: ['wo completed', 'hbo not-stated'],
  },
  'english-dates-right': {
    engagements: [
      'Procurement Lead | Waterways Agency of Nowhere | 2019-02 – open',
      'Category Manager | Northbank Council | 2014-09 – 2019-01',
      'Buyer | Acme Stores Inc. | 2010-06 – 2014-08',
    ],
    education: ['wo completed', 'hbo not-stated'],
  },
  'from-to-columns': {
    engagements: [
      'Interim-manager sociaal domein | Gemeente Beekwijk | 2023-01 – open',
      'Programmamanager inburgering | Gemeente Steenrijk | 2020-06 – 2022-12',
      'Teamleider Wmo | Gemeente Oudezijl | 2016-01/2016-12 – 2020-01/2020-12',
    ],
    education: [],
  },
  'dates-in-front-long': {
    engagements: [
      'Directiesecretaris | Woningcorporatie De Toren | 2018-08 – open',
      'Juridisch beleidsmedewerker | Waterschap Groot Laagland | 2012-01 – 2018-07',
      'Jurist | Rechtsbijstand Eerlijk N.V. | 2008-01/2008-12 – 2011-12/2012-12',
    ],
    education: ['wo completed'],
  },
  'aligned-labels': {
    engagements: [
      'Beleidsadviseur klimaat | Gemeente Zilverberg | 2022-01 – open',
      'Projectmedewerker | Stichting Groen Dak | 2019-03 – 2021-12',
    ],
    education: ['hbo completed'],
  },
  'role-and-body-together': {
    engagements: [
      'Communicatieadviseur | Gemeente Parelmeer | 2021-05 – open',
      'Freelance tekstschrijver | null | 2019-05 – 2021-04',
      'Webredacteur | Universiteit Parelstad | 2016-08 – 2019-04',
    ],
    education: ['hbo unfinished', 'mbo completed'],
  },
  'no-headings': {
    engagements: [
      'projectleider dijkversterking | Waterschap Polderrand | 2020-01/2020-12 – open',
      'uitvoerder | Aannemer Zandwerk B.V. | 2015-01/2015-12 – 2020-01/2020-12',
    ],
    education: ['hbo completed'],
  },
}

describe('a CV is read as a careful person reads it', () => {
  it.each(Object.entries(expected))('%s', (name, { engagements, education, references = 0 }) => {
    const { career } = readCv(name)
    expect(engagementLines(career)).toEqual(engagements)
    expect(educationLines(career)).toEqual(education)
    expect(career.references.count).toBe(references)
  })

  it('says what is expected of every CV in the folder', () => {
    const names = readdirSync(resolve(import.meta.dirname, 'cvs')).map((file) => file.replace('.txt', ''))
    expect(Object.keys(expected).sort()).toEqual(names.sort())
  })
})

describe('in every CV', () => {
  const all = Object.keys(expected).map((name) => [name, readCv(name)] as const)
  it.each(all)('%s: titles, employers and periods are words of the document', (_, { document, career }) => {
    for (const { title, organisation, period, spans } of career.engagements) {
      const own = spans.map(({ start, end }) => document.text.slice(start, end).replace(/\s+/g, ' ')).join('\n')
      if (title) expect(own).toContain(title)
      if (organisation) expect(own).toContain(organisation)
      if (period) expect(document.text.slice(period.start, period.end)).toBe(period.quote)
    }
  })
  it.each(all)('%s: no sentence belongs to two engagements', (_, { document, career }) => {
    const starts = career.engagements.flatMap(({ spans }) => sentencesOf(document, spans).map(({ start }) => start))
    expect(new Set(starts).size).toBe(starts.length)
  })
  it.each(all)('%s: bounds are in order and end with the reference month', (_, { career }) => {
    for (const { period } of career.engagements) {
      if (!period) continue
      expect(period.fromEarliest).toBeLessThanOrEqual(period.fromLatest)
      expect(period.toEarliest).toBeLessThanOrEqual(period.toLatest)
      expect(period.toLatest).toBeLessThanOrEqual(monthOf(2026, 7))
    }
  })
})

describe('what is no engagement', () => {
  const read = (text: string) => engagementLines(readCareer(fromText(text), { asOf }))
  it('a summary, a skill list, a course or a side job with dates', () => {
    const text = `Profiel
Projectleider met ervaring, 2010 – 2020 in het buitenland.

Vaardigheden
Projectmanagement (2015 – heden)

Cursussen
Projectleider, Opleidingsinstituut Nul, 2019 – 2020

Nevenfuncties
2018 – heden  Voorzitter, Stichting Buurtfeest

Werkervaring
2020 – heden  Adviseur, Gemeente Ergens
- Schreef stukken.`
    expect(read(text)).toEqual(['Adviseur | Gemeente Ergens | 2020-01/2020-12 – open'])
  })
  it('a programme with years in its name', () => {
    const text = `Werkervaring
maart 2019 – heden  Beleidsadviseur, Provincie Nergensland
- Schreef de energievisie 2020-2030.
- Voerde in 2021 – 2022 het programma Schone Lucht uit voor veertien gemeenten in de regio.`
    expect(read(text)).toEqual(['Beleidsadviseur | Provincie Nergensland | 2019-03 – open'])
  })
  it('an empty document', () => {
    expect(readCareer(fromText(''), { asOf })).toEqual({
      engagements: [],
      education: [],
      references: { count: 0, spans: [] },
      newestMonth: null,
    })
  })
})

it('keeps tools and skills named inside a job out of its sentences', () => {
  const { document, career } = readCv('form-labels')
  const sentences = sentencesOf(document, career.engagements[0]!.spans).map(({ text }) => text)
  expect(sentences.join(' ')).toContain('Begeleidde Europese aanbestedingen')
  expect(sentences.join(' ')).not.toContain('Negometrix')
})

it('names the client apart from the agency that employs', () => {
  const { career } = readCv('form-labels')
  expect(career.engagements[0]).toMatchObject({ client: 'Waterschap Het Laagland', hours: 28 })
})

it('reads hours a week in the ways they are printed', () => {
  const hours = ['32 uur per week', '24 u/w', '36 uur/week', '28 hours per week', '16 uur p/w'].map(
    (text) =>
      readCareer(fromText(`Werkervaring\n2019 – heden Adviseur\nGemeente Ergens, ${text}\n- Schreef.`), { asOf })
        .engagements[0]?.hours,
  )
  expect(hours).toEqual([32, 24, 36, 28, 16])
})

it('says which month the CV itself names last', () => {
  expect(readCv('form-labels').career.newestMonth).toBe(monthOf(2021, 4))
})
