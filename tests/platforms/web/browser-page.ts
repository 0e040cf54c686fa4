import type { FileRef } from '../../../src/chat/message.ts'
import type { ShownEntry } from '../../../src/platforms/web/shown.ts'
import type { LocalChat } from './local-chat.ts'

export type PageEvent = { event: string; data: unknown }

/** Speaks the page's protocol as its scripts do, without a browser: for what goes on between page and server. */
export type Page = {
  cookie: string
  token: string
  headers(more?: Record<string, string>): Record<string, string>
  send(text: string, more?: { key?: string; files?: unknown[]; action?: unknown }): Promise<Response>
  upload(bytes: Uint8Array, name: string, role?: string): Promise<Response>
  /** Opens the stream; `next` waits for one more event. */
  listen(): Promise<{ next(): Promise<PageEvent>; close(): void }>
  entries(): Promise<ShownEntry[]>
}

export async function openPage(
  chat: Pick<LocalChat, 'url'>,
  options: { room?: string; cookie?: string; lang?: string } = {},
): Promise<Page> {
  const room = options.room === undefined ? '' : `?room=${encodeURIComponent(options.room)}`
  const url = (path: string, query = '') => `${chat.url}/web/${path}${room}${query ? (room ? '&' : '?') + query : ''}`
  const lang = options.lang ?? 'nl-NL'
  const first = await fetch(url('session'), {
    headers: { 'accept-language': lang, ...(options.cookie ? { cookie: options.cookie } : {}) },
  })
  const cookie = options.cookie ?? first.headers.get('set-cookie')!.split(';')[0]!
  const { token } = (await first.json()) as { token: string }
  const headers = (more: Record<string, string> = {}) => ({
    cookie,
    origin: chat.url,
    'x-page-token': token,
    'accept-language': lang,
    ...more,
  })
  const page: Page = {
    cookie,
    token,
    headers,
    send: (text, more = {}) =>
      fetch(url('messages'), {
        method: 'POST',
        headers: headers({ 'content-type': 'application/json' }),
        body: JSON.stringify({
          key: more.key ?? crypto.randomUUID(),
          text,
          files: more.files ?? [],
          action: more.action ?? null,
        }),
      }),
    upload: (bytes, name, role) =>
      fetch(url('files', `name=${encodeURIComponent(name)}${role ? `&role=${role}` : ''}`), {
        method: 'POST',
        headers: headers({ 'content-type': 'application/pdf' }),
        body: new Uint8Array(bytes),
      }),
    async listen() {
      const stop = new AbortController()
      const response = await fetch(url('events'), { headers: headers(), signal: stop.signal })
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      return {
        async next() {
          for (;;) {
            const match = /event: (.*)\ndata: (.*)\n\n/.exec(text)
            if (match) {
              text = text.slice(match.index + match[0].length)
              return { event: match[1]!, data: JSON.parse(match[2]!) as unknown }
            }
            const { value, done } = await reader.read()
            if (done) throw new Error('the stream ended')
            text += value
          }
        },
        close: () => stop.abort(),
      }
    },
    async entries() {
      const stream = await page.listen()
      const { data } = await stream.next()
      stream.close()
      return (data as { entries: ShownEntry[] }).entries
    },
  }
  return page
}

export async function uploaded(response: Response): Promise<FileRef & { seal: string }> {
  return (await response.json()) as FileRef & { seal: string }
}
