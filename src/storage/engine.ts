import type { PGlite } from '@electric-sql/pglite'
import { MaatstafError } from '../errors.ts'

/** One SQL statement with `$1` parameters; rows as objects. bytea is Uint8Array, timestamptz is Date, 64-bit numbers are cast in SQL. */
export type Query = <Row extends object = Record<string, unknown>>(
  sql: string,
  params?: readonly unknown[],
) => Promise<Row[]>

/** What pg-boss runs its statements on. */
export type BossConnection =
  | { backend: 'pglite'; pglite: PGlite }
  | { backend: 'postgres'; executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> }

/** PostgreSQL inside the process or on a server: all that the rest of storage/ knows of either. */
export type Engine = {
  name: 'embedded' | 'server'
  schema: string
  query: Query
  /** BEGIN … COMMIT on one session; a failed commit throws. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>
  /** NOTIFY messages of a channel; `onGap` runs when some may have been missed (after a reconnect). */
  listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<void>
  boss: BossConnection
  /** null = fine, else what is wrong, for the operator. */
  fault(): Promise<string | null>
  close(): Promise<void>
}

/** The code of what a statement throws when the database cannot be reached or has no room: the same statement may work later. */
export const databaseAway = 'database-away'

/** Classes of SQLSTATE: connection, resources (a full disk among them), stopping or starting, input and output. */
const away = /^(08|53|57P|58)/

/** For `.catch` of a statement. */
export function rethrow(error: unknown): never {
  throw asAway(error)
}

/** The error as it is when the statement is at fault; else `database-away` with the code of the cause. */
function asAway(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof MaatstafError) return error
  // A value that no statement can take stays one.
  if (error instanceof TypeError || error instanceof RangeError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  // What the server says of a statement carries a severity; a broken connection does not.
  const said = 'severity' in error
  if (said && !away.test(code ?? '')) return error
  return new MaatstafError(databaseAway, `the database is away (${code ?? 'no answer'})`, {
    fault: 'system',
    cause: error,
  })
}
