import type { ShownEntry } from '../../src/platforms/web/shown.ts'
import { openPage, type Page, uploaded } from '../../tests/platforms/web/browser-page.ts'
import type { Sent } from './slack.ts'

/** A person at the web chat over HTTP, as its page does it: milliseconds from sending until the first entry that `matches`. */
export async function askOverWeb(
  url: string,
  text: string,
  options: { file?: Sent; matches?: (text: string) => boolean } = {},
): Promise<number> {
  const page = await openPage({ url })
  const seen = await watch(page, options.matches ?? (() => true))
  const from = performance.now()
  const files = options.file ? [await uploaded(await page.upload(options.file.bytes, options.file.name))] : []
  const { status } = await page.send(text, { files })
  if (status !== 200) throw new Error(`the web chat answered ${status}`)
  await seen.first
  seen.close()
  return performance.now() - from
}

/** Opens the page's stream; `first` resolves at the first entry of the assistant that `matches`, from now on. */
export async function watch(
  page: Page,
  matches: (text: string) => boolean,
): Promise<{ first: Promise<void>; close(): void }> {
  const stream = await page.listen()
  await stream.next()
  const look = async (): Promise<void> => {
    for (;;) {
      const entry = (await stream.next()).data as Partial<ShownEntry> | null
      if (entry?.from === 'maatstaf' && matches(entry.text ?? '')) return
    }
  }
  return { first: look(), close: stream.close }
}
