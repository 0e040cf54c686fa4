import { Client, Pool } from 'pg'
import { MaatstafError } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Engine, type Query, rethrow } from './engine.ts'

/** A statement or a lock that takes longer is a fault, not patience. */
const statementMs = 30_000
const lockMs = 10_000
/** For a server that went silent without closing the connection; later than its own limit, which leaves the connection whole. */
const answerMs = statementMs + 5_000
const connectMs = 5_000
const heartbeatMs = 5_000
const reconnectMs = 500

/**
 * The one connection of a replica that lasts: LISTEN and session advisory locks hang on it. `attach` runs at every connect, before
 * messages are expected.
 */
export type ServerEngine = Engine & { onSession(attach: (query: Query) => Promise<void>): Promise<void> }

/** PostgreSQL on a server, session pooling only (LISTEN and advisory locks belong to a session). Throws `database-unreachable`. */
export async function openServer(options: { databaseUrl: string; schema: string; log: Log }): Promise<ServerEngine> {
  const { databaseUrl, schema, log } = options
  const settings = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectMs,
    application_name: `maatstaf ${schema}`,
    keepAlive: true,
  }
  const pool = new Pool({
    ...settings,
    max: 10,
    statement_timeout: statementMs,
    query_timeout: answerMs,
    lock_timeout: lockMs,
    onConnect: async (client) => {
      await client.query(`SET search_path TO ${schema}`)
    },
  })
  pool.on('error', (error) => log.error('database-connection', error))
  try {
    await pool.query('SELECT 1')
  } catch (cause) {
    await pool.end()
    throw new MaatstafError('database-unreachable', 'the database of DATABASE_URL does not answer', {
      fault: 'system',
      cause,
    })
  }
  const session = createSessionConnection(() => new Client(settings), schema, log)
  return {
    name: 'server',
    schema,
    query: async <Row extends object>(sql: string, params?: readonly unknown[]) =>
      (await pool.query<Row>(sql, params ? [...params] : undefined).catch(rethrow)).rows,
    transaction: (work) => inTransaction(pool, work),
    listen: session.listen,
    onSession: session.attach,
    boss: { backend: 'postgres', executeSql: (text, values) => pool.query(text, values) },
    async fault() {
      try {
        const { rows } = await pool.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby')
        return rows[0]?.standby ? 'read-only standby' : null
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : 'unreachable'
      }
    },
    async close() {
      await session.close()
      await pool.end()
    },
  }
}

async function inTransaction<T>(pool: Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(rethrow)
  let failure: Error | undefined
  const onError = (error: Error) => {
    failure = error
  }
  client.on('error', onError)
  try {
    await client.query('BEGIN').catch(rethrow)
    const result = await work(
      async <Row extends object>(sql: string, params?: readonly unknown[]) =>
        (await client.query<Row>(sql, params ? [...params] : undefined).catch(rethrow)).rows,
    )
    // After a statement that failed unnoticed the server rolls back and says so only here.
    const { command } = await client.query('COMMIT').catch(rethrow)
    if (command !== 'COMMIT') {
      throw new MaatstafError('transaction-undone', 'a statement of the transaction had failed', { fault: 'system' })
    }
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: Error) => {
      failure ??= cause
    })
    throw error
  } finally {
    client.removeListener('error', onError)
    client.release(failure)
  }
}

function createSessionConnection(connect: () => Client, schema: string, log: Log) {
  type Listener = { onMessage: (payload: string) => void; onGap: () => void }
  const listeners = new Map<string, Listener>()
  const attachments: ((query: Query) => Promise<void>)[] = []
  let client: Client | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false

  async function open(): Promise<void> {
    const next = connect()
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    next.on('notification', ({ channel, payload }) => listeners.get(channel)?.onMessage(payload ?? ''))
    try {
      await next.connect()
      await next.query(`SET search_path TO ${schema}`)
      for (const attach of attachments) await attach(queryOf(next))
      for (const channel of listeners.keys()) await next.query(`LISTEN ${channel}`)
    } catch (error) {
      void next.end().catch(() => {})
      throw error
    }
    client = next
    for (const { onGap } of listeners.values()) onGap()
    timer = setTimeout(() => void beat(next), heartbeatMs)
  }

  async function ready(): Promise<Client> {
    if (!client) await open()
    return client!
  }

  async function beat(current: Client): Promise<void> {
    const late = setTimeout(() => lost(current), heartbeatMs)
    await current.query('SELECT 1').catch(() => lost(current))
    clearTimeout(late)
    if (client === current) timer = setTimeout(() => void beat(current), heartbeatMs)
  }

  function lost(gone: Client): void {
    if (closed || client !== gone) return
    client = null
    clearTimeout(timer)
    log.warn('database-session-lost')
    void gone.end().catch(() => {})
    again()
  }

  function again(): void {
    timer = setTimeout(() => {
      if (closed) return
      open().catch(() => again())
    }, reconnectMs)
  }

  return {
    async listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<void> {
      const current = await ready()
      listeners.set(channel, { onMessage, onGap })
      await current.query(`LISTEN ${channel}`)
    },
    async attach(attachment: (query: Query) => Promise<void>): Promise<void> {
      const current = await ready()
      attachments.push(attachment)
      await attachment(queryOf(current))
    },
    async close(): Promise<void> {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

function queryOf(client: Client): Query {
  return async <Row extends object>(sql: string, params?: readonly unknown[]) =>
    (await client.query<Row>(sql, params ? [...params] : undefined)).rows
}
