import type { Query } from './engine.ts'
import type { Masters } from './masters.ts'
import type { AuditAnchor, AuditEntry, AuditVerdict } from './port.ts'
import { mac, sha256 } from './sealing.ts'
import type { Access } from './session.ts'

/** Before the first entry. */
const origin = '0'.repeat(64)
const pageRows = 500

type Row = { seq: number; at: string; who: string; what: string; about: string; hash: string }
type Head = { seq: number; hash: string; mac: string; master: string }

const columns = 'seq::float8 AS seq, at, who, what, about, hash'

/**
 * A chain: each row's hash covers the row and the hash before it, and the head (how many rows, the last hash) carries a proof that
 * needs the master key. So a row changed, removed or cut off at the end shows. Who puts an older copy of both tables in their place
 * shows by an anchor: a head that was written down outside the database.
 */
export type Audit = {
  /** Adds the entries of a transaction; takes the lock on the head until its commit. */
  write(query: Query, entries: AuditEntry[]): Promise<void>
  /** `anchors`: heads written down earlier, elsewhere. */
  verify(access: Access, anchors?: AuditAnchor[]): Promise<AuditVerdict>
  /** What to write down elsewhere; null while nothing was logged. */
  head(access: Access): Promise<AuditAnchor | null>
  entries(access: Access): AsyncGenerator<AuditEntry & { seq: number; hash: string }>
  /** Proves the head anew under the current master key; a head that does not hold stays as it is. */
  rewrap(query: Query): Promise<void>
}

export function createAudit(masters: Masters): Audit {
  async function head(query: Query, lock = ''): Promise<Head | null> {
    const [row] = await query<Head>(`SELECT seq::float8 AS seq, hash, mac, master FROM audit_head ${lock}`)
    return row ?? null
  }

  const proof = (master: string, seq: number, hash: string) => mac(masters.key(master), `${seq}:${hash}`)
  const holds = (found: Head) => proof(found.master, found.seq, found.hash) === found.mac

  async function* rows(access: Access): AsyncGenerator<Row> {
    for (let after = 0; ; ) {
      const page = await access.read(({ query }) =>
        query<Row>(`SELECT ${columns} FROM audit WHERE seq > $1 ORDER BY seq LIMIT ${pageRows}`, [after]),
      )
      yield* page
      const last = page.at(-1)
      if (!last || page.length < pageRows) return
      after = last.seq
    }
  }

  return {
    async write(query, entries) {
      if (entries.length === 0) return
      const master = masters.current()
      await query(`INSERT INTO audit_head (seq, hash, mac, master) VALUES (0, $1, $2, $3) ON CONFLICT DO NOTHING`, [
        origin,
        proof(master, 0, origin),
        master,
      ])
      const found = (await head(query, 'FOR UPDATE'))!
      // A head that was changed from outside stays without proof for good: work goes on, `verify` tells.
      const sound = holds(found)
      let { seq, hash } = found
      for (const entry of entries) {
        seq += 1
        const about = canonical(entry.about)
        hash = link(hash, { seq, at: entry.at, who: entry.who, what: entry.what, about })
        await query('INSERT INTO audit (seq, at, who, what, about, hash) VALUES ($1, $2, $3, $4, $5, $6)', [
          seq,
          entry.at,
          entry.who,
          entry.what,
          about,
          hash,
        ])
      }
      await query('UPDATE audit_head SET seq = $1, hash = $2, mac = $3, master = $4', [
        seq,
        hash,
        sound ? proof(master, seq, hash) : 'broken',
        master,
      ])
    },
    async verify(access, anchors = []) {
      const top = await access.read(({ query }) => head(query))
      const wanted = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]))
      let seq = 0
      let hash = origin
      for await (const row of rows(access)) {
        if (top && row.seq > top.seq) {
          // Added while we read, together with a newer head; else by somebody else than us.
          const newer = await access.read(({ query }) => head(query))
          if (!newer || newer.seq < row.seq) return { ok: false, at: row.seq, damage: 'added' }
          break
        }
        if (row.seq !== seq + 1) return { ok: false, at: seq + 1, damage: 'missing' }
        if (link(hash, row) !== row.hash) return { ok: false, at: row.seq, damage: 'changed' }
        const anchored = wanted.get(row.seq)
        if (anchored !== undefined && anchored !== row.hash) return { ok: false, at: row.seq, damage: 'rewritten' }
        seq = row.seq
        hash = row.hash
      }
      if (!top && seq > 0) return { ok: false, at: 1, damage: 'head' }
      if (top && top.seq > seq) return { ok: false, at: seq + 1, damage: 'cut' }
      if (top && (top.hash !== hash || !holds(top))) return { ok: false, at: seq + 1, damage: 'head' }
      if (anchors.some((anchor) => anchor.seq > seq)) return { ok: false, at: seq + 1, damage: 'set-back' }
      return { ok: true, rows: seq }
    },
    async head(access) {
      const found = await access.read(({ query }) => head(query))
      return found && found.seq > 0 ? { seq: found.seq, hash: found.hash } : null
    },
    async *entries(access) {
      for await (const { about, ...row } of rows(access)) yield { ...row, about: JSON.parse(about) }
    },
    async rewrap(query) {
      const found = await head(query, 'FOR UPDATE')
      if (!found || !holds(found)) return
      const master = masters.current()
      await query('UPDATE audit_head SET mac = $1, master = $2', [proof(master, found.seq, found.hash), master])
    },
  }
}

function link(before: string, row: Omit<Row, 'hash'>): string {
  return sha256(JSON.stringify([before, row.seq, row.at, row.who, row.what, row.about]))
}

/** The same text for the same values, whatever order they were given in. */
function canonical(about: Record<string, string | number>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(about).sort(([a], [b]) => (a < b ? -1 : 1))))
}
