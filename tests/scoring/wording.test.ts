import { expect, it } from 'vitest'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { careerOf, cvOf, postingOf } from './invented.ts'

const engine = createRulesEngine({ lexicon: loadLexicon() })
const decision = async (text: string, sentence: string) => {
  const cv = cvOf([{ title: 'Projectleider', organisation: 'gemeente Veen', sentences: sentence.split(/(?<=[.]) /) }])
  const documents = { cv: cv.document }
  const assignment = postingOf([{ text }])
  return (await scoreCandidate({ assignment, documents, career: careerOf(cv), rateEur: null, engine })).knockouts[0]!
    .decision
}

it.each([
  [
    'Ervaring met UAV-GC-contracten aan de zijde van de opdrachtgever',
    'Beheerde als opdrachtgever drie UAV-GC-contracten.',
    'meets',
  ],
  [
    'Ervaring met UAV-GC-contracten aan de zijde van de opdrachtgever',
    'Voerde UAV-GC-contracten uit voor opdrachtgever Waterbouw.',
    'fails',
  ],
  ['Ervaring met binnenstedelijke projecten', 'Leidde projecten in de historische binnenstad.', 'meets'],
  [
    'Ervaring met overleg met zowel bewoners als de scheepvaart',
    'Voerde overleg met bewoners. Voerde overleg met schippers over de brug.',
    'meets',
  ],
])('%s: %s → %s', async (text, sentence, expected) => expect(await decision(text, sentence)).toBe(expected))
