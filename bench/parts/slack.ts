import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Prepared } from './load.ts'
import { createPosts, type Posts } from './posts.ts'
import { json, listen, textOf } from './web-server.ts'

export const signingSecret = 'bench-signing-secret'
export const botToken = 'xoxb-bench'

export type Sent = { name: string; bytes: Uint8Array }

let serial = 0

/** A direct message as Slack sends it, signed; `person` numbers who says it, each in a conversation of their own. */
export function directMessage(person: number, text: string, files: object[] = []): Prepared {
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
      ...(files.length > 0 ? { subtype: 'file_share', files, upload: false } : {}),
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
  return signed(body, 'application/json', seconds)
}

/** A slash command as Slack sends it, signed; who handles it has three seconds to open a form for `trigger`. */
export function slashCommand(person: number, command: string, trigger: string): Prepared {
  const body = new URLSearchParams({
    token: 'x',
    team_id: 'T1',
    team_domain: 'bench',
    channel_id: `D${person}`,
    channel_name: 'directmessage',
    user_id: `U${person}`,
    user_name: 'collega',
    command,
    text: '',
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/bench',
    trigger_id: trigger,
  }).toString()
  return signed(body, 'application/x-www-form-urlencoded', Math.floor(Date.now() / 1000))
}

function signed(body: string, type: string, seconds: number): Prepared {
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex')
  return {
    path: '/slack/events',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  }
}

export type SlackApi = Posts & {
  /** For SLACK_API_URL. */
  apiUrl: string
  /** Puts a file into Slack, as an event tells of it. */
  upload(file: Sent): object
  /** Resolves when a form is opened for this trigger. */
  opened(trigger: string): Promise<void>
  close(): Promise<void>
}

/**
 * Slack's Web API as fast as it can be: it checks nothing (tests/standins does), so that neither the assistant nor a rival waits for
 * it. Everybody is a colleague.
 */
export async function startSlackApi(): Promise<SlackApi> {
  const posts = createPosts()
  const files = new Map<string, Uint8Array>()
  const forms = new Map<string, () => void>()
  let next = 0
  const { origin, close } = await listen(async (request, response) => {
    const args = argsOf(request, await textOf(request))
    const path = request.url?.split('?')[0] ?? ''
    const file = files.get(path)
    if (file) return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file)
    const method = path.split('/').at(-1) ?? ''
    json(response, 200, answer(method, args))
    const post = { channel: String(args['channel']), text: String(args['text'] ?? '') }
    if (method === 'chat.postMessage') posts.add(post)
    if (method === 'chat.update') posts.change(post)
    if (method === 'views.open') forms.get(String(args['trigger_id']))?.()
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
      case 'conversations.info': {
        const direct = String(args['channel']).startsWith('D')
        return { ok: true, channel: { id: args['channel'], is_im: direct, is_ext_shared: false } }
      }
      case 'chat.postMessage':
        next += 1
        return { ok: true, channel: args['channel'], ts: `1790000000.${String(next).padStart(6, '0')}`, message: {} }
      case 'chat.update':
        return { ok: true, channel: args['channel'], ts: args['ts'], text: args['text'] }
      default:
        return { ok: true }
    }
  }

  return {
    ...posts,
    apiUrl: `${origin}/api/`,
    upload({ name, bytes }) {
      const id = `F${files.size + 1}`
      const path = `/files-pri/${id}/download/${encodeURIComponent(name)}`
      files.set(path, bytes)
      const url = origin + path
      return {
        id,
        name,
        title: name,
        mimetype: 'application/octet-stream',
        size: bytes.length,
        mode: 'hosted',
        is_external: false,
        url_private: url,
        url_private_download: url,
      }
    },
    opened: (trigger) => new Promise((done) => forms.set(trigger, done)),
    close,
  }
}

function argsOf(request: IncomingMessage, body: string): Record<string, unknown> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://x').searchParams)
  if ((request.headers['content-type'] ?? '').includes('json')) return { ...query, ...JSON.parse(body || '{}') }
  return { ...query, ...Object.fromEntries(new URLSearchParams(body)) }
}
