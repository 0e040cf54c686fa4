import type { Clock } from '../clock.ts'
import type { Stores } from './port.ts'
import { sha256 } from './sealing.ts'
import type { Access } from './session.ts'

/** What was done already: turns that were committed, posts that became a platform's message. Only hashes of their keys are kept. */
export function createLedger(access: Access, clock: Clock): Pick<Stores, 'turns' | 'posts'> {
  const now = () => clock.now().toString()
  return {
    turns: {
      commit: async (key) => {
        const rows = await access.alone(({ query }) =>
          query('INSERT INTO turns (key, at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key', [
            sha256(key),
            now(),
          ]),
        )
        return rows.length > 0
      },
      committed: async (key) => {
        const rows = await access.read(({ query }) => query('SELECT key FROM turns WHERE key = $1', [sha256(key)]))
        return rows.length > 0
      },
    },
    posts: {
      begin: async (key, { trying, notThere }) => {
        const [row] = await access.alone(({ query }) =>
          query<{ before: string | null }>(
            `WITH known AS (SELECT platform_id FROM posts WHERE key = $1),
               tried AS (INSERT INTO posts (key, platform_id, at) SELECT $1, $2, $3
                 ON CONFLICT (key) DO UPDATE SET platform_id = excluded.platform_id, at = excluded.at
                   WHERE posts.platform_id = $4)
             SELECT (SELECT platform_id FROM known) AS before`,
            [sha256(key), trying, now(), notThere],
          ),
        )
        return row?.before ?? null
      },
      find: async (key) => {
        const [row] = await access.read(({ query }) =>
          query<{ platform_id: string }>('SELECT platform_id FROM posts WHERE key = $1', [sha256(key)]),
        )
        return row?.platform_id ?? null
      },
      remember: (key, platformId) =>
        access.alone(async ({ query }) => {
          await query(
            `INSERT INTO posts (key, platform_id, at) VALUES ($1, $2, $3)
             ON CONFLICT (key) DO UPDATE SET platform_id = excluded.platform_id, at = excluded.at`,
            [sha256(key), platformId, now()],
          )
        }),
    },
  }
}
