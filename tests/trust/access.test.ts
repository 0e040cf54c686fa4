import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeWorkspace } from '../../src/assistant/turn/workspaces.ts'
import { formatAddress } from '../../src/chat/address.ts'
import type { Action, Incoming, Outgoing, PlatformName } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { closeParsers } from '../../src/documents/read-document.ts'
import { type HttpServer, listenHttp } from '../../src/house/http.ts'
import { createReportRoute } from '../../src/house/report-route.ts'
import { silentLog } from '../../src/log.ts'
import { fileRef, openTestHouse, settled, type TestHouse } from '../assistant/open-house.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { engines, type Place } from '../storage/engines.ts'

afterAll(closeParsers)

const code = 'ZQX7'
const nobody = 'QZK9'
const owner = 'slack:T1/U1'
const sharedWith = 'slack:T1/U2'
/** What stands in the candidate's papers and nowhere else. */
const secrets = ['Kanariepiet', 'stationsomgeving', 'Waterstede', 'fietsroutes', 'Hogeschool Oostrand']

type Who = { person: string; platform: PlatformName; guest?: boolean; shared?: boolean }

/** Everybody who might ask, besides the owner and whom the owner shared with. */
const strangers: [string, Who][] = [
  ['a colleague of the same workspace', { person: 'slack:T1/U3', platform: 'slack' }],
  ['an administrator', { person: 'slack:T1/ADMIN', platform: 'slack' }],
  ['a guest of the workspace', { person: 'slack:T1/U4', platform: 'slack', guest: true }],
  [
    'somebody of another organisation (Slack Connect)',
    { person: 'slack:T9/U9', platform: 'slack', guest: true, shared: true },
  ],
  ['the same id in another workspace', { person: 'slack:T2/U1', platform: 'slack' }],
  ['the same id in Teams', { person: 'teams:T1/U1', platform: 'teams' }],
  ['a visitor of the web chat', { person: 'web:U1', platform: 'web' }],
]

type Surface = { scope: 'direct' | 'channel'; thread?: boolean; private?: boolean }
const surfaces: [string, Surface][] = [
  ['in a direct message', { scope: 'direct' }],
  ['in a channel', { scope: 'channel' }],
  ['in a thread', { scope: 'channel', thread: true }],
  ['by a command in a channel', { scope: 'channel', private: true }],
]

type Ids = { code: string; candidate: string; assessment: string }
type Ask = { text?: string; action?: Action }
const pressed = (name: string, step: string, values: Record<string, string>): Ask => ({
  action: { name, step, values },
})
const actions: [string, (ids: Ids) => Ask][] = [
  ['go on with a candidate', (ids) => ({ text: `verder met ${ids.code}` })],
  ['the score card', (ids) => ({ text: `scorekaart van ${ids.code}` })],
  ['an export', (ids) => ({ text: `exporteer ${ids.code}` })],
  ['the list of candidates', () => ({ text: 'mijn kandidaten' })],
  ['a comparison', () => ({ text: 'vergelijk 70412' })],
  ['the report', () => ({ text: 'bewijsrapport' })],
  ['an erasing', () => ({ text: 'verwijder kandidaat' })],
  ['a question about a person', (ids) => ({ text: `wat staat er in het cv van ${ids.code}?` })],
  ['a button with the id of an assessment', (ids) => pressed('interview.own', '', { assessment: ids.assessment })],
  ['a button with the outcome', (ids) => pressed('outcome', '', { assessment: ids.assessment, outcome: 'awarded' })],
  ['a button of the conversation of somebody else', (ids) => pressed('interview.delete-sure', ids.assessment, {})],
  [
    'a form that shares',
    (ids) => pressed('interview.share-with', ids.assessment, { person: 'U3', candidate: ids.candidate }),
  ],
  [
    'a form that confirms',
    (ids) => pressed('interview.confirm', '', { assessment: ids.assessment, candidate: ids.candidate }),
  ],
]

const inChannels = new Set([
  'go on with a candidate',
  'an export',
  'a button with the id of an assessment',
  'a button with the outcome',
])

describe('who may see a candidate', () => {
  let place: Place
  let test: TestHouse
  let server: HttpServer
  const said: Outgoing[] = []
  let real: Ids
  const invented: Ids = {
    code: nobody,
    candidate: '00000000-0000-5000-8000-000000000000',
    assessment: '00000000-0000-5000-8000-000000000001',
  }
  let count = 0
  /** Every round of questions stands in conversations of its own: what was said in an earlier one plays no part. */
  let round = ''

  const conversationOf = (who: Who, surface: Surface) => {
    if (surface.scope === 'direct') return `${who.person}/direct${round}`
    return `${who.person.split('/')[0]}/C1${surface.thread ? '/thread' : ''}${round}`
  }
  function message(who: Who, surface: Surface, what: Ask, files: Incoming['files'] = []): Incoming {
    const conversation = conversationOf(who, surface)
    const address = formatAddress(who.platform, { conversation })
    return {
      key: `access:${process.pid}:${++count}`,
      platform: who.platform,
      conversation,
      address,
      scope: surface.scope,
      addressed: true,
      person: { id: who.person, guest: who.guest ?? false },
      text: what.text ?? '',
      files,
      ...(what.action ? { action: what.action } : {}),
      receivedAt: test.house.clock.now().toString(),
      personal: formatAddress(who.platform, { conversation: `${who.person}/direct` }),
      personalConversation: `${who.person}/direct`,
      ...(surface.scope === 'channel' ? { channel: `${who.person.split('/')[0]}/C1`, publicly: address } : {}),
      ...(surface.private ? { private: true } : {}),
      ...(who.shared ? { shared: true } : {}),
    }
  }
  async function ask(...about: Parameters<typeof message>): Promise<Outgoing[]> {
    const before = said.length
    await test.house.inbox.accept(message(...about))
    await settled(test.house)
    return said.slice(before)
  }
  /** Many at once, past the inbox, which would slow down somebody who asks so much; what was said to each. */
  async function askAll(asked: Incoming[]): Promise<Outgoing[][]> {
    const signal = new AbortController().signal
    for (const payload of asked)
      await test.house.assistant.turn({
        id: payload.key,
        key: payload.conversation,
        payload,
        attempt: 1,
        last: false,
        signal,
      })
    await settled(test.house)
    return asked.map(({ key }) => said.filter((post) => post.key.startsWith(`${key}/`)))
  }
  const words = (posts: Outgoing[]) => posts.map(({ card }) => plainText(card)).join('\n')
  const kept = async () =>
    JSON.stringify([
      await test.house.storage.candidates.get(real.candidate),
      await test.house.storage.assessments.get(real.assessment),
    ])

  beforeAll(async () => {
    place = await engines[0]!.newPlace()
    test = await openTestHouse(place, { environment: { MAATSTAF_ADMINS: 'slack:T1/ADMIN' } })
    for (const name of ['slack', 'teams', 'web'] as const)
      test.house.addPlatform(name, {
        async post(outgoing) {
          said.push(outgoing)
          return { ok: outgoing.key }
        },
        fetchFile: async () => new TextEncoder().encode(sampleCv.replace('Verzonnen', 'Kanariepiet')),
      })
    await test.house.work()
    await test.add('70412', samplePosting)
    const path = join(mkdtempSync(join(tmpdir(), 'maatstaf-access-')), 'cv.txt')
    writeFileSync(path, '')
    const sanne: Who = { person: owner, platform: 'slack' }
    await ask(sanne, { scope: 'direct' }, { text: `toets ${code} voor 70412` }, [fileRef(path)])
    const [candidate] = await test.house.storage.candidates.all()
    const [assessment] = await test.house.storage.assessments.ofAssignment('70412')
    await test.house.storage.candidates.save({ ...candidate!, sharedWith: [sharedWith] })
    real = { code, candidate: candidate!.id, assessment: assessment!.id }
    server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: [createReportRoute(test.house)], log: silentLog })
  }, 120_000)
  afterAll(async () => {
    await server.close()
    await test.house.close()
    await engines[0]!.drop(place)
  })

  it.each([
    ['the owner', owner],
    ['whom the owner shared with', sharedWith],
  ])('%s sees the candidate, in a direct message', async (_, person) => {
    const who: Who = { person, platform: 'slack' }
    expect(words(await ask(who, { scope: 'direct' }, { text: 'mijn kandidaten' }))).toContain(code)
    expect(words(await ask(who, { scope: 'direct' }, { text: `verder met ${code}` }))).toMatch(/knock-out/i)
  })

  it('the owner too says nothing of it where others read along', async () => {
    const inChannel = surfaces.filter(([, { scope }]) => scope === 'channel')
    const asked = inChannel.flatMap(([, surface]) =>
      actions.map(([, make]) =>
        message({ person: owner, platform: 'slack' }, surface, make({ ...real, assessment: invented.assessment })),
      ),
    )
    const personal = formatAddress('slack', { conversation: `${owner}/direct` })
    const posts = (await askAll(asked)).flat().filter(({ to, only }) => only === undefined && to !== personal)
    for (const secret of secrets) expect(words(posts)).not.toContain(secret)
  })

  describe.each(strangers)('%s', (_, who) => {
    it.each(surfaces)('learns and changes nothing, whatever they try %s', async (_name, surface) => {
      const before = await kept()
      // In a channel everything about candidates takes the same way: a word, a command and the buttons stand for the rest.
      const tried = surface.scope === 'direct' ? actions : actions.filter(([name]) => inChannels.has(name))
      const tries = async (ids: Ids) => {
        round = `#${++count}`
        const answers = await askAll(tried.map(([, make]) => message(who, surface, make(ids))))
        return answers.map((posts, index) => [
          tried[index]![0],
          words(posts).replaceAll(ids.code, 'CODE').replaceAll(ids.assessment, 'ID'),
        ])
      }
      const refused = await tries(real)
      // The same words, whether it exists or not.
      expect(refused).toEqual(await tries(invented))
      for (const secret of secrets) expect(JSON.stringify(refused)).not.toContain(secret)
      expect(await kept()).toBe(before)
      round = ''
    })

    it('cannot open the report, not even with a link that is signed for them', async () => {
      const expires = test.house.clock.now().add({ hours: 1 })
      const page = async (assessment: string) => {
        const url = test.house.links.report(assessment, { person: who.person, showName: true, lang: 'nl', expires })
        const response = await fetch(`http://127.0.0.1:${server.port}/report/${url.split('/report/')[1]}`)
        return { status: response.status, body: await response.text() }
      }
      const existing = await page(real.assessment)
      expect(existing.status).toBe(404)
      expect(existing).toEqual(await page(invented.assessment))
    })
  })

  it('the owner opens the report by link, until it is revoked, or the workspace is closed', async () => {
    const expires = test.house.clock.now().add({ hours: 1 })
    const url = test.house.links.report(real.assessment, { person: owner, showName: false, lang: 'nl', expires })
    const get = async () => (await fetch(`http://127.0.0.1:${server.port}/report/${url.split('/report/')[1]}`)).status
    expect(await get()).toBe(200)
    await test.house.links.revoke(real.assessment)
    expect(await get()).toBe(404)
    const later = test.house.links.report(real.assessment, {
      person: owner,
      showName: false,
      lang: 'nl',
      expires: expires.add({ hours: 24 }),
    })
    const again = async () =>
      (await fetch(`http://127.0.0.1:${server.port}/report/${later.split('/report/')[1]}`)).status
    expect(await again()).toBe(200)
    await test.house.storage.transaction((stores) => closeWorkspace(stores, 'slack', 'slack:T1'))
    expect(await again()).toBe(404)
    // Whoever was removed from there hears nothing any more.
    expect(await ask({ person: owner, platform: 'slack' }, { scope: 'direct' }, { text: 'mijn kandidaten' })).toEqual(
      [],
    )
  })
})
