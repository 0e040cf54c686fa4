import type { Log } from '../log.ts'
import type { DataKeys } from './data-keys.ts'
import { ownerHash } from './data-keys.ts'
import type { Engine } from './engine.ts'
import type { Session } from './session.ts'

export type Erase = {
  /** True while the candidate has a key; whoever would seal for it waits until the end of the transaction. */
  hold(session: Session, id: string): Promise<boolean>
  /**
   * Everything sealed for a candidate goes, waiting payloads too, and the key that would open what copies remain. True when there
   * was anything. The candidate's id is never accepted again.
   */
  candidate(session: Session, id: string): Promise<boolean>
}

/** Tables whose rows name their owner's hash and go with it. */
const owned = ['candidates', 'assessments', 'files', 'documents', 'keyed', 'set_aside']

export function createErase(engine: Engine, keys: DataKeys, log: Log): Erase {
  return {
    hold: (session, id) => keys.hold(session, { candidate: id }),
    async candidate(session, id) {
      const owner = { candidate: id }
      const hash = ownerHash(owner)
      // First: whoever is sealing for this candidate ends before, or finds the key gone after.
      await keys.drop(session, owner)
      let rows = 0
      for (const table of owned) {
        const gone = await session.query(`DELETE FROM ${table} WHERE owner = $1 RETURNING owner`, [hash])
        rows += gone.length
      }
      await session.query('UPDATE jobs SET sealed = NULL WHERE owner = $1 AND sealed IS NOT NULL', [hash])
      session.afterCommit(() => {
        const swept = vacuum(engine).catch((error) => log.error('vacuum', error))
        // A server's tables may be large, and its own vacuum comes along as well.
        return engine.name === 'embedded' ? swept : undefined
      })
      return rows > 0
    },
  }
}

/** Removes the dead versions of rows; they would otherwise lie in the tables until the engine needs the room. */
export async function vacuum(engine: Engine): Promise<void> {
  const tables = [...owned, 'file_chunks', 'jobs', 'data_keys'].map((table) => `${engine.schema}.${table}`)
  for (const table of [...tables, `${engine.schema}_boss.job`]) await engine.query(`VACUUM ${table}`)
}
