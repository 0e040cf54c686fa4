import type { PostingJson } from './grade-postings.ts'
import { likeness } from './likeness.ts'
import { f1, records } from './posting-dates.ts'
import { sameField } from './posting-fields.ts'

type Note = (field: string, gold: unknown, result: unknown) => void
type Named = Record<string, unknown>

const THRESHOLD = 0.9
const price = /\b(?:uur)?(?:tarief|prijs)|\bprice\b|\brate\b|totaalprijs/i

/** The best one-to-one pairs of two lists: gold index → result index. */
function pairs(
  gold: Named[],
  result: Named[],
  textOf: (item: Named) => string,
  otherwise: (a: Named, b: Named) => boolean,
): Map<number, number> {
  const candidates = gold.flatMap((wanted, i) =>
    result.flatMap((given, j) => {
      const alike = likeness(textOf(wanted), textOf(given))
      const score = alike < THRESHOLD && otherwise(wanted, given) ? THRESHOLD : alike
      const ties = ['number', 'points'].filter((key) => sameField(key, wanted[key], given[key])).length
      return score >= THRESHOLD ? [{ score, ties, far: Math.abs(i - j), i, j }] : []
    }),
  )
  candidates.sort((a, b) => b.score - a.score || b.ties - a.ties || a.far - b.far)
  const found = new Map<number, number>()
  const used = new Set<number>()
  for (const { i, j } of candidates) {
    if (found.has(i) || used.has(j)) continue
    found.set(i, j)
    used.add(j)
  }
  return found
}

/** Criteria: the text must be alike, and number, years (and points) exactly right. */
export function gradeCriteria(
  field: 'knockouts' | 'awards',
  gold: PostingJson,
  result: PostingJson,
  note: Note,
): number {
  if (!Array.isArray(result[field])) return 0
  const [wanted, given] = [records(gold[field]), records(result[field])]
  const exact =
    field === 'awards' ? ['number', 'points', 'minYears', 'windowYears'] : ['number', 'minYears', 'windowYears']
  const bothPrice = (a: Named, b: Named) =>
    field === 'awards' &&
    price.test(String(a.text)) &&
    price.test(String(b.text)) &&
    ['number', 'points'].every((key) => sameField(key, a[key], b[key]))
  const paired = pairs(wanted, given, (item) => String(item.text ?? ''), bothPrice)
  let full = 0
  for (const [index, item] of wanted.entries()) {
    const other = paired.get(index)
    if (other === undefined) {
      note(field, `${item.number} ${item.text}`, '<no text match>')
      continue
    }
    const wrong = exact.filter((key) => !sameField(key, item[key], given[other]![key]))
    for (const key of wrong) note(`${field}[${item.number}].${key}`, item[key], given[other]![key])
    if (wrong.length === 0) full++
  }
  const matched = new Set(paired.values())
  for (const [index, item] of given.entries())
    if (!matched.has(index)) note(field, '<extra>', `${item.number} ${item.text}`)
  return f1(full, wanted.length, given.length)
}

export function gradeCompetencies(gold: PostingJson, result: PostingJson, note: Note): number {
  if (!Array.isArray(result.competencies)) return 0
  const named = (value: unknown) =>
    Array.isArray(value) ? value.filter((item) => typeof item === 'string').map((text) => ({ text })) : []
  const [wanted, given] = [named(gold.competencies), named(result.competencies)]
  const paired = pairs(
    wanted,
    given,
    (item) => String(item.text),
    () => false,
  )
  for (const [index, { text }] of wanted.entries()) if (!paired.has(index)) note('competencies', text, '<missing>')
  const matched = new Set(paired.values())
  for (const [index, { text }] of given.entries()) if (!matched.has(index)) note('competencies', '<extra>', text)
  return f1(paired.size, wanted.length, given.length)
}
