import type { types } from '@slack/bolt'
import { type Card, type Element, type Feedback, italic, type Text } from '../../chat/card.ts'
import { plainText } from '../../chat/plain-text.ts'
import { shorten } from '../../text/split.ts'
import type { Form } from './control-value.ts'
import { buttonRows, choiceBlocks, feedbackMenu, fileBlock, formButton, inputBlock, plain } from './controls.ts'
import { limits } from './limits.ts'
import { clean, listing, paragraphs, preformatted, quotation, rows } from './rich-text.ts'

type Block = types.KnownBlock

/** One message for chat.postMessage: `text` is what a screen reader and a notification say; it is escaped, the blocks are literal. */
export type SlackMessage = { text: string; blocks: Block[] }

/** A card as Slack messages: as many as its words need, each within every limit, nothing left out. */
export function renderMessages(card: Card): SlackMessage[] {
  const groups: Block[][] = []
  let [group, size]: [Block[], number] = [[], 2]
  for (const block of withFeedback(renderBlocks(card, 'message'), card.feedback)) {
    const length = JSON.stringify(block).length + 1
    if (group.length > 0 && (group.length === limits.blocksPerMessage || size + length > limits.messageJson)) {
      groups.push(group)
      group = []
      size = 2
    }
    group.push(block)
    size += length
  }
  groups.push(group)
  return groups.map((blocks) => ({ text: fallback(blocks.map(spoken).join('\n')), blocks }))
}

/** The menu to judge an answer stands behind the last of its buttons. */
function withFeedback(blocks: Block[], feedback: Feedback | undefined): Block[] {
  if (!feedback) return blocks
  const menu = feedbackMenu(feedback)
  const last = blocks.at(-1)
  return last?.type === 'actions' && last.elements.length < limits.actionsElements
    ? [...blocks.slice(0, -1), { ...last, elements: [...last.elements, menu] }]
    : [...blocks, { type: 'actions', elements: [menu] }]
}

/** The blocks of a card. In a modal a form's own fields are blocks; in a message a form is the button that opens it. */
export function renderBlocks(card: Card, where: 'message' | 'modal'): Block[] {
  return card.elements.flatMap((element, index) => render(element, index, where))
}

function render(element: Element, index: number, where: 'message' | 'modal'): Block[] {
  switch (element.type) {
    case 'heading':
      return heading(element.text)
    case 'text':
      return paragraphs(element.text)
    case 'facts':
      return rows(element.rows)
    case 'quote':
      return quotation(element.text, element.source)
    case 'list':
      return listing(element.items, element.ordered === true)
    case 'timeline':
      return [...preformatted(plainText({ elements: [{ ...element, summary: '' }] })), ...paragraphs(element.summary)]
    case 'progress':
      return paragraphs(plainText({ elements: [element] }))
    case 'notice':
      return paragraphs(marked(element.tone, element.text))
    case 'choice':
      return choiceBlocks(element, index, where)
    case 'input':
      return [inputBlock(element, index)]
    case 'buttons':
      return buttonRows(element.buttons, index)
    case 'fileRequest':
      return where === 'modal'
        ? [fileBlock(element, index)]
        : paragraphs([italic(`${element.label} (${element.accept.join(', ')})`)])
    case 'form':
      return formBlocks(element, index)
  }
}

/** A form in a message: the button that opens it or, when it is too large for one, its fields with the submitting button below. */
function formBlocks(form: Form, index: number): Block[] {
  const button = formButton(form, index)
  if (button) return [button]
  const { action, step, submit: label } = form
  const fields = form.elements.flatMap((element, at) => render(element, index * 100 + at, 'message'))
  const submit = buttonRows([{ kind: 'action', label, action, step, style: 'primary' }], index)
  return [...heading(form.title), ...fields, ...submit]
}

function heading(text: string): Block[] {
  const words = clean(text).trim()
  if (words === '') return []
  return words.length <= limits.header
    ? [{ type: 'header', text: plain(words, limits.header) }]
    : paragraphs([{ text: words, bold: true }])
}

const marks = { info: 'ℹ️ ', warning: '⚠️ ', error: '❌ ' }

function marked(tone: keyof typeof marks, text: Text): Text {
  const parts = typeof text === 'string' ? [text] : text
  const first = parts[0] === undefined ? '' : typeof parts[0] === 'string' ? parts[0] : parts[0].text
  return /^[⚠❌ℹ✅❔]/u.test(first) ? parts : [marks[tone], ...parts]
}

/** Slack reads `text` as mrkdwn even when it only serves as fallback: the three characters that begin markup are escaped. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The words of a message within the advised length after escaping; an ellipsis says that the blocks hold more. */
function fallback(words: string): string {
  const text = clean(words).trim()
  let max: number = limits.fallback
  let escaped = escapeMrkdwn(shorten(text, max))
  while (escaped.length > limits.fallback) {
    max -= Math.ceil((escaped.length - limits.fallback) / 5) + 1
    escaped = escapeMrkdwn(shorten(text, max))
  }
  return escaped === '' ? '…' : escaped
}

/** What a block says aloud. */
function spoken(block: Block): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements
        .map((element) =>
          element.elements.map(inner).join('type' in element && element.type === 'rich_text_list' ? '\n' : ''),
        )
        .join('')
    case 'header':
      return block.text.text
    case 'section':
      return block.text?.text ?? ''
    case 'input':
      return `${block.label.text}: …`
    case 'actions':
      return block.elements.map((element) => (element.type === 'button' ? `[${element.text.text}]` : '')).join(' ')
    default:
      return ''
  }
}

function inner(element: types.RichTextElement | types.RichTextSection): string {
  if (element.type === 'rich_text_section') return `• ${element.elements.map(inner).join('')}`
  return element.type === 'text' ? element.text : ''
}
