import { postingSigns } from '../assignments/posting-signs.ts'
import type { Career } from '../candidates/candidate.ts'
import { careerLines } from '../candidates/career-lines.ts'
import { type SectionKind, sectionsOf } from '../candidates/sections.ts'
import type { Document } from '../documents/document.ts'

/** The code with which a reading is refused until the person says that the file is meant. */
export const notACv = 'not-a-cv'

export type OtherThanCv = 'posting' | 'invoice' | 'nothing-of-a-career'

/** Headings that a CV has and hardly any posting: "competenties", "profiel" and "referenties" stand in both. */
const ofACv = new Set<SectionKind>(['personal', 'experience', 'education', 'courses', 'languages', 'side', 'hobbies'])

/** What an invoice has; a self-employed candidate's CV may end with one or two of them. */
const invoiceSigns: RegExp[] = [
  /factuur ?(?:nummer|datum|nr)|\b(?:credit|proforma-?)?factuur\b|invoice (?:number|date|no)|\binvoice\b/i,
  /\bbtw\b|\bvat\b/i,
  /\biban\b|rekeningnummer|bank account/i,
  /betaal(?:termijn|baar|conditie)|verval ?datum|te voldoen|over te maken|due date|payable|payment terms/i,
  /\b(?:sub)?totaal\b|\b(?:sub-?)?total\b/i,
]
/** Of the ten things that `postingSigns` counts; the CVs of the evals have at most two. */
const leastPostingSigns = 5
const plainPostingSigns = 7
const leastInvoiceSigns = 4
/** From here on a document shows a career, whatever else it holds (a matrix of criteria behind the CV, say). */
const enoughOfACareer = 3
/** The same where nearly all of a posting stands in it, the term and the wanted experience included. */
const enoughBesideAPosting = 4
/** "Curriculum vitae" as a title; further down a posting asks for one. */
const titleWithin = 300

/**
 * What a file handed in as a CV plainly is instead; null for everything in doubt, so that a real CV is never questioned:
 * a posting or an invoice with hardly anything of a career, or a text in which nothing of a career was found at all.
 */
export function otherThanCv(document: Document, career: Career): OtherThanCv | null {
  const { text } = document
  const headings = new Set(
    sectionsOf(careerLines(document)).flatMap(({ kind, opener }) => (opener === null ? [] : [kind])),
  )
  const dated = career.engagements.filter(({ period }) => period !== null).length
  const shown =
    [...headings].filter((kind) => ofACv.has(kind)).length +
    Math.min(dated, 2) +
    (/^\W*(?:curriculum vitae|cv)\b/im.test(text.slice(0, titleWithin)) ? 1 : 0)
  const signs = postingSigns(text)
  if (shown < enoughOfACareer && invoiceSigns.filter((sign) => sign.test(text)).length >= leastInvoiceSigns)
    return 'invoice'
  if (signs >= leastPostingSigns && shown < (signs >= plainPostingSigns ? enoughBesideAPosting : enoughOfACareer))
    return 'posting'
  const found = career.engagements.length + career.education.length + headings.size
  return found === 0 ? 'nothing-of-a-career' : null
}
