import type { PostResult } from '../../chat/post-result.ts'
import type { Api } from './api.ts'
import type { Outcome } from './outcome.ts'
import { ephemeralStamp, partsOf } from './posted-id.ts'

/** What is not there any more needs no removing. */
const gone = new Set(['message_not_found', 'file_not_found', 'file_deleted', 'channel_not_found'])

/**
 * Removes a post with its files, given what it became (the `ok` of then). A message for one person only stands nowhere: Slack forgets it
 * by itself. Deleting again what is gone is `ok`.
 */
export function createRemove(api: Api): (posted: string) => Promise<PostResult> {
  return async (posted) => {
    const { channel, stamps, files } = partsOf(posted)
    const acts = [
      ...stamps
        .filter((stamp) => stamp !== ephemeralStamp)
        .map((ts) => () => api.call('chat.delete', { channel, ts }, channel)),
      ...files.map((file) => () => api.call('files.delete', { file })),
    ]
    let refused: Exclude<Outcome, { done: unknown }> | null = null
    for (const act of acts) {
      const outcome = await act()
      if ('done' in outcome || ('refused' in outcome && gone.has(outcome.refused))) continue
      if ('retryAfter' in outcome) return outcome
      // The others can still go.
      refused = outcome
    }
    return refused ?? { ok: posted }
  }
}
