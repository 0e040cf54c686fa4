import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Prepared } from './load.ts'

export const signingSecret = 'bench-signing-secret'
export const botToken = 'xoxb-bench'

let serial = 0

/** A direct message as Slack sends it, signed; `person` numbers who says it, each in a conversation of their own. */
export function directMessage(person: number, text: string): Prepared {
  serial += 1
  const seconds = Math.floor(Date.now() / 1000)
  const ts = `${seconds}.${String(serial).padStart(6, '0')}`
  const body = JSON.stringify({
    token: 'x',
    team_id: 'T1',
    context_team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: `Ev${process.pid}x${serial}`,
    event_time: seconds,
    is_ext_shared_channel: false,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    event: {
      type: 'message',
      user: `U${person}`,
      ts,
      client_msg_id: `c-${ts}`,
      text,
      team: 'T1',
      blocks: [],
      channel: `D${person}`,
      event_ts: ts,
      channel_type: 'im',
    },
  })
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex')
  return {
    path: '/slack/events',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  }
}

export type SlackApi = {
  /** For SLACK_API_URL. */
  apiUrl: string
  /** Resolves at the next post to this channel. */
  nextPost(channel: string): Promise<void>
  /** Every post since the last call, in order of arrival. */
  takePosts(): { channel: string; text: string }[]
  close(): Promise<void>
}

/**
 * Slack's Web API as fast as it can be: it checks nothing (tests/standins does), so that neither the assistant nor a rival waits for
 * it. Everybody is a colleague.
 */
export async function startSlackApi(): Promise<SlackApi> {
  const waiting = new Map<string, (() => void)[]>()
  let posts: { channel: string; text: string }[] = []
  let next = 0
  const server = createServer(async (request, response) => {
    const args = argsOf(request, await textOf(request))
    const method = request.url?.split('/').at(-1)?.split('?')[0] ?? ''
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(method, args)))
    if (method !== 'chat.postMessage') return
    const channel = String(args['channel'])
    posts.push({ channel, text: String(args['text'] ?? '') })
    waiting.get(channel)?.shift()?.()
  })

  function answer(method: string, args: Record<string, unknown>): object {
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          url: 'https://bench.slack.com/',
          team: 'Bench',
          team_id: 'T1',
          user: 'b',
          user_id: 'UBOT',
          bot_id: 'B1',
        }
      case 'users.info': {
        const name = `Collega ${String(args['user'])}`
        const profile = { display_name: name, real_name: name, email: `${String(args['user'])}@example.com` }
        return { ok: true, user: { id: args['user'], team_id: 'T1', name, real_name: name, locale: 'nl-NL', profile } }
      }
      case 'conversations.info':
        return { ok: true, channel: { id: args['channel'], is_im: true, is_ext_shared: false } }
      case 'chat.postMessage':
        next += 1
        return { ok: true, channel: args['channel'], ts: `1790000000.${String(next).padStart(6, '0')}`, message: {} }
      default:
        return { ok: true }
    }
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    nextPost: (channel) =>
      new Promise((done) => {
        waiting.set(channel, [...(waiting.get(channel) ?? []), done])
      }),
    takePosts() {
      const taken = posts
      posts = []
      return taken
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function argsOf(request: IncomingMessage, body: string): Record<string, unknown> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://x').searchParams)
  if ((request.headers['content-type'] ?? '').includes('json')) return { ...query, ...JSON.parse(body || '{}') }
  return { ...query, ...Object.fromEntries(new URLSearchParams(body)) }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  return text
}
