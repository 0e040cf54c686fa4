import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { card } from '../../src/chat/card.ts'
import { createClockFrom } from '../../src/clock.ts'
import { type LocalChat, nothingKept, startLocalChat } from '../platforms/web/local-chat.ts'
import { axe, chromiumPath, launch, visit, watched } from './chromium.ts'
import { everyElement } from './every-element.ts'

/** Playwright has no question for it. */
const isFocused = (locator: Locator) => locator.and(locator.page().locator(':focus')).count()

type Options = NonNullable<Parameters<typeof startLocalChat>[0]>
const text = (words: string) => card({ type: 'text', text: words })

/** Answers "kaart" with every element, anything else by repeating it; a pressed button by naming it. */
const answers: NonNullable<Options['onIncoming']> = async (
  { event, key, address, text: said, action, files },
  chat,
) => {
  if (event) return
  if (said === 'kaart') return void (await chat.say({ key: `${key}/0`, to: address, card: everyElement }))
  const words = action ? `knop ${action.name} ${JSON.stringify(action.values)}` : `gehoord: ${said}`
  const names = files.map(({ name, role }) => ` + ${name} (${role})`).join('')
  await chat.say({ key: `${key}/0`, to: address, card: text(words + names) })
}

describe.runIf(chromiumPath)('the web chat in a browser', () => {
  let browser: Browser
  const running: LocalChat[] = []
  const start = async (options: Options = {}) => {
    const chat = await startLocalChat({
      clock: createClockFrom('2026-07-10T10:00:00+02:00'),
      onIncoming: answers,
      ...options,
    })
    running.push(chat)
    return chat
  }
  beforeAll(async () => {
    browser = await launch()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    for (const chat of running.splice(0)) await chat.stop()
  })
  afterAll(() => browser?.close())

  it('says first that it is an AI assistant, and talks by keyboard alone', async () => {
    const chat = await start({ banner: ['Voorbeelden geladen.'] })
    const { page, faults } = await visit(browser, chat.url)
    expect(await page.locator('#log').innerText()).toContain('AI-assistent')
    expect(await page.locator('#banner').innerText()).toBe('Voorbeelden geladen.')
    await page.keyboard.type('eerste regel')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('tweede regel')
    await page.keyboard.press('Enter')
    await page.getByText('gehoord: eerste regel').waitFor()
    expect(chat.incoming[0]?.text).toBe('eerste regel\ntweede regel')
    await page.keyboard.type('kaart')
    await page.keyboard.press('Enter')
    const button = page.getByRole('button', { name: 'Klopt' })
    await button.waitFor()
    // From the field back into the log, as far as it takes.
    for (let at = 0; at < 30 && !(await isFocused(button)); at++) await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('knop klopt {}').waitFor()
    expect(chat.incoming.at(-1)?.action).toEqual({ name: 'klopt', step: 's1', values: {} })
    expect(faults).toEqual([])
  })

  it('shows foreign words as words, and runs none of them', async () => {
    const chat = await start()
    const { page, faults } = await visit(browser, chat.url)
    await page.fill('#message', 'kaart')
    await page.press('#message', 'Enter')
    await page
      .getByText('<img src=x onerror="document.title=\'kwaad\'"> **vet** [klik](https://evil.example)')
      .waitFor()
    expect(await page.title()).toContain('Maatstaf')
    expect(await page.locator('#log img, #log a').count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('sends what a form and a choice hold, after asking for what is missing', async () => {
    const chat = await start()
    const { page } = await visit(browser, chat.url)
    await page.fill('#message', 'kaart')
    await page.press('#message', 'Enter')
    await page.getByRole('button', { name: 'Voldoet toch, omdat …' }).click()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Vul dit nog in: Reden.').waitFor()
    await page.getByLabel('Reden').fill('werkte bij de provincie')
    await page.getByLabel('Half').check()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.locator('.entry.you', { hasText: 'Opslaan: werkte bij de provincie' }).waitFor()
    await expect.poll(() => chat.incoming.at(-1)?.action?.name).toBe('reden')
    expect(chat.incoming.at(-1)?.action?.values).toMatchObject({ reden: 'werkte bij de provincie', zeker: 'half' })
    await page.getByRole('button', { name: '902 · Adviseur' }).press('Enter')
    await expect.poll(() => chat.incoming.at(-1)?.action).toMatchObject({ name: 'kies', values: { opdracht: '902' } })
  })

  it('is without faults that axe knows, in light, in dark, and on a phone, where nothing sticks out', async () => {
    const chat = await start()
    for (const options of [
      {},
      { colorScheme: 'dark' as const },
      { viewport: { width: 320, height: 640 }, locale: 'en-GB' },
    ]) {
      const { page, faults } = await visit(browser, chat.url, options)
      await page.fill('#message', 'kaart')
      await page.press('#message', 'Enter')
      await page.getByRole('button', { name: 'Voldoet toch, omdat …' }).click()
      await page.getByLabel('Reden').waitFor()
      expect(await axe(page)).toEqual([])
      const overflow = await page.evaluate<number[]>(
        '[document.documentElement.scrollWidth - innerWidth, log.scrollWidth - log.clientWidth]',
      )
      expect(overflow).toEqual([0, 0])
      expect(faults).toEqual([])
    }
  })

  it('takes files by the button of a card, by drop and by its own button, and says what it cannot take', async () => {
    const chat = await start()
    const { page } = await visit(browser, chat.url)
    await page.fill('#message', 'kaart')
    await page.press('#message', 'Enter')
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Bestand kiezen' }).click()
    await (await choosing).setFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
    await page.getByText('cv.pdf staat klaar').waitFor()
    // A chooser that is closed without a choice says nothing about the next file.
    const closing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Bestand kiezen' }).click()
    await closing
    await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(new File(['uitleg'], 'toelichting.txt', { type: 'text/plain' }))
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
    }`)
    await page.getByText('toelichting.txt staat klaar').waitFor()
    await page.locator('#file').setInputFiles({ name: 'weg.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByRole('button', { name: 'weg.txt weghalen' }).click()
    await page.fill('#message', 'hier zijn ze')
    await page.press('#message', 'Enter')
    await page.getByText('gehoord: hier zijn ze + cv.pdf (cv) + toelichting.txt (null)').waitFor()
    expect(chat.incoming.at(-1)?.files).toHaveLength(2)
    await page
      .locator('#file')
      .setInputFiles({ name: 'groot.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) })
    await page.getByText('groot.pdf is groter dan 10 MB').waitFor()
    await page
      .locator('#file')
      .setInputFiles({ name: 'leeg.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) })
    await page.getByText('leeg.pdf is leeg').waitFor()
    expect(chat.kept.files.size).toBe(3)
  })

  it('goes on by itself after a restart; what was said meanwhile arrives once', async () => {
    const kept = nothingKept()
    const before = await start({ kept })
    const { page, faults } = await visit(browser, before.url)
    await page.fill('#message', 'vooraf')
    await page.press('#message', 'Enter')
    await page.getByText('gehoord: vooraf').waitFor()
    await before.stop()
    running.splice(running.indexOf(before), 1)
    await page.getByText('Geen verbinding').waitFor()
    await page.fill('#message', 'tussendoor')
    await page.press('#message', 'Enter')
    const after = await start({ kept, port: before.port })
    await page.getByText('gehoord: tussendoor').waitFor()
    expect(after.incoming.map((incoming) => incoming.text)).toEqual(['tussendoor'])
    expect(await page.locator('.entry .body').allInnerTexts()).toEqual([
      'vooraf',
      'gehoord: vooraf',
      'tussendoor',
      'gehoord: tussendoor',
    ])
    expect(faults).toEqual([])
  })

  it('loses nothing unsent in a reload', async () => {
    const kept = nothingKept()
    const before = await start({ kept })
    let down = false
    const chat = await start({
      kept,
      beforeAccept: () => {
        if (down) throw new Error('the database is gone')
      },
    })
    await before.stop()
    const { page } = await visit(browser, chat.url)
    down = true
    await page.fill('#message', 'blijft dit?')
    await page.press('#message', 'Enter')
    await page.getByText('Nog niet verstuurd').waitFor()
    await watched(page, chat.url)
    await page.locator('.entry.pending').waitFor()
    down = false
    await page.getByText('gehoord: blijft dit?').waitFor()
    expect(chat.incoming).toHaveLength(1)
  })

  it('folds a long message of one’s own away behind its first lines', async () => {
    const chat = await start()
    const { page } = await visit(browser, chat.url)
    await page.fill('#message', Array.from({ length: 60 }, (_, index) => `regel ${index}`).join('\n'))
    await page.press('#message', 'Enter')
    await page.getByText('regel 0 regel 1 … (60 regels)').click()
    expect(await page.locator('.entry.you').getByText('regel 59', { exact: true }).isVisible()).toBe(true)
    expect(chat.incoming[0]?.text.split('\n')).toHaveLength(60)
  })

  it('is the same conversation in two tabs, and a room for two people', async () => {
    const chat = await start()
    const { page: first } = await visit(browser, chat.url)
    const second = await first.context().newPage()
    await watched(second, chat.url)
    await first.fill('#message', 'hallo')
    await first.press('#message', 'Enter')
    await second.getByText('gehoord: hallo').waitFor()
    expect(await second.locator('.entry.you').count()).toBe(1)

    const { page: sanne } = await visit(browser, `${chat.url}/?room=oost`)
    const { page: tom } = await visit(browser, `${chat.url}/?room=oost`, { locale: 'en-GB' })
    expect(await tom.locator('h1').innerText()).toBe('Maatstaf Channel oost')
    await sanne.fill('#message', 'lunch?')
    await sanne.press('#message', 'Enter')
    await tom.locator('.entry.colleague', { hasText: 'lunch?' }).waitFor()
  })

  it('shows the newest state of a card in its place, and does not take the view away from who reads back', async () => {
    const chat = await start()
    const { page } = await visit(browser, chat.url)
    await page.fill('#message', 'begin')
    await page.press('#message', 'Enter')
    await page.getByText('gehoord: begin').waitFor()
    const to = chat.incoming[0]!.address
    await chat.say({ key: 'p', to, card: card({ type: 'progress', label: 'Lezen', done: 0.1 }) })
    await chat.say({ key: 'q', to, card: text('regel\n'.repeat(60)) })
    await page.getByText('Lezen (10%)').waitFor({ state: 'attached' })
    await chat.say({ key: 'r', to, card: text('Gelezen.'), replaces: 'p' })
    await page.getByText('Gelezen.').waitFor({ state: 'attached' })
    expect(await page.locator('.entry.maatstaf .body').nth(1).innerText()).toBe('Gelezen.')
    await page.evaluate('log.scrollTo(0, 0)')
    await chat.say({ key: 's', to, card: text('iets nieuws') })
    await page.getByRole('button', { name: 'Nieuw bericht' }).click()
    await expect.poll(() => page.evaluate('Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)')).toBe(0)
    // A keyboard that opens takes half of the height.
    await page.setViewportSize({ width: 1000, height: 400 })
    await expect.poll(() => page.evaluate('Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)')).toBe(0)
  })
})
