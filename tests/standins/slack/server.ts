import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { scopes as neededScopes } from '../../../src/platforms/slack/needs.ts'
import { type Answer, type Args, contentFault, contentOf, methods } from './methods.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

/** How the next call of a method goes wrong. `…-after` did what was asked and then loses the answer. */
export type Mishap =
  | { kind: 'status'; status: number; retryAfter?: number; after?: boolean }
  | { kind: 'error'; error: string }
  | { kind: 'hang' | 'reset' | 'reset-after' | 'html' }

export type SlackStandIn = {
  workspace: Workspace
  /** For SLACK_API_URL. */
  apiUrl: string
  origin: string
  token: string
  appToken: string
  /** Every call that reached a method, in order. */
  calls: { method: string; args: Args; answer: Answer | null }[]
  /** Calls that a strict Slack refused for their form: a test that leaves any behind has found a mistake. */
  complaints: string[]
  mishap(method: string, ...mishaps: Mishap[]): void
  grant(scopes: string[]): void
  /** A response_url as it comes with a command or a pressed button. */
  responseUrl(channel: string, user: string, replaces?: string): string
  /** How files are handed out from now on. */
  files(mode: 'normal' | 'login-page' | 'redirect' | 'hang'): void
  /** Socket Mode: sends a payload and waits for its acknowledgement. */
  push(type: 'events_api' | 'interactive' | 'slash_commands', payload: unknown): Promise<unknown>
  /** Socket Mode: what Slack does every few hours. */
  disconnect(): void
  sockets(): number
  close(): Promise<void>
}

/** A strict local Slack: Web API, files, response URLs and Socket Mode on one loopback port. */
export async function createSlackStandIn(options: { team?: string; seconds(): number }): Promise<SlackStandIn> {
  const workspace = createWorkspace({ team: options.team ?? 'T1', seconds: options.seconds })
  const [token, appToken] = ['xoxb-standin', 'xapp-standin']
  const calls: SlackStandIn['calls'] = []
  const complaints: string[] = []
  const mishaps = new Map<string, Mishap[]>()
  const responses = new Map<string, { channel: string; user: string; uses: number; replaces: string | undefined }>()
  const acknowledgements = new Map<string, (payload: unknown) => void>()
  const clients = new Set<WebSocket>()
  let granted = [...neededScopes]
  let fileMode: 'normal' | 'login-page' | 'redirect' | 'hang' = 'normal'
  let origin = ''

  const server = createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      complaints.push(`the stand-in failed: ${String(error)}`)
      res.writeHead(500).end()
    })
  })
  const sockets = new WebSocketServer({ server, path: '/socket' })
  sockets.on('connection', (client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client))
    client.on('message', (data) => {
      const message = JSON.parse(String(data)) as { envelope_id: string; payload?: unknown }
      acknowledgements.get(message.envelope_id)?.(message.payload)
    })
    client.send(JSON.stringify({ type: 'hello', num_connections: clients.size, connection_info: { app_id: 'A1' } }))
  })

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', origin)
    const [, area, name = ''] = url.pathname.split('/')
    const body = await bytesOf(req)
    if (area === 'api') return callMethod(req, res, decodeURIComponent(name), body)
    if (area === 'upload') return takeUpload(req, res, url, body)
    if (area === 'files-pri') return giveFile(req, res, name)
    if (area === 'respond') return takeResponse(res, name, body)
    res.writeHead(404).end()
  }

  async function callMethod(req: IncomingMessage, res: ServerResponse, method: string, body: Buffer): Promise<void> {
    const args = argsOf(req, body)
    const mishap = mishaps.get(method)?.shift()
    const does =
      mishap === undefined || mishap.kind === 'reset-after' || (mishap.kind === 'status' && mishap.after === true)
    const answer = does ? answerTo(req, method, args) : null
    calls.push({ method, args, answer })
    if (mishap === undefined) return json(res, 200, answer ?? {}, { 'x-oauth-scopes': granted.join(',') })
    switch (mishap.kind) {
      case 'status':
        return json(
          res,
          mishap.status,
          { ok: false, error: 'mishap' },
          mishap.retryAfter === undefined ? {} : { 'retry-after': String(mishap.retryAfter) },
        )
      case 'error':
        return json(res, 200, { ok: false, error: mishap.error }, {})
      case 'html':
        return void res.writeHead(200, { 'content-type': 'text/html' }).end('<html>proxy</html>')
      case 'hang':
        return
      default:
        req.socket.destroy()
    }
  }

  function answerTo(req: IncomingMessage, name: string, args: Args): Answer {
    const bearer = req.headers.authorization?.replace(/^Bearer /, '')
    if (name === 'apps.connections.open') {
      return bearer === appToken
        ? { ok: true, url: `${origin.replace('http', 'ws')}/socket` }
        : { ok: false, error: 'invalid_auth' }
    }
    if (bearer === undefined) return complain(name, 'not_authed')
    if (bearer !== token) return { ok: false, error: 'invalid_auth' }
    const method = methods[name]
    if (!method) return complain(name, 'unknown_method')
    if (method.scopes.length > 0 && !method.scopes.some((scope) => granted.includes(scope))) {
      return { ok: false, error: 'missing_scope', needed: method.scopes[0] }
    }
    const missing = method.required.filter((key) => args[key] === undefined || args[key] === '')
    const known = [...method.required, ...method.optional, 'token', 'team_id']
    const unknown = Object.keys(args).filter((key) => !known.includes(key))
    if (missing.length > 0 || unknown.length > 0)
      return complain(name, 'invalid_arguments', `missing ${missing.join()} unknown ${unknown.join()}`)
    const answer = method.run(workspace, args, origin)
    const form = /^(?:invalid_(?:blocks|arguments|metadata_format|text|thread_ts)|msg_|no_|fallback_)/
    if (answer['ok'] !== true && form.test(String(answer['error'])))
      complaints.push(`${name}: ${JSON.stringify(answer)}`)
    return answer
  }

  function complain(method: string, error: string, detail = ''): Answer {
    complaints.push(`${method}: ${error} ${detail}`)
    return { ok: false, error }
  }

  async function takeUpload(req: IncomingMessage, res: ServerResponse, url: URL, body: Buffer): Promise<void> {
    const file = workspace.files.get(url.pathname.split('/')[3] ?? '')
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': req.headers['content-type'] ?? '' },
    }).formData()
    const part = [...form.values()].find((value) => typeof value !== 'string')
    const bytes =
      part === undefined || typeof part === 'string' ? new Uint8Array() : new Uint8Array(await part.arrayBuffer())
    if (!file || bytes.length !== Number(url.searchParams.get('length'))) return void res.writeHead(400).end()
    file.bytes = bytes
    res.writeHead(200).end(`OK - ${bytes.length}`)
  }

  function giveFile(req: IncomingMessage, res: ServerResponse, id: string): void {
    if (fileMode === 'hang') return
    const file = workspace.files.get(id)
    if (fileMode === 'redirect') return void res.writeHead(302, { location: 'https://evil.example/' }).end()
    // Without a token, or without the scope, Slack shows its login page, with 200.
    if (
      fileMode === 'login-page' ||
      req.headers.authorization !== `Bearer ${token}` ||
      !granted.includes('files:read')
    ) {
      return void res
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!DOCTYPE html><title>Sign in</title>')
    }
    if (!file) return void res.writeHead(404).end()
    res.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.bytes.length }).end(file.bytes)
  }

  function takeResponse(res: ServerResponse, id: string, body: Buffer): void {
    const response = responses.get(id)
    if (!response || response.uses >= 5) {
      calls.push({ method: 'response_url', args: {}, answer: null })
      json(res, 404, { ok: false, error: 'used_url' }, {})
      return
    }
    response.uses += 1
    const args = JSON.parse(body.toString()) as Args
    const fault = contentFault(args)
    calls.push({ method: 'response_url', args, answer: fault ?? { ok: true } })
    if (fault) {
      complaints.push(`response_url: ${JSON.stringify(fault)}`)
      json(res, 500, fault, {})
      return
    }
    const channel = workspace.channels.get(response.channel)
    const old = channel?.messages.find(({ ts }) => ts === response.replaces)
    const content = { ...contentOf(args), text: String(args['text']) }
    if (args['replace_original'] === true && old) Object.assign(old, content)
    else workspace.say(response.channel, workspace.bot.user, content.text, { ...content, ephemeralFor: response.user })
    json(res, 200, { ok: true }, {})
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    workspace,
    apiUrl: `${origin}/api/`,
    origin,
    token,
    appToken,
    calls,
    complaints,
    mishap: (method, ...more) => void mishaps.set(method, [...(mishaps.get(method) ?? []), ...more]),
    grant(scopes) {
      granted = scopes
    },
    responseUrl(channel, user, replaces) {
      const id = workspace.nextId('R')
      responses.set(id, { channel, user, uses: 0, replaces })
      return `${origin}/respond/${id}`
    },
    files(mode) {
      fileMode = mode
    },
    push(type, payload) {
      const envelope = workspace.nextId('E')
      const acknowledged = new Promise<unknown>((resolve) => void acknowledgements.set(envelope, resolve))
      const [client] = [...clients]
      client?.send(
        JSON.stringify({ type, envelope_id: envelope, payload, accepts_response_payload: type !== 'events_api' }),
      )
      return acknowledged
    },
    disconnect() {
      for (const client of clients) client.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    sockets: () => clients.size,
    async close() {
      for (const client of clients) client.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

/** Arguments as Slack reads them: a form whose structured values are JSON, or JSON. */
function argsOf(req: IncomingMessage, body: Buffer): Args {
  if ((req.headers['content-type'] ?? '').includes('json')) return JSON.parse(body.toString()) as Args
  const pairs = [...new URLSearchParams(body.toString())].map(([key, value]): [string, unknown] => {
    if (!/^[[{]/.test(value)) return [key, value]
    try {
      return [key, JSON.parse(value)]
    } catch {
      return [key, value]
    }
  })
  return Object.fromEntries(pairs)
}

async function bytesOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function json(res: ServerResponse, status: number, body: Answer, headers: Record<string, string>): void {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body))
}
