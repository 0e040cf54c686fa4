import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { complaintsAbout, type Posted } from './connector-rules.ts'
import { asJwk, createKey, type Published } from './tokens.ts'

/** What a call of the connector meets instead of an answer. */
export type Mishap =
  | { kind: 'status'; status: number; code?: string; retryAfter?: number }
  /** The answer is lost after the work was done. */
  | { kind: 'done-then-reset' }
  | { kind: 'reset' }
  | { kind: 'hang' }
  | { kind: 'redirect'; to: string }

export type Call = { method: string; path: string; authorization: string | null; typing: boolean }

export type TeamsStandIn = Awaited<ReturnType<typeof createTeamsStandIn>>

/** Everything of Microsoft's that the assistant talks to, strict, on loopback: OpenID provider, login, connector, file store. */
export async function createTeamsStandIn() {
  const accessToken = 'standin-connector-token'
  const posted: Posted[] = []
  const complaints: string[] = []
  const calls: Call[] = []
  const mishaps: Mishap[] = []
  const files = new Map<string, Uint8Array>()
  const uploads = new Map<string, Uint8Array>()
  const roles = new Map<string, string>()
  const blocked = new Set<string>()
  let keys: Published[] = [createKey('key-1')]
  let [provider, nextId, logins, keyFetches] = [true, 1, 0, 0]
  const server = createServer((req, res) => {
    void serve(req, res).catch(() => res.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const serviceUrl = `${origin}/connector/`

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', origin)
    const body = await bytesOf(req)
    const authorization = req.headers.authorization ?? null
    if (url.pathname === '/openid' || url.pathname === '/keys') {
      keyFetches += 1
      if (!provider) return json(res, 503, {})
      return json(
        res,
        200,
        url.pathname === '/openid' ? { issuer: 'x', jwks_uri: `${origin}/keys` } : { keys: keys.map(asJwk) },
      )
    }
    if (url.pathname === '/login/oauth2/v2.0/token') {
      logins += 1
      const form = new URLSearchParams(body.toString())
      const right = form.get('client_secret') === 'standin-secret' && form.get('grant_type') === 'client_credentials'
      return right
        ? json(res, 200, { token_type: 'Bearer', expires_in: 3599, access_token: accessToken })
        : json(res, 401, { error: 'invalid_client' })
    }
    if (url.pathname.startsWith('/files/') || url.pathname.startsWith('/upload/')) {
      if (authorization !== null) complaints.push('a token went to the file store')
      return serveFile(req, res, url.pathname, body)
    }
    if (!url.pathname.startsWith('/connector/v3/')) return json(res, 404, {})
    calls.push({
      method: req.method ?? '',
      path: url.pathname,
      authorization,
      typing: body.includes('"type":"typing"'),
    })
    if (authorization !== `Bearer ${accessToken}`) return json(res, 401, { error: { code: 'Unauthorized' } })
    return connect(req, res, url.pathname.slice('/connector/v3'.length), body)
  }

  async function connect(req: IncomingMessage, res: ServerResponse, path: string, body: Buffer): Promise<void> {
    const member = /^\/conversations\/([^/]+)\/members\/([^/]+)$/.exec(path)
    if (member)
      return json(res, 200, {
        id: part(member[2]),
        userRole: roles.get(part(member[2])) ?? 'user',
        tenantId: 'tenant-1',
      })
    const activity: Record<string, unknown> =
      body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {}
    const typing = activity['type'] === 'typing'
    const mishap = typing ? undefined : mishaps.shift()
    if (mishap?.kind === 'hang') return void (await sleep(60_000, undefined, { ref: false }))
    if (mishap?.kind === 'reset') return void res.destroy()
    if (mishap?.kind === 'redirect') return void res.writeHead(307, { location: mishap.to }).end()
    if (mishap?.kind === 'status') {
      const headers = mishap.retryAfter === undefined ? {} : { 'retry-after': String(mishap.retryAfter) }
      return json(
        res,
        mishap.status,
        { error: { code: mishap.code ?? 'Mishap', message: 'zie canary-message' } },
        headers,
      )
    }
    const answer = act(req.method ?? '', path, activity, body)
    if (mishap?.kind === 'done-then-reset') return void res.destroy()
    return json(res, answer.status, answer.body)
  }

  function act(method: string, path: string, activity: Record<string, unknown>, body: Buffer) {
    if (method === 'POST' && path === '/conversations') {
      const [one] = activity['members'] as { id: string }[]
      if (!one || blocked.has(one.id)) return refusal(403, 'BotNotInConversationRoster')
      return { status: 201, body: { id: `a:personal-${one.id}` } }
    }
    const match = /^\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path)
    if (!match) return refusal(404, 'NotFound')
    const [conversation, id] = [part(match[1]), match[2] === undefined ? null : part(match[2])]
    if (blocked.has(conversation)) return refusal(403, 'BotNotInConversationRoster')
    if (body.toString('utf8').length * 2 > 100 * 1024) return refusal(413, 'MessageSizeTooBig')
    if (activity['type'] === 'typing') return { status: 201, body: { id: 'typing' } }
    if (method !== 'DELETE') complaints.push(...complaintsAbout(activity))
    const at = posted.findIndex((one) => one.id === id && one.conversation === conversation)
    if (method === 'POST') {
      const made = `${nextId++}`
      posted.push({ id: made, conversation, activity, edited: false })
      return { status: 201, body: { id: made } }
    }
    if (at < 0) return refusal(404, 'ActivityNotFoundInConversation')
    if (method === 'PUT') posted[at] = { id: id ?? '', conversation, activity, edited: true }
    else posted.splice(at, 1)
    return { status: 200, body: { id } }
  }

  function serveFile(req: IncomingMessage, res: ServerResponse, path: string, body: Buffer): void {
    if (req.method === 'PUT') {
      if (req.headers['content-range'] !== `bytes 0-${body.length - 1}/${body.length}`)
        complaints.push('no content-range')
      uploads.set(path, new Uint8Array(body))
      return json(res, 201, {})
    }
    const bytes = files.get(path)
    if (!bytes) return json(res, 404, {})
    res.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
  }

  return {
    origin,
    serviceUrl,
    accessToken,
    /** `host:port` for the allow-list. */
    host: new URL(origin).host,
    /** What stands in the conversations, oldest first. */
    posted,
    complaints,
    calls,
    files,
    uploads,
    /** userRole by member id; everybody else is a colleague. */
    roles,
    /** Conversations and people that the connector refuses. */
    blocked,
    /** What the next calls meet, one each. */
    mishap: (...next: Mishap[]) => void mishaps.push(...next),
    key: () => keys[0]!,
    publish: (...next: Published[]) => {
      keys = next
    },
    /** The OpenID provider goes down, or comes back. */
    setProvider: (up: boolean) => {
      provider = up
    },
    logins: () => logins,
    keyFetches: () => keyFetches,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

const part = (text: string | undefined) => decodeURIComponent(text ?? '')

function refusal(status: number, code: string) {
  return { status, body: { error: { code, message: 'refused' } } }
}

async function bytesOf(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const one of req) parts.push(one as Buffer)
  return Buffer.concat(parts)
}

function json(res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
