import type { Stores } from '../storage/port.ts'
import { removeBsns } from '../text/bsn.ts'
import { idFromKey } from '../text/key-id.ts'
import type { Incoming } from './message.ts'

export type Inbox = {
  /** Resolves when the message is durable; only then may a platform acknowledge it. A known key is dropped. */
  accept(incoming: Incoming): Promise<'accepted' | 'duplicate'>
}

/**
 * The durable inbox: a turn is a job whose id follows from the message's key, so that the same message twice is one job, and whose
 * queue hands out one at a time per conversation.
 */
export function createInbox(
  stores: Pick<Stores, 'jobs'>,
  onAccepted: (result: 'accepted' | 'duplicate', incoming: Incoming) => void = () => {},
  /** The ISO instant before which this message has no turn; for people who send very many. */
  startAfter: (incoming: Incoming) => Promise<string | undefined> = async () => undefined,
): Inbox {
  return {
    async accept(incoming) {
      const later = await startAfter(incoming)
      const isNew = await stores.jobs.send('turns', {
        id: idFromKey(`turn:${incoming.key}`),
        key: incoming.conversation,
        payload: withoutBsns(incoming),
        sealFor: { conversation: incoming.conversation },
        ...(later ? { startAfter: later } : {}),
      })
      const result = isNew ? 'accepted' : 'duplicate'
      onAccepted(result, incoming)
      return result
    },
  }
}

/** The law forbids us to keep a citizen number: it goes before anything is stored. */
function withoutBsns(incoming: Incoming): Incoming {
  const { text, files, action } = incoming
  return {
    ...incoming,
    text: removeBsns(text),
    files: files.map((file) => ({ ...file, name: removeBsns(file.name) })),
    ...(action ? { action: { ...action, values: mapped(action.values, removeBsns) } } : {}),
  }
}

function mapped(values: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))
}
