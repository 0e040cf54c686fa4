import type { IncomingMessage, ServerResponse } from 'node:http'
import { appId, asJwk, createKey, tokenFor } from '../../tests/standins/teams/tokens.ts'
import type { Prepared } from './load.ts'
import { createPosts, type Posts } from './posts.ts'
import type { Sent } from './slack.ts'
import { json, listen, textOf } from './web-server.ts'

const tenant = 'bench-tenant'
const accessToken = 'bench-connector-token'

export type TeamsApi = Posts & {
  /** The Bot Framework's settings, all of them on this stand-in. */
  environment: Record<string, string>
  serviceUrl: string
  /** A personal message as Teams sends it, with a token of the connector; `person` numbers who says it. */
  message(person: number, text: string, files?: Sent[]): Prepared
  /** What somebody types into the search of the message extension. */
  search(person: number, text: string): Prepared
  close(): Promise<void>
}

/** The id of a personal chat, by which posts are waited for. */
export const chatOf = (person: number): string => `a:personal-${person}`

/**
 * Microsoft's part as fast as it can be: it checks nothing (tests/standins does). The keys are fetched once and kept by both sides; the
 * token is signed once an hour by the real connector too, and checked at every request.
 */
export async function startTeamsApi(): Promise<TeamsApi> {
  const key = createKey('bench-key')
  const posts = createPosts()
  const files = new Map<string, Uint8Array>()
  let [next, serial] = [0, 0]
  const { origin, close } = await listen(serve)
  const serviceUrl = `${origin}/connector/`
  const token = tokenFor(serviceUrl, key, Math.floor(Date.now() / 1000))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? ''
    const body = await textOf(request)
    const file = files.get(path)
    if (file) return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file)
    if (path === '/openid') return json(response, 200, { issuer: 'x', jwks_uri: `${origin}/keys` })
    if (path === '/keys') return json(response, 200, { keys: [asJwk(key)] })
    if (path.endsWith('/token'))
      return json(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: accessToken })
    const member = /\/members\/([^/]+)$/.exec(path)
    if (member) return json(response, 200, { id: decodeURIComponent(member[1]!), userRole: 'user', tenantId: tenant })
    next += 1
    json(response, request.method === 'POST' ? 201 : 200, { id: String(next) })
    const conversation = /\/v3\/conversations\/([^/]+)\/activities/.exec(path)
    if (!conversation || request.method === 'DELETE') return
    const activity = JSON.parse(body) as { type: string; text?: string; attachments?: unknown }
    if (activity.type === 'typing') return
    const text = `${activity.text ?? ''} ${JSON.stringify(activity.attachments ?? '')}`
    posts[request.method === 'PUT' ? 'change' : 'add']({ channel: decodeURIComponent(conversation[1]!), text })
  }

  function prepared(person: number, activity: object): Prepared {
    serial += 1
    const body = JSON.stringify({
      id: `${Date.now()}${serial}`,
      channelId: 'msteams',
      serviceUrl,
      timestamp: new Date().toISOString(),
      from: { id: `29:${person}`, name: `Collega ${person}`, aadObjectId: `aad-${person}` },
      recipient: { id: `28:${appId}`, name: 'Maatstaf' },
      conversation: { id: chatOf(person), conversationType: 'personal', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Windows' }],
      ...activity,
    })
    return {
      path: '/api/messages',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    }
  }

  function attached({ name, bytes }: Sent): object {
    const path = `/files/${files.size + 1}/${encodeURIComponent(name)}`
    files.set(path, bytes)
    return {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: 'https://bench-my.sharepoint.com/personal/x',
      name,
      content: { downloadUrl: origin + path, uniqueId: `u${files.size}`, fileType: name.split('.').at(-1) },
    }
  }

  return {
    ...posts,
    serviceUrl,
    environment: {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'bench-secret',
      MicrosoftAppTenantId: tenant,
      MicrosoftAppType: 'SingleTenant',
      ToChannelFromBotLoginUrl: `${origin}/login`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${origin}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/openid`,
      OAuthUrl: origin,
      CallerId: 'bench',
      ValidateAuthority: 'false',
    },
    message: (person, text, sent = []) =>
      prepared(person, {
        type: 'message',
        textFormat: 'plain',
        text,
        attachments: [...sent.map(attached), { contentType: 'text/html', content: `<p>${text}</p>` }],
      }),
    search: (person, text) =>
      prepared(person, {
        type: 'invoke',
        name: 'composeExtension/query',
        value: { commandId: 'find', parameters: [{ name: 'text', value: text }], queryOptions: { skip: 0, count: 25 } },
      }),
    close,
  }
}
