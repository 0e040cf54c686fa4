import type { MonthRange } from '../candidates/candidate.ts'
import type { DocumentKind, HiddenText } from '../documents/document.ts'

export type Decision = 'meets' | 'fails' | 'unclear'
export type Level = 'explicit' | 'indirect' | 'absent'
export type Months = { atLeast: number; atMost: number }
export type Points = { value: number; low: number; high: number }

/** A located quote: text.slice(start, end) === quote in the visible text of its document. */
export type Evidence = {
  quote: string
  source: DocumentKind
  page: number | null
  start: number
  end: number
  /** Index in Career.engagements, null outside any. */
  engagement: number | null
  /** A negation, condition or future nearby makes it uncertain. */
  certain: boolean
  /** What of the criterion it shows, as texts of the criterion's own words. */
  facets: string[]
  /** Shown as a reason against, never as proof. */
  counter?: boolean
}

/** A question or remark as a code with values; `texts` makes the sentence. */
export type Coded = { code: string; values: Record<string, string | number> }

export type Finding = {
  key: string
  section: 'knockout' | 'award'
  /** Label in JSON: the printed number, the ordinal when it has none, `4#2` for a second 4 in one section. */
  label: string
  decision: Decision | null
  level: Level | null
  months: Months | null
  window: MonthRange | null
  minimumMonths: number | null
  /** Bars for the timeline: engagements that count or nearly count. */
  engagements: { index: number; label: string; from: number; to: number; counted: boolean; uncertain: boolean }[]
  evidence: Evidence[]
  /** The rule that was applied, as a code; the assumption is part of it. */
  rule: Coded
  questions: Coded[]
  points: (Points & { max: number }) | null
}

/** The proposal: computed, reproducible, no person in it. */
export type Proposal = {
  assignment: string
  /** Revision of the assignment it was made on. */
  revision: number
  /** The reference date R. */
  asOf: string
  knockouts: Finding[]
  awards: Finding[]
  total: Points
  cv: { pages: number | null; language: string | null; references: number; format: string }
  cvDemands: {
    demand: 'pages' | 'language' | 'references' | 'format'
    met: boolean | null
    wanted: string
    found: string
  }[]
  hidden: HiddenText[]
  /** Competencies of the posting and whether the CV shows them. */
  competencies: { text: string; evidence: Evidence[] }[]
  warnings: Coded[]
  engine: 'rules' | 'model'
}

/** What the consultant decided about one criterion. */
export type Judgement = {
  key: string
  decision?: Decision
  points?: number
  reason?: string
  /** "Voldoet toch" without a quote: the card keeps "not shown in the documents" beside it. */
  withoutEvidence?: boolean
  added?: Evidence[]
  by: string
  at: string
}

export type Assessment = {
  id: string
  assignment: string
  candidate: string
  owner: string
  proposal: Proposal
  judgements: Record<string, Judgement>
  rateEur: number | null
  confirmedAt: string | null
  confirmedBy: string | null
  outcome: {
    kind: 'not-put-forward' | 'interview' | 'awarded' | 'rejected' | 'withdrawn'
    at: string
    points: number | null
  } | null
}
