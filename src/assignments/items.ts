import { amountOf, countPattern } from '../text/number-words.ts'
import { headingItem, inlineItems } from './heading-items.ts'
import { attachWeights, bareScores, innerLabels } from './list-marks.ts'
import { type Points, printedTotal, splitPoints, tidy, weightOf } from './points.ts'
import type { PostingSection } from './sections.ts'
import type { SourceLine } from './source.ts'
import { tableItems } from './table-items.ts'

/** One entry of a list under a heading, as read: not yet a criterion. */
export type Item = {
  label: number | string | null
  text: string
  points: number | null
  percent: boolean
  sub: { text: string; points: number }[]
  /** What a column or a word in the item says about its kind. */
  kind: 'knockout' | 'award' | null
  start: number
  end: number
  lines: number[]
}

export type ItemList = { items: Item[]; total: { value: number; start: number; end: number } | null }

/** Lists whose markers look different but stand at one level: "1." and "2", "P" and "K1". */
function family(line: SourceLine): string | null {
  const marker = line.marker
  if (!marker) return null
  if (marker.style === 'number' || marker.style === 'bare') return 'number'
  return marker.kind === 'code' ? 'code' : marker.style
}

const introduction =
  /:$|^(?:de |een )?kandidaten? (?:die|dien|moet)|onderstaande|volgende (?:eisen|criteria|punten)|the following|geef in (?:het|je) cv|in behandeling|vallen af|terzijde|uitgesloten|candidates who|will be rejected|niet (?:voldoe|verder)|let op/i

/** Points in a column of their own, where the table gives the unit above. */
function columnPoints(line: SourceLine): Points | null {
  const last = line.cells.length > 1 ? line.cells.at(-1)! : undefined
  if (!last || !/^(?:max(?:imaal|imum|\.)?\s*)?\d[\d.,]{0,5}$/.test(last.text)) return null
  const points = amountOf(last.text)
  return points === null ? null : { text: line.cells[0]!.text, points, percent: false }
}

function itemOf(line: SourceLine): Item {
  const whole = line.cells.reduce((longest, { text }) => (text.length > longest.length ? text : longest), '')
  const side =
    line.cells.length > 1 ? line.cells.find(({ text }) => /^(?:k\.?o\.?|knock-?out|eis|wens)$/i.test(text)) : undefined
  const split = splitPoints(line.body.text) ?? columnPoints(line)
  return {
    label: line.marker?.label ?? null,
    text: split?.text ?? (whole || line.body.text),
    points: split?.points ?? line.marker?.weight?.points ?? null,
    percent: split?.percent ?? line.marker?.weight?.percent ?? false,
    sub: [],
    kind: side ? (/^wens/i.test(side.text) ? 'award' : 'knockout') : (line.marker?.says ?? null),
    start: line.start,
    end: line.end,
    lines: [line.index],
  }
}

/** The items of a list with markers, with sub-items that have points of their own. */
function markedItems(lines: SourceLine[]): Item[] {
  const items: Item[] = []
  const primary = family(lines.find(({ marker }) => marker !== null)!)
  for (const line of lines) {
    const current = items.at(-1)
    if (line.marker === null) {
      const alone = current?.points === null ? loosePoints(line.text) : null
      if (current && alone !== null && current.lines.at(-1) === line.index - 1) {
        Object.assign(current, {
          ...alone,
          text: tidy(current.text),
          end: line.end,
          lines: [...current.lines, line.index],
        })
        continue
      }
      const wrapped =
        current &&
        current.lines.at(-1) === line.index - 1 &&
        /^[\p{Ll}(]/u.test(line.text) &&
        !/[.;:]$/.test(current.text) &&
        current.points === null
      if (wrapped && line.cells.length === 1) extend(current, line)
      continue
    }
    const item = itemOf(line)
    if (family(line) === primary || current === undefined) {
      items.push(item)
      continue
    }
    current.lines.push(line.index)
    if (item.points === null) continue
    // A sub-line with points: part of the criterion above, which counts its own maximum.
    current.sub.push({ text: item.text, points: item.points })
    current.end = line.end
  }
  for (const item of items) if (item.points === null && item.sub.length > 0) item.points = mostOf(item.sub)
  return items
}

const amount = new RegExp(
  `^(?:minimaal |ten minste |meer dan |geen |more than |at least )?(?:${countPattern}|geen|meer|no)\\s`,
  'iu',
)

/** What a criterion can earn that prints only its parts: the highest step of a ladder ("3 tot 5 jaar"), else all parts together. */
function mostOf(parts: Item['sub']): number {
  const step =
    /\d+\s*(?:tot|t\/m|to|[-–])\s*\d+|\b(?:meer|minder|langer|hoger|more|less|fewer) (?:dan|than)\b|of meer|or more|uitstekend|goed\b|voldoende|excellent|good\b|sufficient/i
  const points = parts.map((part) => part.points)
  // "één project: 5", "twee projecten: 15": more of the same for more points.
  const rising =
    parts.length > 1 &&
    points.every((each, index) => index === 0 || each > points[index - 1]!) &&
    parts.every(({ text }) => amount.test(text))
  return rising || parts.filter(({ text }) => step.test(text)).length > 1
    ? Math.max(...points)
    : points.reduce((all, one) => all + one, 0)
}

/** Points that a line end cut off from their criterion: "30 punten" alone. */
function loosePoints(line: string): { points: number; percent: boolean } | null {
  const split = splitPoints(`x ${line}`)
  return split?.text === 'x' ? { points: split.points, percent: split.percent } : null
}

function extend(item: Item, line: SourceLine): void {
  const whole = `${item.text} ${line.text}`
  const split = splitPoints(whole)
  item.text = split?.text ?? whole
  item.points = split?.points ?? null
  item.percent = split?.percent ?? false
  item.end = line.end
  item.lines.push(line.index)
}

/** Lines that lost their bullets: each one an item, introductions apart. */
function plainItems(lines: SourceLine[]): Item[] {
  const items: Item[] = []
  for (const line of lines) {
    if (line.text.length > 320 || introduction.test(line.text)) {
      if (items.length > 0 && line.blankBefore) break
      continue
    }
    // Items without a full stop, then a sentence with one: the list is over.
    if (line.blankBefore && items.length > 1 && /\.$/.test(line.text) && !items.some(({ text }) => /\.$/.test(text)))
      break
    items.push(itemOf(line))
  }
  return items
}

/** The list under a heading, in whichever way it is printed, and the total it names. */
export function itemsOf(section: PostingSection): ItemList {
  const { lines, heading } = section
  const headed = printedTotal(heading.text)
  const stated = lines.find(
    (line) => printedTotal(line.text) !== null && line.marker === null && line.text.length < 120,
  )
  const total =
    headed !== null
      ? { value: headed, start: heading.start, end: heading.end }
      : stated
        ? { value: printedTotal(stated.text)!, start: stated.start, end: stated.end }
        : null
  const rows = lines.filter((line) => line.cells.length > 1 && line.marker === null)
  const sum = rows.find(
    ({ cells }) => /^(?:totaal|total)\b/i.test(cells[0]!.text) && amountOf(cells.at(-1)!.text) !== null,
  )
  const columnTotal = sum ? { value: amountOf(sum.cells.at(-1)!.text)!, start: sum.start, end: sum.end } : null
  const table = rows.length >= 2 ? tableItems(rows) : null
  if (table && table.items.length > 0 && lines.filter(({ marker }) => marker !== null).length < 2) {
    return { items: table.items, total: table.total ?? total }
  }
  const weights = lines.flatMap((line) => {
    const weight = weightOf(line.text)
    return weight ? [{ line, ...weight }] : []
  })
  const rest = lines.filter((line) => weightOf(line.text) === null && line !== stated)
  const items = rest.some(({ marker }) => marker !== null)
    ? markedItems(rest)
    : section.kind === 'award' && /^(?:prijs|price|tarief)/i.test(heading.body.text)
      ? []
      : plainItems(rest)
  attachWeights(items, weights)
  innerLabels(items)
  if (section.kind === 'award') bareScores(items)
  if (items.length > 0) return { items, total: total ?? columnTotal }
  const inline = inlineItems(heading)
  return { items: inline.length > 0 ? inline : headingItem(section), total }
}
