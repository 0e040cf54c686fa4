import { isThing } from './block-rules.ts'

/** The words of a message as Slack's client shows them: literal where Slack is literal, markup where it would act on it. */
export function asRead(message: { text?: unknown; blocks?: unknown }): string {
  const { blocks } = message
  if (!Array.isArray(blocks) || blocks.length === 0) return mrkdwn(String(message.text ?? ''))
  return blocks
    .map(blockWords)
    .filter((words) => words !== '')
    .join('\n')
}

function blockWords(block: unknown): string {
  if (!isThing(block)) return ''
  switch (block['type']) {
    case 'header':
    case 'section':
      return textWords(block['text'])
    case 'rich_text':
      return listOf(block['elements']).map(richWords).join('')
    case 'input':
      return textWords(block['label'])
    default:
      return ''
  }
}

function richWords(element: unknown): string {
  if (!isThing(element)) return ''
  if (element['type'] === 'text') return String(element['text'])
  if (element['type'] === 'channel') return `#${String(element['channel_id'])}`
  // Anything but text acts: a mention, a link. It is shown so that a test sees it.
  if (!String(element['type']).startsWith('rich_text')) return `⟦${String(element['type'])}⟧`
  return listOf(element['elements'])
    .map(richWords)
    .join(element['type'] === 'rich_text_list' ? '\n' : '')
}

function textWords(text: unknown): string {
  if (!isThing(text)) return ''
  return text['type'] === 'mrkdwn' ? mrkdwn(String(text['text'])) : String(text['text'])
}

/** Mentions, links and formatting act in mrkdwn: they show as such, and only escaped characters come back as themselves. */
export function mrkdwn(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => `⟦${inside}⟧`)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Every interactive element of a message or view, with the block it stands in. */
export function controls(blocks: unknown): { blockId: string; element: Record<string, unknown> }[] {
  return listOf(blocks).flatMap((block, index) => {
    if (!isThing(block)) return []
    const blockId = String(block['block_id'] ?? `auto-${index}`)
    const elements = [...listOf(block['elements']), block['accessory'], block['element']]
    return elements
      .filter(isThing)
      .filter((element) => 'action_id' in element)
      .map((element) => ({ blockId, element }))
  })
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
