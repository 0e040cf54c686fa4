import type { Clock } from '../clock.ts'
import { hasCode } from '../errors.ts'
import type { Log } from '../log.ts'
import type { QueueName, SetAside } from './port.ts'
import type { Access, Session } from './session.ts'

/** A record or payload that could not be used, kept as it was (sealed values stay sealed) for who looks into it. */
export type AsideRow = {
  /** `job:QUEUE` or the table it came from. */
  kind: string
  id: string
  code: string
  owner: string | null
  body: Uint8Array | null
}

export type AsideEntry = { kind: string; id: string; at: string; code: string }

export type Aside = {
  put(session: Session, row: AsideRow): Promise<void>
  /** The value of `read`, or null after setting the row aside because it is unreadable; other errors pass. */
  orNull<T>(access: Access, row: Omit<AsideRow, 'code'>, removal: string, read: () => Promise<T>): Promise<T | null>
  /** Job payloads by queue, oldest first. */
  jobs(access: Access): Promise<SetAside[]>
  /** Everything else. */
  records(access: Access): Promise<AsideEntry[]>
}

const jobPrefix = 'job:'

/** The kind of a set-aside payload of this queue. */
export function jobKind(queue: QueueName): string {
  return `${jobPrefix}${queue}`
}

const lost = ['unreadable', 'seal-broken', 'key-gone'] as const

export function createAside(clock: Clock, log: Log): Aside {
  async function put(session: Session, row: AsideRow): Promise<void> {
    await session.query(
      `INSERT INTO set_aside (kind, id, at, code, owner, body) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (kind, id) DO UPDATE SET at = excluded.at, code = excluded.code, owner = excluded.owner, body = excluded.body`,
      [row.kind, row.id, clock.now().toString(), row.code, row.owner, row.body],
    )
  }
  async function entries(access: Access, ofJobs: boolean): Promise<AsideEntry[]> {
    const rows = await access.read(({ query }) =>
      query<Omit<AsideEntry, 'at'> & { at: Date }>(
        'SELECT kind, id, at, code FROM set_aside WHERE starts_with(kind, $1) = $2 ORDER BY at, id',
        [jobPrefix, ofJobs],
      ),
    )
    return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  }
  return {
    put,
    records: (access) => entries(access, false),
    async jobs(access) {
      const found = await entries(access, true)
      return found.map(({ kind, ...row }) => ({ ...row, queue: kind.slice(jobPrefix.length) as QueueName }))
    },
    async orNull(access, row, removal, read) {
      try {
        return await read()
      } catch (error) {
        const code = lost.find((name) => hasCode(error, name))
        if (!code) throw error
        await access.write(async (session) => {
          await put(session, { ...row, code })
          await session.query(removal, [row.id])
        })
        log.error('stored-unreadable', error, { kind: row.kind })
        return null
      }
    },
  }
}
