import type { Assessment, Evidence, Finding, Judgement, Proposal } from './assessment.ts'

export type FindingChange = {
  key: string
  label: string
  before: Pick<Finding, 'decision' | 'level' | 'months' | 'points'> | null
  after: Pick<Finding, 'decision' | 'level' | 'months' | 'points'>
  /** Quotes that are new, and quotes that no longer stand there. */
  gained: Evidence[]
  lost: Evidence[]
  /** A person had judged it on what has changed: to be confirmed again. */
  judged: boolean
}

export type Rescored = {
  changes: FindingChange[]
  /** Judgements on criteria that the new version leaves as they were: they stand. */
  judgements: Record<string, Judgement>
}

/**
 * What a new version of the documents changes. A criterion whose decision, level, months, points and quotes are the same is not touched, and what a
 * person said about it stands; about the others it lapses, and is asked again.
 */
export function rescore(assessment: Pick<Assessment, 'proposal' | 'judgements'>, next: Proposal): Rescored {
  const earlier = new Map(findings(assessment.proposal).map((finding) => [finding.key, finding]))
  const changes = findings(next).flatMap((after): FindingChange[] => {
    const before = earlier.get(after.key) ?? null
    const gained = after.evidence.filter((one) => !before?.evidence.some((other) => sameWords(one, other)))
    const lost = before?.evidence.filter((one) => !after.evidence.some((other) => sameWords(one, other))) ?? []
    if (before && gained.length === 0 && lost.length === 0 && outcome(before) === outcome(after)) return []
    return [
      {
        key: after.key,
        label: after.label,
        before,
        after,
        gained,
        lost,
        judged: assessment.judgements[after.key] !== undefined,
      },
    ]
  })
  const touched = new Set(changes.map((change) => change.key))
  const still = new Set(findings(next).map((finding) => finding.key))
  return {
    changes,
    judgements: Object.fromEntries(
      Object.entries(assessment.judgements).filter(([key]) => still.has(key) && !touched.has(key)),
    ),
  }
}

const findings = (proposal: Proposal): Finding[] => [...proposal.knockouts, ...proposal.awards]

const outcome = ({ decision, level, months, points }: Finding): string =>
  JSON.stringify([decision, level, months, points])

/** The same words in the same document; where they stand may shift with what was written above them. */
const sameWords = (a: Evidence, b: Evidence): boolean => a.source === b.source && plain(a.quote) === plain(b.quote)

const plain = (quote: string): string => quote.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
