import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/house/house.ts'
import { listenHttp } from '../../src/house/http.ts'
import { openPlatforms } from '../../src/house/open-platforms.ts'
import { silentLog } from '../../src/log.ts'
import { addCandidate } from '../assistant/add-candidate.ts'
import { sampleCv } from '../assistant/sample-posting.ts'
import { openRealHouse } from '../parity/driver.ts'
import { axe, chromiumPath, launch, visit } from './chromium.ts'

/** Where a person looks at the pictures; without it none are made. */
const pictures = process.env['PICTURES']

describe.runIf(chromiumPath)('working as a team in the web chat, in a browser', () => {
  let browser: Browser
  let house: House
  let page: Page
  let faults: string[]
  const closing: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    const real = await openRealHouse()
    house = real.house
    const platforms = await openPlatforms(house)
    const server = await listenHttp({ port: 0, host: '127.0.0.1', handlers: platforms.handlers, log: silentLog })
    await house.work()
    browser = await launch()
    closing.push(() => browser.close(), platforms.stop, server.close, real.close)
    const visited = await visit(browser, `http://127.0.0.1:${server.port}`)
    page = visited.page
    faults = visited.faults
  }, 180_000)
  afterAll(async () => {
    for (const close of closing) await close()
  })

  const say = async (words: string) => {
    await page.fill('#message', words)
    await page.press('#message', 'Enter')
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()
  const picture = async (name: string) => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
  }

  it('judges an answer in the menu below it, and says what is wrong', async () => {
    await say('wanneer sluit 70412?')
    await press('Klopt dit?')
    await picture('judging')
    expect(await axe(page)).toEqual([])
    await press('Dit klopt niet')
    await press('Zeg wat er niet klopt')
    await page.getByLabel(/^Wat klopt er niet, of/).fill('een dag eerder')
    await picture('word')
    expect(await axe(page)).toEqual([])
    await press('Doorgeven')
    await page.getByText('Genoteerd, dank je.').waitFor()
    expect(await house.storage.feedback.all()).toMatchObject([{ verdict: 'wrong', word: 'een dag eerder' }])
  }, 180_000)

  it('takes an assignment and asks who fits it, from its card', async () => {
    const [person] = (await house.storage.persons.all()).filter(({ id }) => id.startsWith('web:'))
    await addCandidate({ house }, { code: 'AB', owner: person?.id ?? '', cv: sampleCv, told: true })
    await addCandidate({ house }, { code: 'CD', owner: person?.id ?? '', cv: sampleCv })
    await press('Alles over 70412')
    await press('Ik pak ’m op')
    await page.getByText('is van jou').last().waitFor()
    await press('Wie past hierop?')
    await page.getByText('Niet meegenomen: CD').waitFor()
    await picture('who-fits')
    expect(await axe(page)).toEqual([])
    await press('CD weet het')
    await page.getByText('CD weet dat we de stukken').waitFor()
    expect(faults).toEqual([])
  }, 180_000)
})
