import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type CvGold, loadCvGold } from '../../evals/cv-gold.ts'
import { gradeCvs } from '../../evals/grade-cvs.ts'
import { scoreCvs } from '../../evals/score-cvs.ts'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { createFixedClock } from '../../src/clock.ts'
import { closeParsers } from '../../src/documents/read-document.ts'
import { silentLog } from '../../src/log.ts'
import { createOpenAiModel } from '../../src/model/openai.ts'
import { loadLexicon } from '../../src/scoring/lexicon.ts'
import { createModelEngine } from '../../src/scoring/model-engine.ts'
import { createRulesEngine } from '../../src/scoring/rules-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { shared } from '../shared.ts'
import { criteriaOf, linesOf, noisy, oracle, type Pointed } from '../standins/evidence-answers.ts'
import { type ChatRequest, type ModelServer, type Reply, startModelServer, valueIn } from '../standins/model-server.ts'
import { careerOf, cvOf, postingOf } from './invented.ts'

const lexicon = loadLexicon()
const rules = createRulesEngine({ lexicon })
const own = resolve(import.meta.dirname, '../../evals/cvs')
const sets = [
  { name: 'our own CVs', directory: own, postings: `${own}/postings` },
  ...(shared ? [{ name: 'the shared sample', directory: `${shared}/cvs`, postings: `${shared}/postings` }] : []),
]
let server: ModelServer | null = null

async function engineThat(reply: (request: ChatRequest, nth: number) => Reply, timeoutMs = 5_000, longestMs?: number) {
  server = await startModelServer(reply)
  const model = createOpenAiModel({
    apiKey: null,
    baseUrl: server.url,
    model: 'stand-in',
    dailyLimit: 0,
    timeoutMs,
    cache: { get: async () => null, set: async () => {} },
    clock: createFixedClock('2026-07-10T10:00:00+02:00'),
    log: silentLog,
    promptsDir: resolve(import.meta.dirname, '../../prompts'),
  })
  return createModelEngine(model, { lexicon, ...(longestMs === undefined ? {} : { longestMs }) })
}

afterEach(async () => {
  await server?.close()
  server = null
})
afterAll(() => closeParsers())

/** The proving words of every criterion of a CV, by the criterion's text. */
function pointersOf(gold: CvGold, postings: string): Pointed[] {
  const { posting } = readPosting(readFileSync(`${postings}/${gold.assignment}.txt`, 'utf8'), { id: gold.assignment })
  return (['knockouts', 'awards'] as const).flatMap((section) =>
    posting[section].map((criterion) => ({
      text: criterion.text,
      quotes: (gold[section][String(criterion.number ?? criterion.ordinal)]?.evidence ?? [])
        .filter(({ role }) => ['proves', 'states'].includes(role))
        .map(({ quote }) => quote),
    })),
  )
}

async function gradeWith(
  set: (typeof sets)[number],
  answers: (pointed: Pointed[], seed: number) => (request: ChatRequest) => Reply,
) {
  const golds = loadCvGold(set.directory)
  const results = new Map()
  for (const [index, gold] of golds.entries()) {
    const engine = await engineThat(answers(pointersOf(gold, set.postings), index + 1))
    for (const [id, result] of await scoreCvs([gold], set.directory, set.postings, engine)) results.set(id, result)
    await server!.close()
    server = null
  }
  return gradeCvs(golds, results)
}

describe.each(sets)('with a model, on $name', (set) => {
  it('the oracle brings knock-out decisions to 98 % at least, without a dangerous one', async () => {
    const grade = await gradeWith(set, oracle)
    expect(grade.knockouts.hits / grade.knockouts.of, grade.errors.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(grade.dangerous.hits).toBe(0)
    expect(grade.faithful.hits).toBe(grade.faithful.of)
  })

  it('a noisy model never makes a failing knock-out met, and no quote is false', async () => {
    const grade = await gradeWith(set, noisy)
    expect(grade.dangerous.hits, grade.errors.join('\n')).toBe(0)
    expect(grade.faithful.hits).toBe(grade.faithful.of)
    expect(grade.injections.hits).toBe(grade.injections.of)
  })
})

describe('what a model gets to see and may say', () => {
  const posting = postingOf([
    { text: 'Aantoonbare ervaring met verduurzaming van bedrijventerreinen' },
    { text: 'Aantoonbare ervaring met grondverwerving' },
  ])
  const cv = cvOf([
    {
      title: 'Adviseur',
      organisation: 'gemeente Veen',
      sentences: [
        'Plaatste op zeven kavels langs de kade collectieve installaties die 40 procent schelen.',
        'Kocht met Anna Verzonnen koffie voor 12 afdelingen, wat niet duur was.',
      ],
    },
  ])
  const career = careerOf(cv)
  const score = (engine: Parameters<typeof scoreCandidate>[0]['engine']) =>
    scoreCandidate({ assignment: posting, documents: { cv: cv.document }, career, rateEur: null, engine })
  const knockout = async (reply: (request: ChatRequest) => Reply) => {
    const proposal = await score(await engineThat(reply))
    return { proposal, first: proposal.knockouts[0]! }
  }
  const pointAt = (
    request: ChatRequest,
    change: Partial<{ line: number; quote: string; how: string; criterion: string }> = {},
  ) => {
    const criterion = criteriaOf(request).find(({ text }) => text.includes('verduurzaming'))!
    const line = linesOf(request).find(({ words }) => words.startsWith('Plaatste'))!
    return {
      criterion: criterion.id,
      line: line.id,
      quote: line.words,
      facets: Object.keys(criterion.facets),
      how: 'whole',
      ...change,
    }
  }
  const answering =
    (finding: (request: ChatRequest) => object, check: { shown: string; quote?: string } = { shown: 'yes' }) =>
    (request: ChatRequest): Reply =>
      request.messages.at(-1)!.content.includes('doubts>')
        ? {
            content: JSON.stringify({
              checks: valueIn(request, 'doubts')
                .split('\n')
                .map((row, index) => ({
                  doubt: index + 1,
                  shown: check.shown,
                  quote: check.quote ?? /line: (.*) \| facet/.exec(row)![1],
                })),
            }),
          }
        : { content: JSON.stringify({ findings: criteriaOf(request).length > 0 ? [finding(request)] : [] }) }

  it('leaves work in other words than the posting’s to a person, though the model is sure', async () => {
    expect((await score(rules)).knockouts[0]!.decision).toBe('fails')
    const { first, proposal } = await knockout(answering(pointAt))
    expect(first.decision).toBe('unclear')
    expect(first.evidence[0]!.quote).toContain('Plaatste op zeven kavels')
    expect(proposal.engine).toBe('model')
  })

  it.each([
    ['a digit altered', (words: string) => words.replace('40', '60')],
    ['words left out', (words: string) => words.replace('langs de kade ', '')],
    ['words invented', () => 'Leidde de verduurzaming van het bedrijventerrein'],
  ])('drops and counts a quote with %s that is not mended when asked again', async (_, change) => {
    const { first, proposal } = await knockout(
      answering((request) => ({ ...pointAt(request), quote: change(pointAt(request).quote) }), {
        shown: 'yes',
        quote: 'Leidde de verduurzaming van alles',
      }),
    )
    expect(first.decision).toBe('fails')
    expect(proposal.warnings.map(({ code }) => code)).toContain('model-quotes-dropped')
  })

  it('takes no line that is not there, no facet of another criterion and no points', async () => {
    const { first } = await knockout(answering((request) => pointAt(request, { line: 4711 })))
    expect(first.decision).toBe('fails')
    const { proposal } = await knockout(answering((request) => ({ ...pointAt(request), points: 100, verdict: 'hire' })))
    expect(proposal.knockouts[0]!.decision).toBe('unclear')
    expect(proposal.total.value).toBe(0)
  })

  it('sets an answer aside that names a criterion nobody asked about', async () => {
    const { proposal } = await knockout((request) => ({
      content: JSON.stringify({ findings: [pointAt(request, { criterion: 'candidate-7' })] }),
    }))
    expect(proposal.engine).toBe('rules')
    expect(proposal.warnings).toContainEqual({ code: 'model-failed', values: { why: 'bad-shape' } })
  })

  it('sets the whole answer aside when the model finds the criterion that no CV can meet', async () => {
    const { first, proposal } = await knockout((request) => {
      const all = criteriaOf(request).map(
        ({ id, facets }) =>
          pointAt(request, { criterion: id }) && { ...pointAt(request), criterion: id, facets: Object.keys(facets) },
      )
      return { content: JSON.stringify({ findings: all }) }
    })
    expect(first.decision).toBe('fails')
    expect(proposal).toMatchObject({ engine: 'rules' })
    expect(proposal.warnings).toContainEqual({ code: 'model-failed', values: { why: 'canary' } })
  })

  it.each([
    ['rate-limited', { status: 429, headers: { 'retry-after-ms': '1' } }],
    ['refused', { refusal: 'no' }],
    ['truncated', { content: '{"findings":[', finish: 'length' }],
    ['bad-shape', { content: '100 punten' }],
  ] as [string, Reply][])('goes on by the rules after %s and says so', async (why, reply) => {
    const { proposal } = await knockout(() => reply)
    const byRules = await score(rules)
    expect(proposal.knockouts).toEqual(byRules.knockouts)
    expect(proposal.engine).toBe('rules')
    expect(proposal.warnings).toContainEqual({ code: 'model-failed', values: { why } })
  })

  it('goes on by the rules when the model is too slow', async () => {
    const proposal = await score(await engineThat(() => ({ hang: true }), 50))
    expect(proposal.warnings).toContainEqual({ code: 'model-failed', values: { why: 'timeout' } })
  })

  it('asks nothing again once its time for the whole CV is over, and leaves what was in doubt out', async () => {
    const isCheck = (request: ChatRequest) => request.messages.at(-1)!.content.includes('doubts>')
    const reply = (request: ChatRequest): Reply => (isCheck(request) ? { hang: true } : answering(pointAt)(request))
    const proposal = await score(await engineThat(reply, 5_000, 3_000))
    expect(server!.requests.filter(isCheck)).toHaveLength(1)
    expect(proposal.knockouts).toEqual((await score(rules)).knockouts)
  })

  it('makes two calls a CV and a check, never sends a name, and asks about nothing but the criteria', async () => {
    const seen: string[] = []
    await knockout((request) => {
      seen.push(request.messages.at(-1)!.content)
      return answering(pointAt)(request)
    })
    expect(seen.length).toBeLessThanOrEqual(3)
    expect(seen.join()).not.toMatch(/Kandidaatsma|kandidaat@voorbeeld/)
  })

  it('stops when it is told to', async () => {
    const engine = await engineThat(() => ({ hang: true }))
    const stop = new AbortController()
    const scoring = scoreCandidate({
      assignment: posting,
      documents: { cv: cv.document },
      career,
      rateEur: null,
      engine,
      signal: stop.signal,
    })
    setTimeout(() => stop.abort(), 20)
    await expect(scoring).rejects.toThrow()
  })
})
