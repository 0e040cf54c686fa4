import { AsyncLocalStorage } from 'node:async_hooks'
import { MaatstafError } from '../errors.ts'
import type { Engine, Query } from './engine.ts'
import type { AuditEntry } from './port.ts'

/** One transaction, or the plain connection for reading. */
export type Session = {
  query: Query
  inTransaction: boolean
  /** Written in one go right before the commit, so that the head of the chain is the last lock a transaction takes. */
  audits: AuditEntry[]
  /** Runs once the commit stands; never after a rollback. */
  afterCommit(run: () => void | Promise<void>): void
}

/** How the stores reach the database: inside a transaction both join it. */
export type Access = {
  read<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** One writing statement that no other belongs to: without a transaction around it none is begun, which costs two statements more. */
  alone<T>(work: (session: Session) => Promise<T>): Promise<T>
  write<T>(work: (session: Session) => Promise<T>): Promise<T>
}

export type Sessions = Access & {
  /** Called from within a transaction, which `write` would join. */
  isInside(): boolean
  /** Runs `work` with stores of its own on one transaction; a transaction around it is joined. */
  transaction<T>(work: (access: Access) => Promise<T>): Promise<T>
}

type OpenSession = Session & { open: boolean; hooks: (() => void | Promise<void>)[] }

/**
 * Transactions over an engine. A call to the outer stores from within `transaction` joins that transaction: the embedded engine has
 * one session, and a second one would wait for the first for ever.
 */
export function createSessions(engine: Engine, beforeCommit: (session: Session) => Promise<void>): Sessions {
  const around = new AsyncLocalStorage<OpenSession>()

  function joined(): OpenSession | null {
    const session = around.getStore()
    return session?.open ? session : null
  }

  async function begin<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const hooks: OpenSession['hooks'] = []
    const result = await engine.transaction(async (query) => {
      const session: OpenSession = {
        query: (sql, params) => (session.open ? query(sql, params) : Promise.reject(closed())),
        inTransaction: true,
        audits: [],
        afterCommit: (run) => hooks.push(run),
        open: true,
        hooks,
      }
      try {
        const value = await around.run(session, () => work(session))
        await beforeCommit(session)
        return value
      } finally {
        session.open = false
      }
    })
    for (const hook of hooks) await around.exit(async () => hook())
    return result
  }

  const loose: Session = { query: engine.query, inTransaction: false, audits: [], afterCommit: () => {} }
  const access: Access = {
    read: (work) => work(joined() ?? loose),
    alone: (work) => work(joined() ?? loose),
    write: (work) => {
      const session = joined()
      return session ? work(session) : begin(work)
    },
  }
  return {
    ...access,
    isInside: () => joined() !== null,
    transaction: (work) =>
      access.write((session) =>
        work({ read: (inner) => inner(session), alone: (inner) => inner(session), write: (inner) => inner(session) }),
      ),
  }
}

function closed(): MaatstafError {
  return new MaatstafError('transaction-over', 'the stores of a transaction were used after it ended', {
    fault: 'system',
  })
}
