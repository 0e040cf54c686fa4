import type { Candidate } from '../candidates/record.ts'
import type { Erase } from './erase.ts'
import type { Stores } from './port.ts'
import type { Access } from './session.ts'
import type { Aside } from './set-aside.ts'
import type { Vault } from './vault.ts'

const table = 'candidates'
const columns = 'SELECT id, owner, sealed FROM candidates'
const removal = 'DELETE FROM candidates WHERE id = $1'

type Row = { id: string; owner: string; sealed: Uint8Array }

/** Candidates, each sealed under a key of its own; who may see one stands beside it, for looking it up. */
export function createCandidateStore(access: Access, vault: Vault, aside: Aside, erase: Erase): Stores['candidates'] {
  const read = (row: Row) =>
    aside.orNull(access, { kind: table, id: row.id, owner: row.owner, body: row.sealed }, removal, () =>
      access.read((session) => vault.open<Candidate>(session, { table, id: row.id }, 'candidate', row.sealed)),
    )
  async function where(condition: string, params: string[]): Promise<Candidate[]> {
    const rows = await access.read(({ query }) => query<Row>(`${columns} WHERE ${condition} ORDER BY id`, params))
    const found: Candidate[] = []
    for (const row of rows) {
      const candidate = await read(row)
      if (candidate) found.push(candidate)
    }
    return found
  }
  return {
    get: async (id) => (await where('id = $1', [id]))[0] ?? null,
    visibleTo: (person) => where('person = $1 OR $1 = ANY (shared)', [person]),
    all: () => where('true', []),
    save: (candidate) =>
      access.write(async (session) => {
        const owner = { candidate: candidate.id }
        const sealed = await vault.seal(session, owner, { table, id: candidate.id }, 'candidate', candidate)
        await session.query(
          `INSERT INTO candidates (id, person, shared, owner, sealed) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (id) DO UPDATE SET person = excluded.person, shared = excluded.shared, sealed = excluded.sealed`,
          [candidate.id, candidate.owner, candidate.sharedWith, vault.ownerHash(owner), sealed],
        )
      }),
    hold: (id) => access.write((session) => erase.hold(session, id)),
    forget: (id) => access.write((session) => erase.candidate(session, id)),
  }
}
