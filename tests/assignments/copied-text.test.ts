import { describe, expect, it } from 'vitest'
import { sourceOf } from '../../src/assignments/source.ts'
import { read } from './reading.ts'

const linesOf = (text: string) => sourceOf(text).lines.map((line) => line.text)

describe('line ends that a copied page lost', () => {
  it('are put back before items, sentences and provinces', () => {
    expect(linesOf('Harde eisen• Hbo-diploma• Rijbewijs B')).toEqual(['Harde eisen', '• Hbo-diploma', '• Rijbewijs B'])
    expect(linesOf('Zij trekt het project.TakenJe stuurt vijf mensen aan.')).toEqual([
      'Zij trekt het project.',
      'Taken',
      'Je stuurt vijf mensen aan.',
    ])
    expect(linesOf('ProefstadNoord-BrabantBouw & vastgoed')).toEqual(['Proefstad', 'Noord-Brabant', 'Bouw & vastgoed'])
    expect(linesOf('Vergelijkbare opdrachtenBeheerder 36 uur')).toEqual([
      'Vergelijkbare opdrachten',
      'Beheerder 36 uur',
    ])
  })

  it.each([
    'Gemeente Proefdam • 32 uur • Proefdam',
    'Kennis van SharePoint, LinkedIn en DevOps',
    'Je werkt bij de B.V. in GitHub.',
    'Mail naar inkoop@proefdam.example.',
  ])('are not made where nothing was lost: %s', (line) => {
    expect(linesOf(line)).toHaveLength(1)
  })

  it('quotes the text as it came', () => {
    const text = 'Opdrachtgever: Gemeente Proefdam\nHarde eisen• Hbo-diploma• Minimaal drie jaar ervaring'
    for (const { quote, start, end } of read(text).posting.knockouts) expect(text.slice(start, end)).toBe(quote)
  })
})

describe('a value that a change put in the place of another', () => {
  const first = 'Opdrachtgever: Gemeente Proefdam\nInzet: 36 uur per week\nDuur: 12 maanden\n\n'
  it.each([
    ['De inzet wordt 32 uur per week (was 36 uur per week).', 32],
    ['De inzet gaat van 36 naar 32 uur per week.', 32],
    ['De inzet is 32 uur per week in plaats van 36 uur per week.', 32],
  ])('is the one that holds, and contradicts nothing: %s', (sentence, hours) => {
    const { hoursPerWeek, conflicts } = read(first + sentence).posting
    expect(hoursPerWeek).toBe(hours)
    expect(conflicts).toEqual([])
  })

  it('is one of two that contradict each other where nothing says it was changed', () => {
    expect(read(`${first}Je werkt 32 uur per week.`).posting.conflicts.map(({ field }) => field)).toEqual([
      'hoursPerWeek',
    ])
  })
})

it('a heading run into its paragraph has a criterion in each sentence', () => {
  const { knockouts, awards } = read(
    [
      'Security officer',
      '',
      'Requirements. A candidate who fails to meet any of these is excluded. The candidate holds a bachelor degree. The candidate speaks Dutch.',
      '',
      'Award criteria. Experience with audits (60 points). Knowledge of risk analysis (40 points).',
    ].join('\n'),
  ).posting
  expect(knockouts.map(({ text }) => text)).toEqual([
    'The candidate holds a bachelor degree',
    'The candidate speaks Dutch',
  ])
  expect(awards.map(({ text, points }) => [text, points])).toEqual([
    ['Experience with audits', 60],
    ['Knowledge of risk analysis', 40],
  ])
})

it('weights under their criteria may say what can be earned', () => {
  const { awards } = read(
    [
      'Opdrachtgever: Gemeente Proefdam',
      'Gewenste ingangsdatum',
      '1 september 2026',
      '',
      'Wensen',
      'Wens 1: Ervaring met handhaving',
      'Te behalen: 60 punten',
      'Wens 2: Ervaring bij een gemeente',
      'Te behalen: 40 punten',
      'Maximaal te behalen: 100 punten',
      '',
      'Hoe beoordelen we?',
      'Eerst toetst het inhuurteam de minimumeisen. Daarna krijgen de wensen een score van de commissie.',
    ].join('\n'),
  ).posting
  expect(awards.map(({ number, points }) => [number, points])).toEqual([
    [1, 60],
    [2, 40],
  ])
})

it.each([
  ['De Uitvoeringsdienst Woonsubsidies (UWS) vraagt twee analisten.', 'Uitvoeringsdienst Woonsubsidies (UWS)'],
  [
    'The Heritage Registry (NHR) is an agency with 420 staff. For this move the agency is looking for a specialist.',
    'Heritage Registry (NHR)',
  ],
])('the client is the one that goes by a short form: %s', (sentence, client) => {
  expect(read(`Informatieanalist\n\n${sentence}`).posting.organisation).toBe(client)
})

it('mail me your candidate by then: the sender’s own deadline, before the client’s', () => {
  const { deadlines, conflicts } = read(
    'Opdrachtgever: Gemeente Proefdam\nMail mij je kandidaat uiterlijk vrijdag 11 september 2026 om 12:00 uur.\n\nSluitingsdatum: maandag 14 september 2026, 10.00 uur',
  ).posting
  expect(deadlines.map(({ kind, at }) => [kind, at])).toEqual([
    ['submission', '2026-09-11T12:00:00+02:00'],
    ['submission', '2026-09-14T10:00:00+02:00'],
  ])
  expect(conflicts).toEqual([])
})

describe('labels and values', () => {
  it('are parted by other marks than a colon too', () => {
    const { posting } = read(
      [
        'opdrachtgever = Waterschap Proefdam',
        'functie = Projectcontroller',
        'plaats = Dijkstad',
        'uren = 20 uur per week',
        'Schaal → 11',
      ].join('\n'),
    )
    expect(posting).toMatchObject({ title: 'Projectcontroller', location: 'Dijkstad', hoursPerWeek: 20, scale: 11 })
  })

  it('stand in a row parted by dashes', () => {
    const { posting } = read(
      'Manager burgerzaken\n\nReferentie PD/2026/0098 - Locatie Proefdam - Start z.s.m. - Schaal 12 - 1 kandidaat gevraagd',
    )
    expect(posting).toMatchObject({
      number: 'PD/2026/0098',
      location: 'Proefdam',
      start: 'z.s.m.',
      scale: 12,
      professionals: 1,
    })
  })

  it('may be a question with its answer', () => {
    const { posting } = read(
      [
        'Om welke opdracht gaat het?',
        'Senior planoloog bij de Provincie Proefland (aanvraag PP-3302).',
        '',
        'Hoeveel uur per week?',
        '36 uur.',
        '',
        'Is een VOG nodig?',
        'Ja, voor de start.',
        '',
        'Moet ik een geheimhoudingsverklaring tekenen?',
        'Nee.',
      ].join('\n'),
    )
    expect(posting).toMatchObject({ title: 'Senior planoloog', hoursPerWeek: 36, vog: true, nda: false })
  })

  it('run together are parted where a label begins', () => {
    const { posting } = read(
      'Projectmanager (IPM)Waterschap Zilte DamProefdamBewaar opdrachtDeel via mail\nReferentieWZD-2291Startdatum01-10-2026Duur24 maandenUren per week32 - 36RegioZeeland',
    )
    expect(posting).toMatchObject({
      title: 'Projectmanager (IPM)',
      organisation: 'Waterschap Zilte Dam',
      location: 'Proefdam',
      number: 'WZD-2291',
      start: '2026-10-01',
      durationMonths: 24,
      hoursPerWeek: { min: 32, max: 36 },
      region: 'Zeeland',
    })
  })
})

describe('a rectified posting', () => {
  const { posting } = read(
    [
      'De sluitingsdatum schuift op: aanbiedingen ontvangen wij nu uiterlijk maandag 12 oktober 2026 om 09.00 uur.',
      'De gesprekken verplaatsen we naar donderdag 15 oktober 2026.',
      'Het maximumtarief gaat omhoog naar € 98,00 per uur.',
      '',
      'Opdrachtgever: Gemeente Proefdam',
      'Maximumtarief: € 95,00 per uur',
      'Sluiting: donderdag 8 oktober 2026 om 17.00 uur. Gesprekken: maandag 12 oktober 2026.',
    ].join('\n'),
  )

  it('holds as rectified; what it was before is settled', () => {
    expect(posting.maxRateEur).toBe(98)
    expect(posting.deadlines.map(({ kind, at }) => [kind, at])).toEqual([
      ['submission', '2026-10-12T09:00:00+02:00'],
      ['interviews', '2026-10-15'],
    ])
    expect(posting.conflicts.filter(({ resolved }) => !resolved)).toEqual([])
  })
})

it('demands and points told in a row are criteria', () => {
  const { knockouts, awards, competencies } = read(
    [
      'Manager wijkverpleging',
      '',
      'Keihard zijn drie dingen: een afgeronde hbo-opleiding, minimaal vier jaar ervaring in de wijk, en een geldige BIG-registratie.',
      'Daarna gaan ze punten tellen: ervaring met teams levert 50 punten op, ervaring met verzuim 30 punten en kennis van het ECD 20 punten.',
      'Qua persoon zoeken ze iemand die rustig, duidelijk en benaderbaar is.',
    ].join('\n'),
  ).posting
  expect(knockouts.map(({ text }) => text)).toEqual([
    'een afgeronde hbo-opleiding',
    'minimaal vier jaar ervaring in de wijk',
    'een geldige BIG-registratie',
  ])
  expect(awards.map(({ text, points }) => [text, points])).toEqual([
    ['ervaring met teams', 50],
    ['ervaring met verzuim', 30],
    ['kennis van het ECD', 20],
  ])
  expect(competencies).toEqual(['rustig', 'duidelijk', 'benaderbaar'])
})

it('dots that lead to the points are none of the criterion', () => {
  const { awards } = read(
    'Gunningscriteria:\nA) Ervaring met participatie ........ 60 pnt\nB) Motivatie ........ 40 pnt',
  ).posting
  expect(awards.map(({ text, points }) => [text, points])).toEqual([
    ['Ervaring met participatie', 60],
    ['Motivatie', 40],
  ])
})

describe('a form', () => {
  const { posting } = read(
    [
      'Aanvrager: Proefdienst Zuid (PDZ), afdeling Klant',
      'Wij hebben op korte termijn behoefte aan: 2x Servicedesigner',
      '',
      'Beschikbaarheid   : 4 dagen per week (32 u)',
      'Vermoedelijke duur: tot 1 juli 2027 (6 mnd), optie 2 x 6 mnd',
      '',
      'WENSEN (weging)',
      'C1 ervaring met formulieren (0,60)',
      'C2 uurtarief (0,40)',
      '',
      'TERMIJNEN',
      '10 nov 2026 12.00 - laatste moment vragen',
      '19 nov 2026 12.00 - laatste moment aanbieden',
      '',
      'VOG ja / geheimhouding ja / UEA nee / DAS nee',
    ].join('\n'),
  )

  it('is read with its short answers, shares of one and dates first', () => {
    expect(posting).toMatchObject({
      title: 'Servicedesigner',
      organisation: 'Proefdienst Zuid (PDZ)',
      professionals: 2,
      hoursPerWeek: 32,
      vog: true,
      nda: true,
      uea: false,
      das: false,
    })
    expect(posting.extension).toMatchObject({ options: 2, months: 6 })
    expect(posting.awards.map(({ points }) => points)).toEqual([60, 40])
    expect(posting.deadlines.filter(({ kind }) => kind !== 'start').map(({ kind, at }) => [kind, at])).toEqual([
      ['submission', '2026-11-19T12:00:00+01:00'],
      ['questions', '2026-11-10T12:00:00+01:00'],
    ])
  })
})

it('"I need your CVs by …; client closes …" are two deadlines that are both true', () => {
  const { deadlines, conflicts } = read(
    "Opdrachtgever: Gemeente Proefdam\nQ's by Thu 6 Aug 2026, noon.\nI need your CVs by Wed 12 Aug, 17:00; client closes Fri 14 Aug, 10:00.",
  ).posting
  expect(deadlines.filter(({ kind }) => kind === 'submission').map(({ at }) => at)).toEqual([
    '2026-08-12T17:00:00+02:00',
    '2026-08-14T10:00:00+02:00',
  ])
  expect(conflicts).toEqual([])
})
