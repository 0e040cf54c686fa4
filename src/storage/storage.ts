import type { Clock } from '../clock.ts'
import { MaatstafError } from '../errors.ts'
import type { Log } from '../log.ts'
import { createAssessmentStore } from './assessment-store.ts'
import { createAssignmentStore } from './assignment-store.ts'
import { createAudit } from './audit.ts'
import { backup, restore } from './backup.ts'
import { inBatches } from './batches.ts'
import { createCandidateStore } from './candidate-store.ts'
import { createChanges } from './changes.ts'
import { createDataKeys, type DataKeys } from './data-keys.ts'
import { createDocumentStore } from './document-store.ts'
import { openEmbedded } from './embedded.ts'
import type { Engine } from './engine.ts'
import { createErase } from './erase.ts'
import { createFeedbackStore } from './feedback-store.ts'
import { createFileStore } from './file-store.ts'
import { createJobs, type Jobs, queueNames } from './jobs.ts'
import { createKeyedStores } from './keyed-stores.ts'
import { createLedger } from './ledger.ts'
import { masterKeyBeside } from './master-key.ts'
import { createMasters } from './masters.ts'
import { migrate } from './migrations.ts'
import type { Job, QueueName, Storage, Stores } from './port.ts'
import { countKept, purge } from './purge.ts'
import { joinReplicas } from './replicas.ts'
import { createSaidStore } from './said-store.ts'
import { openServer, type ServerEngine } from './server.ts'
import { type Access, createSessions } from './session.ts'
import { createAside } from './set-aside.ts'
import { createVault } from './vault.ts'
import { createWorker } from './worker.ts'

export type StorageOptions = {
  /** Where embedded data lives; unused with a server. */
  dataDir: string
  /** null = embedded. */
  databaseUrl: string | null
  /** Everything lies in this schema, pg-boss in `<schema>_boss`. */
  schema?: string
  /** Newest first, 32 bytes each; none = the one beside embedded data. */
  masterKeys: Uint8Array[]
  clock: Clock
  log: Log
}

export type OpenStorage = Storage & {
  /** A portable copy of all tables; sealed values stay sealed, so the key is needed too. Returns how many rows. */
  backup(file: string): Promise<number>
  /** Fills an empty storage from such a copy: all of it or nothing. Returns how many rows. */
  restore(file: string): Promise<number>
  /** Records that could not be read and were set aside, for `check`. `kind` is their table. */
  unreadable(): Promise<{ kind: string; id: string; at: string; code: string }[]>
}

/**
 * Opens the storage, made or migrated where needed, hands back jobs that a killed process left, and wraps keys anew after a rotation.
 * Throws `already-running`, `data-dir-unwritable`, `database-damaged`, `database-unreachable`, `storage-newer`, `key-missing`,
 * `key-unknown`.
 */
export async function openStorage(options: StorageOptions): Promise<OpenStorage> {
  const { dataDir, databaseUrl, clock, log } = options
  const schema = checkedSchema(options.schema ?? 'maatstaf')
  const masterKeys = options.masterKeys.length > 0 || databaseUrl ? options.masterKeys : [masterKeyBeside(dataDir)]
  if (masterKeys.length === 0) throw new MaatstafError('key-missing', 'MAATSTAF_KEY is required with DATABASE_URL')
  const server = databaseUrl ? await openServer({ databaseUrl, schema, log }) : null
  const engine = server ?? (await openEmbedded({ dataDir, schema, log }))
  try {
    return await assemble(engine, server, masterKeys, clock, log)
  } catch (error) {
    await engine.close().catch(() => {})
    throw error
  }
}

async function assemble(
  engine: Engine,
  server: ServerEngine | null,
  masterKeys: Uint8Array[],
  clock: Clock,
  log: Log,
): Promise<OpenStorage> {
  const channels = {
    jobs: `${engine.schema}_jobs`,
    assignments: `${engine.schema}_assignments`,
    keys: `${engine.schema}_keys`,
  }
  const masters = createMasters(masterKeys)
  const keys = createDataKeys(masters, clock, channels.keys)
  const audit = createAudit(masters)
  const sessions = createSessions(engine, ({ query, audits }) => audit.write(query, audits))
  const vault = createVault(keys)
  const aside = createAside(clock, log)
  const erase = createErase(engine, keys, log)
  const jobs = createJobs(engine, sessions, vault, clock, channels.jobs, (error) => log.error('jobs', error))
  const changes = createChanges(engine, channels.assignments)

  const sendIn = async (access: Access, queue: QueueName, job: Job) =>
    (await access.write((session) => jobs.send(session, queue, [job])))[0]!
  // What stands by itself, such as a message that came in, goes with what else comes in at that moment.
  const together = Object.fromEntries(
    queueNames.map((queue) => [
      queue,
      inBatches((sent: Job[]) => sessions.write((session) => jobs.send(session, queue, sent))),
    ]),
  ) as Record<QueueName, (job: Job) => Promise<boolean>>
  const send: Stores['jobs']['send'] = (queue, job) =>
    sessions.isInside() ? sendIn(sessions, queue, job) : together[queue](job)

  const storesOver = (access: Access, sending: Stores['jobs']['send']): Stores => ({
    assignments: createAssignmentStore(access, aside, channels.assignments),
    candidates: createCandidateStore(access, vault, aside, erase),
    assessments: createAssessmentStore(access, vault, aside),
    files: createFileStore(access, vault, keys, aside, clock),
    documents: createDocumentStore(access, vault, aside),
    said: createSaidStore(access, vault, aside),
    feedback: createFeedbackStore(access, vault, aside, clock, log),
    ...createKeyedStores(access, vault, aside, clock, log),
    ...createLedger(access, clock),
    audit: { append: (entry) => access.write(async (session) => void session.audits.push(entry)) },
    jobs: { send: sending },
  })

  await migrate(engine)
  await keys.check(engine.query)
  await startJobs(engine, jobs)
  const handBack = async (gone: number[] | null) => {
    const count = await jobs.handBackOf(gone)
    if (count > 0) log.info('jobs-handed-back', { count })
  }
  const replicas = server ? await joinReplicas(server, masters.prints, () => clock.now().toString(), handBack) : null
  const rewrap = () =>
    engine.transaction(async (query) => {
      if (server && !(await masters.choose(query))) return 0
      await audit.rewrap(query)
      return keys.rewrap(query)
    })
  await rewrap()
  // Alone on the directory: whoever had taken a job is gone.
  if (!server) await handBack(null)
  await sessions.write((session) => jobs.requeue(session))
  const worker = createWorker({ engine, sessions, jobs, vault, aside, log, replica: () => replicas?.id() ?? 1 })
  await engine.listen(
    channels.jobs,
    (queue) => worker.wake(queue as QueueName),
    () => {},
  )
  await engine.listen(channels.keys, keys.evict, () => keys.evict(null))
  await changes.start()

  return {
    ...storesOver(sessions, send),
    engine: engine.name,
    transaction: (work) =>
      sessions.transaction((access) => work(storesOver(access, (queue, job) => sendIn(access, queue, job)))),
    worker,
    onAssignmentsChanged: changes.onChanged,
    verifyAudit: (anchors) => audit.verify(sessions, anchors),
    auditHead: () => audit.head(sessions),
    exportAudit: () => audit.entries(sessions),
    async purge(now) {
      // A rotation ends when the last replica was restarted; whoever wrapped before that looks again here.
      if (masterKeys.length > 1) await rewrap()
      return purge(engine, sessions, now)
    },
    kept: () => countKept(sessions),
    rewrap,
    backup: (file) => backup(engine, clock, file),
    restore: (file) => restoreInto(file, engine, sessions, jobs, keys, channels.assignments),
    unreadable: () => aside.records(sessions),
    async health() {
      const fault = await engine.fault()
      return { ok: fault === null, detail: fault }
    },
    close: closeOnce(async () => {
      await worker.stop()
      changes.stop()
      await replicas?.close()
      await jobs.stop()
      await engine.close()
    }),
  }
}

/** pg-boss makes its tables at its first start; on a server several replicas may do so at once, which it does not survive. */
function startJobs(engine: Engine, jobs: Jobs): Promise<void> {
  if (engine.name === 'embedded') return jobs.start()
  return engine.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${engine.schema} jobs`])
    await jobs.start()
  })
}

function restoreInto(
  file: string,
  engine: Engine,
  sessions: Access,
  jobs: Jobs,
  keys: DataKeys,
  channel: string,
): Promise<number> {
  return restore(engine, file, (work) =>
    sessions.write(async (session) => {
      const rows = await work(session.query)
      await keys.check(session.query)
      await jobs.requeue(session)
      await session.query('SELECT pg_notify($1, $2)', [channel, ''])
      return rows
    }),
  )
}

function closeOnce(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}

/** The schema's name goes into statements as it is. */
function checkedSchema(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) {
    throw new MaatstafError('bad-schema', 'a schema is named with small letters, digits and _', { fault: 'usage' })
  }
  return name
}
