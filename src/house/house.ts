import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Catalogue } from '../assignments/catalogue.ts'
import { createWatchedFolder } from '../assistant/catalogue/watched-folder.ts'
import { createPoster, type Post } from '../assistant/delivery/poster.ts'
import { createTakeBack, type Remove } from '../assistant/delivery/take-back.ts'
import { createUndelivered } from '../assistant/delivery/undelivered.ts'
import type { AssistantDeps } from '../assistant/deps.ts'
import { createDigests } from '../assistant/digests/digests.ts'
import { fetchHeld } from '../assistant/interviews/held-files.ts'
import { createWorker } from '../assistant/interviews/work.ts'
import { createLinks } from '../assistant/links/links.ts'
import { createUploadLinks } from '../assistant/links/upload-links.ts'
import { createMetrics, type Metrics } from '../assistant/metrics.ts'
import { createRetention } from '../assistant/retention/retention.ts'
import { createSlowDown } from '../assistant/turn/slow-down.ts'
import { type Assistant, createAssistant } from '../assistant.ts'
import { platformOf } from '../chat/address.ts'
import { createInbox, type Inbox } from '../chat/inbox.ts'
import type { FileRef, Outgoing, PlatformName } from '../chat/message.ts'
import { type Clock, createClock, createClockFrom } from '../clock.ts'
import type { Config } from '../config.ts'
import { onUnreadable } from '../documents/read-document.ts'
import { hasCode } from '../errors.ts'
import type { Log } from '../log.ts'
import { modelAbout } from '../model/about.ts'
import type { Model } from '../model/port.ts'
import { createModelEngine } from '../scoring/model-engine.ts'
import { createRulesEngine } from '../scoring/rules-engine.ts'
import { type OpenStorage, openStorage } from '../storage/storage.ts'
import { anchorAudit } from './audit-anchors.ts'
import { loadExamples } from './examples.ts'
import { linkSecret } from './link-secret.ts'
import { measuredModel, measuredPost, measuredTurn } from './measured.ts'
import { createModelCache } from './model-cache.ts'
import type { Platforms } from './open-platforms.ts'
import { createShelves } from './shelves.ts'

/** Storage and everything that stands on it, without a platform: what `npm start` and the command line share. */
export type House = {
  config: Config
  clock: Clock
  log: Log
  storage: OpenStorage
  catalogue: Catalogue
  model: Model | null
  assistant: Assistant
  inbox: Inbox
  metrics: Metrics
  links: ReturnType<typeof createLinks>
  uploads: ReturnType<typeof createUploadLinks>
  deps: AssistantDeps
  /** True once a newer version of the program put something in the catalogue that this one cannot read. */
  isOutdated(): boolean
  /** True when the examples are shown and the clock runs on their date. */
  demo: boolean
  /** What is open to people, once it is. */
  platforms: Platforms | null
  addPlatform(
    name: PlatformName,
    platform: { post: Post; fetchFile(ref: FileRef): Promise<Uint8Array>; remove?: Remove },
  ): void
  /** Told once the web server listens: asked for any free port, without an address of its own, links name the one it got. */
  servedAt(port: number): void
  /** Starts taking turns, posts, readings, digests and purges; started already, it does nothing. */
  work(): Promise<void>
  /** Takes no more of them and waits for those in hand; messages can still be accepted. */
  rest(): Promise<void>
  close(): Promise<void>
}

const minute = 60_000

/**
 * Opens the house. `demo` loads the examples into an empty catalogue when no platform is configured; `announceAfterMs` is when a turn
 * that takes long says so, else as assistant/turn/progress-sign.ts has it. `leaveEmpty` writes nothing on opening: a backup is restored into nothing else.
 */
export async function openHouse(
  config: Config,
  log: Log,
  options: { demo: boolean; schema?: string; announceAfterMs?: number; leaveEmpty?: boolean },
): Promise<House> {
  const realClock = config.now
    ? createClockFrom(config.now, config.timeZone)
    : createClock({ timeZone: config.timeZone })
  // The demo's offset is stored, so it is only known once storage is open; storage then runs on the same clock.
  let clock = realClock
  const steered: Clock = {
    timeZone: config.timeZone,
    now: () => clock.now(),
    zoned: () => clock.zoned(),
    real: () => clock.real(),
  }
  const storage = await openStorage({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    masterKeys: config.masterKeys,
    ...(options.schema ? { schema: options.schema } : {}),
    clock: steered,
    log,
  })
  const { catalogue, waiting, refresh } = createShelves(storage.assignments)
  let outdated = false
  let timer: NodeJS.Timeout | null = null
  // Before the first look: what changes during it is looked at again.
  storage.onAssignmentsChanged(
    (ids) =>
      void refresh(ids).catch((error) => {
        log.error('catalogue not refreshed', error)
        // What it knows of the postings is no longer so: it still takes messages in, and leaves the turns to who can read them.
        if (hasCode(error, 'stored-newer') && !outdated) {
          outdated = true
          void rest()
        }
      }),
  )
  await refresh(null)

  const standalone = config.slack === null && config.teams === null
  const demo = standalone
    ? await loadExamples({ storage, load: options.demo && catalogue.size === 0, real: realClock })
    : null
  if (demo && !config.now) clock = createClock({ offsetMs: demo.offsetMs, timeZone: config.timeZone })
  if (demo?.loaded) await refresh(null)

  const metrics = createMetrics()
  const deaf = onUnreadable((reason) => metrics.unreadable.inc({ reason }))
  const model = config.model
    ? // The client is only loaded where a model is configured.
      measuredModel(
        (await import('../model/openai.ts')).createOpenAiModel({
          ...config.model,
          clock: steered,
          log,
          cache: createModelCache(storage, steered),
          promptsDir: resolve(import.meta.dirname, '../../prompts'),
          onTokens: (count) => metrics.modelTokens.inc(count),
        }),
        metrics,
      )
    : null
  const lexiconDirs = ownLexicon(config.dataDir)
  const rules = createRulesEngine({ lexiconDirs })
  const engineFor = (engine: 'rules' | 'model', candidate: string) =>
    engine === 'model' && model ? createModelEngine(modelAbout(model, { candidate }), { lexiconDirs }) : rules
  const posts = new Map<string, Post>()
  const removers = new Map<string, Remove>()
  const fetchers = new Map<PlatformName, (ref: FileRef) => Promise<Uint8Array>>()
  const linking = { url: config.url, storage, clock: steered, secret: await linkSecret(storage, !options.leaveEmpty) }
  const links = createLinks(linking)
  const uploads = createUploadLinks(linking)

  const undelivered = createUndelivered(storage)
  const poster = createPoster({
    storage,
    log,
    platforms: posts,
    takeBack: async (to, id) => removers.get(platformOf(to))?.(to, id),
    clock: steered,
    onRefused: undelivered.refused,
    onExpired: async (outgoing, place) =>
      void ((await digests.lost(outgoing, place, true)) || (await undelivered.lost(outgoing))),
  })
  const deps: AssistantDeps = {
    storage,
    catalogue,
    waiting,
    clock: steered,
    log,
    model,
    rules,
    links,
    uploads,
    postNow: poster.postNow,
    fetchFile: async (platform, ref) => {
      const held = await fetchHeld(storage.files, ref)
      if (held) return held
      const fetch = fetchers.get(platform)
      if (!fetch) throw new Error(`no platform ${platform}`)
      return fetch(ref)
    },
    settings: {
      admins: config.admins,
      digestTime: config.digestTime,
      timeZone: config.timeZone,
      retentionDays: config.retentionDays,
      openPlatforms: ['web', 'cli'],
    },
    onDigest(lagSeconds) {
      metrics.digestLag.set(lagSeconds)
      metrics.digestAt.set(steered.now().epochMilliseconds / 1000)
    },
    count: (outcome, labels) =>
      outcome === 'feedback' ? metrics.feedback.inc(labels ?? {}) : metrics.turns.inc({ outcome }),
  }
  const worker = createWorker(deps, engineFor)
  const assistant = createAssistant(
    deps,
    worker.cancel,
    options.announceAfterMs === undefined ? {} : { announceAfterMs: options.announceAfterMs },
  )
  const digests = createDigests(deps)
  const retention = createRetention(deps)
  const takeBack = createTakeBack({ storage, log, removers, now: steered.now })
  const watched = createWatchedFolder(deps, join(config.dataDir, 'postings'))
  const anchor = () => anchorAudit({ storage, dataDir: config.dataDir, log })
  let anchoredIn = ''
  async function anchorHourly(): Promise<void> {
    const hour = steered.now().toString().slice(0, 13)
    if (hour === anchoredIn) return
    anchoredIn = hour
    await anchor()
  }
  async function rest(): Promise<void> {
    if (timer) clearInterval(timer)
    timer = null
    await storage.worker.stop()
  }

  return {
    config,
    clock: steered,
    log,
    storage,
    catalogue,
    model,
    assistant,
    metrics,
    links,
    uploads,
    deps,
    isOutdated: () => outdated,
    demo: demo !== null,
    platforms: null,
    inbox: createInbox(
      storage,
      (outcome, { platform }) => metrics.events.inc({ platform, outcome }),
      createSlowDown(storage, steered),
    ),
    addPlatform(name, platform) {
      posts.set(name, measuredPost(name, platform.post, metrics))
      fetchers.set(name, platform.fetchFile)
      if (platform.remove) removers.set(name, platform.remove)
    },
    servedAt(port) {
      linking.url = linking.url.replace(/^(http:\/\/127\.0\.0\.1):0$/, `$1:${port}`)
    },
    async work() {
      if (timer || outdated) return
      const tick = () =>
        void Promise.all([digests.enqueue(), retention.enqueue(), watched.scan(), anchorHourly()]).catch((error) =>
          log.error('the minute job failed', error),
        )
      timer = setInterval(tick, minute)
      const ignore = async () => {}
      await storage.worker.start('posts', poster.deliver, async (job) => {
        const known = await digests.lost(job.payload as Outgoing, job.key, false)
        if (!known) await undelivered.giveUp(job)
      })
      await storage.worker.start('turns', measuredTurn(assistant.turn, metrics, steered), assistant.giveUp)
      await storage.worker.start('work', worker.run, worker.giveUp)
      await storage.worker.start('digests', digests.run, ignore)
      await storage.worker.start(
        'purges',
        async (job) => void ((await takeBack.run(job)) || (await retention.run())),
        ignore,
      )
      tick()
    },
    rest,
    async close() {
      deaf()
      await rest()
      await anchor().catch((error) => log.error('audit not anchored', error))
      await storage.close()
    },
  }
}

/** A folder `lexicon/` in the data directory adds the user's own words to those of src/scoring/lexicon. */
export function ownLexicon(dataDir: string): string[] {
  const folder = join(dataDir, 'lexicon')
  return existsSync(folder) ? [folder] : []
}
