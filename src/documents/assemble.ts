import { createHash } from 'node:crypto'
import { removeBsns } from '../text/bsn.ts'
import { stripInvisible } from '../text/invisible.ts'
import { languageOf } from '../text/language.ts'
import { ligatures } from '../text/ligatures.ts'
import type { Document, HiddenText, Line } from './document.ts'
import type { Parsed } from './parsed.ts'

/** What stands where a BSN stood. */
const REDACTED = '█████████'

/**
 * Parsed lines → a Document: invisible characters and BSNs out, ligatures and odd spaces made plain (not in plain text, which stays
 * as written), lines numbered with their offsets.
 */
export function assemble(parsed: Parsed, bytes: Uint8Array): Document {
  const hidden: HiddenText[] = parsed.hidden.map((one) => ({
    ...one,
    text: removeBsns(stripInvisible(one.text).text, REDACTED),
  }))
  const plain = parsed.format === 'txt' || parsed.format === 'md'
  const lines: Line[] = []
  let text = ''
  for (const line of parsed.lines) {
    const seen = stripInvisible(line.text)
    for (const found of seen.hidden)
      hidden.push({ text: removeBsns(found, REDACTED), page: line.page, why: 'invisible-characters' })
    const visible = removeBsns(plain ? seen.text.trimEnd() : tidy(seen.text), REDACTED)
    if (visible.trim() === '') continue
    if (lines.length > 0) text += line.gap ? '\n\n' : '\n'
    lines.push({
      id: lines.length + 1,
      page: line.page,
      start: text.length,
      end: text.length + visible.length,
      text: visible,
    })
    text += visible
  }
  return {
    format: parsed.format,
    pages: parsed.pages,
    text,
    lines,
    hidden: hidden.filter((one) => one.text.trim() !== ''),
    language: languageOf(text),
    hash: createHash('sha256').update(bytes).digest('hex'),
  }
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ﬀﬁﬂﬃﬄﬅﬆĳĲ]/g, (character) => ligatures[character] ?? character)
    .replace(/ {3,}/g, '\t')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000 ]+/g, ' ')
    .replace(/ *\t */g, '\t')
    .replace(/^([•●○◦▪■➢➤✓·\uf0a7\uf0b7\uf0d8-])\t/, '$1 ')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/^ +|\s+$/g, '')
}
