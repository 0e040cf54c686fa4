import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLocal } from '../../../src/platforms/web/door.ts'
import { openPage, type Page } from './browser-page.ts'
import { type LocalChat, startLocalChat } from './local-chat.ts'

let chat: LocalChat
let page: Page
beforeAll(async () => {
  chat = await startLocalChat()
  page = await openPage(chat)
})
afterAll(() => chat.stop())

/** Sends exactly these headers; `fetch` would not let a test lie about Host or Origin. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        port: chat.port,
        host: '127.0.0.1',
        method,
        path,
        headers: { 'content-length': String(Buffer.byteLength(body)), ...headers },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
      },
    )
    call.on('error', reject).end(body)
  })
}
const message = () => JSON.stringify({ key: crypto.randomUUID(), text: 'hallo', files: [], action: null })
const post = (headers: Record<string, string | undefined>) => {
  const all = { host: `127.0.0.1:${chat.port}`, ...page.headers(), ...headers }
  const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return raw('POST', '/web/messages', Object.fromEntries(kept), message())
}

describe('who may come in', () => {
  it('is a loopback peer, with a loopback Host, and nothing in between', () => {
    const local = (remoteAddress: string | undefined, headers: Record<string, string>) =>
      isLocal({ socket: { remoteAddress }, headers } as unknown as Parameters<typeof isLocal>[0])
    for (const peer of ['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])
      for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
        expect(local(peer, { host })).toBe(true)
    for (const peer of ['10.0.0.4', '::ffff:10.0.0.4', '192.168.1.2', '127.0.0.1.example', undefined])
      expect(local(peer, { host: 'localhost' })).toBe(false)
    for (const host of [
      '',
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'localhost@evil.example',
      '[::1]evil',
      '10.0.0.4',
    ])
      expect(local('127.0.0.1', { host })).toBe(false)
    for (const header of [
      'x-forwarded-for',
      'x-forwarded-host',
      'forwarded',
      'via',
      'x-real-ip',
      'cf-connecting-ip',
      'true-client-ip',
    ])
      expect(local('127.0.0.1', { host: 'localhost', [header]: '1.2.3.4' })).toBe(false)
  })

  it('gets 404 for everything when it comes another way', async () => {
    for (const path of ['/', '/web/session', '/web/events', '/web/page.js', '/web/file?id=1'])
      for (const headers of [{ host: 'evil.example' }, { host: 'localhost', 'x-forwarded-for': '1.2.3.4' }])
        expect([path, (await raw('GET', path, headers)).status]).toEqual([path, 404])
  })

  it('leaves other paths to others', async () => {
    for (const path of ['/healthz', '/report/abc', '/webx', '/api/messages'])
      expect((await raw('GET', path, { host: 'localhost' })).status).toBe(418)
  })
})

describe('a post', () => {
  it('of our own page is heard', async () => {
    expect((await post({})).status).toBe(200)
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await post({ origin: undefined, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('of another site, another port or without the token is not', async () => {
    const heard = chat.incoming.length
    const attempts: Record<string, string | undefined>[] = [
      { origin: 'https://evil.example' },
      { origin: `http://127.0.0.1:${chat.port + 1}` },
      { origin: `http://localhost:${chat.port}` },
      { origin: 'null' },
      { origin: undefined },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { 'x-page-token': undefined },
      { 'x-page-token': '' },
      { 'x-page-token': `${page.token}x` },
      { cookie: undefined },
      { cookie: `maatstaf=${'a'.repeat(32)}` },
    ]
    for (const headers of attempts) {
      const { status, body } = await post(headers)
      expect([headers, status]).toEqual([headers, 403])
      expect(JSON.parse(body)).toMatchObject({ error: 'not-from-page' })
    }
    expect(chat.incoming).toHaveLength(heard)
  })

  it('that is too large is stopped, with and without a declared length', async () => {
    const headers = { host: `127.0.0.1:${chat.port}`, ...page.headers() }
    const declared = await raw('POST', '/web/messages', {
      ...headers,
      'content-length': String(50 * 1024 * 1024),
    }).catch(() => null)
    expect(declared?.status ?? 413).toBe(413)
    const body = JSON.stringify({
      key: crypto.randomUUID(),
      text: 'x'.repeat(5 * 1024 * 1024),
      files: [],
      action: null,
    })
    const streamed = await fetch(`${chat.url}/web/messages`, {
      method: 'POST',
      headers: page.headers(),
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit).catch(() => null)
    expect(streamed?.status ?? 413).toBe(413)
    expect((await post({})).status).toBe(200)
  })
})

describe('what the page may do', () => {
  it('is bound by a policy without inline or foreign code, and by a cookie that scripts cannot read', async () => {
    const { status, headers, body } = await raw('GET', '/', { host: 'localhost' })
    expect(status).toBe(200)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^maatstaf=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict; /),
    ])
    expect(body).not.toMatch(/<script>|\son\w+=|\sstyle=|javascript:/)
    expect(
      [...body.matchAll(/(?:src|href)="([^"]+)"/g)].every(([, link]) => link!.startsWith('/') || link!.startsWith('#')),
    ).toBe(true)
  })

  it('reads nothing for another site', async () => {
    const headers = { host: 'localhost', cookie: page.cookie, 'sec-fetch-site': 'cross-site' }
    for (const path of ['/web/session', '/web/events', '/web/file?id=1'])
      expect((await raw('GET', path, headers)).status).toBe(403)
    // A link from elsewhere to the page itself is an ordinary visit.
    expect((await raw('GET', '/', headers)).status).toBe(200)
  })

  it('finds only the files of the page, whatever the path', async () => {
    for (const path of [
      '/web/../web.ts',
      '/web/%2e%2e/web.ts',
      '/web/page.html/..',
      '/web/__proto__',
      '/web/constructor',
      '/web//page.js',
    ])
      expect([path, (await raw('GET', path, { host: 'localhost' })).status]).not.toEqual([path, 200])
    expect((await raw('GET', '/web/adaptivecards.js', { host: 'localhost' })).headers['content-type']).toContain(
      'javascript',
    )
  })

  it('is asked again only when a file changed', async () => {
    const first = await raw('GET', '/web/page.css', { host: 'localhost' })
    const again = await raw('GET', '/web/page.css', {
      host: 'localhost',
      'if-none-match': String(first.headers['etag']),
    })
    expect([again.status, again.body]).toEqual([304, ''])
  })
})
