import type { PostedCriterion, Posting } from '../assignments/assignment.ts'
import { isAddressedToMachine, repeatsPosting } from '../candidates/admissible.ts'
import type { Career } from '../candidates/candidate.ts'
import type { Document, DocumentKind } from '../documents/document.ts'
import type { Finding, Points, Proposal } from './assessment.ts'
import { half } from './bands.ts'
import { createBreath } from './breath.ts'
import { competenciesOf } from './competencies.ts'
import type { Criterion } from './criterion.ts'
import { checkCvDemands } from './cv-demands.ts'
import type { EvidenceEngine } from './engine.ts'
import { findingOf } from './finding.ts'
import { labelsOf } from './label.ts'
import type { Lexicon } from './lexicon.ts'
import { passagesOf } from './passage.ts'
import { readCriterion } from './read-criterion.ts'
import { referenceDateOf } from './reference-date.ts'
import { statementsOf } from './statements.ts'

export type ScoreInput = {
  assignment: Posting & { revision?: number }
  documents: Partial<Record<DocumentKind, Document>>
  career: Career
  /** For the ranking later; it has no part in the points. */
  rateEur: number | null
  engine: EvidenceEngine
  signal?: AbortSignal
  onProgress?: (done: number, what: string) => void
}

/**
 * Holds a candidate's documents against an assignment's criteria. The engine points at text; months, decisions, bands, points and the total are
 * computed here, so that the same pointers always give the same proposal. Rejects with the signal's reason when it is aborted.
 */
export async function scoreCandidate(input: ScoreInput): Promise<Proposal> {
  const { documents, career, engine } = input
  const breath = createBreath()
  const facts = input.assignment.posting
  const { asOf, warnings } = referenceDateOf(facts, career.newestMonth)
  const asked = [...facts.knockouts, ...facts.awards].map(({ text }) => text)
  await breath()
  const passages = passagesOf(documents, career, {
    verbs: engine.lexicon.verbs,
    sentences: statementsOf,
    addressedToMachine: (sentence) => isAddressedToMachine(sentence) || repeatsPosting(sentence, asked),
  })
  await breath()
  const read = [...readSection(facts.knockouts, engine.lexicon), ...readSection(facts.awards, engine.lexicon)]
  await breath()
  const pointing = await engine.point({
    criteria: read
      .flatMap(({ criterion, parts }) => [criterion, ...parts.map((part) => part.criterion)])
      .filter((criterion) => criterion.kind === 'duration' || criterion.kind === 'experience'),
    passages,
    career,
    documents,
    documentHash: Object.values(documents)
      .map((document) => document.hash)
      .join(' '),
    ...(input.signal ? { signal: input.signal } : {}),
    ...(input.onProgress ? { onProgress: input.onProgress } : {}),
  })
  input.signal?.throwIfAborted()
  const findings: Finding[] = []
  for (const { criterion, parts } of read) {
    await breath()
    const found = findingOf({
      criterion,
      parts: parts.map((part) => ({ ...part, pointers: pointing.pointers.get(part.criterion.key) ?? [] })),
      pointers: pointing.pointers.get(criterion.key) ?? [],
      passages,
      documents,
      career,
      lexicon: engine.lexicon,
      asOf,
    })
    findings.push(found)
  }
  const awards = findings.filter((finding) => finding.section === 'award')
  return {
    assignment: input.assignment.id,
    revision: input.assignment.revision ?? 0,
    asOf,
    knockouts: findings.filter((finding) => finding.section === 'knockout'),
    awards,
    total: totalOf(awards),
    ...checkCvDemands(documents.cv, career, facts.cv),
    hidden: Object.values(documents).flatMap((document) => document.hidden),
    competencies: competenciesOf(facts.competencies, passages, documents, engine.lexicon),
    warnings: [
      ...warnings,
      ...warningsOf(
        input,
        asOf,
        passages.some((passage) => !passage.admissible),
      ),
      ...pointing.warnings,
    ],
    engine: pointing.engine,
  }
}

/** The sum of the awards, in half points. */
export function totalOf(awards: readonly Finding[]): Points {
  const sum = (pick: (points: Points) => number) =>
    half(awards.reduce((total, { points }) => total + (points ? pick(points) : 0), 0))
  return { value: sum((points) => points.value), low: sum((points) => points.low), high: sum((points) => points.high) }
}

type ReadCriterion = { criterion: Criterion; parts: { criterion: Criterion; points: number }[] }

function readSection(posted: readonly PostedCriterion[], lexicon: Lexicon): ReadCriterion[] {
  const labels = labelsOf(posted)
  return posted.map((each, index) => {
    const criterion = readCriterion(each, labels[index]!, lexicon)
    // Steps of years are a scale, not parts.
    const parts = criterion.kind === 'experience' ? criterion.sub : []
    return {
      criterion,
      parts: parts.map((part, at) => ({
        criterion: readCriterion(
          { ...each, key: `${each.key}/${at + 1}`, text: `${each.text} ${part.text}`, points: part.points, sub: [] },
          labels[index]!,
          lexicon,
        ),
        points: part.points,
      })),
    }
  })
}

const MONTHS_OLD = 6

function warningsOf(
  { assignment, career, documents }: ScoreInput,
  asOf: string,
  inadmissible: boolean,
): Proposal['warnings'] {
  const { awards, pointsTotal } = assignment.posting
  const printed = awards.reduce((sum, criterion) => sum + (criterion.points ?? 0), 0)
  const open = career.engagements.some((engagement) => engagement.period?.open)
  const month = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1
  const warnings: Proposal['warnings'] = []
  if (pointsTotal !== null && printed !== pointsTotal)
    warnings.push({ code: 'points-do-not-add-up', values: { printed: pointsTotal, sum: printed } })
  if (Object.values(documents).some((document) => document.hidden.length > 0))
    warnings.push({ code: 'hidden-text', values: {} })
  if (inadmissible) warnings.push({ code: 'addressed-to-machine', values: {} })
  if (documents.cv && career.engagements.length === 0) warnings.push({ code: 'no-engagements-found', values: {} })
  if (open && career.newestMonth !== null && month - career.newestMonth > MONTHS_OLD)
    warnings.push({ code: 'present-in-old-cv', values: { months: month - career.newestMonth } })
  return warnings
}
