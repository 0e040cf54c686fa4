import { describe, expect, it } from 'vitest'
import { readCareer } from '../../src/candidates/read-career.ts'
import { fromText } from '../../src/documents/read-document.ts'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { postingOf } from './invented.ts'

const engine = createRulesEngine({ lexicon: loadLexicon() })

async function decisionOn(criterion: string, tail: string): Promise<string | null> {
  const cv = fromText(
    `Jan Verzonnen\n\nWerkervaring\n\nAdviseur, gemeente Testdorp\njanuari 2018 - heden\nSchreef adviezen.\n\n${tail}\n`,
  )
  const career = readCareer(cv, { asOf: '2026-07-16' })
  const assignment = postingOf([{ text: criterion }])
  const { knockouts } = await scoreCandidate({ assignment, documents: { cv }, career, rateEur: null, engine })
  return knockouts[0]!.decision
}

describe('papers and languages that a criterion asks for', () => {
  it.each([
    [
      'In het bezit van een geldig PRINCE2 Practitioner-certificaat',
      'Certificaten\nPRINCE2 Practitioner (2024)',
      'meets',
    ],
    [
      'In het bezit van een geldig PRINCE2 Practitioner-certificaat',
      'Certificaten\nPRINCE2 Foundation (2024)',
      'fails',
    ],
    [
      'In het bezit van een geldig PRINCE2 Practitioner-certificaat',
      'Certificaten\nPRINCE2 Practitioner, verlopen in 2022',
      'fails',
    ],
    [
      'In het bezit van een geldig PRINCE2 Practitioner-certificaat',
      'Certificaten\nPRINCE2 Practitioner, examen in november 2026',
      'fails',
    ],
    [
      'In het bezit van een geldig PRINCE2 Practitioner-certificaat',
      'Vaardigheden\nPRINCE2 Practitioner, Excel, Scrum',
      'unclear',
    ],
    [
      'In het bezit van een geldig PRINCE2 Practitioner-certificaat',
      'Cursussen\nTraining PRINCE2 Practitioner gevolgd, zonder examen',
      'unclear',
    ],
    ['De kandidaat is geregistreerd bij SKJ', 'Registraties\nSKJ-registratie 12345, geldig tot 1 maart 2028', 'meets'],
    ['De kandidaat is geregistreerd bij SKJ', 'Registraties\nSKJ-registratie 2019 - 2024', 'fails'],
    ['De kandidaat is geregistreerd bij SKJ', 'Registraties\nSKJ-registratie, geldig tot 14 februari 2024', 'fails'],
    ['De kandidaat is geregistreerd bij SKJ', 'Registraties\nBIG-registratie 2019', 'fails'],
    ['De kandidaat is geregistreerd bij SKJ', 'Registraties\nSKJ: aanvraag loopt', 'fails'],
    [
      'Geregistreerd in het BIG-register',
      'Opleiding\nHbo Verpleegkunde, diploma 2012\nBIG-geregistreerd sinds 2013',
      'meets',
    ],
    [
      'De kandidaat beschikt over een geldig VCA-VOL certificaat',
      'Certificates\nVCA VOL (valid until May 2029)',
      'meets',
    ],
    [
      'De kandidaat beschikt over een geldig VCA-VOL certificaat',
      'Certificates\nVCA Basis (valid until May 2029)',
      'fails',
    ],
    ['De kandidaat is CISSP of CISM gecertificeerd', 'Certificaten\nCISM, 2023', 'meets'],
    ['De kandidaat is CISSP of CISM gecertificeerd', 'Certificaten\nCISA, 2023', 'fails'],
    ['Diploma NEVI 2', 'Opleidingen\nNEVI 1, diploma 2019\nNEVI 2, diploma 2021', 'meets'],
    ['Diploma NEVI 2', 'Opleidingen\nNEVI 1, diploma 2019', 'fails'],
    ['In het bezit van rijbewijs B', 'Overig\nHobby: zeilen', 'unclear'],
    ['In het bezit van rijbewijs B', 'Overig\nRijbewijs B', 'meets'],
    ['IPMA-C certificering of hoger', 'Certificaten\nIPMA C (2022)', 'meets'],
    ['IPMA-C certificering of hoger', 'Certificaten\nIPMA D (2022)', 'fails'],
    ['Kandidaat heeft een BHV-diploma', 'Certificaten\nBHV, herhaling februari 2026', 'meets'],
    ['Certified Scrum Master (CSM of PSM I)', 'Certificates\nPSM I, 2021', 'meets'],
    [
      'Beheersing van de Nederlandse taal op minimaal C1-niveau',
      'Talen\nNederlands: B2, Engels: moedertaal',
      'unclear',
    ],
    [
      'Beheersing van de Nederlandse taal op minimaal C1-niveau',
      'Talen\nNederlands (moedertaal), Engels (goed)',
      'meets',
    ],
    [
      'Vloeiende beheersing van de Engelse taal in woord en geschrift',
      'Talen\nNederlands moedertaal\nEngels vloeiend',
      'meets',
    ],
    [
      'Vloeiende beheersing van de Engelse taal in woord en geschrift',
      'Talen\nNederlands moedertaal\nEngels: basis',
      'fails',
    ],
    ['Fluent in Dutch and English', 'Languages\nDutch: native\nEnglish: A2', 'fails'],
  ])('%s | %s → %s', async (criterion, tail, decision) => {
    expect(await decisionOn(criterion, tail)).toBe(decision)
  })
})
