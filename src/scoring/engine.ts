import type { Career } from '../candidates/candidate.ts'
import type { Document, DocumentKind } from '../documents/document.ts'
import type { Coded } from './assessment.ts'
import type { Criterion } from './criterion.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'

/** A finger on the text: this passage shows that facet. Never points, months or a verdict. */
export type Pointer = {
  /** Facet id of the criterion. */
  facet: string
  passage: number
  /** Offsets into the document of the passage: a sentence, or the part of it that was quoted. */
  start: number
  end: number
  /** full: states the facet · part: what makes it, not what shades it · near: something like it. */
  strength: 'full' | 'part' | 'near'
  certainty: 'certain' | 'uncertain' | 'denied'
}

export type PointRequest = {
  criteria: readonly Criterion[]
  passages: readonly Passage[]
  career: Career
  documents: Partial<Record<DocumentKind, Document>>
  /** Identifies what was read, for caches. */
  documentHash: string
  signal?: AbortSignal
  onProgress?: (done: number, what: string) => void
}

export type Pointing = {
  /** Which engine found them in the end: a model that failed leaves it to the rules. */
  engine: 'rules' | 'model'
  /** By criterion key. */
  pointers: Map<string, Pointer[]>
  warnings: Coded[]
}

/** Points at evidence; everything that counts or decides is done elsewhere and is the same for both engines. */
export type EvidenceEngine = {
  kind: 'rules' | 'model'
  lexicon: Lexicon
  point(request: PointRequest): Promise<Pointing>
}
