import { setTimeout as sleep } from 'node:timers/promises'
import type { ShownEntry } from '../../src/platforms/web/shown.ts'
import { openPage, type Page, uploaded } from '../platforms/web/browser-page.ts'

type Submit = { title?: string; data?: unknown }

/** A person at the web chat of a running house, over HTTP as the page does it. */
export type Visitor = {
  page: Page
  /** Sends words, a file or a pressed button; the same key is the same message. Answers the HTTP status. */
  send(said: Said, key?: string): Promise<number>
  /** What will be sent, made once: the page sends the same again when nothing came back. */
  compose(said: Said): Promise<Composed>
  post(composed: Composed, key: string): Promise<number>
  entries(): Promise<ShownEntry[]>
  /** Waits until everything that was said is answered; gives the last words. */
  answer(): Promise<ShownEntry>
}

export type Said = { text?: string; press?: RegExp; file?: { name: string; bytes: Uint8Array; role?: string } }

export type Composed = { text: string; files: unknown[]; action: unknown }

/** Longer than anything here takes on a machine with busy neighbours. */
const patienceMs = 90_000

export async function visit(
  url: string,
  options: { cookie?: string; room?: string; lang?: string } = {},
): Promise<Visitor> {
  const page = await openPage({ url }, options)
  const visitor: Visitor = {
    page,
    send: async (said, key = crypto.randomUUID()) => visitor.post(await visitor.compose(said), key),
    async compose({ text = '', press, file }) {
      return {
        text,
        files: file ? [await uploaded(await page.upload(file.bytes, file.name, file.role))] : [],
        action: press ? buttonIn(await page.entries(), press) : null,
      }
    },
    post: async ({ text, files, action }, key) => (await page.send(text, { key, files, action })).status,
    entries: () => page.entries(),
    async answer() {
      let found: ShownEntry | undefined
      await until('an answer', async () => {
        if (await isBusy(url)) return false
        const last = (await page.entries()).at(-1)
        found = last?.from === 'maatstaf' && !isProgress(last) ? last : undefined
        return found !== undefined
      })
      return found!
    },
  }
  return visitor
}

/** Something is being answered, read or posted, as /metrics tells. */
async function isBusy(url: string): Promise<boolean> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const jobs = text.matchAll(/^maatstaf_queue_(?:waiting|active)\{queue="(?:turns|posts|work)"\} (\d+)/gm)
  return [...jobs].some(([, count]) => count !== '0')
}

/** A reading that is going on shows how far it is. */
export function isProgress({ text }: Pick<ShownEntry, 'text'>): boolean {
  return /[░▓]{4}/.test(text)
}

/** The newest button with this label, as the page would send it. */
export function buttonIn(entries: ShownEntry[], label: RegExp): { label: string; data: unknown } {
  for (const { card } of entries.toReversed()) {
    for (const { title, data } of submitsIn(card)) if (title && label.test(title)) return { label: title, data }
  }
  throw new Error(`no button ${label} in: ${entries.at(-1)?.text}`)
}

export function labelsOf(entry: ShownEntry | undefined): string[] {
  return entry ? submitsIn(entry.card).flatMap(({ title }) => title ?? []) : []
}

function submitsIn(value: unknown): Submit[] {
  if (Array.isArray(value)) return value.flatMap(submitsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === 'Action.Submit' ? [value as Submit] : []
  return [...own, ...Object.values(value).flatMap(submitsIn)]
}

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`)
    await sleep(25)
  }
}
