import { createHash } from 'node:crypto'
import { actionOf } from '../../chat/action-data.ts'
import type { Activity } from './activity.ts'

/**
 * Teams repeats a card submit after 15 seconds, and twice more half a minute later under new ids (msteams-docs #6084,
 * BotFramework-Services #59): within this time the same submit is the same.
 */
const repeatMs = 120_000

/**
 * The key of a card submit: who pressed what on which card, at which step, with which values, in a window of two minutes. Replicas agree
 * on it except across a window's edge, where this process remembers the window in which it saw the submit first. A later press
 * is one of its own, and gets its friendly line when its step is over. `now`: real milliseconds.
 */
export function createSubmitKeys(now: () => number): (activity: Activity) => string {
  const seen = new Map<string, { window: number; at: number }>()
  return ({ conversation, replyToId, from, value, id }) => {
    const action = actionOf(value)
    const values = Object.entries(action?.values ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
    // Without the card that it hangs on, only its own id tells two submits apart.
    const what = [conversation?.id, from?.id, replyToId ?? id, action?.name, action?.step, values]
    const signature = createHash('sha256').update(JSON.stringify(what)).digest('base64url')
    const at = now()
    const before = seen.get(signature)
    const repeated = before !== undefined && at - before.at < repeatMs
    const first = repeated ? before : { window: Math.floor(at / repeatMs), at }
    seen.set(signature, first)
    if (seen.size > 10_000) for (const [key, known] of seen) if (at - known.at >= repeatMs) seen.delete(key)
    return `teams:${conversation?.id}/submit/${signature}/${first.window}`
  }
}
