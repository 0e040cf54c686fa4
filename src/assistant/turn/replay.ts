import type { Incoming } from '../../chat/message.ts'
import type { Reply } from '../../chat/reply.ts'
import type { AssistantDeps } from '../deps.ts'
import { freshConversation } from './conversation.ts'
import { createDecision } from './decide.ts'
import { planTurn } from './turn.ts'

/** What the assistant would say to this message in a fresh conversation. Commits nothing. */
export async function planReplay(deps: AssistantDeps, message: Incoming): Promise<Reply[]> {
  const plan = planTurn(message, freshConversation, message.person.locale ?? 'nl', deps.clock.zoned(), {
    person: null,
    channel: null,
  })
  await createDecision(deps, () => {})(plan.turn)
  return plan.replies
}
