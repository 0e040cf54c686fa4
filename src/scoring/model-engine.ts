import type { Model } from '../model/port.ts'
import type { Coded } from './assessment.ts'
import type { Criterion } from './criterion.ts'
import { createDoubts } from './doubts.ts'
import type { EvidenceEngine, Pointer, Pointing, PointRequest } from './engine.ts'
import { type Lexicon, loadLexicon } from './lexicon.ts'
import { maskedPassages } from './masked-passages.ts'
import { type FindEvidence, findEvidenceSchema } from './model-answer.ts'
import { type Asked, askedOf, type Canary, criteriaText, drawCanary, linesText } from './model-request.ts'
import { pointByRules } from './rules-engine.ts'

type Options = {
  lexiconDirs?: readonly string[]
  lexicon?: Lexicon
  /** For all questions about one CV together. */
  longestMs?: number
}
type Round = { pointers: Map<string, Pointer[]>; dropped: number } | { failed: string }

/** An answer of which more than half cannot be located was not read from these documents. */
const MOST_DROPPED = 0.5
const FEWEST_FINDINGS = 4
/** A question that is asked twice and its check that is asked twice would keep a person waiting nearly two minutes. */
const LONGEST_MS = 55_000

/**
 * Lets a language model point at evidence, in two calls a CV and a check of what is doubtful. What it points at passes the same checks as anything
 * else, and the rules' own finds stay. A call that fails, or an answer that cannot be trusted, leaves its criteria to the rules; `warnings` says so.
 */
export function createModelEngine(model: Model, options: Options = {}): EvidenceEngine {
  const lexicon = options.lexicon ?? loadLexicon(options.lexiconDirs)
  const longestMs = options.longestMs ?? LONGEST_MS
  return { kind: 'model', lexicon, point: (request) => pointByModel(request, model, lexicon, longestMs) }
}

async function pointByModel(
  request: PointRequest,
  model: Model,
  lexicon: Lexicon,
  longestMs: number,
): Promise<Pointing> {
  const { onProgress: _, ...quiet } = request
  const rules = await pointByRules(quiet, lexicon)
  if (request.criteria.length === 0 || request.passages.length === 0)
    return { engine: 'rules', pointers: rules, warnings: [] }
  const masked = maskedPassages(request)
  let done = 0
  const late = AbortSignal.timeout(longestMs)
  const limited = { ...request, signal: request.signal ? AbortSignal.any([request.signal, late]) : late }
  const parts = (['knockout', 'award'] as const)
    .map((section) => request.criteria.filter((criterion) => criterion.section === section))
    .filter((criteria) => criteria.length > 0)
  const rounds = await Promise.all(
    parts.map(async (criteria) => {
      const round = await ask(criteria, limited, masked, model, lexicon)
      for (const criterion of criteria) request.onProgress?.(++done, criterion.label)
      return round
    }),
  )
  request.signal?.throwIfAborted()
  const pointers = new Map(rules)
  const warnings: Coded[] = []
  let dropped = 0
  for (const round of rounds) {
    if ('failed' in round) {
      if (!warnings.some(({ values }) => values['why'] === round.failed))
        warnings.push({ code: 'model-failed', values: { why: round.failed } })
      continue
    }
    dropped += round.dropped
    for (const [key, found] of round.pointers) pointers.set(key, joined(rules.get(key) ?? [], found))
  }
  if (dropped > 0) warnings.push({ code: 'model-quotes-dropped', values: { count: dropped } })
  return { engine: rounds.some((round) => 'pointers' in round) ? 'model' : 'rules', pointers, warnings }
}

async function ask(
  criteria: readonly Criterion[],
  request: PointRequest,
  masked: ReadonlyMap<number, string>,
  model: Model,
  lexicon: Lexicon,
): Promise<Round> {
  const asked = criteria
    .map((criterion, index) => askedOf(criterion, `c${index}`))
    .filter((each) => Object.keys(each.facets).length > 0)
  if (asked.length === 0) return { pointers: new Map(), dropped: 0 }
  // The place of the canary must not change with every run, or no answer would ever be found in the cache.
  const canary = drawCanary(asked.length, (below) => request.documentHash.length % below)
  const facets = [...new Set(['f0', ...asked.flatMap((each) => Object.keys(each.facets))])]
  const outcome = await model.ask({
    prompt: 'find-evidence',
    values: { criteria: criteriaText(asked, canary), lines: linesText(request.passages, masked) },
    schema: findEvidenceSchema([...asked.map((each) => each.id), canary.id], facets),
    cacheOn: [request.documentHash],
    ...(request.signal ? { signal: request.signal } : {}),
  })
  if (outcome.kind === 'failed') return { failed: outcome.why }
  if (fellForIt(outcome.value, canary)) return { failed: 'canary' }
  return checked(outcome.value, asked, request, masked, model, lexicon)
}

const fellForIt = (answer: FindEvidence, canary: Canary): boolean =>
  answer.findings.some((finding) => finding.criterion === canary.id && finding.facets.length > 0)

async function checked(
  answer: FindEvidence,
  asked: readonly Asked[],
  request: PointRequest,
  masked: ReadonlyMap<number, string>,
  model: Model,
  lexicon: Lexicon,
): Promise<Round> {
  const doubts = createDoubts({ request, masked, model, lexicon })
  const byId = new Map(asked.map((each) => [each.id, each]))
  for (const finding of answer.findings) {
    const criterion = byId.get(finding.criterion)
    if (!criterion) continue
    for (const facet of new Set(finding.facets)) doubts.consider(criterion, facet, finding)
  }
  if (
    doubts.unlocated() > 0 &&
    doubts.considered() >= FEWEST_FINDINGS &&
    doubts.unlocated() / doubts.considered() > MOST_DROPPED
  )
    return { failed: 'fabricated' }
  await doubts.settle()
  return { pointers: doubts.pointers(), dropped: doubts.dropped() }
}

/** What either found; of two fingers on the same words for the same facet the rules' own counts, unless the model's is the stronger. */
function joined(rules: readonly Pointer[], model: readonly Pointer[]): Pointer[] {
  const weight = { full: 3, part: 2, near: 1 }
  const worth = (pointer: Pointer) => weight[pointer.strength] + (pointer.certainty === 'certain' ? 0.5 : 0)
  const best = new Map<string, Pointer>()
  for (const pointer of [...rules, ...model]) {
    const id = `${pointer.facet}:${pointer.passage}`
    const before = best.get(id)
    if (before?.certainty === 'denied') continue
    if (!before || worth(pointer) > worth(before)) best.set(id, pointer)
  }
  return [...best.values()]
}
