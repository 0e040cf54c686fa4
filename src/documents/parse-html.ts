import { blendsIn } from './contrast.ts'
import type { HiddenText } from './document.ts'
import type { Parsed, ParsedLine } from './parsed.ts'
import { rowLines } from './table-row.ts'
import { elements, readMarkup, textOf, type XmlElement, type XmlNode } from './xml.ts'

const blocks = new Set(
  'p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol dl dt dd li table thead tbody tfoot tr blockquote pre address figure figcaption form fieldset hr body html center'.split(
    ' ',
  ),
)
const spaced = /^(?:p|h[1-6]|ul|ol|dl|table|section|article|blockquote|hr)$/
const silent = new Set(
  'script style head template noscript svg math object iframe select textarea title meta link'.split(' '),
)

/** A web page or the body of a mail → its visible lines; nothing it refers to is fetched. */
export function parseHtml(text: string): Parsed {
  const { lines, hidden } = htmlLines(readMarkup(text, false))
  return { format: 'html', pages: null, lines, hidden, pictures: /<img\b/i.test(text) }
}

function htmlLines(nodes: XmlNode[]): { lines: ParsedLine[]; hidden: HiddenText[] } {
  const lines: ParsedLine[] = []
  const hidden: HiddenText[] = []
  let current = ''
  let gap = false
  const end = () => {
    const text = current.replace(/[ \n\r\f]+/g, ' ').trim()
    current = ''
    if (text === '') return
    lines.push({ text, page: null, ...(gap ? { gap } : {}) })
    gap = false
  }

  function walk(children: XmlNode[], fill: string) {
    for (const child of children) {
      if (typeof child === 'string') current += child.replace(/\t/g, ' ')
      else if (!silent.has(child.name)) element(child, fill)
    }
  }

  function element(child: XmlElement, fill: string) {
    const style = child.attribs['style'] ?? ''
    const background = /background(?:-color)?\s*:\s*([^;]+)/i.exec(style)?.[1] ?? child.attribs['bgcolor']
    const behind = background ? (colour(background) ?? '') : fill
    const why = hiddenWhy(child, style, behind)
    if (why) {
      const text = textOf(child.children).replace(/\s+/g, ' ').trim()
      if (text !== '') hidden.push({ text, page: null, why })
      return
    }
    if (child.name === 'br') {
      end()
      return
    }
    if (child.name === 'tr') {
      end()
      row(child, behind)
      return
    }
    const block = blocks.has(child.name)
    if (block) end()
    if (spaced.test(child.name)) gap = true
    if (child.name === 'li') current = '• '
    walk(child.children, behind)
    if (block) end()
    if (spaced.test(child.name)) gap = true
  }

  function row(element: XmlElement, fill: string) {
    const above = gap
    const cells = elements(element.children)
      .filter(({ name }) => name === 'td' || name === 'th')
      .map((cell) => {
        const from = lines.length
        walk(cell.children, fill)
        end()
        return lines.splice(from).map((line) => line.text)
      })
    rowLines(cells).forEach((text, i) => {
      lines.push({ text, page: null, ...(above && i === 0 ? { gap: true } : {}) })
    })
    gap = false
  }

  walk(nodes, '#ffffff')
  end()
  return { lines, hidden }
}

function hiddenWhy(element: XmlElement, style: string, behind: string): HiddenText['why'] | null {
  if ('hidden' in element.attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return 'vanish'
  if (/opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)/i.test(style)) return 'transparent'
  const size = /font-size\s*:\s*([\d.]+)\s*(pt|px|em|rem|%)?/i.exec(style)
  if (size) {
    const points =
      Number(size[1]) * ({ pt: 1, px: 0.75, em: 12, rem: 12, '%': 0.12 }[size[2]?.toLowerCase() ?? 'px'] ?? 1)
    if (points < 4) return 'tiny'
  }
  if (/(?:left|top|text-indent)\s*:\s*-\d{3,}/i.test(style)) return 'off-page'
  const own =
    /(?:^|[;\s])color\s*:\s*([^;]+)/i.exec(style)?.[1] ??
    (element.name === 'font' ? element.attribs['color'] : undefined)
  const front = own ? colour(own) : null
  return front && behind && blendsIn(front, behind) ? 'background-colour' : null
}

/** A CSS colour as six hex digits; null for what cannot be known here. */
function colour(value: string): string | null {
  const text = value.trim().toLowerCase()
  if (text.startsWith('white')) return '#ffffff'
  if (text.startsWith('black')) return '#000000'
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])\b/.exec(text)
  if (short && text.length < 7)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`
  const long = /^#[0-9a-f]{6}/.exec(text)?.[0]
  if (long) return long
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)/.exec(text)
  return rgb
    ? `#${rgb
        .slice(1)
        .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
        .join('')}`
    : null
}
