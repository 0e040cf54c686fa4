import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import { placeOf } from '../../../src/platforms/teams/address.ts'
import { people } from '../../standins/teams/activities.ts'
import { createTeamsStandIn, type TeamsStandIn } from '../../standins/teams/server.ts'
import { createKey, type Forgery } from '../../standins/teams/tokens.ts'
import { createHouse, type House } from '../house.ts'
import { type RunningTeams, startTeams, until } from './running-teams.ts'

let house: House
let standIn: TeamsStandIn
let running: RunningTeams

beforeEach(async () => {
  house = createHouse((incoming) =>
    incoming.addressed ? [{ card: card({ type: 'text', text: `Gehoord: ${incoming.text}` }) }] : [],
  )
  standIn = await createTeamsStandIn()
  running = await startTeams(house, standIn)
  house.connect(running.teams.post)
})
afterEach(async () => {
  await running.stop()
  await standIn.close()
})

const settled = async () => {
  await house.settled()
  return house.taken
}

describe('T01: a token that is not the connector’s', () => {
  const hour = 3600
  const forgeries: [string, (now: number) => Forgery][] = [
    ['is for another bot', () => ({ claims: { aud: 'somebody-else' } })],
    ['is of another issuer', () => ({ claims: { iss: 'https://sts.windows.net/evil/' } })],
    ['expired six minutes ago', (now) => ({ claims: { exp: now - 360 } })],
    ['is valid from an hour on', (now) => ({ claims: { nbf: now + hour } })],
    ['has no expiry', () => ({ without: ['exp'] })],
    ['is signed by a stranger under a known id', () => ({ key: createKey('key-1') })],
    ['is signed by a stranger under an unknown id', () => ({ key: createKey('stranger') })],
    ['has no signature (alg none)', () => ({ alg: 'none' })],
    ['is signed with the public key as a secret (HS256)', () => ({ alg: 'HS256' })],
  ]
  it.each(forgeries)('%s: 401 without a word, and nothing is handled', async (_, forge) => {
    const answer = await running.deliver(running.activities.message('hallo'), forge(running.seconds()))
    expect(answer).toEqual({ status: 401, body: '' })
    expect(await settled()).toEqual([])
    expect(standIn.calls).toEqual([])
  })

  it.each([
    ['none at all', undefined],
    ['another scheme', 'Basic YTpi'],
    ['nonsense', 'Bearer a.b.c'],
    ['an empty one', 'Bearer '],
    [
      'a number where the claims belong',
      `Bearer ${Buffer.from('{"alg":"RS256","kid":"key-1"}').toString('base64url')}.MQ.MQ`,
    ],
  ])('%s: 401 without a word', async (_, authorization) => {
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) }
    const answer = await running.send(JSON.stringify(running.activities.message('hallo')), headers)
    expect(answer).toEqual({ status: 401, body: '' })
    expect(await settled()).toEqual([])
  })

  it('expired four minutes ago is let in: clocks differ', async () => {
    const answer = await running.deliver(running.activities.message('hallo'), {
      claims: { exp: running.seconds() - 240 },
    })
    expect(answer.status).toBe(200)
    expect(await settled()).toHaveLength(1)
  })
})

describe('T02: the service address', () => {
  it.each([
    ['differs from the claim', (activity: object) => ({ ...activity, serviceUrl: 'https://trap.example/' }), {}],
    ['is absent', (activity: object) => ({ ...activity, serviceUrl: undefined }), {}],
    ['is empty', (activity: object) => ({ ...activity, serviceUrl: '' }), {}],
    ['is absent in both', (activity: object) => ({ ...activity, serviceUrl: '' }), { claims: { serviceurl: '' } }],
    ['stands only in the activity', (activity: object) => activity, { without: ['serviceurl'] }],
    [
      'is signed but foreign',
      (activity: object) => ({ ...activity, serviceUrl: 'https://smba.trafficmanager.net.trap.example/' }),
      { claims: { serviceurl: 'https://smba.trafficmanager.net.trap.example/' } },
    ],
  ] as [string, (activity: object) => object, Forgery][])(
    '%s: 403, and nothing is asked of anybody',
    async (_, bend, forgery) => {
      const answer = await running.deliver(bend(running.activities.message('hallo')), forgery)
      expect(answer).toEqual({ status: 403, body: '' })
      expect(await settled()).toEqual([])
      expect(standIn.calls).toEqual([])
    },
  )

  it('of a stored address is judged again before the token goes there', async () => {
    const trap = await createTeamsStandIn()
    const { formatAddress } = await import('../../../src/chat/address.ts')
    const to = formatAddress('teams', {
      serviceUrl: trap.serviceUrl,
      kind: 'personal',
      conversation: 'a:x',
      tenant: 't',
      bot: 'b',
    })
    const result = await running.teams.post({ key: 'k', to, card: card({ type: 'text', text: 'geheim' }) })
    expect(result).toEqual({ refused: 'host-not-allowed', permanent: true })
    expect(trap.calls).toEqual([])
    await trap.close()
  })

  it('never gets the token by a redirect', async () => {
    const trap = await createTeamsStandIn()
    await running.deliver(running.activities.message('hallo'))
    await house.settled()
    standIn.mishap({ kind: 'redirect', to: `${trap.serviceUrl}v3/conversations/x/activities` })
    await running.teams.post({ key: 'k', to: house.taken[0]!.address, card: card({ type: 'text', text: 'hallo' }) })
    expect(trap.calls).toEqual([])
    await trap.close()
  })
})

describe('T03: the key', () => {
  it('endorsed for another channel only: 403', async () => {
    standIn.publish(createKey('skype', ['skype']))
    const answer = await running.deliver(running.activities.message('hallo'))
    expect(answer).toEqual({ status: 403, body: '' })
    expect(await settled()).toEqual([])
  })

  it('needs a channel to be endorsed for', async () => {
    const answer = await running.deliver({ ...running.activities.message('hallo'), channelId: undefined })
    expect(answer.status).toBe(403)
  })
})

describe('T04: the provider of the keys is down', () => {
  it('at the start: nobody gets in, readiness tells, and it mends itself', async () => {
    const away = await createTeamsStandIn()
    away.setProvider(false)
    let later = 0
    const clock = { ...house.clock, real: () => house.clock.real().add({ milliseconds: later }) }
    const other = await startTeams(house, away, { clock })
    expect((await other.deliver(other.activities.message('hallo'))).status).toBe(401)
    expect(other.teams.ready()).toEqual({ ok: false, detail: 'signing-keys-none' })
    away.setProvider(true)
    later = 31_000
    await until(() => other.teams.ready().ok)
    expect((await other.deliver(other.activities.message('hallo'))).status).toBe(200)
    await other.stop()
    await away.close()
  })

  it('after a day: the known keys are used, readiness tells', async () => {
    let later = 0
    const clock = { ...house.clock, real: () => house.clock.real().add({ hours: later }) }
    const other = await startTeams(house, standIn, { clock })
    expect((await other.deliver(other.activities.message('een'))).status).toBe(200)
    standIn.setProvider(false)
    later = 25
    const soon = { claims: { exp: other.seconds() + 26 * 3600, nbf: 0 } }
    expect((await other.deliver(other.activities.message('twee'), soon)).status).toBe(200)
    expect(other.teams.ready()).toEqual({ ok: false, detail: 'signing-keys-stale' })
    await other.stop()
  })

  it('an unknown key is looked up once an hour, not at every request', async () => {
    await running.deliver(running.activities.message('hallo'))
    const before = standIn.keyFetches()
    for (let time = 0; time < 5; time += 1)
      await running.deliver(running.activities.message('x'), { key: createKey('stranger') })
    expect(standIn.keyFetches()).toBe(before)
  })
})

describe('T06: the same activity', () => {
  it('three times has one effect', async () => {
    const activity = running.activities.message('hallo')
    await Promise.all([1, 2, 3].map(() => running.deliver(activity)))
    expect(await settled()).toHaveLength(1)
  })

  it('a card submit repeated under new ids has one effect, a press by somebody else its own', async () => {
    const { activities, deliver } = running
    const press = () =>
      activities.submit({ action: 'kies', step: 's#1', values: { n: '1' } }, '77', { where: 'groupChat' })
    for (let time = 0; time < 4; time += 1) expect((await deliver(press())).status).toBe(200)
    await deliver(
      activities.submit({ action: 'kies', step: 's#1', values: { n: '1' } }, '77', { where: 'groupChat', who: 'tom' }),
    )
    await deliver(activities.submit({ action: 'kies', step: 's#1', values: { n: '2' } }, '77', { where: 'groupChat' }))
    expect((await settled()).map(({ person, action }) => [person.id.split('-').at(-1), action?.values['n']])).toEqual([
      ['sanne', '1'],
      ['tom', '1'],
      ['sanne', '2'],
    ])
  })
})

describe('T07: a turn that takes long', () => {
  it('is acknowledged at once, shows that it is at work, and answers later in the same conversation', async () => {
    let finish: () => void = () => undefined
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    const patient = createHouse(async () => {
      await slow
      return [{ card: card({ type: 'text', text: 'Klaar' }) }]
    })
    const other = await startTeams(patient, standIn)
    patient.connect(other.teams.post)
    expect((await other.deliver(other.activities.message('reken'))).status).toBe(200)
    expect(standIn.posted).toEqual([])
    await until(() => standIn.calls.some(({ path }) => path.endsWith('/activities')))
    finish()
    await patient.settled()
    expect(standIn.posted.map(({ conversation }) => conversation)).toEqual([`a:personal-${people.sanne.id}`])
    await other.stop()
  })
})

describe('T08: what Teams may think up', () => {
  const odd: [string, (base: Record<string, unknown>) => unknown][] = [
    ['an unknown activity type', (base) => ({ ...base, type: 'somethingNew' })],
    ['an unknown invoke', (base) => ({ ...base, type: 'invoke', name: 'composeExtension/future', value: { a: 1 } })],
    ['an invoke without a name', (base) => ({ ...base, type: 'invoke' })],
    [
      'unknown entities',
      (base) => ({ ...base, entities: [{ type: 'https://schema.org/Message', '@id': 3 }, null, 7, 'x'] }),
    ],
    ['entities that are no list', (base) => ({ ...base, entities: { a: 1 } })],
    ['from: null', (base) => ({ ...base, from: null })],
    ['no conversation', (base) => ({ ...base, conversation: null })],
    ['no id', (base) => ({ ...base, id: undefined })],
    [
      'a hundred attachments',
      (base) => ({
        ...base,
        attachments: Array.from({ length: 100 }, (_, index) => ({
          contentType: 'image/png',
          contentUrl: `https://x.example/${index}`,
        })),
      }),
    ],
    [
      'attachments of every shape',
      (base) => ({
        ...base,
        attachments: [
          null,
          3,
          {},
          { contentType: 'application/vnd.microsoft.teams.file.download.info', content: null },
        ],
      }),
    ],
    ['a value that is a text', (base) => ({ ...base, value: 'ja' })],
    ['a value of somebody else', (base) => ({ ...base, text: undefined, value: { action: { a: 1 } } })],
    ['a reaction', (base) => ({ ...base, type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
    ['members that are no list', (base) => ({ ...base, type: 'conversationUpdate', membersAdded: 'all' })],
    ['an impossible time', (base) => ({ ...base, timestamp: 'gisteren' })],
    ['a field called __proto__', (base) => JSON.parse(`{"__proto__":{"a":1},${JSON.stringify(base).slice(1)}`)],
  ]
  it.each(odd)('%s never gives a 5xx, and the next message is answered', async (_, bend) => {
    const strange = await running.deliver(bend({ ...running.activities.message('iets') }))
    expect(strange.status).toBe(200)
    expect((await running.deliver(running.activities.message('en nu?'))).status).toBe(200)
    expect((await settled()).at(-1)).toMatchObject({ text: 'en nu?' })
  })

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['no JSON', '{"type":'],
    ['nothing', ''],
    ['an activity without a type', '{}'],
    ['200,000 levels', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['bad UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ] as [string, string | Uint8Array][])('a body that is %s: 400, and the process lives', async (_, body) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${running.token()}` }
    expect(await running.send(body, headers)).toEqual({ status: 400, body: '' })
    expect((await running.deliver(running.activities.message('hallo'))).status).toBe(200)
  })

  it('a body of two megabytes: 413', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${running.token()}` }
    expect((await running.send('x'.repeat(2_000_000), headers)).status).toBe(413)
  })
})

describe('what cannot be stored', () => {
  it('is not acknowledged, and can be delivered again', async () => {
    const activity = running.activities.message('hallo')
    house.breakStorage(true)
    expect((await running.deliver(activity)).status).toBe(503)
    house.breakStorage(false)
    expect((await running.deliver(activity)).status).toBe(200)
    expect(await settled()).toHaveLength(1)
  })
})

describe('T10: in a channel', () => {
  it('a message without a mention (RSC) arrives unaddressed, in its thread', async () => {
    await running.deliver(running.activities.message('wanneer sluit 31050?', { where: 'channel' }))
    const [taken] = await settled()
    expect(taken).toMatchObject({ scope: 'channel', addressed: false, text: 'wanneer sluit 31050?' })
    expect(placeOf(taken!.address).conversation).toContain(';messageid=')
    expect(placeOf(taken!.publicly!).conversation).not.toContain(';messageid=')
    expect(standIn.posted).toEqual([])
  })

  it('a mention is stripped, others keep their name', async () => {
    const activity = running.activities.message('vraag', { where: 'channel', mention: true })
    await running.deliver({ ...activity, text: '<at>Maatstaf</at>&nbsp; toets 31050 &amp; vraag <at>Tom</at>' })
    expect((await settled())[0]).toMatchObject({ addressed: true, text: 'toets 31050 & vraag Tom' })
  })

  it('a reply in a thread that the assistant takes part in is addressed, and perhaps to a colleague', async () => {
    const other = await startTeams(house, standIn, {
      takesPart: async (conversation) => conversation.endsWith('=1700'),
    })
    await other.deliver(other.activities.message('en sroi?', { where: 'channel', thread: '1700' }))
    await other.deliver(other.activities.message('en sroi?', { where: 'channel', thread: '1800' }))
    const mention = other.activities.message('en sroi?', { where: 'channel', thread: '1700', mention: true })
    await other.deliver(mention)
    expect((await settled()).map(({ addressed, follows }) => [addressed, follows])).toEqual([
      [true, true],
      [false, undefined],
      [true, undefined],
    ])
    await other.stop()
  })

  it('knows the person’s own chat, whose conversation is the same from everywhere', async () => {
    await running.deliver(running.activities.message('hallo', { where: 'groupChat', mention: true }))
    await running.deliver(running.activities.message('hallo'))
    const [group, direct] = await settled()
    expect(group!.personalConversation).toBe(direct!.conversation)
  })
})

describe('who writes', () => {
  it('is a guest when Teams says so, or when it is somebody of another tenant', async () => {
    standIn.roles.set(people.tom.id, 'guest')
    await running.deliver(running.activities.message('hallo'))
    await running.deliver(running.activities.message('hallo', { who: 'tom' }))
    const stranger = running.activities.message('hallo')
    await running.deliver({ ...stranger, from: { ...stranger.from, tenantId: 'tenant-2' } })
    expect((await settled()).map(({ person }) => person.guest)).toEqual([false, true, true])
    expect(house.taken[2]!.person.id).toBe('teams:tenant-2/aad-sanne')
  })

  it('is told hello once when the assistant is installed, and forgotten when it leaves', async () => {
    await running.deliver(running.activities.added('channel'))
    await running.deliver(running.activities.removed('channel'))
    expect((await settled()).map(({ event, scope, channel }) => [event, scope, channel])).toEqual([
      ['joined', 'channel', 'teams:tenant-1/19:general@thread.tacv2'],
      ['left', 'channel', 'teams:tenant-1/19:general@thread.tacv2'],
    ])
  })
})
