import type { ServerResponse } from 'node:http'

/** One open page. Until its snapshot went out, what happens meanwhile waits. */
type Listener<Viewer> = { response: ServerResponse; viewer: Viewer; waiting: string[] | null }

export type Streams<Viewer> = {
  /** Starts a stream: first what `snapshot` gives, then everything pushed since the call. */
  open(conversation: string, response: ServerResponse, viewer: Viewer, snapshot: () => Promise<unknown>): Promise<void>
  /** Sends to every open page of the conversation what `make` gives for its viewer; null: nothing. */
  push(conversation: string, event: string, make: (viewer: Viewer) => unknown | null): void
  close(): void
}

/** Often enough for a proxy-less loopback; it also finds pages that went away without saying so. */
const heartbeatMs = 20_000
/** The page comes back this fast after a restart: the promise is a conversation that goes on within three seconds. */
const reconnectMs = 700

/** Server-sent events, one set of open pages a conversation. */
export function createStreams<Viewer>(): Streams<Viewer> {
  const open = new Map<string, Set<Listener<Viewer>>>()
  const heartbeat = setInterval(() => {
    for (const set of open.values()) for (const { response } of set) response.write(': still here\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  return {
    async open(conversation, response, viewer, snapshot) {
      const listener: Listener<Viewer> = { response, viewer, waiting: [] }
      const set = open.get(conversation) ?? new Set()
      open.set(conversation, set.add(listener))
      response.on('close', () => {
        set.delete(listener)
        if (set.size === 0 && open.get(conversation) === set) open.delete(conversation)
      })
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
      response.write(`retry: ${reconnectMs}\n\n`)
      response.write(written('snapshot', await snapshot()))
      for (const event of listener.waiting ?? []) response.write(event)
      listener.waiting = null
    },
    push(conversation, event, make) {
      for (const { response, viewer, waiting } of open.get(conversation) ?? []) {
        const data = make(viewer)
        if (data === null) continue
        if (waiting) waiting.push(written(event, data))
        else response.write(written(event, data))
      }
    },
    close() {
      clearInterval(heartbeat)
      for (const set of open.values()) for (const { response } of set) response.end()
      open.clear()
    },
  }
}

function written(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
