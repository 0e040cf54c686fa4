import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createNamespace, type Entry } from './keyed.ts'
import type { Channel, Person, Stores } from './port.ts'
import { sha256 } from './sealing.ts'
import type { Access } from './session.ts'
import type { Aside } from './set-aside.ts'
import { pack, type StoredKind, unpack } from './stored.ts'
import type { Vault } from './vault.ts'

/** Conversations, channels, persons and settings: looked up by their key alone. */
export function createKeyedStores(
  access: Access,
  vault: Vault,
  aside: Aside,
  clock: Clock,
  log: Log,
): Pick<Stores, 'conversations' | 'channels' | 'persons' | 'settings'> {
  const conversations = createNamespace(access, 'conversations', log)
  const channels = createNamespace(access, 'channels', log)
  const persons = createNamespace(access, 'persons', log)
  const settings = createNamespace(access, 'settings', log)

  const readable = <T>(name: string, key: string, entry: Entry, read: () => Promise<T>): Promise<T | null> =>
    aside.orNull(
      access,
      { kind: 'keyed', id: `${name}:${key}`, owner: entry.owner ?? null, body: Buffer.from(entry.body) },
      'DELETE FROM keyed WHERE key = $1',
      read,
    )
  const plain = <T>(name: string, kind: StoredKind, key: string, entry: Entry | null): Promise<T | null> =>
    entry ? readable(name, key, entry, async () => unpack<T>(kind, entry.body)) : Promise.resolve(null)
  // A conversation's name may tell who talks; only its hash is kept.
  const place = (conversation: string) => ({ table: 'conversations', id: sha256(conversation) })

  /** What colleagues are called stands in it: sealed like what they say, with a key of the person's own. */
  const personOf = (id: string, entry: Entry) =>
    readable('persons', id, entry, () =>
      access.read((session) =>
        vault.open<Person>(session, { table: 'persons', id }, 'person', Buffer.from(entry.body, 'base64')),
      ),
    )

  return {
    conversations: {
      async get(conversation) {
        const { id } = place(conversation)
        const entry = await conversations.get(id)
        if (!entry) return null
        return readable('conversations', id, entry, () =>
          access.read((session) =>
            vault.open<unknown>(session, place(conversation), 'conversation', Buffer.from(entry.body, 'base64')),
          ),
        )
      },
      set: (conversation, state, sealFor, expiresAt) =>
        access.write(async (session) => {
          const sealed = await vault.seal(session, sealFor, place(conversation), 'conversation', state)
          await conversations.set(place(conversation).id, {
            body: Buffer.from(sealed).toString('base64'),
            owner: vault.ownerHash(sealFor),
            ...(expiresAt === undefined ? {} : { expiresAt }),
          })
        }),
      remove: async (conversation) => void (await conversations.remove(place(conversation).id)),
      hold: (conversation) =>
        access.write(
          async ({ query }) =>
            void (await query('SELECT pg_advisory_xact_lock(hashtext($1))', [`held ${place(conversation).id}`])),
        ),
      sweep: (conversation) =>
        access.write(async ({ query }) => {
          const owner = vault.ownerHash({ conversation })
          for (const table of ['files', 'set_aside']) await query(`DELETE FROM ${table} WHERE owner = $1`, [owner])
        }),
    },
    channels: {
      get: async (id) => plain<Channel>('channels', 'channel', id, await channels.get(id)),
      async all() {
        const found: Channel[] = []
        for (const [id, entry] of await channels.all()) {
          const channel = await plain<Channel>('channels', 'channel', id, entry)
          if (channel) found.push(channel)
        }
        return found
      },
      set: (channel) => channels.set(channel.id, { body: pack('channel', channel) }),
      remove: async (id) => void (await channels.remove(id)),
    },
    persons: {
      async get(id) {
        const entry = await persons.get(id)
        return entry ? personOf(id, entry) : null
      },
      async all() {
        const found: Person[] = []
        for (const [id, entry] of await persons.all()) {
          const person = await personOf(id, entry)
          if (person) found.push(person)
        }
        return found
      },
      set: (person) =>
        access.write(async (session) => {
          const owner = { conversation: `person ${person.id}` }
          const sealed = await vault.seal(session, owner, { table: 'persons', id: person.id }, 'person', person)
          await persons.set(person.id, {
            body: Buffer.from(sealed).toString('base64'),
            owner: vault.ownerHash(owner),
          })
        }),
    },
    settings: {
      async get(name) {
        const entry = await settings.get(name)
        const over = entry?.expiresAt && Temporal.Instant.compare(entry.expiresAt, clock.now()) <= 0
        return over ? null : plain<unknown>('settings', 'setting', name, entry)
      },
      set: (name, value, expiresAt) =>
        settings.set(name, { body: pack('setting', value), ...(expiresAt === undefined ? {} : { expiresAt }) }),
      remove: async (name) => void (await settings.remove(name)),
    },
  }
}
