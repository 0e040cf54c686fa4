import { ligatures } from './ligatures.ts'
import { composeMapped, joinPieces, type Mapped, type Piece } from './mapped.ts'
import { mendEncoding } from './mojibake.ts'

/** A stretch of the source text: text.slice(start, end). */
export type Found = { start: number; end: number }

/** Shorter quotes stand everywhere and prove nothing. */
const FEWEST_WORDS = 3

/**
 * Where a quote stands in a text, letter by letter after the same normalisation on both sides: composed letters, ligatures, soft
 * hyphens, a hyphen at a line end, odd spaces, curly quotes, dashes, bullets, case. Whole words only, at least three of them. An
 * ellipsis joins parts that follow each other in one stretch; `within` names the stretches (engagements), else it is a paragraph.
 * Null when the words are not there: no likeness is accepted.
 */
export function locateQuote(quote: string, text: string, within?: Found[]): Found | null {
  const source = comparableSource(text)
  const parts = partsOf(quote)
  if (parts.length === 0 || parts.some((part) => wordCount(part) < FEWEST_WORDS)) return null
  if (parts.length === 1) {
    for (const at of occurrences(parts[0]!, source.text)) {
      const [start, end] = source.range(at, at + parts[0]!.length)
      if (!within || within.some((stretch) => start >= stretch.start && end <= stretch.end)) return { start, end }
    }
    return null
  }
  return joinedByEllipsis(parts, source, text, within)
}

/**
 * A quote with at most two slips of one letter in long words: a typing error of whoever copied it. Never in digits, number words,
 * negations or names. It counts for nothing until a person accepts it.
 */
export function nearMatch(quote: string, text: string): (Found & { slips: number }) | null {
  const wanted = words(comparable(quote).text)
  if (wanted.length < FEWEST_WORDS) return null
  const source = comparableSource(text)
  const there = words(source.text)
  const allowed = wanted.length >= 8 ? 2 : 1
  for (let i = 0; i + wanted.length <= there.length; i++) {
    let slips = 0
    const fits = wanted.every((word, k) => {
      const found = there[i + k]!
      if (word.text === found.text) return true
      const [start, end] = source.range(found.at, found.at + found.text.length)
      slips++
      return slips <= allowed && maySlip(word.text, found.text, text.slice(start, end), startsSentence(text, start))
    })
    if (!fits || slips === 0) continue
    const last = there[i + wanted.length - 1]!
    const [start, end] = source.range(there[i]!.at, last.at + last.text.length)
    return { start, end, slips }
  }
  return null
}

/** Long words that change the meaning when a letter slips; shorter words may not slip at all. */
const decisive =
  /^(?:zonder|niemand|nauwelijks|neither|without|hardly|cannot|(?:on|in|un|non)\p{L}+|twaalf|miljoen|miljard|eleven|twelve|hundred|thousand|million|billion|\p{L}*(?:tien|tig|honderd|duizend|teen|ty))$/u
const negation =
  /(?<![\p{L}\p{N}])(?:niet|geen|nooit|noch|zonder|nauwelijks|beoogd|not|no|never|nor|without|hardly|cannot)(?![\p{L}\p{N}])|n't\b/iu

function maySlip(copy: string, original: string, asWritten: string, first: boolean): boolean {
  if (copy.length < 6 || original.length < 6 || /\d/.test(copy + original)) return false
  if (decisive.test(copy) || decisive.test(original)) return false
  // A capital inside a sentence marks a name.
  if (/\p{Lu}/u.test(first ? asWritten.slice(1) : asWritten)) return false
  return oneSlip(copy, original)
}

/** One letter more, less, other, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [x, y] = [a.slice(i), b.slice(i)]
  return (
    x.slice(1) === y.slice(1) ||
    x.slice(1) === y ||
    x === y.slice(1) ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  )
}

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;\n•–|\t-])\s*$/.test(text.slice(Math.max(0, at - 4), at))
}

function joinedByEllipsis(parts: string[], source: Mapped, text: string, within?: Found[]): Found | null {
  const stretches = within ?? paragraphs(text)
  for (const stretch of stretches) {
    const found = chain(parts, source, stretch, 0, stretch.start, text)
    if (found) return found
  }
  return null
}

/** The parts in order inside one stretch, with nothing between them that turns their meaning round. */
function chain(parts: string[], source: Mapped, stretch: Found, k: number, from: number, text: string): Found | null {
  for (const at of occurrences(parts[k]!, source.text)) {
    const [start, end] = source.range(at, at + parts[k]!.length)
    if (start < from || end > stretch.end) continue
    if (k > 0 && negation.test(text.slice(from, start))) return null
    if (k === parts.length - 1) return { start, end }
    const rest = chain(parts, source, stretch, k + 1, end, text)
    if (rest) return { start, end: rest.end }
  }
  return null
}

function paragraphs(text: string): Found[] {
  return [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The quote's parts between ellipses, comparable, without the marks around them. */
function partsOf(quote: string): string[] {
  return quote
    .split(/\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}/)
    .map((part) => comparable(part).text.replace(/^[\s"'.,;:!?]+|[\s"'.,;:!?]+$/g, ''))
    .filter((part) => part !== '')
}

function wordCount(text: string): number {
  return words(text).length
}

function words(text: string): { text: string; at: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[.,'][\p{L}\p{N}]+)*/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }))
}

/** Places where the part stands as whole words and whole numbers: "640" does not stand in "640.000", nor "publiek" in "publiek-private". */
function* occurrences(part: string, text: string): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + part.length, at + part.length + 2)]
    const opens = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(part)
    const closes = /^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]$/u.test(part)
    const inNumber = (/\d[.,]$/.test(before) && /^\d/.test(part)) || (/^[.,]\d/.test(after) && /\d$/.test(part))
    if (!opens && !closes && !inNumber) yield at
  }
}

const same: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u02bc': "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\u2043': '-',
  ...ligatures,
}
const dropped = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const space = /[\s\u00a0|]/
const bullet = /[•●○◦▪■□▸►➢➤✓✔·∙‣*\uf0a7\uf0b7\uf0d8]/

let remembered: { text: string; mapped: Mapped } | null = null

/** The text to look in; kept for the next quote, as several are usually looked up in one text. */
function comparableSource(text: string): Mapped {
  if (remembered?.text !== text) remembered = { text, mapped: comparable(text) }
  return remembered.mapped
}

/** The form in which quote and text are compared, with the way back. */
function comparable(text: string): Mapped {
  const mended = mendEncoding(text)
  return composeMapped(mended, joinPieces(comparablePieces(mended.text), mended.text.length))
}

function comparablePieces(text: string): Piece[] {
  const pieces: Piece[] = []
  const letter = (at: number) => /\p{L}/u.test(text.charAt(at))
  for (let i = 0; i < text.length; ) {
    const cluster = /^\P{M}\p{M}+/u.exec(text.slice(i, i + 8))?.[0] ?? String.fromCodePoint(text.codePointAt(i)!)
    const end = i + cluster.length
    const plain = same[cluster] ?? cluster
    if (dropped.test(cluster)) {
      i = end
      continue
    }
    if (plain === '-') {
      const line = /^[ \t]*\r?\n\s*/.exec(text.slice(end))?.[0]
      // A hyphen inside a word, at a line end or not, may be typography: "publiek-private" and "publiek-\nprivate" are one word.
      if (letter(i - 1) && letter(end)) {
        i = end
        continue
      }
      if (
        letter(i - 1) &&
        line &&
        letter(end + line.length) &&
        !/^(?:en|of|and|or)\b/.test(text.slice(end + line.length))
      ) {
        i = end + line.length
        continue
      }
      // At the start of a line it is a bullet.
      if (/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, i - 20), i)) && /\s/.test(text.charAt(end))) {
        i = end
        continue
      }
    }
    if (space.test(cluster) || bullet.test(cluster)) {
      if (pieces.at(-1)?.text !== ' ') pieces.push({ text: ' ', start: i, end })
    } else {
      pieces.push({ text: plain.normalize('NFC').toLowerCase(), start: i, end })
    }
    i = end
  }
  return pieces
}
