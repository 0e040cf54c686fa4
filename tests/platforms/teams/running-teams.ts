import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { silentLog } from '../../../src/log.ts'
import { createTeams, type TeamsOptions } from '../../../src/platforms/teams/teams.ts'
import { createActivities } from '../../standins/teams/activities.ts'
import type { TeamsStandIn } from '../../standins/teams/server.ts'
import { appId, type Forgery, tokenFor } from '../../standins/teams/tokens.ts'
import type { House } from '../house.ts'

/** Teams over real HTTP: our server, the stand-in as the whole of Microsoft, tokens signed by its key. */
export async function startTeams(house: House, standIn: TeamsStandIn, more: Partial<TeamsOptions> = {}) {
  const files = new Map<string, Uint8Array>()
  const teams = createTeams({
    appId,
    settings: settingsFor(standIn),
    accept: house.accept,
    query: house.query,
    readFile: async (id) => {
      const bytes = files.get(id)
      return bytes ? { bytes } : null
    },
    clock: house.clock,
    log: silentLog,
    allowedHosts: [standIn.host],
    // A busy machine is not a slow answer.
    timing: { callMs: 1_500, fileMs: 1_500, keysMs: 20, queryMs: 60_000 },
    ...more,
  })
  const server = createServer((req, res) => {
    void teams.handle(req, res).then(
      (handled) => handled || res.writeHead(404).end(),
      () => res.writeHead(500).end('crashed'),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`
  await teams.start()
  const now = () => house.clock.real().epochMilliseconds
  const seconds = () => Math.floor(now() / 1000)

  const send = async (body: string | Uint8Array, headers: Record<string, string>) => {
    const response = await fetch(url, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
      headers,
    })
    return { status: response.status, body: await response.text() }
  }

  return {
    teams,
    url,
    /** Bytes that the house keeps, by id of the file. */
    files,
    activities: createActivities(standIn.serviceUrl, now),
    send,
    token: (forgery: Forgery = {}) => tokenFor(standIn.serviceUrl, standIn.key(), seconds(), forgery),
    /** The connector delivers an activity, with a token that may be forged. */
    deliver(activity: unknown, forgery: Forgery = {}) {
      const token = tokenFor(standIn.serviceUrl, standIn.key(), seconds(), forgery)
      return send(JSON.stringify(activity), { 'content-type': 'application/json', authorization: `Bearer ${token}` })
    },
    seconds,
    async stop() {
      await teams.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

export type RunningTeams = Awaited<ReturnType<typeof startTeams>>

/** The Bot Framework's settings, all of them on the stand-in. */
export function settingsFor(standIn: TeamsStandIn): Record<string, string> {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'standin-secret',
    MicrosoftAppTenantId: 'tenant-1',
    MicrosoftAppType: 'SingleTenant',
    ToChannelFromBotLoginUrl: `${standIn.origin}/login`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: `${standIn.origin}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${standIn.origin}/openid`,
    OAuthUrl: standIn.origin,
    CallerId: 'standin',
    ValidateAuthority: 'false',
  }
}

/** Waits for something that happens by itself soon. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    if (condition()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it did not happen')
}
