import type { Lang } from '../chat/reply.ts'
import type { Finding } from '../scoring/assessment.ts'
import { monthName } from './dates.ts'
import { type Html, html } from './html.ts'

const width = 640
const labelWidth = 190
const barHeight = 14
const rowHeight = 24
const top = 26

/** The engagements of a criterion against its window as a drawing that needs no scripts; null when there is nothing to draw. */
export function timelineSvg(finding: Finding, lang: Lang, description: string): Html | null {
  const { engagements, window } = finding
  if (engagements.length === 0) return null
  const first = Math.min(...engagements.map(({ from }) => from), window?.from ?? Number.POSITIVE_INFINITY)
  const last = Math.max(...engagements.map(({ to }) => to), window?.to ?? Number.NEGATIVE_INFINITY)
  const scale = (width - labelWidth - 8) / Math.max(1, last - first + 1)
  const x = (month: number) => Math.round((labelWidth + (month - first) * scale) * 10) / 10
  const height = top + engagements.length * rowHeight + 6
  const years: Html[] = []
  const step = Math.max(1, Math.ceil((last - first) / 12 / 10))
  for (let year = Math.ceil(first / 12); year * 12 <= last; year += step) {
    years.push(
      html`<line x1="${x(year * 12)}" y1="${top - 8}" x2="${x(year * 12)}" y2="${height}" class="year"/><text x="${x(year * 12) + 2}" y="${top - 12}" class="axis">${year}</text>`,
    )
  }
  const bars = engagements.map(({ label, from, to, counted, uncertain }, index) => {
    const y = top + index * rowHeight
    const kind = counted ? (uncertain ? 'uncertain' : 'counted') : 'other'
    return html`<text x="0" y="${y + 11}" class="label">${cut(label)}</text><rect x="${x(from)}" y="${y}" width="${Math.max(2, Math.round((x(to + 1) - x(from)) * 10) / 10)}" height="${barHeight}" rx="2" class="${kind}"><title>${label}: ${monthName(from, lang)} – ${monthName(to, lang)}</title></rect>`
  })
  const frame = window
    ? html`<rect x="${x(window.from)}" y="${top - 8}" width="${Math.round((x(window.to + 1) - x(window.from)) * 10) / 10}" height="${height - top + 6}" class="window"/>`
    : null
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}" class="timeline">${years}${frame}${bars}</svg>`
}

function cut(label: string): string {
  return label.length <= 30 ? label : `${label.slice(0, 29)}…`
}
