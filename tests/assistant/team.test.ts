import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import { closeParsers } from '../../src/documents/read-document.ts'
import { engines, type TestEngine } from '../storage/engines.ts'
import { fileRef, openWorkingHouse, type Said, type WorkingHouse } from './open-house.ts'
import { sampleCv, samplePosting } from './sample-posting.ts'

const folder = mkdtempSync(join(tmpdir(), 'maatstaf-team-'))
const cv = join(folder, 'cv.txt')
writeFileSync(cv, sampleCv)
const tom = { person: { id: 'cli:tom', guest: false, name: 'Tom Tak' }, conversation: 'dm-tom' }
const sanne = { person: { id: 'cli:sanne', guest: false, name: 'Sanne Smit' } }

afterAll(closeParsers)

// No storage of its own: one engine is enough.
describe.each(engines.slice(0, 1))('a team around one assignment', (engine: TestEngine) => {
  let test: WorkingHouse

  beforeEach(async () => {
    test = await openWorkingHouse(engine)
  })
  afterEach(() => test.leave())

  const words = (said: Said[]) => said.map(({ text }) => text).join('\n')
  const labels = (said: Said[]) =>
    said.flatMap(({ card }) =>
      card.elements.flatMap((element) => (element.type === 'buttons' ? element.buttons.map(({ label }) => label) : [])),
    )
  const open = () => test.tell({ ...sanne, action: { name: 'assignment', step: '', values: { id: '70412' } } })

  it('goes from new to its outcome by the buttons of its card, which always offers what comes next', async () => {
    expect(labels(await open())).toEqual(expect.arrayContaining(['Ik pak ’m op', 'Niet voor ons']))
    await test.press(/Ik pak/, sanne)
    const taken = await open()
    expect(words(taken)).toContain('door jou')
    expect(labels(taken)).toEqual(expect.arrayContaining(['Ingediend', 'Weer vrijgeven']))
    await test.press(/Ingediend/, sanne)
    expect(labels(await open())).toEqual(expect.arrayContaining(['Gegund', 'Niet gegund', 'Ingetrokken']))
    await test.press(/^Gegund/, sanne)
    expect((await test.house.storage.assignments.get('70412'))?.state).toBe('awarded')
  })

  it('answers who has it, to everybody and by name', async () => {
    await test.tell({ ...sanne, text: 'ik pak 70412 op' })
    expect(words(await test.tell({ ...tom, text: 'wie heeft 70412?' }))).toContain('Sanne Smit')
    const card = await test.tell({ ...tom, action: { name: 'assignment', step: '', values: { id: '70412' } } })
    expect(words(card)).toContain('door Sanne Smit')
  })

  it('offers guests no button of the team', async () => {
    const card = await test.tell({
      person: { id: 'cli:gast', guest: true },
      action: { name: 'assignment', step: '', values: { id: '70412' } },
    })
    expect(labels(card)).not.toEqual(expect.arrayContaining(['Ik pak ’m op']))
    expect(labels(card)).not.toContain('Wie past hierop?')
  })

  it('tells a colleague that a candidate was shared: the code and nothing else, once, with the way there', async () => {
    await test.tell({ ...tom, text: 'hallo' })
    await test.tell({ ...sanne, text: 'hallo' })
    await test.tell({ ...sanne, text: 'toets 70412' })
    await test.tell({ ...sanne, text: 'KV, €92', files: [fileRef(cv)] })
    const toTom = formatAddress('cli', { conversation: 'dm-tom' })
    const shared = (await test.tell({ ...sanne, text: 'deel met Tom Tak' })).filter(({ to }) => to === toTom)
    expect(shared.map(({ text }) => text.split('\n')[0])).toEqual(['Sanne Smit deelt kandidaat KV met je.'])
    expect(words(await test.press(/KV bekijken/, tom))).toContain('KV')
  })

  describe('actions on a message that somebody wrote', () => {
    const add = { name: 'message-add', step: '', values: { text: samplePosting.replaceAll('70412', '71777') } }
    const score = { name: 'message-score', step: '', values: { text: 'cv voor 70412' } }
    const channel = {
      conversation: 'team/inhuur/sanne',
      channel: 'team/inhuur',
      scope: 'channel',
      private: true,
      personal: formatAddress('cli', { conversation: 'dm-sanne' }),
      personalConversation: 'dm-sanne',
    } as const

    it('offers a posting for adding, and adds it when confirmed', async () => {
      expect(words(await test.tell({ ...sanne, action: add }))).toContain('71777')
      await test.press(/Klopt, open/, sanne)
      expect((await test.house.storage.assignments.get('71777'))?.confirmed).toBe(true)
    })

    it('adds a posting while a scoring goes on, which keeps its place', async () => {
      await test.tell({ ...sanne, text: 'toets 70412' })
      await test.tell({ ...sanne, action: add })
      await test.press(/Klopt, open/, sanne)
      expect((await test.house.storage.assignments.get('71777'))?.confirmed).toBe(true)
      expect(words(await test.tell({ ...sanne, text: 'KV', files: [fileRef(cv)] }))).toContain('KV')
    })

    it('begins to score the CV in it, for the assignment that its words name', async () => {
      const said = words(await test.tell({ ...sanne, action: score, files: [fileRef(cv)] }))
      expect(said).toContain('70412')
      expect(said).toMatch(/initialen|code/)
    })

    it('says that there is no file in it, and waits for one', async () => {
      expect(words(await test.tell({ ...sanne, action: score }))).toContain('Bij dat bericht zit geen bestand')
    })

    it('goes on in the person’s own chat when the message stood in a channel', async () => {
      for (const action of [add, score]) {
        const said = await test.tell({ ...sanne, ...channel, action, files: action === score ? [fileRef(cv)] : [] })
        const here = said.filter(({ to }) => to !== channel.personal)
        expect(words(here)).toBe('Ik ga hierover met je verder in een direct bericht.')
        expect(here.every(({ only }) => only === 'cli:sanne')).toBe(true)
        expect(words(said.filter(({ to }) => to === channel.personal))).toMatch(/7(?:0412|1777)/)
      }
    })

    it('does nothing for guests', async () => {
      for (const action of [add, score]) {
        const said = await test.tell({ person: { id: 'cli:gast', guest: true }, action })
        expect(words(said)).toContain('Als gast')
      }
    })
  })
})
