import { type Anchor, anchorOf, around } from './anchors.ts'
import type { CareerLine, Field } from './career-lines.ts'
import { type Header, readHeader } from './header.ts'
import { isHeaderLine, namesAssignment } from './header-lines.ts'
import { type LabelKind, labelKind, labelled, tableHead } from './labels.ts'
import { type FoundPeriod, hoursIn } from './period.ts'

/** One dated or undated entry of a career, before it is numbered. */
export type Block = {
  header: Header
  period: FoundPeriod | null
  /** Where its text stands; its own lines only. */
  start: number
  end: number
  /** Stretches inside that are not about the work: lists of tools and skills. */
  aside: Field[]
  /** Set as an item below another entry. */
  nested: boolean
  /** Only a date and a name: a line of a chronology, not a description. */
  bare: boolean
}

/** Lines above a date that can name a job: role, employer, place. */
const mostAbove = 3

/**
 * A stretch of work experience → its entries. Each date that stands in a heading place anchors one. Whether role and employer come
 * above or below the date is learnt from the first entry: CVs are consistent with themselves.
 */
export function blocksOf(lines: CareerLine[], asOf: string): Block[] {
  const columns = columnsOf(lines)
  const anchors = lines.flatMap((line, at) => anchorOf(line, at, columns.get(at) ?? null, asOf))
  if (anchors.length === 0) return undatedBlocks(lines)
  const outermost = Math.min(...anchors.filter(({ nested }) => !nested).map(({ indent }) => indent))
  for (const anchor of anchors) anchor.nested ||= anchor.indent > outermost + 1
  const above = new Map(
    [false, true].map((nested) => [
      nested,
      linesAbove(
        lines,
        anchors.filter((anchor) => anchor.nested === nested),
      ),
    ]),
  )
  const starts = anchors.map((anchor, i) => startOf(lines, anchor, anchors[i - 1]?.at ?? -1, above.get(anchor.nested)!))
  const first = readBlocks(lines, anchors, starts, columns, false)
  const named = first.filter(({ header }) => header.title && header.organisation)
  const organisationFirst =
    named.filter(({ header }) => header.organisation!.start < header.title!.start).length > named.length / 2
  return organisationFirst ? readBlocks(lines, anchors, starts, columns, true) : first
}

/** Columns that the head of a table named, for the rows below it with as many cells. */
function columnsOf(lines: CareerLine[]): Map<number, LabelKind[]> {
  const found = new Map<number, LabelKind[]>()
  let head: LabelKind[] | null = null
  lines.forEach((line, at) => {
    const kinds = tableHead(line)
    if (kinds) head = kinds
    else if (head && line.cells.length === head.length) found.set(at, head)
  })
  return found
}

const namesBelow = (line: CareerLine | undefined): boolean => line !== undefined && !line.gap && isHeaderLine(line)

/** How many heading lines stand above the first date: the rest of the CV will do likewise. */
function linesAbove(lines: CareerLine[], anchors: Anchor[]): number {
  const first = anchors[0]
  if (!first || first.columns || lines[first.at]!.bullet) return 0
  // Every date opens a group of lines that names the job below it: what stands above the first is the head of the document.
  const below = anchors.every(({ at }) => lines[at]!.gap && namesBelow(lines[at + 1]))
  if (anchors.length > 1 && below) return 0
  // Nor is a line set apart above the first date its name, where no other date has one above it.
  const others = anchors.slice(1)
  if (lines[first.at]!.gap && others.length > 0 && !others.some(({ at }) => isHeaderLine(lines[at - 1]!))) return 0
  const named = first.fields.filter(({ text }) => /\p{L}{3}/u.test(text)).length
  let count = 0
  for (let at = first.at - 1; at >= 0 && count < mostAbove; at--) {
    const line = lines[at]!
    if (!isHeaderLine(line) || tableHead(line)) break
    count++
    if (line.gap) break
  }
  // With both role and employer on the date's own line, what stands above is an introduction.
  return named >= 2 ? 0 : count
}

function startOf(lines: CareerLine[], anchor: Anchor, previous: number, above: number): number {
  let start = anchor.at
  if (anchor.columns || lines[anchor.at]!.bullet) return start
  const below = lines[anchor.at + 1]
  // A lone date over a description, where the others have their names below: its own name stands above.
  const lone =
    !anchor.labelled &&
    !anchor.fields.some(({ text }) => /\p{L}{3}/u.test(text) && hoursIn(text) === null) &&
    !(below && isHeaderLine(below))
  const reach = lone ? Math.max(above, 2) : above
  for (let k = 0; k < reach && start - 1 > previous; k++) {
    const line = lines[start - 1]!
    // A gap between date and line above: they do not belong together.
    if (
      lines[start]!.gap &&
      k === 0 &&
      start === anchor.at &&
      !line.gap &&
      start - 2 > previous &&
      isHeaderLine(lines[start - 2]!)
    )
      break
    if (!isHeaderLine(line) || tableHead(line)) break
    start--
    if (line.gap) break
  }
  return start
}

function readBlocks(
  lines: CareerLine[],
  anchors: Anchor[],
  starts: number[],
  columns: Map<number, LabelKind[]>,
  organisationFirst: boolean,
): Block[] {
  return anchors.map((anchor, i) => {
    const from = starts[i]!
    const to = endOf(lines, anchors, starts, i)
    const { fields, told, headerEnd } = headerFields(lines, anchor, from, Math.min(to, starts[i + 1] ?? to), columns)
    const header = readHeader(fields, organisationFirst)
    if (told.title) header.title = told.title
    if (told.organisation ?? told.client) header.organisation = told.organisation ?? told.client
    if (told.organisation && told.client) header.client = told.client
    header.hours ??= told.hours
    const aside = lines.slice(headerEnd, to).flatMap((line) => (labelled(line)?.kind === 'skills' ? [line] : []))
    const first = lines[from]!
    const last = lines[to - 1] ?? first
    const start = Math.min(first.start, ...first.cells.map((cell) => cell.start))
    const end = Math.max(last.end, ...last.cells.map((cell) => cell.end))
    const body = lines.slice(headerEnd, to).some((line) => line.text.length > 0)
    return { header, period: anchor.period, start, end, aside, nested: anchor.nested, bare: !body && !anchor.columns }
  })
}

type Told = { title: Field | null; organisation: Field | null; client: Field | null; hours: number | null }

/** The fields that name the entry: on the date's line, above it and, when these say too little, below it. */
function headerFields(
  lines: CareerLine[],
  anchor: Anchor,
  from: number,
  to: number,
  columns: Map<number, LabelKind[]>,
) {
  const told: Told = { title: null, organisation: null, client: null, hours: null }
  const fields: Field[] = []
  const take = (line: CareerLine) => {
    const label = labelled(line)
    if (label?.value && namesAssignment(line)) fields.push(label.value)
    else if (!label?.value) fields.push(...(label ? [] : line.cells))
    else if (label.kind === 'title') told.title ??= label.value
    else if (label.kind === 'organisation') told.organisation ??= label.value
    else if (label.kind === 'client') told.client ??= label.value
    else if (label.kind === 'hours') told.hours ??= hoursOf(label.value)
    else if (label.kind === 'both') fields.push(label.value)
  }
  for (let at = from; at < anchor.at; at++) take(lines[at]!)
  const heads = columns.get(anchor.at)
  if (heads) {
    lines[anchor.at]!.cells.forEach((cell, i) => {
      const kind = heads[i]
      if (kind === 'title') told.title = withoutPeriod(cell, anchor.period)
      else if (kind === 'organisation') told.organisation = withoutPeriod(cell, anchor.period)
      else if (kind === 'client') told.client = withoutPeriod(cell, anchor.period)
      else if (kind === 'hours') told.hours ??= hoursOf(cell)
      else if (kind === 'both') fields.push(cell)
    })
    return { fields, told, headerEnd: anchor.at + 1 }
  }
  fields.push(...anchor.fields.filter((field) => !anchor.columns || field.text.length < 100))
  let headerEnd = anchor.at + 1
  // Labels go on until the description; free lines only while role or employer is missing.
  for (let at = anchor.at + 1; at < to; at++) {
    const line = lines[at]!
    const label = labelled(line)
    if (!isHeaderLine(line) || tableHead(line)) break
    if (!label) {
      if (anchor.columns || (line.gap && at > anchor.at + 1) || at > anchor.at + 3) break
      const soFar = readHeader(fields)
      const enough = (told.title ?? soFar.title) && (told.organisation ?? told.client ?? soFar.organisation)
      if (enough && readHeader(line.cells).hours === null) break
      // After a heading above the date, a long plain line is the first sentence of the description.
      if (from < anchor.at && line.text.split(/\s+/).length > 6 && !/,/.test(line.text)) break
    }
    take(line)
    headerEnd = at + 1
  }
  return { fields, told, headerEnd }
}

/** An entry ends where the next of its own rank begins; an item of a list with the next item. What is nested inside is taken out later. */
function endOf(lines: CareerLine[], anchors: Anchor[], starts: number[], i: number): number {
  const anchor = anchors[i]!
  const next = starts.find((_, k) => k > i && (anchor.nested || !anchors[k]!.nested)) ?? lines.length
  if (!lines[anchor.at]!.bullet) return next
  const sibling = lines.findIndex((line, at) => at > anchor.at && line.bullet && line.indent <= anchor.indent)
  return sibling < 0 ? next : Math.min(next, sibling)
}

/** Behind a label "Uren" a number is enough. */
function hoursOf(field: Field): number | null {
  return hoursIn(field.text) ?? hoursIn(`${field.text.replace(/\s*(?:uur|uren|hours?|u)\.?$/i, '')} uur per week`)
}

function withoutPeriod(cell: Field, period: FoundPeriod): Field | null {
  if (period.start >= cell.end || period.end <= cell.start) return cell
  return around(cell, { ...period, start: period.start - cell.start, end: period.end - cell.start })[0] ?? null
}

/** Entries of a section without dates: a heading line with bullets or sentences below it. */
function undatedBlocks(lines: CareerLine[]): Block[] {
  const heads = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    const free = isHeaderLine(line) && labelKind(line.text) === null && /^\p{Lu}/u.test(line.text)
    const startsBody = next !== undefined && (next.bullet || !isHeaderLine(next))
    return free && startsBody ? [at] : []
  })
  return heads.map((at, i) => {
    let from = at
    while (from - 1 > (heads[i - 1] ?? -1) && isHeaderLine(lines[from - 1]!) && !lines[from]!.gap && at - from < 2)
      from--
    const next = heads[i + 1]
    let to = next ?? lines.length
    while (next !== undefined && to - 1 > at && isHeaderLine(lines[to - 1]!) && !lines[to]!.gap && next - to < 2) to--
    const header = readHeader(lines.slice(from, at + 1).flatMap((line) => line.cells))
    const last = lines[to - 1]!
    return { header, period: null, start: lines[from]!.start, end: last.end, aside: [], nested: false, bare: false }
  })
}
