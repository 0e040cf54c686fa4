import { adaptiveCard } from '../../chat/adaptive-card.ts'
import type { Card, Element, Text } from '../../chat/card.ts'
import { summaryOf } from '../../chat/plain-text.ts'
import type { Lang } from '../../chat/reply.ts'
import { splitText } from '../../text/split.ts'
import { textsFor } from '../../texts/texts.ts'
import type { SentActivity } from './connector.ts'
import { limits } from './limits.ts'
import { withUniqueIds } from './unique-ids.ts'

/** What is posted: the SDK adds sender and place. */
export type TeamsMessage = Partial<SentActivity>

export type RenderOptions = {
  lang: Lang
  /** In a channel or group chat nothing personal is filled in: forms become the link to the personal chat. */
  personalLink: string | null
}

/** A card as Teams messages: as many as its words need, each within the limits, nothing left out. */
export function renderMessages(card: Card, options: RenderOptions): TeamsMessage[] {
  const shown = options.personalLink === null ? card : withoutForms(card, options.lang, options.personalLink)
  const messages = packed(unitsOf(shown.elements), options.lang).map((elements) => message({ elements }, options.lang))
  const last = messages.at(-1)
  // Teams draws its own thumbs under a message, with a form for words behind them.
  if (card.feedback && last) last.channelData = { feedbackLoop: { type: 'default' } }
  return messages
}

function message(card: Card, lang: Lang): TeamsMessage {
  return {
    type: 'message',
    summary: summaryOf(card, limits.summary),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: withUniqueIds(adaptiveCard(card, { lang, texts: textsFor(lang).cards, upload: false })),
      },
    ],
  }
}

/** Fills one message after the other. */
function packed(units: Element[][], lang: Lang): Element[][] {
  const groups: Element[][] = []
  let group: Element[] = []
  for (const unit of units) {
    if (group.length > 0 && sizeOf([...group, ...unit], lang) > limits.activity) {
      groups.push(group)
      group = []
    }
    group = [...group, ...unit]
  }
  if (group.length > 0) groups.push(group)
  return groups
}

function sizeOf(elements: Element[], lang: Lang): number {
  return JSON.stringify(message({ elements }, lang)).length
}

/** What must stay together: loose fields with the buttons that send them. Long reading matter falls into pieces. */
function unitsOf(elements: Element[]): Element[][] {
  const first = elements.findIndex(isField)
  const last = elements.findLastIndex(({ type }) => type === 'buttons')
  if (first < 0 || last < first) return elements.flatMap(pieces).map((element) => [element])
  return [
    ...elements
      .slice(0, first)
      .flatMap(pieces)
      .map((element) => [element]),
    elements.slice(first, last + 1),
    ...elements
      .slice(last + 1)
      .flatMap(pieces)
      .map((element) => [element]),
  ]
}

function isField(element: Element): boolean {
  return element.type === 'input' || (element.type === 'choice' && element.action === undefined)
}

/** What a row of a list or of facts weighs as an Adaptive Card, besides its words. */
const rowWeight = 400

function pieces(element: Element): Element[] {
  switch (element.type) {
    case 'text':
    case 'notice':
      return textPieces(element.text).map((text) => ({ ...element, text }))
    case 'quote': {
      const parts = splitText(element.text, limits.text)
      return parts.map((text, index) =>
        index === parts.length - 1 ? { ...element, text } : { type: 'quote' as const, text },
      )
    }
    case 'list':
      // An ordered list would start again at 1 in its second piece.
      return element.ordered ? orderedPieces(element) : groupsOf(element.items).map((items) => ({ ...element, items }))
    case 'facts':
      return groupsOf(element.rows).map((rows) => ({ ...element, rows }))
    default:
      return [element]
  }
}

function orderedPieces(element: Extract<Element, { type: 'list' }>): Element[] {
  if (groupsOf(element.items).length <= 1) return [element]
  return element.items.flatMap((item, index) =>
    textPieces(item).map(
      (text, part): Element => ({
        type: 'text',
        text: part === 0 ? [`${index + 1}. `, ...(typeof text === 'string' ? [text] : text)] : text,
      }),
    ),
  )
}

/** Rows in groups that each fit well within a message. */
function groupsOf<T>(rows: T[]): T[][] {
  const groups: T[][] = []
  let size = 0
  for (const row of rows) {
    const weight = JSON.stringify(row).length + rowWeight
    size += weight
    const group = groups.at(-1)
    if (group && size <= limits.activity / 2) group.push(row)
    else {
      groups.push([row])
      size = weight
    }
  }
  return groups
}

/** A text in pieces; only long runs without marks of our own are cut. */
function textPieces(text: Text): Text[] {
  if (typeof text === 'string') return text.length <= limits.text ? [text] : splitText(text, limits.text)
  const long = text.reduce((sum, part) => sum + (typeof part === 'string' ? part : part.text).length, 0) > limits.text
  if (!long) return [text]
  return text.flatMap((part): Text[] =>
    typeof part === 'string'
      ? splitText(part, limits.text)
      : splitText(part.text, limits.text).map((words) => [{ ...part, text: words }]),
  )
}

function withoutForms(card: Card, lang: Lang, link: string): Card {
  const personal = (element: Element) => element.type === 'form' || element.type === 'fileRequest'
  if (!card.elements.some(personal)) return card
  const button: Element = {
    type: 'buttons',
    buttons: [{ kind: 'link', label: textsFor(lang).teams.openPersonal, url: link }],
  }
  return { ...card, elements: [...card.elements.filter((element) => !personal(element)), button] }
}
