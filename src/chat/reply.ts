import type { Card } from './card.ts'
import type { OutgoingFile } from './message.ts'

export type Lang = 'nl' | 'en'

/** What a feature wants said; the assistant gives it an address and a key. */
export type Reply = {
  card: Card
  /** `here`: where the message came from. `personal`: the person's direct chat. `private`: here, but visible to this person only. */
  where?: 'here' | 'personal' | 'private'
  /** Names this post within the conversation, so that a later one may replace it. */
  tag?: string
  /** Tag of an earlier reply in this conversation that this one takes the place of. */
  replaces?: string
  file?: OutgoingFile
  /** Ids of the candidates that it is about. */
  about?: string[]
}
