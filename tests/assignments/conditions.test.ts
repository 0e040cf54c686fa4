import { describe, expect, it } from 'vitest'
import { withConditions } from './reading.ts'

const facts = (...lines: string[]) => withConditions(...lines).posting
const further = (field: string, ...lines: string[]) =>
  withConditions(...lines).facts.find((fact) => fact.field === field)?.value

describe('yes, no and silence are three answers', () => {
  it.each<[string, 'vog' | 'nda' | 'uea' | 'waadi' | 'das', boolean]>([
    ['De opdrachtgever zal om een Verklaring Omtrent het Gedrag (VOG) vragen.', 'vog', true],
    ['Een VOG is niet vereist voor deze functie.', 'vog', false],
    ['De gemeente vraagt geen VOG.', 'vog', false],
    ['Een VOG (niet ouder dan 3 maanden) is verplicht.', 'vog', true],
    ['Kandidaten die geen VOG kunnen overleggen, vallen af.', 'vog', true],
    ['There is no VOG requirement.', 'vog', false],
    ['VOG: ja', 'vog', true],
    ['Een geheimhoudingsverklaring is voor deze opdracht niet vereist.', 'nda', false],
    ['Een geheimhoudingsverklaring is verplicht, SROI en UEA n.v.t.', 'nda', true],
    ['Een geheimhoudingsverklaring is verplicht, SROI en UEA n.v.t.', 'uea', false],
    ['UEA hoeft niet te worden aangeleverd.', 'uea', false],
    ['UEA: nee', 'uea', false],
    ['Social return is niet van toepassing, een VOG wel.', 'vog', true],
    ['Waadi-registratie is verplicht.', 'waadi', true],
    ['De opdracht loopt via een raamovereenkomst, niet via een DAS.', 'das', false],
    ['Deze uitvraag valt onder de raamovereenkomst en dus niet onder een DAS.', 'das', false],
    ['Soort procedure: Dynamisch aankoopsysteem', 'das', true],
  ])('%s', (line, field, expected) => {
    expect(facts(line)[field]).toBe(expected)
  })

  it('is null for what the posting does not name', () => {
    expect(facts('Hybride: ja')).toMatchObject({
      vog: null,
      nda: null,
      uea: null,
      waadi: null,
      das: null,
      sroi: null,
      fee: null,
      cv: null,
      maxRateEur: null,
    })
  })

  it('reports a condition that is both asked and not asked', () => {
    expect(facts('Een VOG is verplicht.', 'Een VOG is niet nodig.').conflicts).toEqual([
      expect.objectContaining({ field: 'vog' }),
    ])
  })
})

describe('social return', () => {
  it.each<[string, 'conditional' | boolean, number | null]>([
    ['Er geldt een SROI verplichting bij gegunde opdrachten hoger dan €400.000.', 'conditional', 400_000],
    ['Contracts above EUR 250,000 carry a social return obligation of 5%.', 'conditional', 250_000],
    ['SROI: 5% bij opdrachten van € 250.000 of meer', 'conditional', 250_000],
    ['SROI: n.v.t.', false, null],
    ['Social return: 5% van de opdrachtwaarde, ongeacht de hoogte van de opdracht.', true, null],
  ])('%s', (line, applies, thresholdEur) => {
    expect(facts(line).sroi).toMatchObject({ applies, thresholdEur })
  })
})

describe('money', () => {
  it('keeps an explicit fee of nothing apart from silence', () => {
    expect(facts('De inhuurdesk brengt voor deze opdracht geen fee in rekening.').fee).toMatchObject({
      amount: 0,
      unit: null,
    })
    expect(facts('De inhuurdesk brengt een fee van € 1,95 per gewerkt uur in rekening.').fee).toMatchObject({
      amount: 1.95,
      unit: 'eur_per_hour',
    })
    expect(facts('Er geldt een brokerbijdrage van 3% over het gefactureerde bedrag.').fee).toMatchObject({
      amount: 3,
      unit: 'percent',
    })
  })

  it.each<[string, number | null]>([
    ['Tarief: max. € 97,50 all-in, excl. btw', 97.5],
    ['Plafondtarief: EUR 140,00 per uur exclusief btw.', 140],
    ['Rate: bandwidth EUR 85 - EUR 115 per hour', 115],
    ['Het uurtarief ligt tussen € 95 en € 120.', 120],
    ['Het uurtarief bedraagt ten minste € 90,00 en ten hoogste € 125,00.', 125],
    ['Maximum uurtarief € 132,- excl. BTW', 132],
    ['De functie is ingedeeld in schaal 12, bruto € 5.000 per maand.', null],
    ['Bij opdrachten boven € 221.000 geldt SROI.', null],
    ['Er geldt geen maximumtarief.', null],
    ['Richttarief: € 90', null],
  ])('%s', (line, rate) => {
    expect(facts(line).maxRateEur).toBe(rate)
  })
})

describe('the extension', () => {
  it.each<[string, object | null]>([
    ['Opties verlenging: 2 x 6 maand(en)', { possible: true, options: 2, months: 6 }],
    ['De opdracht kan tweemaal met zes maanden worden verlengd.', { possible: true, options: 2, months: 6 }],
    ['Duration: 6 months, with 3 options to extend of 6 months each', { possible: true, options: 3, months: 6 }],
    ['Verlenging is mogelijk tot 1 mei 2027.', { possible: true, options: null, months: null, until: '2027-05-01' }],
    ['De opdracht kan niet worden verlengd.', { possible: false }],
    ['Looptijd vier maanden, zonder optie tot verlenging.', { possible: false }],
    ['Hybride: ja', null],
  ])('%s', (line, expected) => {
    const { extension } = facts(line)
    if (expected === null) expect(extension).toBeNull()
    else expect(extension).toMatchObject(expected)
  })
})

describe('practical matters', () => {
  it('reads doubled units once', () => {
    expect(facts('Uren per week\t16 uur per week uur', 'Duur\t12 maanden maanden')).toMatchObject({
      hoursPerWeek: 16,
      durationMonths: 12,
    })
  })

  it('reports hours that cannot both be true, and accepts a minimum inside the range', () => {
    expect(facts('Uren per week: 24', 'De kandidaat dient 32 uur per week beschikbaar te zijn.').conflicts).toEqual([
      expect.objectContaining({ field: 'hoursPerWeek', values: ['24', '32'] }),
    ])
    expect(facts('Uren per week: 24 - 32', 'Je werkt minimaal 24 uur per week.').conflicts).toEqual([])
  })

  it('reads the demands on the cv from the sentences about it', () => {
    expect(facts("CV: maximaal 4 pagina's, in het Nederlands of Engels, als pdf, met 2 referenties.").cv).toEqual({
      maxPages: 4,
      language: 'nl/en',
      minReferences: 2,
      formats: ['pdf'],
    })
    expect(facts('Cv uitsluitend in Word (.docx), geen pdf.').cv?.formats).toEqual(['docx'])
  })

  it('tells how many are needed from how many may be offered', () => {
    expect(facts('Aantal kandidaten per leverancier: 2', 'Benodigd aantal: 1').professionals).toBe(1)
  })

  it.each<[string, boolean]>([
    ['Contractvorm: detachering (zzp niet mogelijk)', false],
    ["Zowel zzp'ers als gedetacheerden kunnen reageren.", true],
    ['Deze opdracht is alleen mogelijk voor professionals in loondienst.', false],
    ['Self-employed contractors cannot be accepted.', false],
    ['Inzet van zzp’ers is uitgesloten.', false],
  ])('%s', (line, expected) => {
    expect(further('zzp', line)).toBe(expected)
  })

  it('keeps further facts: tie, shortlist, margin, age of the VOG, contact', () => {
    expect(further('tieBreak', 'Bij een gelijke score is het uurtarief doorslaggevend.')).toBe('rate')
    expect(further('shortlist', 'De 5 kandidaten die het beste scoren worden geselecteerd voor stap 3.')).toBe(5)
    expect(
      further('safetyMargin', 'Wij ontvangen je gegevens graag minimaal één werkdag vóór de sluitingsdatum.'),
    ).toEqual({ days: 1, working: true })
    expect(further('vogMaxAgeMonths', 'Een VOG, niet ouder dan drie maanden, is vereist.')).toBe(3)
    expect(further('contact', 'Bel 088-0000001 met vragen.')).toEqual({ phone: '088-0000001' })
    expect(further('contact', 'Periode: 04-01-2027 t/m 31-12-2027')).toBeUndefined()
  })
})
