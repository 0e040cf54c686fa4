import { datedText } from './pdf-gutter.ts'
import type { Row } from './pdf-rows.ts'

type Stretch = { top: number; bottom: number }

/**
 * A table whose first column is set halfway down each row: the row's own lines lie as far above its date as below it. From the top of
 * a row and the middle of its date follows where it ends; the nearest white line there is the border. Headings in the first column
 * are bands of their own.
 */
export function centredBands(run: Row[], x: number): Row[][] {
  const bands: Row[][] = []
  for (const part of betweenHeadings(run, x)) {
    const dates = clusters(part, x)
    let rest = part
    for (const [i, date] of dates.entries()) {
      const top = rest.find((row) => row.segments.some(({ x0 }) => x0 >= x))?.y ?? date.top
      const bottom = date.top + date.bottom - top
      const after = i === dates.length - 1 ? rest.length : borderNear(rest, bottom, dates[i + 1]!.top)
      bands.push(rest.slice(0, after))
      rest = rest.slice(after)
    }
    if (rest.length > 0) bands.push(rest)
  }
  return bands.filter((band) => band.length > 0)
}

/** Stretches of rows without a heading; a heading stands alone in the first column, away from any date. */
function betweenHeadings(run: Row[], x: number): Row[][] {
  const parts: Row[][] = [[]]
  run.forEach((row, i) => {
    const left = row.segments.filter(({ x1 }) => x1 <= x)
    const alone =
      left.length > 0 && left.length === row.segments.length && !left.some(({ text }) => datedText.test(text))
    const before = run.slice(0, i).findLast((other) => other.segments.some(({ x1 }) => x1 <= x))
    const follows =
      before !== undefined &&
      row.y - before.y < row.size * 1.6 &&
      before.segments.some(({ text }) => datedText.test(text))
    if (alone && !follows) parts.push([row], [])
    else parts.at(-1)!.push(row)
  })
  return parts.filter((part) => part.length > 0)
}

/** Dates of the first column with the lines set closely below them. */
function clusters(rows: Row[], x: number): Stretch[] {
  const found: Stretch[] = []
  for (const row of rows) {
    if (!row.segments.some(({ x1 }) => x1 <= x)) continue
    const open = found.at(-1)
    if (open && row.y - open.bottom < row.size * 1.6) open.bottom = row.y
    else found.push({ top: row.y, bottom: row.y })
  }
  return found
}

/** The index of the row after the border: of the gaps between rows before the next date, the widest near where the row should end. */
function borderNear(rows: Row[], bottom: number, next: number): number {
  let best = { at: 1, worth: Number.NEGATIVE_INFINITY }
  for (let at = 1; at < rows.length && rows[at]!.y <= next; at++) {
    const gap = rows[at]!.y - rows[at - 1]!.y
    const off = Math.abs((rows[at]!.y + rows[at - 1]!.y) / 2 - bottom - gap / 2)
    const worth = gap - off
    if (worth > best.worth) best = { at, worth }
  }
  return best.at
}
