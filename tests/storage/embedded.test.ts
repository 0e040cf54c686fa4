import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../src/clock.ts'
import { silentLog } from '../../src/log.ts'
import { postgresMajor } from '../../src/storage/embedded-directory.ts'
import { lockDirectory } from '../../src/storage/lock.ts'
import { masterKeyBeside } from '../../src/storage/master-key.ts'
import { openStorage } from '../../src/storage/storage.ts'
import { engines, type Place } from './engines.ts'
import { behind } from './peek.ts'
import { anAssignment } from './samples.ts'

const embedded = engines.find(({ name }) => name === 'embedded')!
const made: string[] = []
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maatstaf-embedded-'))
  made.push(folder)
  return folder
}

let stored: Place
beforeAll(async () => {
  const { storage, place } = await embedded.open()
  stored = place
  await storage.assignments.save(anAssignment({ id: '31050' }))
  await storage.close()
})
afterAll(() => embedded.drop(stored))

/** A directory with one assignment in it, closed. */
async function closedPlace(): Promise<Place> {
  const dataDir = newFolder()
  cpSync(stored.dataDir, dataDir, { recursive: true })
  return { ...stored, dataDir }
}

const open = (place: Place) => embedded.open({ place })

describe('the first start', () => {
  it('makes directory, key and database, for their owner only, and the second finds what the first stored', async () => {
    const dataDir = join(newFolder(), 'deep', 'data')
    // Half a database, left by a first start that was killed.
    mkdirSync(join(dataDir, 'database.new', 'base'), { recursive: true, mode: 0o700 })
    const start = () =>
      openStorage({ dataDir, databaseUrl: null, masterKeys: [], clock: createClock(), log: silentLog })
    const first = await start()
    await first.assignments.save(anAssignment({ id: 'a' }))
    await first.close()
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600)
    const second = await start()
    expect(await second.assignments.get('a')).not.toBeNull()
    await second.close()
  })

  it('takes over a database that was made whole before the first start was interrupted', async () => {
    const place = await closedPlace()
    const fresh = newFolder()
    renameSync(join(place.dataDir, 'database'), join(fresh, 'database'))
    const { storage } = await open({ ...place, dataDir: fresh })
    expect(await storage.assignments.get('31050')).not.toBeNull()
    await storage.close()
  })
})

describe('the key beside the data', () => {
  it('is made once', () => {
    const folder = newFolder()
    const key = masterKeyBeside(folder)
    expect(key).toHaveLength(32)
    expect(Buffer.compare(masterKeyBeside(folder), key)).toBe(0)
  })

  it('is not made anew for data that another key sealed', async () => {
    const { dataDir } = await closedPlace()
    expect(() => masterKeyBeside(dataDir)).toThrow(expect.objectContaining({ code: 'key-missing' }))
    expect(existsSync(join(dataDir, 'key'))).toBe(false)
  })

  it('is refused when the file holds something else', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'key'), 'not a key')
    expect(() => masterKeyBeside(folder)).toThrow(expect.objectContaining({ code: 'key-damaged' }))
  })
})

describe('the lock on the directory', () => {
  it('refuses a second storage in the same process, and is free after the first closed', async () => {
    const { storage, place } = await embedded.open()
    made.push(place.dataDir)
    await expect(open(place)).rejects.toMatchObject({ code: 'already-running', details: { pid: process.pid } })
    await storage.close()
    const again = await open(place)
    await again.storage.close()
  })

  it('lets storage use the lock that this process took before', async () => {
    const { dataDir, ...rest } = await closedPlace()
    const lock = lockDirectory(dataDir)
    const { storage } = await open({ dataDir, ...rest })
    await storage.close()
    expect(() => lockDirectory(dataDir)).toThrow(expect.objectContaining({ code: 'already-running' }))
    lock.release()
    lockDirectory(dataDir).release()
  })

  it('names the other process that holds it, and is free at once when that one is killed', async () => {
    const folder = newFolder()
    const child = await holder(folder)
    expect(() => lockDirectory(folder)).toThrow(
      expect.objectContaining({ code: 'already-running', details: { pid: child.pid } }),
    )
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    lockDirectory(folder).release()
  })

  it('says when the directory cannot be made', () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    expect(() => lockDirectory(join(file, 'data'))).toThrow(expect.objectContaining({ code: 'data-dir-unwritable' }))
  })
})

async function holder(folder: string): Promise<ChildProcess> {
  const lock = join(import.meta.dirname, '../../src/storage/lock.ts')
  const script = `import { lockDirectory } from ${JSON.stringify(lock)}; lockDirectory(process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

describe('a damaged database', () => {
  const biggestTable = (dataDir: string) => {
    const folder = join(dataDir, 'database', 'base', '5')
    const sizes = readdirSync(folder).map((name) => ({
      file: join(folder, name),
      size: statSync(join(folder, name)).size,
    }))
    return sizes.sort((a, b) => b.size - a.size)[0]!.file
  }

  it.each([
    ['the whole folder', (folder: string) => rmSync(folder, { recursive: true })],
    ['the version file', (folder: string) => rmSync(join(folder, 'PG_VERSION'))],
    ['the control file', (folder: string) => rmSync(join(folder, 'global/pg_control'))],
    ['the write-ahead log', (folder: string) => rmSync(join(folder, 'pg_wal'), { recursive: true })],
    ['the transaction states', (folder: string) => rmSync(join(folder, 'pg_xact'), { recursive: true })],
    ['a table', (folder: string) => rmSync(biggestTable(join(folder, '..')))],
    ['the end of a table', (folder: string) => truncateSync(biggestTable(join(folder, '..')), 8192)],
  ])('is refused when %s is missing, and no new one takes its place', async (_, damage) => {
    const place = await closedPlace()
    damage(join(place.dataDir, 'database'))
    const before = readdirSync(place.dataDir)
    for (let n = 0; n < 2; n++) await expect(open(place)).rejects.toMatchObject({ code: 'database-damaged' })
    expect(readdirSync(place.dataDir)).toEqual(before.includes('lock') ? before : [...before, 'lock'].sort())
  })

  it('is refused when a table lost its file while it was not closed cleanly', async () => {
    const place = await closedPlace()
    const [row] = await behind(place, (sql) => sql(`SELECT pg_relation_filepath('candidates') AS path`))
    writeFileSync(join(place.dataDir, 'database.json'), JSON.stringify({ format: 1, closed: null }))
    rmSync(join(place.dataDir, 'database', String(row!['path'])))
    await expect(open(place)).rejects.toMatchObject({ code: 'database-damaged' })
  })

  it('is refused when the control file was overwritten', async () => {
    const place = await closedPlace()
    const file = join(place.dataDir, 'database/global/pg_control')
    writeFileSync(file, Buffer.alloc(readFileSync(file).length, 7))
    await expect(open(place)).rejects.toMatchObject({ code: 'database-damaged' })
  })

  it('is told from one made by a newer program', async () => {
    const place = await closedPlace()
    await behind(place, (sql) => sql('UPDATE schema_version SET version = 999'), true)
    await expect(open(place)).rejects.toMatchObject({ code: 'storage-newer', details: { found: 999 } })
  })
})

it('a directory of another PostgreSQL is told from a damaged one, and moves over by a backup and its key', async () => {
  const dataDir = newFolder()
  // Its own key, as without MAATSTAF_KEY.
  const before = await openStorage({ ...stored, dataDir, masterKeys: [], clock: createClock(), log: silentLog })
  await before.assignments.save(anAssignment({ id: '31050' }))
  await before.conversations.set('c', { said: 'verzegeld' }, { conversation: 'c' })
  await before.backup(join(newFolder(), 'copy'))
  const copy = join(made.at(-1)!, 'copy')
  await before.close()
  const version = join(dataDir, 'database/PG_VERSION')
  expect(readFileSync(version, 'utf8').trim()).toBe(postgresMajor)
  writeFileSync(version, '12\n')
  const reopen = () => openStorage({ ...stored, dataDir, masterKeys: [], clock: createClock(), log: silentLog })
  await expect(reopen()).rejects.toMatchObject({ code: 'database-other-version', details: { found: '12' } })

  // What the message says: all but the key goes elsewhere.
  const elsewhere = newFolder()
  for (const name of readdirSync(dataDir)) if (name !== 'key') renameSync(join(dataDir, name), join(elsewhere, name))
  const after = await reopen()
  await after.restore(copy)
  expect((await after.assignments.all()).map(({ id }) => id)).toEqual(['31050'])
  expect(await after.conversations.get('c')).toEqual({ said: 'verzegeld' })
  await after.close()
})

it('an embedded storage whose directory became read-only says so, and is well again after', async () => {
  const { storage, place } = await embedded.open()
  made.push(place.dataDir)
  // Root may write anywhere; a folder in the way of the probe serves as well.
  mkdirSync(join(place.dataDir, '.writable'))
  expect(await storage.health()).toMatchObject({ ok: false })
  rmSync(join(place.dataDir, '.writable'), { recursive: true })
  expect(await storage.health()).toEqual({ ok: true, detail: null })
  await storage.close()
  expect(await storage.health()).toMatchObject({ ok: false })
})
