import { Parser } from 'htmlparser2'
import PostalMime from 'postal-mime'
import type { DocumentFormat } from '../documents/document.ts'

const hidden = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'nav', 'select', 'iframe', 'object'])
const blocks = new Set(
  'address article aside blockquote body br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const spaced = new Set('h1 h2 h3 h4 h5 h6 p ul ol dl table section'.split(' '))

type Lists = { ordered: boolean; count: number }[]

/** Collects visible text as lines. */
function createLines() {
  let text = ''
  return {
    text: () => text.replace(/\n{3,}/g, '\n\n').trim(),
    tab() {
      text = `${text.replace(/\s+$/, '')}\t`
    },
    cell() {
      text += '\t'
    },
    line(blank: boolean) {
      text = text.replace(/[ \t]+$/, '')
      if (text !== '' && !text.endsWith('\n')) text += '\n'
      if (blank && text !== '' && !text.endsWith('\n\n')) text += '\n'
    },
    words(data: string) {
      const words = data.replace(/[ \t\r\n]+/g, ' ')
      text += /(?:^|\s)$/.test(text) ? words.replace(/^ /, '') : words
    },
  }
}

/** Classes by which a page keeps something for nobody's eyes; with a class that shows it on wide screens it is only folded away. */
function hidingClass(classes: string): boolean {
  return (
    /(?:^|\s)(?:hidden|is-hidden|d-none)(?:\s|$)/.test(classes) && !/(?:^|\s)(?:d-)?(?:sm|md|lg|xl)[:-]/.test(classes)
  )
}

function isHidden(name: string, attributes: Record<string, string>): boolean {
  return (
    hidden.has(name) ||
    'hidden' in attributes ||
    hidingClass(attributes.class ?? '') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  )
}

/** The visible text of an HTML page: a line a block, a tab between the cells of a row and between a term and its value. */
export function htmlText(html: string): string {
  const lines = createLines()
  const open: { hides: boolean }[] = []
  const lists: Lists = []
  const cells: number[] = []
  const muted = () => open.at(-1)?.hides === true
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push({ hides: muted() || isHidden(name, attributes) })
      if (muted()) return
      if (name === 'dd') lines.tab()
      else if (name === 'td' || name === 'th') {
        if ((cells.at(-1) ?? 0) > 0) lines.cell()
        if (cells.length > 0) cells[cells.length - 1]! += 1
      } else if (blocks.has(name) && !(cells.length > 0 && name === 'p')) lines.line(spaced.has(name))
      if (name === 'tr') cells.push(0)
      if (name === 'ul' || name === 'ol')
        lists.push({ ordered: name === 'ol', count: Number(attributes.start ?? 1) - 1 })
      if (name === 'li') {
        const list = lists.at(-1)
        if (list) list.count += 1
        lines.words(list?.ordered ? `${list.count}. ` : '- ')
      }
    },
    ontext(data) {
      if (!muted()) lines.words(data)
    },
    onclosetag(name) {
      const quiet = muted()
      open.pop()
      if (quiet) return
      if (name === 'tr') cells.pop()
      if (name === 'ul' || name === 'ol') lists.pop()
      if (blocks.has(name) && name !== 'dt' && cells.length === 0) lines.line(spaced.has(name))
    },
  })
  parser.end(html)
  return lines.text()
}

/** A mail as it is read: its subject, then its text. What was forwarded keeps its own marks and headers. */
async function mailText(raw: string | Uint8Array): Promise<string> {
  const mail = await PostalMime.parse(raw)
  const body = mail.text?.trim() ? mail.text : htmlText(mail.html ?? '')
  return [mail.subject ? `Onderwerp: ${mail.subject}` : '', body.replace(/\r\n/g, '\n').trim()]
    .filter(Boolean)
    .join('\n\n')
}

/**
 * The text of a posting file that is read, kept and quoted: every offset of its facts points into what this gives. Bytes are taken
 * for html and mail (whose charset they declare); other formats come as the text of their document.
 */
export async function postingText(file: { format: DocumentFormat; content: string | Uint8Array }): Promise<string> {
  const { format, content } = file
  if (format === 'eml') return mailText(content)
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  return format === 'html' ? htmlText(text) : text
}
