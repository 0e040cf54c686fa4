import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { MaatstafError } from '../errors.ts'
import type { Log } from '../log.ts'
import {
  adoptDraft,
  damaged,
  databaseFolder,
  draftOf,
  inspectDirectory,
  markClosed,
  markOpen,
  missingFiles,
} from './embedded-directory.ts'
import { type Engine, type Query, rethrow } from './engine.ts'
import { useDirectory } from './lock.ts'

/** PGlite's default of 128 MB is for bigger databases; with 4 MB the process stays under 200 MB. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=4MB']

const turnMs = 10

/** PGlite's own conversion of bytea takes half a second for a file of a few megabytes. */
const byteaOid = 17
const bytea = {
  serializers: { [byteaOid]: (value: Uint8Array) => `\\x${Buffer.from(value).toString('hex')}` },
  parsers: { [byteaOid]: (value: string) => Buffer.from(value.slice(2), 'hex') },
}

/**
 * PostgreSQL inside this process, in `dataDir`/database. Throws `already-running`, `data-dir-unwritable` or `database-damaged`; a
 * damaged database is never replaced by a new one. It survives kill -9; a power cut may cost the last writes, since nothing is
 * forced to the disk.
 */
export async function openEmbedded(options: { dataDir: string; schema: string; log: Log }): Promise<Engine> {
  const { dataDir, schema, log } = options
  const lock = useDirectory(dataDir)
  try {
    if (inspectDirectory(dataDir) === 'empty') {
      log.info('database-made')
      await makeDatabase(draftOf(dataDir))
      adoptDraft(dataDir)
    }
    markOpen(dataDir)
    const pglite = await openWhole(dataDir)
    await pglite.query(`SET search_path TO ${schema}`)
    return engineOver(pglite, { dataDir, schema, log, release: lock.release })
  } catch (error) {
    lock.release()
    throw error
  }
}

function engineOver(pglite: PGlite, options: { dataDir: string; schema: string; log: Log; release(): void }): Engine {
  const { dataDir, schema, log, release } = options
  const breathe = breathing()
  const query: Query = async <Row extends object>(sql: string, params?: readonly unknown[]) => {
    await breathe()
    return (await pglite.query<Row>(sql, params ? [...params] : undefined).catch(rethrow)).rows
  }
  return {
    name: 'embedded',
    schema,
    query,
    async transaction(work) {
      await breathe()
      return pglite.transaction((tx) =>
        work(
          async <Row extends object>(sql: string, params?: readonly unknown[]) =>
            (await tx.query<Row>(sql, params ? [...params] : undefined).catch(rethrow)).rows,
        ),
      )
    },
    async listen(channel, onMessage) {
      await pglite.listen(channel, onMessage)
    },
    boss: { backend: 'pglite', pglite },
    async fault() {
      const probe = join(dataDir, '.writable')
      try {
        await pglite.query('SELECT 1')
        writeFileSync(probe, 'x')
        rmSync(probe, { force: true })
        return null
      } catch (error) {
        return faultOf(error)
      }
    },
    async close() {
      try {
        await pglite.close()
        markClosed(dataDir)
      } catch (error) {
        log.error('database-close', error)
      } finally {
        release()
      }
    },
  }
}

/**
 * The database answers within the process, without the event loop ever turning: work that goes on and on would keep timers, requests and
 * health checks waiting. This lets them through where they waited for some milliseconds.
 */
function breathing(): () => Promise<void> {
  let turnedAt = performance.now()
  let turning: Promise<void> | null = null
  return async () => {
    if (performance.now() - turnedAt < turnMs) return
    turning ??= setImmediate().then(() => {
      turnedAt = performance.now()
      turning = null
    })
    await turning
  }
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** Opens it and checks that every table and index it knows has its file. */
async function openWhole(dataDir: string): Promise<PGlite> {
  let pglite: PGlite | undefined
  try {
    pglite = await PGlite.create({ dataDir: join(dataDir, databaseFolder), startParams, ...bytea })
    const { rows } = await pglite.query<{ path: string }>(
      'SELECT pg_relation_filepath(oid) AS path FROM pg_class WHERE pg_relation_filepath(oid) IS NOT NULL',
    )
    const [missing] = missingFiles(
      dataDir,
      rows.map(({ path }) => path),
    )
    if (missing) throw damaged(missing)
    return pglite
  } catch (cause) {
    await pglite?.close().catch(() => {})
    throw cause instanceof MaatstafError ? cause : damaged(databaseFolder, cause)
  }
}

async function makeDatabase(directory: string): Promise<void> {
  const script = fileURLToPath(new URL('make-database.ts', import.meta.url))
  const child = spawn(process.execPath, ['--no-warnings', script, directory], { stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => {
    output = `${output}${chunk.toString()}`.slice(-2000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) {
    throw new MaatstafError('database-not-made', 'the embedded database could not be made in the data directory', {
      fault: 'system',
      cause: new Error(output),
    })
  }
}
