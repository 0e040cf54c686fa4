import { card } from '../../chat/card.ts'
import type { Lang } from '../../chat/reply.ts'
import { textsFor } from '../../texts/texts.ts'
import type { AssistantDeps } from '../deps.ts'
import type { TurnMessage } from './turn.ts'

/** An answer that takes longer than this is announced. */
const patienceMs = 3_000

/** Key of the post that the answer takes the place of. */
export const signKey = (message: TurnMessage) => `${message.key}/sign`

/**
 * Watches one turn: a slow one that somebody waits for gets a short "ik zoek het uit". `ended` gives the key to replace, or null when
 * nothing was said; only a turn that was `begunBefore` may have said it then. Nobody misses it when it is lost, so it goes past the queue.
 */
export function watchTurn(
  deps: AssistantDeps,
  message: TurnMessage,
  lang: Lang,
  begunBefore: boolean,
  afterMs: number = patienceMs,
): { ended(): Promise<string | null> } {
  const key = signKey(message)
  const waitedFor = message.addressed && !message.follows && !message.event && message.internal?.kind !== 'work'
  let showing: Promise<void> | null = null
  const show = async () => {
    // A turn that is tried again said so before.
    if ((await deps.storage.posts.find(key)) !== null) return
    await deps.postNow({
      key,
      to: message.address,
      card: card({ type: 'text', text: textsFor(lang).assistant.lookingUp }),
      ...(message.private ? { only: message.person.id } : {}),
    })
  }
  const timer = waitedFor
    ? setTimeout(() => {
        showing = show().catch((error) => deps.log.error('progress sign not posted', error))
      }, afterMs)
    : undefined
  return {
    async ended() {
      clearTimeout(timer)
      await showing
      if (!showing && !begunBefore) return null
      return waitedFor && (await deps.storage.posts.find(key)) !== null ? key : null
    },
  }
}
