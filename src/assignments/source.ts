import { repairLayout } from '../text/layout.ts'
import { composeMapped, type Mapped, replaceMapped } from '../text/mapped.ts'
import { repairText } from '../text/repair.ts'
import { type Stretch, sentencesOf } from '../text/sentences.ts'
import type { Quote } from './assignment.ts'
import { joinLines } from './join-lines.ts'
import { type Marker, markerOf } from './marker.ts'
import { unglue, withColons } from './unglue.ts'

export type Cell = Stretch

/** One line of the repaired text. Offsets point into `Source.text`. */
export type SourceLine = Stretch & {
  index: number
  blankBefore: boolean
  /** Text without the marker. */
  body: Stretch
  marker: Marker | null
  /** Columns: by tabs, pipes or runs of spaces; one cell where there are none. */
  cells: Cell[]
  /** In a table drawn with pipes. */
  piped: boolean
  /** 1–6 for a Markdown heading. */
  level: number | null
}

/** A posting made readable, with the way back to the text as it was given. */
export type Source = {
  original: string
  text: string
  lines: SourceLine[]
  sentences: Stretch[]
  /** The original words behind a stretch of `text`. */
  quote(start: number, end: number): Quote
}

function stretch(text: string, start: number, end: number): Stretch {
  const raw = text.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  const trimmed = raw.trim()
  return { start: start + lead, end: start + lead + trimmed.length, text: trimmed }
}

function cellsOf(text: string, from: number, to: number, piped: boolean): Cell[] {
  // Spaces before a colon fill out a label ("Uren      : 32"), they part no columns; dots that lead to a value ("Uren ..... 32") do.
  const separator = piped ? /\|/g : /(?:\t+|\s\.{3,}\s+| {3,})(?!\s*:\s)/g
  const cells: Cell[] = []
  let start = from
  const line = text.slice(from, to)
  const bounds = [...line.matchAll(separator)].map((match) => [
    from + match.index,
    from + match.index + match[0].length,
  ])
  for (const [left, right] of [...bounds, [to, to]] as [number, number][]) {
    const cell = stretch(text, start, left)
    // An empty cell matters in a drawn table (columns), never in one made of tabs.
    if (cell.text !== '' || piped) cells.push(cell)
    start = right
  }
  if (!piped) return cells
  const first = cells[0]?.text === '' ? 1 : 0
  return cells.slice(first, cells.at(-1)?.text === '' ? -1 : undefined)
}

function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  let blank = true
  for (const match of text.matchAll(/[^\n]+|\n/g)) {
    if (match[0] === '\n') {
      if (text[match.index - 1] === '\n') blank = true
      continue
    }
    const line = stretch(text, match.index, match.index + match[0].length)
    // Empty lines and the rules of a drawn table.
    if (/^[\s|:=_+*-]*$/.test(line.text)) {
      blank = true
      continue
    }
    const piped = /^\|.*\|/.test(line.text) || /^[^|]+(?:\|[^|]+){2,}$/.test(line.text)
    const hash = /^(#{1,6})\s+/.exec(line.text)
    const open = hash ? stretch(text, line.start + hash[0].length, line.end) : line
    const marker = piped || hash ? null : markerOf(open.text)
    const body = marker ? stretch(text, open.start + marker.length, open.end) : open
    const cells = cellsOf(text, body.start, body.end, piped)
    lines.push({
      ...open,
      index: lines.length,
      blankBefore: blank,
      body,
      marker,
      cells,
      piped,
      level: hash ? hash[1]!.length : null,
    })
    blank = false
  }
  return lines
}

function quoteFrom(original: string, mapped: Mapped) {
  return (start: number, end: number): Quote => {
    const [from, to] = mapped.range(start, end)
    return { quote: original.slice(from, to), start: from, end: to }
  }
}

const month = '(?:jan|feb|maa|mar|mrt|apr|mei|may|jun|jul|aug|sep|o[kc]t|nov|dec)'
const oddDates = new RegExp(
  `(?<=\\b(?:tussen|van)\\s)(?:\\d|1\\d|2[0-3])(?=\\s(?:en|tot)\\s\\d{1,2}\\s?uur(?!\\s*(?:per|p\\.?\\/?w|\\/)))|\\bte(?=\\s+\\d{1,2}[.:]\\d{2}\\s*(?:uur|u\\b|h))|(?<=\\d\\s)o[fr](?=\\s\\d{1,2}\\s${month})`,
  'gi',
)

/** "te 12.00 uur" is the old way to say "om", "14 of 15 december" names two days as "en" does, "tussen 9 en 12 uur" two hours. */
function plainDates(from: Mapped): Mapped {
  const plain = replaceMapped(from.text, oddDates, ([word]) =>
    /\d/.test(word) ? `${word} uur` : word.toLowerCase() === 'te' ? 'om' : 'en',
  )
  return plain.text === from.text ? from : composeMapped(from, plain)
}

/** The sentences of each line, by its index; both stand in reading order, so one look at each is enough. */
export function sentencesByLine({ lines, sentences }: Pick<Source, 'lines' | 'sentences'>): Map<number, Stretch[]> {
  const found = new Map<number, Stretch[]>()
  let at = 0
  for (const sentence of sentences) {
    while (at < lines.length && lines[at]!.end < sentence.end) at++
    const line = lines[at]
    if (line && line.start <= sentence.start) found.set(line.index, [...(found.get(line.index) ?? []), sentence])
  }
  return found
}

/** Repairs a posting and cuts it into lines, columns and sentences. */
export function sourceOf(original: string): Source {
  const mapped = plainDates(joinLines(withColons(unglue(repairLayout(repairText(original)))), original))
  const lines = linesOf(mapped.text)
  return {
    original,
    text: mapped.text,
    lines,
    // Sentences are cut inside a line's columns, so that no quote runs over a table.
    sentences: lines.flatMap((line) =>
      (line.cells.length > 1 ? line.cells : [line.body]).flatMap((part) =>
        sentencesOf(part.text).map(({ start, end, text }) => ({
          start: part.start + start,
          end: part.start + end,
          text,
        })),
      ),
    ),
    quote: quoteFrom(original, mapped),
  }
}
