import type { Assignment } from '../assignments/assignment.ts'
import { storedNewer } from '../errors.ts'
import type { Stores } from './port.ts'
import type { Access } from './session.ts'
import type { Aside } from './set-aside.ts'
import { pack, unpack, versionOf } from './stored.ts'

const removal = 'DELETE FROM assignments WHERE id = $1'

type Row = { id: string; body: string }

/** The catalogue: public postings, not sealed. Every change tells `channel`, in the same transaction. */
export function createAssignmentStore(access: Access, aside: Aside, channel: string): Stores['assignments'] {
  const read = (row: Row) =>
    aside.orNull(
      access,
      { kind: 'assignments', id: row.id, owner: null, body: Buffer.from(row.body) },
      removal,
      async () => unpack<Assignment>('assignment', row.body),
    )
  return {
    async get(id) {
      const [row] = await access.read(({ query }) => query<Row>('SELECT id, body FROM assignments WHERE id = $1', [id]))
      return row ? read(row) : null
    },
    async all() {
      const rows = await access.read(({ query }) => query<Row>('SELECT id, body FROM assignments ORDER BY id'))
      const found: Assignment[] = []
      for (const row of rows) {
        const assignment = await read(row)
        if (assignment) found.push(assignment)
      }
      return found
    },
    save: (assignment) =>
      access.write(async ({ query }) => {
        const known = versionOf('assignment')
        // The catalogue is read from memory before it is written: only here shows that a newer process wrote it meanwhile.
        const saved = await query(
          `INSERT INTO assignments AS a (id, revision, state, body) VALUES ($1, $2, $3, $4)
           ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, state = excluded.state, body = excluded.body
             WHERE coalesce(substring(a.body FROM '^\\{"v":(\\d{1,9}),')::int, 0) <= $5
           RETURNING id`,
          [assignment.id, assignment.revision, assignment.state, pack('assignment', assignment), known],
        )
        if (saved.length === 0) throw storedNewer('stored assignment', known + 1, known)
        await query('SELECT pg_notify($1, $2)', [channel, assignment.id])
      }),
    remove: (id) =>
      access.write(async ({ query }) => {
        const gone = await query(`${removal} RETURNING id`, [id])
        if (gone.length > 0) await query('SELECT pg_notify($1, $2)', [channel, id])
        return gone.length > 0
      }),
  }
}
