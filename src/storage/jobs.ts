import { type Db, fromPglite, PgBoss } from 'pg-boss'
import type { Clock } from '../clock.ts'
import { type Claim, isSuspect } from './claim.ts'
import type { Engine } from './engine.ts'
import { keepJobs } from './keep-jobs.ts'
import type { Job, QueueName } from './port.ts'
import type { Session, Sessions } from './session.ts'
import type { Vault } from './vault.ts'

export const queueNames: QueueName[] = ['turns', 'posts', 'work', 'digests', 'purges']
/** One at a time and in order per key, across processes. */
const inOrder: QueueName[] = ['turns', 'posts']

/** Attempts are counted by us (dispatcher.ts): a job that pg-boss itself failed would hold up its key for good. */
const neverGiveUp = 1_000_000
const yearSeconds = 365 * 24 * 3600
/** A server's replica that hangs without dying loses its jobs after this; see replicas.ts for those that die. */
const heartbeatSeconds = 60

export type Depth = { waiting: number; active: number; oldestSeconds: number }

export type Jobs = {
  start(): Promise<void>
  stop(): Promise<void>
  /** Joins the session's transaction. An id that was sent before does nothing and answers false; an answer for each. */
  send(session: Session, queue: QueueName, jobs: Job[]): Promise<boolean[]>
  /**
   * Takes up to `room` jobs. Of those on their last try before they count as deadly it takes one, or none when `noSuspect`: side by side they
   * would all be blamed for the death of their process.
   */
  claim(queue: QueueName, room: number, replica: number, noSuspect: boolean): Promise<Claim[]>
  /**
   * Done: their payloads are gone. `lost` are those whose claim was lost to another process; they stay as they are. `more`: the queue
   * has others that may start.
   */
  complete(session: Session, queue: QueueName, claims: Claim[]): Promise<{ lost: Claim[]; more: boolean }>
  /** Its handler threw: again after a pause that grows. What was not the job's own fault is not `counted`. */
  release(claim: Claim, counted: boolean): Promise<void>
  /** Back to the head of its key, as if never taken: it is not to blame for the end of a process that stopped in peace. */
  handBack(claims: { queue: QueueName; seq: number }[]): Promise<void>
  /** Hands back what processes that are gone had taken; null = every process. Returns how many. */
  handBackOf(replicas: number[] | null): Promise<number>
  /** Hands back the jobs of the queue that this replica had taken, but for those that it holds. Returns how many. */
  handBackStrays(queue: QueueName, replica: number, held: Claim[]): Promise<number>
  touch(claims: Claim[]): Promise<void>
  /** Queues with a job that may start now. */
  due(): Promise<QueueName[]>
  depth(): Promise<Record<QueueName, Depth>>
  /** Gives pg-boss every unfinished job of ours that it does not have. */
  requeue(session: Session): Promise<void>
}

/**
 * pg-boss decides which job may run when; what is in a job stays in a table of ours, sealed. pg-boss sees a number and a hash of the
 * key, and its row goes when the job is done. The number counts up, so that jobs sent in one transaction keep their order, which
 * pg-boss breaks ties by.
 */
export function createJobs(
  engine: Engine,
  sessions: Sessions,
  vault: Vault,
  clock: Clock,
  channel: string,
  onError: (error: unknown) => void,
): Jobs {
  const schema = `${engine.schema}_boss`
  const db: Db = engine.boss.backend === 'pglite' ? fromPglite(engine.boss.pglite) : engine.boss
  const boss = new PgBoss({
    db,
    schema,
    backend: engine.boss.backend,
    schedule: false,
    // Both look after job tables that grow large; ours hold only what is waiting.
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', onError)
  const within = (session: Session) => ({
    db: {
      executeSql: async (text: string, values?: unknown[]) => ({ rows: await session.query(text, values) }),
    },
  })

  async function enqueue(
    session: Session,
    queue: QueueName,
    rows: { seq: number; keyHash: string; startAfter: string | null }[],
  ) {
    if (rows.length === 0) return
    const jobs = rows.map(({ seq, keyHash, startAfter }) => {
      const delay = startAfter === null ? 0 : secondsUntil(startAfter)
      return {
        id: bossId(seq),
        singletonKey: keyHash,
        retryLimit: neverGiveUp,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        retentionSeconds: yearSeconds,
        ...(engine.name === 'server' ? { heartbeatSeconds } : {}),
        ...(delay > 0 ? { startAfter: `${delay} seconds` } : {}),
      }
    })
    const [alone] = jobs
    if (alone && jobs.length === 1) await boss.send(queue, null, { ...alone, ...within(session) })
    else await boss.insert(queue, jobs, within(session))
  }

  /** By our clock, which may run apart from the database's. */
  function secondsUntil(at: string): number {
    return Temporal.Instant.from(at).since(clock.now()).total('seconds')
  }

  async function putBack(
    session: Session,
    queue: QueueName,
    seqs: number[],
    begun: 'died' | 'unharmed',
  ): Promise<void> {
    if (seqs.length === 0) return
    const ids = seqs.map(bossId)
    await boss.cancel(queue, ids, within(session))
    await boss.resume(queue, ids, within(session))
    await session.query('UPDATE jobs SET replica = NULL, starts = starts - $2 WHERE seq = ANY ($1::bigint[])', [
      seqs,
      begun === 'unharmed' ? 1 : 0,
    ])
  }

  async function tell(session: Session, queue: QueueName): Promise<void> {
    await session.query('SELECT pg_notify($1, $2)', [channel, queue])
  }

  return {
    async start() {
      await boss.start()
      const known = new Set((await boss.getQueues()).map(({ name }) => name))
      for (const name of queueNames) {
        if (!known.has(name)) {
          await boss.createQueue(name, { policy: inOrder.includes(name) ? 'key_strict_fifo' : 'standard' })
        }
        // Fills pg-boss's cache: within a transaction on the embedded engine the look-up would wait for that transaction.
        await boss.touch(name, bossId(0))
      }
    },
    stop: () => boss.stop({ graceful: false, close: false }),
    async send(session, queue, sent) {
      const kept = await keepJobs(session, vault, sent, { queue, now: clock.now().toString(), channel })
      await enqueue(session, queue, kept)
      const fresh = new Set(kept.map(({ id }) => id))
      return sent.map(({ id }) => fresh.delete(id))
    },
    claim: (queue, room, replica, noSuspect) =>
      sessions.write(async (session) => {
        const fetched = await boss.fetch(queue, { batchSize: room, ...within(session) })
        if (fetched.length === 0) return []
        const claims = new Map(fetched.map(({ id, retryCount }) => [seqOf(id), { id, retryCount }]))
        const rows = await session.query<Omit<Claim, 'queue' | 'boss'>>(
          `UPDATE jobs SET starts = starts + 1, replica = $2 WHERE seq = ANY ($1::bigint[]) AND done_at IS NULL
           RETURNING id, seq::float8 AS seq, owner, sealed, starts, failures`,
          [[...claims.keys()], replica],
        )
        const taken = rows.map((row) => ({ ...row, queue, boss: claims.get(row.seq)! })).sort((a, b) => a.seq - b.seq)
        const later = new Set(taken.filter(isSuspect).slice(noSuspect ? 0 : 1))
        // Nobody is told of these: whoever has the suspect in hand looks again when it ended.
        await putBack(
          session,
          queue,
          [...later].map(({ seq }) => seq),
          'unharmed',
        )
        return taken.filter((claim) => !later.has(claim))
      }),
    async complete(session, queue, claims) {
      const held = claims.map((claim) => claim.boss)
      const ours = new Set(await settled(boss.deleteJob(queue, held, within(session))))
      const done = claims.filter((claim) => ours.has(claim.boss.id))
      if (done.length === 0) return { lost: claims, more: true }
      const [left] = await session.query<{ more: boolean }>(
        `UPDATE jobs SET sealed = NULL, replica = NULL, done_at = $2 WHERE seq = ANY ($1::bigint[])
         RETURNING EXISTS (SELECT FROM ${schema}.job WHERE name = $3 AND state < 'active' AND start_after <= now()) AS more`,
        [done.map(({ seq }) => seq), clock.now().toString(), queue],
      )
      return { lost: claims.filter((claim) => !ours.has(claim.boss.id)), more: left?.more ?? true }
    },
    release: (claim, counted) =>
      sessions.write(async (session) => {
        const ours = await settled(boss.fail(claim.queue, claim.boss, null, within(session)))
        if (ours.length === 0) return
        await session.query(
          `UPDATE jobs SET ${counted ? 'failures = failures + 1' : 'starts = starts - 1'}, replica = NULL WHERE seq = $1`,
          [claim.seq],
        )
      }),
    handBack: (claims) =>
      sessions.write(async (session) => {
        for (const queue of queueNames) {
          const seqs = claims.filter((claim) => claim.queue === queue).map(({ seq }) => seq)
          if (seqs.length === 0) continue
          await putBack(session, queue, seqs, 'unharmed')
          await tell(session, queue)
        }
      }),
    handBackOf: (replicas) =>
      sessions.write(async (session) => {
        const rows = await session.query<{ seq: number; queue: QueueName }>(
          `SELECT seq::float8 AS seq, queue FROM jobs WHERE done_at IS NULL AND replica IS NOT NULL
             AND ($1::int[] IS NULL OR replica = ANY ($1::int[])) FOR UPDATE`,
          [replicas],
        )
        for (const queue of queueNames) {
          const seqs = rows.filter((row) => row.queue === queue).map(({ seq }) => seq)
          if (seqs.length === 0) continue
          await putBack(session, queue, seqs, 'died')
          await tell(session, queue)
        }
        if (replicas) await session.query('DELETE FROM replicas WHERE id = ANY ($1::int[])', [replicas])
        return rows.length
      }),
    handBackStrays: (queue, replica, held) =>
      sessions.write(async (session) => {
        const rows = await session.query<{ seq: number }>(
          `SELECT seq::float8 AS seq FROM jobs WHERE done_at IS NULL AND queue = $1 AND replica = $2
             AND seq <> ALL ($3::bigint[]) FOR UPDATE`,
          [queue, replica, held.map(({ seq }) => seq)],
        )
        if (rows.length === 0) return 0
        await putBack(
          session,
          queue,
          rows.map(({ seq }) => seq),
          'unharmed',
        )
        await tell(session, queue)
        return rows.length
      }),
    async touch(claims) {
      for (const queue of queueNames) {
        const held = claims.filter((claim) => claim.queue === queue).map(({ boss: held }) => held)
        if (held.length > 0) await boss.touch(queue, held)
      }
    },
    async due() {
      const rows = await engine.query<{ name: QueueName }>(
        `SELECT DISTINCT name FROM ${schema}.job WHERE state < 'active' AND start_after <= now()`,
      )
      return rows.map(({ name }) => name)
    },
    async depth() {
      const rows = await engine.query<Depth & { name: QueueName }>(
        `SELECT name, count(*) FILTER (WHERE state < 'active')::int AS waiting,
           count(*) FILTER (WHERE state = 'active')::int AS active,
           coalesce(max(extract(epoch FROM now() - start_after)) FILTER (WHERE state < 'active' AND start_after <= now()), 0)::float8
             AS "oldestSeconds"
         FROM ${schema}.job WHERE state <= 'active' GROUP BY name`,
      )
      const found = new Map(rows.map(({ name, ...depth }) => [name, depth]))
      const none = { waiting: 0, active: 0, oldestSeconds: 0 }
      return Object.fromEntries(queueNames.map((name) => [name, found.get(name) ?? none])) as Record<QueueName, Depth>
    },
    async requeue(session) {
      const rows = await session.query<{ seq: number; queue: QueueName; key_hash: string; start_after: Date | null }>(
        `SELECT seq::float8 AS seq, queue, key_hash, start_after FROM jobs j WHERE done_at IS NULL AND NOT EXISTS (
           SELECT FROM ${schema}.job b
           WHERE b.name = j.queue AND b.id = ('00000000-0000-4000-8000-' || lpad(to_hex(j.seq), 12, '0'))::uuid)
         ORDER BY seq`,
      )
      for (const row of rows) {
        const startAfter = row.start_after?.toISOString() ?? null
        await enqueue(session, row.queue, [{ seq: row.seq, keyHash: row.key_hash, startAfter }])
      }
    },
  }
}

/** The ids a settling call touched, which pg-boss's types leave out. */
async function settled(response: Promise<object>): Promise<string[]> {
  const answer = await response
  return 'settled' in answer && Array.isArray(answer.settled) ? answer.settled : []
}

function bossId(seq: number): string {
  return `00000000-0000-4000-8000-${seq.toString(16).padStart(12, '0')}`
}

function seqOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16)
}
