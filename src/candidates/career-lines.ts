import type { Document } from '../documents/document.ts'
import { labelKind } from './labels.ts'

/** A stretch of the document with its own text: text may have line ends folded, offsets are the document's. */
export type Field = { text: string; start: number; end: number }

/** What a reader takes for one line: a paragraph, a bullet, a table row. */
export type CareerLine = Field & {
  bullet: boolean
  /** Its mark is a number: an item of a list, or a numbered heading. */
  numbered: boolean
  /** Columns from the left margin, in plain text. */
  indent: number
  /** White space above. */
  gap: boolean
  /** Cells of a row, or stretches set apart by wide spaces; one when there is nothing set apart. */
  cells: Field[]
}

const bulletMark =
  /^\s*(?:[•●○◦▪■□▸►➢➤✓✔❖·∙‣⁃\uf0a7\uf0b7\uf0d8\uf0fc]|[-–—*+](?=\s)|o(?=\s{1,4}\p{Lu})|\d{1,2}[.)](?=\s))\s*/u
/** Small letters that begin a line of their own: an employer's name, a date. */
const namesOrDates =
  /^\s*(?:gemeente|provincie|waterschap|stichting|ministerie|vereniging|bureau|regio|hogeschool|universiteit|municipality|(?:jan|feb|ma?a?rt|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\p{L}*\b\.?|sinds|vanaf|since|from|begin|medio|eind|zomer|najaar|voorjaar)(?=[\s,.]|$)/u
const ruler = /^[\s|:+=_*~-]*$/

/**
 * The lines of a document as a reader takes them. Plain text is often wrapped by hand at some width: there, a line goes on in the
 * next when the next one's first word would not have fitted any more.
 */
export function careerLines(document: Document): CareerLine[] {
  const wrapped = /^(?:txt|md|eml|doc)$/.test(document.format) ? wrapWidth(document) : null
  const lines: CareerLine[] = []
  let last = ''
  for (const line of document.lines) {
    if (ruler.test(line.text)) continue
    const gap = lines.length === 0 || /\n\s*\n/.test(document.text.slice(lines.at(-1)!.end, line.start))
    const open = lines.at(-1)
    if (open && !gap && ((wrapped !== null && goesOn(last, line.text, wrapped)) || brokenDate(last, line.text))) {
      const stretch = { start: open.start, end: line.start + line.text.trimEnd().length }
      const text = folded(document.text.slice(stretch.start, stretch.end))
      lines[lines.length - 1] = { ...open, ...stretch, text, cells: [{ ...stretch, text }] }
    } else lines.push(careerLine(line.text, line.start, gap))
    last = line.text
  }
  return lines.filter(({ text }) => text !== '')
}

/** One line of text that starts at `offset` in the document. */
export function careerLine(raw: string, offset: number, gap: boolean): CareerLine {
  const indent = /^\s*/.exec(raw)![0].replace(/\t/g, '    ').length
  const heading = /^\s*#{1,6}\s+/.exec(raw)?.[0] ?? ''
  const mark = heading || raw.trimStart().startsWith('|') || /^\*\*/.test(raw.trimStart()) ? null : bulletMark.exec(raw)
  const from = heading.length + (mark?.[0].length ?? 0)
  const cells = cellsOf(raw, from, offset)
  const whole = trimmedField(raw, from, raw.length, offset)
  return {
    ...whole,
    text: folded(whole.text),
    bullet: mark !== null,
    numbered: /^\s*\d/.test(mark?.[0] ?? ''),
    indent,
    gap,
    cells: cells.length > 0 ? cells : [whole],
  }
}

function cellsOf(raw: string, from: number, offset: number): Field[] {
  const pieces: [number, number][] = []
  const border = /\s*\|\s*|(?<=\S)\s+[*•·]\s+(?=\S)|\t+\s*|\s{3,}|(?<=\S)\s{2}(?=\S)/g
  border.lastIndex = from
  let start = from
  for (let match = border.exec(raw); match; match = border.exec(raw)) {
    pieces.push([start, match.index])
    start = match.index + match[0].length
  }
  pieces.push([start, raw.length])
  return pieces.map(([a, b]) => trimmedField(raw, a, b, offset)).filter(({ text }) => text !== '')
}

/** Without space and without the stars and lines that mark bold in Markdown. */
function trimmedField(raw: string, from: number, to: number, offset: number): Field {
  const piece = raw.slice(from, to)
  const lead = /^[\s*_|]*/.exec(piece)![0].length
  const tail = piece.length === lead ? 0 : /[\s*_|]*$/.exec(piece)![0].length
  const text = piece.slice(lead, piece.length - tail)
  return { text, start: offset + from + lead, end: offset + from + lead + text.length }
}

/** Line ends folded, a word broken by a hyphen at a line end joined. */
export function folded(text: string): string {
  return text
    .replace(/(\p{L})[-\u00ad]\s*\n\s*(?!(?:en|of|and|or)\b)(?=\p{Ll})/gu, '$1')
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** The width at which plain text was wrapped: null when its lines end only where paragraphs do. */
function wrapWidth(document: Document): number | null {
  const lengths = document.lines.map((line) => line.text.length).filter((length) => length > 40)
  if (lengths.length < 4) return null
  const longest = [...lengths].sort((a, b) => b - a)
  // One long paragraph shows that nothing was wrapped; a long table row shows nothing.
  if (document.lines.some((line) => line.text.length > 132 && !/[|\t]/.test(line.text))) return null
  const width = longest.find((length) => length <= 132)
  if (width === undefined) return null
  // Proof of a wrap: a nearly full line that ends in mid-sentence, and the next goes on in small letters.
  const broken = document.lines.filter((line, i) => {
    const next = document.lines[i + 1]
    return (
      next &&
      line.text.length > width * 0.75 &&
      line.text.length <= width &&
      /[\p{L},]-?$/u.test(line.text) &&
      /^\s*\p{Ll}/u.test(next.text) &&
      !namesOrDates.test(next.text)
    )
  })
  return broken.length >= 2 ? width : null
}

/** "april 2022 –" over "heden": one period. */
function brokenDate(before: string, line: string): boolean {
  return (
    before.length < 30 &&
    /\d.*(?:[-–—]|t\/m|tot)\s*$/.test(before) &&
    /^\s*(?:\d|heden|nu\b|present|(?:jan|feb|ma?a?rt|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec))/i.test(line)
  )
}

function goesOn(before: string, line: string, width: number): boolean {
  if (
    before.length > width ||
    bulletMark.test(line) ||
    /^\s*[|#]/.test(line) ||
    before.includes('|') ||
    /\t|\S {3,}\S/.test(`${before}\n${line}`)
  )
    return false
  // A label, or a line with capitals under one that ends with its dates, is no rest of it however full that was.
  if (/^\s*\p{Lu}[^:]{1,40}:\s/u.test(line) && labelKind(line.slice(0, line.indexOf(':'))) !== null) return false
  if (/(?:\d{4}|heden|present|now)\)?$/i.test(before.trimEnd()) && /^\s*\p{Lu}/u.test(line)) return false
  const word = /^\s*(\S+)/.exec(line)?.[1] ?? ''
  if (/[:.!?]$/.test(before.trimEnd()) && before.length < width * 0.7) return false
  if (/\p{L}-$/u.test(before) && /^\s*\p{Ll}/u.test(line)) return true
  if (before.length + 1 + word.length > width) return true
  // A line broken early goes on in small letters, unless a small letter begins a name: "gemeente Almelo".
  return (
    before.length > width * 0.7 && /^\s*\p{Ll}/u.test(line) && /[\p{L},]$/u.test(before) && !namesOrDates.test(line)
  )
}
