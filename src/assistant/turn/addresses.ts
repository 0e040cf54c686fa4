import { isDeepStrictEqual } from 'node:util'
import type { Address } from '../../chat/address.ts'
import type { Person, Stores } from '../../storage/port.ts'
import type { AssistantDeps } from '../deps.ts'
import type { Turn, TurnMessage } from './turn.ts'

/** Addresses stored at first contact and renewed at every contact, so that digests and late results arrive after a restart. */
export function createAddresses(deps: AssistantDeps) {
  const { storage } = deps
  return {
    /** Where this person's own chat is: as the platform says, else as it was seen last. */
    async personalOf({ message }: Turn): Promise<{ address: Address; conversation: string } | null> {
      if (message.personal && message.personalConversation)
        return { address: message.personal, conversation: message.personalConversation }
      const person = await storage.persons.get(message.person.id)
      return person?.personal && person.personalConversation
        ? { address: person.personal, conversation: person.personalConversation }
        : null
    },
    async renew(stores: Stores, message: TurnMessage): Promise<void> {
      const known = await stores.persons.get(message.person.id)
      const direct = message.scope === 'direct'
      const person: Person = {
        language: null,
        ...known,
        id: message.person.id,
        personal: direct ? message.address : (known?.personal ?? message.personal ?? null),
        personalConversation: direct
          ? message.conversation
          : (known?.personalConversation ?? message.personalConversation ?? null),
        ...(message.person.name ? { name: message.person.name } : {}),
      }
      if (!isDeepStrictEqual(person, known)) await stores.persons.set(person)
      if (direct) return
      const channel = await stores.channels.get(message.channel ?? message.conversation)
      // Replies go to a thread, the digest to the channel itself; only the platform knows its address.
      if (channel && message.publicly && channel.address !== message.publicly)
        await stores.channels.set({ ...channel, address: message.publicly, blocked: null })
    },
  }
}
