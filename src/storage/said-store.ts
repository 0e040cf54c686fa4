import type { Stores } from './port.ts'
import { sha256 } from './sealing.ts'
import type { Access } from './session.ts'
import type { Aside } from './set-aside.ts'
import type { Vault } from './vault.ts'

const prefix = 'said:'

type Row = { key: string; value: string; owner: string }

/**
 * Where something was said about a candidate, so that erasing reaches the chat too. Each mention is a sealed row of its own among the
 * candidate's: two conversations about one candidate never overwrite each other, and all of it goes with the candidate.
 */
export function createSaidStore(access: Access, vault: Vault, aside: Aside): Stores['said'] {
  const place = (candidate: string, key: string) => ({ table: 'said', id: sha256(`${candidate}\n${key}`) })
  return {
    add: (candidate, post) =>
      access.write(async (session) => {
        const owner = { candidate }
        const at = place(candidate, post.key)
        const sealed = await vault.seal(session, owner, at, 'said', post)
        await session.query(
          `INSERT INTO keyed (key, value, owner) VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
          [prefix + at.id, Buffer.from(sealed).toString('base64'), vault.ownerHash(owner)],
        )
      }),
    async of(candidate) {
      const rows = await access.read(({ query }) =>
        query<Row>(`SELECT key, value, owner FROM keyed WHERE owner = $1 AND starts_with(key, '${prefix}')`, [
          vault.ownerHash({ candidate }),
        ]),
      )
      const found = await Promise.all(
        rows.map(({ key, value, owner }) => {
          const body = Buffer.from(value, 'base64')
          return aside.orNull(
            access,
            { kind: 'keyed', id: key, owner, body },
            'DELETE FROM keyed WHERE key = $1',
            async () => {
              const plain = await access.read((session) =>
                vault.open<Awaited<ReturnType<Stores['said']['of']>>[number]>(
                  session,
                  { table: 'said', id: key.slice(prefix.length) },
                  'said',
                  body,
                ),
              )
              return plain
            },
          )
        }),
      )
      return found.filter((post) => post !== null)
    },
  }
}
