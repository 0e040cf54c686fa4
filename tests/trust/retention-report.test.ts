import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RetentionReport } from '../../src/assistant/retention/report.ts'
import { createRetention } from '../../src/assistant/retention/retention.ts'
import type { Candidate } from '../../src/candidates/record.ts'
import { closeParsers } from '../../src/documents/read-document.ts'
import type { Assessment } from '../../src/scoring/assessment.ts'
import { addCandidate } from '../assistant/add-candidate.ts'
import { openTestHouse, type TestHouse } from '../assistant/open-house.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { command } from '../house/shell.ts'
import { engines, type Place } from '../storage/engines.ts'
import { anAssessment } from '../storage/samples.ts'

afterAll(closeParsers)

describe.each(engines)('the report on retention ($name database)', (engine) => {
  let place: Place
  let test: TestHouse
  const ids: Record<string, string> = {}
  const codes = ['Noot', 'Mies', 'Wim', 'Zus', 'Jet', 'Teun']

  async function add(code: string, change: Partial<Candidate> = {}, outcome?: Assessment['outcome']) {
    const candidate = await addCandidate(test, { code, owner: 'cli:sanne', cv: sampleCv })
    await test.house.storage.candidates.save({ ...candidate, ...change })
    ids[code] = candidate.id
    if (outcome !== undefined)
      await test.house.storage.assessments.save(
        anAssessment(candidate.id, { assignment: '70412', outcome, judgements: {}, confirmedAt: null }),
      )
  }
  /** An intake that stops halfway: what was said of somebody who is no candidate yet. */
  const turn = async () => {
    const payload = test.message({ text: 'toets 70412' })
    const about = { attempt: 1, last: false, begunBefore: false, signal: new AbortController().signal }
    await test.house.assistant.turn({ id: payload.key, key: payload.conversation, payload, ...about })
  }
  const run = (...args: string[]) => command(test.house, ['retention', ...args])
  const report = async (...args: string[]): Promise<RetentionReport> => JSON.parse((await run('--json', ...args)).out)

  beforeAll(async () => {
    place = await engine.newPlace()
    test = await openTestHouse(place)
    await test.add('70412', samplePosting)
    const rejected = { kind: 'rejected' as const, at: '2026-07-06T10:00:00Z', points: null }
    const consent = { model: null, informed: null, keepForAYear: true, at: null }
    await add('Noot')
    await add('Mies', { sharedWith: ['cli:tom'] }, null)
    await add('Wim', {}, rejected)
    await add('Zus', { consent }, rejected)
    await add('Jet', { createdAt: '2026-01-02T10:00:00Z', files: [] })
    await add('Teun')
    await createRetention(test.house.deps).run()
    expect((await command(test.house, ['forget', 'Teun'])).code).toBe(0)
  }, 120_000)
  afterAll(async () => {
    await test.house.close()
    await engine.drop(place)
  })

  it('says of each candidate until when they are kept, counted from what, the first to go first', async () => {
    const { candidates, rules, asOf } = await report()
    expect(asOf).toBe('2026-07-10')
    expect(rules).toEqual({ afterOutcome: 28, askAfter: [28, 56], withoutOutcome: 90, withConsent: 365 })
    expect(candidates.map(({ candidate, until, why, from }) => [candidate, until, why, from])).toEqual([
      [ids['Wim'], '2026-08-03', 'outcome', '2026-07-06'],
      [ids['Noot'], '2026-10-08', 'touched', '2026-07-10'],
      [ids['Mies'], '2026-10-21', 'closing', '2026-07-23'],
      [ids['Zus'], '2027-07-06', 'outcome', '2026-07-06'],
    ])
    expect(candidates.filter(({ consented }) => consented).map(({ candidate }) => candidate)).toEqual([ids['Zus']])
    expect(candidates.find(({ candidate }) => candidate === ids['Mies'])).toMatchObject({
      owner: 'cli:sanne',
      shared: 1,
    })
    expect(candidates.some(({ overdue }) => overdue)).toBe(false)
  })

  it('says what went, when and by whom, and that it was looked at', async () => {
    const { gone, purges, since } = await report()
    expect(since).toBe('2026-04-11')
    expect(gone.map(({ candidate, how, by }) => [candidate, how, by])).toEqual([
      [ids['Jet'], 'expired', 'maatstaf'],
      [ids['Teun'], 'forgotten', 'cli'],
    ])
    expect(gone[0]?.at).toMatch(/^2026-07-10T10:0\d\+02:00$/)
    expect(purges).toMatchObject({ runs: 1, last: expect.stringMatching(/^2026-07-10T10:0/) })
    expect((await report('--since', '2026-07-11')).gone).toEqual([])
  })

  it('counts what else is kept, and until when', async () => {
    await turn()
    const { other } = await report()
    expect(other.find(({ kind }) => kind === 'conversations')).toMatchObject({ count: 1 })
    expect(other.find(({ kind }) => kind === 'conversations')?.goesBy).toMatch(/^2026-10-08T/)
  })

  it('tells a person in words, without a code or a name', async () => {
    const { code, out } = await run()
    expect(code).toBe(0)
    expect(out).toContain('Bewaartermijnen, stand van vrijdag 10 juli 2026')
    expect(out).toMatch(
      new RegExp(`${ids['Wim']}.*maandag 3 augustus 2026 · uitkomst vastgelegd op maandag 6 juli 2026`),
    )
    expect(out).toMatch(new RegExp(`${ids['Teun']}.*gewist door cli`))
    const english = (await run('--lang', 'en')).out
    expect(english).toContain('Retention as of Friday')
    for (const text of [out, english, (await run('--json')).out])
      for (const word of [...codes, 'Verzonnen', 'Waterstede']) expect(text).not.toContain(word)
  })

  it('exits with 1 when something should have gone and did not', async () => {
    const late = await run('--now', '2026-08-05T10:00:00+02:00')
    expect(late.code).toBe(1)
    expect(late.out).toContain('1 kandidaat had al weg moeten zijn')
    expect((await run('--now', '2026-08-04T10:00:00+02:00')).code).toBe(0)
    expect((await run('--since', 'gisteren')).code).toBe(2)
  })

  it('conversations that nobody goes on with go 90 days after their last turn', async () => {
    const { storage } = test.house
    await turn()
    await storage.purge(Temporal.Instant.from('2026-10-07T08:00:00Z'))
    expect(await storage.conversations.get('dm-sanne')).not.toBeNull()
    expect(await storage.purge(Temporal.Instant.from('2026-10-09T08:00:00Z'))).toMatchObject({ conversations: 1 })
    expect(await storage.conversations.get('dm-sanne')).toBeNull()
  })
})
