import { Keyv } from 'keyv'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../src/log.ts'
import { openEmbedded } from '../../src/storage/embedded.ts'
import type { Engine } from '../../src/storage/engine.ts'
import { createAdapter, createNamespace, type Entry } from '../../src/storage/keyed.ts'
import { openServer } from '../../src/storage/server.ts'
import { createSessions, type Sessions } from '../../src/storage/session.ts'
import { engines, type Place } from './engines.ts'

/** What Keyv expects of a storage adapter, on our own connection. */
describe.each(engines)('the Keyv adapter on the $name engine', (testEngine) => {
  let engine: Engine
  let sessions: Sessions
  let place: Place
  beforeAll(async () => {
    const made = await testEngine.open()
    place = made.place
    await made.storage.close()
    const { schema, dataDir, databaseUrl } = place
    engine = databaseUrl
      ? await openServer({ databaseUrl, schema, log: silentLog })
      : await openEmbedded({ dataDir, schema, log: silentLog })
    sessions = createSessions(engine, async () => {})
  })
  afterAll(async () => {
    await engine.close()
    await testEngine.drop(place)
  })
  beforeEach(() => engine.query('DELETE FROM keyed'))

  const entry = (body: string): Entry => ({ body })
  const keyvOf = (namespace: string) => {
    const keyv = new Keyv<Entry>({ store: createAdapter(sessions), namespace, throwOnErrors: true })
    keyv.serialize = undefined
    keyv.deserialize = undefined
    return keyv
  }

  it('sets, gets, overwrites, deletes', async () => {
    const keyv = keyvOf('a')
    expect(await keyv.get('k')).toBeUndefined()
    expect(await keyv.set('k', entry('1'))).toBe(true)
    await keyv.set('k', entry('2'))
    expect(await keyv.get('k')).toEqual(entry('2'))
    expect(await keyv.delete('k')).toBe(true)
    expect(await keyv.delete('k')).toBe(false)
    expect(await keyv.get('k')).toBeUndefined()
  })

  it('answers for several keys at once, in their order', async () => {
    const keyv = keyvOf('a')
    await keyv.set('one', entry('1'))
    await keyv.set('two', entry('2'))
    expect(await keyv.get(['two', 'none', 'one'])).toEqual([entry('2'), undefined, entry('1')])
    expect(await keyv.has('one')).toBe(true)
    expect(await keyv.has('none')).toBe(false)
  })

  it('keeps namespaces apart, also where one is the beginning of another', async () => {
    const [short, long] = [keyvOf('a'), keyvOf('a:b')]
    await short.set('k', entry('short'))
    await long.set('k', entry('long'))
    expect(await short.get('k')).toEqual(entry('short'))
    await long.clear()
    expect(await long.get('k')).toBeUndefined()
    expect(await short.get('k')).toEqual(entry('short'))
  })

  it.each(['', '%', '_', "'; DROP TABLE keyed; --", 'é\u{1f600}', 'a:b'])('takes the key %j literally', async (key) => {
    const keyv = keyvOf('a')
    await keyv.set(key, entry('this'))
    await keyv.set(`${key}x`, entry('other'))
    expect(await keyv.get(key)).toEqual(entry('this'))
  })

  it('goes through all entries of its namespace', async () => {
    const names = createNamespace(sessions, 'all', silentLog)
    const other = createNamespace(sessions, 'al', silentLog)
    await names.set('one', { body: '1', owner: 'somebody', expiresAt: '2030-01-01T00:00:00.000Z' })
    await names.set('two', { body: '2' })
    await other.set('l:three', { body: '3' })
    expect(await names.all()).toEqual([
      ['one', { body: '1', owner: 'somebody', expiresAt: '2030-01-01T00:00:00.000Z' }],
      ['two', { body: '2' }],
    ])
  })

  it('throws what goes wrong instead of swallowing it', async () => {
    const away = () => Promise.reject(new Error('away'))
    const broken = createNamespace({ read: away, alone: away, write: away }, 'a', silentLog)
    await expect(broken.get('k')).rejects.toThrow('away')
    await expect(broken.set('k', entry('1'))).rejects.toThrow('away')
    await expect(broken.remove('k')).rejects.toThrow('away')
  })
})
