import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formatAddress } from '../../src/chat/address.ts'
import type { Incoming, Outgoing } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { closeParsers } from '../../src/documents/read-document.ts'
import { type HttpServer, listenHttp } from '../../src/house/http.ts'
import { createUploadRoute } from '../../src/house/upload-route.ts'
import { silentLog } from '../../src/log.ts'
import { openTestHouse, settled, type TestHouse } from '../assistant/open-house.ts'
import { sampleCv, samplePosting } from '../assistant/sample-posting.ts'
import { engines, type Place } from '../storage/engines.ts'
import { traces } from '../storage/peek.ts'

afterAll(closeParsers)

const embedded = engines[0]!
const page = 'https://maatstaf.example'

describe('the page that takes a CV outside the chat', () => {
  let place: Place
  let test: TestHouse
  let server: HttpServer
  let said: Outgoing[]

  const open = async (environment: Record<string, string> = { MAATSTAF_URL: page }) => {
    test = await openTestHouse(place, { environment })
    said = []
    test.house.addPlatform('slack', {
      async post(outgoing) {
        said.push(outgoing)
        return { ok: outgoing.key }
      },
      fetchFile: () => Promise.reject(new Error('nothing stands in the chat')),
    })
    await test.house.work()
    await test.add('70412', samplePosting)
    server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: [createUploadRoute(test.house)], log: silentLog })
  }
  const close = async () => {
    await server.close()
    await test.house.close()
  }

  beforeEach(async () => {
    place = await embedded.newPlace()
    await open()
  })
  afterEach(async () => {
    await close()
    await embedded.drop(place)
  })

  const slackMessage = (about: Partial<Incoming>) =>
    test.message({
      platform: 'slack',
      conversation: 'slack:T1/D1',
      address: formatAddress('slack', { team: 'T1', channel: 'D1' }),
      person: { id: 'slack:T1/U1', guest: false },
      ...about,
    })
  const tell = async (text: string) => {
    await test.house.inbox.accept(slackMessage({ text }))
    await settled(test.house)
  }
  const words = () => said.map(({ card }) => plainText(card)).join('\n')
  const linkIn = (cards: Outgoing[]) =>
    cards
      .flatMap(({ card }) => card.elements)
      .flatMap((element) => (element.type === 'buttons' ? element.buttons : []))
      .flatMap((button) => (button.kind === 'link' ? [button.url] : []))
      .filter((url) => url.includes('/upload/'))
      .at(-1)
  const local = (url: string | undefined) => (url ?? '').replace(page, `http://127.0.0.1:${server.port}`)
  const formWith = (files: Record<string, Blob>, name = 'mijn-cv.txt') => {
    const form = new FormData()
    for (const [field, file] of Object.entries(files)) form.append(field, file, name)
    return form
  }
  const cv = () => new Blob([sampleCv], { type: 'text/plain' })

  async function offered(): Promise<string> {
    await tell('toets KV voor 70412')
    return local(linkIn(said))
  }

  it('is offered where the CV is asked for, shows a form, and what is sent goes on in the conversation', async () => {
    const url = await offered()
    const shown = await fetch(url)
    expect(shown.status).toBe(200)
    expect(await shown.text()).toMatch(/type="file" name="cv"/)
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
    const sent = await fetch(url, { method: 'POST', body: formWith({ cv: cv() }) })
    expect(sent.status).toBe(200)
    await settled(test.house)
    expect(words()).toMatch(/knock-out/i)
    const [candidate] = await test.house.storage.candidates.all()
    expect(candidate).toMatchObject({ code: 'KV', owner: 'slack:T1/U1' })
    expect((await test.house.storage.documents.get(candidate?.files[0]?.file ?? ''))?.text).toContain(
      'stationsomgeving',
    )
    expect(await traces(place, 'stationsomgeving', 'Verzonnen')).toEqual([])
  })

  it('works once: a second sending, also at the same moment, is refused', async () => {
    const url = await offered()
    const answers = await Promise.all([1, 2, 3].map(() => fetch(url, { method: 'POST', body: formWith({ cv: cv() }) })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    expect((await fetch(url)).status).toBe(404)
  })

  it('gives a tampered, a foreign and an expired link one and the same answer', async () => {
    const url = await offered()
    const [head, signature] = url.split('/upload/')[1]!.split('.') as [string, string]
    const claims = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
    const forged = Buffer.from(JSON.stringify({ ...claims, person: 'slack:T1/U2' })).toString('base64url')
    const report = test.house.links
      .report('a1', {
        person: 'slack:T1/U1',
        showName: false,
        lang: 'nl',
        expires: test.house.clock.now().add({ hours: 1 }),
      })
      .split('/report/')[1]!
    const answers: string[] = []
    for (const token of [`${forged}.${signature}`, `${head}.`, 'onzin', report]) {
      for (const method of ['GET', 'POST']) {
        const response = await fetch(local(`${page}/upload/${token}`), {
          method,
          ...(method === 'POST' ? { body: formWith({ cv: cv() }) } : {}),
        })
        expect(response.status).toBe(404)
        answers.push(await response.text())
      }
    }
    expect(new Set(answers).size).toBe(1)
    const used = test.house.uploads.make({
      id: 'x',
      platform: 'slack',
      conversation: 'slack:T1/D1',
      address: formatAddress('slack', { team: 'T1', channel: 'D1' }),
      person: 'slack:T1/U1',
      lang: 'nl',
    })!
    await close()
    test = await openTestHouse(place, { now: '2026-07-10T11:01:00+02:00', environment: { MAATSTAF_URL: page } })
    server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: [createUploadRoute(test.house)], log: silentLog })
    const late = await fetch(local(used))
    expect([late.status, await late.text()]).toEqual([404, answers[0]])
    expect(await test.house.storage.candidates.all()).toEqual([])
  })

  it('refuses what is no file or too large, and can be used again after that', async () => {
    const url = await offered()
    const large = new Blob([new Uint8Array(10 * 1024 * 1024 + 1)])
    expect((await fetch(url, { method: 'POST', body: formWith({ cv: large }) })).status).toBe(413)
    expect((await fetch(url, { method: 'POST', body: new FormData() })).status).toBe(400)
    expect((await fetch(url, { method: 'POST', body: 'cv=tekst' })).status).toBe(400)
    const broken = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await fetch(url, { method: 'POST', body: '--x\r\nonzin', headers: broken })).status).toBe(400)
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(404)
    expect((await fetch(url, { method: 'POST', body: formWith({ cv: cv() }) })).status).toBe(200)
  })

  it('is not used up by a sending that could not be kept', async () => {
    const url = await offered()
    await server.close()
    let away = true
    const accept = (incoming: Incoming) =>
      away ? Promise.reject(new Error('the database is away')) : test.house.inbox.accept(incoming)
    const route = createUploadRoute({ ...test.house, inbox: { accept } })
    server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: [route], log: silentLog })
    const again = url.replace(/:\d+\//, `:${server.port}/`)
    expect((await fetch(again, { method: 'POST', body: formWith({ cv: cv() }) })).status).toBe(500)
    away = false
    expect((await fetch(again, { method: 'POST', body: formWith({ cv: cv() }) })).status).toBe(200)
    await settled(test.house)
    expect(await test.house.storage.candidates.all()).toMatchObject([{ code: 'KV' }])
  })

  it('writes no file name with a citizen number, and keeps the file itself no longer than it takes to read it', async () => {
    const url = await offered()
    const withNumber = new Blob([sampleCv.replace('Opleiding', 'BSN: 111222333\n\nOpleiding')])
    await fetch(url, { method: 'POST', body: formWith({ cv: withNumber }, 'cv bsn 111222333.txt') })
    await settled(test.house)
    const [candidate] = await test.house.storage.candidates.all()
    const { file, name } = candidate!.files[0]!
    expect(name).not.toContain('111222333')
    expect((await test.house.storage.documents.get(file))?.text).not.toContain('111222333')
    expect(await test.house.storage.files.get(file)).toBeNull()
  })

  it('is not offered where nobody could open it', async () => {
    await close()
    await open({})
    await tell('toets KV voor 70412')
    expect(words()).toMatch(/cv/i)
    expect(linkIn(said)).toBeUndefined()
  })
})
