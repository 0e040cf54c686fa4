import type { DocumentKind } from '../documents/document.ts'

/** Months are integers year * 12 + month - 1. */
export type MonthRange = { from: number; to: number }

/** A start and an end as bounds: year-only dates, quarters and "sinds 2020" are not exact. */
export type Period = {
  fromEarliest: number
  fromLatest: number
  toEarliest: number
  toLatest: number
  open: boolean
  quote: string
  start: number
  end: number
}

/** A place in one of the candidate's documents: offsets into that document's text. */
export type Span = { source: DocumentKind; start: number; end: number }

/** One dated job, or one project inside an umbrella. */
export type Engagement = {
  /** 0-based, stable for this reading of the CV. */
  index: number
  title: string | null
  organisation: string | null
  /** The client, where the CV names it apart from the employer ("Opdrachtgever: …" beside "Werkgever: …"). */
  client?: string | null
  period: Period | null
  /** Title line, organisation line and sentences: where its own text stands. */
  spans: Span[]
  /** Index of the umbrella it was carried out under. */
  within: number | null
  /** Hours a week, when printed. */
  hours: number | null
}

export type Education = {
  level: 'mbo' | 'hbo' | 'wo' | 'other'
  /** bachelor, master, … when printed. */
  degree: string | null
  field: string | null
  completion: 'completed' | 'unfinished' | 'running' | 'not-stated'
  foreign: boolean
  span: Span
  quote: string
}

/** What a CV says about a career, by code; the same whichever engine points at evidence. */
export type Career = {
  engagements: Engagement[]
  education: Education[]
  references: { count: number; spans: Span[] }
  /** The newest month that the CV itself names, for "heden" in an old CV. */
  newestMonth: number | null
}
