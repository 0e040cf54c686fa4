import type { Catalogue } from '../../assignments/catalogue.ts'
import { closesAt } from '../../assignments/deadlines.ts'
import type { Candidate } from '../../candidates/record.ts'
import type { Assessment } from '../../scoring/assessment.ts'

/** Days after closing at which the owner is asked for the outcome. */
export const askAfterDays = [28, 56]
/** Days that candidate data is kept without an outcome, and with the candidate's consent. */
export const goneAfterDays = 90
export const consentedDays = 365

/** Outcomes that end the procedure for a candidate; an interview goes on. */
const ending = new Set(['not-put-forward', 'awarded', 'rejected', 'withdrawn'])

/** `closesOn`: past or future; null where the posting has no closing date, or is gone. */
export type Procedure = { outcome: Assessment['outcome']; closesOn: Temporal.PlainDate | null }

export type KeepingRules = {
  /** After an outcome. */
  retentionDays: number
  keepForAYear: boolean
  /** The last day on which somebody worked on this candidate: counts where a procedure has no day of its own. */
  touchedOn: Temporal.PlainDate
  timeZone: string
}

/** Until when a candidate is kept, that day included, and what it is counted from. */
export type Keeping = {
  until: Temporal.PlainDate
  from: Temporal.PlainDate
  why: 'outcome' | 'closing' | 'touched'
}

/** Data is kept as long as one of the candidate's procedures still needs it. */
export function keptUntil(procedures: Procedure[], rules: KeepingRules): Keeping {
  const without: Procedure = { outcome: null, closesOn: null }
  return (procedures.length > 0 ? procedures : [without])
    .map((procedure) => keptFor(procedure, rules))
    .reduce((a, b) => (Temporal.PlainDate.compare(a.until, b.until) >= 0 ? a : b))
}

function keptFor({ outcome, closesOn }: Procedure, rules: KeepingRules): Keeping {
  const { retentionDays, keepForAYear, touchedOn, timeZone } = rules
  const kept = (from: Temporal.PlainDate, days: number, why: Keeping['why']): Keeping => ({
    until: from.add({ days: keepForAYear ? consentedDays : days }),
    from,
    why,
  })
  if (outcome && ending.has(outcome.kind)) return kept(dayOf(outcome.at, timeZone), retentionDays, 'outcome')
  return closesOn ? kept(closesOn, goneAfterDays, 'closing') : kept(touchedOn, goneAfterDays, 'touched')
}

/** What is due for one candidate on this day: to erase, or procedures whose outcome the owner is asked for. */
export function retentionDue<P extends Procedure>(
  procedures: P[],
  today: Temporal.PlainDate,
  rules: KeepingRules,
): 'forget' | { days: number; procedure: P }[] {
  if (Temporal.PlainDate.compare(today, keptUntil(procedures, rules).until) > 0) return 'forget'
  return procedures.flatMap((procedure) => {
    const { outcome, closesOn } = procedure
    if (!closesOn || (outcome && ending.has(outcome.kind))) return []
    const passed = closesOn.until(today, { largestUnit: 'day' }).days
    const days = askAfterDays.findLast((each) => passed >= each)
    return days === undefined ? [] : [{ days, procedure }]
  })
}

/** A candidate's procedures and what counts for them, as stored. */
export function keepingOf(
  candidate: Candidate,
  assessments: Assessment[],
  about: { catalogue: Pick<Catalogue, 'get'>; timeZone: string; retentionDays: number },
): { procedures: (Procedure & { assessment: Assessment })[]; rules: KeepingRules } {
  const { catalogue, timeZone, retentionDays } = about
  const procedures = assessments.map((assessment) => {
    const assignment = catalogue.get(assessment.assignment)
    const closesOn = assignment ? (closesAt(assignment, timeZone)?.last.toPlainDate() ?? null) : null
    return { assessment, outcome: assessment.outcome, closesOn }
  })
  const touches = [
    candidate.createdAt,
    ...candidate.files.map(({ at }) => at),
    ...assessments.flatMap(({ confirmedAt, outcome, judgements }) => [
      confirmedAt,
      outcome?.at ?? null,
      ...Object.values(judgements).map(({ at }) => at),
    ]),
  ]
  const touchedOn = touches
    .flatMap((at) => (at === null ? [] : [dayOf(at, timeZone)]))
    .reduce((a, b) => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b))
  return {
    procedures,
    rules: { retentionDays, keepForAYear: candidate.consent.keepForAYear, touchedOn, timeZone },
  }
}

/** The day of an instant, in a time zone. */
export function dayOf(at: string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate()
}
