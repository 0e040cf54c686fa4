import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Address } from '../../chat/address.ts'
import { card } from '../../chat/card.ts'
import type { Incoming, Outgoing, Query, QueryAnswer } from '../../chat/message.ts'
import type { PostOptions, PostResult } from '../../chat/post-result.ts'
import type { Lang } from '../../chat/reply.ts'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { placeOf } from './address.ts'
import { type Check, createCheck } from './check.ts'
import { cloudOf } from './cloud.ts'
import { createConnector } from './connector.ts'
import { createConsents, createOffersInMemory, type OfferStore } from './consent.ts'
import { createConsentReplies } from './consent-replies.ts'
import { createExtension } from './extension.ts'
import { type AnswerStore, answerPlace, createAnswersInMemory } from './feedback.ts'
import { fetchFile } from './fetch-file.ts'
import { createGuard, createPlaygroundGuard } from './guard.ts'
import { createHandlers } from './handlers.ts'
import { createHosts } from './hosts.ts'
import { createLogin } from './login.ts'
import { createPace } from './pace.ts'
import { createPeople } from './people.ts'
import { createPost } from './post.ts'
import { createRemove } from './remove.ts'
import { createSigningKeys } from './signing-keys.ts'
import { createSubmitKeys } from './submits.ts'

export type TeamsOptions = {
  appId: string
  /** The Bot Framework's own names and values; see `teamsCloudSettings` in config.ts. */
  settings: Record<string, string>
  /** Resolves when the message is durable. */
  accept(incoming: Incoming): Promise<'accepted' | 'duplicate'>
  query(query: Query): Promise<QueryAnswer>
  /** Whether a stored conversation makes an unaddressed reply in its thread addressed. */
  takesPart?(conversation: string): Promise<boolean>
  /** The bytes of a file that was handed out, while they are kept. */
  readFile?(id: string): Promise<{ bytes: Uint8Array } | null>
  /** Files that wait for consent; absent: those of this process. */
  offers?: OfferStore
  /** Which answer stands in which message; absent: those of this process. */
  answers?: AnswerStore
  clock: Clock
  log: Log
  /** `host:port` that tokens may go to and files come from, besides Microsoft's own. */
  allowedHosts: string[]
  /** The public address of this assistant, for `check`. */
  url?: string
  /** Where the package for the administrator is looked for, instead of where `npm run manifests` leaves it. */
  packageFile?: string
  /** No tokens, loopback only: for Microsoft's Agents Playground. */
  playground?: boolean
  /** Real milliseconds, for tests. */
  timing?: Partial<Timing>
}

type Timing = {
  /** A call of the connector, the login or the keys is given up after this. */
  callMs: number
  fileMs: number
  /** Waiting for who somebody is, before the acknowledgement. */
  peopleMs: number
  /** A search that takes longer is answered with a request to try again. */
  queryMs: number
  /** Between attempts to fetch the keys at start-up. */
  keysMs: number
}

const defaults: Timing = { callMs: 10_000, fileMs: 30_000, peopleMs: 1_500, queryMs: 2_000, keysMs: 30_000 }

export type Teams = {
  /** Answers `POST /api/messages` on the shared server; false for what is not its own. */
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

const messagesPath = '/api/messages'

/** Microsoft Teams: our own guard before the SDK's adapter takes activities in, our own poster gives cards out. */
export function createTeams(options: TeamsOptions): Teams {
  const { clock, log, playground = false } = options
  const timing = { ...defaults, ...options.timing }
  const now = () => clock.real().epochMilliseconds
  const patience = (ms: number) => sleep(ms, undefined, { ref: false })
  const cloud = cloudOf(options.appId, options.settings)
  const hosts = createHosts({ allowedHosts: options.allowedHosts, playground })
  const keys = createSigningKeys({ url: cloud.openIdUrl, now, timeoutMs: timing.callMs, log })
  const login = playground || cloud.managedIdentity ? null : createLogin(cloud, { now, timeoutMs: timing.callMs })
  const connector = createConnector({
    cloud,
    settings: options.settings,
    login,
    service: hosts.service,
    timeoutMs: timing.callMs,
  })
  const guard = playground
    ? createPlaygroundGuard(hosts.service)
    : createGuard({ cloud, keys, service: hosts.service, nowSeconds: () => now() / 1000 })
  const pace = createPace({ now: () => performance.now(), sleep: (ms) => sleep(ms) })
  const offers = options.offers ?? createOffersInMemory()
  const answers = options.answers ?? createAnswersInMemory()
  const personalLink = `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(options.appId)}`
  const inHand = new Set<Promise<unknown>>()
  let stopped = false

  const background = (work: Promise<unknown>) =>
    void held(work.catch((error) => log.error('teams background work failed', error)))

  const { post, settle, openPersonal } = createPost({
    connector,
    pace,
    consents: createConsents(offers),
    personalLink,
    markAnswer(conversation, id, answer) {
      background(answers.put(answerPlace(conversation, id), answer))
      // The playground does not say under which message a thumb stands: it is the newest there.
      if (playground) background(answers.put(answerPlace(conversation, ''), answer))
    },
    now: () => performance.now(),
  })
  const remove = createRemove({ connector, pace })

  const people = playground
    ? { isGuest: async () => false }
    : createPeople(connector, { now: () => performance.now(), sleep: patience, patienceMs: timing.peopleMs })
  const submitKey = createSubmitKeys(now)

  const handlers = createHandlers({
    connector,
    cloud,
    accept: options.accept,
    takesPart: options.takesPart ?? (async () => false),
    people,
    clock,
    log,
    submitKey,
    answers,
    extension: createExtension({
      query: options.query,
      accept: options.accept,
      people,
      openPersonal,
      submitKey,
      sleep: patience,
      queryMs: timing.queryMs,
      log,
    }),
    background,
    typing: async ({ address }) => {
      const { serviceUrl, conversation, bot } = placeOf(address)
      if (conversation && pace.resting(conversation) === 0)
        await connector.call(serviceUrl, (client) =>
          client.sendToConversation(conversation, { type: 'typing', from: { id: bot, name: '' } }),
        )
    },
    settle,
    consent: createConsentReplies({
      store: offers,
      files: hosts.files,
      readFile: options.readFile ?? (async () => null),
      connector,
      say: (key, to, text) => post({ key, to, card: card({ type: 'text', text }) }),
      fileMs: timing.fileMs,
      background,
    }),
  })

  function held<T>(work: Promise<T>): Promise<T> {
    inHand.add(work)
    const done = () => void inHand.delete(work)
    work.then(done, done)
    return work
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    if (req.url?.split('?')[0] !== messagesPath || req.method !== 'POST') return false
    if (stopped) {
      res.writeHead(503, { connection: 'close' }).end()
      return true
    }
    const verdict = await guard(req)
    if ('status' in verdict) {
      log.warn('teams request refused', { reason: verdict.reason })
      res.writeHead(verdict.status, { connection: 'close' }).end()
      return true
    }
    const { status, body } = await held(handlers.take(verdict.activity))
    if (body === undefined) res.writeHead(status).end()
    else res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    return true
  }

  /** Fetches the keys until they are there; nothing waits for it, and until then nobody gets in. */
  async function fetchKeys(): Promise<void> {
    while (!stopped && keys.state() === 'none') {
      await keys.refresh()
      if (keys.state() === 'none') await patience(timing.keysMs)
    }
  }

  function ready(): { ok: boolean; detail: string | null } {
    if (stopped) return { ok: false, detail: 'stopped' }
    const state = playground ? 'fresh' : keys.state()
    return { ok: state === 'fresh', detail: state === 'fresh' ? null : `signing-keys-${state}` }
  }

  return {
    handle,
    async start() {
      if (!playground) void fetchKeys()
    },
    async stop() {
      stopped = true
      while (inHand.size > 0) await Promise.allSettled([...inHand])
    },
    post: (outgoing, how) => held(post(outgoing, how)),
    remove: (to, posted) => held(remove(to, posted)),
    fetchFile: (ref) => fetchFile({ allowed: hosts.files, timeoutMs: timing.fileMs }, ref),
    check: createCheck({
      login,
      keys,
      url: options.url ?? '',
      ...(options.packageFile === undefined ? {} : { packageFile: options.packageFile }),
    }),
    ready,
  }
}
