/**
 * Sentences and table cells as they can be pointed at: a line that only wraps goes on, a bullet, a cell or a full stop ends one. `paragraphs`: the document
 * knows its paragraphs (Word does, PDF does not), so that a line which begins with a capital goes on with nothing.
 */
export function statementsOf(
  text: string,
  start: number,
  end: number,
  options: { paragraphs?: boolean } = {},
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let from = start
  const close = (to: number) => {
    const raw = text.slice(from, to)
    const lead = /^[\s|•▪➢►·›▸*\u2022\uf0b7–—-]*(?:\d{1,2}[.)]\s+)?/u.exec(raw)![0].length
    const tail = /[\s|]*$/u.exec(raw)![0].length
    if (lead + tail < raw.length) found.push({ start: from + lead, end: to - tail })
    from = to
  }
  for (const match of text.slice(start, end).matchAll(/\n|\||\t|[.!?]["'”’)]*(?=\s+["'“‘(]?[\p{Lu}\p{N}])|;(?=\s)/gu)) {
    const at = start + match.index
    const to = at + match[0].length
    if (match[0] === '\n' && options.paragraphs && !/^[ \t]*\p{Ll}/u.test(text.slice(at + 1, end))) {
      close(to)
      continue
    }
    if (goesOn(text, match[0], at, end)) continue
    close(to)
  }
  close(end)
  return found
}

function goesOn(text: string, stop: string, at: number, end: number): boolean {
  if (stop === '\n') return wraps(text, at, end)
  if (stop === ';') return joins(text, at, end)
  return stop.startsWith('.') && abbreviated(text, at)
}

/** A lone semicolon joins two halves of one sentence; several part the items of a list. */
function joins(text: string, at: number, end: number): boolean {
  const before = /[^.!?\n]*$/.exec(text.slice(Math.max(0, at - 600), at))![0]
  const rest = /^[^.!?\n]*/.exec(text.slice(at + 1, end))![0]
  return /^\s+\p{Ll}/u.test(text.slice(at + 1, end)) && !rest.includes(';') && !before.includes(';')
}

const bullet = /^[ \t]*(?:[•▪➢►·›▸*\u2022\uf0b7–—-]|\d{1,2}[.)])\s/u

/** True when the line before `at` goes on after it. */
function wraps(text: string, at: number, end: number): boolean {
  // The whole printed line, also where an earlier sentence ends on it: how long it is tells whether the margin broke it.
  const line = text.slice(lineStart(text, at), at).trim()
  const next = text.slice(at + 1, Math.min(end, text.indexOf('\n', at + 1) < 0 ? end : text.indexOf('\n', at + 1)))
  if (line === '' || next.trim() === '' || bullet.test(next) || /[.!?:|]["'”’)]*$/.test(line)) return false
  const first = next.trim()[0]!
  return (
    (/\p{Ll}/u.test(first) && line.length >= HEADING) ||
    (/[,(–-]$/.test(line) && (line.length >= HEADING || /\p{Ll}/u.test(first))) ||
    (line.length >= WRAPPED && !/^\p{Lu}[\p{L} ]{0,25}:/u.test(next))
  )
}

/** Where the printed line or table cell begins that ends at `at`. */
function lineStart(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1
  // Within the line only: a long document without a table would be searched to its beginning each time.
  const before = text.slice(line, at)
  return line + Math.max(before.lastIndexOf('\t'), before.lastIndexOf('|')) + 1
}

/** A shorter line that ends without a stop is a heading, or a cell, rather than part of a sentence. */
const HEADING = 30
/** A line this long was ended by the margin rather than by its writer. */
const WRAPPED = 60

const abbreviation =
  /(?:^|[\s(])(?:o\.a|bijv|bv|max|min|incl|excl|ca|nr|art|etc|resp|dr|mr|drs|ing|ir|prof|e\.g|i\.e|approx|no|st|b\.v|n\.v|\p{L})$/iu

const abbreviated = (text: string, at: number): boolean => abbreviation.test(text.slice(Math.max(0, at - 12), at))
