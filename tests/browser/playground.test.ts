import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, launch, patienceMs } from './chromium.ts'
import { type Playground, personAt, startPlayground } from './playground-client.ts'

const cv = readFileSync(resolve(import.meta.dirname, '../../examples/cvs/programmacoordinator.docx'))
/** Set to a folder to keep pictures of each scene. */
const pictures = process.env['PICTURES']

describe.runIf(chromiumPath)('in Microsoft’s own client (Agents Playground)', () => {
  let playground: Playground
  let browser: Browser
  let page: Page
  let me: ReturnType<typeof personAt>

  // The playground serves one visit, and the scenes build on each other as a conversation does.
  beforeAll(async () => {
    // The demo begins at ten o'clock: the digest comes while the other scenes play.
    playground = await startPlayground({ DIGEST_TIME: '10:01' })
    browser = await launch()
    // On a picture a whole score card stands in view.
    const context = await browser.newContext({ viewport: { width: 1280, height: pictures ? 1400 : 1000 } })
    context.setDefaultTimeout(patienceMs)
    page = await context.newPage()
    me = personAt(page)
    await me.open(playground.url)
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.stop()
  })

  async function keep(name: string) {
    if (!pictures) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `teams-${name}.png`) })
  }

  it('introduces itself in a channel, and the settings asked for there are answered personally', async () => {
    await me.go('General')
    await me.sees('Ik ben Maatstaf, een AI-assistent')
    await me.post('digest aan')
    await me.sees(/Ik heb je persoonlijk geantwoord|I have answered you personally/)
    expect(await page.getByText(/Dagelijks overzicht: aan|Daily digest: on/).count()).toBe(0)
  })

  it('answers a mention in its thread', async () => {
    await me.post('wanneer sluit WZV-2026-311?')
    await me.sees(/3 november 2026, 12:00 uur/)
    await keep('channel')
  })

  it('answers a question in the personal chat, and a button of the card', async () => {
    await me.go('Personal Chat')
    // The playground says that its user's language is English; two words in a channel do not tell otherwise.
    await me.sees(/Dagelijks overzicht: aan|Daily digest: on/)
    await me.say('wanneer sluit 70412?')
    await me.sees(/De reactietermijn van deze inhuuropdracht duurt tot/)
    await keep('answer')
    await me.press('Alles over 70412')
    await me.sees(/Regioraad Merwedal/)
  })

  it('shows thumbs under an answer, and takes what was wrong in Teams’ own form', async () => {
    await me.say('wanneer sluit 70412?')
    await page.getByRole('button', { name: 'Dislike' }).last().waitFor()
    await keep('thumbs')
    await me.press('Dislike')
    await page.getByPlaceholder(/^Give as much detail/).fill('Dat is de oude termijn.')
    await me.press('Submit')
    await me.sees('We appreciate your feedback.')
    await page.getByRole('button', { name: 'close' }).last().click()
  })

  it('walks through a scoring to its score card', { timeout: 300_000 }, async () => {
    await me.say('toets 70412')
    await me.sees('Welke initialen of code gebruik je voor de kandidaat?')
    await playground.sendFile('AbC, €92', 'cv.docx', new Uint8Array(cv))
    await me.sees(/^Gelezen van AbC/)
    await keep('scoring')
    const card = page.getByText(/^Scorekaart AbC/)
    // A used card loses its buttons, so that only the newest one has any of these.
    const agree = page.getByRole('button', { name: /kloppen$|^Klopt$|^Akkoord|^Overnemen|^Voldoet$/ })
    for (let step = 0; step < 15; step += 1) {
      await card.or(agree).last().waitFor()
      if ((await card.count()) > 0) break
      const label = await agree.last().innerText()
      await agree.last().click()
      await me.sees(`→ ${label}`)
    }
    expect(await card.count()).toBeGreaterThan(0)
    await keep('score-card')
  })

  it('posts the digest in the channel that asked for it', { timeout: 300_000 }, async () => {
    await me.go('General')
    await me.sees(/^Deadlines, stand van/, 130_000)
    await keep('digest')
    // Which one is asked of whoever pressed, and only there.
    await me.press('Ik pak ’m op')
    await me.go('Personal Chat')
    await me.sees(/Welke pak je op\?|Which one do you take\?/)
  })

  it('finds an open assignment by way of the message extension', async () => {
    await me.go('Personal Chat')
    await me.press('Trigger Message Extension App')
    await page.getByText('Search Command').click()
    await page.getByPlaceholder('Enter a search term').fill('70412')
    // In the language of the playground's user.
    await me.sees(/^Regioraad Merwedal · (?:sluit|closes)/)
    await keep('search')
  })
})
