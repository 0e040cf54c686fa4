import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudAdapter } from 'botbuilder'
import botframework from 'botframework-connector'

/**
 * The rival of Teams' acknowledgement: the Bot Framework's own CloudAdapter, which proves the token with the keys that it keeps, and
 * stores nothing. SILENT=1 leaves the echo out as well. It is spared the fetching of its own token.
 */
const settings = process.env as Record<string, string>
const authentication = botframework.BotFrameworkAuthenticationFactory.create(
  '',
  false,
  settings['ToChannelFromBotLoginUrl']!,
  settings['ToChannelFromBotOAuthScope']!,
  settings['ToBotFromChannelTokenIssuer']!,
  settings['OAuthUrl']!,
  settings['ToBotFromChannelOpenIdMetadataUrl']!,
  settings['ToBotFromEmulatorOpenIdMetadataUrl']!,
  settings['CallerId']!,
  {
    isValidAppId: async (appId) => appId === settings['MicrosoftAppId'],
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', 'Bearer bench-connector-token')
        return request
      },
    }),
  },
  new botframework.AuthenticationConfiguration(),
)
const adapter = new CloudAdapter(authentication)
const silent = settings['SILENT'] === '1'

const server = createServer(async (request, response) => {
  let text = ''
  for await (const part of request.setEncoding('utf8')) text += part
  // It wants the request and the response as a web framework gives them.
  const answer = {
    socket: response.socket,
    header: (name: string, value: string) => response.setHeader(name, value),
    status: (code: number) => {
      response.statusCode = code
      return answer
    },
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  }
  const asked = { method: request.method!, headers: request.headers, body: JSON.parse(text) as Record<string, unknown> }
  await adapter.process(asked, answer as never, async (context) => {
    if (!silent) await context.sendActivity(`Gehoord: ${context.activity.text}`)
  })
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
)
