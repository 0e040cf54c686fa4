import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Clock, createClock } from '../../src/clock.ts'
import { type Log, silentLog } from '../../src/log.ts'
import { type OpenStorage, openStorage } from '../../src/storage/storage.ts'

/** Where a storage lies: opening the same place again is a restart, on a server also another replica. */
export type Place = { dataDir: string; databaseUrl: string | null; schema: string }

export type OpenOptions = { clock?: Clock; log?: Log; masterKeys?: Uint8Array[]; place?: Place }

export type TestEngine = {
  name: 'embedded' | 'server'
  /** A new storage of its own, or the one at `place`. `close` also removes it, unless it was opened at a given place. */
  open(options?: OpenOptions): Promise<{ storage: OpenStorage; place: Place; close(): Promise<void> }>
  /** Where a storage may be opened, also by several at once where the engine allows it. */
  newPlace(): Promise<Place>
  /** The same for the real program, which is told a database but no schema. */
  newDatabase(): Promise<Place>
  /** Removes what lies there. */
  drop(place: Place): Promise<void>
}

export const testKey: Uint8Array = new Uint8Array(32).fill(7)
const schema = 'maatstaf'

const embedded: TestEngine = {
  name: 'embedded',
  async open(options = {}) {
    return opened(embedded, options.place ?? (await newDirectory()), options)
  },
  newPlace: newDirectory,
  newDatabase: newDirectory,
  async drop({ dataDir }) {
    rmSync(dataDir, { recursive: true, force: true })
  },
}

const serverUrl = process.env['DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/test'

const server: TestEngine = {
  name: 'server',
  async open(options = {}) {
    return opened(server, options.place ?? (await server.newPlace()), options)
  },
  async newPlace() {
    return { dataDir: '', databaseUrl: serverUrl, schema: `test_${randomBytes(8).toString('hex')}` }
  },
  async newDatabase() {
    const name = `test_${randomBytes(8).toString('hex')}`
    await onServer((client) => client.query(`CREATE DATABASE ${name}`))
    const url = new URL(serverUrl)
    url.pathname = `/${name}`
    return { dataDir: '', databaseUrl: url.toString(), schema }
  },
  async drop(place) {
    await onServer(async (client) => {
      const name = new URL(place.databaseUrl ?? serverUrl).pathname.slice(1)
      if (name.startsWith('test_')) return void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
      await client.query(`DROP SCHEMA IF EXISTS ${place.schema} CASCADE`)
      await client.query(`DROP SCHEMA IF EXISTS ${place.schema}_boss CASCADE`)
    })
  },
}

const serverAnswers = await onServer(async () => true).catch(() => false)
if (!serverAnswers) console.info('storage: no PostgreSQL server answers, only the embedded engine is tested')

/** Every engine there is here; each test runs once on each. */
export const engines: TestEngine[] = serverAnswers ? [embedded, server] : [embedded]

async function opened(engine: TestEngine, place: Place, options: OpenOptions) {
  const storage = await openStorage({
    ...place,
    masterKeys: options.masterKeys ?? [testKey],
    clock: options.clock ?? createClock(),
    log: options.log ?? silentLog,
  })
  return {
    storage,
    place,
    async close() {
      await storage.close()
      if (!options.place) await engine.drop(place)
    },
  }
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 1500 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A copy of one directory that was made before, since making a database takes seconds. */
async function newDirectory(): Promise<Place> {
  const template = await templateDirectory()
  const dataDir = mkdtempSync(join(tmpdir(), 'maatstaf-test-'))
  cpSync(template, dataDir, { recursive: true })
  return { dataDir, databaseUrl: null, schema }
}

/** Made once for this version of the schema, kept between runs; whoever comes first makes it, others wait. */
async function templateDirectory(): Promise<string> {
  const template = join(tmpdir(), `maatstaf-template-${versionOfSchema()}`)
  const claim = `${template}.claim`
  while (!existsSync(template)) {
    if (!claimed(claim)) {
      await sleep(100)
      continue
    }
    const draft = mkdtempSync(`${template}.`)
    const storage = await openStorage({
      dataDir: draft,
      databaseUrl: null,
      schema,
      masterKeys: [testKey],
      clock: createClock(),
      log: silentLog,
    })
    await storage.close()
    rmSync(join(draft, 'lock'), { force: true })
    if (!existsSync(template)) renameSync(draft, template)
    rmSync(claim, { recursive: true, force: true })
  }
  return template
}

function claimed(claim: string): boolean {
  try {
    mkdirSync(claim)
    return true
  } catch {
    // Left by a run that was killed.
    if (existsSync(claim) && statSync(claim).mtimeMs < performance.timeOrigin + performance.now() - 60_000) {
      rmSync(claim, { recursive: true, force: true })
    }
    return false
  }
}

function versionOfSchema(): string {
  const root = resolve(import.meta.dirname, '../..')
  const hash = createHash('sha256')
  for (const file of ['migrations.ts', 'jobs.ts', 'embedded.ts', 'embedded-directory.ts']) {
    hash.update(readFileSync(join(root, 'src/storage', file)))
  }
  hash.update(readFileSync(join(root, 'package.json')))
  return hash.digest('hex').slice(0, 12)
}
