import { type Address, formatAddress, parseAddress } from '../../chat/address.ts'
import type { PersonId } from '../../chat/message.ts'

export type PlaceKind = 'personal' | 'channel' | 'groupChat'

/** Where Teams posts. Without `conversation` it is the personal chat with `user`, which is opened when needed. */
export type Place = {
  serviceUrl: string
  kind: PlaceKind
  /** With `;messageid=…` it is a thread of a channel. */
  conversation: string | null
  tenant: string
  /** The assistant's own account there. */
  bot: string
  /** Who wrote last: the connector's id, by which a personal chat can be opened, and who that is. */
  user: string | null
  person: PersonId | null
}

export function addressOf(place: Place): Address {
  const { conversation, user, person, ...rest } = place
  return formatAddress('teams', {
    ...rest,
    ...(conversation ? { conversation } : {}),
    ...(user ? { user } : {}),
    ...(person ? { person } : {}),
  })
}

/** Throws `bad-address` for what is not an address of Teams. */
export function placeOf(address: Address): Place {
  const { serviceUrl = '', kind, conversation, tenant = '', bot = '', user, person } = parseAddress('teams', address)
  return {
    serviceUrl,
    kind: kind === 'channel' || kind === 'groupChat' ? kind : 'personal',
    conversation: conversation ?? null,
    tenant,
    bot,
    user: user ?? null,
    person: person ?? null,
  }
}

/** People carry their tenant: the same id elsewhere is somebody else. */
export function personId(tenant: string, user: string): PersonId {
  return `teams:${tenant}/${user}`
}

/** The directory's id of a person, or the connector's where the directory has none. */
export function userOf(person: PersonId): string {
  return person.slice(person.indexOf('/') + 1)
}

/** A channel or chat across tenants; settings hang on it. */
export function channelId(tenant: string, conversation: string): string {
  return `teams:${tenant}/${rootOf(conversation)}`
}

/** A channel without its thread. */
export function rootOf(conversation: string): string {
  return conversation.split(';messageid=')[0] ?? conversation
}

/** The message that a thread began with; null outside threads. */
export function threadOf(conversation: string): string | null {
  return conversation.split(';messageid=')[1] ?? null
}
