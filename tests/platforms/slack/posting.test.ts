import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import type { Outgoing } from '../../../src/chat/message.ts'
import { addressOf, personId } from '../../../src/platforms/slack/address.ts'
import { asRead } from '../../standins/slack/as-read.ts'
import type { SlackStandIn } from '../../standins/slack/server.ts'
import { createHouse, type House } from '../house.ts'
import { createStandIn, type RunningSlack, startSlack, until } from './running-slack.ts'

let house: House
let standIn: SlackStandIn
let running: RunningSlack

beforeEach(async () => {
  house = createHouse(() => [])
  standIn = await createStandIn(house)
  running = await startSlack(house, standIn, 'http', { timing: { paceMs: 0, callMs: 150, fileMs: 150 } })
  await until(() => standIn.calls.some(({ method }) => method === 'auth.test'))
  standIn.calls.length = 0
})

afterEach(async () => {
  await running.stop()
  await standIn.close()
  expect(standIn.complaints).toEqual([])
})

const channel = (id = 'C1', thread?: string) => addressOf({ team: 'T1', channel: id, ...(thread ? { thread } : {}) })
const sanne = personId('T1', 'U1')
const text = (words: string) => card({ type: 'text', text: words })
const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  key: 'k1',
  to: channel(),
  card: text('Sluit donderdag.'),
  ...more,
})
const said = (id = 'C1') => standIn.workspace.said(id)
const called = (method: string) => standIn.calls.filter((call) => call.method === method)
const post = (more: Partial<Outgoing> = {}, options = {}) => running.slack.post(outgoing(more), options)

describe('when Slack wants rest', () => {
  it('O01: after a 429 that channel is left alone for as long as Slack says, and other channels go on', async () => {
    standIn.mishap('chat.postMessage', { kind: 'status', status: 429, retryAfter: 7 })
    expect(await post()).toEqual({ retryAfter: 7 })
    expect(await post({ key: 'k2' })).toEqual({ retryAfter: 7 })
    expect(called('chat.postMessage')).toHaveLength(1)
    expect(await post({ key: 'k3', to: channel('C2') })).toHaveProperty('ok')
    expect(said()).toEqual([])
  })

  it('O01: a 429 that does not say how long is a refusal all the same', async () => {
    standIn.mishap('chat.postMessage', { kind: 'status', status: 429 })
    expect(await post()).toEqual({ retryAfter: 10 })
  })

  it('O02: `ok: false, ratelimited` in a 200 is the same', async () => {
    standIn.mishap('chat.postMessage', { kind: 'error', error: 'ratelimited' })
    const first = await post()
    expect(first).toEqual({ retryAfter: expect.any(Number) })
    expect(await post({ key: 'k2' })).toHaveProperty('retryAfter')
    expect(called('chat.postMessage')).toHaveLength(1)
  })
})

describe('when the answer is lost', () => {
  const mishaps = [
    { name: '500 before', mishap: { kind: 'status', status: 500 } },
    { name: '500 after', mishap: { kind: 'status', status: 500, after: true } },
    { name: '502 after', mishap: { kind: 'status', status: 502, after: true } },
    { name: 'a reset before', mishap: { kind: 'reset' } },
    { name: 'a reset after', mishap: { kind: 'reset-after' } },
    { name: 'a proxy’s page before', mishap: { kind: 'html' } },
    { name: 'an internal_error before', mishap: { kind: 'error', error: 'internal_error' } },
  ] as const

  it.each(mishaps)('O03: $name it was posted: a second attempt leaves exactly one message', async ({ mishap }) => {
    standIn.mishap('chat.postMessage', mishap)
    expect(await post()).toEqual({ ambiguous: true })
    expect(await post({}, { repeated: true })).toHaveProperty('ok')
    expect(said()).toEqual(['Sluit donderdag.'])
  })

  it('O03: another process, told that it is a repetition, finds what the first one posted in a thread', async () => {
    const root = standIn.workspace.say('C1', 'U1', 'wanneer?')
    standIn.mishap('chat.postMessage', { kind: 'reset-after' })
    const inThread = { to: channel('C1', root.ts) }
    expect(await post(inThread)).toEqual({ ambiguous: true })
    const other = await startSlack(house, standIn)
    expect(await other.slack.post(outgoing(inThread), { repeated: true })).toHaveProperty('ok')
    expect(said()).toEqual(['Sluit donderdag.'])
    await other.stop()
  })

  it('O03: in the same process it looks first even when nobody tells it to', async () => {
    standIn.mishap('chat.postMessage', { kind: 'reset-after' })
    expect(await post()).toEqual({ ambiguous: true })
    expect(await post()).toHaveProperty('ok')
    expect(said()).toEqual(['Sluit donderdag.'])
  })

  it('O03: metadata of another app, whatever its shape, does not keep it from looking', async () => {
    for (const metadata of [{ event_type: 'other', event_payload: { key: 5, part: 'x' } }, { event_type: 'bare' }])
      standIn.workspace.say('C1', 'U2', 'van een andere app', { metadata })
    standIn.mishap('chat.postMessage', { kind: 'reset-after' })
    expect(await post()).toEqual({ ambiguous: true })
    expect(await post({}, { repeated: true })).toHaveProperty('ok')
    expect(said().filter((words) => words === 'Sluit donderdag.')).toHaveLength(1)
  })

  it('O03: while it cannot look, it does not post again', async () => {
    standIn.mishap('chat.postMessage', { kind: 'reset-after' })
    await post()
    standIn.mishap('conversations.history', { kind: 'status', status: 500 })
    expect(await post({}, { repeated: true })).toEqual({ ambiguous: true })
    expect(said()).toEqual(['Sluit donderdag.'])
  })

  it('O03: a post of several messages goes on where it stopped', async () => {
    const long = text('Dit is een zin over de opdracht. '.repeat(900))
    const parts = await post({ key: 'whole', to: channel('C2'), card: long })
    const count = said('C2').length
    expect(count).toBeGreaterThan(2)
    expect(parts).toHaveProperty('ok')
    standIn.mishap('chat.postMessage', { kind: 'status', status: 500, after: true })
    expect(await post({ card: long })).toEqual({ ambiguous: true })
    expect(await post({ card: long }, { repeated: true })).toHaveProperty('ok')
    expect(said()).toEqual(said('C2'))
  })

  it('O03: a lost message for one person is not said again, because nobody can look', async () => {
    standIn.mishap('chat.postEphemeral', { kind: 'reset-after' })
    expect(await post({ only: sanne })).toEqual({ ambiguous: true })
    expect(await post({ only: sanne }, { repeated: true })).toEqual({ ambiguous: true })
    expect(said()).toEqual(['Sluit donderdag.'])
  })

  it('O04: a call that hangs for ever is given up', async () => {
    standIn.mishap('chat.postMessage', { kind: 'hang' })
    expect(await post()).toEqual({ ambiguous: true })
    expect(await post({ key: 'k2' })).toHaveProperty('ok')
  })

  it('a refused connection was surely not posted', async () => {
    const gone = await createStandIn(house)
    await gone.close()
    const other = await startSlack(house, gone)
    expect(await other.slack.post(outgoing())).toEqual({ refused: 'unreachable', permanent: false })
    await other.stop()
  })
})

describe('when it cannot be', () => {
  it.each([
    ['not_in_channel', () => standIn.workspace.channels.get('C1')!.members.delete('UBOT')],
    ['is_archived', () => Object.assign(standIn.workspace.channels.get('C1')!, { archived: true })],
    ['channel_not_found', () => standIn.workspace.channels.delete('C1')],
  ])('O05: %s is refused for good, with its code', async (code, happens) => {
    happens()
    expect(await post()).toEqual({ refused: code, permanent: true })
  })

  it('a revoked token is found out once; after that Slack is left in peace', async () => {
    standIn.mishap('chat.postMessage', { kind: 'error', error: 'token_revoked' })
    expect(await post()).toEqual({ refused: 'token_revoked', permanent: true })
    expect(await post({ key: 'k2' })).toEqual({ refused: 'token_revoked', permanent: true })
    expect(called('chat.postMessage')).toHaveLength(1)
  })

  it('an address of another workspace, or none at all, is refused without a call', async () => {
    expect(await post({ to: addressOf({ team: 'T2', channel: 'C1' }) })).toEqual({
      refused: 'other-workspace',
      permanent: true,
    })
    expect(await post({ to: 'teams:e30' })).toEqual({ refused: 'bad-address', permanent: true })
    expect(await post({ to: 'nonsense' })).toEqual({ refused: 'bad-address', permanent: true })
    expect(standIn.calls).toEqual([])
  })

  it('an answer to a message whose thread is gone is posted outside it', async () => {
    expect(await post({ to: channel('C1', '1.000001') })).toHaveProperty('ok')
    expect(said()).toEqual(['Sluit donderdag.'])
  })

  it('a card without words is refused', async () => {
    expect(await post({ card: { elements: [] } })).toEqual({ refused: 'card-empty', permanent: true })
  })
})

describe('for one person', () => {
  it('O10: answers a command five times on its response_url, then with chat.postEphemeral', async () => {
    const url = { href: standIn.responseUrl('C1', 'U1'), until: '2026-07-10T08:29:00Z', caller: sanne, ephemeral: true }
    const to = addressOf({ team: 'T1', channel: 'C1', url })
    for (let number = 1; number <= 7; number += 1) {
      expect(await post({ key: `k${number}`, to, only: sanne, card: text(`Antwoord ${number}`) })).toHaveProperty('ok')
    }
    expect([called('response_url').length, called('chat.postEphemeral').length]).toEqual([5, 2])
    const seen = standIn.workspace.channels.get('C1')!.messages
    expect(seen.map(asRead)).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `Antwoord ${number}`))
    expect(seen.every(({ ephemeralFor }) => ephemeralFor === 'U1')).toBe(true)
  })

  it('O10: after its time, or when Slack says it is spent, a response_url is not used', async () => {
    const href = standIn.responseUrl('C1', 'U1')
    const late = addressOf({
      team: 'T1',
      channel: 'C1',
      url: { href, until: '2026-07-10T07:59:00Z', caller: sanne, ephemeral: true },
    })
    await post({ to: late, only: sanne })
    expect(called('response_url')).toHaveLength(0)
    const unknown = `${standIn.origin}/respond/unknown`
    const spent = addressOf({
      team: 'T1',
      channel: 'C1',
      url: { href: unknown, until: '2026-07-10T09:00:00Z', caller: sanne, ephemeral: true },
    })
    await post({ key: 'k2', to: spent, only: sanne })
    expect(called('response_url')).toHaveLength(1)
    expect(called('chat.postEphemeral')).toHaveLength(2)
  })

  it('a response_url on a foreign host is not called, and never answers for somebody else', async () => {
    const until = '2026-07-10T09:00:00Z'
    const foreign = addressOf({
      team: 'T1',
      channel: 'C1',
      url: { href: 'https://evil.example/x', until, caller: sanne, ephemeral: true },
    })
    await post({ to: foreign, only: sanne })
    const own = { href: standIn.responseUrl('C1', 'U1'), until, caller: sanne, ephemeral: true }
    await post({ key: 'k2', to: addressOf({ team: 'T1', channel: 'C1', url: own }), only: personId('T1', 'U2') })
    expect(called('response_url')).toHaveLength(0)
    expect(standIn.workspace.channels.get('C1')!.messages.map(({ ephemeralFor }) => ephemeralFor)).toEqual(['U1', 'U2'])
  })

  it('where the assistant is not, the answer goes to the direct messages', async () => {
    standIn.workspace.channels.get('C1')!.members.delete('UBOT')
    expect(await post({ only: sanne })).toHaveProperty('ok')
    expect(said(standIn.workspace.directWith('U1').id)).toEqual(['Sluit donderdag.'])
  })

  it('is not hidden in a thread that nobody has open yet', async () => {
    const root = standIn.workspace.say('C1', 'U1', 'hoi')
    await post({ to: addressOf({ team: 'T1', channel: 'C1', thread: root.ts, fresh: true }), only: sanne })
    expect(standIn.workspace.channels.get('C1')!.messages.at(-1)!.thread_ts).toBeUndefined()
  })

  it('replaces an ephemeral card through the response_url of its button', async () => {
    const first = await post({ only: sanne })
    const message = standIn.workspace.channels.get('C1')!.messages[0]!
    const url = {
      href: standIn.responseUrl('C1', 'U1', message.ts),
      until: '2026-07-10T09:00:00Z',
      caller: sanne,
      ephemeral: true,
    }
    const replaces = 'ok' in first ? first.ok : ''
    await post(
      { key: 'k2', to: addressOf({ team: 'T1', channel: 'C1', url }), only: sanne, card: text('Gekozen.') },
      { replaces },
    )
    expect(said()).toEqual(['Gekozen.'])
  })
})

describe('in the place of an earlier post', () => {
  const replaced = async (before: string, after: string) => {
    const first = await post({ card: text(before) })
    const result = await post({ key: 'k2', card: text(after) }, { replaces: 'ok' in first ? first.ok : '' })
    return result
  }
  const long = 'Dit is een zin over de opdracht. '.repeat(900)

  it('a shorter card takes the surplus messages away, a longer one adds to them', async () => {
    expect(await replaced(long, 'Kort.')).toHaveProperty('ok')
    expect(said()).toEqual(['Kort.'])
    expect(await replaced('Kort.', long)).toHaveProperty('ok')
    expect(said().slice(1).join('').replace(/\s+/g, '')).toBe(long.replace(/\s+/g, ''))
  })

  it('a card that somebody deleted is posted anew', async () => {
    const first = await post()
    standIn.workspace.channels.get('C1')!.messages.length = 0
    expect(await post({ key: 'k2', card: text('Nieuw.') }, { replaces: 'ok' in first ? first.ok : '' })).toHaveProperty(
      'ok',
    )
    expect(said()).toEqual(['Nieuw.'])
  })
})

describe('files', () => {
  const bytes = new TextEncoder().encode('leeswijzer')
  const file = { id: 'f', name: 'leeswijzer.docx', type: 'application/octet-stream', size: bytes.length }
  const names = (id: string) =>
    standIn.workspace.channels.get(id)!.messages.flatMap((message) => message.files.map(({ name }) => name))

  it('a file for one person goes to the direct messages, never into the channel', async () => {
    expect(await post({ only: sanne, file }, { file: bytes })).toHaveProperty('ok')
    expect(names(standIn.workspace.directWith('U1').id)).toEqual(['leeswijzer.docx'])
    expect(names('C1')).toEqual([])
  })

  it('a file whose upload lost its answer stands there once', async () => {
    standIn.mishap('files.completeUploadExternal', { kind: 'reset-after' })
    expect(await post({ file }, { file: bytes })).toEqual({ ambiguous: true })
    expect(await post({ file }, { file: bytes, repeated: true })).toHaveProperty('ok')
    expect(names('C1')).toEqual(['leeswijzer.docx'])
    expect(said().filter((words) => words === 'Sluit donderdag.')).toHaveLength(1)
  })

  it('a file that was cut off before it stood there is not taken for an older one of the same name', async () => {
    expect(await post({ key: 'k0', file }, { file: bytes })).toHaveProperty('ok')
    standIn.mishap('files.getUploadURLExternal', { kind: 'status', status: 500 })
    expect(await post({ file }, { file: bytes })).toEqual({ ambiguous: true })
    expect(await post({ file }, { file: bytes, repeated: true })).toHaveProperty('ok')
    expect(names('C1')).toEqual(['leeswijzer.docx', 'leeswijzer.docx'])
  })

  it('a file that was found again is removed with its post', async () => {
    standIn.mishap('files.completeUploadExternal', { kind: 'reset-after' })
    await post({ file }, { file: bytes })
    const posted = await post({ file }, { file: bytes, repeated: true })
    expect(await running.slack.remove(channel(), 'ok' in posted ? posted.ok : '')).toHaveProperty('ok')
    expect(called('files.delete')).toHaveLength(1)
  })

  it('without its bytes nothing is posted', async () => {
    expect(await post({ file })).toEqual({ refused: 'file-missing', permanent: true })
  })

  const stored = (more: Record<string, unknown> = {}) => {
    const id = standIn.workspace.nextId('F')
    standIn.workspace.files.set(id, {
      id,
      name: 'cv.pdf',
      bytes: new TextEncoder().encode('%PDF'),
      mimetype: 'application/pdf',
    })
    return JSON.stringify({
      id,
      url: `${standIn.origin}/files-pri/${id}/download/cv.pdf`,
      external: false,
      size: 4,
      ...more,
    })
  }

  it('a file is fetched by its address, or by its id where Slack gave none', async () => {
    expect(Buffer.from(await running.slack.fetchFile(stored())).toString()).toBe('%PDF')
    expect(Buffer.from(await running.slack.fetchFile(stored({ url: null }))).toString()).toBe('%PDF')
  })

  it.each([
    ['a login page in a 200', 'file-login-page', () => standIn.files('login-page'), {}],
    ['a redirect', 'file-not-allowed', () => standIn.files('redirect'), {}],
    ['an endless wait', 'file-unavailable', () => standIn.files('hang'), {}],
    ['more than 10 MB', 'file-too-large', () => {}, { size: 11 * 1024 * 1024 }],
    ['another service’s file', 'file-external', () => {}, { external: true }],
    ['another host', 'file-not-allowed', () => {}, { url: 'https://evil.example/cv.pdf' }],
    ['a host that looks alike', 'file-not-allowed', () => {}, { url: 'https://files.slack.com.evil.example/cv.pdf' }],
    ['plain http', 'file-not-allowed', () => {}, { url: 'http://files.slack.com/cv.pdf' }],
    ['the metadata service', 'file-not-allowed', () => {}, { url: 'http://169.254.169.254/latest' }],
    ['credentials in the address', 'file-not-allowed', () => {}, { url: 'https://x:y@files.slack.com/cv.pdf' }],
    ['a file that is gone', 'file-gone', () => {}, { url: null, id: 'F404' }],
  ])('F08: %s is refused as %s', async (_, code, happens, more) => {
    const ref = stored(more)
    happens()
    await expect(running.slack.fetchFile(ref)).rejects.toMatchObject({ code })
  })

  it('what is no reference of Slack is refused', async () => {
    await expect(running.slack.fetchFile('{"id":1}')).rejects.toMatchObject({ code: 'file-gone' })
  })
})
