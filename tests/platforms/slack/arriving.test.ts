import { createConnection } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { card } from '../../../src/chat/card.ts'
import { asRead } from '../../standins/slack/as-read.ts'
import { stateOf } from '../../standins/slack/payloads.ts'
import type { SlackStandIn } from '../../standins/slack/server.ts'
import { createHouse, type House } from '../house.ts'
import { createStandIn, post, type RunningSlack, sign, startSlack, until, written } from './running-slack.ts'

/** Answers whoever addresses it; the cases below are about what reaches it at all. */
const echoHouse = () =>
  createHouse(
    ({ addressed, text, action }) =>
      addressed ? [{ card: card({ type: 'text', text: `Gehoord: ${action?.name ?? text}` }) }] : [],
    ({ name, values }) => {
      if (name === 'intake-form') return { kind: 'card', card: card(intake) }
      if (name === 'validate' && values['code'] === '') return { kind: 'errors', errors: { code: 'Vul een code in.' } }
      if (name === 'assignments')
        return { kind: 'options', options: [{ value: '31050', label: `31050 · ${values['text']}` }] }
      if (name === 'home') return { kind: 'card', card: card({ type: 'heading', text: 'Open opdrachten' }) }
      return { kind: 'ok' }
    },
  )

const intake = {
  type: 'form' as const,
  title: 'Kandidaat toetsen',
  action: 'intake',
  step: 'start',
  submit: 'Beginnen',
  buttonLabel: 'Beginnen',
  elements: [
    { type: 'choice' as const, name: 'assignment', label: 'Opdracht', options: [], search: 'assignments' },
    { type: 'input' as const, name: 'code', label: 'Initialen of code' },
    { type: 'fileRequest' as const, name: 'cv', label: 'Cv', accept: ['.pdf', '.docx'] },
  ],
}

let house: House
let standIn: SlackStandIn
let running: RunningSlack
let direct: string

beforeEach(async () => {
  house = echoHouse()
  standIn = await createStandIn(house)
  running = await startSlack(house, standIn)
  direct = standIn.workspace.directWith('U1').id
  await until(() => standIn.calls.some(({ method }) => method === 'auth.test'))
  standIn.calls.length = 0
})

afterEach(async () => {
  await running.stop()
  await standIn.close()
  expect(standIn.complaints).toEqual([])
})

const url = () => `${running.origin}/slack/events`
const hello = (text = 'hallo') => running.payloads.message(direct, standIn.workspace.say(direct, 'U1', text))
const heard = () => standIn.workspace.said(direct)
const answered = async () => {
  await running.deliver('event', hello('leef je nog?'))
  await house.settled()
  return heard().includes('Gehoord: leef je nog?')
}
const nothingHappened = () => {
  expect(house.taken).toEqual([])
  expect(standIn.calls).toEqual([])
}

describe('signatures', () => {
  it.each([
    ['a wrong signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['a short signature', { signature: 'v0=00' }],
    ['another version', { signature: `v1=${'0'.repeat(64)}` }],
    ['no signature', { signature: null }],
    ['no timestamp', { timestamp: null, signature: `v0=${'0'.repeat(64)}` }],
    ['a timestamp that is no number', { timestamp: '1e9' }],
  ])('S01: %s is refused, nothing is called or kept', async (_, forged) => {
    const [body, type] = written('event', hello())
    expect((await post(url(), body, type, house, forged)).status).toBe(401)
    nothingHappened()
  })

  it.each([-301, 301, 3_600])('S02: a correctly signed timestamp %i s away is refused', async (seconds) => {
    const [body, type] = written('event', hello())
    expect((await post(url(), body, type, house, { seconds })).status).toBe(401)
    nothingHappened()
  })

  it('S03: a body changed by one byte after signing is refused', async () => {
    const [body, type] = written('event', hello())
    const timestamp = String(Math.floor(house.clock.real().epochMilliseconds / 1000))
    const changed = body.replace('hallo', 'hbllo')
    expect((await post(url(), changed, type, house, { timestamp, signature: sign(timestamp, body) })).status).toBe(401)
    nothingHappened()
  })

  it('S04: an unsigned ssl_check is answered and what it smuggles along is not handled', async () => {
    const smuggled = `ssl_check=1&payload=${encodeURIComponent(JSON.stringify(hello()))}&command=/opdrachten`
    const response = await post(url(), smuggled, 'application/x-www-form-urlencoded', house, { signature: null })
    expect(response.status).toBe(200)
    nothingHappened()
  })

  it('S05: a signed url_verification gets its challenge, an unsigned one 401', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 't' })
    expect(await post(url(), body, 'application/json', house)).toEqual({ status: 200, body: { challenge: 'abc' } })
    expect((await post(url(), body, 'application/json', house, { signature: null })).status).toBe(401)
  })

  it('takes a signed form whose content type names a charset', async () => {
    const payload = running.payloads.command('/opdrachten', '', 'U1', 'C1')
    const [body] = written('command', payload)
    expect((await post(url(), body, 'application/x-www-form-urlencoded; charset=utf-8', house)).status).toBe(200)
    expect(house.taken).toHaveLength(1)
  })

  it('leaves every other path and method to the server it shares', async () => {
    expect((await fetch(`${running.origin}/healthz`)).status).toBe(404)
    expect((await fetch(url())).status).toBe(404)
  })
})

describe('one message is one', () => {
  it('S06: the same event delivered four times is answered once', async () => {
    const payload = hello()
    for (let time = 0; time < 4; time += 1) await running.deliver('event', payload)
    await house.settled()
    expect(heard()).toEqual(['Gehoord: hallo'])
  })

  it('S07: the same event at three replicas at once is answered once', async () => {
    const replicas = [running, await startSlack(house, standIn), await startSlack(house, standIn)]
    const payload = hello()
    await Promise.all(replicas.map((replica) => replica.deliver('event', payload)))
    await house.settled()
    expect(heard()).toEqual(['Gehoord: hallo'])
    await Promise.all(replicas.slice(1).map((replica) => replica.stop()))
  })

  it('S08: `message` and `app_mention` of one message are answered once, whichever comes first', async () => {
    for (const first of ['message', 'mention'] as const) {
      const message = standIn.workspace.say('C1', 'U1', `<@UBOT> ${first}`)
      const both = [running.payloads.message('C1', message), running.payloads.mention('C1', message)]
      for (const payload of first === 'message' ? both : both.reverse()) await running.deliver('event', payload)
    }
    await house.settled()
    expect(standIn.workspace.said('C1')).toEqual(['Gehoord: message', 'Gehoord: mention'])
    expect(house.taken.every(({ addressed }) => addressed)).toBe(true)
  })

  it('S09: its own messages, edits, deletions and other bots are ignored', async () => {
    const message = standIn.workspace.say(direct, 'U1', 'hallo')
    const event = running.payloads.messageEvent(direct, message)
    const ignored = [
      { ...event, bot_id: 'BBOT', user: 'UBOT' },
      { ...event, bot_id: 'BOTHER', subtype: 'bot_message' },
      { ...event, bot_id: 'BOTHER', user: 'U77' },
      { ...event, user: 'UBOT' },
      {
        type: 'message',
        subtype: 'message_changed',
        channel: direct,
        hidden: true,
        message: event,
        previous_message: event,
        ts: '1.2',
      },
      { type: 'message', subtype: 'message_deleted', channel: direct, hidden: true, deleted_ts: message.ts, ts: '1.3' },
      { type: 'message', subtype: 'channel_join', channel: 'C1', user: 'U2', text: '<@U2> has joined', ts: '1.4' },
    ]
    for (const one of ignored) expect((await running.deliver('event', running.payloads.envelope(one))).status).toBe(200)
    await house.settled()
    expect(house.taken).toEqual([])
  })

  it('S06: a redelivery whose first attempt could not be stored is taken', async () => {
    const payload = hello()
    house.breakStorage(true)
    expect((await running.deliver('event', payload)).status).toBe(500)
    house.breakStorage(false)
    expect((await running.deliver('event', payload)).status).toBe(200)
    await house.settled()
    expect(heard()).toEqual(['Gehoord: hallo'])
  })
})

describe('what nobody expects', () => {
  it('S10: unknown events, actions, commands and payload types are acknowledged at once', async () => {
    const action = {
      ...running.payloads.press(
        'C1',
        standIn.workspace.say('C1', 'UBOT', 'x'),
        { blockId: 'b', element: { type: 'button', action_id: 'other', value: 'nonsense' } },
        'U1',
      ),
    }
    const unknown: ['event' | 'command' | 'interactive', Record<string, unknown>][] = [
      ['event', running.payloads.envelope({ type: 'reaction_added', user: 'U1', item: {}, event_ts: '1.1' })],
      ['interactive', action],
      ['interactive', { ...action, actions: [{ type: 'button', action_id: 'link', block_id: 'b', action_ts: '1.1' }] }],
      ['command', running.payloads.command('/onbekend', '', 'U1', 'C1')],
      [
        'interactive',
        { type: 'shortcut', callback_id: 'x', team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, trigger_id: 'x' },
      ],
      ['interactive', { type: 'something_new', team: { id: 'T1' } }],
      [
        'interactive',
        {
          type: 'view_submission',
          team: { id: 'T1' },
          user: { id: 'U1' },
          view: { id: 'V', callback_id: 'foreign', private_metadata: '{}' },
        },
      ],
    ]
    for (const [kind, payload] of unknown) expect((await running.deliver(kind, payload)).status).toBe(200)
    nothingHappened()
    expect(await answered()).toBe(true)
  })

  it.each([
    ['malformed JSON', '{"type":'],
    ['nothing', ''],
    ['null', 'null'],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['200,000 levels', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['200,000 lists', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['bad UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['5 MB', `{"a":"${'x'.repeat(5_000_000)}"}`],
  ])('S11: a correctly signed body of %s gets a 4xx, and the next message an answer', async (_, body) => {
    const attempt = post(url(), body, 'application/json', house).then(
      ({ status }) => status,
      // Too long a body is cut off while it is still being sent.
      () => 413,
    )
    expect([400, 413]).toContain(await attempt)
    expect(house.taken).toEqual([])
    expect(await answered()).toBe(true)
  })

  it('S11: a form whose payload is null or an array gets a 4xx', async () => {
    for (const payload of ['null', '[]', '3', '{']) {
      const body = `payload=${encodeURIComponent(payload)}`
      expect((await post(url(), body, 'application/x-www-form-urlencoded', house)).status).toBe(400)
    }
    expect(await answered()).toBe(true)
  })

  it('S11: a request that breaks off in the middle harms nobody', async () => {
    const { port } = new URL(url())
    await new Promise<void>((resolve) => {
      const socket = createConnection({ host: '127.0.0.1', port: Number(port) }, () => {
        socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"type"')
        socket.destroy()
        resolve()
      })
    })
    expect(await answered()).toBe(true)
  })

  it('keeps going when an event names fields of other types', async () => {
    const odd = [{ type: 'message', channel: 5, user: {}, ts: [] }, { type: 'message', files: 'x' }, { type: 7 }, null]
    for (const event of odd) {
      const { status } = await running.deliver('event', running.payloads.envelope({}, { event }))
      expect([200, 400, 500]).toContain(status)
    }
    expect(house.taken).toEqual([])
    expect(await answered()).toBe(true)
  })
})

describe('forms', () => {
  const values = (code: string, files: unknown[] = []) => ({ assignment: '31050', code, cv: files })
  const cv = {
    id: 'F1',
    name: 'cv.pdf',
    mimetype: 'application/pdf',
    size: 1_000,
    url_private_download: 'https://files.slack.com/x',
  }

  it('opens the intake form for /toets and takes it with its file, in the direct conversation', async () => {
    await running.deliver('command', running.payloads.command('/toets', '31050', 'U1', 'C1'))
    expect(house.taken).toEqual([])
    expect(house.queries.at(-1)).toMatchObject({ name: 'intake-form', values: { text: 'toets 31050' } })
    const { view } = standIn.workspace.views[0]!
    const { body } = await running.deliver(
      'interactive',
      running.payloads.submission(view, 'U1', stateOf(view['blocks'], values('NvT', [cv]))),
    )
    expect(body).toBe('')
    expect(house.taken[0]).toMatchObject({
      conversation: 'slack:T1/U1',
      scope: 'direct',
      channel: 'slack:T1/C1',
      action: { name: 'intake', step: 'start', values: { assignment: '31050', code: 'NvT' } },
      files: [{ name: 'cv.pdf', role: 'cv', size: 1_000 }],
    })
    await house.settled()
    expect(heard()).toEqual(['Gehoord: intake'])
  })

  it('S13: an invalid submission gets its errors at the fields and stores nothing', async () => {
    await running.deliver('command', running.payloads.command('/toets', '', 'U1', 'C1'))
    const { view } = standIn.workspace.views[0]!
    const state = stateOf(view['blocks'], values(''))
    const refused = await running.deliver('interactive', running.payloads.submission(view, 'U1', state))
    const block = Object.keys(state).find((id) => id.endsWith(':code'))!
    expect(refused.body).toEqual({ response_action: 'errors', errors: { [block]: 'Vul een code in.' } })
    expect(house.taken).toEqual([])
  })

  it('S13: a file above 10 MB is refused at its field', async () => {
    await running.deliver('command', running.payloads.command('/toets', '', 'U1', 'C1'))
    const { view } = standIn.workspace.views[0]!
    const state = stateOf(view['blocks'], values('NvT', [{ ...cv, size: 11 * 1024 * 1024 }]))
    const { body } = await running.deliver('interactive', running.payloads.submission(view, 'U1', state))
    expect(JSON.stringify(body)).toMatch(/"response_action":"errors".*:cv":.*10 MB/)
    expect(house.taken).toEqual([])
  })

  it('S13: a submission that cannot be stored is not acknowledged, so the modal stays', async () => {
    await running.deliver('command', running.payloads.command('/toets', '', 'U1', 'C1'))
    const { view } = standIn.workspace.views[0]!
    house.breakStorage(true)
    const submission = running.payloads.submission(view, 'U1', stateOf(view['blocks'], values('NvT')))
    expect((await running.deliver('interactive', submission)).status).toBe(500)
  })

  it('S14: a command whose trigger has expired tells what to do instead', async () => {
    const payload = running.payloads.command('/toets', '', 'U1', 'C1')
    standIn.workspace.triggers.get(String(payload['trigger_id']))!.expired = true
    const { body } = await running.deliver('command', payload)
    expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('"/toets"') })
    expect(house.taken).toEqual([])
  })

  it('S14: a button whose trigger has expired tells its presser, and nobody else', async () => {
    await house.deliver({ key: 'k', to: addressOfChannel(), card: card(intake) })
    const [message] = standIn.workspace.channels.get('C1')!.messages
    const button = {
      blockId: 'b',
      element: (message!.blocks[0] as { elements: Record<string, unknown>[] }).elements[0]!,
    }
    const payload = running.payloads.press('C1', message!, button, 'U1')
    standIn.workspace.triggers.get(String(payload['trigger_id']))!.expired = true
    await running.deliver('interactive', payload)
    await until(() => standIn.workspace.channels.get('C1')!.messages.length === 2)
    const notice = standIn.workspace.channels.get('C1')!.messages[1]!
    expect(notice.ephemeralFor).toBe('U1')
    expect(asRead(notice)).toContain('Het formulier ging niet meer open')
  })

  it('searches assignments as the person types', async () => {
    const { body } = await running.deliver(
      'interactive',
      running.payloads.suggestion('search:assignments', 'zwolle', 'U1'),
    )
    expect(body).toEqual({
      options: [{ text: { type: 'plain_text', text: '31050 · zwolle', emoji: false }, value: '31050' }],
    })
  })

  it('shows the home tab', async () => {
    await running.deliver(
      'event',
      running.payloads.envelope({ type: 'app_home_opened', user: 'U1', channel: direct, tab: 'home', event_ts: '1.1' }),
    )
    await until(() => standIn.workspace.homes.has('U1'))
    expect(JSON.stringify(standIn.workspace.homes.get('U1'))).toContain('Open opdrachten')
  })

  function addressOfChannel(): string {
    return `slack:${Buffer.from(JSON.stringify({ team: 'T1', channel: 'C1' })).toString('base64url')}`
  }
})

describe('commands', () => {
  it.each([
    ['/opdrachten', '', 'opdrachten'],
    ['/opdrachten', 'zwolle', 'opdrachten zwolle'],
    ['/deadlines', '', 'deadlines'],
    ['/maatstaf', '', 'help'],
    ['/maatstaf', 'digest aan', 'digest aan'],
  ])('A01: %s %s is heard as "%s", privately, and only its caller sees the answer', async (command, text, heardAs) => {
    const { body } = await running.deliver('command', running.payloads.command(command, text, 'U1', 'C1'))
    expect(body).toBe('')
    expect(house.taken[0]).toMatchObject({
      text: heardAs,
      addressed: true,
      private: true,
      scope: 'channel',
      channel: 'slack:T1/C1',
    })
  })

  it('A01: a candidate command in a channel knows the way to the direct conversation', async () => {
    await running.deliver('command', running.payloads.command('/maatstaf', 'overzicht', 'U1', 'C1'))
    const { personal, personalConversation } = house.taken[0]!
    await house.deliver({ key: 'p', to: personal!, card: card({ type: 'text', text: 'Hier verder.' }) })
    expect(personalConversation).toBe('slack:T1/U1')
    expect(heard()).toEqual(['Hier verder.'])
  })
})

describe('people and places', () => {
  it('A02: a guest, a deactivated user and an unknown one are guests; a colleague is not', async () => {
    standIn.workspace.addUser({ id: 'U4', locale: 'en-US', deleted: true })
    for (const user of ['U1', 'U3', 'U4', 'U404']) {
      await running.deliver('event', running.payloads.message('C1', standIn.workspace.say('C1', user, '<@UBOT> hoi')))
    }
    expect(house.taken.map(({ person }) => [person.id, person.guest])).toEqual([
      ['slack:T1/U1', false],
      ['slack:T1/U3', true],
      ['slack:T1/U4', true],
      ['slack:T1/U404', true],
    ])
  })

  it('A02: the same user id in another workspace is another person, and a guest', async () => {
    const message = standIn.workspace.say('C9', 'U1', '<@UBOT> hoi')
    await running.deliver('event', running.payloads.message('C9', message, { user_team: 'T2' }))
    expect(house.taken[0]).toMatchObject({ person: { id: 'slack:T2/U1', guest: true }, shared: true })
  })

  it('marks what comes from a shared channel, buttons and commands too', async () => {
    await running.deliver('command', running.payloads.command('/opdrachten', '', 'U1', 'C9'))
    await running.deliver('command', running.payloads.command('/opdrachten', '', 'U1', 'C1'))
    expect(house.taken.map(({ shared }) => shared ?? false)).toEqual([true, false])
  })

  it('A02: counts an unknown person as a guest and an unknown channel as shared while Slack does not answer', async () => {
    standIn.mishap('users.info', { kind: 'status', status: 500 })
    standIn.mishap('conversations.info', { kind: 'status', status: 500 })
    await running.deliver('command', running.payloads.command('/opdrachten', '', 'U1', 'C1'))
    expect(house.taken[0]).toMatchObject({ person: { guest: true }, shared: true })
  })

  it('tells when it was added to a channel and by whom, and when it was removed', async () => {
    const joined = {
      type: 'member_joined_channel',
      user: 'UBOT',
      channel: 'C1',
      channel_type: 'C',
      team: 'T1',
      inviter: 'U2',
      event_ts: '1.1',
    }
    await running.deliver('event', running.payloads.envelope(joined))
    await running.deliver('event', running.payloads.envelope({ ...joined, user: 'U3' }))
    await running.deliver(
      'event',
      running.payloads.envelope({ type: 'channel_left', channel: 'C1', actor_id: 'U2', event_ts: '1.2' }),
    )
    expect(house.taken.map(({ event, channel, person }) => [event, channel, person.id])).toEqual([
      ['joined', 'slack:T1/C1', 'slack:T1/U2'],
      ['left', 'slack:T1/C1', 'slack:T1/U2'],
    ])
  })

  it('takes part in a thread that it has answered in', async () => {
    const root = standIn.workspace.say('C1', 'U1', '<@UBOT> wanneer sluit die?')
    await running.deliver('event', running.payloads.message('C1', root))
    await house.settled()
    const reply = standIn.workspace.say('C1', 'U2', 'en sroi?', { thread_ts: root.ts })
    await running.deliver('event', running.payloads.message('C1', reply))
    const elsewhere = standIn.workspace.say('C1', 'U2', 'ander draadje', {
      thread_ts: standIn.workspace.say('C1', 'U1', 'x').ts,
    })
    await running.deliver('event', running.payloads.message('C1', elsewhere))
    expect(house.taken.map(({ addressed }) => addressed)).toEqual([true, true, false])
    expect(house.taken[1]!.conversation).toBe(house.taken[0]!.conversation)
  })

  it.each(['app_uninstalled', 'tokens_revoked'])(
    'S15: %s is told once and closes the door: nothing is posted any more',
    async (type) => {
      await running.deliver(
        'event',
        running.payloads.envelope({ type, tokens: { bot: ['UBOT'], oauth: [] }, event_ts: '1.1' }),
      )
      expect(house.taken).toMatchObject([{ event: 'uninstalled', conversation: 'slack:T1' }])
      expect(running.slack.ready()).toEqual({ ok: false, detail: 'account_inactive' })
      standIn.calls.length = 0
      const to = `slack:${Buffer.from(JSON.stringify({ team: 'T1', channel: 'C1' })).toString('base64url')}`
      const result = await running.slack.post({ key: 'd', to, card: card({ type: 'text', text: 'Digest' }) })
      expect(result).toEqual({ refused: 'account_inactive', permanent: true })
      expect(standIn.calls).toEqual([])
    },
  )

  it('S15: the revocation of somebody else’s user token changes nothing', async () => {
    await running.deliver(
      'event',
      running.payloads.envelope({ type: 'tokens_revoked', tokens: { oauth: ['U2'], bot: [] }, event_ts: '1.1' }),
    )
    expect(await answered()).toBe(true)
  })
})

describe('time', () => {
  it('S12: is acknowledged while its turn still thinks, and answered once when it is over', async () => {
    let finish = () => {}
    const thinking = new Promise<void>((resolve) => {
      finish = resolve
    })
    const slow = createHouse(async ({ text }) => {
      await thinking
      return [{ card: card({ type: 'text', text: `Eindelijk: ${text}` }) }]
    })
    const other = await startSlack(slow, standIn)
    const payload = hello()
    expect((await other.deliver('event', payload)).status).toBe(200)
    expect((await other.deliver('event', payload)).status).toBe(200)
    expect(heard()).toEqual([])
    finish()
    await slow.settled()
    expect(heard()).toEqual(['Eindelijk: hallo'])
    await other.stop()
  })

  it('X01: while it stops, Slack is sent away to come back, and nothing is half taken', async () => {
    await running.slack.stop()
    expect((await running.deliver('event', hello())).status).toBe(503)
    expect(house.taken).toEqual([])
  })

  it('says when a late delivery was written, so that it can be treated as late', async () => {
    const seconds = house.clock.real().epochMilliseconds / 1000 - 3_600
    const message = standIn.workspace.say(direct, 'U1', 'hallo', { ts: `${Math.floor(seconds)}.000001` })
    await running.deliver('event', running.payloads.message(direct, message))
    const age = house.clock.now().since(Temporal.Instant.from(house.taken[0]!.receivedAt)).total('minutes')
    expect(age).toBeGreaterThan(59)
    expect(age).toBeLessThan(62)
  })
})
