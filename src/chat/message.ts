import type { Address } from './address.ts'
import type { Card } from './card.ts'

export type PlatformName = 'slack' | 'teams' | 'web' | 'cli'

/** A platform's own id of a person, made unique by the platform: `slack:T1/U1`, `teams:tenant/aadId`, `web:cookie`, `cli:user`. */
export type PersonId = string

/** A file that came with a message. Its bytes are fetched by the platform it came from, when the turn needs them. */
export type FileRef = {
  name: string
  /** Bytes, when the platform says. */
  size: number | null
  /** What the platform calls its type; never trusted. */
  type: string | null
  /** Which document a form says this is; null when only the name can tell. */
  role: 'cv' | 'explanation' | 'motivation' | 'posting' | null
  /** What that platform needs to fetch it; opaque to everybody else. */
  ref: string
}

/** A pressed button or a submitted form. */
export type Action = {
  name: string
  /** The step that the button belonged to; a stale one changes nothing. */
  step: string
  values: Record<string, string>
}

/** What may take time or changes anything: goes through the inbox, once, in order per conversation. */
export type Incoming = {
  /** Makes it this one message; see design.md for each platform. */
  key: string
  platform: PlatformName
  /** The unit of order: Slack team/channel/thread, Teams conversation, web chat. */
  conversation: string
  /** Where replies go. */
  address: Address
  scope: 'direct' | 'channel'
  /** Direct message, mention, command, or a thread the assistant takes part in. */
  addressed: boolean
  /** Addressed only because the assistant takes part in this thread: colleagues may be talking to each other. */
  follows?: boolean
  /** `name`: what colleagues see this person called, when the platform knows it. */
  person: { id: PersonId; locale?: 'nl' | 'en'; guest: boolean; name?: string }
  /** Without the mention. */
  text: string
  files: FileRef[]
  action?: Action
  /** ISO instant. */
  receivedAt: string
  /** What happened, when it is not a message: the assistant was added to a channel, or removed everywhere. */
  event?: 'joined' | 'left' | 'uninstalled'
  /** Where only this person reads along (a direct message), when the platform knows it. */
  personal?: Address
  /** The `conversation` of that person's direct messages, so that a scoring asked for in a channel goes on there. */
  personalConversation?: string
  /** The channel (without the thread) this came from; settings hang on it. */
  channel?: string
  /** Replies are for this person's eyes only (a slash command in a channel). */
  private?: boolean
  /** The channel itself, outside threads, where everybody reads along: for digests, and to share what was asked privately. */
  publicly?: Address
  /** People of other organisations read along here (Slack Connect, shared Teams channel): no candidate data. */
  shared?: boolean
}

/** What the platform wants answered inside its own request: reads or validates, changes nothing, within a second. */
export type Query = {
  platform: PlatformName
  name: string
  conversation: string
  scope: 'direct' | 'channel'
  person: { id: PersonId; locale?: 'nl' | 'en'; guest: boolean }
  values: Record<string, string>
}

export type QueryAnswer =
  | { kind: 'card'; card: Card }
  | { kind: 'options'; options: { value: string; label: string }[] }
  /** What a search found, best first: a line to recognise it by, and a card that may stand anywhere, with nothing to press. */
  | { kind: 'found'; found: { title: string; detail: string; card: Card }[] }
  | { kind: 'errors'; errors: Record<string, string> }
  | { kind: 'ok' }

/** A file that the assistant hands out; its bytes are kept sealed under `id` until they are delivered or expire. */
export type OutgoingFile = { id: string; name: string; type: string; size: number }

export type Outgoing = {
  /** Makes it this one post. */
  key: string
  to: Address
  /** Visible to this person only (ephemeral in Slack, personal chat in Teams). */
  only?: PersonId
  card: Card
  /** The key of an earlier Outgoing, whose platform message this one takes the place of. */
  replaces?: string
  file?: OutgoingFile
  /** Of the few words that a platform adds itself. */
  lang?: 'nl' | 'en'
  /** Ids of the candidates that it is about: it is not said any more, and taken back, when one of them is erased. */
  about?: string[]
  /** Who is told when this can be delivered neither now nor later. */
  owedTo?: PersonId
  /** ISO instant from which on it is not worth posting any more. */
  expires?: string
  /** What is posted instead once `after` (ISO instant) has passed: the same, saying that it comes late. */
  whenLate?: { after: string; card: Card }
}
