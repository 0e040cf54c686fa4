import { describe, expect, it } from 'vitest'
import { readCareer } from '../../src/candidates/read-career.ts'
import { fromText } from '../../src/documents/read-document.ts'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { postingOf } from './invented.ts'

const engine = createRulesEngine({ lexicon: loadLexicon() })
const hbo = 'Afgeronde opleiding op minimaal hbo-niveau'
const civil = 'Afgeronde hbo-opleiding Civiele Techniek of vergelijkbaar'
const master = 'Afgeronde wo-master bestuurskunde of rechten'
const technical = 'Een afgeronde hbo-opleiding in een technische richting'

describe('what a study is worth for a criterion', () => {
  it.each([
    [hbo, 'Post-hbo Management in de zorg, afgerond 2016', 'fails'],
    [hbo, 'Leergang Projectleiden, Hogeschool Nergens, certificaat behaald 2019', 'fails'],
    [hbo, 'Hbo werk- en denkniveau', 'fails'],
    [hbo, 'Minor Watermanagement, Hogeschool Nergens, behaald 2019', 'fails'],
    [hbo, 'Mbo Bouwkunde niveau 4, diploma 2008\nHbo Bouwkunde, propedeuse 2010', 'fails'],
    [hbo, 'HTS Weg- en waterbouw, diploma 1994', 'meets'],
    [hbo, 'Ing., Hogeschool Nergens 2001', 'unclear'],
    [hbo, 'Hbo Informatica, Hogeschool Nergens, 2005 (diploma)', 'meets'],
    [hbo, 'Hbo Informatica, Hogeschool Nergens, 2001-2005', 'unclear'],
    [hbo, 'Hbo Informatica, Hogeschool Nergens, 2024 - heden', 'fails'],
    [hbo, 'Bachelor of Science, Hogeschool Nergens, graduated 2011', 'meets'],
    [hbo, 'Associate degree Bedrijfskunde, Hogeschool Nergens, diploma 2020', 'fails'],
    [hbo, 'Master Sociologie, Universiteit Nergens, afgestudeerd in 2009', 'meets'],
    [hbo, 'Drs. Geschiedenis, Universiteit Nergens, 1998', 'unclear'],
    [hbo, 'Geslaagd voor het hbo-examen Accountancy in 2006', 'meets'],
    [hbo, 'Hbo Rechten, Hogeschool Nergens: 3 jaar gevolgd, wegens verhuizing gestopt', 'fails'],
    [hbo, 'Bachelorstudie Bouwkunde, afstuderen gepland voorjaar 2027', 'fails'],
    [hbo, 'Gymnasium, diploma 1999', 'fails'],
    [civil, 'Hbo Civiele Techniek, diploma 2010', 'meets'],
    [civil, 'Bachelor Civil Engineering, degree awarded 2010', 'meets'],
    [civil, 'Hbo Communicatie, diploma 2010', 'fails'],
    [civil, 'Hbo Bouwkunde, diploma 2010', 'unclear'],
    [master, 'Master Public Administration, diploma 2012, Universiteit Nergens', 'meets'],
    [master, 'Bachelor Bestuurskunde, Universiteit Nergens, diploma 2012', 'fails'],
    [master, 'Hbo Bestuurskunde, diploma 2012', 'fails'],
    [master, 'LLM Staatsrecht, Universiteit Nergens, 2015, cum laude', 'meets'],
    [master, 'Master Bestuurskunde, Universiteit Nergens, 2013-2015', 'unclear'],
    [hbo, 'Hbo Verpleegkunde, getuigschrift 2003', 'meets'],
    [hbo, 'MBO Verpleegkunde, getuigschrift 2003', 'fails'],
    [civil, 'Hbo Werktuigbouwkunde, diploma 2010', 'unclear'],
    [technical, 'Hbo Werktuigbouwkunde, diploma 2010', 'meets'],
    [master, 'Master Politicologie, diploma 2010, Universiteit Nergens', 'fails'],
  ])('%s | %s → %s', async (criterion, study, decision) => {
    const cv = fromText(
      `Jan Verzonnen\n\nWerkervaring\n\nAdviseur, gemeente Testdorp\njanuari 2018 - heden\nSchreef adviezen.\n\nOpleiding\n${study}\n`,
    )
    const career = readCareer(cv, { asOf: '2026-07-16' })
    const assignment = postingOf([{ text: criterion }])
    const { knockouts } = await scoreCandidate({ assignment, documents: { cv }, career, rateEur: null, engine })
    expect(knockouts[0]!.decision).toBe(decision)
  })
})
