import { randomBytes } from 'node:crypto'
import type { Storage, Stores } from '../storage/port.ts'

const secretName = 'house:link-secret'

/**
 * Signs links; made once and kept, so that a link outlives a restart, and sealed: who steals the data can sign none. Of replicas that
 * start together the first makes it. With `keep` false it lasts as long as this process.
 */
export async function linkSecret(storage: Storage, keep: boolean): Promise<string> {
  if (!keep) return fresh()
  const read = async (stores: Pick<Stores, 'conversations'>) => {
    const known = await stores.conversations.get(secretName)
    return typeof known === 'string' ? known : null
  }
  const known = await read(storage)
  if (known !== null) return known
  return storage.transaction(async (stores) => {
    const first = await stores.turns.commit(secretName)
    const made = first ? null : await read(stores)
    if (made !== null) return made
    const secret = fresh()
    await stores.conversations.set(secretName, secret, { conversation: secretName })
    return secret
  })
}

function fresh(): string {
  return randomBytes(32).toString('base64url')
}
