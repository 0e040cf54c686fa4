import { type AdaptiveElement, columns, paragraphs } from './adaptive-json.ts'
import type { TimelineBar } from './card.ts'
import { shorten } from './literal.ts'

type Window = { from: number; to: number } | null

/** Engagements against the window as coloured columns; the words that say the same stand below it (`summary`). */
export function timelineBars(bars: TimelineBar[], window: Window): AdaptiveElement[] {
  const rows = window ? [...bars, { label: '', from: window.from, to: window.to }] : bars
  if (rows.length === 0) return []
  const from = Math.min(...rows.map((row) => row.from))
  const to = Math.max(...rows.map((row) => row.to)) + 1
  const row = (label: string, start: number, end: number, style: string): AdaptiveElement =>
    columns([
      { width: 1, items: paragraphs(shorten(label, 60), { size: 'Small' }) },
      { width: 2, items: [track(Math.max(start, from) - from, end + 1 - start, to - (end + 1), style)] },
    ])
  return [
    ...bars.map((bar) =>
      row(bar.label, bar.from, bar.to, bar.counted ? (bar.uncertain ? 'warning' : 'good') : 'emphasis'),
    ),
    ...(window ? [row('↔', window.from, window.to, 'accent')] : []),
  ]
}

/** Months before, during and after; a column of no width would break the proportions on some hosts. */
function track(before: number, during: number, after: number, style: string): AdaptiveElement {
  const gap = (months: number) => (months > 0 ? [{ width: months, items: [], minHeight: '12px' }] : [])
  return columns([...gap(before), { width: during, style, items: [], minHeight: '12px' }, ...gap(after)], 'None')
}
