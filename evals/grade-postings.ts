import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gradeConflicts, gradeDeadlines, gradeExclusive } from './posting-dates.ts'
import { isRecord, sameField, scalars, structured } from './posting-fields.ts'
import { gradeCompetencies, gradeCriteria } from './posting-lists.ts'

/** What a posting is compared on; the names are those of `read --json`. */
export type PostingJson = Record<string, unknown>
export type Mismatch = { posting: string; field: string; gold: unknown; result: unknown }
export type PostingGrades = {
  /** Mean over the postings, 0 to 1. */
  perField: Record<string, number>
  /** Mean over the fields. */
  macro: number
  perPosting: Record<string, number>
  mismatches: Mismatch[]
}

type Note = (field: string, gold: unknown, result: unknown) => void
type Tolerances = Record<string, Record<string, unknown[]>>

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

/** Compares one reading with its gold; null where a field does not count for this posting. */
function gradeOne(
  gold: PostingJson,
  result: PostingJson,
  tolerated: Record<string, unknown[]>,
  note: Note,
): Record<string, number | null> {
  const conflicts = gradeConflicts(gold, result, note)
  const right = (field: string, wanted: unknown, given: unknown): boolean => {
    if (sameField(field, wanted, given)) return true
    const other = (tolerated[field] ?? []).some((value) =>
      isRecord(value) && 'conflict' in value
        ? conflicts.reported.includes(field) && sameField(field, value.conflict, given)
        : sameField(field, value, given),
    )
    return other || (conflicts.open.includes(field) && given === null && conflicts.reported.includes(field))
  }
  const scores: Record<string, number | null> = {}
  for (const field of scalars) {
    scores[field] = field in result && right(field, gold[field], result[field]) ? 1 : 0
    if (scores[field] === 0) note(field, gold[field], result[field])
  }
  for (const [field, parts] of Object.entries(structured)) {
    const [wanted, given] = [gold[field], result[field]]
    if (!isRecord(wanted)) scores[field] = field in result && given === null ? 1 : 0
    else if (!isRecord(given)) scores[field] = 0
    else {
      const wrong = parts.filter((part) => !right(`${field}.${part}`, wanted[part], given[part]))
      for (const part of wrong) note(`${field}.${part}`, wanted[part], given[part])
      scores[field] = 1 - wrong.length / parts.length
    }
    if (scores[field] === 0) note(field, wanted, given)
  }
  scores['deadlines'] = gradeDeadlines(gold, result, conflicts, note)
  scores['exclusive'] = gradeExclusive(gold, result, note)
  scores['conflicts'] = conflicts.score
  scores['knockouts'] = gradeCriteria('knockouts', gold, result, note)
  scores['awards'] = gradeCriteria('awards', gold, result, note)
  scores['competencies'] = gradeCompetencies(gold, result, note)
  return scores
}

/**
 * Grades how postings were read against `goldDir` (NAME.gold.json beside the posting's file; tolerances.json lists other right
 * values). `read` gets the path of the posting's file and gives what `read --json` prints. Deadlines, conflicts, criteria and
 * competences count by F1, structured fields by the share of their parts, all others by equality after folding.
 */
export async function gradePostings(
  goldDir: string,
  read: (file: string) => Promise<PostingJson>,
): Promise<PostingGrades> {
  const tolerances: Tolerances = existsSync(join(goldDir, 'tolerances.json'))
    ? (readJson(join(goldDir, 'tolerances.json')) as Tolerances)
    : {}
  const files = readdirSync(goldDir)
  const names = files
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => file.slice(0, -'.gold.json'.length))
    .sort()
  const sums = new Map<string, number[]>()
  const perPosting: Record<string, number> = {}
  const mismatches: Mismatch[] = []
  for (const name of names) {
    const file = files.find((candidate) => candidate.startsWith(`${name}.`) && !candidate.endsWith('.json'))
    if (!file) continue
    const note: Note = (field, gold, result) => mismatches.push({ posting: name, field, gold, result })
    const scores = gradeOne(
      readJson(join(goldDir, `${name}.gold.json`)),
      await read(join(goldDir, file)),
      tolerances[name] ?? {},
      note,
    )
    const counted = Object.entries(scores).filter((entry): entry is [string, number] => entry[1] !== null)
    for (const [field, score] of counted) sums.set(field, [...(sums.get(field) ?? []), score])
    perPosting[name] = mean(counted.map(([, score]) => score))
  }
  const perField = Object.fromEntries([...sums].map(([field, values]) => [field, mean(values)]))
  return { perField, macro: mean(Object.values(perField)), perPosting, mismatches }
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((all, value) => all + value, 0) / values.length
}
