import type { Document, DocumentKind } from '../documents/document.ts'
import type { Evidence } from '../scoring/assessment.ts'
import { locateQuote, nearMatch } from '../text/locate.ts'

const order: DocumentKind[] = ['cv', 'explanation', 'motivation']

/** Where these words stand in the candidate's documents, CV first, as evidence with the document's own wording; else null. */
export function evidenceFor(
  words: string,
  documents: Partial<Record<DocumentKind, Document>>,
  engagementAt: (source: DocumentKind, start: number) => number | null,
): Evidence | null {
  for (const source of order) {
    const document = documents[source]
    const at = document && locateQuote(words, document.text)
    if (!document || !at) continue
    return {
      quote: document.text.slice(at.start, at.end),
      source,
      page: document.lines.find(({ end }) => end > at.start)?.page ?? null,
      start: at.start,
      end: at.end,
      engagement: engagementAt(source, at.start),
      certain: true,
      facets: [],
    }
  }
  return null
}

/** What stands in the documents where these words differ by a slip of the keyboard: to be asked about, since it is not what was said. */
export function nearlySaid(words: string, documents: Partial<Record<DocumentKind, Document>>): string | null {
  for (const source of order) {
    const text = documents[source]?.text
    const at = text === undefined ? null : nearMatch(words, text)
    if (at) return text!.slice(at.start, at.end)
  }
  return null
}

/** The same quote in a newer version of its document; nothing when its words are gone. */
export function relocated(evidence: Evidence, document: Document | undefined): Evidence[] {
  const at = document && locateQuote(evidence.quote, document.text)
  if (!document || !at) return []
  const page = document.lines.find(({ end }) => end > at.start)?.page ?? null
  return [{ ...evidence, ...at, quote: document.text.slice(at.start, at.end), page }]
}
