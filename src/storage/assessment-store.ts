import type { Assessment } from '../scoring/assessment.ts'
import type { Stores } from './port.ts'
import type { Access } from './session.ts'
import type { Aside } from './set-aside.ts'
import type { Vault } from './vault.ts'

const table = 'assessments'
const removal = 'DELETE FROM assessments WHERE id = $1'
const columns = 'SELECT id, owner, sealed FROM assessments'

type Row = { id: string; owner: string; sealed: Uint8Array }

/** Assessments, sealed for their candidate, found by assignment or candidate. */
export function createAssessmentStore(access: Access, vault: Vault, aside: Aside): Stores['assessments'] {
  const read = (row: Row) =>
    aside.orNull(access, { kind: table, id: row.id, owner: row.owner, body: row.sealed }, removal, () =>
      access.read((session) => vault.open<Assessment>(session, { table, id: row.id }, 'assessment', row.sealed)),
    )
  async function where(condition: string, value: string): Promise<Assessment[]> {
    const rows = await access.read(({ query }) => query<Row>(`${columns} WHERE ${condition} ORDER BY id`, [value]))
    const found: Assessment[] = []
    for (const row of rows) {
      const assessment = await read(row)
      if (assessment) found.push(assessment)
    }
    return found
  }
  return {
    get: async (id) => (await where('id = $1', id))[0] ?? null,
    ofAssignment: (assignment) => where('assignment = $1', assignment),
    ofCandidate: (candidate) => where('candidate = $1', candidate),
    save: (assessment) =>
      access.write(async (session) => {
        const owner = { candidate: assessment.candidate }
        const sealed = await vault.seal(session, owner, { table, id: assessment.id }, 'assessment', assessment)
        await session.query(
          `INSERT INTO assessments (id, assignment, candidate, owner, sealed) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (id) DO UPDATE SET assignment = excluded.assignment, candidate = excluded.candidate,
             owner = excluded.owner, sealed = excluded.sealed`,
          [assessment.id, assessment.assignment, assessment.candidate, vault.ownerHash(owner), sealed],
        )
      }),
  }
}
