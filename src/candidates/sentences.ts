import type { Document } from '../documents/document.ts'
import type { Span } from './candidate.ts'
import { folded } from './career-lines.ts'

/** A sentence of a document: `text` has line ends folded; document.text.slice(start, end) is as it stands there. */
export type Sentence = { text: string; start: number; end: number }

const abbreviation =
  /(?:^|[\s(\u00a0])(?:[bn]\.?v|v\.?o\.?f|o\.?a|bijv|bv|d\.?w\.?z|m\.?b\.?t|m\.?n|m\.?i\.?v|t\.?b\.?v|t\.?a\.?v|i\.?h\.?k\.?v|i\.?s\.?m|i\.?v\.?m|e\.?d|e\.?a|incl|excl|max|min|ca|nr|nrs|blz|art|vgl|resp|zgn|drs|dr|mr|mrs|ms|ing|ir|prof|st|inc|ltd|co|corp|e\.?g|i\.?e|etc|vs|approx|dept|jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec|\p{L})$/iu

/** Sentences inside a stretch, as offsets. A paragraph or a bullet ends one; an abbreviation, a number's point or a soft line end does not. */
export function splitSentences(text: string, from: number, to: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let start = from
  const close = (end: number) => {
    const raw = text.slice(start, end)
    const lead = /^[\s|•●○◦▪■□▸►➢➤✓✔❖·∙‣*\uf0a7\uf0b7]*(?:[-–—]\s+)?[\s|]*/u.exec(raw)![0].length
    const body = raw.slice(lead).replace(/[\s|]+$/, '')
    if (/[\p{L}\p{N}]/u.test(body)) found.push({ start: start + lead, end: start + lead + body.length })
    start = end
  }
  const stops = /[.!?]["'”’)]*(?=[\s\u00a0]|$)|\n|\t|[ \t]\|[ \t]/g
  stops.lastIndex = from
  for (let match = stops.exec(text); match && match.index < to; match = stops.exec(text)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(start, match.index - 16), match.index)
    const after = text.slice(end, end + 40)
    if (match[0] === '\n') {
      if (!softBreak(text, start, match.index, after)) close(end)
    } else if (match[0][0] === '.') {
      if (
        abbreviation.test(before) &&
        !/\p{Ll}{4,}\s\p{Lu}$/u.test(before) &&
        !/^\s+(?:Ik|De|Het|Een|In|Was|The|I)\s/.test(after)
      )
        continue
      if (/^\s+\p{Ll}/u.test(after) && !/^\s*\n/.test(after)) continue
      if (/(?:^|\n)\s*\d{1,2}$/.test(before)) continue
      close(end)
    } else close(end)
  }
  close(Math.min(to, text.length))
  return found.filter((one) => one.start < to).map((one) => ({ start: one.start, end: Math.min(one.end, to) }))
}

/** Is the line end only where the line was full? The next line goes on in small letters, or a hyphen or comma stood at the end. */
function softBreak(text: string, start: number, at: number, after: string): boolean {
  const before = text.slice(start, at).trimEnd()
  if (before === '' || /^[ \t]*\n/.test(after)) return false
  if (/^\s*(?:[•●○◦▪■▸►➢➤✓✔*·]|[-–—]\s|\d{1,2}[.)]\s|[|#])/u.test(after)) return false
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  if (/\p{L}-$/u.test(before)) return true
  if (/[.!?:]$/.test(before)) return false
  return line.trim().length > 45 && !/\t/.test(line)
}

/** The sentences of these stretches of a document, in order. */
export function sentencesOf(document: Document, spans: Iterable<Pick<Span, 'start' | 'end'>>): Sentence[] {
  return [...spans].flatMap((span) =>
    splitSentences(document.text, span.start, span.end).map(({ start, end }) => ({
      text: folded(document.text.slice(start, end)),
      start,
      end,
    })),
  )
}
