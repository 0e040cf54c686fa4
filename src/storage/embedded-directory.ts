import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { MaatstafError } from '../errors.ts'

/** Layout of a data directory: the database, and beside it what it looked like when it was last closed. */
export const databaseFolder = 'database'
const draftFolder = 'database.new'
const manifestName = 'database.json'

/**
 * What it looked like at the last clean close; null while it is open or after a crash. `files`: path → bytes. `control`: hash of the
 * file that every start of a database changes: another one means that some other program had it open since, and sizes tell nothing.
 */
type Manifest = { format: 1; closed: { files: Record<string, number>; control: string } | null }

const controlFile = 'global/pg_control'

/** Without these PostgreSQL would not start, or a new database would silently take the place of the old one. */
const essential = ['PG_VERSION', controlFile, 'global/pg_filenode.map', 'base', 'pg_wal', 'pg_xact']

/** The PostgreSQL inside the PGlite that package.json names; each reads only its own files. */
export const postgresMajor = '18'

/** What is there: nothing yet, or a database that looks whole. Throws `database-damaged` or `database-other-version` otherwise. */
export function inspectDirectory(dataDir: string): 'empty' | 'database' {
  const folder = join(dataDir, databaseFolder)
  const manifest = readManifest(dataDir)
  if (!existsSync(folder)) {
    if (manifest !== null) throw damaged(databaseFolder)
    // Left by a first start that was interrupted: nothing was ever stored in it.
    rmSync(join(dataDir, draftFolder), { recursive: true, force: true })
    return 'empty'
  }
  for (const path of essential) if (!existsSync(join(folder, path))) throw damaged(path)
  if (readdirSync(join(folder, 'pg_wal')).every((name) => !/^[0-9A-F]{24}$/.test(name))) throw damaged('pg_wal')
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (/^\d+$/.test(major) && major !== postgresMajor) throw otherVersion(major)
  const closed = manifest?.closed
  if (closed && closed.control === controlHash(folder)) {
    for (const [path, size] of Object.entries(closed.files))
      if (sizeOf(join(folder, path)) !== size) throw damaged(path)
  }
  return 'database'
}

/** Where the first start builds the database before it counts as one. */
export function draftOf(dataDir: string): string {
  return join(dataDir, draftFolder)
}

export function adoptDraft(dataDir: string): void {
  renameSync(draftOf(dataDir), join(dataDir, databaseFolder))
}

/** From now on sizes change: an unclean end must not be compared with the last clean one. */
export function markOpen(dataDir: string): void {
  writeManifest(dataDir, { format: 1, closed: null })
}

/** Remembers every file and its size, so that one that is missing or cut short is noticed at the next start. */
export function markClosed(dataDir: string): void {
  const folder = join(dataDir, databaseFolder)
  const files: Record<string, number> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !entry.name.endsWith('.pid')) files[relative(folder, path)] = statSync(path).size
  }
  writeManifest(dataDir, { format: 1, closed: { files, control: controlHash(folder) } })
}

/** Paths that the catalogue names and the folder lacks. */
export function missingFiles(dataDir: string, paths: string[]): string[] {
  const folder = join(dataDir, databaseFolder)
  return paths.filter((path) => !existsSync(join(folder, path)))
}

export function damaged(path: string, cause?: unknown): MaatstafError {
  return new MaatstafError(
    'database-damaged',
    `the database in the data directory is damaged (${path}); restore a backup, or move the directory away to begin anew`,
    { fault: 'system', details: { path }, ...(cause === undefined ? {} : { cause }) },
  )
}

function otherVersion(found: string): MaatstafError {
  return new MaatstafError(
    'database-other-version',
    `the database in the data directory is of PostgreSQL ${found}, this version of Maatstaf brings ${postgresMajor}; take a backup with the version that made it, move the directory away but for its key file, and restore`,
    { details: { found, known: postgresMajor } },
  )
}

function readManifest(dataDir: string): Manifest | null {
  const file = join(dataDir, manifestName)
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest
  } catch (cause) {
    throw damaged(manifestName, cause)
  }
}

function writeManifest(dataDir: string, manifest: Manifest): void {
  const file = join(dataDir, manifestName)
  const draft = `${file}.new`
  writeFileSync(draft, JSON.stringify(manifest), { mode: 0o600 })
  const handle = openSync(draft, 'r')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, file)
}

function controlHash(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, controlFile)))
    .digest('hex')
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size
  } catch {
    return null
  }
}
