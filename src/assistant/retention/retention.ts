import type { Candidate } from '../../candidates/record.ts'
import { card } from '../../chat/card.ts'
import type { Outgoing } from '../../chat/message.ts'
import type { Assessment } from '../../scoring/assessment.ts'
import { idFromKey } from '../../text/key-id.ts'
import { textsFor } from '../../texts/texts.ts'
import { noteSaid } from '../delivery/said.ts'
import type { AssistantDeps } from '../deps.ts'
import { consentedDays, keepingOf, retentionDue } from './due.ts'
import { forgetCandidate } from './forget.ts'

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
        const { procedures, rules } = keepingOf(candidate, assessments, {
          catalogue,
          timeZone: now.timeZoneId,
          retentionDays: deps.settings.retentionDays,
        })
        const due = retentionDue(procedures, today, rules)
        if (due === 'forget') {
          await storage.transaction(async (stores) => {
            if (!(await forgetCandidate(stores, candidate.id))) return
            await stores.audit.append({
              who: 'maatstaf',
              what: 'candidate-expired',
              about: { candidate: candidate.id },
              at: now.toInstant().toString(),
            })
          })
          log.info('candidate data expired', { candidate: candidate.id })
        } else {
          for (const { days, procedure } of due) await ask(candidate, procedure.assessment, days)
        }
      }
      const gone = await storage.purge(now.toInstant())
      // A day without this row is a day on which nothing was looked at.
      await storage.audit.append({ who: 'maatstaf', what: 'purged', about: gone, at: now.toInstant().toString() })
      log.info('purged', gone)
    },
  }

  async function ask({ id, code, owner, consent }: Candidate, assessment: Assessment, days: number): Promise<void> {
    const person = await storage.persons.get(owner)
    if (!person?.personal) return
    const { assistant } = textsFor(person.language ?? 'nl')
    const key = `outcome:${id}:${assessment.id}:${days}`
    // By a hash: erasing leaves no id behind. The ledger of turns forgets sooner than these weeks pass.
    const asked = `outcome-asked:${idFromKey(key)}`
    const buttons = (['not-put-forward', 'awarded', 'rejected', 'withdrawn'] as const).map((kind) => ({
      kind: 'action' as const,
      label: assistant.outcomes[kind],
      action: 'outcome',
      step: '',
      values: { assessment: assessment.id, outcome: kind },
    }))
    const question = card(
      { type: 'text', text: assistant.askOutcome(code, assessment.assignment, days, consent.keepForAYear) },
      { type: 'buttons', buttons },
    )
    await storage.transaction(async (stores) => {
      if ((await stores.settings.get(asked)) !== null) return
      await stores.settings.set(
        asked,
        true,
        clock
          .now()
          .add({ hours: 24 * consentedDays })
          .toString(),
      )
      await stores.audit.append({
        who: 'maatstaf',
        what: 'outcome-asked',
        about: { candidate: id, assessment: assessment.id, days },
        at: clock.now().toString(),
      })
      const outgoing: Outgoing = { key, to: person.personal!, card: question, about: [id] }
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
