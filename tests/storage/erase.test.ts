import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from './engines.ts'
import { behind, traces } from './peek.ts'
import { aCandidate, aDocument, aJob, anAssessment, eventually } from './samples.ts'

const word = 'kanarie7f3a'

describe.each(engines)('erasing on the $name engine', (engine) => {
  let opened: Awaited<ReturnType<typeof engine.open>>
  beforeAll(async () => {
    opened = await engine.open()
  })
  afterAll(() => opened.close())

  /** A candidate with the word in everything that can be stored for one. */
  async function storeEverything(): Promise<{
    candidate: string
    file: string
    assessment: string
    conversation: string
  }> {
    const candidate = aCandidate({ code: word })
    const owner = { candidate: candidate.id }
    const assessment = anAssessment(candidate.id)
    assessment.judgements['knockout:1'] = {
      key: 'knockout:1',
      reason: word,
      by: 'web:sanne',
      at: '2026-07-10T08:00:00Z',
    }
    const [file, conversation] = [randomUUID(), randomUUID()]
    await opened.storage.transaction(async (tx) => {
      await tx.candidates.save(candidate)
      await tx.assessments.save(assessment)
      await tx.files.put(file, { bytes: Buffer.from(word), name: `${word}.txt`, type: 'text/plain' }, owner, null)
      await tx.documents.put(file, aDocument(word), owner)
      await tx.conversations.set(conversation, { about: word }, owner)
      await tx.jobs.send('posts', aJob({ payload: word, sealFor: owner }))
      await tx.audit.append({
        who: 'web:sanne',
        what: 'stored',
        about: { candidate: candidate.id },
        at: '2026-07-10T08:00:00Z',
      })
    })
    return { candidate: candidate.id, file, assessment: assessment.id, conversation }
  }

  it('never writes a word of a candidate readably, in a table or a file', async () => {
    await storeEverything()
    expect(await traces(opened.place, word)).toEqual([])
  })

  it('leaves nothing of a candidate but the audit entry, and nothing of another is touched', async () => {
    const [gone, kept] = [await storeEverything(), await storeEverything()]
    expect(await opened.storage.candidates.forget(gone.candidate)).toBe(true)
    const { candidates, assessments, files, documents, conversations } = opened.storage
    expect(await candidates.get(gone.candidate)).toBeNull()
    expect(await assessments.get(gone.assessment)).toBeNull()
    expect(await files.get(gone.file)).toBeNull()
    expect(await documents.get(gone.file)).toBeNull()
    expect(await conversations.get(gone.conversation)).toBeNull()
    expect(await candidates.get(kept.candidate)).not.toBeNull()
    expect(await assessments.get(kept.assessment)).not.toBeNull()
    expect(Buffer.from((await files.get(kept.file))!.bytes).toString()).toBe(word)
    expect(await documents.get(kept.file)).toEqual(aDocument(word))
    expect(await conversations.get(kept.conversation)).toEqual({ about: word })
    let audited = 0
    for await (const { about } of opened.storage.exportAudit()) if (about['candidate'] === gone.candidate) audited++
    expect(audited).toBe(1)
  })

  it('drops the key, so that a copy of the sealed values opens no more', async () => {
    const { candidate } = await storeEverything()
    const keyed = (sql: Parameters<Parameters<typeof behind>[1]>[0]) =>
      sql('SELECT count(*)::int AS count FROM data_keys WHERE wrapped IS NULL')
    const before = await behind(opened.place, keyed)
    await opened.storage.candidates.forget(candidate)
    const after = await behind(opened.place, keyed)
    expect(after[0]!['count']).toBe(Number(before[0]!['count']) + 1)
  })

  it('completes a waiting job whose payload was erased without handing it over', async () => {
    const { candidate } = await storeEverything()
    await opened.storage.candidates.forget(candidate)
    const seen: unknown[] = []
    await opened.storage.worker.start(
      'posts',
      async ({ payload }) => void seen.push(payload),
      async () => {},
    )
    await eventually('an empty queue', async () => {
      const { posts } = await opened.storage.worker.depth()
      return posts.waiting + posts.active === 0
    })
    await opened.storage.worker.stop()
    expect(seen.length).toBeGreaterThan(0)
    expect(await opened.storage.worker.setAside()).toEqual([])
  })

  it('stores nothing more for a candidate that was erased', async () => {
    const { candidate } = await storeEverything()
    await opened.storage.candidates.forget(candidate)
    const late = opened.storage.candidates.save(aCandidate({ id: candidate }))
    await expect(late).rejects.toMatchObject({ code: 'candidate-erased' })
    expect(await opened.storage.candidates.get(candidate)).toBeNull()
  })

  it('says when there was nothing to erase', async () => {
    expect(await opened.storage.candidates.forget(randomUUID())).toBe(false)
  })

  it('undoes an erasure with its transaction', async () => {
    const { candidate, file } = await storeEverything()
    const failing = opened.storage.transaction(async (tx) => {
      await tx.candidates.forget(candidate)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await opened.storage.candidates.get(candidate)).not.toBeNull()
    expect(await opened.storage.files.get(file)).not.toBeNull()
  })

  it('purges the keys of conversations that hold nothing any more, and keeps those in use', async () => {
    const [over, going] = [randomUUID(), randomUUID()]
    for (const conversation of [over, going]) {
      await opened.storage.conversations.set(conversation, { said: 1 }, { conversation })
    }
    await opened.storage.conversations.remove(over)
    const hence = Temporal.Now.instant().add({ hours: 2 })
    expect((await opened.storage.purge(hence))['keys']).toBeGreaterThanOrEqual(1)
    expect(await opened.storage.conversations.get(going)).toEqual({ said: 1 })
    await opened.storage.conversations.set(over, { said: 2 }, { conversation: over })
    expect(await opened.storage.conversations.get(over)).toEqual({ said: 2 })
  })
})
