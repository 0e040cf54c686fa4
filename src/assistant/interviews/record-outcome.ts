import { card } from '../../chat/card.ts'
import type { Assessment } from '../../scoring/assessment.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn } from '../turn/turn.ts'
import { refuseColleague } from './refuse-colleague.ts'

type Kind = NonNullable<Assessment['outcome']>['kind']

const kinds: Kind[] = ['not-put-forward', 'interview', 'awarded', 'rejected', 'withdrawn']

/**
 * The answer to "wat werd het?" that retention asks, outside any conversation. The ids in a button are anybody's to invent: a foreign
 * assessment gets the same answer as one that does not exist. With whom the candidate was shared may look, and hears that it is the
 * owner's to say. False: not a button of ours.
 */
export async function recordOutcome({ storage }: AssistantDeps, turn: Turn): Promise<boolean> {
  const { action, person, scope } = turn.message
  const kind = kinds.find((each) => each === action?.values['outcome'])
  if (action?.name !== 'outcome' || kind === undefined || scope !== 'direct') return false
  const assessment = await storage.assessments.get(action.values['assessment'] ?? '')
  const candidate = assessment ? await storage.candidates.get(assessment.candidate) : null
  if (!assessment || !candidate || ![candidate.owner, ...candidate.sharedWith].includes(person.id)) return false
  if (![candidate.owner, assessment.owner].includes(person.id)) {
    refuseColleague(turn, 'change', candidate)
    return true
  }
  const at = turn.now.toInstant().toString()
  const points = assessment.outcome?.points ?? null
  turn.write((stores) => stores.assessments.save({ ...assessment, outcome: { kind, at, points } }))
  turn.audit('outcome', {
    assignment: assessment.assignment,
    candidate: candidate.id,
    assessment: assessment.id,
    outcome: kind,
  })
  const { outcomeNoted, outcomes } = turn.texts.interview
  const text = outcomeNoted(outcomes[kind], candidate.code, kind !== 'interview', candidate.consent.keepForAYear)
  turn.reply({ card: card({ type: 'text', text }), about: [candidate.id] })
  return true
}
