import type { Document } from '../documents/document.ts'
import type { Career } from './candidate.ts'
import { careerLines } from './career-lines.ts'
import { educationOf } from './education.ts'
import { engagementsOf } from './engagements.ts'
import { findPeriods } from './period.ts'
import { referencesOf } from './references.ts'
import { sectionsOf } from './sections.ts'

/**
 * What a CV says about a career, by rules alone: dated jobs with their own sentences, education with its completion, named referees.
 * `asOf` is the reference date (ISO date or PlainDate): "heden" and later ends become its month.
 */
export function readCareer(document: Document, options: { asOf: Temporal.PlainDate | string }): Career {
  const asOf = typeof options.asOf === 'string' ? options.asOf.slice(0, 10) : options.asOf.toString()
  const sections = sectionsOf(careerLines(document))
  const engagements = engagementsOf(document, sections, asOf)
  return {
    engagements,
    education: educationOf(document, sections),
    references: referencesOf(sections),
    newestMonth: newestMonth(document, asOf),
  }
}

/** The newest month that the text itself names, not counting "heden" and plans after the reference date. */
function newestMonth(document: Document, asOf: string): number | null {
  const months = findPeriods(document.text, asOf).map((period) => (period.open ? period.fromEarliest : period.toLatest))
  return months.length > 0 ? Math.max(...months) : null
}
