/** An inhuuropdracht as facts, each with the words it came from. The public names are those of `maatstaf read --json`. */

/** How sure a reading is: printed label, place on the page, running text, pointed at by the model, or told by a person. */
export type Certainty = 'label' | 'position' | 'prose' | 'model' | 'person'

/** Offsets are into the original text of the source: posting.text.slice(start, end) === quote (before display folding). */
export type Quote = { quote: string; start: number; end: number }

export type Fact = Quote & {
  /** A key of PostingFacts, or a further field: `zzp`, `indexation`, `tieBreak`, `shortlist`, `standstill`, `evidenceRule`, `contact`, … */
  field: string
  value: unknown
  certainty: Certainty
  /** Which text the offsets point into: the posting, or a supplement by its index. */
  source: 'posting' | { supplement: number }
}

export type DeadlineKind = 'submission' | 'questions' | 'answers' | 'interviews' | 'start'

export type Deadline = {
  kind: DeadlineKind
  /** ISO date-time with the offset of Europe/Amsterdam when a time is printed, else an ISO date; null = named but not known. */
  at: string | null
  quote: string
  /** "vóór <date>" without a time: the last safe moment is the end of the day before. */
  exclusive?: boolean
}

export type Conflict = { field: string; values: string[]; quotes: string[]; resolved?: boolean }

export type Section = 'knockout' | 'award'

export type PostedCriterion = Quote & {
  /** `knockout:1`: section and ordinal. The printed number is only a label and need not be unique. */
  key: string
  section: Section
  /** 1-based within its section. */
  ordinal: number
  /** As printed, null for a bullet. */
  number: number | string | null
  /** Repaired, whitespace folded; without the points suffix and a closing semicolon. */
  text: string
  minYears: number | null
  windowYears: number | null
  /** Documents that may prove it. */
  proves: ('cv' | 'explanation' | 'motivation')[]
  /** Awards only. */
  points: number | null
  sub?: { text: string; points: number }[]
  /** Scored on the offered price. */
  price?: boolean
}

/** What the posting says, in the shape of `read --json`. null = it does not say, false = it says no. */
export type PostingFacts = {
  number: string | null
  title: string | null
  organisation: string | null
  location: string | null
  region: string | null
  postedOn: string | null
  start: string | null
  durationMonths: number | null
  extension: {
    possible: boolean
    options: number | null
    months: number | null
    until: string | null
    quote: string
  } | null
  hoursPerWeek: number | { min: number; max: number } | null
  educationLevel: string | null
  scale: number | string | null
  sroi: { applies: 'conditional' | boolean; thresholdEur: number | null; quote: string } | null
  vog: boolean | null
  nda: boolean | null
  uea: boolean | null
  waadi: boolean | null
  das: boolean | null
  fee: { amount: number; unit: 'eur_per_hour' | 'percent' | null; quote: string } | null
  maxRateEur: number | null
  professionals: number | null
  hybrid: boolean | null
  workdays: string | null
  cv: { maxPages: number | null; language: string | null; minReferences: number | null; formats: string[] } | null
  deadlines: Deadline[]
  conflicts: Conflict[]
  knockouts: PostedCriterion[]
  awards: PostedCriterion[]
  pointsTotal: number | null
  competencies: string[]
  procedure: string[]
}

export type Supplement = { text: string; addedOn: string; kind: 'answers' | 'change' }

export type AssignmentState = 'new' | 'ours' | 'not-for-us' | 'handed-in' | 'withdrawn' | 'awarded' | 'rejected'

/** What reading gives: pure, no storage. */
export type Posting = { id: string; text: string; facts: Fact[]; posting: PostingFacts }

/** A posting in the catalogue. */
export type Assignment = Posting & {
  /** Counts up at every change of text or facts; assessments remember the one they were made on. */
  revision: number
  state: AssignmentState
  addedBy: string | null
  owner: string | null
  addedOn: string
  supplements: Supplement[]
  /** False while it waits for confirmation: then only its adder sees it. */
  confirmed: boolean
  /** Loaded from examples/. */
  example: boolean
}
