import type { types } from '@slack/bolt'
import type { Span, Text } from '../../chat/card.ts'
import { splitText } from '../../text/split.ts'
import { limits } from './limits.ts'

type RichText = types.RichTextBlock
type Inline = types.RichTextText | types.RichTextChannelMention

/**
 * Words go to Slack as rich text only: its text elements are literal, so nothing in a posting or a CV can mention, link or format,
 * and nothing needs escaping.
 */
export function paragraphs(text: Text, style?: { bold?: boolean; italic?: boolean }): RichText[] {
  return chunks(text).map((inlines) => block([{ type: 'rich_text_section', elements: styled(inlines, style) }]))
}

/** A quotation, in the quote style, with where it stands after it. */
export function quotation(words: string, source: string | undefined): RichText[] {
  const text = [{ text: `“${words}”`, italic: true }, ...(source ? [` — ${source}`] : [])]
  return chunks(text).map((elements) => block([{ type: 'rich_text_quote', elements }]))
}

/** A list; a long one becomes several blocks whose numbers go on. */
export function listing(items: Text[], ordered: boolean): RichText[] {
  const sections = items.flatMap((item) => chunks(item))
  const blocks: RichText[] = []
  let [part, size, offset]: [Inline[][], number, number] = [[], 0, 0]
  const close = () => {
    if (part.length === 0) return
    const list: types.RichTextList = {
      type: 'rich_text_list',
      style: ordered ? 'ordered' : 'bullet',
      elements: part.map((elements) => ({ type: 'rich_text_section', elements })),
      ...(ordered && offset > 0 ? { offset } : {}),
    }
    blocks.push(block([list]))
    offset += part.length
    part = []
    size = 0
  }
  for (const section of sections) {
    const length = section.reduce((sum, one) => sum + ('text' in one ? one.text.length : 0), 0)
    if (part.length === limits.listItems || size + length > limits.paragraph) close()
    part.push(section)
    size += length
  }
  close()
  return blocks
}

/** Rows of label and value, a line each, the label in bold. */
export function rows(pairs: { label: string; value: Text }[]): RichText[] {
  const lines = pairs.flatMap(({ label, value }, index) => [
    ...(index === 0 ? [] : ['\n']),
    { text: `${label}: `, bold: true },
    ...parts(value),
  ])
  return paragraphs(lines)
}

/** Text in a fixed pitch, for bars drawn with characters. */
export function preformatted(text: string): RichText[] {
  return chunks(text).map((inlines) =>
    block([{ type: 'rich_text_preformatted', elements: inlines.filter((one) => one.type === 'text') }]),
  )
}

function block(elements: RichText['elements']): RichText {
  return { type: 'rich_text', elements }
}

function styled(inlines: Inline[], style: { bold?: boolean; italic?: boolean } | undefined): Inline[] {
  return style === undefined ? inlines : inlines.map((one) => ({ ...one, style: { ...one.style, ...style } }))
}

/** Pieces of at most a paragraph; Slack refuses empty text elements, so empty spans are left out. */
function chunks(text: Text): Inline[][] {
  const result: Inline[][] = []
  let [current, room]: [Inline[], number] = [[], limits.paragraph]
  const close = () => {
    if (current.length > 0) result.push(current)
    current = []
    room = limits.paragraph
  }
  for (const span of parts(text)) {
    const channel = typeof span === 'string' ? undefined : channelOf(span)
    if (channel) {
      current.push(channel)
      continue
    }
    let rest = clean(typeof span === 'string' ? span : span.text)
    while (rest !== '') {
      // Short rooms are not filled with crumbs: the next paragraph takes the whole span instead.
      if (rest.length > room && room < limits.paragraph / 2) close()
      const piece = splitText(rest, room)[0]!
      current.push(inline(piece, span))
      rest = rest.slice(piece.length)
      room -= piece.length
      if (rest !== '') close()
    }
  }
  close()
  return result
}

function parts(text: Text): (string | Span)[] {
  return typeof text === 'string' ? [text] : text
}

/** Slack shows a channel by its name, to those who may know it. */
function channelOf({ channel }: Span): types.RichTextChannelMention | undefined {
  const id = /^slack:[^/]+\/([CG][A-Z0-9]+)$/.exec(channel ?? '')?.[1]
  return id === undefined ? undefined : { type: 'channel', channel_id: id }
}

function inline(text: string, span?: string | Span): Inline {
  if (span === undefined || typeof span === 'string' || !(span.bold || span.italic)) return { type: 'text', text }
  return {
    type: 'text',
    text,
    style: { ...(span.bold ? { bold: true } : {}), ...(span.italic ? { italic: true } : {}) },
  }
}

/** Half characters and NUL make Slack refuse the whole message; they carry no words. */
export function clean(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}
