import type { Assignment, PostingFacts } from '../assignments/assignment.ts'

/** The most that an assignment can come to: rate times hours over the whole term with every printed extension. Euros. */
export function contractValue(
  posting: PostingFacts,
  rateEur: number | null,
): { eur: number; hours: number; months: number } | null {
  const { hoursPerWeek, durationMonths, extension } = posting
  if (rateEur === null || hoursPerWeek === null || durationMonths === null) return null
  const weekly = typeof hoursPerWeek === 'number' ? hoursPerWeek : hoursPerWeek.max
  const months = durationMonths + (extension?.possible ? (extension.options ?? 0) * (extension.months ?? 0) : 0)
  const hours = Math.round((weekly * 52 * months) / 12)
  return { eur: Math.round(hours * rateEur * 100) / 100, hours, months }
}

/** The posting's sentence on a further fact (`tieBreak`, `shortlist`, `evidenceRule`), as printed; null when it has none. */
export function sentenceOn(assignment: Assignment, field: string): string | null {
  const fact = assignment.facts.find((one) => one.field === field && one.quote.trim() !== '')
  return fact ? fact.quote.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim() : null
}

/** What the client will ask for later, and what a supplier of people must have; only what the posting says yes to. */
export function demandedLater(posting: PostingFacts): ('vog' | 'nda' | 'uea')[] {
  return (['vog', 'nda', 'uea'] as const).filter((name) => posting[name] === true)
}
