import { type Button, type Card, type Element, type Option, type Text, type TimelineBar, wordsOf } from './card.ts'
import { literal, shorten } from './literal.ts'

/**
 * A card as plain text, for the terminal, the text of a notification and wherever a card cannot be shown. Nothing is left out;
 * buttons stand in brackets, and control characters of foreign text cannot reach a terminal.
 */
export function plainText(card: Card): string {
  return literal(
    card.elements
      .map(written)
      .filter((part) => part !== '')
      .join('\n'),
  )
}

/** The first words of a card on one line, for a notification or the summary of a Teams activity. */
export function summaryOf(card: Card, max = 150): string {
  const words = card.elements
    .filter((element) => element.type === 'heading' || element.type === 'text' || element.type === 'notice')
    .map((element) => wordsOf(element.text))
  const text = words.length > 0 ? words.join(' · ') : plainText(card)
  return shorten(literal(text).replace(/\s+/g, ' ').trim(), max)
}

function written(element: Element): string {
  switch (element.type) {
    case 'heading':
      return element.text
    case 'text':
      return wordsOf(element.text)
    case 'notice':
      return `${{ info: 'ℹ', warning: '⚠️', error: '❌' }[element.tone]} ${withoutMark(element.text)}`
    case 'facts':
      return element.rows.map((row) => `${row.label}: ${wordsOf(row.value)}`).join('\n')
    case 'quote':
      return `› “${element.text}”${element.source ? ` — ${element.source}` : ''}`
    case 'list':
      return element.items
        .map((item, index) => `${element.ordered ? `${index + 1}.` : '·'} ${wordsOf(item)}`)
        .join('\n')
    case 'timeline':
      return [...drawn(element.bars, element.window), element.summary].join('\n')
    case 'progress': {
      const full = Math.round(Math.min(1, Math.max(0, element.done)) * 10)
      return `${'▓'.repeat(full)}${'░'.repeat(10 - full)} ${element.label}`
    }
    case 'choice':
      return [element.label, ...element.options.map((option, index) => `  ${index + 1}) ${named(option)}`)].join('\n')
    case 'input':
      return `${element.label}: ${element.value ?? (element.placeholder ? `(${element.placeholder})` : '…')}`
    case 'buttons':
      return element.buttons.map(bracketed).join(' ')
    case 'fileRequest':
      return `${element.label} (${element.accept.join(', ')})`
    case 'form':
      return [element.title, ...element.elements.map(written), `[${element.submit}]`].join('\n')
  }
}

/** A text that already begins with the state mark does not get it twice. */
function withoutMark(text: Text): string {
  return wordsOf(text).replace(/^(?:⚠️?|❌|ℹ️?)\s*/u, '')
}

function named(option: Option): string {
  return option.detail ? `${option.label} — ${option.detail}` : option.label
}

function bracketed(button: Button): string {
  return button.kind === 'link' ? `[${button.label}: ${button.url}]` : `[${button.label}]`
}

const WIDTH = 32

function drawn(bars: TimelineBar[], window: { from: number; to: number } | null): string[] {
  const ends = window ? [...bars, window] : bars
  if (ends.length === 0) return []
  const from = Math.min(...ends.map((bar) => bar.from))
  const months = Math.max(...ends.map((bar) => bar.to)) + 1 - from
  const at = (month: number) => Math.round(((month - from) / months) * WIDTH)
  const line = (start: number, end: number, mark: string, label: string) => {
    const [left, right] = [at(start), Math.max(at(start) + 1, at(end + 1))]
    return `${' '.repeat(left)}${mark.repeat(right - left)}${' '.repeat(Math.max(0, WIDTH - right))} ${label}`.trimEnd()
  }
  return [
    ...bars.map((bar) => line(bar.from, bar.to, bar.counted ? (bar.uncertain ? '▒' : '█') : '░', bar.label)),
    ...(window ? [line(window.from, window.to, '─', '')] : []),
  ]
}
