import { setImmediate as nextRound } from 'node:timers/promises'
import { Keyv, type KeyvStoreAdapter } from 'keyv'
import type { Log } from '../log.ts'
import type { Access, Session } from './session.ts'

/** What a Keyv namespace holds: a packed document, or a sealed one with the hash of whose it is; expiry by our clock. */
export type Entry = { body: string; owner?: string; expiresAt?: string }

export type Namespace = {
  get(key: string): Promise<Entry | null>
  set(key: string, entry: Entry): Promise<void>
  remove(key: string): Promise<boolean>
  all(): Promise<[key: string, entry: Entry][]>
}

type Row = { key: string; value: string; owner: string | null; expires_at: Date | null }

/**
 * Keyv over our own connection. No time to live of Keyv's own: expiry is a column that `purge` looks at. Keyv swallows errors unless
 * told to throw; both are done, and its `error` event is only logged.
 */
export function createNamespace(access: Access, name: string, log: Log): Namespace {
  const keyv = new Keyv<Entry>({ store: createAdapter(access), namespace: name, throwOnErrors: true })
  // The adapter spreads an entry over columns itself.
  keyv.serialize = undefined
  keyv.deserialize = undefined
  keyv.on('error', (error: unknown) => log.error('keyed-store', error, { name }))
  return {
    get: async (key) => (await keyv.get(key)) ?? null,
    set: async (key, entry) => void (await keyv.set(key, entry)),
    remove: (key) => keyv.delete(key),
    async all() {
      const found: [string, Entry][] = []
      for await (const [key, entry] of keyv.iterator!(name)) found.push([key, entry])
      return found
    },
  }
}

/** The storage adapter of Keyv's own interface; keys arrive with the namespace in front. */
export function createAdapter(access: Access): KeyvStoreAdapter {
  const adapter: KeyvStoreAdapter = {
    // Keyv iterates only over dialects it knows.
    opts: { dialect: 'postgres' },
    namespace: undefined,
    on: () => adapter,
    async get<Value>(key: string) {
      const row = await access.read((session) => find(session, key))
      return row ? { value: entryOf(row) as Value } : undefined
    },
    async set(key: string, data: { value: Entry }) {
      const { body, owner, expiresAt } = data.value
      await access.alone(({ query }) =>
        query(
          `INSERT INTO keyed (key, value, owner, expires_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, owner = excluded.owner, expires_at = excluded.expires_at`,
          [key, body, owner ?? null, expiresAt ?? null],
        ),
      )
    },
    async delete(key: string) {
      const gone = await access.alone(({ query }) => query('DELETE FROM keyed WHERE key = $1 RETURNING key', [key]))
      return gone.length > 0
    },
    async clear() {
      await access.write(({ query }) =>
        query('DELETE FROM keyed WHERE starts_with(key, $1)', [`${adapter.namespace}:`]),
      )
    },
    async *iterator<Value>(namespace?: string) {
      const rows = await access.read(({ query }) =>
        query<Row>('SELECT * FROM keyed WHERE starts_with(key, $1) ORDER BY key', [`${namespace}:`]),
      )
      for (const row of rows) yield [row.key, { value: entryOf(row) } as Awaited<Value>]
    },
  }
  return adapter
}

type Batch = { keys: Set<string>; rows: Promise<Map<string, Row>> }
const batches = new WeakMap<Session, Batch>()

/** What is asked for in the same moment, by however many turns, is one statement; in a transaction each reading is its own. */
async function find(session: Session, key: string): Promise<Row | undefined> {
  const batch = (!session.inTransaction && batches.get(session)) || begin(session)
  batch.keys.add(key)
  return (await batch.rows).get(key)
}

function begin(session: Session): Batch {
  const keys = new Set<string>()
  const look = async () => {
    if (!session.inTransaction) await nextRound()
    batches.delete(session)
    const rows = await session.query<Row>('SELECT * FROM keyed WHERE key = ANY ($1::text[])', [[...keys]])
    return new Map(rows.map((row) => [row.key, row]))
  }
  const batch = { keys, rows: Promise.resolve().then(look) }
  if (!session.inTransaction) batches.set(session, batch)
  return batch
}

function entryOf(row: Row): Entry {
  return {
    body: row.value,
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at.toISOString() }),
  }
}
