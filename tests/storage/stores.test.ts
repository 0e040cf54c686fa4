import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFixedClock } from '../../src/clock.ts'
import { engines } from './engines.ts'
import { traces } from './peek.ts'
import { aCandidate, aChannel, aDocument, anAssessment, anAssignment } from './samples.ts'

const start = '2026-07-10T10:00:00Z'

describe.each(engines)('the stores on the $name engine', (engine) => {
  const clock = createFixedClock(start)
  let opened: Awaited<ReturnType<typeof engine.open>>
  beforeAll(async () => {
    opened = await engine.open({ clock })
  })
  afterAll(() => opened.close())
  const stores = () => opened.storage

  it('gives back an assignment as it was saved, and the later of two', async () => {
    const assignment = anAssignment({ text: 'NUL \u0000, half a pair \ud83d, “aanhaling” en café' })
    await stores().assignments.save(assignment)
    expect(await stores().assignments.get(assignment.id)).toEqual(assignment)
    const later = { ...assignment, revision: 2, state: 'ours' as const }
    await stores().assignments.save(later)
    expect(await stores().assignments.get(assignment.id)).toEqual(later)
    expect((await stores().assignments.all()).filter(({ id }) => id === assignment.id)).toEqual([later])
  })

  it('says whether there was an assignment to remove', async () => {
    const assignment = anAssignment()
    await stores().assignments.save(assignment)
    expect(await stores().assignments.remove(assignment.id)).toBe(true)
    expect(await stores().assignments.remove(assignment.id)).toBe(false)
    expect(await stores().assignments.get(assignment.id)).toBeNull()
  })

  it('shows a candidate to its owner and to those it was shared with, and to nobody else', async () => {
    const [owner, friend, stranger] = [randomUUID(), randomUUID(), randomUUID()]
    const candidate = aCandidate({ owner, sharedWith: [friend] })
    await stores().candidates.save(candidate)
    expect(await stores().candidates.visibleTo(owner)).toEqual([candidate])
    expect(await stores().candidates.visibleTo(friend)).toEqual([candidate])
    expect(await stores().candidates.visibleTo(stranger)).toEqual([])
    await stores().candidates.save({ ...candidate, owner: friend, sharedWith: [] })
    expect(await stores().candidates.visibleTo(owner)).toEqual([])
    expect((await stores().candidates.all()).some(({ id }) => id === candidate.id)).toBe(true)
  })

  it('finds assessments by assignment and by candidate', async () => {
    const [one, other] = [aCandidate(), aCandidate()]
    const assessment = anAssessment(one.id)
    const rival = anAssessment(other.id, { assignment: assessment.assignment })
    for (const each of [assessment, rival]) await stores().assessments.save(each)
    expect(await stores().assessments.get(assessment.id)).toEqual(assessment)
    expect(await stores().assessments.ofCandidate(one.id)).toEqual([assessment])
    expect((await stores().assessments.ofAssignment(assessment.assignment)).map(({ id }) => id).sort()).toEqual(
      [assessment.id, rival.id].sort(),
    )
  })

  it.each([0, 1, 262_144, 262_145, 3_000_000])('gives back a file of %i bytes byte for byte', async (size) => {
    const id = randomUUID()
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256)
    await stores().files.put(id, { bytes, name: 'cv é.pdf', type: 'application/pdf' }, { conversation: 'c' }, null)
    const found = await stores().files.get(id)
    expect(found).toMatchObject({ name: 'cv é.pdf', type: 'application/pdf' })
    expect(Buffer.compare(Buffer.from(found!.bytes), Buffer.from(bytes))).toBe(0)
  })

  it('keeps a file until it expires by our clock, and for good once a candidate adopted it', async () => {
    const [kept, lost] = [randomUUID(), randomUUID()]
    const file = { bytes: Buffer.from('cv'), name: 'cv.txt', type: 'text/plain' }
    for (const id of [kept, lost]) await stores().files.put(id, file, { conversation: 'c' }, '2026-07-10T11:00:00Z')
    await stores().files.adopt(kept, { candidate: randomUUID() })
    clock.set('2026-07-10T11:00:00Z')
    expect(await stores().files.get(kept)).not.toBeNull()
    expect(await stores().files.get(lost)).toBeNull()
    clock.set(start)
  })

  it('keeps what was read from a file, the newest reading', async () => {
    const id = randomUUID()
    await stores().documents.put(id, aDocument('eerste'), { conversation: 'c' })
    await stores().documents.put(id, aDocument('tweede'), { candidate: randomUUID() })
    expect(await stores().documents.get(id)).toEqual(aDocument('tweede'))
    expect(await stores().documents.get(randomUUID())).toBeNull()
  })

  it('gives back any state of a conversation that JSON can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), async (conversation, state) => {
        await stores().conversations.set(conversation, state, { conversation })
        expect(await stores().conversations.get(conversation)).toEqual(JSON.parse(JSON.stringify(state)))
        await stores().conversations.remove(conversation)
        expect(await stores().conversations.get(conversation)).toBeNull()
      }),
      { numRuns: 25 },
    )
  })

  it('keeps channels, persons and settings by their key, and what a person is called sealed', async () => {
    const channel = aChannel()
    await stores().channels.set(channel)
    await stores().channels.set({ ...channel, digest: 'on' })
    expect(await stores().channels.get(channel.id)).toEqual({ ...channel, digest: 'on' })
    expect((await stores().channels.all()).filter(({ id }) => id === channel.id)).toHaveLength(1)
    await stores().channels.remove(channel.id)
    expect(await stores().channels.get(channel.id)).toBeNull()
    const person = { id: randomUUID(), language: 'nl' as const, personal: null, name: 'Kanarie van Storm' }
    await stores().persons.set(person)
    expect(await stores().persons.get(person.id)).toEqual(person)
    expect(await stores().persons.all()).toContainEqual(person)
    expect(await traces(opened.place, 'Kanarie van Storm')).toEqual([])
    await stores().settings.set('offset', { ms: 5 })
    expect(await stores().settings.get('offset')).toEqual({ ms: 5 })
    await stores().settings.remove('offset')
    expect(await stores().settings.get('offset')).toBeNull()
  })

  it('forgets a setting at the moment it expires by our clock', async () => {
    await stores().settings.set('link', true, '2026-07-10T12:00:00Z')
    clock.set('2026-07-10T11:59:59Z')
    expect(await stores().settings.get('link')).toBe(true)
    clock.set('2026-07-10T12:00:00Z')
    expect(await stores().settings.get('link')).toBeNull()
    clock.set(start)
  })

  it('commits a turn once', async () => {
    const key = randomUUID()
    expect(await stores().turns.committed(key)).toBe(false)
    const answers = await Promise.all([1, 2, 3].map(() => stores().turns.commit(key)))
    expect(answers.filter(Boolean)).toEqual([true])
    expect(await stores().turns.committed(key)).toBe(true)
  })

  it('remembers which message a post became', async () => {
    const key = randomUUID()
    expect(await stores().posts.find(key)).toBeNull()
    await stores().posts.remember(key, 'ts-1')
    await stores().posts.remember(key, 'ts-2')
    expect(await stores().posts.find(key)).toBe('ts-2')
  })

  it('begins a post once: what is known of it is told, and stays, but for one that was not there', async () => {
    const marks = { trying: 'trying', notThere: 'not-there' }
    const begin = (key: string) => stores().posts.begin(key, marks)
    const key = randomUUID()
    expect(await begin(key)).toBeNull()
    expect(await begin(key)).toBe('trying')
    await stores().posts.remember(key, 'not-there')
    expect(await begin(key)).toBe('not-there')
    expect(await stores().posts.find(key)).toBe('trying')
    await stores().posts.remember(key, 'ts-1')
    expect(await begin(key)).toBe('ts-1')
    expect(await stores().posts.find(key)).toBe('ts-1')
  })

  it('does all of a transaction or nothing of it', async () => {
    const [kept, lost] = [aCandidate(), aCandidate()]
    await stores().transaction(async (tx) => {
      await tx.candidates.save(kept)
      expect(await tx.candidates.get(kept.id)).toEqual(kept)
      await tx.turns.commit(kept.id)
    })
    const failing = stores().transaction(async (tx) => {
      await tx.candidates.save(lost)
      await tx.turns.commit(lost.id)
      await tx.audit.append({ who: 'web:sanne', what: 'lost', about: {}, at: start })
      throw new Error('halfway')
    })
    await expect(failing).rejects.toThrow('halfway')
    expect(await stores().candidates.get(kept.id)).toEqual(kept)
    expect(await stores().candidates.get(lost.id)).toBeNull()
    expect(await stores().turns.committed(lost.id)).toBe(false)
    for await (const { what } of stores().exportAudit()) expect(what).not.toBe('lost')
  })

  it('joins the transaction when the outer stores are used inside one, instead of waiting for it', async () => {
    const candidate = aCandidate()
    const failing = stores().transaction(async () => {
      await stores().candidates.save(candidate)
      await stores().transaction(async (inner) => inner.turns.commit(candidate.id))
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(await stores().candidates.get(candidate.id)).toBeNull()
    expect(await stores().turns.committed(candidate.id)).toBe(false)
  })

  it('refuses the stores of a transaction that is over', async () => {
    const left = await stores().transaction(async (tx) => tx)
    await expect(left.turns.commit('late')).rejects.toMatchObject({ code: 'transaction-over' })
  })

  it('purges what has expired, counts it, and keeps what has not', async () => {
    const expired = { bytes: Buffer.from('x'), name: 'x', type: 'x' }
    await stores().files.put(randomUUID(), expired, { conversation: 'purged' }, '2026-07-11T00:00:00Z')
    await stores().turns.commit('long ago')
    await stores().settings.set('soon', 1, '2026-07-11T00:00:00Z')
    await stores().settings.set('for good', 1)
    const candidate = aCandidate()
    await stores().candidates.save(candidate)
    const day = await opened.storage.purge(Temporal.Instant.from('2026-07-11T11:30:00Z'))
    expect(day).toMatchObject({ turns: 0 })
    expect(day['files']).toBeGreaterThanOrEqual(1)
    expect(day['settings']).toBeGreaterThanOrEqual(1)
    expect(await stores().turns.committed('long ago')).toBe(true)
    const later = await opened.storage.purge(Temporal.Instant.from('2026-07-11T12:00:01Z'))
    expect(later['turns']).toBeGreaterThanOrEqual(1)
    expect(await stores().turns.committed('long ago')).toBe(false)
    expect(await stores().settings.get('for good')).toBe(1)
    expect(await stores().candidates.get(candidate.id)).toEqual(candidate)
  })

  it('is healthy', async () => {
    expect(await stores().health()).toEqual({ ok: true, detail: null })
  })
})
