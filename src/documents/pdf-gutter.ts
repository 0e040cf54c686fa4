import type { Row, Segment } from './pdf-rows.ts'

/** A vertical white strip: rows[from, to) have nothing across it. */
export type Gutter = { x: number; from: number; to: number; kind: 'columns' | 'table' | 'centred' | 'right-edge' }

/** A year, or the end of one. */
export const datedText = /\b(?:19|20)\d\d\b|['’]\d\d\b/

/** Narrower strips, in points, are word spaces that happen to line up: at the tightest row, and for most rows. */
const TIGHTEST = 2
const NARROWEST = 8

/**
 * The gutter that parts most text, if any. What stands on both sides decides how it is read: page columns one after the other; a table
 * (a column of dates is one) row by row; sparse entries at the right edge each with their own row.
 */
export function findGutter(rows: Row[]): Gutter | null {
  let best: (Gutter & { worth: number }) | null = null
  for (const x of candidates(rows)) {
    for (const [from, to] of runs(rows, x)) {
      const run = rows.slice(from, to)
      const left = sides(run, (segment) => segment.x1 <= x)
      const right = sides(run, (segment) => segment.x0 >= x)
      if (left.length < 2 || right.length < 2 || left.length + right.length < 5) continue
      const clear = Math.min(...right.map(({ x0 }) => x0)) - Math.max(...left.map(({ x1 }) => x1))
      const ends = left.map(({ x1 }) => x1).sort((a, b) => a - b)
      if (clear < TIGHTEST || x - ends[Math.floor(ends.length * 0.7)]! < NARROWEST) continue
      const worth = Math.min(left.length, right.length) * 3 + clear / 50 + (to - from) / 10
      if (!best || worth > best.worth) best = { x, from, to, kind: kindOf(left, right), worth }
    }
  }
  return best
}

type Side = { y: number; x0: number; x1: number; size: number; text: string }

/** The left edges that occur at least twice: where a column may start. */
function candidates(rows: Row[]): number[] {
  const edges = new Map<number, number>()
  for (const row of rows)
    row.segments.forEach((segment, i) => {
      if (i === 0 && segment.x0 < 60) return
      const edge = Math.round(segment.x0 / 2) * 2
      edges.set(edge, (edges.get(edge) ?? 0) + 1)
    })
  const leftmost = Math.min(...rows.flatMap((row) => row.segments.map(({ x0 }) => x0)))
  const repeated = [...edges].filter(([edge, count]) => count >= 2 && edge > leftmost + 30).map(([edge]) => edge - 2)
  return [...repeated, ...rightAligned(rows)]
}

/** Dates set against the right margin begin anywhere; the strip before the longest of them counts. */
function rightAligned(rows: Row[]): number[] {
  const last = rows.filter((row) => row.segments.length > 1).map((row) => row.segments.at(-1)!)
  const edge = Math.max(0, ...last.map(({ x1 }) => x1))
  const flush = last.filter(({ x1 }) => edge - x1 < 4)
  return flush.length >= 2 ? [Math.min(...flush.map(({ x0 }) => x0)) - 2] : []
}

/** Stretches of rows that nothing crosses at x. */
function runs(rows: Row[], x: number): [number, number][] {
  const found: [number, number][] = []
  let from = 0
  for (let i = 0; i <= rows.length; i++) {
    const crossed = i === rows.length || rows[i]!.segments.some((segment) => segment.x0 < x && segment.x1 > x)
    if (!crossed) continue
    if (i - from >= 2) found.push([from, i])
    from = i + 1
  }
  return found
}

function sides(run: Row[], belongs: (segment: Segment) => boolean): Side[] {
  return run.flatMap((row) => {
    const own = row.segments.filter(belongs)
    if (own.length === 0) return []
    const x0 = Math.min(...own.map((one) => one.x0))
    const x1 = Math.max(...own.map((one) => one.x1))
    return [{ y: row.y, x0, x1, size: row.size, text: own.map(({ text }) => text).join(' ') }]
  })
}

function kindOf(left: Side[], right: Side[]): Gutter['kind'] {
  const rightYs = new Set(right.map(({ y }) => y))
  const leftYs = new Set(left.map(({ y }) => y))
  const alone = (side: Side[], others: Set<number>) => side.filter(({ y }) => !others.has(y)).length
  const dated = (side: Side[]) => side.filter(({ text }) => datedText.test(text)).length / side.length
  // Right: every entry beside a line of its own, shorter than what stands left.
  if (
    alone(right, leftYs) === 0 &&
    right.length < left.length &&
    (dated(right) > 0.5 || right.length <= left.length * 0.5)
  )
    return 'right-edge'
  const first = right[0]!.y
  // What stands left above the first row is a heading of both.
  const starts = clusterStarts(left.filter(({ y }) => y >= first - 1))
  if (starts.length === 0) return 'columns'
  const besides = (side: Side[]) => side.filter(({ y }) => rightYs.has(y)).length / side.length
  const beside = besides(starts)
  const dates = starts.filter((line) => dated([line]) > 0)
  if (dates.length >= starts.length * 0.5 && besides(dates) >= 0.75) return 'table'
  // Dates set halfway down their row stand beside nothing in particular; a side column of a page holds more than dates.
  const terse = left.filter(
    ({ y, text }) => y >= first - 1 && (datedText.test(text) || /\b(?:uur|week|hours|fte|jaar|maand)/i.test(text)),
  )
  if (dates.length >= 2 && terse.length >= left.filter(({ y }) => y >= first - 1).length * 0.5) return 'centred'
  // A form: nearly every label has its value beside it.
  if (alone(left, rightYs) <= left.length * 0.1 && beside >= 0.9) return 'table'
  return 'columns'
}

/** The first lines of what stands together on a side. */
function clusterStarts(side: Side[]): Side[] {
  return side.filter((line, i) => i === 0 || line.y - side[i - 1]!.y > line.size * 1.6)
}
