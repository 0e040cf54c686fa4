import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from './engines.ts'
import { aCandidate, aChannel, aDocument, aJob, anAssessment, anAssignment, eventually } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'maatstaf-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pairs = engines.flatMap((from) => engines.map((to) => ({ from, to, title: `${from.name} to ${to.name}` })))

describe.each(pairs)('a backup taken from $title', ({ from, to }) => {
  it('gives back everything, goes on with waiting jobs, and is sealed', async () => {
    const source = await from.open()
    const candidate = aCandidate({ code: 'kanarie' })
    const assignment = anAssignment({ text: 'regel\u2028regel \u0000 “é” \ud83d' })
    const assessment = anAssessment(candidate.id)
    const file = randomUUID()
    const bytes = Uint8Array.from({ length: 600_000 }, (_, n) => n % 251)
    await source.storage.transaction(async (tx) => {
      await tx.assignments.save(assignment)
      await tx.candidates.save(candidate)
      await tx.assessments.save(assessment)
      await tx.files.put(file, { bytes, name: 'cv.pdf', type: 'application/pdf' }, { candidate: candidate.id }, null)
      await tx.documents.put(file, aDocument('kanarie'), { candidate: candidate.id })
      await tx.conversations.set('c', { step: 3 }, { candidate: candidate.id })
      await tx.channels.set(aChannel({ id: 'general' }))
      await tx.turns.commit('turn')
      await tx.audit.append({ who: 'p', what: 'did', about: { n: 1 }, at: '2026-07-10T10:00:00Z' })
      for (let n = 0; n < 3; n++) await tx.jobs.send('turns', aJob({ key: 'k', payload: n }))
    })
    const path = join(folder, randomUUID())
    const rows = await source.storage.backup(path)
    await source.close()
    expect(gunzipSync(readFileSync(path)).toString()).not.toContain('kanarie')

    const target = await to.open()
    const { storage } = target
    expect(await storage.restore(path)).toBe(rows)
    expect(await storage.assignments.get(assignment.id)).toEqual(assignment)
    expect(await storage.candidates.all()).toEqual([candidate])
    expect(await storage.assessments.get(assessment.id)).toEqual(assessment)
    expect(Buffer.compare(Buffer.from((await storage.files.get(file))!.bytes), bytes)).toBe(0)
    expect(await storage.conversations.get('c')).toEqual({ step: 3 })
    expect(await storage.channels.all()).toHaveLength(1)
    expect(await storage.turns.commit('turn')).toBe(false)
    expect(await storage.verifyAudit()).toEqual({ ok: true, rows: 1 })
    const seen: unknown[] = []
    await storage.worker.start(
      'turns',
      async ({ payload }) => void seen.push(payload),
      async () => {},
    )
    await eventually('the waiting jobs', () => seen.length === 3)
    expect(seen).toEqual([0, 1, 2])
    await storage.jobs.send('turns', aJob({ key: 'k', payload: 'new' }))
    await eventually('a new job', () => seen.length === 4)
    await target.close()
  })
})

describe('restoring', () => {
  const [engine] = engines as [(typeof engines)[0]]
  const whole = join(folder, 'whole')
  let empty: Awaited<ReturnType<typeof engine.open>>
  beforeAll(async () => {
    const { storage, close } = await engine.open()
    await storage.assignments.save(anAssignment())
    await storage.backup(whole)
    await close()
    empty = await engine.open()
  })
  afterAll(() => empty.close())

  it('refuses a storage with data in it', async () => {
    const { storage, close } = await engine.open()
    await storage.persons.set({ id: 'p', language: 'nl', personal: null })
    await expect(storage.restore(whole)).rejects.toMatchObject({ code: 'restore-not-empty' })
    await close()
  })

  it.each([
    ['cut short', (path: string) => truncateSync(path, readFileSync(path).length - 20)],
    ['no backup', (path: string) => writeFileSync(path, 'hallo')],
    ['of another kind', (path: string) => writeFileSync(path, gzipSync('{"a":1}\n'))],
    [
      'changed inside',
      (path: string) =>
        writeFileSync(path, gzipSync(gunzipSync(readFileSync(path)).toString().replace('Veldbrug', 'Waldburg'))),
    ],
    [
      'without its last lines',
      (path: string) => {
        const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
        writeFileSync(path, gzipSync(`${lines.slice(0, -1).join('\n')}\n`))
      },
    ],
  ])('refuses a file that is %s, and stores nothing of it', async (_, spoil) => {
    const path = join(folder, randomUUID())
    copyFileSync(whole, path)
    spoil(path)
    await expect(empty.storage.restore(path)).rejects.toMatchObject({ code: 'backup-unreadable' })
    expect(await empty.storage.assignments.all()).toEqual([])
  })

  it('refuses data that was sealed with a key that is not given', async () => {
    const source = await engine.open()
    await source.storage.candidates.save(aCandidate())
    const path = join(folder, randomUUID())
    await source.storage.backup(path)
    await source.close()
    const target = await engine.open({ masterKeys: [new Uint8Array(32).fill(9)] })
    await expect(target.storage.restore(path)).rejects.toMatchObject({ code: 'key-unknown' })
    expect(await target.storage.candidates.all()).toEqual([])
    await target.close()
  })
})
