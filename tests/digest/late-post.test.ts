import { describe, expect, it } from 'vitest'
import { createPoster } from '../../src/assistant/delivery/poster.ts'
import { card } from '../../src/chat/card.ts'
import type { Outgoing } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { createFixedClock } from '../../src/clock.ts'
import { silentLog } from '../../src/log.ts'
import type { Storage } from '../../src/storage/port.ts'

const text = (words: string) => card({ type: 'text', text: words })
const digest: Outgoing = {
  key: 'digest:c:2026-07-10',
  to: 'cli:c',
  card: text('op tijd'),
  expires: '2026-07-10T10:00:00Z',
  whenLate: { after: '2026-07-10T06:35:00Z', card: text('later dan gepland') },
}

/** What is posted when the queue comes to the digest at this moment. */
async function postedAt(now: string): Promise<string[]> {
  const said: string[] = []
  const remembered = new Map<string, string>()
  const poster = createPoster({
    storage: {
      posts: {
        find: async (key: string) => remembered.get(key) ?? null,
        remember: async (key: string, id: string) => void remembered.set(key, id),
        async begin(key: string, { trying }: { trying: string }) {
          const before = remembered.get(key) ?? null
          remembered.set(key, trying)
          return before
        },
      },
    } as unknown as Storage,
    log: silentLog,
    platforms: new Map([
      [
        'cli',
        async (outgoing: Outgoing) => {
          said.push(plainText(outgoing.card))
          return { ok: '1' }
        },
      ],
    ]),
    takeBack: async () => {},
    onRefused: async () => {},
    onExpired: async () => void said.push('gemist'),
    clock: createFixedClock(now),
  })
  const job = {
    id: 'j',
    key: 'c',
    payload: digest,
    attempt: 1,
    last: false,
    begunBefore: false,
    signal: new AbortController().signal,
  }
  await poster.deliver(job)
  await poster.deliver(job)
  return said
}

describe('a digest that waited in the queue', () => {
  it('is posted as it is for some minutes, says that it is late after that, and is missed when the morning is over', async () => {
    expect(await postedAt('2026-07-10T06:34:59Z')).toEqual(['op tijd'])
    expect(await postedAt('2026-07-10T06:35:00Z')).toEqual(['later dan gepland'])
    expect(await postedAt('2026-07-10T09:59:59Z')).toEqual(['later dan gepland'])
    expect(await postedAt('2026-07-10T10:00:00Z')).toEqual(['gemist', 'gemist'])
  })
})
