import { z } from 'zod'
import type { Connector } from './connector.ts'

export type People = {
  /** Whether somebody is only a guest in the tenant; unknown people are guests until Teams says otherwise. */
  isGuest(at: { serviceUrl: string; conversation: string; user: string }): Promise<boolean>
}

const member = z.object({ userRole: z.string().nullish() })
const freshMs = 10 * 60_000

/**
 * What Teams leaves out of its activities, remembered for ten minutes. Within `patienceMs` or not at all: the question stands before the
 * acknowledgement. An older answer is better than none; without any, the careful one is given.
 */
export function createPeople(
  connector: Connector,
  options: { now(): number; sleep(ms: number): Promise<void>; patienceMs: number },
): People {
  const known = new Map<string, { guest: boolean; at: number }>()

  async function ask(at: { serviceUrl: string; conversation: string; user: string }): Promise<boolean | null> {
    const outcome = await connector.call(at.serviceUrl, (conversations) =>
      conversations.getConversationMember(at.conversation, at.user),
    )
    if (!('done' in outcome)) return null
    // The SDK's own type of a member leaves out the role that Teams sends along.
    const answer = member.safeParse(parsed(outcome.done._response.bodyAsText))
    if (!answer.success) return null
    const role = answer.data.userRole?.toLowerCase()
    return role === 'guest' || role === 'anonymous'
  }

  return {
    async isGuest(at) {
      const before = known.get(at.user)
      if (before && options.now() - before.at < freshMs) return before.guest
      const asked = ask(at).then((guest) => {
        if (guest !== null) known.set(at.user, { guest, at: options.now() })
        if (known.size > 10_000) known.delete(known.keys().next().value ?? '')
        return guest
      })
      const guest = await Promise.race([asked, options.sleep(options.patienceMs).then(() => null)])
      return guest ?? known.get(at.user)?.guest ?? true
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
