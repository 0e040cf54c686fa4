import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPosting } from '../../src/assignments/read-posting.ts'
import { readCareer } from '../../src/candidates/read-career.ts'
import { createFixedClock } from '../../src/clock.ts'
import { closeParsers, fromText } from '../../src/documents/read-document.ts'
import { silentLog } from '../../src/log.ts'
import { modelAbout } from '../../src/model/about.ts'
import { createOpenAiModel } from '../../src/model/openai.ts'
import { createModelEngine } from '../../src/scoring/model-engine.ts'
import { scoreCandidate } from '../../src/scoring/score.ts'
import { noisy, type Pointed } from '../../tests/standins/evidence-answers.ts'
import { type ChatRequest, startModelServer } from '../../tests/standins/model-server.ts'
import { type Line, ratioLine } from '../parts/line.ts'
import { median, short } from '../parts/numbers.ts'
import { haveRivals } from '../parts/rivals.ts'

const path = 'model'
const root = resolve(import.meta.dirname, '../..')
const cvs = `${root}/evals/cvs`

type Gold = {
  assignment: string
  knockouts: Record<string, { evidence?: { quote: string }[] }>
  awards: Record<string, { evidence?: { quote: string }[] }>
}
type Cost = { calls: number; tokensIn: number; tokensOut: number }

/** What scoring one CV with a language model costs, counted by the stand-in with a real tokenizer; and once more, from the cache. */
export async function modelCost(): Promise<Line[]> {
  if (!haveRivals(path)) return []
  const count = await tokenizer()
  const names = readdirSync(cvs).filter((name) => /^e\d+$/.test(name))
  const costs: { anew: Cost; again: Cost }[] = []
  for (const name of names) costs.push(await costOf(name, count))
  closeParsers()
  const of = (figure: keyof Cost) => median(costs.map(({ anew }) => anew[figure]))
  const again = (figure: keyof Cost) => median(costs.map((cost) => cost.again[figure]))
  const lineOf = (what: string, figure: keyof Cost): Line =>
    ratioLine(
      {
        path,
        what: `${what} per CV (median of ${names.length}): a second time, over the first`,
        ours: short(again(figure)),
        beside: short(of(figure)),
        ratio: again(figure) / of(figure),
      },
      { atMost: 0 },
    )
  return [lineOf('calls', 'calls'), lineOf('tokens in', 'tokensIn'), lineOf('tokens out', 'tokensOut')]
}

/** The tokenizer of the models that most people use; from bench's own packages. */
async function tokenizer(): Promise<(text: string) => number> {
  const name = 'gpt-tokenizer'
  const { countTokens } = (await import(import.meta.resolve(name))) as { countTokens(text: string): number }
  return countTokens
}

async function costOf(name: string, count: (text: string) => number): Promise<{ anew: Cost; again: Cost }> {
  const gold = JSON.parse(readFileSync(`${cvs}/${name}/gold.json`, 'utf8')) as Gold
  const assignment = readPosting(readFileSync(`${cvs}/postings/${gold.assignment}.txt`, 'utf8'), {
    id: gold.assignment,
  })
  const cost: Cost = { calls: 0, tokensIn: 0, tokensOut: 0 }
  const answer = noisy(pointed(gold, assignment.posting), 1)
  const server = await startModelServer((request: ChatRequest) => {
    const reply = answer(request)
    cost.calls += 1
    cost.tokensIn += count(request.messages.map(({ content }) => content).join('\n'))
    cost.tokensIn += count(JSON.stringify(request.response_format ?? ''))
    if ('content' in reply) cost.tokensOut += count(reply.content)
    return reply
  })
  const kept = new Map<string, unknown>()
  const model = createOpenAiModel({
    apiKey: null,
    baseUrl: server.url,
    model: 'stand-in',
    dailyLimit: 0,
    cache: { get: async (key) => kept.get(key) ?? null, set: async (key, value) => void kept.set(key, value) },
    clock: createFixedClock('2026-07-10T10:00:00+02:00'),
    log: silentLog,
    promptsDir: `${root}/prompts`,
  })
  const document = fromText(readFileSync(`${cvs}/${name}/text.txt`, 'utf8'))
  const career = readCareer(document, { asOf: '2026-10-05' })
  const engine = createModelEngine(modelAbout(model, { candidate: name }))
  const score = () => scoreCandidate({ assignment, documents: { cv: document }, career, rateEur: null, engine })
  await score()
  const anew = { ...cost }
  await score()
  await server.close()
  return {
    anew,
    again: {
      calls: cost.calls - anew.calls,
      tokensIn: cost.tokensIn - anew.tokensIn,
      tokensOut: cost.tokensOut - anew.tokensOut,
    },
  }
}

function pointed(gold: Gold, posting: ReturnType<typeof readPosting>['posting']): Pointed[] {
  return (['knockouts', 'awards'] as const).flatMap((section) =>
    posting[section].map((criterion) => ({
      text: criterion.text,
      quotes: (gold[section][String(criterion.number ?? criterion.ordinal)]?.evidence ?? []).map(({ quote }) => quote),
    })),
  )
}
