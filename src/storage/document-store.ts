import type { Document } from '../documents/document.ts'
import type { Stores } from './port.ts'
import type { Access } from './session.ts'
import type { Aside } from './set-aside.ts'
import type { Vault } from './vault.ts'

const table = 'documents'
const removal = 'DELETE FROM documents WHERE id = $1'

type Row = { owner: string; sealed: Uint8Array }

/** What was read from files, sealed like the files. */
export function createDocumentStore(access: Access, vault: Vault, aside: Aside): Stores['documents'] {
  return {
    async get(id) {
      const [row] = await access.read(({ query }) =>
        query<Row>('SELECT owner, sealed FROM documents WHERE id = $1', [id]),
      )
      if (!row) return null
      return aside.orNull(access, { kind: table, id, owner: row.owner, body: row.sealed }, removal, () =>
        access.read((session) => vault.open<Document>(session, { table, id }, 'document', row.sealed)),
      )
    },
    put: (id, document, owner) =>
      access.write(async (session) => {
        const sealed = await vault.seal(session, owner, { table, id }, 'document', document)
        await session.query(
          `INSERT INTO documents (id, owner, sealed) VALUES ($1, $2, $3)
           ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, sealed = excluded.sealed`,
          [id, vault.ownerHash(owner), sealed],
        )
      }),
  }
}
