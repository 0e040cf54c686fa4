import { ownerHash } from './data-keys.ts'
import type { Job, QueueName } from './port.ts'
import { sha256 } from './sealing.ts'
import type { Session } from './session.ts'
import type { Vault } from './vault.ts'

/** A job as pg-boss has to know it; `startAfter` is an ISO instant. */
export type KeptJob = { id: string; seq: number; keyHash: string; startAfter: string | null }

/** Seals jobs and writes them down in their order, in one statement that also tells `channel`. Gives those whose id was not known before. */
export async function keepJobs(
  session: Session,
  vault: Vault,
  jobs: Job[],
  { queue, now, channel }: { queue: QueueName; now: string; channel: string },
): Promise<KeptJob[]> {
  if (jobs.length > 1)
    await vault.prepare(
      session,
      jobs.map(({ sealFor }) => sealFor),
    )
  const rows = new Map<string, unknown[]>()
  for (const { id, key, payload, sealFor, startAfter = null } of jobs) {
    if (rows.has(id)) continue
    const sealed = await vault.seal(session, sealFor, { table: 'jobs', id }, 'job', { key, payload })
    rows.set(id, [id, sha256(key), ownerHash(sealFor), sealed, startAfter])
  }
  const common = [queue, now, channel]
  const width = 5
  const places = Array.from({ length: rows.size }, (_, row) => {
    const [id, key, owner, sealed, start] = Array.from(
      { length: width },
      (_, n) => `$${common.length + row * width + n + 1}`,
    )
    return `(${id}, $1, ${key}, ${owner}, ${sealed}, ${start}, $2)`
  })
  const kept = await session.query<Omit<KeptJob, 'startAfter'> & { startAfter: Date | null }>(
    `WITH sent AS (
       INSERT INTO jobs (id, queue, key_hash, owner, sealed, start_after, sent_at) VALUES ${places.join(', ')}
       ON CONFLICT (id) DO NOTHING RETURNING id, seq, key_hash, start_after)
     SELECT id, seq::float8 AS seq, key_hash AS "keyHash", start_after AS "startAfter", pg_notify($3, $1)
     FROM sent ORDER BY seq`,
    [...common, ...[...rows.values()].flat()],
  )
  return kept.map((row) => ({ ...row, startAfter: row.startAfter?.toISOString() ?? null }))
}
