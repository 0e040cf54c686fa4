import type { PostingFacts } from '../assignments/assignment.ts'

/** Weeks in a month as the market counts them: 52 a year. */
const WEEKS = 52 / 12

/** Hours per week as a range; null when the posting does not say. */
export function weeklyHours({ hoursPerWeek }: PostingFacts): { min: number; max: number } | null {
  if (hoursPerWeek === null) return null
  return typeof hoursPerWeek === 'number' ? { min: hoursPerWeek, max: hoursPerWeek } : hoursPerWeek
}

/** Months of all extensions together; null when unknown. */
export function extensionMonths({ extension }: PostingFacts): number | null {
  if (extension === null || !extension.possible || extension.months === null) return null
  return extension.months * (extension.options ?? 1)
}

/** The longest the assignment can last in months, extensions included; null when that cannot be computed. */
export function maximumMonths(posting: PostingFacts): number | null {
  if (posting.durationMonths === null) return null
  if (posting.extension === null || !posting.extension.possible) return posting.durationMonths
  const extra = extensionMonths(posting)
  return extra === null ? null : posting.durationMonths + extra
}

/** Hours in so many months, rounded to whole hours. */
export function hoursIn(weekly: { min: number; max: number }, months: number): { min: number; max: number } {
  return { min: Math.round(weekly.min * WEEKS * months), max: Math.round(weekly.max * WEEKS * months) }
}

export const timesRate = ({ min, max }: { min: number; max: number }, rate: number): { min: number; max: number } => ({
  min: Math.round(min * rate * 100) / 100,
  max: Math.round(max * rate * 100) / 100,
})
