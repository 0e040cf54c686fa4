import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReport } from '../../src/assistant/interviews/report-data.ts'
import { parseConversation } from '../../src/assistant/turn/conversation.ts'
import { formatAddress } from '../../src/chat/address.ts'
import type { Incoming, Outgoing } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { closeParsers, readDocument } from '../../src/documents/read-document.ts'
import { aboutState, parseState } from '../../src/interview/interview.ts'
import { reportPage } from '../../src/interview/report-page.ts'
import { fileRef, openTestHouse, settled, type TestHouse } from '../assistant/open-house.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { engines, type Place } from '../storage/engines.ts'

afterAll(closeParsers)

const code = 'ZQX7'
const [sanne, tom, admin] = ['slack:T1/U1', 'slack:T1/U2', 'slack:T1/ADMIN']
const cv = join(mkdtempSync(join(tmpdir(), 'maatstaf-colleague-')), 'cv.txt')
writeFileSync(cv, sampleCv)

type Ask = Partial<Pick<Incoming, 'text' | 'files'>> & {
  first?: string
  press?: string
  values?: Record<string, string>
}

/** What a colleague with whom a candidate was shared may try, and whose it is. */
const tries: [string, string, Ask][] = [
  ['erasing, in words', 'erase', { text: 'verwijder kandidaat' }],
  ['erasing, by a button', 'erase', { press: 'delete' }],
  ['sharing on, in words', 'share', { text: 'deel met Anna' }],
  ['sharing on, by the form', 'share', { press: 'share-with', values: { person: 'U3' } }],
  ['taking back from another', 'share', { text: 'deel niet meer met Anna' }],
  ['handing over', 'share', { press: 'hand-over', values: { person: 'U2' } }],
  ['telling the channel', 'share', { text: 'deel in het kanaal' }],
  ['keeping it for a year', 'consent', { press: 'keep-year' }],
  ['recording that the candidate knows of the search', 'consent', { text: `zoek ook met ${code}` }],
  ['recording that the candidate does not want it', 'consent', { text: `zoek niet met ${code}` }],
  ['the outcome, in words', 'change', { text: 'afgewezen' }],
  ['the outcome, by a button', 'change', { press: 'outcome', values: { kind: 'rejected' } }],
  ['confirming', 'change', { text: 'bevestigen' }],
  ['reopening', 'change', { press: 'reopen' }],
  ['a verdict by name', 'change', { first: 'open knock-out 1', text: 'voldoet niet, want het diploma ontbreekt' }],
  ['a verdict by a button', 'change', { first: 'open knock-out 1', press: 'yes' }],
  ['another rate', 'change', { text: 'tarief € 77' }],
  ['another CV', 'details', { text: '', files: [fileRef(cv)] }],
  ['all data, with the name', 'export', { text: `exporteer ${code}` }],
  ['all data, by a button', 'export', { press: 'data' }],
]

describe('a colleague with whom a candidate was shared', () => {
  let place: Place
  let test: TestHouse
  const said: Outgoing[] = []
  let candidate = ''
  let assessment = ''
  let count = 0

  const chatOf = (person: string) => `${person}/direct`
  async function tell(person: string, about: Partial<Incoming>): Promise<string> {
    const key = `colleague:${process.pid}:${++count}`
    const address = formatAddress('slack', { conversation: chatOf(person) })
    const payload: Incoming = {
      key,
      platform: 'slack',
      conversation: chatOf(person),
      address,
      scope: 'direct',
      addressed: true,
      person: { id: person, guest: false },
      text: '',
      files: [],
      receivedAt: test.house.clock.now().toString(),
      personal: address,
      personalConversation: chatOf(person),
      ...about,
    }
    // Past the inbox, which would slow down somebody who asks so much.
    const signal = new AbortController().signal
    await test.house.assistant.turn({ id: key, key, payload, attempt: 1, last: false, begunBefore: false, signal })
    await settled(test.house)
    return said
      .filter((post) => post.key.startsWith(`${key}/`))
      .map(({ card }) => plainText(card))
      .join('\n')
  }
  const press = async (person: string, name: string, values: Record<string, string> = {}) => {
    const { conversation } = parseConversation(await test.house.storage.conversations.get(chatOf(person)))
    const state = conversation.running ? parseState(conversation.running.state) : null
    return tell(person, { action: { name: `interview.${name}`, step: state ? aboutState(state).step : '', values } })
  }
  const kept = async () =>
    JSON.stringify([
      await test.house.storage.candidates.get(candidate),
      await test.house.storage.assessments.ofCandidate(candidate),
    ])
  async function logged(): Promise<{ who: string; right: unknown; candidate: unknown }[]> {
    const rows = []
    for await (const { who, what, about } of test.house.storage.exportAudit())
      if (what === 'not-the-owner') rows.push({ who, right: about['right'], candidate: about['candidate'] })
    return rows
  }

  beforeAll(async () => {
    place = await engines[0]!.newPlace()
    test = await openTestHouse(place, { environment: { MAATSTAF_ADMINS: admin } })
    test.house.addPlatform('slack', {
      async post(outgoing) {
        said.push(outgoing)
        return { ok: outgoing.key }
      },
      fetchFile: async () => new TextEncoder().encode(sampleCv.replace('Verzonnen', 'Kanariepiet')),
    })
    await test.house.work()
    await test.add('70412', samplePosting)
    await tell(sanne, { text: `toets ${code} voor 70412`, files: [fileRef(cv)] })
    const [found] = await test.house.storage.candidates.all()
    candidate = found!.id
    assessment = (await test.house.storage.assessments.ofCandidate(candidate))[0]!.id
    await test.house.storage.candidates.save({ ...found!, sharedWith: [tom, admin] })
  }, 120_000)
  afterAll(async () => {
    await test.house.close()
    await engines[0]!.drop(place)
  })

  it('looks along: the card and its quotes, without a button that decides', async () => {
    const shown = await tell(tom, { text: `verder met ${code} voor 70412` })
    expect(shown).toContain('Scorekaart')
    expect(shown).toContain('Je kijkt mee')
    expect(shown).not.toMatch(/Bevestigen|Wijzig|Openstaande/)
    expect(await tell(tom, { text: 'open knock-out 1' })).toMatch(/›/)
    expect(await tell(tom, { text: 'bewijsrapport' })).toContain('/report/')
  })

  it('gets the report and the files that go with it without the name of the candidate', async () => {
    await tell(tom, { text: `verder met ${code}` })
    const page = async (person: string, showName: boolean) => {
      const data = await loadReport(test.house, assessment, person)
      return reportPage({ ...data!, showName, lang: 'nl', now: test.house.clock.zoned() })
    }
    expect(await page(sanne, true)).toContain('Kanariepiet')
    expect(await page(tom, false)).not.toContain('Kanariepiet')
    expect(await tell(tom, { text: 'bewijsrapport met naam' })).toMatch(/eigenaar/)
    for (const words of ['bewijsrapport docx', 'leeswijzer', 'versie voor de kandidaat']) {
      await tell(tom, { text: words })
      const { file } = said.findLast((post) => post.file !== undefined) ?? {}
      const stored = await test.house.storage.files.get(file?.id ?? '')
      const { text } = await readDocument(stored!.bytes, file!.name)
      expect(text, words).toContain('stationsomgeving')
      expect(text, words).not.toContain('Kanariepiet')
    }
  })

  it.each(tries)('%s is refused with whose it is (%s), changes nothing and is logged', async (_, right, ask) => {
    await tell(tom, { text: `verder met ${code} voor 70412` })
    if (ask.first) await tell(tom, { text: ask.first })
    const [before, rows] = [await kept(), await logged()]
    const answer = ask.press ? await press(tom, ask.press, ask.values) : await tell(tom, ask)
    expect(answer).toMatch(/eigenaar/)
    expect(answer).not.toContain('Kanariepiet')
    expect(await kept()).toBe(before)
    expect((await logged()).slice(rows.length)).toEqual([{ who: tom, right, candidate }])
    expect(said.some(({ file }) => file?.name.endsWith('.json'))).toBe(false)
  })

  it('is not told that the candidate consented by a button outside the conversation, nor what became of them', async () => {
    const before = await kept()
    const told = { name: 'fits-told', step: '', values: { candidate, assignment: '70412' } }
    const outcome = { name: 'outcome', step: '', values: { assessment, outcome: 'awarded' } }
    for (const action of [told, outcome]) expect(await tell(tom, { action })).toMatch(/eigenaar/)
    expect(await kept()).toBe(before)
  })

  it('scores the shared candidate for another assignment: that scoring is theirs, the candidate stays as it was', async () => {
    await test.add('71777', samplePosting.replaceAll('70412', '71777'))
    const before = JSON.stringify(await test.house.storage.candidates.get(candidate))
    expect(await tell(tom, { text: `toets ${code} voor 71777` })).toContain(code)
    const [own] = await test.house.storage.assessments.ofAssignment('71777')
    expect([own?.owner, own?.candidate]).toEqual([tom, candidate])
    await tell(tom, { text: 'open knock-out 1' })
    expect(await tell(tom, { text: 'voldoet niet, want het diploma ontbreekt' })).not.toMatch(/eigenaar/)
    expect((await test.house.storage.assessments.get(own!.id))?.judgements).not.toEqual({})
    expect(JSON.stringify(await test.house.storage.candidates.get(candidate))).toBe(before)
  })

  it('sends a CV under the same code: it becomes a candidate of their own', async () => {
    const before = await kept()
    expect(await tell(tom, { text: `toets ${code} voor 70412`, files: [fileRef(cv)] })).toContain(`${code}-2`)
    expect(await kept()).toBe(before)
    const own = (await test.house.storage.candidates.all()).find(({ owner }) => owner === tom)
    expect(own?.code).toBe(`${code}-2`)
  })

  it('the turn is worked out anew when the candidate was handed over while it was computed', async () => {
    const { storage } = test.house
    const stored = (await storage.candidates.get(candidate))!
    await tell(sanne, { text: `verder met ${code} voor 70412` })
    await tell(sanne, { text: 'verwijder kandidaat' })
    const { transaction } = storage
    storage.transaction = async (work) => {
      storage.transaction = transaction
      await storage.candidates.save({ ...stored, owner: tom, sharedWith: [sanne] })
      return transaction(work)
    }
    await expect(press(sanne, 'delete-sure')).rejects.toMatchObject({ code: 'owner-changed' })
    // The queue tries a turn that threw once more.
    expect(await press(sanne, 'delete-sure')).toMatch(/eigenaar/)
    expect(await storage.candidates.get(candidate)).toMatchObject({ owner: tom })
    await storage.candidates.save(stored)
  })

  it('a guest who talked to the assistant is nobody to share with', async () => {
    const guest = 'slack:T1/U4'
    await tell(guest, { text: 'wanneer sluit 70412?', person: { id: guest, guest: true, name: 'Gast Huis' } })
    await tell(sanne, { text: `verder met ${code} voor 70412` })
    for (const named of ['Gast Huis', '<@U4>'])
      expect(await tell(sanne, { text: `deel met ${named}` })).toContain('ken ik hier niet')
    expect((await test.house.storage.candidates.get(candidate))?.sharedWith).not.toContain(guest)
  })

  it('no longer sees the candidate once the owner took that back, and nothing of theirs opens', async () => {
    const { storage, links, clock } = test.house
    await tell(sanne, { text: 'hallo' })
    await tell(tom, { text: `verder met ${code} voor 70412`, person: { id: tom, guest: false, name: 'Tom Tak' } })
    await tell(sanne, { text: `verder met ${code} voor 70412` })
    expect(await tell(sanne, { text: 'deel niet meer met Anna' })).toContain('niet gedeeld')
    expect(await tell(sanne, { text: 'deel niet meer met Tom Tak' })).toContain('niet meer openen')
    expect((await storage.candidates.get(candidate))?.sharedWith).toEqual([admin])
    expect(await tell(tom, { text: 'overzicht' })).not.toMatch(/stationsomgeving|Knock-out/i)
    expect(await tell(tom, { text: `verder met ${code} voor 70412` })).not.toMatch(/stationsomgeving|knock-out/i)
    const expires = clock.now().add({ hours: 1 })
    const link = await links.open(
      links.report(assessment, { person: tom, showName: false, lang: 'nl', expires }).split('/').at(-1)!,
    )
    expect(link && (await loadReport(test.house, link.assessment, link.person))).toBeNull()
    const rows = []
    for await (const { what, about } of storage.exportAudit()) if (what === 'unshared') rows.push(about['with'])
    expect(rows).toEqual([tom])
  })

  it('the owner sets the consents and exports; an administrator with whom it was shared may erase, and only that', async () => {
    await tell(sanne, { text: `verder met ${code} voor 70412` })
    expect(await press(sanne, 'keep-year')).toContain('een jaar')
    await tell(admin, { text: `verder met ${code} voor 70412` })
    expect(await tell(admin, { text: 'deel met Anna' })).toMatch(/eigenaar/)
    expect(await press(admin, 'keep-year')).toMatch(/eigenaar/)
    expect(await tell(admin, { text: 'verwijder kandidaat' })).toContain('Alles van')
    expect(await press(admin, 'delete-sure')).toContain('verwijderd')
    expect(await test.house.storage.candidates.get(candidate)).toBeNull()
    const rows = []
    for await (const row of test.house.storage.exportAudit()) if (row.what === 'candidate-forgotten') rows.push(row.who)
    expect(rows).toEqual([admin])
  })
})
