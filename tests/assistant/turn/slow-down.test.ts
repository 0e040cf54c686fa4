import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPace, createSlowDown } from '../../../src/assistant/turn/slow-down.ts'
import { formatAddress } from '../../../src/chat/address.ts'
import { createInbox } from '../../../src/chat/inbox.ts'
import type { Incoming } from '../../../src/chat/message.ts'
import type { Job, QueueName } from '../../../src/storage/port.ts'

const start = Temporal.Instant.from('2026-07-10T08:00:00Z')

// The library that counts looks at real time.
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: start.epochMilliseconds }),
)
afterEach(() => void vi.useRealTimers())

const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds)
const realNow = () => Temporal.Instant.fromEpochMilliseconds(Date.now())
const clock = {
  timeZone: 'Europe/Amsterdam',
  now: realNow,
  zoned: () => realNow().toZonedDateTimeISO('Europe/Amsterdam'),
  real: realNow,
}

/** An inbox that keeps what it was given, and how long each turn has to wait. */
function inboxOf() {
  const sent: { queue: QueueName; job: Job }[] = []
  const jobs = {
    async send(queue: QueueName, job: Job) {
      sent.push({ queue, job })
      return true
    },
  }
  const { accept } = createInbox({ jobs }, () => {}, createSlowDown({ jobs }, clock))
  return {
    accept,
    posts: () => sent.filter(({ queue }) => queue === 'posts'),
    turns: () => sent.filter(({ queue }) => queue === 'turns'),
    starts: () => sent.filter(({ queue }) => queue === 'turns').map(({ job }) => job.startAfter ?? start.toString()),
  }
}

describe('somebody who sends very many messages (L08)', () => {
  it('waits longer with each message, while the others do not wait at all', async () => {
    const pace = createPace('person')
    const waits: number[] = []
    for (let at = 0; at < 500; at++) waits.push((await pace('slack:T1/U1')).waitMs)
    expect(waits.filter((wait) => wait === 0)).toHaveLength(60)
    // A minute for the first sixty, then one a second.
    expect(waits.at(-1)).toBe(60_000 + 440_000)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect((await pace('slack:T1/U2')).waitMs).toBe(0)
  })

  it('never waits at a pace at which people type', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1_000, max: 60_000 }), { maxLength: 200 }), async (pauses) => {
        const pace = createPace('person')
        for (const pause of pauses) {
          expect((await pace('slack:T1/U1')).waitMs).toBe(0)
          pass(pause)
        }
      }),
    )
  })

  it('is told once, and again only after a quiet time', async () => {
    const inbox = inboxOf()
    let count = 0
    const flood = async (size: number) => {
      for (let at = 0; at < size; at++) await inbox.accept(message(`k${++count}`))
    }
    await flood(500)
    expect(inbox.posts()).toHaveLength(1)
    expect(inbox.turns()).toHaveLength(500)
    pass(3_600_000)
    await flood(70)
    expect(inbox.posts()).toHaveLength(2)
  })

  it('is never overtaken by what they say later, however they spread it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 150 }), async (pauses) => {
        const pace = createPace('person')
        let last = 0
        for (const pause of [...Array.from({ length: 80 }, () => 0), ...pauses]) {
          pass(pause)
          const turn = Date.now() + (await pace('slack:T1/U1')).waitMs
          expect(turn).toBeGreaterThanOrEqual(last)
          last = turn
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('a channel in which very many messages are written', () => {
  const inChannel = (key: string, person: string, channel: string): Incoming => ({
    ...message(key),
    conversation: `${channel}/${key}`,
    channel,
    scope: 'channel',
    addressed: false,
    person: { id: person, guest: false },
  })

  it('waits, whoever writes them, while other channels and direct messages do not', async () => {
    const inbox = inboxOf()
    for (let at = 0; at < 200; at++) await inbox.accept(inChannel(`c${at}`, `slack:T1/U${at}`, 'slack:T1/C1'))
    expect(inbox.starts().filter((at) => at !== start.toString())).toHaveLength(80)
    await inbox.accept(inChannel('other', 'slack:T1/U1', 'slack:T1/C2'))
    await inbox.accept({ ...message('direct'), person: { id: 'slack:T1/U2', guest: false } })
    expect(inbox.starts().slice(-2)).toEqual([start.toString(), start.toString()])
    // Nobody there sent too much themselves.
    expect(inbox.posts()).toEqual([])
  })
})

function message(key: string): Incoming {
  return {
    key,
    platform: 'slack',
    conversation: 'slack:T1/U1',
    address: formatAddress('slack', { team: 'T1', channel: 'U1' }),
    scope: 'direct',
    addressed: true,
    person: { id: 'slack:T1/U1', guest: false },
    text: 'wanneer sluit 70412?',
    files: [],
    receivedAt: start.toString(),
  }
}
