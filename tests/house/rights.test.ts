import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeParsers } from '../../src/documents/read-document.ts'
import { silentLog } from '../../src/log.ts'
import { fileRef, openTestHouse, settled, type TestHouse } from '../assistant/open-house.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { criteriaOf, linesOf } from '../standins/evidence-answers.ts'
import { type ChatRequest, type Reply, startModelServer } from '../standins/model-server.ts'
import { engines, type Place, type TestEngine } from '../storage/engines.ts'
import { rowsIn, traces } from '../storage/peek.ts'
import { serveHouse } from './served.ts'
import { command as runIn } from './shell.ts'
import { until, visit } from './visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'maatstaf-rights-'))
/** Words that stand in one candidate's papers and in what was said about them, and nowhere else. */
const canaries = ['Kanariepiet', 'Waterstede', 'stationsomgeving', 'Peter Proef', 'kanariebudget']

function cvWith(name: string, word: string): string {
  const path = join(folder, `${word}.txt`)
  writeFileSync(path, sampleCv.replace('K. Verzonnen', name).replace('stationsomgeving', word))
  return path
}
const first = cvWith('K. Kanariepiet', 'stationsomgeving')
const second = cvWith('R. Roodborst', 'fietsenkelder')

afterAll(closeParsers)

const command = ({ house }: TestHouse, ...args: string[]) => runIn(house, args, { cwd: folder })

/** A model that finds one line, for the criterion that it is about. */
function pointingAtOneLine(request: ChatRequest): Reply {
  if (!request.messages.at(-1)?.content.includes('criteria>')) return { content: JSON.stringify({ checks: [] }) }
  const line = linesOf(request).find(({ words }) => words.includes('fietsroutes'))
  const about = criteriaOf(request).filter(({ text }) => text.includes('bewonersparticipatie'))
  const findings = about.map(({ id, facets }) => ({
    criterion: id,
    line: line?.id ?? 0,
    quote: line?.words ?? '',
    facets: Object.keys(facets),
    how: 'whole',
  }))
  return { content: JSON.stringify({ findings }) }
}

describe.each(engines)('the rights of a candidate ($name database)', (engine: TestEngine) => {
  let place: Place
  let test: TestHouse
  let started = 0
  let purged = false
  let day = ''

  const open = async (now: string, environment: Record<string, string> = {}) => {
    purged = false
    const log = {
      ...silentLog,
      info: (event: string) => {
        purged ||= event === 'purged'
      },
    }
    test = await openTestHouse(place, { now, environment, log })
    await test.house.work()
  }
  /** The same house some days later. */
  const reopen = async (now: string, environment: Record<string, string> = {}) => {
    await test.house.close()
    await open(now, environment)
    // Once a day: a second start on the same day does not do it again.
    if (now.slice(0, 10) !== day) await until('the purge of that day', async () => purged)
    day = now.slice(0, 10)
    await settled(test.house)
  }
  const scored = async (code: string, cv: string, person = 'sanne') => {
    started++
    await test.tell({
      text: `toets ${code} voor 70412`,
      files: [fileRef(cv)],
      conversation: `dm-${person}`,
      person: { id: `cli:${person}`, guest: false },
    })
    const found = (await test.house.storage.candidates.all()).find((each) => each.code === code)
    return found!
  }

  beforeEach(async () => {
    place = await engine.newPlace()
    day = '2026-07-10'
    await open('2026-07-10T10:00:00+02:00')
    await test.add('70412', samplePosting)
  })

  afterEach(async () => {
    await test.house.close()
    await engine.drop(place)
  })

  it('an export is complete, and holds nothing of anybody else (A04)', async () => {
    const mine = await scored('KK', first)
    await scored('RR', second, 'tom')
    const { code, out } = await command(test, 'export', 'KK')
    expect(code).toBe(0)
    const told = JSON.parse(out) as {
      candidate: { id: string; code: string; files: { name: string; hash: string }[] }
      documents: { cv: string }
      assessments: { assignment: string; candidate: string; proposal: unknown }[]
    }
    expect(told.candidate).toMatchObject({ id: mine.id, code: 'KK' })
    expect(told.candidate.files.map(({ name }) => name)).toEqual(['stationsomgeving.txt'])
    expect(told.documents.cv).toContain('Kanariepiet')
    expect(told.assessments.map(({ assignment, candidate }) => [assignment, candidate])).toEqual([['70412', mine.id]])
    for (const other of ['RR', 'Roodborst', 'fietsenkelder', 'tom']) expect(out).not.toContain(other)
    const rows: string[] = []
    for await (const { what } of test.house.storage.exportAudit()) rows.push(what)
    expect(rows).toContain('candidate-exported')
  })

  it('nothing that is sealed can be read in the database or its files (A05)', async () => {
    await scored('KK', first)
    expect(await traces(place, ...canaries.slice(0, 4))).toEqual([])
  })

  it('erasing takes everything of that person, keeps the others, and says so in the log without a word (A05)', async () => {
    const mine = await scored('KK', first)
    const other = await scored('RR', second, 'tom')
    await test.tell('zij beheerde een kanariebudget')
    expect((await command(test, 'forget', 'KK')).code).toBe(0)
    const { storage } = test.house
    expect(await storage.candidates.get(mine.id)).toBeNull()
    expect(await storage.assessments.ofCandidate(mine.id)).toEqual([])
    for (const { file } of mine.files) {
      expect(await storage.files.get(file)).toBeNull()
      expect(await storage.documents.get(file)).toBeNull()
    }
    expect(JSON.stringify((await storage.conversations.get('dm-sanne')) ?? null)).not.toContain('kanariebudget')
    expect(await storage.documents.get(other.files[0]!.file)).not.toBeNull()
    expect((await storage.assessments.ofCandidate(other.id)).length).toBe(1)
    // What is left in the tables names neither the person nor a row of theirs that still holds something.
    const left = await rowsIn(place)
    const about = left.filter(({ row }) => JSON.stringify(row).includes(mine.id))
    expect(about.map(({ table }) => table).filter((table) => table !== 'ours.audit')).toEqual([])
    expect(await storage.verifyAudit()).toMatchObject({ ok: true })
    const backup = join(folder, `backup-${engine.name}-${started}`)
    await storage.backup(backup)
    const copy = gunzipSync(readFileSync(backup)).toString('latin1')
    for (const word of canaries) expect(copy).not.toContain(word)
    expect((await command(test, 'forget', 'KK')).code).toBe(1)
    expect((await command(test, 'export', 'KK')).err).toBe(
      (await command(test, 'export', 'nooit')).err.replace('nooit', 'KK'),
    )
  })

  it('a conversation about somebody else goes on when a candidate is erased', async () => {
    await scored('KK', first)
    await scored('RR', second)
    expect((await command(test, 'forget', 'KK')).code).toBe(0)
    const [again] = await test.tell('verder')
    expect(again?.text).toMatch(/knock-out/i)
    expect(again?.text).not.toContain('Er loopt hier geen toetsing')
  })

  it('a reading that is still going on does not bring an erased candidate back', async () => {
    const message = test.message({ text: 'toets KK voor 70412', files: [fileRef(first)] })
    await test.house.inbox.accept(message)
    await until('the candidate', async () => (await test.house.storage.candidates.all()).length > 0)
    await command(test, 'forget', 'KK')
    await settled(test.house)
    expect(await test.house.storage.candidates.all()).toEqual([])
    expect(await test.house.storage.assessments.ofAssignment('70412')).toEqual([])
    const state = JSON.stringify(await test.house.storage.conversations.get('dm-sanne'))
    for (const word of canaries) expect(state).not.toContain(word)
  })

  it('goes by itself 29 days after the outcome, 91 days after closing without one, a year with consent (A06)', async () => {
    const ended = await scored('KK', first)
    const forgotten = await scored('RR', second)
    const { storage } = test.house
    const [assessment] = await storage.assessments.ofCandidate(ended.id)
    await storage.assessments.save({
      ...assessment!,
      outcome: { kind: 'rejected', at: '2026-07-24T10:00:00Z', points: null },
    })
    const kept = await scored('BB', second, 'tom')
    await storage.candidates.save({ ...kept, consent: { ...kept.consent, keepForAYear: true } })
    const left = async () => (await test.house.storage.candidates.all()).map(({ code }) => code).sort()

    await reopen('2026-08-21T07:00:00+02:00')
    expect(await left()).toEqual(['BB', 'KK', 'RR'])
    await reopen('2026-08-22T07:00:00+02:00')
    expect(await left()).toEqual(['BB', 'RR'])
    // Closed on 23 July: the owner was asked meanwhile.
    await reopen('2026-08-24T07:00:00+02:00')
    await reopen('2026-10-21T07:00:00+02:00')
    expect(await left()).toEqual(['BB', 'RR'])
    await reopen('2026-10-22T07:00:00+02:00')
    expect(await left()).toEqual(['BB'])
    await reopen('2027-07-24T07:00:00+02:00')
    expect(await left()).toEqual([])
    for (const { file } of [...forgotten.files, ...kept.files])
      expect(await test.house.storage.documents.get(file)).toBeNull()
  })

  it('the owner is asked for the outcome once at each of 28 and 56 days, with buttons', async () => {
    await scored('KK', first)
    await reopen('2026-08-20T07:00:00+02:00')
    const asked = test.said.filter(({ text }) => text.includes('KK'))
    expect(asked).toHaveLength(1)
    expect(asked[0]?.text).toContain('70412')
    await reopen('2026-08-21T07:00:00+02:00')
    expect(test.said).toEqual([])
    await reopen('2026-09-18T07:00:00+02:00')
    expect(test.said.filter(({ text }) => text.includes('KK'))).toHaveLength(1)
    await test.press(/Afgewezen/)
    const [assessment] = await test.house.storage.assessments.ofAssignment('70412')
    expect(assessment?.outcome?.kind).toBe('rejected')
  })

  it('what a language model answered about a candidate is sealed like the rest and goes with the candidate (A05)', async () => {
    const model = await startModelServer(pointingAtOneLine)
    await reopen('2026-07-10T10:00:00+02:00', { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'stand-in' })
    await scored('KK', first)
    await test.press(/^Ja/)
    expect(model.requests.length).toBeGreaterThan(0)
    expect(JSON.stringify(model.requests)).not.toContain('Kanariepiet')
    const rows = async () => (await rowsIn(place)).filter(({ row }) => JSON.stringify(row).includes('model-answer'))
    expect(await traces(place, ...canaries, 'fietsroutes')).toEqual([])
    const [assessment] = await test.house.storage.assessments.ofAssignment('70412')
    expect(assessment?.proposal.engine).toBe('model')
    await command(test, 'forget', 'KK')
    expect(await rows()).toEqual([])
    await model.close()
  })

  it('a key can be rotated: read with both, rewrapped, and readable without the old one (A07)', async () => {
    const mine = await scored('KK', first)
    const [oldKey, newKey] = [7, 9].map((byte) => Buffer.alloc(32, byte).toString('base64'))
    await reopen('2026-07-10T11:00:00+02:00', { MAATSTAF_KEY: `${newKey},${oldKey}` })
    expect((await command(test, 'rewrap', '--json')).code).toBe(0)
    await test.tell('verder')
    await reopen('2026-07-10T12:00:00+02:00', { MAATSTAF_KEY: newKey! })
    expect((await test.house.storage.documents.get(mine.files[0]!.file))?.text).toContain('Kanariepiet')
    expect((await test.tell('verder'))[0]?.text).toMatch(/knock-out/i)
    await test.house.close()
    await expect(openTestHouse(place, { environment: { MAATSTAF_KEY: oldKey! } })).rejects.toMatchObject({
      code: 'key-unknown',
    })
    await open('2026-07-10T12:00:00+02:00', { MAATSTAF_KEY: newKey! })
  })
})

describe.each(engines)('in the web chat ($name database)', (engine: TestEngine) => {
  it('what was said about a candidate goes with the candidate, the transcript too (A05)', async () => {
    const place = await engine.newPlace()
    const { test, url, close } = await serveHouse(place)
    await test.add('70412', samplePosting)
    const visitor = await visit(url)
    await visitor.send({ text: 'toets KK voor 70412', file: { name: 'cv.txt', bytes: readFileSync(first) } })
    await visitor.answer()
    expect(JSON.stringify(await visitor.entries())).toContain('stationsomgeving')
    await visitor.send({ text: 'verwijder kandidaat' })
    for (let i = 0; i < 3; i++) {
      await visitor.answer()
      if ((await test.house.storage.candidates.all()).length === 0) break
      await visitor.send({ press: /^(?:Ja|Verwijder|Alles wissen|Definitief)/ })
    }
    await visitor.answer()
    expect(await test.house.storage.candidates.all()).toEqual([])
    const shown = JSON.stringify(await visitor.entries())
    for (const word of canaries) expect(shown).not.toContain(word)
    expect(await traces(place, ...canaries)).toEqual([])
    await close()
    await engine.drop(place)
  })
})
