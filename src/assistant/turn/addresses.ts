import { isDeepStrictEqual } from 'node:util'
import type { Address } from '../../chat/address.ts'
import type { Person, Stores } from '../../storage/port.ts'
import type { Turn, TurnMessage } from './turn.ts'

/** Where this person's own chat is: as the platform says, else as it was seen last. */
export function personalOf({ message, known: { person } }: Turn): { address: Address; conversation: string } | null {
  if (message.personal && message.personalConversation)
    return { address: message.personal, conversation: message.personalConversation }
  return person?.personal && person.personalConversation
    ? { address: person.personal, conversation: person.personalConversation }
    : null
}

/** Addresses are stored at first contact and renewed at every contact, so that digests and late results arrive after a restart. */
export async function renewAddresses(stores: Stores, { message, known }: Turn): Promise<void> {
  if (!isDeepStrictEqual(personNow(message, known.person), known.person)) {
    const stored = await stores.persons.get(message.person.id)
    const person = personNow(message, stored)
    if (!isDeepStrictEqual(person, stored)) await stores.persons.set(person)
  }
  // Replies go to a thread, the digest to the channel itself; only the platform knows its address.
  const address = message.publicly
  if (message.scope === 'direct' || !address || !known.channel || known.channel.address === address) return
  const channel = await stores.channels.get(known.channel.id)
  if (channel && channel.address !== address) await stores.channels.set({ ...channel, address, blocked: null })
}

function personNow(message: TurnMessage, known: Person | null): Person {
  const direct = message.scope === 'direct'
  return {
    language: null,
    ...known,
    id: message.person.id,
    personal: direct ? message.address : (known?.personal ?? message.personal ?? null),
    personalConversation: direct
      ? message.conversation
      : (known?.personalConversation ?? message.personalConversation ?? null),
    ...(message.person.name ? { name: message.person.name } : {}),
    ...(message.person.guest || known?.guest ? { guest: message.person.guest } : {}),
  }
}
