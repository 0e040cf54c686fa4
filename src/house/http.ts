import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { MaatstafError } from '../errors.ts'
import type { Log } from '../log.ts'

/** Answers a request of its own path and says true; leaves others alone with false. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

export type HttpServer = {
  port: number
  /** Takes no more requests; resolves when the handlers of all that came in have ended. */
  close(): Promise<void>
}

/**
 * The headers of a page that a signed link opens: nobody keeps it, finds it or frames it, and it loads nothing from elsewhere. `form`:
 * it may send its form back to us; `images`: it holds images of its own, as data.
 */
export function linkedPageHeaders({ form = false, images = false }): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': 'no-referrer',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; ${images ? 'img-src data:; ' : ''}base-uri 'none'; form-action ${form ? "'self'" : "'none'"}; frame-ancestors 'none'`,
  }
}

/** The one HTTP server: each handler in turn, then 404. A handler that fails gives 500 without a word of its error. */
export async function listenHttp(options: {
  port: number
  host: string
  handlers: Handler[]
  log: Log
  /** Told of every answer: the path without its query, and how long it took. */
  onAnswered?(path: string, status: number, seconds: number): void
}): Promise<HttpServer> {
  const { handlers, log, onAnswered } = options
  const serving = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const begun = performance.now()
    const path = (request.url ?? '').split('?')[0] ?? ''
    response.once('finish', () => onAnswered?.(path, response.statusCode, (performance.now() - begun) / 1000))
    const served = serve(request, response)
      .catch((error) => {
        log.error('request failed', error)
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
        response.end()
      })
      .finally(() => serving.delete(served))
    serving.add(served)
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff')
    for (const handler of handlers) if (await handler(request, response)) return
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n')
  }

  await new Promise<void>((resolve, reject) =>
    server.once('error', (cause) => reject(cannotListen(cause, options))).listen(options.port, options.host, resolve),
  )
  return {
    port: portOf(server),
    async close() {
      await closeServer(server)
      // Whoever lost patience or was cut off: what was begun for them ends before storage closes.
      while (serving.size > 0) await Promise.all(serving)
    },
  }
}

function cannotListen(cause: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): MaatstafError {
  const why = cause.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be listened on (${cause.code})`
  return new MaatstafError('port-unusable', `PORT ${port} on HOST ${host} ${why}; set another one`, {
    details: { port },
    cause,
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Event streams never end by themselves: what is idle or streaming is cut, what is being answered may finish. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })
}
