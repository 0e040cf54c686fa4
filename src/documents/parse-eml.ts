import PostalMime from 'postal-mime'
import { parseHtml } from './parse-html.ts'
import type { Parsed } from './parsed.ts'
import { plainLines } from './plain-lines.ts'

/** A mail → its subject and its body, the plain part when there is one; attachments are not opened. */
export async function parseEml(bytes: Uint8Array): Promise<Parsed> {
  const mail = await PostalMime.parse(bytes)
  const fromHtml = mail.html && !mail.text?.trim() ? parseHtml(mail.html) : null
  const body = fromHtml?.lines ?? plainLines(mail.text ?? '')
  const subject = mail.subject?.trim() ? [{ text: mail.subject.trim(), page: null }] : []
  return { format: 'eml', pages: null, lines: [...subject, ...body], hidden: fromHtml?.hidden ?? [], pictures: false }
}
