import type { Chunk } from './pdf-shapes.ts'

/** Text without a wide gap in it. */
export type Segment = { text: string; x0: number; x1: number; y: number; size: number; font: string }
/** What stands on one baseline, left to right. */
export type Row = { y: number; size: number; segments: Segment[] }

/** Gaps in parts of the font size: from here a space, from there a stretch of its own, from there surely something else. */
const SPACE = 0.15
const APART = 0.7
const FAR = 1.2
/** So many stretches that start at one place make an edge: what starts there is a column, however near the text before it comes. */
const EDGE = 5

/** Upright chunks → rows from top to bottom. Superscripts join their row. */
export function rowsOf(chunks: Chunk[]): Row[] {
  const rows: { y: number; size: number; chunks: Chunk[] }[] = []
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.findLast((one) => Math.abs(one.y - chunk.y) < 0.35 * Math.max(one.size, chunk.size))
    if (row) {
      row.chunks.push(chunk)
      if (chunk.size > row.size) Object.assign(row, { size: chunk.size, y: chunk.y })
    } else rows.push({ y: chunk.y, size: chunk.size, chunks: [chunk] })
  }
  const starts = new Map<number, number>()
  for (const { x0 } of chunks) starts.set(Math.round(x0), (starts.get(Math.round(x0)) ?? 0) + 1)
  const isEdge = (x: number) => (starts.get(Math.round(x)) ?? 0) >= EDGE
  return rows
    .sort((a, b) => a.y - b.y)
    .map((row) => ({
      y: row.y,
      size: row.size,
      segments: segmentsOf(
        row.chunks.sort((a, b) => a.x0 - b.x0),
        isEdge,
      ),
    }))
    .filter((row) => row.segments.length > 0)
}

function segmentsOf(chunks: Chunk[], isEdge: (x: number) => boolean): Segment[] {
  const segments: Segment[] = []
  for (const chunk of chunks) {
    const last = segments.at(-1)
    const gap = last ? chunk.x0 - last.x1 : 0
    const size = Math.max(chunk.size, last?.size ?? 0)
    // The same word printed twice, a hair apart, is how some programs make bold.
    if (last && Math.abs(chunk.x0 - last.x0) < size * 0.1 && last.text === chunk.text) continue
    if (last && gap < (isEdge(chunk.x0) ? 0.3 : APART) * size) {
      const spaced = gap > SPACE * size && !/\s$/.test(last.text) && !/^\s/.test(chunk.text)
      last.text += (spaced ? ' ' : '') + chunk.text
      last.x1 = Math.max(last.x1, chunk.x1)
      last.size = size
    } else {
      const { text, x0, x1, y, font } = chunk
      segments.push({ text, x0, x1, y, size: chunk.size, font })
    }
  }
  return segments.map(trimmed).filter(({ text }) => text !== '')
}

/** The row as one text: what stands far apart is parted by a tab. */
export function rowText(row: Row): string {
  return row.segments
    .map((segment, i) => {
      const before = row.segments[i - 1]
      return (before ? (segment.x0 - before.x1 > FAR * row.size ? '\t' : ' ') : '') + segment.text
    })
    .join('')
}

/** Spaces at the ends count as text for the width, not as words. */
function trimmed(segment: Segment): Segment {
  const text = segment.text.trim()
  const each = (segment.x1 - segment.x0) / Math.max(segment.text.length, 1)
  const before = segment.text.length - segment.text.trimStart().length
  const after = segment.text.length - segment.text.trimEnd().length
  return { ...segment, text, x0: segment.x0 + before * each * 0.6, x1: segment.x1 - after * each * 0.6 }
}
