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
  metadata: z
    .object({
      event_type: z.string(),
      event_payload: z.object({ key: z.string().optional(), part: z.number().optional() }),
    })
    .optional(),
  files: z.array(z.object({ name: z.string().nullish() })).optional(),
})

const page = z.object({
  messages: z.array(message).default([]),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

export type Found = {
  /** ts by part. */
  parts: Map<number, string>
  /** Names of files posted there since the first of those parts. */
  files: Set<string>
}

/** How far back a lost post is looked for: pages of 200, newest first in a channel, from the beginning in a thread. */
const mostPages = 10

/** Reads back what an earlier attempt left; or why that cannot be known now. */
export async function findPosted(
  api: Api,
  place: { channel: string; thread?: string | undefined },
  key: string,
): Promise<Found | Exclude<Outcome, { done: unknown }>> {
  const wanted = hashed(key)
  const found: Found = { parts: new Map(), files: new Set() }
  let cursor: string | undefined
  for (let number = 0; number < mostPages; number += 1) {
    const args = { channel: place.channel, include_all_metadata: true, limit: 200, cursor }
    const outcome = place.thread
      ? await api.call('conversations.replies', { ...args, ts: place.thread })
      : await api.call('conversations.history', args)
    if (!('done' in outcome)) return outcome
    const { messages, response_metadata: next } = page.parse(outcome.done)
    for (const { ts, metadata, files } of messages) {
      const payload = metadata?.event_type === eventType ? metadata.event_payload : null
      if (payload?.key === wanted && payload.part !== undefined) found.parts.set(payload.part, ts)
      for (const file of files ?? []) if (file.name) found.files.add(file.name)
    }
    cursor = next?.next_cursor || undefined
    if (cursor === undefined) break
  }
  return found
}

function hashed(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}
