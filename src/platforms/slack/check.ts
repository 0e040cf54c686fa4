import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Lang } from '../../chat/reply.ts'
import { textsFor } from '../../texts/texts.ts'
import type { Api } from './api.ts'
import { events, scopes } from './needs.ts'
import { outcomeOfError } from './outcome.ts'

/** One line of `maatstaf check`; `remedy` is null when nothing is to be done. */
export type Check = { what: string; ok: boolean; remedy: string | null }

const given = z.object({ response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional() })

/** What Slack can be asked about the installation, each fault with its remedy. */
export function createCheck(deps: { api: Api; appToken: string | null; clientOptions: webApi.WebClientOptions }) {
  return async (lang: Lang = 'nl'): Promise<Check[]> => {
    const t = textsFor(lang).slack.check
    const outcome = await deps.api.call('auth.test', {})
    if (!('done' in outcome)) {
      const dead = 'refused' in outcome && outcome.permanent
      return [{ what: t.token, ok: false, remedy: dead ? t.tokenMend : t.unreachable }]
    }
    const has = new Set(given.parse(outcome.done).response_metadata?.scopes ?? [])
    const missing = scopes.filter((scope) => !has.has(scope))
    const seconds = Math.round((deps.api.skew() ?? 0) / 1000)
    const checks: Check[] = [
      { what: t.token, ok: true, remedy: null },
      { what: t.scopes, ok: missing.length === 0, remedy: missing.length === 0 ? null : t.scopesMend(missing) },
      { what: t.events, ok: true, remedy: t.eventsMend(Object.keys(events)) },
      { what: t.clock, ok: Math.abs(seconds) < 60, remedy: Math.abs(seconds) < 60 ? null : t.clockMend(seconds) },
    ]
    if (deps.appToken === null) return checks
    const connects = await canConnect(deps.appToken, deps.clientOptions)
    return [...checks, { what: t.socket, ok: connects, remedy: connects ? null : t.socketMend }]
  }
}

/** Whether the app token opens a socket; none is opened. */
async function canConnect(appToken: string, clientOptions: webApi.WebClientOptions): Promise<boolean> {
  try {
    return (await new webApi.WebClient(appToken, clientOptions).apiCall('apps.connections.open')).ok
  } catch (error) {
    return 'retryAfter' in outcomeOfError(error)
  }
}
