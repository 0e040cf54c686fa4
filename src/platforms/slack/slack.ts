import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { App } from '@slack/bolt'
import { z } from 'zod'
import type { Address } from '../../chat/address.ts'
import type { Incoming, Outgoing, Query, QueryAnswer } from '../../chat/message.ts'
import type { PostOptions, PostResult } from '../../chat/post-result.ts'
import type { Lang } from '../../chat/reply.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { threadConversation, workspaceId } from './address.ts'
import { clientHabits, createApi } from './api.ts'
import { type Check, createCheck } from './check.ts'
import { fetchFile } from './fetch-file.ts'
import { guard, isForm } from './guard.ts'
import { type Ack, createHandlers } from './handlers.ts'
import { createHostRule } from './hosts.ts'
import { libraryLogger } from './library-logger.ts'
import { modalId } from './modal.ts'
import { commands, events } from './needs.ts'
import { createPace } from './pace.ts'
import { createPane } from './pane.ts'
import { createPeople } from './people.ts'
import { createPost } from './post.ts'
import { acknowledgingLast, createHttpReceiver, createSocketReceiver, eventsPath } from './receiver.ts'
import { createRemove } from './remove.ts'
import { createResponder } from './respond.ts'
import { createSocket } from './socket.ts'

export type SlackOptions = {
  botToken: string
  /** For signed requests over HTTP. */
  signingSecret: string | null
  /** For Socket Mode; it wins. */
  appToken: string | null
  /** The whole prefix ending in `/api/`; null for Slack's own cloud. */
  apiUrl: string | null
  /** Resolves when the message is durable. */
  accept(incoming: Incoming): Promise<'accepted' | 'duplicate'>
  query(query: Query): Promise<QueryAnswer>
  /** Whether a stored conversation makes an unaddressed message in its thread addressed; absent: only threads of this process. */
  takesPart?(conversation: string): Promise<boolean>
  /** Slack took our token: the workspace, as ids begin with it. After an uninstall this is how a new installation shows. */
  onConnected?(workspace: string): Promise<void>
  clock: Clock
  log: Log
  /** `host:port` that tokens may go to besides Slack's own. */
  allowedHosts: string[]
  /** Real milliseconds, for tests; the defaults are Slack's. */
  timing?: Partial<Timing>
}

type Timing = {
  /** Between two posts to one channel. */
  paceMs: number
  /** A call of the Web API is given up after this. */
  callMs: number
  fileMs: number
  /** Waiting for who somebody is, before the acknowledgement. */
  peopleMs: number
  /** Before the socket connects again. */
  reconnectMs: number
}

const defaults: Timing = { paceMs: 1_000, callMs: 8_000, fileMs: 30_000, peopleMs: 800, reconnectMs: 1_000 }

export type Slack = {
  /** Answers `POST /slack/events` on the shared server; false for what is not its own. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>
  start(): Promise<void>
  /** Stops taking anything in and waits for what is in hand. */
  stop(): Promise<void>
  post(outgoing: Outgoing, options?: PostOptions): Promise<PostResult>
  /** Removes what was posted; `posted` is the `ok` of then. */
  remove(to: Address, posted: string): Promise<PostResult>
  /** Errors: see fetch-file.ts. */
  fetchFile(ref: string): Promise<Uint8Array>
  check(lang?: Lang): Promise<Check[]>
  ready(): { ok: boolean; detail: string | null }
}

/** Threads of this process that are remembered as its own. */
const mostThreads = 10_000

/** Slack, over signed HTTP or Socket Mode: Bolt takes payloads in, our own poster gives cards out. */
export function createSlack(options: SlackOptions): Slack {
  const { clock, log, botToken, apiUrl, signingSecret, appToken } = options
  const timing = { ...defaults, ...options.timing }
  const now = () => clock.real().epochMilliseconds
  const wait = (ms: number) => sleep(ms)
  const patience = (ms: number) => sleep(ms, undefined, { ref: false })
  const allowed = createHostRule({ apiUrl, allowedHosts: options.allowedHosts })
  const api = createApi({ token: botToken, apiUrl, allowed, log, now, timeoutMs: timing.callMs })
  const threads = new Set<string>()
  const inHand = new Set<Promise<unknown>>()
  let self: { team: string; user: string } | null = null
  let stopped = false

  const pane = createPane(api)
  const post = createPost({
    api,
    pane,
    pace: createPace({ intervalMs: timing.paceMs, now: () => performance.now(), sleep: wait }),
    responder: createResponder(allowed),
    team: () => self?.team ?? null,
    now: () => clock.now().epochMilliseconds,
    sleep: wait,
    timeoutMs: timing.callMs,
    onThread({ team, channel, thread }) {
      threads.add(threadConversation(team, channel, thread))
      if (threads.size > mostThreads) threads.delete(threads.values().next().value ?? '')
    },
  })

  const remove = createRemove(api)
  const handlers = createHandlers({
    accept: options.accept,
    query: options.query,
    takesPart: async (conversation) =>
      threads.has(conversation) || ((await options.takesPart?.(conversation)) ?? false),
    post,
    api,
    pane,
    people: createPeople(api, { now: () => performance.now(), sleep: patience, patienceMs: timing.peopleMs }),
    clock,
    log,
    assistant: () => self?.user ?? null,
    sleep: patience,
    background: (work) => void held(work.catch((error) => log.error('slack background work failed', error))),
  })

  const logger = libraryLogger(log)
  const clientOptions = {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    ...clientHabits({ allowed, log, now, timeoutMs: timing.callMs }),
  }
  const socketReceiver = appToken ? createSocketReceiver(appToken, clientOptions, logger) : null
  const httpReceiver = !appToken && signingSecret ? createHttpReceiver(signingSecret, logger) : null
  const socket = socketReceiver
    ? createSocket({
        receiver: socketReceiver,
        log,
        sleep: patience,
        firstPauseMs: timing.reconnectMs,
        patienceMs: timing.callMs * 2,
        onDead: (code) => log.error('slack socket refused for good', undefined, { code }),
      })
    : null
  const receiver = socketReceiver ?? httpReceiver
  if (receiver) registerOn(createApp(receiver))

  function createApp(from: NonNullable<typeof receiver>): App {
    return new App({
      receiver: acknowledgingLast(from),
      // Nothing is asked of Slack before an event is handled: who we are stands in the event, or is learned in the background.
      authorize: async () => ({ botToken, ...(self ? { botUserId: self.user, teamId: self.team } : {}) }),
      ignoreSelf: false,
      convoStore: false,
      logger,
      clientOptions,
    })
  }

  function registerOn(app: App): void {
    const names = new Set(Object.keys(events).map((name) => name.split('.')[0] ?? name))
    for (const name of names) app.event(name, async ({ body }) => void (await handled('event', handlers.onEvent(body))))
    for (const name of Object.keys(commands)) {
      app.command(name, async ({ body, ack }) => ack(await handled('command', handlers.onCommand(body))))
    }
    app.action(/^/, async ({ body, ack }) => ack(await handled('action', handlers.onAction(body))))
    app.shortcut({ type: 'message_action' }, async ({ body, ack }) =>
      ack(await handled('shortcut', handlers.onShortcut(body))),
    )
    app.view(modalId, async ({ body, ack }) => ack(await handled('view', handlers.onSubmission(body))))
    app.options(/^search:/, async ({ body, ack }) => ack(await handled('options', handlers.onSuggestion(body))))
  }

  async function handled(what: string, work: Promise<Ack>): Promise<never> {
    try {
      return (await held(work)) as never
    } catch (error) {
      log.error('slack payload not taken', error, { what })
      throw error
    }
  }

  function held<T>(work: Promise<T>): Promise<T> {
    inHand.add(work)
    const done = () => void inHand.delete(work)
    work.then(done, done)
    return work
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    if (req.url?.split('?')[0] !== eventsPath || req.method !== 'POST') return false
    if (!httpReceiver || !signingSecret) return false
    if (stopped) {
      // Slack tries again, and finds another process.
      res.writeHead(503, { connection: 'close' }).end()
      return true
    }
    const verdict = await guard(req, signingSecret, now() / 1000)
    if ('status' in verdict) {
      if (verdict.reason !== 'ssl-check') log.warn('slack request refused', { reason: verdict.reason })
      res.writeHead(verdict.status, verdict.status === 413 ? { connection: 'close' } : {}).end()
      return true
    }
    if (isForm(req)) req.headers['content-type'] = 'application/x-www-form-urlencoded'
    await held(
      new Promise<void>((resolve) => {
        res.once('close', resolve)
        httpReceiver.requestListener(Object.assign(req, { rawBody: verdict.pass }), res)
      }),
    )
    return true
  }

  /** Learns who we are; tried again until Slack answers, because nothing waits for it. */
  async function introduce(): Promise<void> {
    for (
      let pause = timing.reconnectMs;
      !stopped && self === null && api.dead() === null;
      pause = Math.min(pause * 2, 60_000)
    ) {
      const outcome = await api.call('auth.test', {})
      const answer = 'done' in outcome ? identity.safeParse(outcome.done) : null
      if (answer?.success) {
        self = { team: answer.data.team_id, user: answer.data.user_id }
        await options.onConnected?.(workspaceId(self.team)).catch((error) => log.error('workspace not opened', error))
      } else await patience(pause)
    }
  }

  function ready(): { ok: boolean; detail: string | null } {
    const dead = api.dead()
    if (dead !== null) return { ok: false, detail: dead }
    if (socket && !socket.connected()) return { ok: false, detail: 'socket-not-connected' }
    return { ok: !stopped, detail: stopped ? 'stopped' : null }
  }

  return {
    handle,
    async start() {
      void introduce()
      socket?.start()
    },
    async stop() {
      stopped = true
      await socket?.stop()
      while (inHand.size > 0) await Promise.allSettled([...inHand])
    },
    post: (outgoing, how) => held(post(outgoing, how)),
    remove: (_to, posted) => held(remove(posted)),
    fetchFile: (ref) => fetchFile({ api, token: botToken, allowed, timeoutMs: timing.fileMs }, ref),
    check: createCheck({ api, appToken, clientOptions }),
    ready,
  }
}

const identity = z.object({ team_id: z.string(), user_id: z.string() })
