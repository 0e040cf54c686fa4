import { MaatstafError } from '../errors.ts'
import type { Query } from './engine.ts'
import { fingerprint } from './sealing.ts'

/** The master keys of this process, told apart by their fingerprints. */
export type Masters = {
  /** Newest first. */
  prints: string[]
  /** Throws `key-unknown`. */
  key(print: string): Uint8Array
  /** The one to wrap with: the newest that every living replica has. */
  current(): string
  /** Looks which one that is now; true when it is the newest this process has. */
  choose(query: Query): Promise<boolean>
}

/**
 * `masterKeys`: newest first. During a rotation replicas are restarted one by one; what one of them wraps, those that still have the
 * old key alone must be able to open, so the new key is used when all have it.
 */
export function createMasters(masterKeys: Uint8Array[]): Masters {
  const keys = new Map(masterKeys.map((key) => [fingerprint(key), key]))
  const prints = [...keys.keys()]
  let current = prints[0]!
  return {
    prints,
    current: () => current,
    key(print) {
      const key = keys.get(print)
      if (!key) {
        throw new MaatstafError(
          'key-unknown',
          'stored data was sealed with another MAATSTAF_KEY; give that one too, after a comma',
        )
      }
      return key
    },
    async choose(query) {
      const replicas = await query<{ keys: string[] }>('SELECT keys FROM replicas')
      current = prints.find((print) => replicas.every((replica) => replica.keys.includes(print))) ?? prints.at(-1)!
      return current === prints[0]
    },
  }
}
