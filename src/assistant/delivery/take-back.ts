import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Address, platformOf } from '../../chat/address.ts'
import { card } from '../../chat/card.ts'
import type { PlatformName } from '../../chat/message.ts'
import type { PostResult } from '../../chat/post-result.ts'
import { MaatstafError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { RunningJob, SaidPost, Storage, Stores } from '../../storage/port.ts'
import { idFromKey } from '../../text/key-id.ts'
import { notThere, trying } from './poster.ts'
import { tellPersonally } from './tell.ts'

/** Removes a post from a platform, given what it became there; one that is gone already counts as removed. */
export type Remove = (to: Address, platformId: string) => Promise<PostResult>

/** Ids and addresses only: the candidate is gone by the time this is read. */
const payload = z.object({
  takeBack: z.object({
    candidate: z.string(),
    posts: z.array(
      z.object({ key: z.string(), to: z.string(), conversation: z.string(), person: z.string().nullable() }),
    ),
  }),
})

/** On these the record of what was said is ours and was erased with the candidate. */
const ours: string[] = ['web', 'cli'] satisfies PlatformName[]
const longestWaitSeconds = 60

/** In the transaction that erases a candidate: afterwards the assistant's own messages about them are removed from the chat. */
export async function takeBackLater(stores: Stores, candidate: string, posts: SaidPost[]): Promise<void> {
  const elsewhere = posts.filter(({ to }) => !ours.includes(platformOf(to)))
  if (elsewhere.length === 0) return
  await stores.jobs.send('purges', {
    id: idFromKey(`take-back:${candidate}`),
    key: `take-back:${candidate}`,
    payload: { takeBack: { candidate, posts: elsewhere } },
    sealFor: { conversation: `take-back:${candidate}` },
  })
}

/**
 * Takes back what was said about an erased candidate, and tells everybody who was told: how many messages went, how many could not be
 * removed, and that their own messages and files are theirs to remove.
 */
export function createTakeBack(deps: {
  storage: Storage
  log: Log
  removers: Map<string, Remove>
  now(): Temporal.Instant
}) {
  const { storage, log, removers } = deps

  async function attempt({ key, to }: SaidPost): Promise<'gone' | 'stays' | 'later'> {
    const stands = await storage.posts.find(key)
    if (stands === null || stands === notThere) return 'gone'
    // Being posted this very moment, or lost on the way: only the first gets another end.
    if (stands === trying) return 'later'
    const result = await (removers.get(platformOf(to))?.(to, stands) ?? { refused: 'platform-off', permanent: true })
    if ('ok' in result) {
      await storage.posts.remember(key, notThere)
      return 'gone'
    }
    if ('retryAfter' in result) await sleep(Math.min(result.retryAfter, longestWaitSeconds) * 1000)
    return 'refused' in result && result.permanent ? 'stays' : 'later'
  }

  async function tell(candidate: string, person: string, counts: { removed: number; left: number }): Promise<void> {
    await tellPersonally(storage, person, {
      key: `taken-back:${candidate}:${person}`,
      card: ({ assistant }) =>
        card({ type: 'notice', tone: counts.left > 0 ? 'warning' : 'info', text: assistant.takenBack(counts) }),
    })
  }

  return {
    /** False: a job of the same queue that is none of this. */
    async run(job: RunningJob): Promise<boolean> {
      const parsed = payload.safeParse(job.payload)
      if (!parsed.success) return false
      const { candidate, posts } = parsed.data.takeBack
      const left: SaidPost[] = []
      let later = 0
      for (const post of posts) {
        const became = await attempt(post)
        if (became === 'later') later++
        if (became !== 'gone') left.push(post)
      }
      if (later > 0 && !job.last)
        throw new MaatstafError('take-back-again', 'messages about an erased candidate could not be removed yet', {
          fault: 'system',
          details: { count: later },
        })
      for (const [person, theirs] of Map.groupBy(posts, (post) => post.person)) {
        const stayed = left.filter((post) => post.person === person).length
        if (person) await tell(candidate, person, { removed: theirs.length - stayed, left: stayed })
      }
      const counts = { removed: posts.length - left.length, left: left.length }
      await storage.audit.append({
        who: 'maatstaf',
        what: 'chat-taken-back',
        about: { candidate, ...counts },
        at: deps.now().toString(),
      })
      log.info('messages about an erased candidate removed', counts)
      return true
    },
  }
}
