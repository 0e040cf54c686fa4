import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { Agent, type Dispatcher, request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createFixedClock } from '../../src/clock.ts'
import { createOutgoing, isPublic, type Resolve } from '../../src/house/outgoing.ts'
import { silentLog } from '../../src/log.ts'
import { createOpenAiModel } from '../../src/model/openai.ts'

describe('an outgoing request', () => {
  let server: Server
  let port: number
  let seen = 0
  const asked: string[] = []
  const dispatchers: Dispatcher[] = []

  beforeAll(async () => {
    server = createServer((_request, response) => {
      seen++
      response.end('reached')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    await Promise.all(dispatchers.map((one) => one.destroy()))
    await new Promise<void>((done) => void server.close(() => done()))
  })

  const through = (names: Record<string, string[]>, trusted: string[] = []) => {
    const resolveName: Resolve = async (host) => {
      asked.push(host)
      return (names[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    }
    const made = createOutgoing({ trusted, resolve: resolveName })
    dispatchers.push(made)
    return made
  }
  const get = async (url: string, dispatcher: Dispatcher) => (await request(url, { dispatcher })).statusCode

  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine, written anew', ['::ffff:127.0.0.1']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['the own network', ['10.1.2.3']],
    ['the internet and this machine', ['93.184.216.34', '127.0.0.1']],
    ['an address of IPv6 on the link', ['fe80::1']],
    ['nothing', []],
  ])('does not go to a name that leads to %s', async (_, addresses) => {
    const before = seen
    await expect(get(`http://files.example:${port}/`, through({ 'files.example': addresses }))).rejects.toMatchObject({
      code: 'EHOSTUNREACH',
    })
    expect(seen).toBe(before)
  })

  it.each(['127.0.0.1', '[::1]', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:7f00:1]', '169.254.169.254'])(
    'does not go to the address %s itself (F05)',
    async (host) => {
      const before = seen
      await expect(get(`http://${host}:${port}/`, through({}))).rejects.toMatchObject({ code: 'EHOSTUNREACH' })
      expect(seen).toBe(before)
    },
  )

  it('goes into the own network where the operator named it, and only at that port', async () => {
    const named = through({}, [`127.0.0.1:${port}`])
    expect(await get(`http://127.0.0.1:${port}/`, named)).toBe(200)
    await expect(get(`http://127.0.0.1:${port + 1}/`, named)).rejects.toMatchObject({ code: 'EHOSTUNREACH' })
  })

  it('resolves a name once for a connection: a second answer of the name server changes nothing', async () => {
    let answers = 0
    // First what is allowed, then another address: what a rebinding name server does.
    const dispatcher = createOutgoing({
      trusted: [],
      resolve: async () => [{ address: answers++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
      judge: (address) => address === '127.0.0.1',
    })
    dispatchers.push(dispatcher)
    expect(await get(`http://files.example:${port}/`, dispatcher)).toBe(200)
    expect(answers).toBe(1)
  })

  it('is judged the same however often it is asked', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0] = address.split('.').map(Number)
        const own = a === 10 || a === 127 || a === 0 || a >= 224 || (a === 192 && b === 168) || (a === 169 && b === 254)
        if (own) expect(isPublic(address)).toBe(false)
        expect(isPublic(`::ffff:${address}`)).toBe(isPublic(address))
      }),
    )
    expect(isPublic('93.184.216.34')).toBe(true)
    expect(isPublic('2606:2800:220:1:248:1893:25c8:1946')).toBe(true)
    expect(isPublic('slack.com')).toBe(false)
  })

  it('to the model follows no redirect: what is in it goes to the configured host alone', async () => {
    const before = seen
    const elsewhere = createServer((_request, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end(),
    )
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
    const model = createOpenAiModel({
      apiKey: 'key',
      baseUrl: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/v1`,
      model: 'stand-in',
      dailyLimit: 0,
      cache: { get: async () => null, set: async () => {} },
      clock: createFixedClock('2026-07-10T08:00:00Z'),
      log: silentLog,
      promptsDir: resolve(import.meta.dirname, '../../prompts'),
    })
    const answer = await model.ask({
      prompt: 'understand-question',
      values: { topics: '', question: 'wat sluit er?', before: '' },
      cacheOn: [],
      schema: z.object({}),
      about: null,
    })
    expect(answer.kind).toBe('failed')
    expect(seen).toBe(before)
    await new Promise<void>((done) => void elsewhere.close(() => done()))
  })

  it('is what it is compared with: without the guard this machine can be reached', async () => {
    const open = new Agent()
    dispatchers.push(open)
    expect(await get(`http://127.0.0.1:${port}/`, open)).toBe(200)
  })
})
