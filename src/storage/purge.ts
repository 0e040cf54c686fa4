import type { Engine, Query } from './engine.ts'
import { vacuum } from './erase.ts'
import type { Kept } from './port.ts'
import type { Sessions } from './session.ts'

const hour = 3600 * 1000
const day = 24 * hour
/** Ids of jobs and keys of turns: longer than any platform sends a message again (25 hours). */
const idsFor = 26 * hour
/** A button of half a year ago still finds the message it replaces. */
const postsFor = 180 * day
const asideFor = 90 * day
const tombstonesFor = 180 * day
/** A key without anything to open is left alone this long: what it was made for may be about to be stored. */
const idleKeysFor = hour

/**
 * Removes what has expired by the assistant's clock, and data keys that open nothing any more. Returns how many rows went, by kind.
 */
export async function purge(
  engine: Engine,
  sessions: Sessions,
  now: Temporal.Instant,
): Promise<Record<string, number>> {
  const before = (ms: number) => now.subtract({ milliseconds: ms }).toString()
  const counts: Record<string, number> = {}
  const expire = async (kind: string, statement: string, limit: string) => {
    const rows = await sessions.write(({ query }) => query(`${statement} RETURNING 1 AS gone`, [limit]))
    counts[kind] = rows.length
  }
  await expire('files', 'DELETE FROM files WHERE expires_at <= $1', now.toString())
  await expire(
    'conversations',
    `DELETE FROM keyed WHERE expires_at <= $1 AND starts_with(key, 'conversations:')`,
    now.toString(),
  )
  await expire('settings', 'DELETE FROM keyed WHERE expires_at <= $1', now.toString())
  await expire('turns', 'DELETE FROM turns WHERE at <= $1', before(idsFor))
  await expire('jobs', 'DELETE FROM jobs WHERE done_at <= $1', before(idsFor))
  await expire('posts', 'DELETE FROM posts WHERE at <= $1', before(postsFor))
  await expire('setAside', 'DELETE FROM set_aside WHERE at <= $1', before(asideFor))
  counts['keys'] = await sessions.write(({ query }) => dropIdleKeys(query, before(idleKeysFor), before(tombstonesFor)))
  // The embedded engine has nobody else to sweep.
  if (engine.name === 'embedded') await vacuum(engine)
  return counts
}

/**
 * In two steps, since a key that somebody is sealing with right now is locked by them and skipped, and what they stored before is
 * only seen by a statement that begins after the lock was ours.
 */
async function dropIdleKeys(query: Query, idleSince: string, forgottenSince: string): Promise<number> {
  const free = await query<{ id: string }>(
    `SELECT id FROM data_keys WHERE created_at <= $1 AND (forgotten_at IS NULL OR forgotten_at <= $2)
     FOR UPDATE SKIP LOCKED`,
    [idleSince, forgottenSince],
  )
  const gone = await query(
    `DELETE FROM data_keys k WHERE id = ANY ($1::uuid[])
       AND NOT EXISTS (SELECT FROM candidates t WHERE t.owner = k.owner)
       AND NOT EXISTS (SELECT FROM assessments t WHERE t.owner = k.owner)
       AND NOT EXISTS (SELECT FROM files t WHERE t.owner = k.owner)
       AND NOT EXISTS (SELECT FROM documents t WHERE t.owner = k.owner)
       AND NOT EXISTS (SELECT FROM keyed t WHERE t.owner = k.owner)
       AND NOT EXISTS (SELECT FROM set_aside t WHERE t.owner = k.owner)
       AND NOT EXISTS (SELECT FROM jobs t WHERE t.owner = k.owner AND t.sealed IS NOT NULL)
     RETURNING id`,
    [free.map(({ id }) => id)],
  )
  return gone.length
}

/** What lies in the tables beside candidates, by kind: how many, and when the last of them goes by itself if nothing is added. */
export async function countKept(sessions: Sessions): Promise<Kept[]> {
  const kinds: [kind: string, from: string, goes: string][] = [
    ['files', 'files', 'expires_at'],
    ['waiting', 'jobs WHERE sealed IS NOT NULL', 'NULL::timestamptz'],
    ['conversations', `keyed WHERE starts_with(key, 'conversations:') AND expires_at IS NOT NULL`, 'expires_at'],
    ['feedback', `keyed WHERE starts_with(key, 'feedback:')`, 'expires_at'],
    ['colleagues', `keyed WHERE starts_with(key, 'persons:')`, 'NULL::timestamptz'],
    ['setAside', 'set_aside', `at + interval '${asideFor / day} days'`],
    ['posts', 'posts', `at + interval '${postsFor / day} days'`],
    ['turns', 'turns', `at + interval '${idsFor / hour} hours'`],
  ]
  const found: Kept[] = []
  for (const [kind, from, goes] of kinds) {
    const [row] = await sessions.read(({ query }) =>
      query<{ count: number; last: Date | null }>(`SELECT count(*)::int AS count, max(${goes}) AS last FROM ${from}`),
    )
    found.push({ kind, count: row?.count ?? 0, goesBy: row?.last?.toISOString() ?? null })
  }
  return found
}
