import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createQueries } from '../../src/assistant/queries.ts'
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
const about = (ids: Ids) => ({ assessment: ids.assessment, candidate: ids.candidate })
const actions: [string, (ids: Ids) => Ask][] = [
  ['go on with a candidate', (ids) => ({ text: `verder met ${ids.code}` })],
  ['the score card', (ids) => ({ text: `scorekaart van ${ids.code}` })],
  ['an export', (ids) => ({ text: `exporteer ${ids.code}` })],
  ['the list of candidates', () => ({ text: 'mijn kandidaten' })],
  ['a comparison', () => ({ text: 'vergelijk 70412' })],
  ['the report', () => ({ text: 'bewijsrapport' })],
  ['an erasing', () => ({ text: 'verwijder kandidaat' })],
  ['sharing', () => ({ text: 'deel met U3' })],
  ['the outcome', (ids) => ({ text: `${ids.code} is afgewezen` })],
  ['taking back a link', () => ({ text: 'link intrekken' })],
  ['who fits', () => ({ text: 'wie past op 70412?' })],
  ['that the candidate knows of the search', (ids) => ({ text: `zoek ook met ${ids.code}` })],
  ['that the candidate does not want it', (ids) => ({ text: `zoek niet met ${ids.code}` })],
  ['a question about a person', (ids) => ({ text: `wat staat er in het cv van ${ids.code}?` })],
  ['a button that asks who fits', () => pressed('fits', '', { assignment: '70412' })],
  [
    'a button that says the candidate knows',
    (ids) => pressed('fits-told', '', { candidate: ids.candidate, assignment: '70412' }),
  ],
  ['a button with the id of an assessment', (ids) => pressed('interview.own', '', { assessment: ids.assessment })],
  ['a button with the outcome', (ids) => pressed('outcome', '', { assessment: ids.assessment, outcome: 'awarded' })],
  ['a button of the conversation of somebody else', (ids) => pressed('interview.delete-sure', ids.assessment, {})],
  ['a button that exports', (ids) => pressed('interview.data', 'card#1', about(ids))],
  ['a button that makes the report', (ids) => pressed('interview.report', 'card#1', about(ids))],
  ['a button that records a consent', (ids) => pressed('interview.keep-year', 'after#1', about(ids))],
  ['a form that shares', (ids) => pressed('interview.share-with', ids.assessment, { person: 'U3', ...about(ids) })],
  ['a form that hands over', (ids) => pressed('interview.hand-over', 'share#1', { person: 'U3', ...about(ids) })],
  ['a form that confirms', (ids) => pressed('interview.confirm', '', about(ids))],
]

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

  const personalOf = ({ person }: Who) => `${person}/direct${round}`
  const conversationOf = (who: Who, surface: Surface) => {
    if (surface.scope === 'direct') return personalOf(who)
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
      personal: formatAddress(who.platform, { conversation: personalOf(who) }),
      personalConversation: personalOf(who),
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
        begunBefore: false,
        signal,
      })
    await settled(test.house)
    return asked.map(({ key }) => said.filter((post) => post.key.startsWith(`${key}/`)))
  }
  const words = (posts: Outgoing[]) => posts.map(({ card }) => plainText(card)).join('\n')
  /** What was said at each place. One turn may post in a channel and to a person: those are two queues, and either may be first. */
  const wordsByPlace = (posts: Outgoing[], who: Who) => {
    const personal = formatAddress(who.platform, { conversation: personalOf(who) })
    const own = posts.filter(({ to }) => to === personal)
    const here = posts.filter(({ to }) => to !== personal)
    const seenBy = (one: boolean) => words(here.filter(({ only }) => (only === undefined) !== one))
    return { personal: words(own), privately: seenBy(true), publicly: seenBy(false) }
  }
  async function tries(ids: Ids, who: Who, surface: Surface) {
    round = `#${++count}`
    const answers = await askAll(actions.map(([, make]) => message(who, surface, make(ids))))
    const told = answers.map((posts, index) => [
      actions[index]![0],
      JSON.stringify(wordsByPlace(posts, who)).replaceAll(ids.code, 'CODE').replaceAll(ids.assessment, 'ID'),
    ])
    round = ''
    return told
  }
  /** The same words to everybody, whether it exists or not: what is said of a candidate that nobody has, to a guest or another person. */
  const refusals = new Map<string, Awaited<ReturnType<typeof tries>>>()
  async function refusal(who: Who, surface: Surface) {
    const key = JSON.stringify([who.guest === true, surface])
    const known = refusals.get(key) ?? (await tries(invented, who, surface))
    refusals.set(key, known)
    return known
  }
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
    if (!candidate || !assessment) throw new Error(`nobody was scored: ${words(said)}`)
    const matching = { told: true, by: owner, at: test.house.clock.now().toString() }
    await test.house.storage.candidates.save({
      ...candidate,
      sharedWith: [sharedWith],
      consent: { ...candidate.consent, matching },
    })
    real = { code, candidate: candidate.id, assessment: assessment.id }
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

  it.each([
    ['the owner', owner],
    ['whom the owner shared with', sharedWith],
  ])('of %s too nothing is said where others read along', async (_, person) => {
    const stored = (await test.house.storage.candidates.get(real.candidate))!
    const who: Who = { person, platform: 'slack' }
    for (const [name, surface] of surfaces.filter(([, { scope }]) => scope === 'channel')) {
      round = `#${++count}`
      const posts = (await askAll(actions.map(([, make]) => message(who, surface, make(real))))).flat()
      const personal = formatAddress('slack', { conversation: personalOf(who) })
      const read = posts.filter(({ to, only }) => only === undefined && to !== personal)
      for (const secret of [code, ...secrets]) expect(words(read), name).not.toContain(secret)
      // In their own chat they were answered.
      expect(words(posts.filter(({ to }) => to === personal))).toContain(code)
    }
    round = ''
    await test.house.storage.candidates.save(stored)
  })

  it('in the home tab only who may see the candidate sees them', async () => {
    const query = createQueries(test.house.deps)
    const home = async ({ person, platform, guest = false }: Who) => {
      const scope = 'direct' as const
      const about = { name: 'home', platform, scope, conversation: `${person}/direct`, values: {} }
      const answer = await query({ ...about, person: { id: person, guest } })
      return answer.kind === 'card' ? plainText(answer.card) : ''
    }
    for (const person of [owner, sharedWith]) expect(await home({ person, platform: 'slack' })).toContain(code)
    for (const [name, who] of strangers) expect(await home(who), name).not.toContain(code)
  })

  describe.each(strangers)('%s', (_, who) => {
    it.each(surfaces)('learns and changes nothing, whatever they try %s', async (_name, surface) => {
      const before = await kept()
      const refused = await tries(real, who, surface)
      expect(refused).toEqual(await refusal(who, surface))
      for (const secret of secrets) expect(JSON.stringify(refused)).not.toContain(secret)
      expect(await kept()).toBe(before)
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
