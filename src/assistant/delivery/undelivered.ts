import { card } from '../../chat/card.ts'
import type { Outgoing, PersonId } from '../../chat/message.ts'
import type { RunningJob, Storage, Stores } from '../../storage/port.ts'
import type { Texts } from '../../texts/texts.ts'
import { tellPersonally } from './tell.ts'

/** The words or the file were at fault, not the place: others arrive there as before. */
const aboutTheMessage = /^(?:card-|file[-_]|msg_|no_text|invalid_(?:blocks|attachments|arguments)|too_|message)/i
/** The whole platform refuses; nobody can be told there, and settings stay for when it is back. */
const aboutThePlatform =
  /^(?:platform-off|other-workspace|host-not-allowed|missing_scope)|auth|token|account_inactive|team_/i
/** A word about a lost post is itself not chased. */
const lastWord = '/lost'

/** What happens when a post can be delivered neither now nor later: somebody is told, once, and the channel is left alone. */
export function createUndelivered(storage: Storage) {
  async function tell(
    stores: Stores,
    person: PersonId | null | undefined,
    { text, ...message }: { key: string; notTo?: string; text(texts: Texts): string },
  ): Promise<void> {
    if (!person) return
    const notice = (texts: Texts) => card({ type: 'notice', tone: 'warning', text: text(texts) })
    await tellPersonally(stores, person, { ...message, card: notice })
  }

  function lost(outgoing: Outgoing, notTo?: string): Promise<void> {
    if (outgoing.key.endsWith(lastWord)) return Promise.resolve()
    return tell(storage, outgoing.owedTo, {
      key: `${outgoing.key}${lastWord}`,
      text: ({ assistant }) => assistant.notDelivered,
      ...(notTo ? { notTo } : {}),
    })
  }

  return {
    /** Refused for good. `place`: the channel or conversation whose queue it was in. */
    async refused(outgoing: Outgoing, place: string, code: string): Promise<void> {
      if (aboutTheMessage.test(code)) return lost(outgoing)
      if (aboutThePlatform.test(code)) return
      const channel = await storage.channels.get(place)
      // Known already: then only who asked something there is told.
      if (!channel || channel.blocked !== null) return lost(outgoing, outgoing.to)
      await storage.transaction(async (stores) => {
        // Tomorrow's digest does not try again; being invited anew and "digest aan" opens it.
        await stores.channels.set({ ...channel, blocked: code, digest: 'off' })
        await tell(stores, channel.owner ?? outgoing.owedTo, {
          key: `${outgoing.key}${lastWord}`,
          text: ({ assistant }) => assistant.refused(place.slice(place.lastIndexOf('/') + 1)),
        })
      })
    },
    /** Whoever asked for it is told that it did not come. */
    lost: (outgoing: Outgoing): Promise<void> => lost(outgoing),
    /** The last attempt failed: whether it arrived may be unknown, so it is not said again. */
    giveUp: (job: RunningJob) => lost(job.payload as Outgoing),
  }
}
