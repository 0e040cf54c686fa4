import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeParsers } from '../../src/documents/read-document.ts'
import { engines, type Place, type TestEngine } from '../storage/engines.ts'
import { fileRef, openTestHouse, settled, type TestHouse } from './open-house.ts'
import { sampleCv, samplePosting } from './sample-posting.ts'

const folder = mkdtempSync(join(tmpdir(), 'maatstaf-cv-'))
const cv = join(folder, 'cv.txt')
writeFileSync(cv, sampleCv)
const channel = {
  conversation: 'team/algemeen/1',
  channel: 'team/algemeen',
  scope: 'channel',
  addressed: false,
} as const

afterAll(closeParsers)

describe.each(engines)('a turn of the assistant ($name database)', (engine: TestEngine) => {
  let place: Place
  let test: TestHouse

  const open = async (options: Parameters<typeof openTestHouse>[1] = {}) => {
    test = await openTestHouse(place, options)
    await test.house.work()
  }

  beforeEach(async () => {
    place = await engine.newPlace()
    await open()
    await test.add('70412', samplePosting)
  })

  afterEach(async () => {
    await test.house.close()
    await engine.drop(place)
  })

  it('answers a question with the sentence it rests on', async () => {
    const [answer] = await test.tell('wanneer sluit 70412?')
    expect(answer?.text).toContain('donderdag 23 juli 2026, 12:00 uur')
    expect(answer?.text).toContain(
      'De reactietermijn van deze inhuuropdracht duurt tot donderdag 23 juli 2026, 12:00 uur.',
    )
  })

  it('follows up in the same conversation, in the language that is written', async () => {
    await test.tell('wanneer sluit 70412?')
    expect((await test.tell('en welke schaal?'))[0]?.text).toContain('11')
    expect((await test.tell('is a VOG required for it?'))[0]?.text).toMatch(/^Yes/)
  })

  it('handles a message once, however often it is delivered', async () => {
    const message = test.message({ text: 'welke schaal is 70412?' })
    for (let i = 0; i < 3; i++) await test.house.inbox.accept(message)
    await settled(test.house)
    await test.house.inbox.accept(message)
    await settled(test.house)
    expect(test.said).toHaveLength(1)
  })

  it('speaks unasked only on a question that it can answer, and keeps nothing of the rest', async () => {
    expect(await test.tell({ ...channel, text: 'lunch? zeewiersalade vandaag' })).toEqual([])
    expect(
      (await test.tell({ ...channel, conversation: 'team/algemeen/2', text: 'weet iemand hoe laat 70412 sluit?' }))[0]
        ?.text,
    ).toContain('12:00 uur')
    expect(await test.house.storage.conversations.get('team/algemeen/1')).toBeNull()
  })

  it('shows how a channel is set on one word, without a mention, to the one who asks', async () => {
    const told = await test.tell({ ...channel, text: 'instellingen' })
    expect(told.map(({ text }) => text).join()).toContain('luister bij vermelding')
    expect(await test.tell({ ...channel, text: 'ik pas mijn instellingen aan' })).toEqual([])
  })

  it('is silent in a channel that was set to mentions, until it is mentioned', async () => {
    const mention = { ...channel, addressed: true }
    await test.tell({ ...mention, text: 'luister bij vermelding' })
    expect(await test.tell({ ...channel, text: 'hoe laat sluit 70412?' })).toEqual([])
    expect(await test.tell({ ...mention, text: 'hoe laat sluit 70412?' })).toHaveLength(1)
  })

  it('tells once on joining what it reads and keeps, and lets only the inviter set it', async () => {
    const [notice] = await test.tell({ ...channel, event: 'joined' })
    expect(notice?.text).toContain('AI-assistent')
    expect(await test.tell({ ...channel, event: 'joined' })).toEqual([])
    const stranger = {
      ...channel,
      platform: 'slack',
      addressed: true,
      person: { id: 'slack:tom', guest: false },
    } as const
    expect((await test.tell({ ...stranger, text: 'luister uit' }))[0]?.text).toContain('niets veranderd')
  })

  it('leaves a late message of a channel alone and answers a late one that was addressed with "Vertraagd"', async () => {
    const late = test.house.clock.now().subtract({ minutes: 11 }).toString()
    expect(await test.tell({ ...channel, text: 'hoe laat sluit 70412?', receivedAt: late })).toEqual([])
    expect((await test.tell({ text: 'hoe laat sluit 70412?', receivedAt: late }))[0]?.text).toMatch(/^Vertraagd:/)
  })

  it('takes a scoring out of the channel into the direct conversation', async () => {
    const mention = { ...channel, addressed: true, personal: test.message().address, personalConversation: 'dm-sanne' }
    const said = await test.tell({ ...mention, text: 'toets 70412' })
    const inChannel = said.filter(({ key }) => !key.includes('/personal'))
    expect(inChannel.map(({ text }) => text)).toEqual(['Ik ga hierover met je verder in een direct bericht.'])
    expect(inChannel[0]?.only).toBe('cli:sanne')
    expect(said.some(({ text }) => text.includes('initialen of code'))).toBe(true)
  })

  it('takes a clear command in a channel without a mention, and leaves talk about scoring alone', async () => {
    const overheard = { ...channel, personal: test.message().address, personalConversation: 'dm-sanne' }
    expect((await test.tell({ ...overheard, text: 'toets KV voor 70412' }))[0]?.text).toContain('direct bericht')
    expect(
      await test.tell({ ...overheard, text: 'toetsen we morgen samen die kandidaat voor 70412 nog even door?' }),
    ).toEqual([])
    expect(await test.tell({ ...overheard, text: 'toets is gehaald' })).toEqual([])
  })

  it('says that nothing runs when it is told to stop, and keeps silent when colleagues say so to each other', async () => {
    expect((await test.tell({ text: 'stop' }))[0]?.text).toContain('Er loopt hier geen toetsing om te stoppen')
    expect((await test.tell({ ...channel, addressed: true, text: 'klaar' }))[0]?.text).toContain('"luister uit"')
    expect(await test.tell({ ...channel, text: 'stop' })).toEqual([])
    expect((await test.tell({ text: 'inlevercontrole' }))[0]?.text).toContain('Je hebt nog geen kandidaten')
  })

  it('lets a guest ask and nothing else', async () => {
    const guest = { person: { id: 'slack:gast', guest: true } }
    expect((await test.tell({ ...guest, text: 'welke schaal is 70412?' }))[0]?.text).toContain('11')
    expect((await test.tell({ ...guest, text: 'toets 70412' }))[0]?.text).toContain('Als gast')
  })

  it('walks from an assignment and a CV to the first overview, and goes on there after a restart', async () => {
    const said = await test.tell({ text: 'toets KV voor 70412, € 95', files: [fileRef(cv)] })
    expect(said.at(-1)?.text).toMatch(/knock-out/i)
    await test.house.close()
    await open()
    const [again] = await test.tell('verder')
    expect(again?.text).toMatch(/knock-out/i)
  })

  it('asks whether a posting handed in as the CV is meant, and reads the right file or that one as it is told', async () => {
    const posting = join(folder, 'uitvraag.txt')
    writeFileSync(posting, samplePosting)
    const asked = await test.tell({ text: 'toets KV voor 70412', files: [fileRef(posting)] })
    expect(asked.at(-1)?.text).toContain('uitvraag.txt: dit lijkt geen cv maar een uitvraag. Toch gebruiken?')
    expect((await test.tell({ text: '', files: [fileRef(cv)] })).at(-1)?.text).toMatch(/knock-out/i)
    await test.tell({ text: 'toets LV voor 70412', files: [fileRef(posting)] })
    const anyway = await test.tell('toch gebruiken')
    expect(anyway.map(({ text }) => text).join('\n')).toContain('Gelezen van LV')
  })

  it('puts no name and no quote of the CV in the clear into the database', async () => {
    await test.tell({ text: 'toets KV voor 70412', files: [fileRef(cv)] })
    const file = join(folder, `backup-${engine.name}`)
    await test.house.storage.backup(file)
    const { readFileSync } = await import('node:fs')
    const copy = readFileSync(file, 'latin1')
    for (const canary of ['Verzonnen', 'stationsomgeving', 'Peter Proef']) expect(copy).not.toContain(canary)
  })
})
