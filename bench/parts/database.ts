import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export const serverUrl = process.env['DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/test'

export type Database = { url: string; drop(): Promise<void> }

const open = new Set<string>()

/** Drops what a path that failed left behind. */
export async function dropLeftOver(): Promise<void> {
  for (const name of open) await drop(name)
}

async function drop(name: string): Promise<void> {
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  open.delete(name)
}

/** An empty database of its own on the server, so that runs do not meet. Null where no server answers. */
export async function newDatabase(): Promise<Database | null> {
  const name = `maatstaf_bench_${randomBytes(4).toString('hex')}`
  try {
    await onServer(`CREATE DATABASE ${name}`)
  } catch {
    return null
  }
  open.add(name)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => drop(name) }
}

/**
 * Waits until the server can take so many more connections: others may use it too, and a process that gets none fails. False when that
 * takes longer than `patienceMs`.
 */
export async function roomFor(connections: number, patienceMs = 120_000): Promise<boolean> {
  const free = `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
    - (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS free`
  const end = performance.now() + patienceMs
  for (;;) {
    const [row] = await onServer<{ free: number }>(free).catch(() => [])
    if (row && row.free >= connections) return true
    if (performance.now() > end) return false
    await sleep(1000)
  }
}

async function onServer<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 2000 })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
