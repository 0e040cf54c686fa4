import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endAll, environmentOf, startMain } from '../house/running.ts'
import { engines } from '../storage/engines.ts'
import { axe, chromiumPath, launch, watched } from './chromium.ts'

const embedded = engines[0]!
/** Set to a folder to keep pictures of each scene. */
const pictures = process.env['PICTURES']
/** Longer than anything here takes on a machine with busy neighbours. */
const patience = { timeout: 90_000 }

describe.runIf(chromiumPath)('the digest in the web chat', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    endAll()
  })

  it('arrives in the room that asked for it, at its time, and its buttons act', { timeout: 300_000 }, async () => {
    const place = await embedded.newPlace()
    const evening = await startMain(environmentOf(place, { MAATSTAF_NOW: '2026-10-23T17:00:00+02:00' }))
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 900, height: 900 } })
    const page = await context.newPage()
    const faults = await watched(page, `${evening.url}/?room=team`)
    const say = async (words: string) => {
      await page.fill('#message', words)
      await page.press('#message', 'Enter')
    }
    await say('deadlines aan 08:30')
    await page.getByText('Eerstvolgende').waitFor(patience)
    expect(await page.getByText('maandag 26 oktober om 08:30').count()).toBe(1)
    await say('deadlines laat zien')
    await page.getByText('ik plaats niets').waitFor(patience)
    await evening.stop()

    const morning = await startMain(environmentOf(place, { MAATSTAF_NOW: '2026-10-26T08:30:02+01:00' }))
    faults.push(...(await watched(page, `${morning.url}/?room=team`)))
    const digest = page.locator('.entry', { hasText: 'Deadlines, stand van maandag 26 oktober' })
    await digest.last().waitFor(patience)
    const words = await digest.last().innerText()
    for (const heading of ['Vandaag en morgen', 'Deze week', 'Later']) expect(words).toContain(heading)
    expect(words).toContain('vragen tot di 27 oktober 12:00')
    expect(words).not.toContain('Later dan gepland')
    if (pictures) {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, 'web-digest.png') })
    }
    expect(await axe(page)).toEqual([])
    await digest.last().getByRole('button', { name: 'Ik pak ’m op' }).click()
    await page.getByText('Welke pak je op?').waitFor(patience)
    await page.getByRole('button', { name: /70412/ }).last().click()
    await page.getByText(/is van jou/).waitFor(patience)
    expect(faults).toEqual([])
    await morning.stop()
    await embedded.drop(place)
  })
})
