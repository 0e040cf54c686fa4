import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../src/assignments/assignment.ts'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import { reportPage } from '../../src/interview/report-page.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { shared } from '../shared.ts'
import { cvText, documentOf, assignment as invented } from './fixtures.ts'
import { createHouse, file, words } from './house.ts'

/** The whole main job with the real reading and scoring, from the request to the confirmed card. */
async function mainJob(posting: string, cv: string, id: string) {
  const assignment: Assignment = {
    ...readPosting(posting, { id }),
    revision: 1,
    state: 'ours',
    addedBy: null,
    owner: null,
    addedOn: '2026-07-01',
    supplements: [],
    confirmed: true,
    example: false,
  }
  const talk = createHouse({ assignments: [assignment] }).talk('web:sanne')
  talk.start(`toets NvT voor ${id}, €92`, [file('cv.pdf')])
  const documents = { cv: documentOf(cv) }
  const career = readCareer(documents.cv, { asOf: '2026-07-16' })
  const proposal = await scoreCandidate({ assignment, documents, career, rateEur: 92, engine: createRulesEngine() })
  talk.outcome({
    kind: 'scored',
    documents,
    career,
    proposal,
    files: [{ kind: 'cv', file: 'f', name: 'cv.pdf', hash: 'h' }],
  })
  return { talk, proposal }
}

describe('with the real reading and scoring', () => {
  it('an invented posting and CV lead to a card, and every quote on screen stands in the CV', async () => {
    const { talk, proposal } = await mainJob(invented.text, cvText, '4711')
    expect(proposal.knockouts.length).toBeGreaterThan(0)
    for (let i = 0; i < 20 && talk.state()?.place !== 'card'; i++)
      talk.say(talk.state()?.place === 'clear' ? 'kloppen' : 'later')
    expect(talk.state()?.place).toBe('card')
    const quotes = talk
      .said()
      .flatMap(({ card }) => card.elements.flatMap((element) => (element.type === 'quote' ? [element.text] : [])))
    expect(quotes.length).toBeGreaterThan(0)
    for (const quote of quotes) expect(cvText).toContain(quote)
  })
})

// Left out where the shared samples are absent: then the test above keeps the promise on our own example.
describe.runIf(shared)('with the samples beside this checkout', () => {
  it('a clear candidate takes at most 6 inputs to a confirmed card, and the report is made of it', async () => {
    const folder = shared ?? ''
    const posting = readFileSync(join(folder, 'postings/31050.txt'), 'utf8')
    const cv = readFileSync(join(folder, 'cvs/d01/text.txt'), 'utf8')
    const { talk } = await mainJob(posting, cv, '31050')
    let inputs = 1
    while (talk.state()?.place !== 'after' && inputs < 15) {
      talk.say(talk.state()?.place === 'card' ? 'bevestigen' : 'kloppen')
      inputs++
    }
    expect(inputs).toBeLessThanOrEqual(6)
    expect(words(talk.last())).toContain('ligt vast')
    const { assignment, candidate, documents, assessment, now } = talk.context()
    const page = reportPage({
      assignment: assignment!,
      candidate: candidate!,
      documents,
      assessment: assessment!,
      showName: false,
      lang: 'nl',
      now,
    })
    expect(page.match(/<mark class="for"/g)?.length ?? 0).toBeGreaterThanOrEqual(8)
    expect(page).not.toMatch(/@voorbeeld\.example|Voorbeeldsma/)
  })
})
