import type { Incoming, Outgoing } from '../../chat/message.ts'
import type { Lang, Reply } from '../../chat/reply.ts'
import type { WorkOutcome } from '../../interview/interview.ts'
import type { Channel, Person, Stores } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import type { Texts } from '../../texts/texts.ts'
import { textsFor } from '../../texts/texts.ts'
import type { Conversation } from './conversation.ts'

/** A turn that the assistant gave itself: the end of a reading, or a scoring that a channel sent to the person's own chat. */
export type Internal =
  | { kind: 'work'; id: string; outcome: WorkOutcome }
  | { kind: 'from-channel'; address: string; conversation: string }

export type TurnMessage = Incoming & { internal?: Internal }

/** Something to store; all of them run in the turn's one transaction. */
export type Write = (stores: Stores) => Promise<unknown>

/** What was stored of who speaks and where when the turn began, read in one go. */
export type Known = { person: Person | null; channel: Channel | null }

/** One turn while it is computed: what it says and stores is collected, and committed at its end. */
export type Turn = {
  readonly message: TurnMessage
  readonly now: Temporal.ZonedDateTime
  readonly lang: Lang
  readonly texts: Texts
  readonly known: Known
  conversation: Conversation
  reply(...replies: Reply[]): void
  write(write: Write): void
  audit(what: string, about?: Record<string, string | number>): void
  /** A new unique id, the same when this turn is tried again. */
  newId(name: string): string
}

export type TurnPlan = { turn: Turn; replies: Reply[]; writes: Write[] }

export function planTurn(
  message: TurnMessage,
  conversation: Conversation,
  lang: Lang,
  now: Temporal.ZonedDateTime,
  known: Known,
): TurnPlan {
  const replies: Reply[] = []
  const writes: Write[] = []
  const turn: Turn = {
    message,
    now,
    lang,
    texts: textsFor(lang),
    known,
    conversation,
    reply: (...more) => void replies.push(...more),
    write: (write) => void writes.push(write),
    audit: (what, about = {}) =>
      void writes.push((stores) =>
        stores.audit.append({ who: message.person.id, what, about, at: now.toInstant().toString() }),
      ),
    newId: (name) => idFromKey(`${message.key}:${name}`),
  }
  return { turn, replies, writes }
}

/** Gives each reply its key and address; tags are remembered so that a later reply can take an earlier one's place. */
export function addressReplies(plan: TurnPlan): Outgoing[] {
  const { message } = plan.turn
  return plan.replies.map((reply, index) => {
    const key = `${message.key}/${index}`
    const personal = reply.where === 'personal' && message.scope === 'channel'
    const only =
      message.scope === 'channel' && (reply.where === 'private' || message.private || (personal && !message.personal))
    const replaced = reply.replaces ? plan.turn.conversation.tags[reply.replaces] : undefined
    const tag = reply.tag ?? reply.replaces
    if (tag)
      plan.turn.conversation = { ...plan.turn.conversation, tags: { ...plan.turn.conversation.tags, [tag]: key } }
    return {
      key,
      to: personal && message.personal ? message.personal : message.address,
      card: reply.card,
      ...(only ? { only: message.person.id } : {}),
      ...(replaced ? { replaces: replaced } : {}),
      ...(reply.file ? { file: reply.file } : {}),
      ...(reply.about?.length ? { about: reply.about } : {}),
      lang: plan.turn.lang,
      owedTo: message.person.id,
    }
  })
}
