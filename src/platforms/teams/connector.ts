import { CloudAdapter, type Activity as SentActivity } from 'botbuilder'
import botframework, {
  type ClaimsIdentity,
  type ConnectorClient,
  type ConnectorClientOptions,
} from 'botframework-connector'
import type { Cloud } from './cloud.ts'
import { allows, type HostRule } from './hosts.ts'
import type { Login } from './login.ts'
import { CallFault, type Outcome, outcomeOfError, outcomeOfStatus } from './outcome.ts'

export type { SentActivity }

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>
type CredentialsFactory = Parameters<typeof botframework.BotFrameworkAuthenticationFactory.create>[9]
type Conversations = ConnectorClient['conversations']

type Factory = ReturnType<
  ReturnType<typeof botframework.BotFrameworkAuthenticationFactory.create>['createConnectorFactory']
>

export type Connector = {
  adapter: CloudAdapter
  /** Who we are towards the connector at this address, for a turn of the adapter. */
  identify(serviceUrl: string): { claimsIdentity: ClaimsIdentity; connectorFactory: Factory; audience: string }
  /** One call to the connector at `serviceUrl`; at most one attempt. */
  call<T>(serviceUrl: string, act: (conversations: Conversations) => Promise<T>): Promise<Outcome<T>>
}

export type ConnectorDeps = {
  cloud: Cloud
  settings: Record<string, string>
  /** Null in the playground, which takes no token. */
  login: Login | null
  service: HostRule
  timeoutMs: number
}

/**
 * The SDK's adapter and its client for the connector. Two parts of it are ours, because they decide where the token goes and how often
 * something is posted: the credentials, and the HTTP client. The SDK retries on 429, 5xx and connection errors whatever
 * `noRetryPolicy` says; it leaves alone what fails with an error that is not its own.
 */
export function createConnector(deps: ConnectorDeps): Connector {
  const { cloud, settings } = deps
  const authentication = botframework.BotFrameworkAuthenticationFactory.create(
    settings['ChannelService'] ?? '',
    settings['ValidateAuthority'] !== 'false',
    settings['ToChannelFromBotLoginUrl'] ?? cloud.tokenUrl,
    cloud.audience,
    cloud.issuer,
    settings['OAuthUrl'] ?? 'https://token.botframework.com',
    cloud.openIdUrl,
    settings['ToBotFromEmulatorOpenIdMetadataUrl'] ??
      'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
    settings['CallerId'] ?? '',
    credentialsOf(deps),
    new botframework.AuthenticationConfiguration(),
    undefined,
    { httpClient: createHttpClient(deps) },
  )
  const adapter = new CloudAdapter(authentication)
  const clients = new Map<string, ConnectorClient>()

  function identityFor(serviceUrl: string): ClaimsIdentity {
    const { AudienceClaim, AppIdClaim, ServiceUrlClaim } = botframework.AuthenticationConstants
    return new botframework.ClaimsIdentity(
      [
        { type: AudienceClaim, value: cloud.appId },
        { type: AppIdClaim, value: cloud.appId },
        { type: ServiceUrlClaim, value: serviceUrl },
      ],
      true,
    )
  }

  async function clientFor(serviceUrl: string): Promise<ConnectorClient> {
    const known = clients.get(serviceUrl)
    if (known) return known
    const client = await authentication
      .createConnectorFactory(identityFor(serviceUrl))
      .create(serviceUrl, cloud.audience)
    clients.set(serviceUrl, client)
    if (clients.size > 100) clients.delete(clients.keys().next().value ?? '')
    return client
  }

  return {
    adapter,
    identify(serviceUrl) {
      const claimsIdentity = identityFor(serviceUrl)
      const connectorFactory = authentication.createConnectorFactory(claimsIdentity)
      return { claimsIdentity, connectorFactory, audience: cloud.audience }
    },
    async call(serviceUrl, act) {
      // Stored addresses are judged again: the list may have become shorter since.
      if (!allows(deps.service, serviceUrl)) return { refused: 'host-not-allowed', permanent: true }
      try {
        return { done: await act((await clientFor(serviceUrl)).conversations) }
      } catch (error) {
        return outcomeOfError(error)
      }
    },
  }
}

function credentialsOf({ cloud, login }: ConnectorDeps): CredentialsFactory {
  if (cloud.managedIdentity) {
    const { ManagedIdentityServiceClientCredentialsFactory, JwtTokenProviderFactory } = botframework
    return new ManagedIdentityServiceClientCredentialsFactory(cloud.appId, new JwtTokenProviderFactory())
  }
  return {
    isValidAppId: async (appId) => appId === cloud.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        if (login) request.headers.set('authorization', `Bearer ${await login.token()}`)
        return request
      },
    }),
  }
}

/** The last hands on a request: the host is judged, the time limited, no redirect followed, no second attempt made. */
function createHttpClient({ service, timeoutMs, login }: ConnectorDeps): HttpClient {
  return {
    async sendRequest(request) {
      if (!allows(service, request.url)) throw new CallFault({ refused: 'host-not-allowed', permanent: true })
      const [response, text] = await send(request.url, {
        method: request.method,
        headers: Object.fromEntries(request.headers.headersArray().map(({ name, value }) => [name, value])),
        ...(typeof request.body === 'string' ? { body: request.body } : {}),
      })
      if (!response.ok) {
        if (response.status === 401) login?.forget()
        const outcome = outcomeOfStatus(response.status, codeIn(text), response.headers.get('retry-after'))
        throw new CallFault('done' in outcome ? { ambiguous: true } : outcome)
      }
      const headers = request.headers.clone()
      headers.set('content-type', 'application/json')
      return { request, status: response.status, headers, bodyAsText: isJson(text) ? text : '{}' }
    },
  }

  async function send(url: string, init: RequestInit): Promise<[Response, string]> {
    try {
      const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      return [response, await response.text()]
    } catch (error) {
      throw new CallFault(outcomeOfError(error))
    }
  }
}

/** The connector's name of a fault: `{ error: { code } }`. Its message may quote what we sent, and is not looked at. */
function codeIn(text: string): string | null {
  return /"code"\s*:\s*"([A-Za-z0-9_]{1,80})"/.exec(text.slice(0, 5_000))?.[1] ?? null
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && text.length > 0
}
