import { resolve } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endAll, environmentOf, type Running, startMain } from '../house/running.ts'
import { walkClock } from '../house/scoring-walk.ts'
import { engines, type Place } from '../storage/engines.ts'
import { axe, chromiumPath, launch, visit } from './chromium.ts'

const embedded = engines[0]!
const cv = resolve(import.meta.dirname, '../../examples/cvs/programmacoordinator.docx')

/** More presses of one key than this is not a way to reach a button. */
const farthest = 20

type Way = 'Tab' | 'Shift+Tab'

/** Goes there with one key only; the one who does must see where they are. */
async function reach(page: Page, wanted: Locator, way: Way) {
  await wanted.waitFor()
  const focused = wanted.and(page.locator(':focus'))
  for (let at = 0; at < farthest && (await focused.count()) === 0; at++) await page.keyboard.press(way)
  expect(await focused.count(), `${way} reaches ${wanted}`).toBe(1)
  const seen = await page.evaluate<{ outline: string; inside: boolean }>(`{
    const { top, bottom } = document.activeElement.getBoundingClientRect()
    const frame = (document.activeElement.closest('#log') ?? document.body).getBoundingClientRect()
    const { outlineStyle } = getComputedStyle(document.activeElement)
    ;({ outline: outlineStyle, inside: top >= frame.top - 1 && bottom <= frame.bottom + 1 })
  }`)
  expect(seen, `the focus on ${wanted} is seen`).toEqual({ outline: expect.not.stringMatching('none'), inside: true })
}

/** The newest button with this label. */
const button = (page: Page, name: string | RegExp) => page.locator('#log').getByRole('button', { name }).last()

async function press(page: Page, name: string | RegExp, way: Way = 'Tab') {
  await reach(page, button(page, name), way)
  await page.keyboard.press('Enter')
}

async function say(page: Page, words: string) {
  await reach(page, page.locator('#message'), 'Tab')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** The first line of everything that was said, oldest first. */
async function said(page: Page): Promise<string[]> {
  const bodies = await page.locator('#log .entry .body').allInnerTexts()
  return bodies.map((words) => words.trim().split('\n')[0] ?? '')
}

describe.runIf(chromiumPath)('scoring a candidate in a browser, with the real program behind it', () => {
  let browser: Browser
  let place: Place
  let running: Running
  beforeAll(async () => {
    place = await embedded.newPlace()
    ;[browser, running] = await Promise.all([launch(), startMain(environmentOf(place, { MAATSTAF_NOW: walkClock }))])
  })
  afterAll(async () => {
    await browser?.close()
    await running?.stop()
    endAll()
    await embedded.drop(place)
  })

  it('goes from a question to a confirmed score card by keyboard alone, and axe finds nothing on its cards', async () => {
    const { page, faults } = await visit(browser, running.url)
    // Only a person can choose a file in the window of the system that opens for it.
    page.on('filechooser', (chooser) => void chooser.setFiles(cv))
    await say(page, 'hoeveel uur per week vraagt 70412?')
    await page.getByText('24 uur per week.').waitFor()

    await say(page, 'toets PC voor 70412, €95')
    await page.getByText('Stuur het cv van PC').waitFor()
    expect(await axe(page)).toEqual([])
    await reach(page, page.locator('#attach'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('programmacoordinator.docx staat klaar').waitFor()
    // The focus is back in the field.
    await page.keyboard.press('Enter')

    await button(page, 'Deze vier kloppen').waitFor()
    expect(await axe(page)).toEqual([])
    await press(page, 'Deze vier kloppen', 'Shift+Tab')
    await page.getByText('Gunningscriterium 6', { exact: true }).waitFor()
    expect(await axe(page)).toEqual([])
    await press(page, 'Andere punten')
    await page.getByText('Hoeveel punten worden het').waitFor()
    await press(page, 'Andere punten')
    await reach(page, page.getByLabel('Punten (0 tot en met 25)'), 'Tab')
    // What stood there is selected, so that typing replaces it.
    await page.keyboard.type('12')
    await reach(page, page.getByLabel('Reden'), 'Tab')
    await page.keyboard.type('zij bereidde de besluiten van de stuurgroep voor')
    expect(await axe(page)).toEqual([])
    await press(page, 'Vastleggen')
    await press(page, 'Akkoord, 0 punten')
    await press(page, 'Deze twee kloppen')
    await page.getByText('Scorekaart PC · 70412').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await page.locator('#log .entry').last().innerText()).toContain('66 van 100 punten')
    await press(page, 'Bevestigen')
    await page.getByText('de scorekaart van PC ligt vast').waitFor()

    expect(await said(page)).toEqual([
      'hoeveel uur per week vraagt 70412?',
      '24 uur per week.',
      'toets PC voor 70412, €95',
      expect.stringContaining('sluit donderdag 29 oktober 2026, 09:00 uur'),
      'programmacoordinator.docx',
      expect.stringContaining('Gelezen van PC: cv'),
      'Vier knock-outs staan duidelijk in de stukken:',
      'Deze vier kloppen',
      'Gunningscriterium 6',
      'Andere punten',
      'Hoeveel punten worden het (0 tot en met 25), en waarom?',
      'Vastleggen: 12: zij bereidde de besluiten van de stuurgroep voor',
      'Genoteerd: 12 van 25 punten.',
      'Gunningscriterium 8',
      'Akkoord, 0 punten',
      'Voor twee criteria is het bewijs eenduidig:',
      'Deze twee kloppen',
      'Scorekaart PC · 70412',
      'Bevestigen',
      expect.stringContaining('Bevestigd: de scorekaart van PC ligt vast'),
    ])
    expect(await axe(page)).toEqual([])
    expect(faults).toEqual([])
  })
})
