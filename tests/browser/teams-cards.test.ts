import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderMessages } from '../../src/platforms/teams/render.ts'
import { sampleCv } from '../assistant/sample-posting.ts'
import { openTeamsHouse } from '../parity/teams-house.ts'
import { controlsIn } from '../parity/web-driver.ts'
import { fileAttachment } from '../standins/teams/activities.ts'
import { cardOf, wordsOf } from '../standins/teams/connector-rules.ts'
import { axe, chromiumPath, launch, patienceMs } from './chromium.ts'
import { everyElement } from './every-element.ts'
import { cutOff, drawCards, themes } from './teams-look.ts'

/** Set to a folder to keep a picture of all cards in each look. */
const pictures = process.env['PICTURES']
const widths = { desktop: 560, phone: 340 }

describe.runIf(chromiumPath)('the cards of a conversation, drawn by the official renderer as Teams has it', () => {
  let browser: Browser
  let page: Page
  let cards: unknown[]

  beforeAll(async () => {
    browser = await launch()
    page = await (await browser.newContext()).newPage()
    page.setDefaultTimeout(patienceMs)
    cards = [...everythingOnce(), ...(await fromConversation())]
  })
  afterAll(() => browser?.close())

  it('are those of an answer, a list, a scoring and its score card', () => {
    const words = cards.map(wordsOf).join('\n')
    for (const telling of ['De reactietermijn', 'Wat ik kan', 'Kandidaat toetsen', '2 open opdrachten', 'Scorekaart'])
      expect(words).toContain(telling)
  })

  describe.each(Object.entries(themes))('in %s colours', (name, theme) => {
    it.each(Object.entries(widths))('fit on a %s, and every word and button can be read', async (device, width) => {
      await page.setViewportSize({ width, height: 900 })
      await drawCards(page, cards, theme)
      expect(await page.locator('main > section').count()).toBe(cards.length)
      if (pictures) {
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: join(pictures, `teams-cards-${name}-${device}.png`), fullPage: true })
      }
      expect(await cutOff(page)).toEqual([])
      expect(await axe(page, ['color-contrast', 'button-name', 'link-name', 'label', 'select-name'])).toEqual([])
    })
  })

  it('are found too wide where they are', async () => {
    await page.setViewportSize({ width: 200, height: 900 })
    await drawCards(page, cards.slice(0, 1), themes.light)
    await page.addStyleTag({ content: '.ac-richTextBlock{white-space:nowrap}' })
    expect((await cutOff(page)).length).toBeGreaterThan(0)
  })

  it('are found unreadable where they are', async () => {
    await drawCards(page, cards.slice(0, 1), { ...themes.light, text: '#eeeeee', subtle: '#eeeeee' })
    expect((await axe(page, ['color-contrast'])).length).toBeGreaterThan(0)
  })
})

function everythingOnce(): unknown[] {
  return renderMessages(everyElement, { lang: 'nl', personalLink: null }).map((message) => cardOf({ ...message }))
}

/** What agrees with a proposal, whichever it is. */
const agrees = /kloppen$|^Klopt$|^Akkoord|^Overnemen|^Voldoet$|^Bevestigen$/

/** Every card that one person gets from the first question to the score card, before its buttons were used. */
async function fromConversation(): Promise<unknown[]> {
  const { standIn, activities, send, close } = await openTeamsHouse()
  const seen = new Map<string, unknown>()

  async function deliver(activity: unknown): Promise<void> {
    await send(activity)
    for (const { activity: posted } of standIn.posted) {
      const shown = cardOf(posted)
      if (shown && !/\n→ .*$/.test(wordsOf(shown))) seen.set(wordsOf(shown), shown)
    }
  }
  const say = (text: string, files: unknown[] = []) => deliver(activities.message(text, { files }))
  const press = async (label: RegExp): Promise<boolean> => {
    for (const { id, activity } of standIn.posted.toReversed()) {
      const control = controlsIn(cardOf(activity)).find((one) => one.data !== null && label.test(one.label))
      if (control) await deliver(activities.submit(control.data, id))
      if (control) return true
    }
    return false
  }

  try {
    for (const text of ['help', 'wanneer sluit 70412?', 'opdrachten', 'voeg toe', 'stop', 'instellingen'])
      await say(text)
    await press(/^Alles over/)
    await say('toets')
    await press(/70412/)
    standIn.files.set('/files/cv', new TextEncoder().encode(sampleCv))
    await say('KV, €95', [fileAttachment('cv.txt', `${standIn.origin}/files/cv`)])
    await say('overzicht')
    await press(/^Verder$/)
    for (let step = 0; step < 20 && ![...seen.keys()].some((words) => words.startsWith('Scorekaart')); step += 1)
      if (!(await press(agrees))) break
    return [...seen.values()]
  } finally {
    await close()
  }
}
