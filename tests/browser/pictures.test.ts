import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endAll, newFolder, startMain } from '../house/running.ts'
import { walkClock } from '../house/scoring-walk.ts'
import { until } from '../house/visitor.ts'
import { chromiumPath, launch, visit } from './chromium.ts'

/** `PICTURES=docs/images` takes those of the README anew, under their names; a machine without an emoji font shows boxes for marks. */
const pictures = process.env['PICTURES']
const cv = resolve(import.meta.dirname, '../../examples/cvs/projectleider-verduurzaming.pdf')

describe.runIf(chromiumPath && pictures)('the pictures of the README', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    endAll()
  })

  it('shows an answer, a scoring, its score card on a screen and on a phone, and the report', {
    timeout: 300_000,
  }, async () => {
    const folder = newFolder('pictures')
    const running = await startMain({
      PORT: '0',
      MAATSTAF_DATA_DIR: join(folder.path, 'data'),
      MAATSTAF_NOW: walkClock,
    })
    const { page } = await visit(browser, running.url, {
      viewport: { width: 1040, height: 820 },
      deviceScaleFactor: 1.5,
    })
    page.on('filechooser', (chooser) => void chooser.setFiles(cv))
    const say = async (words: string, answer: string | RegExp) => {
      await page.fill('#message', words)
      await page.press('#message', 'Enter')
      await page.getByText(answer).last().waitFor()
    }
    const press = async (name: string | RegExp, answer: string | RegExp) => {
      await page.locator('#log').getByRole('button', { name }).last().click()
      await page.getByText(answer).last().waitFor()
    }
    await say('wanneer sluit die van Merwedal?', 'De reactietermijn van deze inhuuropdracht')
    await say('en is SROI van toepassing?', 'Alleen boven')
    await taken(page, 'web-chat', 820)

    await say('toets MV voor HB-2026-57, €98', 'Stuur het cv van MV')
    await page.click('#attach')
    await page.getByText('staat klaar').waitFor()
    await page.press('#message', 'Enter')
    await page.getByText('Twee knock-outs staan duidelijk').waitFor()
    await taken(page, 'scoring', 1000)
    await press('Deze twee kloppen', 'Knock-out E1')
    await taken(page, 'criterion', 760)
    await say('voldoet toch, omdat het diploma bij de intake op tafel lag', /W\d/)
    const card = page.getByText('Scorekaart MV · HB-2026-57')
    const newest = page.locator('#log .entry').last()
    const agree = newest.getByRole('button', { name: /kloppen$|^Klopt|^Akkoord|geen punten$/ }).first()
    for (let step = 0; step < 15; step++) {
      await card.last().or(agree).first().waitFor()
      if ((await card.count()) > 0) break
      const before = await page.locator('#log .entry').count()
      await agree.click()
      await until('the next card', async () => (await page.locator('#log .entry').count()) > before + 1)
    }
    await taken(page, 'score-card', 940)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 400, height: 820 })
    await taken(page, 'phone-dark', 820, 'Scorekaart MV')
    await page.emulateMedia({ colorScheme: 'light' })

    await say('bevestigen', 'Bevestigd')
    await say('bewijsrapport', 'Bewijsrapport openen')
    const opened = page.context().waitForEvent('page')
    await page.getByText('Bewijsrapport openen').last().click()
    const report = await opened
    await report.setViewportSize({ width: 900, height: 900 })
    await report.getByText('Scorekaart').first().waitFor()
    expect(await report.title()).toContain('Bewijsrapport MV')
    await taken(report, 'report', 900)
    await running.stop()
    folder.remove()
  })

  /** `from`: the words of the message that stands at the top; else the newest stands at the bottom. */
  async function taken(page: Page, name: string, height: number, from?: string) {
    const size = page.viewportSize()
    await page.setViewportSize({ width: size!.width, height })
    await page.mouse.move(0, 0)
    if (from)
      await page.evaluate(
        `[...document.querySelectorAll('.entry')].findLast((one) => one.textContent.includes('${from}')).scrollIntoView()`,
      )
    // Until what was scrolled to stands still.
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(pictures!, `${name}.png`) })
  }
})
