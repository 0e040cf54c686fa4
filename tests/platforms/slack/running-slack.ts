import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../../src/clock.ts'
import type { Log } from '../../../src/log.ts'
import { silentLog } from '../../../src/log.ts'
import { createSlack, type Slack, type SlackOptions } from '../../../src/platforms/slack/slack.ts'
import { createPayloads, type Payload, type Payloads } from '../../standins/slack/payloads.ts'
import { createSlackStandIn, type SlackStandIn } from '../../standins/slack/server.ts'
import type { House } from '../house.ts'

export const signingSecret = 'standin-signing-secret'

export type Mode = 'http' | 'socket'

export type Answered = { status: number; body: unknown }

/** The real app on a real server, and the stand-in that it talks to. */
export type RunningSlack = {
  slack: Slack
  standIn: SlackStandIn
  payloads: Payloads
  /** Where the app listens. */
  origin: string
  /** Slack delivers a payload; resolves with the acknowledgement. */
  deliver(kind: 'event' | 'command' | 'interactive', payload: Payload): Promise<Answered>
  stop(): Promise<void>
}

/** A stand-in workspace with Sanne (U1), Tom (U2), a guest (U3) and a channel (C1) that the assistant is in. */
export async function createStandIn(house: House): Promise<SlackStandIn> {
  const standIn = await createSlackStandIn({ seconds: () => house.clock.real().epochMilliseconds / 1000 })
  const { workspace } = standIn
  workspace.addUser({ id: 'U1', locale: 'nl-NL' })
  workspace.addUser({ id: 'U2', locale: 'nl-NL' })
  workspace.addUser({ id: 'U3', locale: 'nl-NL', restricted: true })
  workspace.addChannel({ id: 'C1', kind: 'channel', members: new Set(['U1', 'U2', 'U3', workspace.bot.user]) })
  workspace.addChannel({ id: 'C2', kind: 'channel', members: new Set(['U1', 'U2', workspace.bot.user]) })
  workspace.addChannel({ id: 'C9', kind: 'channel', members: new Set(['U1', workspace.bot.user]), external: true })
  return standIn
}

export async function startSlack(
  house: House,
  standIn: SlackStandIn,
  mode: Mode = 'http',
  more: Partial<SlackOptions> & { log?: Log } = {},
): Promise<RunningSlack> {
  const slack = createSlack({
    botToken: standIn.token,
    signingSecret: mode === 'http' ? signingSecret : null,
    appToken: mode === 'socket' ? standIn.appToken : null,
    apiUrl: standIn.apiUrl,
    accept: house.accept,
    query: house.query,
    clock: house.clock,
    log: silentLog,
    allowedHosts: [],
    timing: { paceMs: 0, callMs: 2_000, fileMs: 2_000, peopleMs: 2_000, reconnectMs: 20 },
    ...more,
  })
  const server = createServer((req, res) => {
    slack.handle(req, res).then(
      (own) => own || res.writeHead(404).end(),
      () => res.destroy(),
    )
  })
  const origin = await listening(server)
  house.connect(slack.post)
  await slack.start()
  if (mode === 'socket') await until(() => slack.ready().ok)
  const payloads = createPayloads(standIn)

  return {
    slack,
    standIn,
    payloads,
    origin,
    async deliver(kind, payload) {
      if (mode === 'http') return post(`${origin}/slack/events`, ...written(kind, payload), house)
      const type = kind === 'event' ? 'events_api' : kind === 'command' ? 'slash_commands' : 'interactive'
      return { status: 200, body: await standIn.push(type, payload) }
    },
    async stop() {
      await slack.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

/** A payload as Slack writes it into a request. */
export function written(kind: 'event' | 'command' | 'interactive', payload: Payload): [string, string] {
  if (kind === 'event') return [JSON.stringify(payload), 'application/json']
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload
  const form = new URLSearchParams(Object.entries(fields).map(([key, value]): [string, string] => [key, String(value)]))
  return [form.toString(), 'application/x-www-form-urlencoded']
}

/** A signed request; `seconds` shifts its timestamp, `signature` replaces the right one. */
export async function post(
  url: string,
  body: string | Uint8Array,
  type: string,
  house: { clock: Pick<Clock, 'real'> },
  forged: {
    seconds?: number
    signature?: string | null
    timestamp?: string | null
    headers?: Record<string, string>
  } = {},
): Promise<Answered> {
  const timestamp =
    forged.timestamp ?? String(Math.floor(house.clock.real().epochMilliseconds / 1000) + (forged.seconds ?? 0))
  const signature = forged.signature ?? sign(timestamp, body)
  const headers: Record<string, string> = { 'content-type': type, ...forged.headers }
  if (forged.timestamp !== null) headers['x-slack-request-timestamp'] = timestamp
  if (forged.signature !== null) headers['x-slack-signature'] = signature
  const response = await fetch(url, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text }
}

export function sign(timestamp: string, body: string | Uint8Array, secret = signingSecret): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Waits for something that happens by itself soon. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    if (condition()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it did not happen')
}
