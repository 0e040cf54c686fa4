import type { Clock } from '../clock.ts'
import type { DataKeys } from './data-keys.ts'
import type { SealOwner, StoredFile, Stores } from './port.ts'
import type { Access, Session } from './session.ts'
import type { Aside } from './set-aside.ts'
import type { Vault } from './vault.ts'

/** The embedded engine never gives memory back: a file goes through it in pieces. */
const chunkBytes = 256 * 1024

const table = 'files'
const removal = 'DELETE FROM files WHERE id = $1'

type Row = { id: string; owner: string; sealed: Uint8Array; chunks: number }
type Meta = { name: string; type: string; size: number }

/** Files in sealed pieces, each bound to its place in its file. */
export function createFileStore(
  access: Access,
  vault: Vault,
  keys: DataKeys,
  aside: Aside,
  clock: Clock,
): Stores['files'] {
  const piece = (id: string, part: number, of: number) => ({ table: 'file_chunks', field: `${part}/${of}`, id })

  async function bytesOf(session: Session, row: Row): Promise<StoredFile> {
    const { name, type, size } = await vault.open<Meta>(session, { table, id: row.id }, 'file', row.sealed)
    const bytes = new Uint8Array(size)
    let at = 0
    for (let part = 0; part < row.chunks; part++) {
      const [chunk] = await session.query<{ sealed: Uint8Array }>(
        'SELECT sealed FROM file_chunks WHERE file = $1 AND part = $2',
        [row.id, part],
      )
      if (!chunk) break
      const plain = await keys.open(session, piece(row.id, part, row.chunks), chunk.sealed)
      bytes.set(plain, at)
      at += plain.length
    }
    return { name, type, bytes: bytes.subarray(0, at) }
  }

  async function find(session: Session, id: string): Promise<Row | undefined> {
    const [row] = await session.query<Row>(
      `SELECT id, owner, sealed, chunks FROM files WHERE id = $1 AND (expires_at IS NULL OR expires_at > $2)`,
      [id, clock.now().toString()],
    )
    return row
  }

  async function write(session: Session, id: string, file: StoredFile, owner: SealOwner, expiresAt: string | null) {
    const chunks = Math.ceil(file.bytes.length / chunkBytes)
    const meta: Meta = { name: file.name, type: file.type, size: file.bytes.length }
    const sealed = await vault.seal(session, owner, { table, id }, 'file', meta)
    await session.query(removal, [id])
    await session.query('INSERT INTO files (id, owner, sealed, chunks, expires_at) VALUES ($1, $2, $3, $4, $5)', [
      id,
      vault.ownerHash(owner),
      sealed,
      chunks,
      expiresAt,
    ])
    for (let part = 0; part < chunks; part++) {
      const plain = file.bytes.subarray(part * chunkBytes, (part + 1) * chunkBytes)
      await session.query('INSERT INTO file_chunks (file, part, sealed) VALUES ($1, $2, $3)', [
        id,
        part,
        await keys.seal(session, owner, piece(id, part, chunks), plain),
      ])
    }
  }

  return {
    put: (id, file, owner, expiresAt) => access.write((session) => write(session, id, file, owner, expiresAt)),
    get: (id) =>
      access.read(async (session) => {
        const row = await find(session, id)
        if (!row) return null
        return aside.orNull(access, { kind: table, id, owner: row.owner, body: row.sealed }, removal, () =>
          bytesOf(session, row),
        )
      }),
    adopt: (id, owner) =>
      access.write(async (session) => {
        const row = await find(session, id)
        if (!row || row.owner === vault.ownerHash(owner)) return
        await write(session, id, await bytesOf(session, row), owner, null)
      }),
    remove: (id) => access.write(async ({ query }) => void (await query(removal, [id]))),
  }
}
