import type { Catalogue } from '../../assignments/catalogue.ts'
import type { Clock } from '../../clock.ts'
import type { Kept, Storage } from '../../storage/port.ts'
import { askAfterDays, consentedDays, dayOf, goneAfterDays, type Keeping, keepingOf, keptUntil } from './due.ts'

/** One candidate, by id: a report that goes round names nobody. Dates are days of the installation's time zone. */
export type KeptCandidate = {
  candidate: string
  owner: string
  /** How many people the owner shared with. */
  shared: number
  since: string
  /** The last day. */
  until: string
  why: Keeping['why']
  /** The day that it is counted from. */
  from: string
  consented: boolean
  /** It should have gone: the daily purge did not run. */
  overdue: boolean
}

export type Gone = {
  candidate: string
  at: string
  how: 'expired' | 'forgotten'
  by: string
  /** The assistant's own messages in the chat; null where the platform keeps no record of its own, or it is not known yet. */
  messages: { removed: number; left: number } | null
}

export type RetentionReport = {
  asOf: string
  since: string
  rules: { afterOutcome: number; askAfter: number[]; withoutOutcome: number; withConsent: number }
  candidates: KeptCandidate[]
  other: Kept[]
  gone: Gone[]
  asked: number
  /** The days on which expired data were removed, with how many rows of each kind went in all. */
  purges: { runs: number; last: string | null; removed: Record<string, number> }
}

/** What is kept, until when and why; what went since a day, when and how. Holds ids and counts, no code and no name. */
export async function retentionReport(
  deps: { storage: Storage; catalogue: Pick<Catalogue, 'get'>; clock: Pick<Clock, 'zoned'>; retentionDays: number },
  since: Temporal.PlainDate,
): Promise<RetentionReport> {
  const { storage, catalogue, clock, retentionDays } = deps
  const now = clock.zoned()
  const [today, timeZone] = [now.toPlainDate(), now.timeZoneId]
  const candidates: KeptCandidate[] = []
  for (const candidate of await storage.candidates.all()) {
    const { id, owner, sharedWith, createdAt, consent } = candidate
    const assessments = await storage.assessments.ofCandidate(id)
    const { procedures, rules } = keepingOf(candidate, assessments, { catalogue, timeZone, retentionDays })
    const { until, from, why } = keptUntil(procedures, rules)
    candidates.push({
      candidate: id,
      owner,
      shared: sharedWith.length,
      since: dayOf(createdAt, timeZone).toString(),
      until: until.toString(),
      why,
      from: from.toString(),
      consented: consent.keepForAYear,
      // On the day after it goes with that day's purge.
      overdue: Temporal.PlainDate.compare(today, until.add({ days: 1 })) > 0,
    })
  }
  return {
    asOf: today.toString(),
    since: since.toString(),
    rules: {
      afterOutcome: retentionDays,
      askAfter: askAfterDays,
      withoutOutcome: goneAfterDays,
      withConsent: consentedDays,
    },
    candidates: candidates.sort((a, b) => a.until.localeCompare(b.until) || a.candidate.localeCompare(b.candidate)),
    other: (await storage.kept()).map((one) => ({ ...one, goesBy: one.goesBy && momentOf(one.goesBy, timeZone) })),
    ...(await happened(storage, since, timeZone)),
  }
}

/** What the audit log says went since a day. */
async function happened(storage: Storage, since: Temporal.PlainDate, timeZone: string) {
  const gone = new Map<string, Gone>()
  const purges: RetentionReport['purges'] = { runs: 0, last: null, removed: {} }
  let asked = 0
  for await (const { who, what, about, at } of storage.exportAudit()) {
    if (Temporal.PlainDate.compare(dayOf(at, timeZone), since) < 0) continue
    const candidate = String(about['candidate'] ?? '')
    if (what === 'candidate-expired' || what === 'candidate-forgotten') {
      const how = what === 'candidate-expired' ? 'expired' : 'forgotten'
      gone.set(candidate, { candidate, at: momentOf(at, timeZone), how, by: who, messages: null })
    } else if (what === 'chat-taken-back') {
      const one = gone.get(candidate)
      if (one) one.messages = { removed: Number(about['removed'] ?? 0), left: Number(about['left'] ?? 0) }
    } else if (what === 'outcome-asked') asked++
    else if (what === 'purged') {
      purges.runs++
      purges.last = momentOf(at, timeZone)
      for (const [kind, count] of Object.entries(about))
        purges.removed[kind] = (purges.removed[kind] ?? 0) + Number(count)
    }
  }
  return { gone: [...gone.values()], asked, purges }
}

/** To the minute, as the clock on the wall had it, with its offset. */
function momentOf(at: string, timeZone: string): string {
  const options = { smallestUnit: 'minute', timeZoneName: 'never' } as const
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toString(options)
}
