import type { Incoming } from '../../chat/message.ts'
import { parseActivity } from './activity.ts'
import { incomingFromActivity } from './incoming.ts'
import { createSubmitKeys } from './submits.ts'

/** For `maatstaf replay FILE.json`: one recorded activity, already read as JSON; null when it is nothing for the assistant. */
export function replayActivity(payload: unknown, receivedAt = '1970-01-01T00:00:00Z'): Incoming | null {
  const activity = parseActivity(payload)
  return (
    activity && incomingFromActivity(activity, { homeTenant: null, receivedAt, submitKey: createSubmitKeys(() => 0) })
  )
}
