import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Definition, pack, unpack, unpackAs } from '../../src/storage/stored.ts'
import { engines } from './engines.ts'
import { behind } from './peek.ts'
import { aCandidate, aChannel, aDocument, anAssessment, anAssignment } from './samples.ts'

describe('stored documents', () => {
  it.each([
    ['assignment', anAssignment()],
    ['candidate', aCandidate()],
    ['assessment', anAssessment('c')],
    ['document', aDocument('tekst')],
    ['channel', aChannel()],
  ] as const)('an %s comes back as it was, with fields a later version added', (kind, value) => {
    const later = { ...value, added: { later: true } }
    expect(unpack(kind, pack(kind, later))).toEqual(later)
  })

  it('refuses what is no document of its kind, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => pack('candidate', value)),
        ),
        (body) => {
          expect(() => unpack('candidate', body)).toThrow(expect.objectContaining({ code: 'unreadable' }))
        },
      ),
    )
  })

  it('are brought up from any older version, one step at a time', () => {
    const definition: Definition = {
      version: 3,
      shape: z.object({ hours: z.object({ min: z.number(), max: z.number() }) }),
      upgrades: {
        1: (old) => ({ hours: Number((old as { hours: string }).hours) }),
        2: (old) => ({ hours: { min: (old as { hours: number }).hours, max: (old as { hours: number }).hours } }),
      },
    }
    const now = { hours: { min: 24, max: 24 } }
    expect(unpackAs('x', definition, JSON.stringify({ v: 1, d: { hours: '24' } }))).toEqual(now)
    expect(unpackAs('x', definition, JSON.stringify({ v: 2, d: { hours: 24 } }))).toEqual(now)
    expect(unpackAs('x', definition, JSON.stringify({ v: 3, d: now }))).toEqual(now)
    const gap = { ...definition, upgrades: {} }
    expect(() => unpackAs('x', gap, JSON.stringify({ v: 1, d: now }))).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    )
  })

  it('does not take a newer version for a damaged one', () => {
    const newer = JSON.stringify({ v: 2, d: aCandidate() })
    expect(() => unpack('candidate', newer)).toThrow(expect.objectContaining({ code: 'stored-newer' }))
  })
})

describe.each(engines)('unreadable records on the $name engine', (engine) => {
  it('are set aside and reported, and the others are read on', async () => {
    const first = await engine.open()
    const { place } = first
    const [good, bad] = [anAssignment(), anAssignment()]
    for (const each of [good, bad]) await first.storage.assignments.save(each)
    await first.storage.conversations.set('c', { step: 1 }, { conversation: 'c' })
    await first.storage.channels.set(aChannel({ id: 'general' }))
    await first.storage.close()
    await behind(
      place,
      async (sql) => {
        await sql(`UPDATE assignments SET body = '{"v":1,"d":{"id":5}}' WHERE id = $1`, [bad.id])
        await sql(`UPDATE keyed SET value = 'not a document'`)
      },
      true,
    )
    const { storage } = await engine.open({ place })
    expect(await storage.assignments.all()).toEqual([good])
    expect(await storage.assignments.get(bad.id)).toBeNull()
    expect(await storage.conversations.get('c')).toBeNull()
    expect(await storage.channels.all()).toEqual([])
    expect((await storage.unreadable()).map(({ kind, code }) => `${kind} ${code}`).sort()).toEqual([
      'assignments unreadable',
      'keyed seal-broken',
      'keyed unreadable',
    ])
    await storage.assignments.save(bad)
    expect(await storage.assignments.get(bad.id)).toEqual(bad)
    await storage.close()
    await engine.drop(place)
  })
})
