import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MaatstafError } from '../errors.ts'

export type DirectoryLock = { release(): void }

/** Held by this process: the second opening of one directory here is refused as well, but storage may use a lock taken before it. */
const held = new Map<string, { used: boolean; release(): void }>()

/**
 * One process per data directory. An exclusive transaction of SQLite serves as the lock: the system frees it at once when the
 * process is killed, which a file with a number in it does not. Throws `already-running` with the pid of the holder.
 */
export function lockDirectory(dataDir: string): DirectoryLock {
  const directory = resolve(dataDir)
  if (held.has(directory)) throw running(process.pid)
  makeDirectory(directory)
  const pidFile = join(directory, 'pid')
  const database = new DatabaseSync(join(directory, 'lock'))
  try {
    database.exec('PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    throw running(pidIn(pidFile), cause)
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 })
  const release = () => {
    if (!held.delete(directory)) return
    rmSync(pidFile, { force: true })
    database.close()
  }
  held.set(directory, { used: false, release })
  return { release }
}

/** For storage: the lock that this process took before, or one of its own. */
export function useDirectory(dataDir: string): DirectoryLock {
  const directory = resolve(dataDir)
  const mine = held.get(directory)
  if (mine?.used) throw running(process.pid)
  const own = mine ? null : lockDirectory(directory)
  const entry = held.get(directory)!
  entry.used = true
  return {
    release() {
      entry.used = false
      own?.release()
    },
  }
}

function makeDirectory(directory: string): void {
  try {
    // Only its owner may look inside: the key and the sealed data lie side by side here.
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    writeFileSync(join(directory, '.writable'), '')
    rmSync(join(directory, '.writable'), { force: true })
  } catch (cause) {
    throw new MaatstafError('data-dir-unwritable', 'the data directory cannot be written to', { cause })
  }
}

function pidIn(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0
  } catch {
    return 0
  }
}

function running(pid: number, cause?: unknown): MaatstafError {
  return new MaatstafError('already-running', `already running, pid ${pid || 'unknown'}`, {
    fault: 'input',
    details: { pid },
    ...(cause === undefined ? {} : { cause }),
  })
}
