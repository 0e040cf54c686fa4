import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { MaatstafError } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'
import type { Claim } from '../../src/storage/claim.ts'
import { createDispatcher, type DispatcherPort } from '../../src/storage/dispatcher.ts'
import { databaseAway } from '../../src/storage/engine.ts'
import { eventually } from './samples.ts'

const aClaim: Claim = {
  queue: 'turns',
  id: 'a',
  seq: 1,
  boss: { id: 'a', retryCount: 0 },
  owner: 'o',
  sealed: new Uint8Array(),
  starts: 1,
  failures: 0,
}

it('a job taken while the stop begins is handed back untouched, before the stop ends', async () => {
  let give = (_: Claim[]) => {}
  const handedBack: Claim[] = []
  const port: DispatcherPort = {
    claim: () =>
      new Promise((resolve) => {
        give = resolve
      }),
    read: async () => ({ key: 'k', payload: null }),
    complete: async () => false,
    release: async () => {},
    setAside: async () => {},
    handBack: async (claims) => void handedBack.push(...claims),
    handBackStrays: async () => {},
  }
  let handled = 0
  const handling = { handler: async () => void handled++, onLast: async () => {} }
  const dispatcher = createDispatcher('turns', 4, port, handling, silentLog)
  dispatcher.wake()
  let stopped = false
  const stopping = dispatcher.stop().then(() => {
    stopped = true
  })
  await sleep(20)
  expect(stopped).toBe(false)
  give([aClaim])
  await stopping
  dispatcher.wake()
  await sleep(20)
  expect(handedBack).toEqual([aClaim])
  expect(handled).toBe(0)
})

it('a job is not given up because the database was away, however often; one that throws three times is', async () => {
  const waiting: Claim[] = []
  const counted: boolean[] = []
  const aside: string[] = []
  const port: DispatcherPort = {
    claim: async () => waiting.splice(0).map((claim) => ({ ...claim, starts: claim.starts + 1 })),
    read: async () => ({ key: 'k', payload: null }),
    complete: async () => false,
    async release(claim, isCounted) {
      counted.push(isCounted)
      waiting.push(isCounted ? { ...claim, failures: claim.failures + 1 } : { ...claim, starts: claim.starts - 1 })
    },
    setAside: async (_, code) => void aside.push(code),
    handBack: async () => {},
    handBackStrays: async () => {},
  }
  let tries = 0
  const handler = async () => {
    tries += 1
    throw tries <= 5 ? new MaatstafError(databaseAway, 'away', { fault: 'system' }) : new Error('its own fault')
  }
  const dispatcher = createDispatcher('turns', 4, port, { handler, onLast: async () => {} }, silentLog)
  waiting.push({ ...aClaim, starts: 0 })
  dispatcher.wake()
  await eventually('the end', () => aside.length > 0)
  expect(counted).toEqual([false, false, false, false, false, true, true])
  expect(aside).toEqual(['Error'])
  await dispatcher.stop()
})

it.each([
  { queue: 'turns', isDone: false },
  { queue: 'work', isDone: false },
  { queue: 'posts', isDone: true },
  { queue: 'digests', isDone: true },
] as const)('$queue that were in hand at three crashes: done all the same $isDone', async ({ queue, isDone }) => {
  const waiting: Claim[] = [{ ...aClaim, queue, starts: 4 }]
  const ends: string[] = []
  const port: DispatcherPort = {
    claim: async () => waiting.splice(0),
    read: async () => ({ key: 'k', payload: null }),
    complete: async () => {
      ends.push('complete')
      return false
    },
    release: async () => void ends.push('release'),
    setAside: async (_, code) => void ends.push(code),
    handBack: async () => {},
    handBackStrays: async () => {},
  }
  let handled = 0
  const handling = { handler: async () => void handled++, onLast: async () => {} }
  const dispatcher = createDispatcher(queue, 4, port, handling, silentLog)
  dispatcher.wake()
  await eventually('the end', () => ends.length > 0)
  expect({ handled, ends }).toEqual(isDone ? { handled: 1, ends: ['complete'] } : { handled: 0, ends: ['job-crashes'] })
  await dispatcher.stop()
})

it.each([
  { during: 'nothing was sent', isSent: false, looks: 1 },
  { during: 'the next of its key was sent', isSent: true, looks: 2 },
])(
  'the end of the last job looks for more only where there can be: $during while it ended',
  async ({ isSent, looks }) => {
    let looked = 0
    const waiting = [aClaim]
    const ended = Promise.withResolvers<void>()
    const port: DispatcherPort = {
      async claim() {
        looked += 1
        return waiting.splice(0)
      },
      read: async () => ({ key: 'k', payload: null }),
      async complete() {
        // Its key is still held: whoever looks now finds nothing to take.
        if (isSent) dispatcher.wake()
        await sleep(20)
        looked = 1
        ended.resolve()
        return false
      },
      release: async () => {},
      setAside: async () => {},
      handBack: async () => {},
      handBackStrays: async () => {},
    }
    const dispatcher = createDispatcher(
      'turns',
      4,
      port,
      { handler: async () => {}, onLast: async () => {} },
      silentLog,
    )
    dispatcher.wake()
    await ended.promise
    await sleep(20)
    expect(looked).toBe(looks)
    await dispatcher.stop()
  },
)
