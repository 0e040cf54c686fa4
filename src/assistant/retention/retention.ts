import { closesAt } from '../../assignments/deadlines.ts'
import { card } from '../../chat/card.ts'
import type { Outgoing } from '../../chat/message.ts'
import type { Assessment } from '../../scoring/assessment.ts'
import { idFromKey } from '../../text/key-id.ts'
import { textsFor } from '../../texts/texts.ts'
import { noteSaid } from '../delivery/said.ts'
import type { AssistantDeps } from '../deps.ts'
import { forgetCandidate } from './forget.ts'

/** Days after closing at which the owner is asked for the outcome, and after which candidate data goes without one. */
const askAfterDays = [28, 56]
const goneAfterDays = 90
const consentedDays = 365

/** Outcomes that end the procedure for a candidate; an interview goes on. */
const ending = new Set(['not-put-forward', 'awarded', 'rejected', 'withdrawn'])

/** What is due for one candidate on this day. Pure: the job acts on it. */
export function retentionDue(
  assessments: { outcome: Assessment['outcome']; closedOn: Temporal.PlainDate | null }[],
  today: Temporal.PlainDate,
  options: { retentionDays: number; keepForAYear: boolean; createdOn: Temporal.PlainDate },
): 'forget' | { ask: number } | null {
  const since = (date: Temporal.PlainDate) => date.until(today, { largestUnit: 'day' }).days
  const lasts = assessments.map(({ outcome, closedOn }) => {
    if (outcome && ending.has(outcome.kind)) {
      const recorded = Temporal.Instant.from(outcome.at).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
      return {
        passed: since(recorded),
        limit: options.keepForAYear ? consentedDays : options.retentionDays,
        ask: false,
      }
    }
    return {
      passed: closedOn ? since(closedOn) : since(options.createdOn),
      limit: options.keepForAYear ? consentedDays : goneAfterDays,
      ask: closedOn !== null,
    }
  })
  if (lasts.length === 0)
    lasts.push({
      passed: since(options.createdOn),
      limit: options.keepForAYear ? consentedDays : goneAfterDays,
      ask: false,
    })
  // Data is kept as long as one of the candidate's procedures still needs it.
  if (lasts.every(({ passed, limit }) => passed > limit)) return 'forget'
  const asked = lasts.filter(({ ask }) => ask).map(({ passed }) => passed)
  const day = askAfterDays.findLast((days) => asked.some((passed) => passed >= days))
  return day === undefined ? null : { ask: day }
}

/** Daily: forgets candidates whose time has passed, asks owners for outcomes, purges what expired. */
export function createRetention(deps: AssistantDeps) {
  const { storage, catalogue, clock, log } = deps
  return {
    async enqueue(): Promise<void> {
      const today = clock.zoned().toPlainDate().toString()
      await storage.jobs.send('purges', {
        id: idFromKey(`purge:${today}`),
        key: 'purge',
        payload: { date: today },
        sealFor: { conversation: 'purge' },
      })
    },
    async run(): Promise<void> {
      const now = clock.zoned()
      const today = now.toPlainDate()
      for (const candidate of await storage.candidates.all()) {
        const assessments = await storage.assessments.ofCandidate(candidate.id)
        const about = assessments.map((assessment) => {
          const assignment = catalogue.get(assessment.assignment)
          const closed = assignment ? closesAt(assignment, now.timeZoneId)?.last.toPlainDate() : undefined
          return {
            outcome: assessment.outcome,
            closedOn: closed && Temporal.PlainDate.compare(closed, today) < 0 ? closed : null,
          }
        })
        const createdOn = Temporal.Instant.from(candidate.createdAt).toZonedDateTimeISO(now.timeZoneId).toPlainDate()
        const due = retentionDue(about, today, {
          retentionDays: deps.settings.retentionDays,
          keepForAYear: candidate.consent.keepForAYear,
          createdOn,
        })
        if (due === 'forget') {
          await storage.transaction(async (stores) => {
            await forgetCandidate(stores, candidate.id)
            await stores.audit.append({
              who: 'maatstaf',
              what: 'candidate-expired',
              about: { candidate: candidate.id },
              at: now.toInstant().toString(),
            })
          })
          log.info('candidate data expired', { candidate: candidate.id })
        } else if (due) {
          await ask(
            candidate.owner,
            candidate.code,
            candidate.id,
            assessments.filter(({ outcome }) => outcome === null),
            due.ask,
          )
        }
      }
      log.info('purged', await storage.purge(now.toInstant()))
    },
  }

  async function ask(owner: string, code: string, candidate: string, open: Assessment[], days: number): Promise<void> {
    const person = await storage.persons.get(owner)
    const assessment = open[0]
    if (!person?.personal || !assessment) return
    const { assistant } = textsFor(person.language ?? 'nl')
    const key = `outcome:${candidate}:${assessment.id}:${days}`
    const buttons = (['not-put-forward', 'awarded', 'rejected', 'withdrawn'] as const).map((kind) => ({
      kind: 'action' as const,
      label: assistant.outcomes[kind],
      action: 'outcome',
      step: '',
      values: { assessment: assessment.id, outcome: kind },
    }))
    const question = card(
      { type: 'text', text: assistant.askOutcome(code, assessment.assignment, days) },
      { type: 'buttons', buttons },
    )
    await storage.transaction(async (stores) => {
      if (!(await stores.turns.commit(key))) return
      const outgoing: Outgoing = { key, to: person.personal!, card: question, about: [candidate] }
      await noteSaid(stores, [outgoing], { conversation: person.personalConversation ?? owner, person: owner })
      await stores.jobs.send('posts', {
        id: idFromKey(`post:${key}`),
        key: owner,
        payload: outgoing,
        sealFor: { conversation: owner },
      })
    })
  }
}
