import type { HiddenText } from './document.ts'
import type { Box } from './pdf-matrix.ts'

/** A stretch of text with its place on the page, in points from the top left corner. */
export type Chunk = {
  text: string
  x0: number
  x1: number
  /** The baseline. */
  y: number
  size: number
  font: string
  /** False for text that runs upwards or downwards. */
  upright: boolean
  why: HiddenText['why'] | null
}

/** Letters stand mostly above their baseline. */
export function extentOf(chunk: Chunk): Box {
  return chunk.upright
    ? { x0: chunk.x0, y0: chunk.y - chunk.size * 0.7, x1: Math.max(chunk.x1, chunk.x0 + 0.1), y1: chunk.y }
    : { x0: chunk.x0 - chunk.size, y0: chunk.y - chunk.size, x1: chunk.x1 + chunk.size, y1: chunk.y + chunk.size }
}

/** Path data is a flat list of codes (0 move, 1 line, 2 and 3 curves, 4 close) with their coordinates. */
export function isRectangle(data: unknown): boolean {
  if (!data || typeof data !== 'object') return false
  const numbers = Array.from(data as ArrayLike<number>)
  const points: [number, number][] = []
  for (let i = 0; i < numbers.length; ) {
    const code = numbers[i]
    if (code === 4) i++
    else if (code === 0 || code === 1) {
      points.push([numbers[i + 1]!, numbers[i + 2]!])
      i += 3
    } else return false
  }
  return (
    points.length >= 4 && points.every(([x, y], i) => i === 0 || x === points[i - 1]![0] || y === points[i - 1]![1])
  )
}
