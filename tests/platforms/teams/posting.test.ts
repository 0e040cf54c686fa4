import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandIn } from '../../../src/assistant/turn/commands.ts'
import { card, type Element } from '../../../src/chat/card.ts'
import { postingCommandIn } from '../../../src/postings/posting-command.ts'
import { channel, people } from '../../standins/teams/activities.ts'
import { cardOf, partsOf, wordsOf } from '../../standins/teams/connector-rules.ts'
import { createTeamsStandIn, type TeamsStandIn } from '../../standins/teams/server.ts'
import { createHouse, type House } from '../house.ts'
import { type RunningTeams, settingsFor, startTeams } from './running-teams.ts'

let house: House
let standIn: TeamsStandIn
let running: RunningTeams
let direct: string
let inChannel: string

beforeEach(async () => {
  house = createHouse(() => [])
  standIn = await createTeamsStandIn()
  running = await startTeams(house, standIn)
  await running.deliver(running.activities.message('hallo'))
  await running.deliver(running.activities.message('hallo', { where: 'channel', mention: true, thread: '1700' }))
  direct = house.taken[0]!.address
  inChannel = house.taken[1]!.address
})
afterEach(async () => {
  await running.stop()
  expect(standIn.complaints).toEqual([])
  await standIn.close()
})

const words = (text: string) => card({ type: 'text', text })
const post = (key: string, to = direct, more: object = {}, options: object = {}) =>
  running.teams.post({ key, to, card: words(key), ...more }, options)
const shown = () => standIn.posted.map(({ activity }) => wordsOf(cardOf(activity)))
const sends = () => standIn.calls.filter(({ typing, path }) => !typing && path.includes('/activities')).length
const personal = `a:personal-${people.sanne.id}`
const said = (value: string) => ({ type: 'imBack', title: value, value })

describe('O01: 429 with Retry-After', () => {
  it('is handed on, and that conversation rests while others go on', async () => {
    standIn.mishap({ kind: 'status', status: 429, retryAfter: 7 })
    expect(await post('een')).toEqual({ retryAfter: 7 })
    const before = sends()
    const again = await post('een')
    expect(again).toEqual({ retryAfter: 7 })
    expect(sends()).toBe(before)
    expect(await post('elders', inChannel)).toHaveProperty('ok')
  })

  it('without advice, and 412, are surely not posted', async () => {
    standIn.mishap({ kind: 'status', status: 429 }, { kind: 'status', status: 412 })
    expect(await post('een')).toEqual({ retryAfter: 10 })
    expect(await post('twee', inChannel)).toEqual({ retryAfter: 2 })
    expect(shown()).toEqual([])
  })
})

describe('O03: an answer that is lost', () => {
  it.each([500, 502, 503, 504, 408])('%i may have been posted: said so, tried once', async (status) => {
    standIn.mishap({ kind: 'status', status })
    const before = sends()
    expect(await post('een')).toEqual({ ambiguous: true })
    expect(sends()).toBe(before + 1)
  })

  it('is not repeated: nothing can be read back', async () => {
    standIn.mishap({ kind: 'done-then-reset' })
    expect(await post('een')).toEqual({ ambiguous: true })
    expect(await post('een', direct, {}, { repeated: true })).toEqual({ ambiguous: true })
    expect(shown()).toEqual(['een'])
  })

  it('of a replacement may be repeated: it says the same in the same place', async () => {
    const first = await post('een')
    const replaces = 'ok' in first ? first.ok : ''
    standIn.mishap({ kind: 'done-then-reset' })
    expect(await post('twee', direct, {}, { replaces })).toEqual({ ambiguous: true })
    expect(await post('twee', direct, {}, { replaces, repeated: true })).toHaveProperty('ok')
    expect(shown()).toEqual(['twee'])
  })

  it('a refused connection is surely not posted', async () => {
    const gone = await createTeamsStandIn()
    const other = await startTeams(house, gone)
    await other.deliver(other.activities.message('hallo'))
    const to = house.taken.at(-1)!.address
    await gone.close()
    // The first finds out that its kept connection is gone, which says nothing about what was taken.
    await other.teams.post({ key: 'k', to, card: words('x') })
    expect(await other.teams.post({ key: 'k', to, card: words('x') })).toMatchObject({ permanent: false })
    await other.stop()
  })
})

describe('O04: a connector that hangs', () => {
  it('is given up within the time of a call', async () => {
    standIn.mishap({ kind: 'hang' })
    expect(await post('een')).toEqual({ ambiguous: true })
  })
})

describe('O05: no longer welcome', () => {
  it.each(['BotNotInConversationRoster', 'BotDisabledByAdmin', 'ConversationBlockedByUser'])(
    '%s is permanent',
    async (code) => {
      standIn.mishap({ kind: 'status', status: 403, code })
      expect(await post('een')).toEqual({ refused: code, permanent: true })
    },
  )

  it('a rejected token is not: the next attempt brings a new one', async () => {
    standIn.mishap({ kind: 'status', status: 401 })
    expect(await post('een')).toMatchObject({ permanent: false })
    const logins = standIn.logins()
    expect(await post('een')).toHaveProperty('ok')
    expect(standIn.logins()).toBe(logins + 1)
  })

  it('a login that refuses leaves everything unsent', async () => {
    const settings = { ...settingsFor(standIn), MicrosoftAppPassword: 'wrong' }
    const other = await startTeams(house, standIn, { settings })
    const before = sends()
    expect(await other.teams.post({ key: 'k', to: direct, card: words('x') })).toEqual({
      refused: 'login-refused',
      permanent: false,
    })
    expect(sends()).toBe(before)
    await other.stop()
  })
})

describe('O06, O08: what is too long', () => {
  const sentences = (count: number) => Array.from({ length: count }, (_, index) => `Zin ${index} 👩🏽‍💻 eindigt hier.`)
  const numbers = () =>
    [
      ...shown()
        .join(' ')
        .matchAll(/Zin (\d+) 👩🏽‍💻 eindigt hier\./g),
    ].map((match) => Number(match[1]))

  it.each([
    ['a text of 120 KB as UTF-16', (all: string[]): Element => ({ type: 'text', text: all.join(' ') }), 2_400],
    ['a list', (all: string[]): Element => ({ type: 'list', items: all }), 300],
    ['an ordered list', (all: string[]): Element => ({ type: 'list', items: all, ordered: true }), 300],
    ['a quote', (all: string[]): Element => ({ type: 'quote', text: all.join(' '), source: 'blz. 2' }), 500],
    [
      'facts',
      (all: string[]): Element => ({ type: 'facts', rows: all.map((value, index) => ({ label: `${index}`, value })) }),
      200,
    ],
  ])('%s is split and whole, in order, with every emoji intact', async (_, element, count) => {
    const result = await running.teams.post({ key: 'lang', to: direct, card: card(element(sentences(count))) })
    expect(result).toHaveProperty('ok')
    expect(standIn.posted.length).toBeGreaterThan(1)
    expect(numbers()).toEqual(sentences(count).map((_, index) => index))
  })

  it('keeps the fields with the button that sends them', async () => {
    const long = card(
      { type: 'text', text: sentences(600).join(' ') },
      { type: 'input', name: 'reden', label: 'Reden' },
      { type: 'buttons', buttons: [{ kind: 'action', label: 'Opslaan', action: 'a', step: 's' }] },
    )
    await running.teams.post({ key: 'lang', to: direct, card: long })
    const last = partsOf(cardOf(standIn.posted.at(-1)!.activity)).map(({ type }) => type)
    expect(standIn.posted.length).toBeGreaterThan(1)
    expect(last).toContain('Input.Text')
    expect(last).toContain('Action.Submit')
  })

  it('goes on where it was refused half way, without saying the first half twice', async () => {
    const long = card({ type: 'text', text: sentences(600).join(' ') })
    const outgoing = { key: 'lang', to: direct, card: long }
    const settled = await running.teams.post({ ...outgoing, key: 'eerst' })
    const whole = standIn.posted.length
    expect(settled).toHaveProperty('ok')
    standIn.posted.length = 0
    standIn.mishap({ kind: 'status', status: 403, code: 'Ok' }, { kind: 'status', status: 429, retryAfter: 1 })
    await running.teams.post({ ...outgoing, key: 'weg' })
    expect(await running.teams.post(outgoing)).toEqual({ retryAfter: 1 })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await running.teams.post(outgoing)).toHaveProperty('ok')
    expect(standIn.posted).toHaveLength(whole)
  })

  it('a shorter replacement removes what is left over', async () => {
    const first = await running.teams.post({
      key: 'lang',
      to: direct,
      card: card({ type: 'text', text: sentences(600).join(' ') }),
    })
    await post('kort', direct, {}, { replaces: 'ok' in first ? first.ok : '' })
    expect(shown()).toEqual(['kort'])
    expect(standIn.posted[0]!.edited).toBe(true)
  })

  it('a replacement of something that is gone is posted as new', async () => {
    expect(await post('nieuw', direct, {}, { replaces: JSON.stringify([personal, '99999']) })).toHaveProperty('ok')
    expect(shown()).toEqual(['nieuw'])
  })
})

describe('O09: foreign words', () => {
  it('never become a mention, a link or markup', async () => {
    const foreign = '<at>Tom</at> **vet** [klik](https://evil.example) <!channel>'
    await running.teams.post({ key: 'k', to: inChannel, card: words(foreign) })
    const [message] = standIn.posted
    expect(shown()).toEqual([foreign])
    expect(message!.activity['entities']).toBeUndefined()
    expect(message!.activity['text']).toBeUndefined()
  })
})

describe('what is for one person', () => {
  it('stands in that person’s own chat, and the channel hears only that it does', async () => {
    await post('Alleen voor jou', inChannel, { only: house.taken[1]!.person.id })
    const own = standIn.posted.filter(({ conversation }) => conversation === personal)
    const there = standIn.posted.filter(({ conversation }) => conversation.startsWith(channel))
    expect(own.map(({ activity }) => wordsOf(cardOf(activity)))).toEqual(['Alleen voor jou'])
    expect(there).toHaveLength(1)
    expect(JSON.stringify(there)).not.toContain('Alleen voor jou')
    expect(JSON.stringify(there)).toContain('https://teams.microsoft.com/l/chat/0/0?users=28:')
  })

  it('is not said in the channel when that person cannot be reached; the way there is', async () => {
    standIn.blocked.add(people.sanne.id)
    expect(await post('geheim', inChannel, { only: house.taken[1]!.person.id })).toHaveProperty('ok')
    expect(JSON.stringify(standIn.posted)).not.toContain('geheim')
    expect(standIn.posted.map(({ conversation }) => conversation)).toEqual([`${channel};messageid=1700`])
  })

  it('T11: a refusal for somebody who pressed another’s button goes to that person’s own chat', async () => {
    await running.deliver(
      running.activities.submit({ action: 'x', step: 's' }, '9', { where: 'channel', who: 'tom', thread: '1700' }),
    )
    const pressed = house.taken.at(-1)!
    expect(pressed.person.id).toBe('teams:tenant-1/aad-tom')
    await post('Deze knop is van iemand anders.', pressed.address, { only: pressed.person.id })
    expect(standIn.posted[0]!.conversation).toBe(`a:personal-${people.tom.id}`)
  })

  it('forms stay out of a channel: the way to the own chat stands there instead', async () => {
    const form: Element = {
      type: 'form',
      title: 'T',
      action: 'a',
      step: 's',
      submit: 'Ok',
      buttonLabel: 'Open',
      elements: [{ type: 'input', name: 'n', label: 'N' }],
    }
    await running.teams.post({ key: 'k', to: inChannel, card: card({ type: 'text', text: 'Vul in' }, form) })
    const types = partsOf(cardOf(standIn.posted[0]!.activity)).map(({ type }) => type)
    expect(types).not.toContain('Input.Text')
    expect(types).toContain('Action.OpenUrl')
  })
})

describe('the welcome', () => {
  const suggested = () => standIn.posted.map(({ activity }) => activity['suggestedActions'])

  it('in a personal chat suggests what to say next, to that person, and each suggestion is understood', async () => {
    await running.deliver(running.activities.added())
    const { key, address } = house.taken.at(-1)!
    for (const lang of ['nl', 'en'] as const)
      await running.teams.post({ key: `${key}/0`, to: address, card: words('Hallo') }, { lang })
    expect(suggested()).toEqual([
      { to: [people.sanne.id], actions: ['opdrachten', 'deadlines', 'toets', 'help'].map(said) },
      { to: [people.sanne.id], actions: ['assignments', 'deadlines', 'score', 'help'].map(said) },
    ])
    const texts = ['opdrachten', 'deadlines', 'toets', 'help', 'assignments', 'score']
    expect(texts.filter((text) => commandIn(text) === null && postingCommandIn(text) === null)).toEqual([])
  })

  it('in a channel suggests nothing, and neither does any later word in the personal chat', async () => {
    await running.deliver(running.activities.added('channel'))
    const { key, address } = house.taken.at(-1)!
    await running.teams.post({ key: `${key}/0`, to: address, card: words('Hallo allemaal') })
    await post('een antwoord')
    expect(suggested()).toEqual([undefined, undefined])
  })
})

describe('a used card', () => {
  const asking = (step: string) =>
    card(
      { type: 'text', text: 'Klopt dit?' },
      { type: 'buttons', buttons: [{ kind: 'action', label: 'Ja, klopt', action: 'ja', step, values: { n: '4' } }] },
    )
  const press = (step: string) =>
    running.deliver(running.activities.submit({ action: 'ja', step, values: { n: '4' } }, standIn.posted[0]!.id))

  it('loses its buttons and says which one was pressed', async () => {
    await running.teams.post({ key: 'k', to: direct, card: asking('s#1') })
    await press('s#1')
    await running.teams.stop()
    expect(shown()).toEqual(['Klopt dit?\n→ Ja, klopt'])
    expect(partsOf(cardOf(standIn.posted[0]!.activity)).map(({ type }) => type)).not.toContain('Action.Submit')
  })

  it('keeps them when it may be used again, or when another card stands there by now', async () => {
    await running.teams.post({ key: 'k', to: direct, card: asking('') })
    await press('')
    const result = await running.teams.post({ key: 'l', to: direct, card: asking('s#1') })
    await running.teams.post(
      { key: 'm', to: direct, card: asking('s#2') },
      { replaces: 'ok' in result ? result.ok : '' },
    )
    await running.deliver(
      running.activities.submit({ action: 'ja', step: 's#1', values: { n: '4' } }, standIn.posted[1]!.id),
    )
    await running.teams.stop()
    expect(shown()).toEqual(['Klopt dit?', 'Klopt dit?'])
  })
})

describe('T09: a file', () => {
  const outgoing = () => ({
    key: 'f',
    to: direct,
    card: words('De leeswijzer.'),
    file: { id: 'f1', name: 'leeswijzer.docx', type: 'x', size: 4 },
  })
  const bytes = new Uint8Array([1, 2, 3, 4])
  const place = '/upload/x'

  async function offered() {
    running.files.set('f1', bytes)
    await running.teams.post(outgoing(), { file: bytes })
    const { id, activity } = standIn.posted.at(-1)!
    const [attachment] = activity['attachments'] as { content: { acceptContext: object } }[]
    const answer = (action: string, uploadUrl = `${standIn.origin}${place}`, who: 'sanne' | 'tom' = 'sanne') =>
      running.deliver(
        running.activities.invoke(
          'fileConsent/invoke',
          {
            type: 'fileUpload',
            action,
            context: attachment!.content.acceptContext,
            uploadInfo: { uploadUrl, contentUrl: 'https://x', name: 'n' },
          },
          { who, replyToId: id },
        ),
      )
    return { id, answer }
  }

  it('is handed over once its person agrees, and its card gives way', async () => {
    const { id, answer } = await offered()
    expect((await answer('accept')).status).toBe(200)
    await running.teams.stop()
    expect(standIn.uploads.get(place)).toEqual(bytes)
    expect(standIn.posted.some((one) => one.id === id)).toBe(false)
  })

  it('is not uploaded for another person, a second time, or to a foreign host', async () => {
    const { answer } = await offered()
    expect((await answer('accept', undefined, 'tom')).status).toBe(403)
    expect((await answer('accept', 'http://169.254.169.254/latest')).status).toBe(403)
    expect((await answer('accept', 'https://evil.example/upload')).status).toBe(403)
    expect(standIn.uploads.size).toBe(0)
    expect((await answer('accept')).status).toBe(200)
    expect((await answer('accept', `${standIn.origin}/upload/second`)).status).toBe(403)
    await running.teams.stop()
    expect([...standIn.uploads.keys()]).toEqual([place])
  })

  it('that was declined is not uploaded any more', async () => {
    const { answer } = await offered()
    expect((await answer('decline')).status).toBe(200)
    expect((await answer('accept')).status).toBe(403)
    await running.teams.stop()
    expect(standIn.uploads.size).toBe(0)
  })

  it('with an invented context is refused', async () => {
    const value = {
      type: 'fileUpload',
      action: 'accept',
      context: { consent: 'x' },
      uploadInfo: { uploadUrl: `${standIn.origin}${place}`, contentUrl: 'x', name: 'n' },
    }
    expect((await running.deliver(running.activities.invoke('fileConsent/invoke', value))).status).toBe(403)
  })

  it.each([
    ['on a foreign host', 'https://evil.example/cv.pdf', 'file-not-allowed'],
    ['on the machine itself', 'http://169.254.169.254/cv.pdf', 'file-not-allowed'],
    ['whose address only looks right', 'https://sharepoint.com.evil.example/cv.pdf', 'file-not-allowed'],
    ['of another scheme', 'file:///etc/passwd', 'file-not-allowed'],
  ])('F08: a file %s is not asked for', async (_, url, code) => {
    await expect(running.teams.fetchFile(JSON.stringify({ url }))).rejects.toMatchObject({ code })
  })

  it('that is gone says so', async () => {
    await expect(
      running.teams.fetchFile(JSON.stringify({ url: `${standIn.origin}/files/none` })),
    ).rejects.toMatchObject({ code: 'file-gone' })
  })
})
