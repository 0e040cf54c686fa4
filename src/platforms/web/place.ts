import { type Address, formatAddress, parseAddress } from '../../chat/address.ts'
import type { PersonId } from '../../chat/message.ts'
import { fold } from '../../text/fold.ts'

/** Where in the web chat: somebody's direct conversation, or a room, which is its channel. */
export type Place = { conversation: string; address: Address; scope: 'direct' | 'channel'; room: string | null }

const rooms = 'web/room/'

export function directPlace(person: PersonId): Place {
  return placeOf(`web/direct/${person.slice('web:'.length)}`)
}

/** null: not a name for a room. Names that look alike are one room. */
export function roomPlace(name: string): Place | null {
  const room = fold(name).replace(/ /g, '-')
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(room) ? placeOf(rooms + room) : null
}

export function placeOf(conversation: string): Place {
  const room = conversation.startsWith(rooms) ? conversation.slice(rooms.length) : null
  const address = formatAddress('web', { conversation })
  return { conversation, address, scope: room === null ? 'direct' : 'channel', room }
}

/** The conversation of an address of ours; throws `bad-address` for another platform's. */
export function conversationOf(address: Address): string {
  return parseAddress('web', address)['conversation'] ?? ''
}
