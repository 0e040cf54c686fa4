import type { PostingJson } from './grade-postings.ts'
import { instantOf, isRecord } from './posting-fields.ts'

type Note = (field: string, gold: unknown, result: unknown) => void
export type GradedConflicts = { score: number; open: string[]; reported: string[] }

const kinds = ['questions', 'answers', 'submission', 'interviews', 'start']

export function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** Harmonic mean of precision and recall; nothing asked and nothing given is right. */
export function f1(hits: number, gold: number, given: number): number {
  return gold + given === 0 ? 1 : (2 * hits) / (gold + given)
}

function onceCounted(fields: string[]): string[] {
  return fields.filter((field, index) => field !== 'criterionNumber' || fields.indexOf(field) === index)
}

/** Contradictions by field; a resolved one may be reported or not. */
export function gradeConflicts(gold: PostingJson, result: PostingJson, note: Note): GradedConflicts {
  const named = (list: Record<string, unknown>[]) => list.map(({ field }) => String(field))
  const open = named(records(gold.conflicts).filter(({ resolved }) => !resolved))
  const optional = named(records(gold.conflicts).filter(({ resolved }) => Boolean(resolved)))
  const reported = named(records(result.conflicts))
  const rest = onceCounted(open)
  const wanted = rest.length
  let hits = 0
  let extra = 0
  for (const field of onceCounted(reported)) {
    const at = rest.indexOf(field)
    if (at >= 0) {
      rest.splice(at, 1)
      hits++
    } else if (optional.includes(field)) optional.splice(optional.indexOf(field), 1)
    else {
      extra++
      note('conflicts', '<none>', field)
    }
  }
  for (const field of rest) note('conflicts', field, '<not reported>')
  return { score: Array.isArray(result.conflicts) ? f1(hits, wanted, hits + extra) : 0, open, reported }
}

/** Deadlines as a set of (kind, instant); one that is named but not known may be left out. */
export function gradeDeadlines(gold: PostingJson, result: PostingJson, conflicts: GradedConflicts, note: Note): number {
  if (!Array.isArray(result.deadlines)) return 0
  const key = (deadline: Record<string, unknown>) => `${deadline.kind} ${String(instantOf(deadline.at))}`
  const known = (list: Record<string, unknown>[]) =>
    new Set(list.filter(({ at }) => at !== null && at !== undefined).map(key))
  const silent = (list: Record<string, unknown>[]) =>
    new Set(list.filter(({ at }) => at === null).map(({ kind }) => String(kind)))
  const wanted = known(records(gold.deadlines))
  const all = records(result.deadlines).filter(({ kind }) => kinds.includes(String(kind)))
  let given = known(all)
  // Where the start itself is contradicted, and said to be, either printed date is right.
  if (conflicts.open.includes('start') && conflicts.reported.includes('start')) {
    const values = records(gold.conflicts).flatMap(({ field, values: printed }) =>
      field === 'start' && Array.isArray(printed) ? printed.map((value) => `start ${String(instantOf(value))}`) : [],
    )
    const goldStart = [...wanted].filter((one) => one.startsWith('start '))
    const ours = [...given].filter((one) => one.startsWith('start '))
    if (ours.every((one) => values.includes(one) || wanted.has(one)))
      given = new Set([...given].filter((one) => !one.startsWith('start ')).concat(goldStart))
  }
  const allowed = new Set([...silent(records(gold.deadlines)), ...[...wanted].map((one) => one.split(' ')[0]!)])
  const loose = [...silent(all)].filter((kind) => !allowed.has(kind)).length
  const hits = [...wanted].filter((one) => given.has(one)).length
  for (const one of wanted) if (!given.has(one)) note('deadlines', one, '<missing>')
  for (const one of given) if (!wanted.has(one)) note('deadlines', '<extra>', one)
  return f1(hits, wanted.size, given.size + loose)
}

/** "vóór" a date; counts only where it occurs. */
export function gradeExclusive(gold: PostingJson, result: PostingJson, note: Note): number | null {
  const marked = (list: Record<string, unknown>[]) =>
    list
      .filter(({ exclusive }) => exclusive === true)
      .map(({ kind, at }) => `${kind} ${String(instantOf(at))}`)
      .sort()
      .join()
  const [wanted, given] = [marked(records(gold.deadlines)), marked(records(result.deadlines))]
  if (wanted === '' && given === '') return null
  if (wanted !== given) note('exclusive', wanted, given)
  return wanted === given ? 1 : 0
}
