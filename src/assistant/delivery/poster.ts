import { setTimeout as sleep } from 'node:timers/promises'
import { platformOf } from '../../chat/address.ts'
import type { Outgoing } from '../../chat/message.ts'
import type { PostOptions, PostResult } from '../../chat/post-result.ts'
import type { Clock } from '../../clock.ts'
import { MaatstafError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { RunningJob, Storage } from '../../storage/port.ts'
import { isAboutErased } from './said.ts'

/** One platform's way to post; see chat/post-result.ts. */
export type Post = (outgoing: Outgoing, options: PostOptions) => Promise<PostResult>

/** Recorded before the call, so that a process that dies in it knows afterwards that the message may be there. */
export const trying = 'trying'
/** The platform said that it took nothing. */
export const notThere = 'not-there'
/** A job must end before the queue takes it for dead. */
const longestWaitSeconds = 120

export type Poster = {
  /** Handles one job of the posts queue: at most one visible, none missing. */
  deliver(job: RunningJob): Promise<void>
  /** Posts at once and once; a failure is only logged. */
  postNow(outgoing: Outgoing): Promise<void>
}

export function createPoster(deps: {
  storage: Storage
  log: Log
  platforms: Map<string, Post>
  /** Takes a post back, given what it became. */
  takeBack(to: Outgoing['to'], platformId: string): Promise<unknown>
  /** Refused for good; `place` is the channel or conversation whose queue it was in. */
  onRefused(outgoing: Outgoing, place: string, code: string): Promise<void>
  /** Its time passed before it could be posted. */
  onExpired?(outgoing: Outgoing, place: string): Promise<void>
  /** By which posts expire and come late. */
  clock: Pick<Clock, 'now'>
}): Poster {
  const { storage, log, platforms, clock } = deps

  async function platformId(key: string): Promise<string | null> {
    const found = await storage.posts.find(key)
    return found === trying || found === notThere ? null : found
  }

  async function attempt(outgoing: Outgoing, repeated: boolean): Promise<PostResult> {
    const post = platforms.get(platformOf(outgoing.to))
    // A platform that was switched off: the message waits for nobody.
    if (!post) return { refused: 'platform-off', permanent: true }
    const replaces = outgoing.replaces ? await platformId(outgoing.replaces) : null
    const file = outgoing.file ? await storage.files.get(outgoing.file.id) : null
    return post(outgoing, {
      repeated,
      ...(outgoing.lang ? { lang: outgoing.lang } : {}),
      ...(replaces ? { replaces } : {}),
      ...(file ? { file: file.bytes } : {}),
    })
  }

  const hasPassed = (moment: string | undefined): boolean =>
    moment !== undefined && Temporal.Instant.compare(clock.now(), moment) >= 0

  function inTime(outgoing: Outgoing): Outgoing {
    const { whenLate } = outgoing
    return whenLate && hasPassed(whenLate.after) ? { ...outgoing, card: whenLate.card } : outgoing
  }

  async function deliver(outgoing: Outgoing, place: string, signal: AbortSignal): Promise<void> {
    const before = await storage.posts.begin(outgoing.key, { trying, notThere })
    if (before !== null && before !== trying && before !== notThere) return
    // What waited in the queue while the candidate was erased is not said any more.
    if (await isAboutErased(storage, outgoing)) return storage.posts.remember(outgoing.key, notThere)
    if (hasPassed(outgoing.expires)) {
      log.warn('post expired', {})
      await storage.posts.remember(outgoing.key, notThere)
      return deps.onExpired?.(outgoing, place)
    }
    const result = await attempt(inTime(outgoing), before === trying)
    if ('ok' in result) return stands(outgoing, result.ok)
    if ('ambiguous' in result)
      throw new MaatstafError('post-ambiguous', 'the platform did not say whether the message arrived', {
        fault: 'system',
      })
    await storage.posts.remember(outgoing.key, notThere)
    if ('retryAfter' in result) {
      // Waiting here keeps the order within the channel; other channels go on.
      await sleep(Math.min(result.retryAfter, longestWaitSeconds) * 1000, undefined, { signal })
      return deliver(outgoing, place, signal)
    }
    log.warn('post refused', { code: result.refused, permanent: result.permanent })
    if (result.permanent) return deps.onRefused(outgoing, place, result.refused)
    throw new MaatstafError('post-refused', result.refused, { fault: 'system' })
  }

  /** It stands there: remembered, or taken back at once when the candidate was erased during the call. */
  async function stands(outgoing: Outgoing, platformId: string): Promise<void> {
    await storage.posts.remember(outgoing.key, platformId)
    if (await isAboutErased(storage, outgoing)) await deps.takeBack(outgoing.to, platformId)
  }

  return {
    deliver: (job) => deliver(job.payload as Outgoing, job.key, job.signal),
    async postNow(outgoing) {
      try {
        // Progress only ever takes a place; without one it would stay on the screen.
        if (outgoing.replaces && (await platformId(outgoing.replaces)) === null) return
        if (await isAboutErased(storage, outgoing)) return
        const result = await attempt(outgoing, false)
        if ('ok' in result) await stands(outgoing, result.ok)
      } catch (error) {
        log.warn('progress not posted', { code: error instanceof MaatstafError ? error.code : 'unknown' })
      }
    },
  }
}
