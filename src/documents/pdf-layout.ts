import { centredBands } from './pdf-centred.ts'
import { datedText, findGutter, type Gutter } from './pdf-gutter.ts'
import { type Paragraph, paragraphsOf, wordsOf } from './pdf-paragraphs.ts'
import type { Row, Segment } from './pdf-rows.ts'
import { rowLines } from './table-row.ts'

/** Every word of the page: a word cut by the margin may stand there whole. */
type Known = ReadonlySet<string>

/**
 * A page's rows → paragraphs in reading order. Columns are read one after the other, tables row by row, also inside each other.
 * `margin` is how far text reaches to the right on any page.
 */
export function readingOrder(rows: Row[], margin = 0, depth = 0, known = wordsOf(rows)): Paragraph[] {
  const gutter = rows.length >= 3 && depth < 8 ? findGutter(rows) : null
  if (!gutter) return paragraphsOf(rows, { wrapAt: margin, known })
  const run = rows.slice(gutter.from, gutter.to)
  return [
    ...readingOrder(rows.slice(0, gutter.from), margin, depth + 1, known),
    ...between(run, gutter, margin, depth, known),
    ...readingOrder(rows.slice(gutter.to), margin, depth + 1, known),
  ]
}

function between(run: Row[], gutter: Gutter, margin: number, depth: number, known: Known): Paragraph[] {
  switch (gutter.kind) {
    case 'columns':
      return columns(run, gutter.x, margin, depth, known)
    case 'table':
      return table(run, gutter.x, known)
    case 'centred':
      return centredBands(run, gutter.x).flatMap((band) => rowOf(band, [gutter.x], run, true, known))
    case 'right-edge':
      return rightEdge(run, gutter, margin, known)
  }
}

const leftOf = (x: number) => (segment: Segment) => segment.x1 <= x
const rightOf = (x: number) => (segment: Segment) => segment.x0 >= x

function part(rows: Row[], belongs: (segment: Segment) => boolean): Row[] {
  return rows
    .map((row) => ({ ...row, segments: row.segments.filter(belongs) }))
    .filter((row) => row.segments.length > 0)
    .map((row) => ({ ...row, size: Math.max(...row.segments.map(({ size }) => size)) }))
}

function columns(run: Row[], x: number, margin: number, depth: number, known: Known): Paragraph[] {
  const [left, right] = [part(run, leftOf(x)), part(run, rightOf(x))]
  return [left, right].flatMap((column, side) =>
    readingOrder(column, side === 0 ? 0 : margin, depth + 1, known).map((paragraph, i) =>
      i === 0 ? { ...paragraph, gap: true } : paragraph,
    ),
  )
}

/** Entries at the right edge stay with their line; the lines between them are ordinary text. */
function rightEdge(run: Row[], gutter: Gutter, margin: number, known: Known): Paragraph[] {
  const beside = (row: Row) => row.segments.some(rightOf(gutter.x))
  return paragraphsOf(run, { alone: beside, wrapAt: margin, known })
}

/** Row by row: a row starts where the first column has a new entry beside something else. */
function table(run: Row[], x: number, known: Known): Paragraph[] {
  const edges = [x, ...innerEdges(part(run, rightOf(x)))]
  const bands: Row[][] = []
  run.forEach((row, i) => {
    const first = row.segments.find(leftOf(x))
    const others = row.segments.some(rightOf(x))
    const before = run[i - 1]?.segments.find(leftOf(x))
    const goesOn =
      first &&
      before &&
      (/(?:[-–—]|t\/m|tot|to|en)$/i.test(before.text) || /^(?:[-–—]|heden|t\/m|tot|present|nu)\b/i.test(first.text))
    // A first cell of several lines, such as dates with the hours below, stays one entry when it is set closely.
    const close =
      first &&
      before &&
      row.y - run[i - 1]!.y < row.size * 1.6 &&
      !datedText.test(first.text) &&
      datedText.test(before.text) &&
      !/:$/.test(first.text)
    if (bands.length === 0 || (first && others && !goesOn && !close) || (first && !others && !before)) bands.push([row])
    else bands.at(-1)!.push(row)
  })
  return bands.flatMap((band, i) => {
    const gap = i === 0 || band[0]!.y - bands[i - 1]!.at(-1)!.y > band[0]!.size * 1.9
    return rowOf(band, edges, run, gap, known)
  })
}

/** The cells of one band, each with its own paragraphs, as lines. */
function rowOf(band: Row[], edges: number[], run: Row[], gap: boolean, known: Known): Paragraph[] {
  const cells = [...edges, Number.POSITIVE_INFINITY].map((edge, k) => {
    const from = k === 0 ? Number.NEGATIVE_INFINITY : edges[k - 1]!
    const own = part(band, (segment) => segment.x0 >= from && segment.x0 < edge)
    return paragraphsOf(own, { wrapAt: widest(run, from, edge), known })
  })
  return rowLines(cells.map((cell) => cell.map(({ text }) => text))).map((text, k) => ({ text, gap: k === 0 && gap }))
}

/** Further gutters that hold for the whole table. */
function innerEdges(rows: Row[]): number[] {
  const gutter = rows.length >= 3 ? findGutter(rows) : null
  if (gutter?.kind !== 'table' || gutter.to - gutter.from < rows.length) return []
  return [gutter.x, ...innerEdges(part(rows, rightOf(gutter.x)))]
}

function widest(rows: Row[], from: number, to: number): number {
  const ends = rows.flatMap((row) => row.segments.filter(({ x0 }) => x0 >= from && x0 < to).map(({ x1 }) => x1))
  return Math.max(0, ...ends)
}
