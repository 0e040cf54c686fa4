import { webApi } from '@slack/bolt'
import { MaatstafError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { HostRule } from './hosts.ts'
import { libraryLogger } from './library-logger.ts'
import { isDeadToken, type Outcome, outcomeOfError, restWithoutAdvice } from './outcome.ts'

export type ApiArguments = Record<string, unknown>

export type Api = {
  /**
   * One call of a Web API method. `lane` names what a rest asked for by Slack holds up, besides the method: its limits on posting are
   * per channel, so other channels go on.
   */
  call(method: string, args: ApiArguments, lane?: string): Promise<Outcome>
  /** Why no call is worth making any more (revoked, uninstalled); null while all is well. */
  dead(): string | null
  /** Closes the door at once, for good. */
  bury(code: string): void
  /** Milliseconds that Slack's clock was ahead of ours at the last answer; null before the first. */
  skew(): number | null
}

export type ApiOptions = {
  token: string
  apiUrl: string | null
  allowed: HostRule
  log: Log
  /** Real milliseconds. */
  now(): number
  /** A call is given up after this. */
  timeoutMs: number
}

/** Slack's client without its habits: no retries of its own, no waiting for half an hour, no redirects, no foreign hosts. */
export function createApi(options: ApiOptions): Api {
  const { token, apiUrl, log, now } = options
  const resting = new Map<string, number>()
  let deadBecause: string | null = null
  let skewMs: number | null = null

  const client = new webApi.WebClient(token, {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    ...clientHabits(options, (ahead) => {
      skewMs = ahead
    }),
  })

  return {
    async call(method, args, lane = '') {
      if (deadBecause !== null) return { refused: deadBecause, permanent: true }
      const key = `${method} ${lane}`
      const wait = (resting.get(key) ?? 0) - now()
      if (wait > 0) return { retryAfter: Math.ceil(wait / 1000) }
      resting.delete(key)
      const outcome = await attempt(client, method, args)
      if ('retryAfter' in outcome) resting.set(key, now() + outcome.retryAfter * 1000)
      if ('refused' in outcome && isDeadToken(outcome.refused)) deadBecause = outcome.refused
      if (!('done' in outcome)) log.warn('slack call failed', { method, ...outcome })
      return outcome
    },
    dead: () => deadBecause,
    bury(code) {
      deadBecause = code
    },
    skew: () => skewMs,
  }
}

/** What every client of Slack here is told, that of Socket Mode too. `onAnswer` learns how far Slack's clock is ahead. */
export function clientHabits(
  options: Pick<ApiOptions, 'allowed' | 'log' | 'now' | 'timeoutMs'>,
  onAnswer: (aheadMs: number) => void = () => {},
): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: options.timeoutMs,
    logger: libraryLogger(options.log),
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      if (!options.allowed(url)) {
        throw new MaatstafError('host-not-allowed', `the token does not go to ${url.host}`, { fault: 'system' })
      }
      const response = await fetch(url, { ...init, redirect: 'error' })
      const date = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(date)) onAnswer(date - options.now())
      return response.status === 429 ? withRest(response) : response
    },
  }
}

/** Without a readable Retry-After the client would take a refusal for a mystery. */
function withRest(response: Response): Response {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  const headers = { 'retry-after': String(Number.isNaN(seconds) ? restWithoutAdvice : seconds) }
  return new Response(null, { status: 429, headers })
}

async function attempt(client: webApi.WebClient, method: string, args: ApiArguments): Promise<Outcome> {
  try {
    return { done: { ...(await client.apiCall(method, args)) } }
  } catch (error) {
    return outcomeOfError(error)
  }
}
