import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, type Place } from './engines.ts'
import { behind } from './peek.ts'
import { aCandidate } from './samples.ts'

describe.each(engines)('keys on the $name engine', (engine) => {
  const [old, next] = [randomBytes(32), randomBytes(32)]
  const candidates = [aCandidate(), aCandidate({ owner: 'web:tom' })]
  let place: Place
  beforeAll(async () => {
    // The template was made under the key of the tests; a directory without data takes any.
    const { storage, place: made } = await engine.open({ masterKeys: [old] })
    place = made
    for (const candidate of candidates) await storage.candidates.save(candidate)
    await storage.audit.append({ who: 'web:sanne', what: 'saved', about: {}, at: '2026-07-10T10:00:00Z' })
    await storage.close()
  })
  afterAll(() => engine.drop(place))

  const openWith = (...masterKeys: Uint8Array[]) => engine.open({ place, masterKeys })

  it('refuses to open data with another key, and says so', async () => {
    await expect(openWith(next)).rejects.toMatchObject({ code: 'key-unknown' })
  })

  it('reads through a rotation, and with the new key alone after it', async () => {
    const during = await openWith(next, old)
    expect(await during.storage.candidates.get(candidates[0]!.id)).toEqual(candidates[0])
    expect(await during.storage.rewrap()).toBe(0)
    await during.storage.close()
    const after = await openWith(next)
    expect(await after.storage.candidates.all()).toHaveLength(2)
    expect(await after.storage.verifyAudit()).toEqual({ ok: true, rows: 1 })
    await after.storage.close()
    await expect(openWith(old)).rejects.toMatchObject({ code: 'key-unknown' })
  })

  it('refuses what is sealed for one record in the place of another, and keeps it aside', async () => {
    const [victim, donor] = candidates as [(typeof candidates)[0], (typeof candidates)[0]]
    await behind(
      place,
      (sql) =>
        sql('UPDATE candidates SET sealed = (SELECT sealed FROM candidates WHERE id = $1) WHERE id = $2', [
          donor.id,
          victim.id,
        ]),
      true,
    )
    const { storage } = await openWith(next)
    expect(await storage.candidates.get(victim.id)).toBeNull()
    expect(await storage.candidates.all()).toEqual([donor])
    expect(await storage.unreadable()).toMatchObject([{ kind: 'candidates', id: victim.id, code: 'seal-broken' }])
    await storage.close()
  })
})
