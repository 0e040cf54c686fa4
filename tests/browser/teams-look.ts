import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'

/**
 * The look that Teams gives to cards: sizes, distances and colours as Microsoft publishes them for its card designer (subtle text is
 * three quarters of the text's colour on its ground). Teams draws with the same renderer: what is cut off or unreadable here, is so there.
 */
type Theme = {
  page: string
  ground: string
  emphasis: string
  text: string
  subtle: string
  onColour: string
  scheme: string
}

export const themes = {
  light: {
    page: '#f5f5f5',
    ground: '#ffffff',
    emphasis: '#f9f8f7',
    text: '#252424',
    subtle: '#5b5b5b',
    onColour: '#252424',
    scheme: 'light',
  },
  dark: {
    page: '#1f1f1f',
    ground: '#2d2c2c',
    emphasis: '#292828',
    text: '#ffffff',
    subtle: '#cbcbcb',
    onColour: '#201f1f',
    scheme: 'dark',
  },
} satisfies Record<string, Theme>

const coloured = { accent: '#c7def9', good: '#ccffcc', warning: '#ffe2b2', attention: '#ffc5b2' }

function hostConfigOf(theme: Theme) {
  const shades = (text: string, subtle: string) =>
    Object.fromEntries(
      ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'].map((name) => [
        name,
        { default: text, subtle },
      ]),
    )
  const style = (backgroundColor: string, text: string, subtle: string) => ({
    backgroundColor,
    foregroundColors: shades(text, subtle),
  })
  return {
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    fontFamily: "'Segoe UI', Tahoma, Geneva, Verdana, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    containerStyles: {
      default: style(theme.ground, theme.text, theme.subtle),
      emphasis: style(theme.emphasis, theme.text, theme.subtle),
      ...Object.fromEntries(
        Object.entries(coloured).map(([name, colour]) => [name, style(colour, theme.onColour, theme.onColour)]),
      ),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    },
  }
}

const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')

/** Draws cards below each other, as wide as the page is. How buttons and long words break is the host's, as in Teams. */
export async function drawCards(page: Page, cards: unknown[], theme: Theme): Promise<void> {
  await page.setContent(`<!doctype html><html lang="nl"><head><title>Kaarten</title><style>
    :root{color-scheme:${theme.scheme}}
    body{margin:0;padding:12px;background:${theme.page};color:${theme.text};font-family:'Segoe UI',sans-serif}
    main>section{margin:0 0 12px;border-radius:6px;background:${theme.ground};overflow-wrap:anywhere}
    .ac-actionSet{flex-wrap:wrap;row-gap:8px}
    .ac-pushButton{padding:5px 20px;border:1px solid ${theme.subtle};border-radius:4px;background:transparent;color:${theme.text};font:600 14px/1.4 'Segoe UI',sans-serif}
    input,textarea,select{box-sizing:border-box;font:inherit;padding:5px}
  </style></head><body><main></main></body></html>`)
  await page.addScriptTag({ path: library })
  await page.addScriptTag({ path: resolve(import.meta.dirname, 'draw-cards.js') })
  await page.evaluate(`drawCards(${JSON.stringify(cards)}, ${JSON.stringify(hostConfigOf(theme))})`)
}

/** What does not fit, as its first words: wider than the page, or hidden by its place. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('cutOff()')
}
