import { randomBytes } from 'node:crypto'
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

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 2000 })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
