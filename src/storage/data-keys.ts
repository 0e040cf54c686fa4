import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { MaatstafError } from '../errors.ts'
import type { Query } from './engine.ts'
import type { Masters } from './masters.ts'
import type { SealOwner } from './port.ts'
import { keyIdOf, newKey, open, type Place, seal, sha256 } from './sealing.ts'
import type { Session } from './session.ts'

/** Unwrapped keys kept in memory; an erased one is dropped at once here and, by NOTIFY, in the other replicas. */
const rememberedKeys = 1000

export type DataKeys = {
  /** The sealed form of `plain`. Within a transaction only: it holds on to the key until the commit. */
  seal(session: Session, owner: SealOwner, place: Place, plain: Uint8Array): Promise<Uint8Array>
  /** Takes what sealing for these owners needs in one statement; owners without a key yet get theirs when sealed for. */
  prepare(session: Session, owners: SealOwner[]): Promise<void>
  /** Throws `seal-broken` (changed, moved) or `key-gone` (erased). */
  open(session: Session, place: Place, sealed: Uint8Array): Promise<Uint8Array>
  /** True while the owner has a key. Takes the lock that sealing waits for. */
  hold(session: Session, owner: SealOwner): Promise<boolean>
  /** Drops the owner's key for good; a candidate's is never made anew. Takes the lock that sealing waits for. */
  drop(session: Session, owner: SealOwner): Promise<void>
  /** Forgets an unwrapped key; null = all. */
  evict(id: string | null): void
  /** Wraps every key under the current master key; returns how many changed. */
  rewrap(query: Query): Promise<number>
  /** Throws `key-unknown` when a stored key was wrapped by a master key that was not given. */
  check(query: Query): Promise<void>
}

/** What stands in the `owner` columns: whose data it is, without saying it. */
export function ownerHash(owner: SealOwner): string {
  return sha256('candidate' in owner ? `candidate:${owner.candidate}` : `conversation:${owner.conversation}`)
}

type KeyRow = { id: string; owner: string; wrapped: Uint8Array | null; master: string }

/**
 * A data key per candidate and per conversation, each wrapped by a master key. Keys that are dropped are told on `channel`, so that other replicas forget them too.
 */
export function createDataKeys(masters: Masters, clock: Clock, channel: string): DataKeys {
  const unwrapped = new Map<string, Uint8Array>()
  /** Locked until the end of their transaction, by owner. */
  const held = new WeakMap<Session, Map<string, KeyRow>>()

  const placeOf = (row: Pick<KeyRow, 'id' | 'owner'>): Place => ({ table: 'data_keys', field: row.owner, id: row.id })

  function unwrap(row: KeyRow): Uint8Array {
    if (!row.wrapped) throw gone()
    const known = unwrapped.get(row.id)
    if (known) return known
    const key = open(masters.key(row.master), placeOf(row), row.wrapped)
    remember(row.id, key)
    return key
  }

  function remember(id: string, key: Uint8Array): void {
    if (unwrapped.size >= rememberedKeys) unwrapped.delete(unwrapped.keys().next().value!)
    unwrapped.set(id, key)
  }

  async function make(session: Session, hash: string): Promise<KeyRow> {
    const id = randomUUID()
    const master = masters.current()
    const wrapped = seal(masters.key(master), id, placeOf({ id, owner: hash }), newKey())
    await session.query(
      `INSERT INTO data_keys (id, owner, wrapped, master, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (owner) DO NOTHING`,
      [id, hash, wrapped, master, clock.now().toString()],
    )
    return (await locked(session, hash))!
  }

  async function locked(session: Session, hash: string): Promise<KeyRow | undefined> {
    const rows = held.get(session) ?? new Map<string, KeyRow>()
    if (!rows.has(hash)) for (const row of await lock(session, [hash])) rows.set(row.owner, row)
    held.set(session, rows)
    return rows.get(hash)
  }

  /** In an order, so that two that take several never wait for each other. */
  function lock(session: Session, hashes: string[]): Promise<KeyRow[]> {
    return session.query<KeyRow>(
      'SELECT id, owner, wrapped, master FROM data_keys WHERE owner = ANY ($1::text[]) ORDER BY owner FOR KEY SHARE',
      [hashes],
    )
  }

  return {
    async seal(session, owner, place, plain) {
      const hash = ownerHash(owner)
      const row = (await locked(session, hash)) ?? (await make(session, hash))
      if (!row.wrapped) {
        throw new MaatstafError('candidate-erased', 'this candidate was erased; nothing may be stored for it any more')
      }
      return seal(unwrap(row), row.id, place, plain)
    },
    async prepare(session, owners) {
      const rows = await lock(session, owners.map(ownerHash))
      const known = held.get(session) ?? new Map<string, KeyRow>()
      for (const row of rows) known.set(row.owner, row)
      held.set(session, known)
    },
    async open(session, place, sealed) {
      const id = keyIdOf(sealed)
      const known = unwrapped.get(id)
      if (known) return open(known, place, sealed)
      const [row] = await session.query<KeyRow>('SELECT id, owner, wrapped, master FROM data_keys WHERE id = $1', [id])
      if (!row) throw gone()
      return open(unwrap(row), place, sealed)
    },
    async hold(session, owner) {
      const found = await session.query(
        'SELECT id FROM data_keys WHERE owner = $1 AND wrapped IS NOT NULL FOR UPDATE',
        [ownerHash(owner)],
      )
      return found.length > 0
    },
    async drop(session, owner) {
      const hash = ownerHash(owner)
      held.get(session)?.delete(hash)
      const [row] = await session.query<KeyRow>('SELECT id FROM data_keys WHERE owner = $1 FOR UPDATE', [hash])
      if (!row) return
      if ('candidate' in owner) {
        await session.query('UPDATE data_keys SET wrapped = NULL, forgotten_at = $2 WHERE owner = $1', [
          hash,
          clock.now().toString(),
        ])
      } else await session.query('DELETE FROM data_keys WHERE owner = $1', [hash])
      await session.query('SELECT pg_notify($1, $2)', [channel, row.id])
      session.afterCommit(() => void unwrapped.delete(row.id))
    },
    evict(id) {
      if (id === null) unwrapped.clear()
      else unwrapped.delete(id)
    },
    async rewrap(query) {
      const master = masters.current()
      const rows = await query<KeyRow>(
        'SELECT id, owner, wrapped, master FROM data_keys WHERE master <> $1 AND wrapped IS NOT NULL',
        [master],
      )
      for (const row of rows) {
        const wrapped = seal(masters.key(master), row.id, placeOf(row), unwrap(row))
        await query('UPDATE data_keys SET wrapped = $2, master = $3 WHERE id = $1 AND wrapped IS NOT NULL', [
          row.id,
          wrapped,
          master,
        ])
      }
      return rows.length
    },
    async check(query) {
      const rows = await query<{ master: string }>(
        'SELECT DISTINCT master FROM data_keys WHERE wrapped IS NOT NULL UNION SELECT master FROM audit_head',
      )
      for (const { master } of rows) masters.key(master)
    },
  }
}

function gone(): MaatstafError {
  return new MaatstafError('key-gone', 'the key of this value was erased', { fault: 'system' })
}
