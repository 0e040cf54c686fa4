import { Parser } from 'htmlparser2'
import { z } from 'zod'

/** A message from whose menu an action was chosen. */
export type ChosenMessage = {
  id: string
  /** Its words, one line for each paragraph or row. */
  text: string
  /** Files stand with it. Teams gives a bot no way to them outside the personal chat. */
  files: boolean
}

const optionalText = z.string().nullish().catch(null)
const payload = z.object({
  id: optionalText,
  subject: optionalText,
  body: z.object({ contentType: optionalText, content: optionalText }).nullish().catch(null),
  attachments: z
    .array(z.object({ contentType: optionalText }))
    .nullish()
    .catch(null),
})

/** What Teams sends along of the message; null when it sends none. */
export function chosenMessage(value: unknown): ChosenMessage | null {
  const parsed = payload.safeParse(value)
  if (!parsed.success) return null
  const { id, subject, body, attachments } = parsed.data
  const content = body?.content ?? ''
  const words = body?.contentType === 'text' ? content : textOfHtml(content)
  return {
    id: id ?? '',
    text: [subject, words].filter(Boolean).join('\n').trim(),
    files: (attachments ?? []).some(({ contentType }) => contentType === 'reference'),
  }
}

const breaks = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'pre',
  'hr',
])
const unseen = new Set(['script', 'style', 'attachment', 'title'])

/** The words of a message that Teams keeps as HTML; cells of a row stand apart by a tab, as in a copied table. */
function textOfHtml(html: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser(
    {
      onopentagname(name) {
        if (unseen.has(name)) hidden += 1
        if (breaks.has(name)) text += '\n'
        if (name === 'td' || name === 'th') text += '\t'
      },
      ontext(part) {
        if (hidden === 0) text += part.replace(/\s+/g, ' ')
      },
      onclosetag(name) {
        if (unseen.has(name)) hidden -= 1
        if (breaks.has(name) && name !== 'br') text += '\n'
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return text
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.replace(/^\t/, '').trim())
    .filter((line, at, lines) => line !== '' || lines[at - 1] !== '')
    .join('\n')
    .trim()
}
