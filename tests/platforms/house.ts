import type { Card } from '../../src/chat/card.ts'
import type { Incoming, Outgoing, Query, QueryAnswer } from '../../src/chat/message.ts'
import type { PostOptions, PostResult } from '../../src/chat/post-result.ts'
import { createClock, createFixedClock } from '../../src/clock.ts'

/** What a tiny assistant wants said; where it is not told otherwise, it goes to where the message came from. */
export type TinyReply = { card: Card } & Partial<Omit<Outgoing, 'card'>>

/** One turn: what came in, what goes out. Returning nothing is silence. */
export type TinyAssistant = (incoming: Incoming) => TinyReply[] | Promise<TinyReply[]>

/** The in-memory house behind a platform under test: an inbox that drops duplicates, one turn at a time, and posts that are remembered. */
export type House = ReturnType<typeof createHouse>

export function createHouse(assistant: TinyAssistant, answer: (query: Query) => QueryAnswer = () => ({ kind: 'ok' })) {
  const seenKeys = new Set<string>()
  const taken: Incoming[] = []
  const queries: Query[] = []
  const posted = new Map<string, string>()
  const results: PostResult[] = []
  let post: ((outgoing: Outgoing, options: PostOptions) => Promise<PostResult>) | null = null
  let last: Promise<void> = Promise.resolve()
  let [broken, refusals] = [false, 0]

  async function turn(incoming: Incoming): Promise<void> {
    const replies = await assistant(incoming)
    for (const [index, reply] of replies.entries()) {
      await deliver({ key: `${incoming.key}#${index}`, to: incoming.address, ...reply })
    }
  }

  async function deliver(outgoing: Outgoing, options: PostOptions = {}): Promise<PostResult> {
    if (post === null) throw new Error('the platform has not started')
    const replaces = outgoing.replaces === undefined ? undefined : posted.get(outgoing.replaces)
    const result = await post(outgoing, replaces === undefined ? options : { ...options, replaces })
    results.push(result)
    if ('ok' in result) posted.set(outgoing.key, result.ok)
    return result
  }

  return {
    /** Stands still for the assistant; the freshness of signatures and tokens is real. */
    clock: { ...createFixedClock('2026-07-10T10:00:00+02:00'), real: createClock().real },
    /** Everything that was accepted, in order. */
    taken,
    queries,
    results,
    connect(platformPost: (outgoing: Outgoing, options: PostOptions) => Promise<PostResult>) {
      post = platformPost
    },
    async accept(incoming: Incoming): Promise<'accepted' | 'duplicate'> {
      if (broken) {
        refusals += 1
        throw new Error('storage is away')
      }
      // What cannot be stored cannot be accepted: the copy is what a turn gets to see.
      const stored = JSON.parse(JSON.stringify(incoming)) as Incoming
      if (seenKeys.has(stored.key)) return 'duplicate'
      seenKeys.add(stored.key)
      taken.push(stored)
      last = last.then(() => turn(stored))
      return 'accepted'
    },
    async query(query: Query): Promise<QueryAnswer> {
      queries.push(query)
      return answer(query)
    },
    deliver,
    /** Storage stops (or resumes) working: nothing can be accepted. */
    breakStorage(now: boolean) {
      broken = now
    },
    /** How often something could not be accepted. */
    refusals: () => refusals,
    /** Resolves when every accepted message has had its turn. */
    async settled(): Promise<void> {
      let before: Promise<void> | null = null
      while (before !== last) {
        before = last
        await before
      }
    },
  }
}
