/**
 * What a person wrote, as they saw it: Slack's markup for mentions and links becomes words again, the three escaped characters
 * become themselves, and the mention of the assistant goes.
 */
export function writtenText(markup: string, assistant: string | null): string {
  const words = markup.replace(/<([^<>]*)>/g, (whole, inside: string) => spoken(whole, inside, assistant))
  return unescaped(words)
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/^[ \t]*[,:]?[ \t]+/, '')
    .trim()
}

/** True when the assistant is mentioned in the text. */
export function mentions(markup: string, assistant: string | null): boolean {
  return assistant !== null && new RegExp(`<@${assistant}(?:\\|[^<>]*)?>`).test(markup)
}

function spoken(whole: string, inside: string, assistant: string | null): string {
  const bar = inside.indexOf('|')
  const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)]
  if (target === `@${assistant}`) return ''
  if (target.startsWith('@')) return label ? `@${label.replace(/^@/, '')}` : target
  if (target.startsWith('#')) return `#${label || target.slice(1)}`
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`
  if (/^(?:https?|mailto|tel):/.test(target)) {
    const address = target.replace(/^(?:mailto|tel):/, '')
    return label === '' || label === address || target.endsWith(label) ? label || address : `${label} (${address})`
  }
  return whole
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
