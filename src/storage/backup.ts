import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, renameSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { MaatstafError } from '../errors.ts'
import type { Engine, Query } from './engine.ts'
import { keptTables, schemaVersion } from './migrations.ts'

/** Rows read or written in one go; a piece of a file is a row of up to a quarter megabyte. */
const batchRows = 20

const headerShape = z.object({ maatstaf: z.literal('backup'), schema: z.number(), at: z.string() })
const rowShape = z.object({ table: z.enum(keptTables), row: z.record(z.string(), z.unknown()) })
const endShape = z.object({ end: z.literal(true), rows: z.number(), sha256: z.string() })

/**
 * Writes all tables as they stood at one moment: compressed lines of JSON, a header, a row each, and an end with a checksum. The file
 * appears complete or not at all.
 */
export async function backup(engine: Engine, clock: Clock, file: string): Promise<number> {
  let rows = 0
  const draft = `${file}.part`
  await engine.transaction(async (query) => {
    await query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
    async function* lines(): AsyncGenerator<string> {
      const hash = createHash('sha256')
      const line = (value: unknown) => {
        const text = `${JSON.stringify(value)}\n`
        hash.update(text)
        return text
      }
      yield line({ maatstaf: 'backup', schema: schemaVersion, at: clock.now().toString() })
      for (const table of keptTables) {
        await query(`DECLARE kept NO SCROLL CURSOR FOR SELECT to_json(t) AS row FROM ${table} t`)
        for (;;) {
          const batch = await query<{ row: unknown }>(`FETCH ${batchRows} FROM kept`)
          for (const { row } of batch) yield line({ table, row })
          rows += batch.length
          if (batch.length < batchRows) break
        }
        await query('CLOSE kept')
      }
      yield `${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') })}\n`
    }
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(draft, { mode: 0o600 }))
  })
  renameSync(draft, file)
  return rows
}

/**
 * Reads the whole file once to see that it is complete, then fills the tables in one transaction that `commit` runs. Throws
 * `backup-unreadable`, `backup-other-version`, `restore-not-empty`.
 */
export async function restore(
  engine: Engine,
  file: string,
  commit: (work: (query: Query) => Promise<number>) => Promise<number>,
): Promise<number> {
  await verify(file)
  return commit(async (query) => {
    for (const table of keptTables) {
      const [row] = await query<{ filled: boolean }>(`SELECT EXISTS (SELECT FROM ${table}) AS filled`)
      if (row!.filled) {
        throw new MaatstafError('restore-not-empty', 'there is data already; restore into an empty data directory')
      }
    }
    let rows = 0
    for await (const batch of batches(file)) {
      await query(`INSERT INTO ${batch.table} SELECT * FROM json_populate_recordset(NULL::${batch.table}, $1::json)`, [
        JSON.stringify(batch.rows),
      ])
      rows += batch.rows.length
    }
    await query(
      `SELECT setval(pg_get_serial_sequence('${engine.schema}.jobs', 'seq'), (SELECT coalesce(max(seq), 1) FROM jobs))`,
    )
    // Whoever had taken a job then is not there now.
    await query('UPDATE jobs SET replica = NULL')
    return rows
  })
}

async function verify(file: string): Promise<void> {
  const hash = createHash('sha256')
  let rows = -1
  let ended = false
  for await (const line of linesOf(file)) {
    if (ended) throw unreadable()
    const end = endShape.safeParse(parse(line))
    if (end.success) {
      if (end.data.rows !== rows || end.data.sha256 !== hash.digest('hex')) throw unreadable()
      ended = true
      continue
    }
    if (rows < 0) checkHeader(line)
    hash.update(`${line}\n`)
    rows += 1
  }
  if (!ended) throw unreadable()
}

function checkHeader(line: string): void {
  const header = headerShape.safeParse(parse(line))
  if (!header.success) throw unreadable()
  if (header.data.schema !== schemaVersion) {
    throw new MaatstafError('backup-other-version', 'this backup was made by another version of Maatstaf', {
      details: { found: header.data.schema, known: schemaVersion },
    })
  }
}

async function* batches(file: string): AsyncGenerator<{ table: string; rows: unknown[] }> {
  let batch: { table: string; rows: unknown[] } | null = null
  for await (const line of linesOf(file)) {
    const parsed = rowShape.safeParse(parse(line))
    if (!parsed.success) continue
    const { table, row } = parsed.data
    if (batch && (batch.table !== table || batch.rows.length >= batchRows)) {
      yield batch
      batch = null
    }
    batch ??= { table, rows: [] }
    batch.rows.push(row)
  }
  if (batch) yield batch
}

/** Split at line feeds only: JSON may hold other characters that count as ends of a line elsewhere. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const text = source.pipe(createGunzip())
  source.on('error', (error) => text.destroy(error))
  let rest: Buffer[] = []
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      let from = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString()
        rest = []
        from = end + 1
      }
      if (from < chunk.length) rest.push(chunk.subarray(from))
    }
  } catch (cause) {
    throw cause instanceof MaatstafError ? cause : unreadable(cause)
  }
  if (rest.length > 0) throw unreadable()
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause?: unknown): MaatstafError {
  return new MaatstafError(
    'backup-unreadable',
    'this file is not a complete backup',
    cause === undefined ? {} : { cause },
  )
}
