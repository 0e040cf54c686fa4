import type { Log } from '../log.ts'
import { inBatches } from './batches.ts'
import type { Claim } from './claim.ts'
import { createDispatcher, type Dispatcher, type DispatcherPort, type Handling } from './dispatcher.ts'
import type { Engine } from './engine.ts'
import type { Jobs } from './jobs.ts'
import type { QueueName, Storage } from './port.ts'
import type { Sessions } from './session.ts'
import { type Aside, jobKind } from './set-aside.ts'
import type { Vault } from './vault.ts'

/** Side by side in one process. Posts mostly wait for platforms; work keeps a core busy. */
const room: Record<QueueName, number> = { turns: 16, posts: 32, work: 2, digests: 2, purges: 1 }
/** For start times, pauses, and messages of the database that got lost. */
const pollMs = 1_000
const heartbeatMs = 20_000

type WorkerParts = {
  engine: Engine
  sessions: Sessions
  jobs: Jobs
  vault: Vault
  aside: Aside
  log: Log
  replica: () => number
}

export type Worker = Storage['worker'] & { wake(queue: QueueName): void }

/** Takes jobs from the queues that were started and runs them. */
export function createWorker(parts: WorkerParts): Worker {
  const { engine, sessions, jobs, aside, log } = parts
  const running = new Map<QueueName, Dispatcher>()
  let poll: NodeJS.Timeout | undefined
  let beat: NodeJS.Timeout | undefined
  let polling = false

  async function look(): Promise<void> {
    if (polling) return
    polling = true
    try {
      for (const queue of await jobs.due()) running.get(queue)?.wake()
    } catch (error) {
      log.error('jobs-poll', error)
    } finally {
      polling = false
    }
  }

  function begin(): void {
    poll ??= setInterval(() => void look(), pollMs)
    if (engine.name === 'server') beat ??= setInterval(() => void heartbeat(), heartbeatMs)
  }

  async function heartbeat(): Promise<void> {
    const held = [...running.values()].flatMap((dispatcher) => dispatcher.held())
    await jobs.touch(held).catch((error) => log.error('jobs-heartbeat', error))
    for (const dispatcher of running.values()) dispatcher.suspect()
  }

  return {
    wake: (queue) => running.get(queue)?.wake(),
    async start(queue, handler, onLast) {
      const handling: Handling = { handler, onLast }
      const dispatcher = createDispatcher(queue, room[queue], portOf(queue, parts), handling, log)
      running.set(queue, dispatcher)
      begin()
      dispatcher.wake()
    },
    async stop() {
      clearInterval(poll)
      poll = undefined
      await Promise.all([...running.values()].map((dispatcher) => dispatcher.stop()))
      clearInterval(beat)
      beat = undefined
      running.clear()
    },
    depth: () => jobs.depth(),
    setAside: () => aside.jobs(sessions),
  }
}

function portOf(queue: QueueName, { sessions, jobs, vault, aside, log, replica }: WorkerParts): DispatcherPort {
  const tellLost = (claims: Claim[]) => {
    for (const { id } of claims) log.warn('job-claim-lost', { queue, job: id })
  }
  return {
    claim: (free, noSuspect) => jobs.claim(queue, free, replica(), noSuspect),
    read: async ({ id, sealed }) => {
      if (!sealed) return null
      return sessions.read((session) =>
        vault.open<{ key: string; payload: unknown }>(session, { table: 'jobs', id }, 'job', sealed),
      )
    },
    complete: inBatches(async (claims) => {
      const { lost, more } = await sessions.write((session) => jobs.complete(session, queue, claims))
      tellLost(lost)
      return claims.map(() => more)
    }),
    release: (claim, counted) => jobs.release(claim, counted),
    setAside: (claim, code) =>
      sessions.write(async (session) => {
        const { lost } = await jobs.complete(session, queue, [claim])
        if (lost.length > 0) return tellLost(lost)
        await aside.put(session, { kind: jobKind(queue), id: claim.id, code, owner: claim.owner, body: claim.sealed })
      }),
    handBack: (claims) => jobs.handBack(claims),
    async handBackStrays(held) {
      const count = await jobs.handBackStrays(queue, replica(), held)
      if (count > 0) log.warn('jobs-strays', { queue, count })
    },
  }
}
