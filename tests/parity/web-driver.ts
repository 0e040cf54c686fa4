import { listenHttp } from '../../src/house/http.ts'
import { openPlatforms } from '../../src/house/open-platforms.ts'
import { silentLog } from '../../src/log.ts'
import type { ShownEntry } from '../../src/platforms/web/shown.ts'
import { openPage, uploaded } from '../platforms/web/browser-page.ts'
import { type Driver, openRealHouse, type Shown, type Where } from './driver.ts'
import { isMeant, plainWords, shortLabel } from './words.ts'

type Json = Record<string, unknown>
export type Control = { label: string; data: unknown; form: boolean }

export const webDriver: Driver = {
  name: 'the web chat',
  channels: true,
  formsAsWords: false,
  /** The page's own protocol over HTTP. */
  async open() {
    const { house, settled, close } = await openRealHouse()
    const platforms = await openPlatforms(house)
    const server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: platforms.handlers, log: silentLog })
    await house.work()
    const url = `http://127.0.0.1:${server.port}`
    const direct = await openPage({ url })
    const room = await openPage({ url }, { room: 'inhuur', cookie: direct.cookie })
    const pages = { direct, channel: room }
    const assistantSaid = async (where: Where) =>
      (await pages[where].entries()).filter(({ from }) => from === 'maatstaf')

    return {
      house,
      async say(text, { in: where = 'direct', files = [], mention } = {}) {
        const sent = []
        for (const { name, bytes } of files) sent.push(await uploaded(await pages[where].upload(bytes, name)))
        await pages[where].send(mention ? `@maatstaf ${text}` : text, { files: sent })
        await settled()
      },
      async press(label, where = 'direct') {
        for (const { card } of (await assistantSaid(where)).toReversed()) {
          const control = [...controlsIn(card), ...judgingIn(card)].find((one) => isMeant(one.label, label))
          if (!control) continue
          await pages[where].send('', { action: { label, data: control.data } })
          return settled()
        }
        throw new Error(`no "${label}" on the web`)
      },
      async join() {
        // Whoever opens a room first invites the assistant.
        await room.entries()
        // The invitation is taken in after the page was answered.
        for (let turn = 0; turn < 6_000 && (await assistantSaid('channel')).length === 0; turn += 1)
          await new Promise((resolve) => setTimeout(resolve, 10))
        await settled()
      },
      async screen(where) {
        const entries = await assistantSaid(where)
        return Promise.all(entries.map((entry) => shown(entry, url, direct.cookie)))
      },
      async close() {
        await platforms.stop()
        await server.close()
        await close()
      },
    }
  },
}

async function shown({ card, private: alone, download }: ShownEntry, url: string, cookie: string): Promise<Shown> {
  const found = controlsIn(card)
  const labels = (form: boolean) => found.filter((one) => one.form === form).map(({ label }) => shortLabel(label))
  const response = download ? await fetch(url + download.href, { headers: { cookie } }) : null
  return {
    words: plainWords(wordsIn(card)),
    drawing: wordsIn(card),
    controls: labels(false).sort(),
    forms: labels(true).sort(),
    file: download && response ? { name: download.name, bytes: new Uint8Array(await response.arrayBuffer()) } : null,
    alone,
    judging: judgingIn(card).map(({ label }) => label),
  }
}

/** What an Adaptive Card says, without the controls and what only opens when one is pressed. */
export function wordsIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsIn).filter(Boolean).join('\n')
  if (!isJson(node) || 'selectAction' in node) return ''
  const { type, text, inlines, body, items, columns, label } = node
  if (type === 'TextBlock') return String(text)
  if (type === 'TextRun') return String(text)
  if (type === 'RichTextBlock') return Array.isArray(inlines) ? inlines.map(wordsIn).join('') : ''
  return [label, wordsIn(body), wordsIn(items), wordsIn(columns)].filter((part) => typeof part === 'string').join('\n')
}

/** What can be pressed on an Adaptive Card, in order. */
export function controlsIn(node: unknown): Control[] {
  if (Array.isArray(node)) return node.flatMap(controlsIn)
  if (!isJson(node)) return []
  const { type, title, data, selectAction, actions, body, items, columns } = node
  if (type === 'Action.ShowCard' && judgingIn(node).length > 0) return []
  if (type === 'Action.ShowCard') return [{ label: String(title), data: null, form: true }]
  // The page's own help with a file; elsewhere a file is simply sent.
  if (isJson(data) && 'fileRequest' in data) return []
  if (typeof type === 'string' && type.startsWith('Action.')) return [{ label: String(title), data, form: false }]
  if (selectAction) return controlsIn(selectAction)
  return [actions, body, items, columns].flatMap(controlsIn)
}

/** The options of the menu that judges an answer. */
export function judgingIn(node: unknown, unfolded = false): Control[] {
  if (Array.isArray(node)) return node.flatMap((one) => judgingIn(one, unfolded))
  if (!isJson(node)) return []
  const { type, title, data, actions, body, card } = node
  const judges = unfolded && isJson(data) && data['action'] === 'feedback'
  if (type === 'Action.Submit') return judges ? [{ label: String(title), data, form: false }] : []
  return [actions, body, card].flatMap((part) => judgingIn(part, unfolded || type === 'Action.ShowCard'))
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
