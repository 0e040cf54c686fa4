import type { Query } from './engine.ts'
import type { ServerEngine } from './server.ts'

/** Two looks this far apart must both find a replica gone: a connection that was lost for a moment is not a death. */
const lookMs = 3_500

export type Replicas = {
  /** This process's number, recorded on every job it takes. */
  id(): number
  close(): Promise<void>
}

/**
 * Who is alive: each replica holds a session advisory lock on its number for as long as it lives. `onGone` hands back the jobs of
 * those whose lock is free, within two looks.
 */
export async function joinReplicas(
  engine: ServerEngine,
  /** Fingerprints of the master keys this process has. */
  keys: string[],
  now: () => string,
  onGone: (replicas: number[]) => Promise<void>,
): Promise<Replicas> {
  const space = `${engine.schema} replicas`
  let mine: number | null = null
  let suspects = new Set<number>()

  await engine.onSession(async (query) => {
    if (mine !== null && (await takeAgain(query, space, mine))) return
    mine = await takeNew(query, space, keys, now())
  })

  async function look(): Promise<void> {
    const free = await engine.transaction((query) =>
      query<{ id: number }>('SELECT id FROM replicas WHERE id <> $1 AND pg_try_advisory_xact_lock(hashtext($2), id)', [
        mine,
        space,
      ]),
    )
    const gone = free.map(({ id }) => id).filter((id) => suspects.has(id))
    suspects = new Set(free.map(({ id }) => id))
    if (gone.length > 0) await onGone(gone)
  }

  let timer: NodeJS.Timeout | undefined
  const again = () => {
    // A look that fails is followed by the next: the database is away, and its jobs with it.
    timer = setTimeout(
      () =>
        void look()
          .catch(() => {})
          .finally(again),
      lookMs,
    )
    timer.unref()
  }
  again()
  let closed = false
  return {
    id: () => mine ?? 0,
    async close() {
      if (closed) return
      closed = true
      clearTimeout(timer)
      await engine.query('DELETE FROM replicas WHERE id = $1', [mine]).catch(() => {})
    },
  }
}

/** The row appears together with the lock, so that nobody sees a living replica without it. */
async function takeNew(query: Query, space: string, keys: string[], startedAt: string): Promise<number> {
  await query('BEGIN')
  const [row] = await query<{ id: number }>('INSERT INTO replicas (started_at, keys) VALUES ($1, $2) RETURNING id', [
    startedAt,
    keys,
  ])
  await query('SELECT pg_advisory_lock(hashtext($1), $2)', [space, row!.id])
  await query('COMMIT')
  return row!.id
}

async function takeAgain(query: Query, space: string, id: number): Promise<boolean> {
  const [row] = await query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtext($1), id) AS taken FROM replicas WHERE id = $2',
    [space, id],
  )
  return row?.taken ?? false
}
