import type { Address } from '../../chat/address.ts'
import type { PostResult } from '../../chat/post-result.ts'
import { placeOf } from './address.ts'
import type { Connector } from './connector.ts'
import type { Outcome } from './outcome.ts'
import type { Pace } from './pace.ts'
import { postedOf } from './posted-id.ts'

/**
 * Removes a post, given where it went and what it became (the `ok` of then). Deleting again what is gone is `ok`. A file that somebody
 * took into their OneDrive is theirs; nothing here reaches it.
 */
export function createRemove(deps: {
  connector: Connector
  pace: Pace
}): (to: Address, posted: string) => Promise<PostResult> {
  const { connector, pace } = deps
  return async (to, posted) => {
    const { serviceUrl } = placeOf(to)
    const { conversation, ids } = postedOf(posted)
    let refused: Exclude<Outcome, { done: unknown }> | null = null
    for (const id of ids) {
      if (id === '') {
        // Teams named no id for it when it was posted.
        refused = { refused: 'id-unknown', permanent: true }
        continue
      }
      const left = pace.resting(conversation)
      if (left > 0) return { retryAfter: Math.ceil(left) }
      await pace.turn(conversation)
      const outcome = await connector.call(serviceUrl, (client) => client.deleteActivity(conversation, id))
      if ('done' in outcome || ('refused' in outcome && gone.test(outcome.refused))) continue
      if ('retryAfter' in outcome) {
        pace.rest(conversation, outcome.retryAfter)
        return outcome
      }
      // The others can still go.
      refused = outcome
    }
    return refused ?? { ok: posted }
  }
}

/** What the connector says of an activity or a conversation that is not there any more. */
const gone = /^(?:http-404|http-410|ActivityNotFound\w*|MessageNotFound|ConversationNotFound)$/
