import type { Card } from '../../chat/card.ts'
import type { Outgoing, PersonId } from '../../chat/message.ts'
import type { Stores } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import { type Texts, textsFor } from '../../texts/texts.ts'
import { noteSaid } from './said.ts'

/**
 * Says something to a person in their own chat, outside any conversation with them; once for each key. False when their own chat is
 * not known: then nothing is sent.
 */
export async function tellPersonally(
  stores: Stores,
  person: PersonId,
  message: {
    key: string
    card(texts: Texts): Card
    /** An address that would be no news: what is told is that this very place cannot be reached. */
    notTo?: string
    /** The candidates it names, so that erasing finds it; see Outgoing. */
    about?: string[]
    /** ISO instant from which on it is not worth saying. */
    expires?: string
  },
): Promise<boolean> {
  const known = await stores.persons.get(person)
  if (!known?.personal || known.personal === message.notTo) return false
  const payload: Outgoing = {
    key: message.key,
    to: known.personal,
    card: message.card(textsFor(known.language ?? 'nl')),
    ...(message.about ? { about: message.about } : {}),
    ...(message.expires ? { expires: message.expires } : {}),
  }
  const conversation = known.personalConversation ?? known.id
  await noteSaid(stores, [payload], { conversation, person })
  await stores.jobs.send('posts', {
    id: idFromKey(`post:${payload.key}`),
    key: conversation,
    payload,
    sealFor: { conversation },
  })
  return true
}
