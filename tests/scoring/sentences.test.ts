import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { careerOf, cvOf, postingOf } from './invented.ts'

/** One engagement with one sentence, against one criterion: does it show it? Invented, in many fields, Dutch and English. */
type Bank = {
  criterion: string
  title: string
  organisation: string
  section: 'knockout' | 'award'
  shows: string[]
  misses: string[]
}[]

const bank = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../evals/sentences.json'), 'utf8')) as Bank
const engine = createRulesEngine({ lexicon: loadLexicon() })

async function shown({ criterion, section, title, organisation }: Bank[number], sentence: string): Promise<boolean> {
  const cv = cvOf([{ title, organisation, sentences: [sentence] }])
  const criteria = [{ text: criterion }]
  const assignment = section === 'award' ? postingOf([], criteria) : postingOf(criteria)
  const { knockouts, awards } = await scoreCandidate({
    assignment,
    documents: { cv: cv.document },
    career: careerOf(cv),
    rateEur: null,
    engine,
  })
  return knockouts[0]?.decision === 'meets' || awards[0]?.level === 'explicit'
}

describe('single sentences', () => {
  it('none that misses the criterion is taken for proof', async () => {
    const wrong: string[] = []
    for (const each of bank)
      for (const sentence of each.misses) if (await shown(each, sentence)) wrong.push(`${each.criterion}: ${sentence}`)
    expect(wrong).toEqual([])
  })
  it('nine in ten that state it are recognised', async () => {
    let hits = 0
    let of = 0
    for (const each of bank) {
      for (const sentence of each.shows) {
        of++
        if (await shown(each, sentence)) hits++
      }
    }
    expect(of).toBeGreaterThan(100)
    expect(hits / of).toBeGreaterThanOrEqual(0.9)
  })
})
