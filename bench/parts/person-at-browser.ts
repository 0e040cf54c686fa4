import type { Page } from 'playwright-core'
import { chromiumPath, launch, visit } from '../../tests/browser/chromium.ts'

export type Asked = {
  /** Milliseconds from Enter until the answer was drawn, as the page's own clock has it. */
  toAnswer: number[]
  /** Milliseconds from the address to a page in which one can type. */
  toPage: number[]
}

/** Fewer than one person may write in a minute. */
const questionsEach = 15

/** Counts from the key in the page itself until the frame after the answer, so that the steering of the browser costs nothing. */
const watchAnswers = `{
  const felt = window.felt = []
  let pressed = null
  let known = document.querySelectorAll('#log .entry.maatstaf').length
  addEventListener('keydown', (event) => { if (event.key === 'Enter') pressed = event.timeStamp }, true)
  new MutationObserver(() => {
    const count = document.querySelectorAll('#log .entry.maatstaf').length
    if (pressed === null || count <= known) return
    const from = pressed
    pressed = null
    known = count
    requestAnimationFrame(() => setTimeout(() => {
      felt.push(performance.now() - from)
      document.body.dataset.felt = felt.length
    }))
  }).observe(document.querySelector('#log'), { childList: true, subtree: true })
}`

/** People type questions into the web chat, one after the other, each in a browser of their own. Null where there is no Chromium. */
export async function typedInChromium(url: string, questions: string[], count: number): Promise<Asked | null> {
  if (chromiumPath === null) return null
  const browser = await launch()
  const asked: Asked = { toAnswer: [], toPage: [] }
  try {
    while (asked.toAnswer.length < count) {
      const from = performance.now()
      const { page } = await visit(browser, url)
      asked.toPage.push(performance.now() - from)
      await page.evaluate(watchAnswers)
      for (let nth = 0; nth < questionsEach && asked.toAnswer.length < count; nth++)
        asked.toAnswer.push(await typed(page, questions[nth % questions.length]!, nth))
      await page.context().close()
    }
  } finally {
    await browser.close()
  }
  return asked
}

async function typed(page: Page, question: string, before: number): Promise<number> {
  await page.fill('#message', question)
  await page.press('#message', 'Enter')
  // The page's own rules let no script be made of words, which a waiting function is.
  await page.locator(`body[data-felt="${before + 1}"]`).waitFor()
  return page.evaluate<number>('window.felt.at(-1)')
}
