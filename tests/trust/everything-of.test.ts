import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeParsers, readDocument } from '../../src/documents/read-document.ts'
import { addCandidate } from '../assistant/add-candidate.ts'
import { openTestHouse, type TestHouse } from '../assistant/open-house.ts'
import { sampleCv } from '../assistant/sample-posting.ts'
import { command } from '../house/shell.ts'
import { engines, type Place } from '../storage/engines.ts'
import { anAssessment } from '../storage/samples.ts'

afterAll(closeParsers)

// No storage of its own: one engine is enough.
describe('an export of a candidate', () => {
  let place: Place
  let test: TestHouse

  beforeEach(async () => {
    place = await engines[0]!.newPlace()
    test = await openTestHouse(place)
  })
  afterEach(async () => {
    await test.house.close()
    await engines[0]!.drop(place)
  })

  it('has the papers also where nothing was scored, or the assignment is gone, and every version of them', async () => {
    const { storage } = test.house
    const candidate = await addCandidate(test, {
      code: 'KV',
      owner: 'cli:sanne',
      cv: sampleCv,
      sharedWith: ['cli:tom'],
    })
    const exported = async () => JSON.parse((await command(test.house, ['export', 'KV'])).out)
    expect((await exported()).documents.cv).toContain('Verzonnen')
    await storage.assessments.save(anAssessment(candidate.id, { assignment: 'removed' }))
    const newer = await readDocument(new TextEncoder().encode(`${sampleCv}\nVrijwilliger bij de molen\n`), 'cv.txt')
    await storage.documents.put('newer', newer, { candidate: candidate.id })
    const [first] = candidate.files
    await storage.candidates.save({ ...candidate, files: [first!, { ...first!, file: 'newer', version: 2 }] })
    const all = await exported()
    expect(all.documents.cv).toContain('molen')
    expect(all.earlier).toMatchObject([{ kind: 'cv', version: 1, text: expect.stringContaining('Verzonnen') }])
    expect(all.assessments).toHaveLength(1)
    expect(JSON.stringify(all)).not.toContain('cli:tom')
  })
})
