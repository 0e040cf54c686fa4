import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Api } from './api.ts'
import type { Outcome } from './outcome.ts'

/** Slack has no idempotency key for posting; ours travels in the message's metadata, hashed, and is looked for there. */
export function metadataOf(key: string, part: number) {
  return { event_type: eventType, event_payload: { key: hashed(key), part } }
}

const eventType = 'maatstaf_post'

const message = z.object({
  ts: z.string(),
  // Other apps' messages carry metadata of any shape.
  metadata: z
    .object({ event_type: z.literal(eventType), event_payload: z.object({ key: z.string(), part: z.number() }) })
    .optional()
    .catch(undefined),
  files: z.array(z.object({ id: z.string(), name: z.string().nullish() })).default([]),
})

const page = z.object({
  messages: z.array(message).default([]),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

export type Found = {
  /** ts by part. */
  parts: Map<number, string>
  /** Ids by name of the files posted there since the first of those parts: an older one of the same name is another file. */
  files: Map<string, string>
}

/** How far back a lost post is looked for: pages of 200, newest first in a channel, from the beginning in a thread. */
const mostPages = 10

/**
 * Reads back what an earlier attempt left; or why that cannot be known now. `wordless`: it is a file alone, which only its name tells
 * from others.
 */
export async function findPosted(
  api: Api,
  place: { channel: string; thread?: string | undefined },
  key: string,
  wordless: boolean,
): Promise<Found | Exclude<Outcome, { done: unknown }>> {
  const wanted = hashed(key)
  const found: Found = { parts: new Map(), files: new Map() }
  const files: { ts: string; id: string; name: string }[] = []
  let cursor: string | undefined
  for (let number = 0; number < mostPages; number += 1) {
    const args = { channel: place.channel, include_all_metadata: true, limit: 200, cursor }
    const outcome = place.thread
      ? await api.call('conversations.replies', { ...args, ts: place.thread })
      : await api.call('conversations.history', args)
    if (!('done' in outcome)) return outcome
    const { messages, response_metadata: next } = page.parse(outcome.done)
    for (const { ts, metadata, files: attached } of messages) {
      if (metadata?.event_payload.key === wanted) found.parts.set(metadata.event_payload.part, ts)
      for (const { id, name } of attached) if (name) files.push({ ts, id, name })
    }
    cursor = next?.next_cursor || undefined
    if (cursor === undefined) break
  }
  const first = wordless ? 0 : Math.min(...[...found.parts.values()].map(Number))
  for (const { ts, id, name } of files) if (Number(ts) >= first) found.files.set(name, id)
  return found
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}
