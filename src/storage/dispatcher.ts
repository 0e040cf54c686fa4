import { setTimeout as sleep } from 'node:timers/promises'
import { hasCode, MaatstafError } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Claim, isDeadly, isSuspect } from './claim.ts'
import { databaseAway } from './engine.ts'
import type { QueueName, RunningJob } from './port.ts'

/** A handler that throws is tried this often in all. */
const attempts = 3
/** Below pg-boss's 15 minutes, after which it would hand the job to somebody else as well. */
const handlerMs = 10 * 60 * 1000
/** Looking for jobs costs more than handing one over: what arrives during one look is gathered this long for the next. */
const gatherMs = 5
const stopMs = 20_000
const abortMs = 2_000
const longestPauseMs = 5_000

export type Handling = {
  handler(job: RunningJob): Promise<void>
  onLast(job: RunningJob, error: unknown): Promise<void>
}

export type DispatcherPort = {
  /** `noSuspect`: none that may have ended its process before; one is in hand already. */
  claim(room: number, noSuspect: boolean): Promise<Claim[]>
  /** The key and payload inside; null when it was erased. */
  read(claim: Claim): Promise<{ key: string; payload: unknown } | null>
  /** False: nothing else of the queue can start now; who sends something says so. */
  complete(claim: Claim): Promise<boolean>
  /** Not `counted`: what went wrong was no fault of the job. */
  release(claim: Claim, counted: boolean): Promise<void>
  /** Keeps the payload and completes the job, in one. */
  setAside(claim: Claim, code: string): Promise<void>
  handBack(claims: Claim[]): Promise<void>
  /** Hands back what this process is said to have taken and does not hold. */
  handBackStrays(held: Claim[]): Promise<void>
}

export type Dispatcher = {
  /** There may be work. */
  wake(): void
  /** A claim may have been written whose answer never arrived: its jobs would wait for somebody who does not know of them. */
  suspect(): void
  held(): Claim[]
  /** Takes no more, waits for what is in hand, hands back what does not end. */
  stop(): Promise<void>
}

/**
 * Runs the jobs of one queue, up to `room` side by side. Each ends on its own: pg-boss's own workers take batches, in which one slow
 * turn would hold up the others.
 */
export function createDispatcher(
  queue: QueueName,
  room: number,
  port: DispatcherPort,
  { handler, onLast }: Handling,
  log: Log,
): Dispatcher {
  const inHand = new Map<Claim, { done: Promise<void>; abort: AbortController }>()
  let looking: Promise<void> | null = null
  let again = false
  let suspicious = false
  let stopped = false
  let wakes = 0

  async function look(): Promise<void> {
    try {
      while (again && !stopped) {
        again = false
        if (suspicious) {
          suspicious = false
          await port.handBackStrays([...inHand.keys()])
        }
        const free = room - inHand.size
        if (free <= 0) return
        const claims = await port.claim(free, [...inHand.keys()].some(isSuspect))
        // Taken while the stop began: whoever looks next gets them, nothing of them has been done.
        if (stopped) return await port.handBack(claims)
        for (const claim of claims) take(claim)
        if (again) await sleep(gatherMs)
      }
    } catch (error) {
      // The next poll looks again.
      suspicious = true
      log.warn('jobs-claim', { queue, code: codeOf(error) })
    }
  }

  function wake(): void {
    wakes += 1
    again = true
    if (stopped) return
    looking ??= look().finally(() => {
      looking = null
      // Asked for after the last look and before this line.
      if (again && !stopped && inHand.size < room) wake()
    })
  }

  function take(claim: Claim): void {
    const abort = new AbortController()
    let more = true
    const done = run(claim, abort)
      .then((told) => {
        more = told
      })
      .finally(() => {
        inHand.delete(claim)
        if (more) wake()
      })
    inHand.set(claim, { done, abort })
  }

  /** False: there is nothing to look for after it. */
  async function run(claim: Claim, abort: AbortController): Promise<boolean> {
    const attempt = claim.failures + 1
    const last = attempt >= attempts
    const deadly = isDeadly(claim)
    let content: Awaited<ReturnType<DispatcherPort['read']>>
    try {
      content = await port.read(claim)
    } catch (error) {
      const code = codeOf(error)
      const hopeless = ['seal-broken', 'key-gone', 'unreadable'].includes(code)
      await settle(claim, abort, () => (hopeless ? port.setAside(claim, code) : port.release(claim, !isAway(error))))
      return true
    }
    if (!content) return complete(claim, abort)
    const begunBefore = claim.boss.retryCount > 0
    const job: RunningJob = { id: claim.id, ...content, attempt, last, begunBefore, signal: abort.signal }
    try {
      if (deadly) throw new MaatstafError('job-crashes', 'the job kept ending its process')
      await withinTime(handler(job), abort)
    } catch (error) {
      if (stopped && abort.signal.aborted) return true
      log.warn('job-failed', { queue, job: claim.id, attempt, code: codeOf(error) })
      const isAgain = isAway(error) || (!last && !deadly)
      if (!isAgain) await onLast(job, error).catch((cause) => log.error('job-last', cause, { queue, job: claim.id }))
      await settle(claim, abort, () =>
        isAgain ? port.release(claim, !isAway(error)) : port.setAside(claim, codeOf(error)),
      )
      return true
    }
    return complete(claim, abort)
  }

  async function complete(claim: Claim, abort: AbortController): Promise<boolean> {
    const before = wakes
    const more = await settle(claim, abort, () => port.complete(claim))
    // Sent while this one still held its key: the look that it caused found nothing.
    return more !== false || wakes !== before
  }

  /** What the handler did stands; the database has to learn of it, however long that takes. */
  async function settle<T>(claim: Claim, abort: AbortController, write: () => Promise<T>): Promise<T | undefined> {
    for (let pause = 100; ; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        return await write()
      } catch (error) {
        log.error('job-settle', error, { queue, job: claim.id })
        if (stopped) return undefined
        await sleep(pause, undefined, { signal: abort.signal }).catch(() => {})
      }
    }
  }

  return {
    wake,
    suspect() {
      suspicious = true
      wake()
    },
    held: () => [...inHand.keys()],
    async stop() {
      stopped = true
      const all = () => Promise.allSettled([looking, ...[...inHand.values()].map(({ done }) => done)])
      await Promise.race([all(), sleep(stopMs, undefined, { ref: false })])
      if (inHand.size === 0) return
      for (const { abort } of inHand.values()) abort.abort(new MaatstafError('stopping', 'the process is stopping'))
      await Promise.race([all(), sleep(abortMs, undefined, { ref: false })])
      const left = [...inHand.keys()]
      if (left.length > 0) await port.handBack(left).catch((error) => log.error('jobs-hand-back', error, { queue }))
    },
  }
}

async function withinTime(work: Promise<void>, abort: AbortController): Promise<void> {
  const late = new MaatstafError('job-timeout', 'the job took too long', { fault: 'system' })
  const timer = setTimeout(() => abort.abort(late), handlerMs)
  const aborted = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true })
  })
  try {
    await Promise.race([work, aborted])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * However often the database goes away, a message is not given up for it; nor because this process is too old for what it found: one of
 * the newer version takes it.
 */
function isAway(error: unknown): boolean {
  return hasCode(error, databaseAway) || hasCode(error, 'stored-newer')
}

function codeOf(error: unknown): string {
  if (error instanceof MaatstafError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}
