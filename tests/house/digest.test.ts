import { afterAll, describe, expect, it, vi } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import type { Channel } from '../../src/storage/port.ts'
import { openTestHouse, type Said, type TestHouse } from '../assistant/open-house.ts'
import { samplePosting } from '../assistant/sample-posting.ts'
import { signingSecret } from '../platforms/slack/running-slack.ts'
import { createSlackStandIn } from '../standins/slack/server.ts'
import { engines, type Place, type TestEngine } from '../storage/engines.ts'
import { endAll, environmentOf, startMain } from './running.ts'
import { until } from './visitor.ts'

// Processes start slowly on a machine with busy neighbours.
vi.setConfig({ testTimeout: 180_000 })

afterAll(endAll)

const embedded = engines[0]!
const server = engines.find(({ name }) => name === 'server')

const channel = (id: string, about: Partial<Channel> = {}): Channel => ({
  id,
  address: formatAddress('cli', { conversation: id }),
  platform: 'cli',
  listening: 'always',
  digest: 'on',
  owner: null,
  noticePosted: true,
  blocked: null,
  shared: false,
  ...about,
})

/** A place with two channels that want the digest, one that does not, and one open assignment. */
async function placeWith(engine: TestEngine, posting: string | null = samplePosting): Promise<Place> {
  const place = await engine.newPlace()
  const test = await openTestHouse(place, { now: '2026-07-01T07:00:00+02:00' })
  if (posting) await test.add('70412', posting)
  await test.house.storage.channels.set(channel('oost'))
  await test.house.storage.channels.set(channel('west'))
  await test.house.storage.channels.set(channel('stil', { digest: 'off' }))
  await test.house.close()
  return place
}

/** What a house says when it starts at `now` and goes on until nothing waits any more. */
async function startedAt(place: Place, now: string, time = '08:30'): Promise<Said[]> {
  const test = await openTestHouse(place, { now, environment: { DIGEST_TIME: time } })
  await test.house.work()
  await quiet(test)
  await test.house.close()
  return test.said
}

async function quiet({ house }: TestHouse): Promise<void> {
  let still = 0
  await until('the digests', async () => {
    const { digests, posts } = await house.storage.worker.depth()
    still = digests.waiting + digests.active + posts.waiting + posts.active === 0 ? still + 1 : 0
    return still > 4
  })
}

const places = (said: Said[]) => said.map(({ to }) => to).sort()
const both = ['oost', 'west'].map((conversation) => formatAddress('cli', { conversation })).sort()

describe.concurrent('the daily digest of a running house', () => {
  it('comes at 08:30 and not before, once a channel, however often the house starts that morning (D08)', async () => {
    const place = await placeWith(embedded)
    const test = await openTestHouse(place, { now: '2026-07-10T08:29:48+02:00' })
    await test.house.work()
    await until('the run to be planned', async () => (await test.house.storage.worker.depth()).digests.waiting === 2)
    expect(test.said).toEqual([])
    await test.house.close()
    // The hour was changed at 08:29:59; the run that was planned is the one of this day.
    const changed = await startedAt(place, '2026-07-10T08:29:59+02:00', '09:00')
    const later = await startedAt(place, '2026-07-10T09:00:01+02:00', '09:00')
    const again = await startedAt(place, '2026-07-10T09:30:00+02:00', '09:30')
    expect(places([...changed, ...later, ...again])).toEqual(both)
    const posted: string[] = []
    const { storage } = await embedded.open({ place })
    for await (const { what, at } of storage.exportAudit()) if (what === 'digest-posted') posted.push(at)
    await storage.close()
    for (const at of posted) expect(Temporal.Instant.compare(at, '2026-07-10T06:30:00Z')).toBeGreaterThanOrEqual(0)
    await embedded.drop(place)
  })

  it('names the assignment and its deadline, and says nothing about candidates', async () => {
    const place = await placeWith(embedded)
    const [first] = await startedAt(place, '2026-07-10T08:31:00+02:00')
    expect(first?.text).toContain('70412')
    expect(first?.text).toMatch(/20 juli/)
    expect(first?.text).not.toMatch(/Later dan gewoonlijk|te laat/i)
    await embedded.drop(place)
  })

  it('that was missed because everything was down comes soon after the start, marked late, and not again (D03)', async () => {
    const place = await placeWith(embedded)
    const late = await startedAt(place, '2026-07-10T09:10:00+02:00')
    const onTime = await startedAt(place, '2026-07-13T08:30:30+02:00')
    expect(places(late)).toEqual(both)
    expect(late[0]?.text).not.toBe(onTime[0]?.text)
    expect(late[0]?.card.elements.some(({ type }) => type === 'notice')).toBe(true)
    expect(onTime[0]?.card.elements.some(({ type }) => type === 'notice')).toBe(false)
    expect(await startedAt(place, '2026-07-10T09:20:00+02:00')).toEqual([])
    await embedded.drop(place)
  })

  it('is not made up for days that went by, nor in the afternoon (D04)', async () => {
    const place = await placeWith(embedded)
    expect(places(await startedAt(place, '2026-07-07T08:30:10+02:00'))).toEqual(both)
    const today = await startedAt(place, '2026-07-10T08:30:10+02:00')
    expect(places(today)).toEqual(both)
    expect(today[0]?.text).toContain('10 juli')
    expect(await startedAt(place, '2026-07-13T13:00:00+02:00')).toEqual([])
    await embedded.drop(place)
  })

  it.each([
    ['the first working day of winter time', '2026-10-26T07:29:58Z', '2026-10-26T07:30:00Z'],
    ['the first working day of summer time', '2027-03-30T06:29:58Z', '2027-03-30T06:30:00Z'],
  ])('is at 08:30 on the clock of the wall on %s, once (D05)', async (_day, now, at) => {
    const posting = samplePosting.replaceAll('juli 2026', 'april 2027').replace('september 2026', 'juni 2027')
    const place = await placeWith(embedded, posting)
    const said = await startedAt(place, now)
    expect(places(said)).toEqual(both)
    const { storage } = await embedded.open({ place })
    for await (const row of storage.exportAudit())
      if (row.what === 'digest-posted')
        expect(Temporal.Instant.from(at).until(row.at).total('seconds')).toBeGreaterThanOrEqual(0)
    await storage.close()
    await embedded.drop(place)
  })

  it('with nothing due is one line on the first working day of the week and silence on the others (D07)', async () => {
    const place = await placeWith(embedded, null)
    const monday = await startedAt(place, '2026-07-13T08:30:10+02:00')
    expect(places(monday)).toEqual(both)
    expect(monday[0]?.text.split('\n')).toHaveLength(1)
    expect(await startedAt(place, '2026-07-14T08:30:10+02:00')).toEqual([])
    await embedded.drop(place)
  })
})

describe.runIf(server)('with replicas on one database', () => {
  it('three houses at 08:30 post one digest a channel (D01)', async () => {
    const place = await placeWith(server!)
    const houses = await Promise.all([0, 1, 2].map(() => openTestHouse(place, { now: '2026-07-10T08:29:58+02:00' })))
    await Promise.all(houses.map(({ house }) => house.work()))
    await until('both posts', async () => houses.flatMap(({ said }) => said).length >= 2)
    await Promise.all(houses.map(quiet))
    expect(places(houses.flatMap(({ said }) => said))).toEqual(both)
    await Promise.all(houses.map(({ house }) => house.close()))
    await server!.drop(place)
  })
})

describe('a sender that is killed around the call', () => {
  it.each([
    ['before the platform did anything', 'hang'],
    ['after the message was there and the answer was lost', 'reset-after'],
  ] as const)('%s: one digest is visible in the end (D02)', async (_when, kind) => {
    const place = await placeWith(embedded)
    const standIn = await createSlackStandIn({ seconds: () => Date.now() / 1000 })
    const { workspace } = standIn
    workspace.addUser({ id: 'U1', locale: 'nl-NL' })
    workspace.addChannel({ id: 'C1', kind: 'channel', members: new Set(['U1', workspace.bot.user]) })
    const { storage } = await embedded.open({ place })
    for (const id of ['oost', 'west']) await storage.channels.remove(id)
    await storage.channels.set(
      channel('slack:T1/C1', { platform: 'slack', address: formatAddress('slack', { team: 'T1', channel: 'C1' }) }),
    )
    await storage.close()
    const environment = environmentOf(place, {
      HOST: '127.0.0.1',
      MAATSTAF_NOW: '2026-07-10T08:30:05+02:00',
      SLACK_BOT_TOKEN: standIn.token,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: standIn.apiUrl,
    })
    const posts = () => standIn.calls.filter(({ method }) => method === 'chat.postMessage')
    standIn.mishap('chat.postMessage', { kind })
    const first = await startMain(environment)
    await until('the call', async () => posts().length > 0)
    await first.kill()
    const second = await startMain(environment)
    const visible = () => workspace.readAs('U1', 'C1')
    await until('a visible digest', async () => visible().length > 0)
    await second.kill()
    expect(visible()).toHaveLength(1)
    expect(JSON.stringify(visible())).toContain('70412')
    await standIn.close()
    await embedded.drop(place)
  })
})
