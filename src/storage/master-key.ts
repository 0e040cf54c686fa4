import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MaatstafError } from '../errors.ts'
import { databaseFolder } from './embedded-directory.ts'

const fileName = 'key'

/**
 * The master key kept beside embedded data, 32 bytes; made (mode 600) when there is no data yet. Throws `key-missing` when there is
 * data and no key: a new key would not open it. Throws `key-damaged` when the file is not a key.
 */
export function masterKeyBeside(dataDir: string): Uint8Array {
  const file = join(dataDir, fileName)
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, databaseFolder))) {
      throw new MaatstafError(
        'key-missing',
        'the data directory holds data but not the key that opens it; put the key file back or set MAATSTAF_KEY',
      )
    }
    make(dataDir, file)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new MaatstafError('key-damaged', 'the key file in the data directory is not a key')
  return key
}

/** Appears complete or not at all, and never over a key that another process made meanwhile. */
function make(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (cause) {
    if (!existsSync(file)) throw cause
  } finally {
    rmSync(draft, { force: true })
  }
}
