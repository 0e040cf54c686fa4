import type { Posting, PostingFacts } from './assignment.ts'

export type PostingChange = { field: string; before: unknown; after: unknown }

const single = [
  'number',
  'title',
  'organisation',
  'location',
  'region',
  'postedOn',
  'start',
  'durationMonths',
  'hoursPerWeek',
  'educationLevel',
  'scale',
  'vog',
  'nda',
  'uea',
  'waadi',
  'das',
  'maxRateEur',
  'professionals',
  'hybrid',
  'workdays',
  'cv',
  'pointsTotal',
  'competencies',
] as const satisfies (keyof PostingFacts)[]

const kinds = ['submission', 'questions', 'answers', 'interviews'] as const
/** Further facts that have one value. */
const further = ['zzp', 'tieBreak', 'shortlist', 'standstill', 'safetyMargin', 'sroiPercent', 'vogMaxAgeMonths']

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Without the quote: the same fact in other words is no change. */
function bare<T extends { quote: string }>(value: T | null): Omit<T, 'quote'> | null {
  if (value === null) return null
  const { quote: _quote, ...rest } = value
  return rest
}

function datesOf(facts: PostingFacts, kind: (typeof kinds)[number]): string[] {
  return facts.deadlines
    .filter((deadline) => deadline.kind === kind && deadline.at !== null)
    .map(({ at, exclusive }) => `${exclusive ? '< ' : ''}${at}`)
    .sort()
}

/** A criterion as far as a change of it changes an assessment. */
function essence(facts: PostingFacts): Map<string, unknown> {
  return new Map(
    [...facts.knockouts, ...facts.awards].map(({ key, text, points, minYears, windowYears, sub }) => [
      key,
      { text, points, minYears, windowYears, ...(sub ? { sub } : {}) },
    ]),
  )
}

function furtherOf({ facts }: Posting, field: string): unknown {
  return facts.find((fact) => fact.field === field)?.value ?? null
}

/**
 * What a new version of a posting says differently; empty when it says the same. Fields are those of PostingFacts, `deadlines.KIND`,
 * a criterion's key (`award:2`; null where it is absent), and the further facts.
 */
export function diffPostings(before: Posting, after: Posting): PostingChange[] {
  const [old, now] = [before.posting, after.posting]
  const pairs: [string, unknown, unknown][] = [
    ...single.map((field): [string, unknown, unknown] => [field, old[field], now[field]]),
    ['extension', bare(old.extension), bare(now.extension)],
    ['sroi', bare(old.sroi), bare(now.sroi)],
    ['fee', bare(old.fee), bare(now.fee)],
    ...kinds.map((kind): [string, unknown, unknown] => [`deadlines.${kind}`, datesOf(old, kind), datesOf(now, kind)]),
    ...further.map((field): [string, unknown, unknown] => [field, furtherOf(before, field), furtherOf(after, field)]),
  ]
  const [was, is] = [essence(old), essence(now)]
  for (const key of new Set([...was.keys(), ...is.keys()])) pairs.push([key, was.get(key) ?? null, is.get(key) ?? null])
  return pairs.filter(([, a, b]) => !same(a, b)).map(([field, a, b]) => ({ field, before: a, after: b }))
}

/** Whether a change touches what candidates are scored on: criteria, points, or the date that look-back windows count from. */
export function affectsScoring(changes: PostingChange[]): boolean {
  return changes.some(({ field }) =>
    /^(?:knockout|award):|^pointsTotal$|^deadlines\.submission$|^educationLevel$|^tieBreak$/.test(field),
  )
}
