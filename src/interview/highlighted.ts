import { type Html, html } from './html.ts'

/** A stretch of a document's text that a criterion rests on. */
export type Highlight = { start: number; end: number; label: string; anchor: string; against: boolean }

/** The text with its highlights, overlapping ones included; each piece names the criteria it belongs to and links to the first. */
export function highlighted(text: string, highlights: Highlight[]): Html[] {
  const fitting = highlights.filter(({ start, end }) => start < end && start >= 0 && end <= text.length)
  const edges = [...new Set([0, text.length, ...fitting.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? text.length
    const over = fitting.filter(({ start, end }) => start <= from && end >= to)
    const piece = text.slice(from, to)
    const [first] = over
    if (!first) return html`${piece}`
    const names = [...new Set(over.map(({ label }) => label))].join(' · ')
    const closes = over.filter(({ end }) => end === to)
    const note =
      closes.length > 0
        ? html`<a class="ref" href="#${first.anchor}">${[...new Set(closes.map(({ label }) => label))].join(' · ')}</a>`
        : null
    return html`<mark class="${over.every(({ against }) => against) ? 'against' : 'for'}" title="${names}">${piece}</mark>${note}`
  })
}
