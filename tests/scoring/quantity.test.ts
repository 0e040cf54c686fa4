import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { quantitiesIn, takeQuantity } from '../../src/scoring/quantity.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { careerOf, cvOf, postingOf } from './invented.ts'

describe('the size a criterion asks for', () => {
  it.each([
    ['een team van minimaal 10 medewerkers', 'people', 10],
    ['leading a team of at least twelve people', 'people', 12],
    ['een gemeente met meer dan 100.000 inwoners', 'inhabitants', 100_000],
    ['projecten van minimaal € 2,5 miljoen', 'money', 2_500_000],
    ['projecten boven de 500.000 euro', 'money', 500_000],
  ])('%s', (text, of, least) => expect(takeQuantity(text).quantity).toEqual({ of, least }))
  it.each(['minimaal 5 jaar ervaring', 'een team van medewerkers', 'NEN 2767'])('none in "%s"', (text) =>
    expect(takeQuantity(text).quantity).toBeNull(),
  )
  it('sizes in a CV are read alike', () => {
    expect(quantitiesIn('Gaf leiding aan veertien medewerkers, later aan 22 fte.', 'people')).toEqual([14, 22])
    expect(quantitiesIn('Budget: € 1,2 mln.', 'money')).toEqual([1_200_000])
  })
})

describe('an engagement of another size', () => {
  const engine = createRulesEngine({ lexicon: loadLexicon() })
  const decision = async (sentence: string) => {
    const cv = cvOf([{ title: 'Teamleider', organisation: 'gemeente Veen', sentences: [sentence] }])
    const assignment = postingOf([{ text: 'Ervaring met leidinggeven aan een team van minimaal 10 medewerkers' }])
    const documents = { cv: cv.document }
    const proposal = await scoreCandidate({ assignment, documents, career: careerOf(cv), rateEur: null, engine })
    return proposal.knockouts[0]!.decision
  }
  it.each([
    ['Gaf leiding aan een team van 14 medewerkers.', 'meets'],
    ['Gaf leiding aan een team van 4 medewerkers.', 'fails'],
    ['Gaf leiding aan het team Vergunningen.', 'unclear'],
  ])('%s → %s', async (sentence, expected) => expect(await decision(sentence)).toBe(expected))
})

describe('a number of things that a criterion asks for', () => {
  const engine = createRulesEngine({ lexicon: loadLexicon() })
  const decision = async (sentences: string[]) => {
    const cv = cvOf([{ title: 'Inkoopadviseur', organisation: 'gemeente Veen', sentences }])
    const assignment = postingOf([{ text: 'Minimaal twee Europese aanbestedingen zelfstandig begeleid' }])
    const documents = { cv: cv.document }
    const proposal = await scoreCandidate({ assignment, documents, career: careerOf(cv), rateEur: null, engine })
    return proposal.knockouts[0]!.decision
  }
  it.each([
    [['Begeleidde zelfstandig de Europese aanbesteding van leerlingenvervoer.'], 'unclear'],
    [['Begeleidde zelfstandig drie Europese aanbestedingen.'], 'meets'],
    [
      [
        'Begeleidde zelfstandig de Europese aanbesteding van leerlingenvervoer.',
        'Begeleidde zelfstandig de Europese aanbesteding van schoonmaak.',
      ],
      'meets',
    ],
  ])('%s → %s', async (sentences, expected) => expect(await decision(sentences)).toBe(expected))
})
