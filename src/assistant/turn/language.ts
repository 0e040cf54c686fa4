import type { Lang } from '../../chat/reply.ts'
import type { Person } from '../../storage/port.ts'
import { languageOfUtterance } from '../../text/language.ts'
import type { Conversation } from './conversation.ts'
import type { TurnMessage } from './turn.ts'

/** A pasted posting says nothing about the person who pasted it. */
const longestOwnWords = 600

/**
 * The language of the person, not of the posting: what they write, else what they wrote last in their own chat (a channel has many
 * people), else what they chose, else what their platform says.
 */
export function languageOfTurn(message: TurnMessage, conversation: Conversation, person: Person | null): Lang {
  const spoken = message.text.length > longestOwnWords ? null : languageOfUtterance(message.text)
  const before = message.scope === 'direct' ? conversation.lang : null
  return spoken ?? before ?? person?.language ?? message.person.locale ?? 'nl'
}
