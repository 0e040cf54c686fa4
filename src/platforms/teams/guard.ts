import type { IncomingMessage } from 'node:http'
import { isDeeperThan, readBody } from '../../chat/request-body.ts'
import { type Activity, parseActivity } from './activity.ts'
import type { Cloud } from './cloud.ts'
import { allows, type HostRule, isLoopbackHost } from './hosts.ts'
import type { SigningKeys } from './signing-keys.ts'
import { proveToken } from './token.ts'

/** What becomes of a request before anything is done with it. `reason` is for the log only. */
export type Verdict = { activity: Activity } | { status: 400 | 401 | 403 | 413; reason: string }

export type Guard = (req: IncomingMessage) => Promise<Verdict>

/** Activities of Teams stay below 100 KB; adaptive card submits a little above. */
const largestBody = 1024 * 1024
/** The deepest real activities (nested cards in values) stay below 40. */
const deepestBody = 100

type GuardDeps = { cloud: Cloud; keys: SigningKeys; service: HostRule; nowSeconds(): number }

/**
 * Stands before the SDK, which lets an activity without serviceUrl through, answers 500 with its own words to some forged tokens, and
 * is open when the app id is empty. The token is proved here, with keys that outlive an outage of the provider.
 */
export function createGuard(deps: GuardDeps): Guard {
  return async (req) => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(req.headers.authorization ?? '')?.[1]
    if (token === undefined) return { status: 401, reason: 'no-token' }
    const proved = await proveToken(token, {
      issuer: deps.cloud.issuer,
      audience: deps.cloud.appId,
      keys: deps.keys,
      nowSeconds: deps.nowSeconds(),
    })
    if (typeof proved === 'string') return { status: 401, reason: proved }
    const activity = await readActivity(req)
    if ('status' in activity) return activity
    const { serviceUrl, channelId } = activity.activity
    if (!serviceUrl || serviceUrl !== proved.serviceUrl) return { status: 403, reason: 'other-service' }
    if (!allows(deps.service, serviceUrl)) return { status: 403, reason: 'foreign-service' }
    if (!channelId || (proved.endorsements !== null && !proved.endorsements.includes(channelId)))
      return { status: 403, reason: 'not-endorsed' }
    return activity
  }
}

/** For Microsoft's Agents Playground, which brings no token: only this machine, talking to this machine by name, gets through. */
export function createPlaygroundGuard(service: HostRule): Guard {
  return async (req) => {
    const host = URL.parse(`http://${req.headers.host ?? ''}`)?.hostname ?? ''
    const peer = req.socket.remoteAddress ?? ''
    const forwarded = Object.keys(req.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'))
    // A page in a browser always says where it comes from; the playground's server does not.
    const local = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(peer) && isLoopbackHost(host)
    if (!local || forwarded || req.headers.origin !== undefined) return { status: 403, reason: 'not-local' }
    const activity = await readActivity(req)
    if ('status' in activity) return activity
    return allows(service, activity.activity.serviceUrl ?? '') ? activity : { status: 403, reason: 'foreign-service' }
  }
}

async function readActivity(req: IncomingMessage): Promise<Verdict> {
  const raw = await readBody(req, largestBody)
  if (raw === null) return { status: 413, reason: 'too-large' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    const activity = isDeeperThan(text, deepestBody) ? null : parseActivity(JSON.parse(text))
    return activity === null ? { status: 400, reason: 'malformed' } : { activity }
  } catch {
    return { status: 400, reason: 'malformed' }
  }
}
