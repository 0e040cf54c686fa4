import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Place } from './engines.ts'

type Row = Record<string, unknown>
export type Sql = (text: string, params?: unknown[]) => Promise<Row[]>

/**
 * SQL behind the storage's back, in its schema. Embedded it sees a copy of the directory as a crash would leave it, unless `change`
 * says that the storage is closed and the directory itself is meant.
 */
export async function behind<T>(place: Place, work: (sql: Sql) => Promise<T>, change = false): Promise<T> {
  if (place.databaseUrl) {
    const client = new pg.Client({ connectionString: place.databaseUrl })
    await client.connect()
    try {
      await client.query(`SET search_path TO ${place.schema}`)
      return await work(async (text, params) => (await client.query<Row>(text, params)).rows)
    } finally {
      await client.end()
    }
  }
  const folder = join(place.dataDir, 'database')
  const copy = change ? null : mkdtempSync(join(tmpdir(), 'maatstaf-peek-'))
  if (copy) cpSync(folder, copy, { recursive: true })
  const database = await PGlite.create({ dataDir: copy ?? folder })
  try {
    await database.query(`SET search_path TO ${place.schema}`)
    return await work(async (text, params) => (await database.query<Row>(text, params)).rows)
  } finally {
    await database.close()
    if (copy) rmSync(copy, { recursive: true, force: true })
  }
}

/** Every row of every table, ours and pg-boss's: `schema.table` and its columns as JSON (bytea as \x hex). */
export function rowsIn(place: Place): Promise<{ table: string; row: Row }[]> {
  return behind(place, async (sql) => {
    const tables = await sql(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_schema IN ($1, $2) AND table_type = 'BASE TABLE'`,
      [place.schema, `${place.schema}_boss`],
    )
    const found: { table: string; row: Row }[] = []
    for (const { name } of tables) {
      for (const { row } of await sql(`SELECT to_json(t) AS row FROM ${name} t`)) {
        found.push({ table: String(name).replace(place.schema, 'ours'), row: row as Row })
      }
    }
    return found
  })
}

/** Where one of the words can be read: in rows (as it is, in hexadecimal or base64) and, embedded, in any file of the database. */
export async function traces(place: Place, ...words: string[]): Promise<string[]> {
  const rows = (await rowsIn(place)).map(({ table, row }) => ({ table, texts: readable(row) }))
  const files = place.databaseUrl ? [] : filesUnder(join(place.dataDir, 'database'))
  const contents = files.map((file) => ({ file, bytes: readFileSync(file) }))
  return words.flatMap((word) => [
    ...rows.filter(({ texts }) => texts.some((text) => text.includes(word))).map(({ table }) => table),
    ...contents.filter(({ bytes }) => bytes.includes(word)).map(({ file }) => file.slice(place.dataDir.length)),
  ])
}

function readable(value: unknown): string[] {
  if (typeof value === 'string') {
    const hex = /^\\x([0-9a-f]*)$/.exec(value)?.[1]
    return [value, Buffer.from(hex ?? '', 'hex').toString('latin1'), Buffer.from(value, 'base64').toString('latin1')]
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(readable) : []
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
