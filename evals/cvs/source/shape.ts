/** How an invented CV is written down before it is rendered: text and gold come from the same structure, never from each other. */

/**
 * `labels`: `2` proves criterion 2, `2~` is near it, `2!` looks like it and is not. Awards carry the same labels; where a section
 * repeats a number, the award is written `a4`.
 */
export type Sentence = { text: string; labels: string[] }

export type Job = {
  title: string
  organisation: string
  dates: string
  /** Months as yyyy-mm bounds: [from earliest, from latest, to earliest, to latest]; 'now' = the reference month. */
  from: [string, string]
  to: [string, string]
  /** Criteria for which this engagement counts. */
  counts: string[]
  /** Criteria proven by the title or the organisation line alone. */
  title_proves?: string[]
  organisation_proves?: string[]
  sentences: Sentence[]
}

export type Study = { text: string; decides: string[] }

export type InventedCv = {
  id: string
  posting: string
  traps: string[]
  layout: 'lines' | 'blocks' | 'table' | 'prose'
  language: 'nl' | 'en'
  name: string
  profile: string
  jobs: Job[]
  studies: Study[]
  skills: { text: string; labels: string[] }[]
  courses?: string[]
  references: string[]
  motivation?: string
  injection?: string
  /** Decisions and levels that do not follow from counting: education, attestation, levels of awards. */
  expected: Record<string, string>
  alsoAcceptable?: Record<string, string[]>
}

export type InventedPosting = {
  id: string
  asOf: string
  text: string
  knockouts: { label: string; text: string; minYears: number | null; windowYears: number | null }[]
  awards: { label: string; text: string; points: number; minYears: number | null; windowYears: number | null }[]
}

export const s = (text: string, ...labels: string[]): Sentence => ({ text, labels })

/** Both months exact. */
export const exact = (month: string): [string, string] => [month, month]
/** A year only: January to December. */
export const year = (of: number): [string, string] => [`${of}-01`, `${of}-12`]
