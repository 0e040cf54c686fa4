import type { Document, DocumentKind } from '../documents/document.ts'
import type { Evidence } from './assessment.ts'
import type { Passage } from './passage.ts'

export type Documents = Partial<Record<DocumentKind, Document>>

/** A stretch of a document as evidence: the words as they stand there, with their page. */
export function evidenceAt(
  documents: Documents,
  place: { source: DocumentKind; start: number; end: number },
  about: { engagement: number | null; facets: string[]; certain: boolean; counter?: boolean },
): Evidence {
  const document = documents[place.source]
  if (!document) throw new RangeError(`no ${place.source} was read`)
  return {
    quote: document.text.slice(place.start, place.end),
    source: place.source,
    page: pageAt(document, place.start),
    start: place.start,
    end: place.end,
    ...about,
  }
}

export function evidenceOfPassage(
  documents: Documents,
  passage: Passage,
  facets: string[],
  certain: boolean,
  counter = false,
): Evidence {
  return evidenceAt(documents, passage, {
    engagement: passage.engagement,
    facets,
    certain,
    ...(counter ? { counter } : {}),
  })
}

function pageAt(document: Document, offset: number): number | null {
  let low = 0
  let high = document.lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (document.lines[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return document.lines[low]?.page ?? null
}

/** The same words once, with all that they show; in reading order of what came first. */
export function distinctEvidence(all: readonly Evidence[]): Evidence[] {
  const byPlace = new Map<string, Evidence>()
  for (const each of all) {
    const id = `${each.source}:${each.start}:${each.end}`
    const before = byPlace.get(id)
    byPlace.set(
      id,
      before
        ? {
            ...before,
            facets: [...new Set([...before.facets, ...each.facets])],
            certain: before.certain && each.certain,
          }
        : each,
    )
  }
  return [...byPlace.values()]
}
