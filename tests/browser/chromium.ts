import { existsSync } from 'node:fs'
import axeCore from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's Chromium, null where there is none: the tests in a browser are then left out, and say so. */
export const chromiumPath = places.find((path) => existsSync(path)) ?? null
if (chromiumPath === null) console.warn('No Chromium here: the tests in a browser are left out.')

/** How long a page may take on a machine with busy neighbours. */
export const patienceMs = 90_000

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A visitor of their own, and everything that went wrong in the page. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1000, height: 800 }, ...options })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  return { page, faults: await watched(page, url) }
}

export async function watched(page: Page, url: string): Promise<string[]> {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // The connection that a test cuts on purpose is reported by the browser itself.
    if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) faults.push(message.text())
  })
  await page.goto(url)
  await page.locator('#log[aria-busy="false"]').waitFor()
  return faults
}

type AxeResult = { violations: { id: string; nodes: { html: string }[] }[] }

/** What axe finds wrong, as "rule: element"; by these rules only, where some are named. */
export async function axe(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axeCore.source)
  const { violations } = await page.evaluate<AxeResult>(`axe.run(${JSON.stringify(rules ? { runOnly: rules } : {})})`)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
