import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, listenHttp } from '../../../src/house/http.ts'
import { termsPages } from '../../../src/house/terms-pages.ts'
import { silentLog } from '../../../src/log.ts'

let server: HttpServer
beforeAll(async () => {
  server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: [termsPages], log: silentLog })
})
afterAll(() => server.close())

const open = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers, method })

it.each([
  ['/privacy', 'Maatstaf en privacy', 'Maatstaf and privacy'],
  ['/terms', 'wat je ervan mag verwachten', 'what to expect of it'],
])('%s, which the Teams manifest names, can be read by anybody in both languages', async (path, dutch, english) => {
  const [first, second] = [await open(path), await open(`${path}?x=1`, { 'accept-language': 'en-GB,nl;q=0.5' })]
  expect([first.status, second.status]).toEqual([200, 200])
  const [page, other] = [await first.text(), await second.text()]
  expect([page, other]).toEqual([expect.stringContaining(dutch), expect.stringContaining(english)])
  expect([page, other]).toEqual([expect.stringContaining('lang="nl"'), expect.stringContaining('lang="en"')])
})

it('these pages run no script, may not be framed, and load nothing', async () => {
  const policy = (await open('/privacy')).headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
})

it.each([
  ['/privacy', 'POST'],
  ['/privacy/x', 'GET'],
  ['/termsx', 'GET'],
  ['//privacy', 'GET'],
])('%s by %s is none of them', async (path, method) => {
  expect((await open(path, {}, method)).status).toBe(404)
})
