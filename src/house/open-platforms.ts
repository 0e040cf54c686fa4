import { randomUUID } from 'node:crypto'
import { createQueries } from '../assistant/queries.ts'
import { reopenWorkspace } from '../assistant/turn/workspaces.ts'
import type { FileRef, PlatformName, Query, QueryAnswer } from '../chat/message.ts'
import type { Lang } from '../chat/reply.ts'
import { createWebChat } from '../platforms/web/web.ts'
import { textsFor } from '../texts/texts.ts'
import { createAnswerMarks } from './answer-marks.ts'
import { createFileOffers } from './file-offers.ts'
import type { House } from './house.ts'
import type { Handler } from './http.ts'
import { termsPages } from './terms-pages.ts'
import { createTranscript } from './web-transcript.ts'

/** One line of `maatstaf check`. */
export type Checked = { what: string; ok: boolean; remedy: string | null }

type Platform = {
  name: PlatformName
  handle: Handler
  ready(): { ok: boolean }
  start(): Promise<void>
  stop(): Promise<void>
  check(lang: Lang): Promise<Checked[]>
}

export type Platforms = {
  names: PlatformName[]
  handlers: Handler[]
  ready(): Promise<{ name: string; ok: boolean }[]>
  start(): Promise<void>
  stop(): Promise<void>
  check(lang: Lang): Promise<Checked[]>
}

/** Uploads wait sealed this long for their turn. */
const uploadHours = 48

/** Opens what is configured; the SDK of a platform that is off is never loaded. */
export async function openPlatforms(
  house: House,
  options: { playground?: boolean; slackPaceMs?: number } = {},
): Promise<Platforms> {
  const query = createQueries(house.deps)
  const open: Platform[] = [openWeb(house, query)]
  if (house.config.slack) open.push(await openSlack(house, query, options.slackPaceMs))
  if (options.playground) open.push(await openTeams(house, query, { appId: '', settings: {}, playground: true }))
  else if (house.config.teams) open.push(await openTeams(house, query, house.config.teams))
  const each = <T>(act: (platform: Platform) => T) => Promise.all(open.map(act))
  const platforms: Platforms = {
    names: open.map(({ name }) => name),
    handlers: open.map(({ handle }) => handle),
    ready: () => each(async ({ name, ready }) => ({ name, ok: ready().ok })),
    start: async () => void (await each(({ start }) => start())),
    stop: async () => void (await each(({ stop }) => stop())),
    check: async (lang) => (await each(({ check }) => check(lang))).flat(),
  }
  house.platforms = platforms
  return platforms
}

type TeamsChoice = { appId: string; settings: Record<string, string>; playground?: boolean }
type Answer = (query: Query) => Promise<QueryAnswer>

function openWeb(house: House, query: Answer): Platform {
  const { clock, inbox, storage } = house
  const web = createWebChat({
    accept: inbox.accept,
    query,
    async storeFile(bytes, name, type, conversation): Promise<FileRef> {
      const id = randomUUID()
      await storage.files.put(
        id,
        { bytes, name, type: type ?? '' },
        { conversation },
        clock.now().add({ hours: uploadHours }).toString(),
      )
      return { name, size: bytes.byteLength, type, role: null, ref: id }
    },
    readFile: storage.files.get,
    transcript: createTranscript(storage),
    banner: (lang) => (house.demo ? [textsFor(lang).assistant.demoBanner(clock.zoned())] : []),
    clock,
    log: house.log.child({ platform: 'web' }),
  })
  house.addPlatform('web', web)
  return {
    name: 'web',
    handle: web.handle,
    ready: () => ({ ok: true }),
    start: async () => {},
    stop: async () => web.close(),
    check: async () => [],
  }
}

async function openSlack(house: House, query: Answer, paceMs?: number): Promise<Platform> {
  const { createSlack } = await import('../platforms/slack/slack.ts')
  const { config, clock, inbox, storage } = house
  const slack = createSlack({
    ...config.slack!,
    accept: inbox.accept,
    query,
    onConnected: (workspace) => storage.transaction((stores) => reopenWorkspace(stores, workspace)),
    takesPart: async (conversation) => (await storage.conversations.get(conversation)) !== null,
    clock,
    log: house.log.child({ platform: 'slack' }),
    allowedHosts: config.hosts,
    ...(paceMs === undefined ? {} : { timing: { paceMs } }),
  })
  house.addPlatform('slack', { post: slack.post, fetchFile: ({ ref }) => slack.fetchFile(ref), remove: slack.remove })
  return {
    name: 'slack',
    handle: slack.handle,
    ready: slack.ready,
    start: slack.start,
    stop: slack.stop,
    check: slack.check,
  }
}

/** `playground`: without tokens, for this machine only; see commands/playground.ts. */
async function openTeams(house: House, query: Answer, teamsConfig: TeamsChoice): Promise<Platform> {
  const { createTeams } = await import('../platforms/teams/teams.ts')
  const { config, clock, inbox, storage } = house
  const teams = createTeams({
    ...teamsConfig,
    accept: inbox.accept,
    query,
    takesPart: async (conversation) => (await storage.conversations.get(conversation)) !== null,
    readFile: storage.files.get,
    offers: createFileOffers(storage, clock),
    answers: createAnswerMarks(storage, clock),
    clock,
    log: house.log.child({ platform: 'teams' }),
    allowedHosts: config.hosts,
    url: config.url,
  })
  house.addPlatform('teams', { post: teams.post, fetchFile: ({ ref }) => teams.fetchFile(ref), remove: teams.remove })
  return {
    name: 'teams',
    // Its manifest names them.
    handle: async (request, response) => (await teams.handle(request, response)) || termsPages(request, response),
    ready: teams.ready,
    start: teams.start,
    stop: teams.stop,
    check: teams.check,
  }
}
