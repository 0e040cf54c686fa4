import { amountOf } from '../text/number-words.ts'
import type { Item, ItemList } from './items.ts'
import { labelOf } from './marker.ts'
import { splitPoints } from './points.ts'
import type { SourceLine } from './source.ts'

const columns = {
  number: /^(?:nr\.?|nummer|no\.?|#|id|code|number)$/i,
  text: /eis|criteri|wens|omschrijving|onderdeel|requirement|description|beschrijving/i,
  points: /punten|score|weging|gewicht|points|weight|max|%/i,
  kind: /^(?:k\.?o\.?(?:\/.*)?|soort|type|knock-?out(?: ?\?)?|must ?\/ ?wish|eis ?\/ ?wens)$/i,
}

type Column = keyof typeof columns

/** A first row that names its columns; null when the table has none. */
function headerOf(row: SourceLine): (Column | null)[] | null {
  const named = row.cells.map(
    ({ text }) =>
      (Object.keys(columns) as Column[]).find((column) => text.length <= 40 && columns[column].test(text)) ?? null,
  )
  // "Nr | Knock-out": the column that names the list holds its texts.
  const kind = named.indexOf('kind')
  if (kind >= 0 && !named.includes('text')) named[kind] = 'text'
  const distinct = new Set(named.filter((column) => column !== null))
  return distinct.size >= 2 ||
    (distinct.size === 1 && row.cells.every(({ text }) => text.split(/\s+/).length <= 3) && !/\d/.test(row.text))
    ? named
    : null
}

/** Columns of a table without a header: a short code, the longest text, a number at the end. */
function guess(row: SourceLine): (Column | null)[] {
  const longest = row.cells.reduce(
    (best, cell, index) => (cell.text.length > row.cells[best]!.text.length ? index : best),
    0,
  )
  return row.cells.map(({ text }, index) => {
    if (index === longest) return 'text'
    if (index < longest && /^[A-Z]{0,3}[-.]?\d{0,3}(?:\.\d+)*[.)]?$/.test(text)) return 'number'
    return index > longest && /^(?:max\.?\s*)?\d[\d.,]*\s*(?:punten|punt|pnt|pt|points?|%)?$/i.test(text)
      ? 'points'
      : null
  })
}

function kindOf(text: string | undefined): Item['kind'] {
  if (text === undefined) return null
  if (/^(?:k\.?o\.?|knock-?out|eis|must|ja|yes|x|v|✓)$/i.test(text.trim())) return 'knockout'
  return /^(?:wens|wish|nice|gunning|score|nee|no|-)/i.test(text.trim()) ? 'award' : null
}

function itemOf(row: SourceLine, layout: (Column | null)[]): Item | null {
  const cell = (column: Column) => {
    const index = layout.indexOf(column)
    return index < 0 ? undefined : row.cells[index]?.text
  }
  const whole = cell('text')
  if (!whole) return null
  const split = splitPoints(whole)
  const column = cell('points')
  const points = column === undefined ? null : amountOf(column)
  const number = cell('number')?.replace(/[.)]$/, '')
  return {
    label: number ? labelOf(number) : null,
    text: points !== null ? whole : (split?.text ?? whole),
    points: points ?? split?.points ?? null,
    percent: /%/.test(column ?? '') || (points === null && (split?.percent ?? false)),
    sub: [],
    kind: kindOf(cell('kind')),
    start: row.start,
    end: row.end,
    lines: [row.index],
  }
}

/** The items of a table of requirements or criteria; a row "Totaal" is the printed total. */
export function tableItems(rows: SourceLine[]): ItemList {
  const header = headerOf(rows[0]!)
  const items: Item[] = []
  let total: ItemList['total'] = null
  for (const row of header ? rows.slice(1) : rows) {
    if (row.cells.some(({ text }) => /^(?:totaal|total)(?:\s|:|$)/i.test(text))) {
      const value = amountOf(row.cells.at(-1)!.text)
      if (value !== null) total = { value, start: row.start, end: row.end }
      continue
    }
    const item = itemOf(row, header ?? guess(row))
    if (item) items.push(item)
  }
  return { items, total }
}
