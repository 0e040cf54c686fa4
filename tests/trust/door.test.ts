import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHealthRoutes } from '../../src/house/health-routes.ts'
import { type HttpServer, listenHttp } from '../../src/house/http.ts'
import { openPlatforms, type Platforms } from '../../src/house/open-platforms.ts'
import { createReportRoute } from '../../src/house/report-route.ts'
import { createUploadRoute } from '../../src/house/upload-route.ts'
import { silentLog } from '../../src/log.ts'
import { openTestHouse, type TestHouse } from '../assistant/open-house.ts'
import { sign } from '../platforms/slack/running-slack.ts'
import { settingsFor } from '../platforms/teams/running-teams.ts'
import { createSlackStandIn, type SlackStandIn } from '../standins/slack/server.ts'
import { createTeamsStandIn, type TeamsStandIn } from '../standins/teams/server.ts'
import { tokenFor } from '../standins/teams/tokens.ts'
import { engines, type Place } from '../storage/engines.ts'

/** A longer search on demand. */
const runs = Number(process.env['DOOR_RUNS'] ?? 60)
const secret = 'standin-signing-secret'
const realSeconds = () => Math.floor((performance.timeOrigin + performance.now()) / 1000)

describe('whatever knocks at the door without the right to come in', () => {
  let place: Place
  let test: TestHouse
  let slack: SlackStandIn
  let teams: TeamsStandIn
  let platforms: Platforms
  let server: HttpServer
  let accepted = 0

  beforeAll(async () => {
    place = await engines[0]!.newPlace()
    slack = await createSlackStandIn({ seconds: realSeconds })
    teams = await createTeamsStandIn()
    test = await openTestHouse(place, {
      environment: {
        ...settingsFor(teams),
        SLACK_BOT_TOKEN: slack.token,
        SLACK_SIGNING_SECRET: secret,
        SLACK_API_URL: slack.apiUrl,
        MAATSTAF_URL: 'https://maatstaf.example',
      },
    })
    const { inbox } = test.house
    const accept = inbox.accept
    inbox.accept = (incoming) => {
      accepted++
      return accept(incoming)
    }
    platforms = await openPlatforms(test.house, { slackPaceMs: 0 })
    const handlers = [
      createHealthRoutes(test.house, platforms.ready),
      createReportRoute(test.house),
      createUploadRoute(test.house),
      ...platforms.handlers,
    ]
    server = await listenHttp({ port: 0, host: '127.0.0.1', handlers, log: silentLog })
    await platforms.start()
  }, 120_000)
  afterAll(async () => {
    await platforms.stop()
    await server.close()
    await test.house.close()
    await Promise.all([slack.close(), teams.close()])
    await engines[0]!.drop(place)
  })

  const paths = fc.oneof(
    fc.constantFrom(
      '/slack/events',
      '/api/messages',
      '/healthz',
      '/readyz',
      '/metrics',
      '/',
      '/web/session',
      '/web/events?room=..%2f',
      '/web/messages',
      '/web/files?name=../../x&role=cv',
      '/web/file?id=1',
      '/web/query',
      '/report/x.y',
      '/upload/x.y',
    ),
    fc.string({ maxLength: 30 }).map((text) => `/${encodeURIComponent(text)}`),
    fc
      .constantFrom('/report/', '/upload/', '/web/')
      .chain((start) => fc.base64String({ maxLength: 60 }).map((text) => start + encodeURIComponent(text))),
  )
  const bodies = fc.oneof(
    fc.constantFrom('', 'null', '[]', '{', '{}', '"x"', 'payload=null', 'payload=%7B%7D', '['.repeat(5_000), '\u0000'),
    fc.json().map((text) => text.slice(0, 20_000)),
    fc.string({ maxLength: 2_000 }),
    fc.constant('x'.repeat(1_200_000)),
  )
  const types = fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded; charset=utf-8',
    'multipart/form-data; boundary=x',
    'text/plain',
    '',
  )
  const seconds = fc.constantFrom(0, -301, -86_400, 3_600, Number.MAX_SAFE_INTEGER)

  /** Headers as somebody who does not have the secrets would make them up, or as they were an hour ago or will be. */
  const headersFor = (kind: string, shift: number, body: string): Record<string, string> => {
    const stamp = String(realSeconds() + shift)
    switch (kind) {
      case 'slack, another secret':
        return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': sign(stamp, body, 'guessed') }
      case 'slack, another body':
        return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': sign(stamp, `${body} `, secret) }
      case 'slack, another time':
        return {
          'x-slack-request-timestamp': String(realSeconds() + (shift === 0 ? 3_600 : shift)),
          'x-slack-signature': sign(String(realSeconds() + (shift === 0 ? 3_600 : shift)), body, secret),
        }
      case 'teams, another audience':
        return {
          authorization: `Bearer ${tokenFor(teams.serviceUrl, teams.key(), realSeconds(), { claims: { aud: 'other' } })}`,
        }
      case 'teams, expired':
        return { authorization: `Bearer ${tokenFor(teams.serviceUrl, teams.key(), realSeconds() - 90_000)}` }
      case 'teams, no token at all':
        return { authorization: 'Bearer a.b.c' }
      case 'a page of another site':
        return { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', cookie: 'maatstaf=guessed' }
      default:
        return {}
    }
  }
  const kinds = fc.constantFrom(
    'slack, another secret',
    'slack, another body',
    'slack, another time',
    'teams, another audience',
    'teams, expired',
    'teams, no token at all',
    'a page of another site',
    'nothing',
  )

  const ask = async (path: string, init: RequestInit): Promise<number> => {
    // An event stream that was let in would go on: only what it begins with is looked at.
    const stop = new AbortController()
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { ...init, signal: stop.signal }).catch(
      () => null,
    )
    stop.abort()
    return response?.status ?? 0
  }

  it('gets no 5xx, does nothing, and leaves the process as it was', async () => {
    const before = slack.calls.length + teams.calls.length
    await fc.assert(
      fc.asyncProperty(paths, kinds, seconds, bodies, types, async (path, kind, shift, body, type) => {
        const headers = { ...headersFor(kind, shift, body), ...(type === '' ? {} : { 'content-type': type }) }
        const status = await ask(path, { method: 'POST', headers, body })
        // 0: the connection was closed on a body that was too large.
        expect(status).toBeLessThan(500)
        if (!(body.includes('ssl_check=1') && path === '/slack/events')) expect(status).not.toBe(200)
      }),
      { numRuns: runs },
    )
    expect(accepted).toBe(0)
    const made = slack.calls.filter(({ method }) => method !== 'auth.test').length + teams.calls.length
    expect(made).toBeLessThanOrEqual(before)
    expect(await ask('/healthz', {})).toBe(200)
  })

  it('gets no 5xx for any method or address', async () => {
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
        async (path, method) => {
          const status = await ask(path, { method })
          if (!path.startsWith('/readyz')) expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: runs },
    )
    expect(accepted).toBe(0)
  })

  it('is told from what is rightly signed, which comes in once, however often it is sent', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T1',
      event_id: 'Ev-door-1',
      event: {
        type: 'message',
        channel_type: 'im',
        channel: 'D1',
        user: 'U1',
        text: 'hulp',
        ts: '1752134400.000100',
        event_ts: '1752134400.000100',
      },
      authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    })
    const stamp = String(realSeconds())
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': sign(stamp, body, secret),
    }
    const jobs = async () => (await test.house.storage.worker.depth()).turns.waiting
    expect(await ask('/slack/events', { method: 'POST', headers, body })).toBe(200)
    const after = await jobs()
    expect(after).toBe(1)
    for (let time = 0; time < 3; time++) await ask('/slack/events', { method: 'POST', headers, body })
    expect(await jobs()).toBe(after)
  })
})
