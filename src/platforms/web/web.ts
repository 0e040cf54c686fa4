import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileRef, Outgoing } from '../../chat/message.ts'
import { fileName, largestFile } from '../../chat/sent-file.ts'
import { MaatstafError } from '../../errors.ts'
import { textsFor } from '../../texts/texts.ts'
import { bodyOf } from './body.ts'
import { createDesk, keyPrefix } from './desk.ts'
import { isCrossSite, isFromPage, isLocal } from './door.ts'
import { WEB_LIMITS } from './limits.ts'
import { parseMessage } from './message-body.ts'
import { directPlace, type Place, roomPlace } from './place.ts'
import { secure, sendError, sendJson, sendNothing } from './responses.ts'
import { shownEntry } from './shown.ts'
import { createStaticFiles, type StaticFile } from './static-files.ts'
import { createStreams } from './streams.ts'
import { visibleTo } from './transcript.ts'
import { type Visitor, visitorOf } from './visitor.ts'
import type { WebChatOptions } from './web-options.ts'

export type WebChat = {
  /** Answers a request for the page or what it needs; false when the path is not the web chat's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Keeps it and shows it on every open page of its conversation. Safe to repeat: a key is one entry. */
  post(outgoing: Outgoing): Promise<{ ok: string }>
  /** Bytes of a file that came with a message; `file-gone` when they were removed meanwhile. */
  fetchFile(file: FileRef): Promise<Uint8Array>
  /** Ends the open pages' streams, so that a server can stop; the pages come back by themselves. */
  close(): void
}

/** The local web chat: a platform like Slack and Teams, for the person at this machine. */
export function createWebChat(options: WebChatOptions): WebChat {
  const files = createStaticFiles()
  const streams = createStreams<Visitor>()
  const desk = createDesk(options, (place, entry) =>
    streams.push(place.conversation, 'entry', (viewer) => {
      const [placed] = visibleTo(viewer.person, [entry])
      if (!placed) return null
      const slot = entry.from === 'assistant' && entry.replaces ? entry.replaces : placed.slot
      return shownEntry({ ...placed, slot }, viewer, place)
    }),
  )

  async function route(call: string, url: URL, visitor: Visitor, request: IncomingMessage, response: ServerResponse) {
    const place = placeIn(url, visitor)
    switch (call) {
      case 'GET /web/session':
        return sendJson(response, 200, {
          token: visitor.token,
          keyPrefix: keyPrefix(visitor),
          lang: visitor.lang,
          room: place.room,
          timeZone: options.clock.timeZone,
          banner: options.banner(visitor.lang),
          texts: textsFor(visitor.lang).web.page,
          maxFileBytes: largestFile,
        })
      case 'GET /web/events':
        await streams.open(place.conversation, response, visitor, () => desk.snapshot(place, visitor))
        return desk.enter(place, visitor)
      case 'GET /web/file':
        return sendDownload(response, await desk.handOut(place, visitor, url.searchParams.get('id') ?? ''))
      case 'POST /web/messages': {
        const message = parseMessage(await bodyOf(request, WEB_LIMITS.messageBytes, 'long-message'))
        return sendJson(response, 200, { result: await desk.takeMessage(place, visitor, message) })
      }
      case 'POST /web/files': {
        const name = url.searchParams.get('name') ?? ''
        const bytes = await bodyOf(request, largestFile, 'too-large')
        const type = request.headers['content-type'] ?? null
        const upload = { bytes, name, type, field: url.searchParams.get('role') }
        return sendJson(response, 200, await desk.takeFile(place, visitor, upload))
      }
      case 'POST /web/query': {
        const body = await bodyOf(request, WEB_LIMITS.messageBytes, 'long-message')
        return sendJson(response, 200, await desk.answerQuery(place, visitor, body))
      }
      default:
        return sendNothing(response, 404)
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse, url: URL, visitor: Visitor): Promise<void> {
    const reading = request.method === 'GET' || request.method === 'HEAD'
    const file = reading ? files(url.pathname) : null
    if (file) return sendStatic(request, response, file)
    if (reading ? isCrossSite(request) : !isFromPage(request, visitor.token))
      throw new MaatstafError('not-from-page', 'a request that our page did not make')
    await route(`${reading ? 'GET' : request.method} ${url.pathname}`, url, visitor, request, response)
  }

  return {
    async handle(request, response) {
      const url = URL.parse(request.url ?? '', 'http://localhost')
      if (!url || !/^\/(?:$|favicon\.ico$|web\/)/.test(url.pathname)) return false
      secure(response)
      if (!isLocal(request)) {
        sendNothing(response, 404)
        return true
      }
      const visitor = visitorOf(request)
      if (visitor.newCookie) response.setHeader('set-cookie', visitor.newCookie)
      try {
        await answer(request, response, url, visitor)
      } catch (error) {
        // A person who goes away in the middle is no fault of anybody.
        if (!(error instanceof MaatstafError) && !request.destroyed)
          options.log.error('web request failed', error, { path: url.pathname })
        sendError(response, error, visitor.lang)
      }
      return true
    },
    async post(outgoing) {
      await desk.say(outgoing)
      return { ok: outgoing.key }
    },
    async fetchFile(file) {
      const stored = await options.readFile(file.ref)
      if (!stored) throw new MaatstafError('file-gone', 'an upload that is no longer kept')
      return stored.bytes
    },
    close: () => streams.close(),
  }
}

function placeIn(url: URL, visitor: Visitor): Place {
  const name = url.searchParams.get('room')
  const place = name === null ? directPlace(visitor.person) : roomPlace(name)
  if (!place) throw new MaatstafError('bad-room', 'not a name for a room')
  return place
}

function sendStatic(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  response.setHeader('cache-control', 'no-cache')
  response.setHeader('etag', file.etag)
  if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end()
  else response.writeHead(200, { 'content-type': file.type }).end(request.method === 'HEAD' ? undefined : file.bytes)
}

/** Always to save, never to open here: what is in it may be anybody's. */
function sendDownload(response: ServerResponse, file: { bytes: Uint8Array; name: string }): void {
  response
    .writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName(file.name))}`,
      'content-length': file.bytes.byteLength,
    })
    .end(file.bytes)
}
