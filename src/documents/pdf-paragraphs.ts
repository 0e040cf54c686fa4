import { type Row, rowText } from './pdf-rows.ts'

export type Paragraph = { text: string; gap: boolean }

/** What starts a line of its own: a bullet, a dash, a number with a full stop. */
const bullet = /^(?:[•●○◦▪■□▸►➢➤✓✔❖·∙‣⁃*]|[-–—]\s|o\s|\d{1,2}[.)]\s|[\uf0a7\uf0b7\uf0d8\uf0fc])/u

/**
 * Rows of one column → paragraphs. A row goes on in the next when the next one's first word would not have fitted behind it, in the
 * same letter size, at the usual distance: typography knows where a paragraph was broken by the margin and where by its writer.
 * `alone` rows never join; `wrapAt` is the right margin where the rows themselves are too few to show it.
 */
export function paragraphsOf(
  rows: Row[],
  options: { alone?: (row: Row) => boolean; wrapAt?: number; known?: ReadonlySet<string> } = {},
): Paragraph[] {
  const margin = Math.max(options.wrapAt ?? 0, marginOf(rows))
  const usual = leading(rows)
  const known = options.known ?? wordsOf(rows)
  const wraps = rows.filter((row, i) => rows[i + 1] && surelyGoesOn(row, rows[i + 1]!, margin)).length >= SURE_WRAPS
  const paragraphs: (Paragraph & { last: Row })[] = []
  for (const row of rows) {
    const text = rowText(row)
    const open = paragraphs.at(-1)
    const distance = open ? row.y - open.last.y : 0
    const gap = open === undefined || distance > usual * 1.45
    if (
      open &&
      !gap &&
      !options.alone?.(row) &&
      !options.alone?.(open.last) &&
      goesOn(open.last, row, text, margin, wraps)
    ) {
      open.text = joined(open.text, text, known)
      open.last = row
    } else paragraphs.push({ text, gap, last: row })
  }
  return paragraphs.map(({ text, gap }) => ({ text, gap }))
}

/** So many rows broken in mid-sentence show that a column wraps; before that, a capital begins something new. */
const SURE_WRAPS = 2

function surelyGoesOn(before: Row, row: Row, margin: number): boolean {
  const text = rowText(row)
  return /^\p{Ll}/u.test(text) && /[\p{L},-]$/u.test(rowText(before)) && goesOn(before, row, text, margin, true)
}

function goesOn(before: Row, row: Row, text: string, margin: number, wraps: boolean): boolean {
  if (bullet.test(text) || text.includes('\t') || rowText(before).includes('\t')) return false
  const [last, first] = [before.segments.at(-1)!, row.segments[0]!]
  if (/^[\p{Lu}]/u.test(text) && (!wraps || /[.!?]$/.test(last.text))) return false
  if (Math.abs(before.size - row.size) > before.size * 0.08) return false
  if (last.font !== first.font && before.segments.length === 1 && /^\p{Lu}/u.test(text) && !/[,;-]$/.test(last.text))
    return false
  // Contact details close an entry.
  if (/(?:\d[\d\s-]{7,}\d|\S@\S+)$/.test(last.text) && /^\p{Lu}/u.test(text)) return false
  const start = before.segments[0]!
  const outdented = first.x0 < start.x0 - row.size * 0.5
  if (outdented) return false
  const word = /^\S+/.exec(first.text)?.[0] ?? ''
  const each = (first.x1 - first.x0) / Math.max(first.text.length, 1)
  return last.x1 + each * (word.length + 1) > margin - row.size * 0.3
}

/**
 * The right margin: the furthest that several rows reach. One long title above short lines shows no margin, so without company
 * nothing wraps.
 */
function marginOf(rows: Row[]): number {
  const ends = rows.map((row) => row.segments.at(-1)!.x1).sort((a, b) => b - a)
  const furthest = ends[0] ?? 0
  const left = Math.min(...rows.map((row) => row.segments[0]!.x0))
  const near = ends.filter((end) => furthest - end < (furthest - left) * 0.12).length
  return near >= 2 || rows.length === 2 ? furthest : Number.POSITIVE_INFINITY
}

/** The usual distance between rows: the lower third, because headings and paragraphs only add to it. */
function leading(rows: Row[]): number {
  const distances = rows
    .slice(1)
    .map((row, i) => row.y - rows[i]!.y)
    .filter((distance) => distance > 1)
    .sort((a, b) => a - b)
  const usual = distances[Math.floor(distances.length / 3)]
  const size = rows[0]?.size ?? 10
  return Math.min(usual ?? size * 1.3, size * 2)
}

/**
 * A hyphen at the end of a row joins the word, but "in- en uitstroom" keeps it, and so does a compound that is written with one:
 * "decision-making", "publiek-private". `known` are the words of the page, folded to lower case.
 */
function joined(text: string, next: string, known: ReadonlySet<string>): string {
  if (/\u00ad$/.test(text)) return text.slice(0, -1) + next
  if (/\p{L}[-‐]$/u.test(text))
    return /^(?:en|of|and|or|und)\b/.test(next)
      ? `${text} ${next}`
      : /^\p{Ll}/u.test(next) && !isCompound(text, next, known)
        ? text.slice(0, -1) + next
        : text + next
  return `${text} ${next}`
}

/** What English joins by a hyphen where Dutch writes one word. */
const secondParts =
  /^(?:making|based|term|level|driven|related|oriented|wide|party|scale|depth|facing|focused|specific|sector|political|economic|technical|private|functional|disciplinary|effective|building|solving|setting|sharing)$/
/** First parts that no margin cuts off a longer word. */
const firstParts = /^(?:niet|non|semi|anti|self|well|high|low|long|short|full|cross)$/
/** Two adjectives side by side: "publiek-private", "politiek-bestuurlijke". */
const adjective = /(?:lijke?|ische?|iek|ieke|ieel|iële|eel|ele|aal|ale|ief|ieve|private?)$/u

function isCompound(text: string, next: string, known: ReadonlySet<string>): boolean {
  const first = /(\p{L}[\p{L}-]*)[-‐]$/u.exec(text)?.[1]?.toLowerCase() ?? ''
  const second = /^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? ''
  if (known.has(`${first}-${second}`)) return true
  if (known.has(first + second)) return false
  // A part of a word that a margin cut is seldom a word of its own elsewhere; both parts of a compound are likely to be.
  if (first.length >= 3 && second.length >= 4 && known.has(first) && known.has(second)) return true
  if (known.has('the') && known.has('and') && first.length >= 4 && secondParts.test(second)) return true
  return (adjective.test(first) && adjective.test(second)) || (firstParts.test(first) && second.length >= 5)
}

/** Every word of these rows but those at a cut, lower case; compounds whole and in parts. */
export function wordsOf(rows: Row[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const row of rows) {
    const text = rowText(row).toLowerCase()
    const inner = text.replace(/\p{L}+[-‐]$/u, '')
    for (const [word] of inner.matchAll(/\p{L}+(?:[-‐]\p{L}+)*/gu)) {
      words.add(word)
      for (const part of word.split(/[-‐]/)) words.add(part)
    }
  }
  return words
}
