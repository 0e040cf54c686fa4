import { describe, expect, it } from 'vitest'
import { createGuard, createPlaygroundGuard } from '../../../src/platforms/teams/guard.ts'
import type { SigningKeys } from '../../../src/platforms/teams/signing-keys.ts'
import { appId, createKey, type Forgery, issuer, tokenFor } from '../../standins/teams/tokens.ts'
import { aRequest } from '../a-request.ts'

const now = 1_783_670_400
const service = 'https://smba.trafficmanager.net/emea/'
const published = createKey('key-1')
let endorsements: string[] | null = ['msteams', 'webchat']

const keys: SigningKeys = {
  find: async (id) => (id === 'key-1' ? { key: published.publicKey, endorsements } : null),
  refresh: async () => {},
  state: () => 'fresh',
}
const cloud = {
  appId,
  password: null,
  managedIdentity: false,
  tenant: null,
  issuer,
  openIdUrl: '',
  tokenUrl: '',
  audience: '',
}
const guard = createGuard({
  cloud,
  keys,
  service: ({ host }) => host === 'smba.trafficmanager.net',
  nowSeconds: () => now,
})

const anActivity = { type: 'message', id: '1', serviceUrl: service, channelId: 'msteams', text: 'hallo' }

function verdictOf(
  sent: { activity?: object; body?: string | Uint8Array; authorization?: string; forgery?: Forgery } = {},
) {
  const { activity = anActivity, body = JSON.stringify(activity), forgery } = sent
  const { authorization = `Bearer ${tokenFor(service, published, now, forgery)}` } = sent
  return guard(aRequest({ authorization }, body))
}

describe('an activity with a token of the connector', () => {
  it('goes on, whichever way the word Bearer is written', async () => {
    expect(await verdictOf()).toMatchObject({ activity: { type: 'message', text: 'hallo', serviceUrl: service } })
    const authorization = `bearer ${tokenFor(service, published, now)}`
    expect(await verdictOf({ authorization })).toHaveProperty('activity')
  })

  it('comes from the service that the token names', async () => {
    const refused = { status: 403, reason: 'other-service' }
    expect(
      await verdictOf({ activity: { ...anActivity, serviceUrl: 'https://smba.trafficmanager.net/amer/' } }),
    ).toEqual(refused)
    expect(await verdictOf({ activity: { ...anActivity, serviceUrl: undefined } })).toEqual(refused)
    expect(
      await verdictOf({ activity: { ...anActivity, serviceUrl: undefined }, forgery: { without: ['serviceurl'] } }),
    ).toEqual(refused)
  })

  it('comes from a service that answers may go to', async () => {
    const serviceUrl = 'https://elsewhere.example/'
    const verdict = await verdictOf({
      activity: { ...anActivity, serviceUrl },
      forgery: { claims: { serviceurl: serviceUrl } },
    })
    expect(verdict).toEqual({ status: 403, reason: 'foreign-service' })
  })

  it('comes through a channel that its key is endorsed for', async () => {
    const refused = { status: 403, reason: 'not-endorsed' }
    expect(await verdictOf({ activity: { ...anActivity, channelId: 'sms' } })).toEqual(refused)
    expect(await verdictOf({ activity: { ...anActivity, channelId: undefined } })).toEqual(refused)
    expect(await verdictOf({ activity: { ...anActivity, channelId: 'webchat' } })).toHaveProperty('activity')
    endorsements = null
    expect(await verdictOf({ activity: { ...anActivity, channelId: 'sms' } })).toHaveProperty('activity')
    expect(await verdictOf({ activity: { ...anActivity, channelId: undefined } })).toEqual(refused)
    endorsements = ['msteams', 'webchat']
  })

  it('is one activity in UTF-8, nested no deeper than a hundred, of at most a megabyte', async () => {
    const nested = (depth: number) => `{"type":"message","value":${'{"a":'.repeat(depth - 2)}{}${'}'.repeat(depth - 1)}`
    const malformed = { status: 400, reason: 'malformed' }
    for (const body of [nested(101), 'null', '[]', '{}', '{', new Uint8Array([0x7b, 0xff, 0x7d])]) {
      expect(await verdictOf({ body })).toEqual(malformed)
    }
    const deep = JSON.stringify({ ...anActivity, value: 'V' }).replace(
      '"V"',
      `${'{"a":'.repeat(98)}{}${'}'.repeat(98)}`,
    )
    expect(await verdictOf({ body: deep })).toHaveProperty('activity')
    const filled = (size: number) => {
      const empty = JSON.stringify({ ...anActivity, text: '' }).length
      return JSON.stringify({ ...anActivity, text: 'x'.repeat(size - empty) })
    }
    expect(await verdictOf({ body: filled(1024 * 1024) })).toHaveProperty('activity')
    expect(await verdictOf({ body: filled(1024 * 1024 + 1) })).toEqual({ status: 413, reason: 'too-large' })
  })
})

describe('a request without a token of the connector', () => {
  it('is refused before its body is read', async () => {
    const token = tokenFor(service, published, now)
    for (const authorization of ['', 'Bearer ', `Basic ${token}`, `x Bearer ${token}`, `Bearer ${token} x`, token]) {
      expect(await verdictOf({ authorization, body: '{' })).toEqual({ status: 401, reason: 'no-token' })
    }
    const body = '{"type":"message"}'
    expect(await guard(aRequest({}, body))).toEqual({ status: 401, reason: 'no-token' })
  })

  it('is refused for what is wrong with it', async () => {
    const reasonOf = async (forgery: Forgery) => verdictOf({ forgery, body: '{' })
    expect(await reasonOf({ claims: { aud: 'another-bot' } })).toEqual({ status: 401, reason: 'other-audience' })
    expect(await reasonOf({ claims: { iss: 'https://evil.example' } })).toEqual({ status: 401, reason: 'other-issuer' })
    expect(await reasonOf({ claims: { exp: now - 300 } })).toEqual({ status: 401, reason: 'expired' })
    expect(await reasonOf({ key: createKey('key-1') })).toEqual({ status: 401, reason: 'wrong-signature' })
    expect(await reasonOf({ kid: 'key-2' })).toEqual({ status: 401, reason: 'unknown-key' })
  })
})

describe('the playground’s door', () => {
  const door = createPlaygroundGuard(({ hostname }) => hostname === 'localhost' || hostname === '127.0.0.1')
  const activity = { ...anActivity, serviceUrl: 'http://localhost:56150/_connector' }
  const verdict = (headers: Record<string, string>, peer?: string, sent: object = activity) =>
    door(aRequest({ host: 'localhost:3978', ...headers }, JSON.stringify(sent), peer))

  it('lets this machine in, talking to this machine by name', async () => {
    for (const peer of ['127.0.0.1', '127.10.200.3', '::1', '::ffff:127.0.0.1']) {
      for (const host of ['localhost:3978', '127.0.0.1:3978', '[::1]:3978', 'localhost']) {
        expect(await verdict({ host }, peer)).toHaveProperty('activity')
      }
    }
  })

  it('lets nobody else in', async () => {
    const refused = { status: 403, reason: 'not-local' }
    for (const peer of ['10.0.0.4', '::ffff:10.0.0.4', '127.0.0.1.example', 'x127.0.0.1', '1127.0.0.1', '::11', '']) {
      expect(await verdict({}, peer)).toEqual(refused)
    }
    for (const host of ['', 'maatstaf.example', 'localhost.example', '10.0.0.4', 'bad host']) {
      expect(await verdict({ host })).toEqual(refused)
    }
    expect(await door(aRequest({}, JSON.stringify(activity)))).toEqual(refused)
    for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host']) {
      expect(await verdict({ [name]: '127.0.0.1' })).toEqual(refused)
    }
    expect(await verdict({ origin: 'http://localhost:3978' })).toEqual(refused)
    expect(await verdict({ 'not-x-forwarded-for': 'x' })).toHaveProperty('activity')
  })

  it('answers only to this machine', async () => {
    const foreign = { status: 403, reason: 'foreign-service' }
    expect(await verdict({}, undefined, { ...activity, serviceUrl: 'https://elsewhere.example/' })).toEqual(foreign)
    expect(await verdict({}, undefined, { ...activity, serviceUrl: undefined })).toEqual(foreign)
    expect(await verdict({}, undefined, {})).toEqual({ status: 400, reason: 'malformed' })
  })
})
