import type { PostingFacts } from '../assignments/assignment.ts'
import type { Career } from '../candidates/candidate.ts'
import type { Document } from '../documents/document.ts'
import type { Proposal } from './assessment.ts'

/** The CV held against what the posting asks of its form. `met` null: the file does not tell (pages of a docx), or nothing was found to compare. */
export function checkCvDemands(
  cv: Document | undefined,
  career: Career,
  demands: PostingFacts['cv'],
): Pick<Proposal, 'cv' | 'cvDemands'> {
  const found = {
    pages: cv?.pages ?? null,
    language: cv?.language ?? null,
    references: career.references.count,
    format: cv?.format ?? '',
  }
  const checks: Proposal['cvDemands'] = []
  if (demands?.maxPages) {
    checks.push({
      demand: 'pages',
      met: found.pages === null ? null : found.pages <= demands.maxPages,
      wanted: String(demands.maxPages),
      found: String(found.pages ?? ''),
    })
  }
  if (demands?.language) {
    const allowed = demands.language.split('/').map((each) => each.trim())
    checks.push({
      demand: 'language',
      met: found.language === null ? null : allowed.includes(found.language),
      wanted: demands.language,
      found: found.language ?? '',
    })
  }
  if (demands?.minReferences) {
    checks.push({
      demand: 'references',
      met: found.references >= demands.minReferences,
      wanted: String(demands.minReferences),
      found: String(found.references),
    })
  }
  if (demands && demands.formats.length > 0) {
    checks.push({
      demand: 'format',
      met: cv ? demands.formats.map((each) => each.toLowerCase()).includes(cv.format) : null,
      wanted: demands.formats.join(', '),
      found: found.format,
    })
  }
  return { cv: found, cvDemands: checks }
}
