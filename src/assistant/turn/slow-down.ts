import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { card } from '../../chat/card.ts'
import type { Incoming, PlatformName } from '../../chat/message.ts'
import type { Clock } from '../../clock.ts'
import type { Stores } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import { textsFor } from '../../texts/texts.ts'

/** So many messages a minute are taken as they come; what is more has its turn at that same pace, one after the other. */
const limits = {
  /** No person types faster. */
  person: 60,
  /** However many people write there at once. */
  channel: 120,
} as const
const minuteSeconds = 60

type Pace = (key: string) => Promise<{ waitMs: number; first: boolean }>

/**
 * How long a message has to wait, so that one person or one channel sending hundreds costs the others nothing. `first`: it is the
 * first that waits, so that they are told once. Counted in this process, by real time.
 */
export function createPace(kind: keyof typeof limits): Pace {
  const points = limits[kind]
  const eachMs = (minuteSeconds * 1000) / points
  const limiter = new RateLimiterMemory({ keyPrefix: kind, points, duration: minuteSeconds })
  return async (key) => {
    const counted = await limiter.consume(key).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused
      throw refused
    })
    if (counted.consumedPoints <= points) return { waitMs: 0, first: false }
    const waitMs = Math.max(0, counted.msBeforeNext) + eachMs
    // The count goes on until everything that waits has had its turn: nobody overtakes what they said themselves.
    await limiter.set(key, counted.consumedPoints, waitMs / 1000)
    return { waitMs, first: counted.consumedPoints === points + 1 }
  }
}

/** The inbox's brake: the instant at which a message may have its turn, undefined for at once. The shell is one person at work. */
export function createSlowDown(
  stores: Pick<Stores, 'jobs'>,
  clock: Clock,
  unlimited: PlatformName[] = ['cli'],
): (incoming: Incoming) => Promise<string | undefined> {
  const pace = { person: createPace('person'), channel: createPace('channel') }
  return async (incoming) => {
    if (unlimited.includes(incoming.platform) || incoming.event) return undefined
    const { scope, channel, conversation, person } = incoming
    const own = await pace.person(person.id)
    const shared = scope === 'channel' ? await pace.channel(channel ?? conversation) : { waitMs: 0 }
    const waitMs = Math.max(own.waitMs, shared.waitMs)
    if (waitMs === 0) return undefined
    if (own.first && incoming.addressed) await tell(incoming)
    return clock
      .now()
      .add({ milliseconds: Math.ceil(waitMs) })
      .toString()
  }

  async function tell({ key, address, conversation, channel, person, scope }: Incoming): Promise<void> {
    const { assistant } = textsFor(person.locale ?? 'nl')
    const payload = {
      key: `${key}/slow`,
      to: address,
      card: card({ type: 'notice', tone: 'info', text: assistant.slowDown }),
      ...(scope === 'channel' ? { only: person.id } : {}),
    }
    await stores.jobs.send('posts', {
      id: idFromKey(`post:${payload.key}`),
      key: channel ?? conversation,
      payload,
      sealFor: { conversation },
    })
  }
}
