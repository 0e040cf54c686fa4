import { afterEach, describe, expect, it } from 'vitest'
import { formatAddress } from '../../../src/chat/address.ts'
import { card } from '../../../src/chat/card.ts'
import type { ShownEntry } from '../../../src/platforms/web/shown.ts'
import { openPage, uploaded } from './browser-page.ts'
import { type LocalChat, nothingKept, startLocalChat } from './local-chat.ts'

const running: LocalChat[] = []
async function start(options: Parameters<typeof startLocalChat>[0] = {}): Promise<LocalChat> {
  const chat = await startLocalChat(options)
  running.push(chat)
  return chat
}
afterEach(async () => {
  for (const chat of running.splice(0)) await chat.stop()
})

const text = (words: string) => card({ type: 'text', text: words })
const echo: NonNullable<Parameters<typeof startLocalChat>[0]>['onIncoming'] = async (incoming, chat) => {
  if (!incoming.event)
    await chat.say({ key: `${incoming.key}/0`, to: incoming.address, card: text(`gehoord: ${incoming.text}`) })
}

describe('a message', () => {
  it('arrives once as an Incoming of this person’s own conversation, however often it is sent', async () => {
    const chat = await start()
    const page = await openPage(chat)
    const key = crypto.randomUUID()
    const results = [await page.send('wanneer sluit 31050?', { key }), await page.send('wanneer sluit 31050?', { key })]
    expect(await Promise.all(results.map((response) => response.json()))).toEqual([
      { result: 'accepted' },
      { result: 'duplicate' },
    ])
    expect(chat.incoming).toHaveLength(1)
    const [incoming] = chat.incoming
    expect(incoming).toMatchObject({
      platform: 'web',
      scope: 'direct',
      addressed: true,
      text: 'wanneer sluit 31050?',
      files: [],
    })
    expect(incoming?.person).toMatchObject({ locale: 'nl', guest: false })
    expect(incoming?.personalConversation).toBe(incoming?.conversation)
    expect(await page.entries()).toHaveLength(1)
  })

  it('keeps its answer behind it, although the answer was there first', async () => {
    const chat = await start({ onIncoming: echo })
    const page = await openPage(chat)
    for (const words of ['een', 'twee', 'drie']) await page.send(words)
    expect((await page.entries()).map((entry) => [entry.from, entry.text])).toEqual([
      ['you', 'een'],
      ['maatstaf', 'gehoord: een'],
      ['you', 'twee'],
      ['maatstaf', 'gehoord: twee'],
      ['you', 'drie'],
      ['maatstaf', 'gehoord: drie'],
    ])
  })

  it('that could not be kept is not confirmed; sent again it is heard and shown once', async () => {
    let broken = true
    const chat = await start({
      beforeAccept: () => {
        if (broken) throw new Error('the database is gone')
      },
    })
    const page = await openPage(chat)
    const key = crypto.randomUUID()
    const failed = await page.send('hallo', { key })
    expect(failed.status).toBe(503)
    expect(await failed.json()).toMatchObject({ error: 'unavailable' })
    expect(await page.entries()).toEqual([])
    broken = false
    await page.send('hallo', { key })
    expect((await page.entries()).map((entry) => entry.text)).toEqual(['hallo'])
  })

  it('that was accepted just before a crash is shown after the retry', async () => {
    const kept = nothingKept()
    const chat = await start({ kept })
    const page = await openPage(chat)
    const key = crypto.randomUUID()
    await page.send('hallo', { key })
    kept.entries.clear()
    await page.send('hallo', { key })
    expect(chat.incoming).toHaveLength(1)
    expect(await page.entries()).toHaveLength(1)
  })

  it('carries a pressed button as an action, shown by its label', async () => {
    const chat = await start()
    const page = await openPage(chat)
    await page.send('', {
      action: { label: 'Kloppen', data: { action: 'accept', step: 's7', values: { a: '1' }, reden: 'ja' } },
    })
    expect(chat.incoming[0]?.action).toEqual({ name: 'accept', step: 's7', values: { a: '1', reden: 'ja' } })
    expect((await page.entries())[0]?.text).toBe('Kloppen')
  })

  it('of another shape is refused with a sentence', async () => {
    const chat = await start()
    const page = await openPage(chat)
    const bodies = ['null', '[]', '{}', 'x', JSON.stringify({ key: 'short', text: 'a', files: [], action: null })]
    for (const body of bodies) {
      const response = await fetch(`${chat.url}/web/messages`, { method: 'POST', headers: page.headers(), body })
      expect([body, response.status]).toEqual([body, 400])
      expect(await response.json()).toMatchObject({ error: 'bad-message' })
    }
    expect((await page.send('   ')).status).toBe(400)
    expect(chat.incoming).toEqual([])
  })
})

describe('a conversation', () => {
  it('is the same in two tabs, and there again after a restart', async () => {
    const kept = nothingKept()
    const before = await start({ kept, onIncoming: echo })
    const first = await openPage(before)
    const second = await openPage(before, { cookie: first.cookie })
    const stream = await second.listen()
    expect((await stream.next()).event).toBe('snapshot')
    await first.send('hallo')
    const seen = [await stream.next(), await stream.next()].map(({ data }) => (data as ShownEntry).text)
    expect(seen.sort()).toEqual(['gehoord: hallo', 'hallo'])
    stream.close()
    await before.stop()
    running.splice(running.indexOf(before), 1)

    const after = await start({ kept })
    const again = await openPage(after, { cookie: first.cookie })
    expect(again.token).toBe(first.token)
    expect((await again.entries()).map((entry) => entry.text)).toEqual(['hallo', 'gehoord: hallo'])
  })

  it('is nobody else’s', async () => {
    const chat = await start({ onIncoming: echo })
    const mine = await openPage(chat)
    const other = await openPage(chat)
    await mine.send('geheim')
    expect(await other.entries()).toEqual([])
    expect((await mine.entries())[0]?.key).not.toContain(mine.cookie.split('=')[1])
  })

  it('shows a card in the place of the one it replaces, also when that one was replaced before', async () => {
    const chat = await start()
    const page = await openPage(chat)
    await page.send('toets')
    const to = chat.incoming[0]!.address
    await chat.say({ key: 'a', to, card: text('10%') })
    await chat.say({ key: 'b', to, card: text('daarna') })
    await chat.say({ key: 'c', to, card: text('50%'), replaces: 'a' })
    await chat.say({ key: 'd', to, card: text('klaar'), replaces: 'c' })
    expect((await page.entries()).map((entry) => entry.text)).toEqual(['toets', 'klaar', 'daarna'])
  })

  it('shows a post that is repeated once', async () => {
    const chat = await start()
    const page = await openPage(chat)
    await page.send('hallo')
    const outgoing = { key: 'a', to: chat.incoming[0]!.address, card: text('een keer') }
    expect(await chat.say(outgoing)).toEqual({ ok: 'a' })
    await chat.say(outgoing)
    expect(await page.entries()).toHaveLength(2)
  })

  it('refuses the address of another platform', async () => {
    const chat = await start()
    const to = formatAddress('slack', { channel: 'C1' })
    await expect(chat.say({ key: 'a', to, card: text('x') })).rejects.toMatchObject({ code: 'bad-address' })
  })
})

describe('a room', () => {
  it('is a channel: what is said there is addressed only by name, and seen by all', async () => {
    const chat = await start({ onIncoming: echo })
    const sanne = await openPage(chat, { room: 'Inhuur Oost' })
    const tom = await openPage(chat, { room: 'inhuur-oost' })
    await sanne.send('lunch?')
    await sanne.send('@maatstaf wanneer sluit 31050?')
    await sanne.send('Maatstaf, en de schaal?')
    await sanne.send('de maatstaf is streng')
    expect(chat.incoming.map((incoming) => [incoming.scope, incoming.addressed, incoming.text])).toEqual([
      ['channel', false, 'lunch?'],
      ['channel', true, 'wanneer sluit 31050?'],
      ['channel', true, 'en de schaal?'],
      ['channel', false, 'de maatstaf is streng'],
    ])
    expect(chat.incoming[0]).toMatchObject({ conversation: 'web/room/inhuur-oost', channel: 'web/room/inhuur-oost' })
    expect(chat.incoming[0]?.personalConversation).toMatch(/^web\/direct\//)
    const seen = await tom.entries()
    expect(seen[0]).toMatchObject({ from: 'colleague', text: 'lunch?' })
    expect(seen[0]?.who).toMatch(/^[0-9a-f]{4}$/)
  })

  it('shows a private reply to its one reader', async () => {
    const chat = await start()
    const sanne = await openPage(chat, { room: 'oost' })
    const tom = await openPage(chat, { room: 'oost' })
    await sanne.send('toets')
    const { address, person } = chat.incoming[0]!
    await chat.say({ key: 'p', to: address, only: person.id, card: text('alleen jij') })
    expect((await sanne.entries()).at(-1)).toMatchObject({ text: 'alleen jij', private: true })
    expect((await tom.entries()).map((entry) => entry.text)).toEqual(['toets'])
  })

  it('invites the assistant when it is first opened', async () => {
    const chat = await start()
    const page = await openPage(chat, { room: 'nieuw' })
    const stream = await page.listen()
    await stream.next()
    await expect.poll(() => chat.incoming.map(({ event }) => event)).toEqual(['joined'])
    stream.close()
  })

  it('with an impossible name is refused in the person’s language', async () => {
    const chat = await start()
    const answer = async (room: string, lang: string) => {
      const response = await fetch(`${chat.url}/web/session?room=${encodeURIComponent(room)}`, {
        headers: { 'accept-language': lang },
      })
      return [response.status, ((await response.json()) as { message: string }).message]
    }
    expect(await answer('../x', 'nl')).toEqual([400, expect.stringContaining('Die naam')])
    expect(await answer('', 'en-GB,nl;q=0.5')).toEqual([400, expect.stringContaining('That name')])
  })
})

describe('a file', () => {
  it('goes along with a message, with the role its field gave it', async () => {
    const chat = await start()
    const page = await openPage(chat)
    const file = await uploaded(await page.upload(new Uint8Array([37, 80, 68, 70]), '../../cv "NvT".pdf', 'cv'))
    expect(file).toMatchObject({ name: 'cv  NvT .pdf', size: 4, role: 'cv' })
    await page.send('', { files: [file] })
    const [received] = chat.incoming[0]!.files
    expect(received).toMatchObject({ name: 'cv  NvT .pdf', role: 'cv' })
    expect(received).not.toHaveProperty('seal')
    expect([...(await chat.web.fetchFile(received!))]).toEqual([37, 80, 68, 70])
    await expect(chat.web.fetchFile({ ...received!, ref: 'weg' })).rejects.toMatchObject({ code: 'file-gone' })
  })

  it('of another person, another conversation or a made-up name is refused', async () => {
    const chat = await start()
    const [mine, other] = [await openPage(chat), await openPage(chat)]
    const room = await openPage(chat, { room: 'oost', cookie: mine.cookie })
    const file = await uploaded(await mine.upload(new Uint8Array([1]), 'cv.pdf'))
    expect((await other.send('', { files: [file] })).status).toBe(400)
    expect((await room.send('', { files: [file] })).status).toBe(400)
    expect((await mine.send('', { files: [{ ...file, ref: 'file-2' }] })).status).toBe(400)
    expect((await mine.send('', { files: [file] })).status).toBe(200)
  })

  it('over 10 MB or without bytes gets a sentence and is not kept', async () => {
    const chat = await start()
    const page = await openPage(chat)
    const large = await page.upload(new Uint8Array(10 * 1024 * 1024 + 1), 'groot.pdf')
    expect([large.status, await large.json()]).toEqual([
      413,
      { error: 'too-large', message: expect.stringContaining('10 MB') },
    ])
    const empty = await page.upload(new Uint8Array(), 'leeg.pdf')
    expect([empty.status, await empty.json()]).toEqual([
      400,
      { error: 'empty-file', message: expect.stringContaining('leeg') },
    ])
    expect(chat.kept.files.size).toBe(0)
    expect((await page.upload(new Uint8Array(10 * 1024 * 1024), 'net.pdf')).status).toBe(200)
  })

  it('that the assistant offers is handed to whom it was offered, to save and not to open', async () => {
    const chat = await start()
    const [mine, other] = [await openPage(chat), await openPage(chat)]
    await mine.send('rapport')
    chat.kept.files.set('r1', {
      bytes: new TextEncoder().encode('<script>'),
      name: 'Rapport “NvT”.html',
      type: 'text/html',
    })
    await chat.say({
      key: 'f',
      to: chat.incoming[0]!.address,
      card: text('klaar'),
      file: { id: 'r1', name: 'rapport.html', type: 'text/html', size: 8 },
    })
    const { download } = (await mine.entries()).at(-1)!
    const got = await fetch(chat.url + download!.href, { headers: { cookie: mine.cookie } })
    expect(await got.text()).toBe('<script>')
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Rapport%20/)
    const refused = await fetch(chat.url + download!.href, { headers: { cookie: other.cookie } })
    expect(refused.status).toBe(404)
    expect((await fetch(`${chat.url}/web/file?id=onbekend`, { headers: { cookie: mine.cookie } })).status).toBe(404)
  })
})

describe('a query', () => {
  it('is answered at once, its card as the page draws it', async () => {
    const chat = await start({ query: ({ name, values }) => ({ kind: 'card', card: text(`${name} ${values['q']}`) }) })
    const page = await openPage(chat)
    const ask = (body: unknown) =>
      fetch(`${chat.url}/web/query`, { method: 'POST', headers: page.headers(), body: JSON.stringify(body) })
    const answer = (await (await ask({ name: 'form', values: { q: 'x' } })).json()) as {
      card: { type: string; version: string }
    }
    expect(answer.card).toMatchObject({ type: 'AdaptiveCard', version: '1.4' })
    expect((await ask({ name: 3 })).status).toBe(400)
  })
})
