import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FileRef, Incoming, Outgoing, Query, QueryAnswer } from '../../../src/chat/message.ts'
import { type Clock, createFixedClock } from '../../../src/clock.ts'
import { silentLog } from '../../../src/log.ts'
import type { TranscriptEntry } from '../../../src/platforms/web/transcript.ts'
import { createWebChat, type WebChat } from '../../../src/platforms/web/web.ts'
import type { StoredFile } from '../../../src/storage/port.ts'

/** What outlives a restart of the process. */
export type Kept = {
  entries: Map<string, TranscriptEntry[]>
  files: Map<string, StoredFile>
  keys: Set<string>
}
export const nothingKept = (): Kept => ({ entries: new Map(), files: new Map(), keys: new Set() })

export type LocalChat = {
  web: WebChat
  url: string
  port: number
  kept: Kept
  incoming: Incoming[]
  say(outgoing: Outgoing): Promise<unknown>
  stop(): Promise<void>
}

type Options = {
  kept?: Kept
  port?: number
  clock?: Clock
  banner?: string[]
  query?: (query: Query) => QueryAnswer
  /** Called for each message once; what it says is posted. */
  onIncoming?: (incoming: Incoming, chat: LocalChat) => void | Promise<void>
  /** What keeping a message does before anything else: throw, to play a database that is gone. */
  beforeAccept?: () => void
}

/** The web chat on a real server, with stores in memory and an assistant that the test plays. */
export async function startLocalChat(options: Options = {}): Promise<LocalChat> {
  const kept = options.kept ?? nothingKept()
  const incoming: Incoming[] = []
  const web = createWebChat({
    async accept(message) {
      options.beforeAccept?.()
      if (kept.keys.has(message.key)) return 'duplicate'
      kept.keys.add(message.key)
      incoming.push(message)
      await options.onIncoming?.(message, chat)
      return 'accepted'
    },
    query: async (query) => options.query?.(query) ?? { kind: 'ok' },
    async storeFile(bytes, name, type): Promise<FileRef> {
      const id = `file-${kept.files.size + 1}`
      kept.files.set(id, { bytes, name, type: type ?? '' })
      return { name, size: bytes.byteLength, type, role: null, ref: id }
    },
    readFile: async (id) => kept.files.get(id) ?? null,
    transcript: {
      async append(conversation, entry) {
        kept.entries.set(conversation, [...(kept.entries.get(conversation) ?? []), structuredClone(entry)])
      },
      load: async (conversation) => structuredClone(kept.entries.get(conversation) ?? []),
    },
    banner: () => options.banner ?? [],
    clock: options.clock ?? createFixedClock('2026-07-10T10:00:00+02:00'),
    log: silentLog,
  })
  const server = createServer(async (request, response) => {
    if (!(await web.handle(request, response))) response.writeHead(418).end('not the web chat')
  })
  const port = await listening(server, options.port ?? 0)
  const chat: LocalChat = {
    web,
    url: `http://127.0.0.1:${port}`,
    port,
    kept,
    incoming,
    say: (outgoing) => web.post(outgoing),
    async stop() {
      web.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return chat
}

async function listening(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
