import type { CareerLine, Field } from './career-lines.ts'
import { roleScore } from './header.ts'
import { wordCount } from './header-lines.ts'
import { type LabelKind, labelled, tableHead } from './labels.ts'
import { type FoundPeriod, findPeriods } from './period.ts'

/** A date in a heading place, around which an entry of the career is read. */
export type Anchor = {
  at: number
  period: FoundPeriod
  fields: Field[]
  labelled: boolean
  columns: boolean
  nested: boolean
  indent: number
}

const longest = { words: 14, characters: 120 }

/** The date that a line is the heading of, if any; at most one. */
export function anchorOf(line: CareerLine, at: number, columns: LabelKind[] | null, asOf: string): Anchor[] {
  if (tableHead(line)) return []
  const label = labelled(line)
  if (label && (label.kind === 'text' || label.kind === 'skills')) return []
  const fields = label?.value ? [label.value] : withJoinedDates(line.cells, asOf)
  const dated = fields.map((field) => ({
    field,
    period: pick(findPeriods(field.text, asOf), field, label?.kind === 'period' || columns !== null),
  }))
  const hit = dated.find(({ period }) => period !== null)
  if (!hit?.period) return []
  // Joined cells are longer or shorter in the document than their text here.
  const whole = hit.field.text.length !== hit.field.end - hit.field.start
  const period = whole
    ? { ...hit.period, start: hit.field.start, end: hit.field.end }
    : { ...hit.period, start: hit.field.start + hit.period.start, end: hit.field.start + hit.period.end }
  const isTable =
    columns !== null || (line.cells.length >= 3 && dated.filter(({ field }) => field.text.length > 60).length > 0)
  if (!isTable && !label && !headingLike(line, hit.field, hit.period)) return []
  const others = dated.flatMap(({ field }) =>
    field === hit.field ? (whole ? [] : around(field, hit.period!)) : [field],
  )
  return [
    {
      at,
      period,
      fields: others,
      labelled: label !== null,
      columns: isTable,
      nested: line.bullet,
      indent: line.indent,
    },
  ]
}

/** "01-2023" and "heden" in cells beside each other are one period. */
function withJoinedDates(cells: Field[], asOf: string): Field[] {
  const lone = (field: Field) => {
    const [period, ...more] = findPeriods(field.text, asOf)
    return period?.single && more.length === 0 && period.quote.length >= field.text.trim().length - 1
  }
  const at = cells.findIndex((cell, i) => {
    const next = cells[i + 1]
    return next !== undefined && lone(cell) && (lone(next) || /^(?:heden|nu|present|now|-|–)$/i.test(next.text))
  })
  if (at < 0) return cells
  const [from, to] = [cells[at]!, cells[at + 1]!]
  const joined = {
    text: `${from.text} – ${/^[-–]$/.test(to.text) ? 'heden' : to.text}`,
    start: from.start,
    end: to.end,
  }
  return [...cells.slice(0, at), joined, ...cells.slice(at + 2)]
}

/** The period of a heading: a range or an open end; a lone year only where nothing else stands, or in brackets, or behind a label. */
function pick(periods: FoundPeriod[], field: Field, told: boolean): FoundPeriod | null {
  const range = periods.find((period) => !period.single)
  if (range) return range
  const lone = periods[0]
  if (!lone || periods.length > 1) return null
  const rest = field.text.slice(0, lone.start) + field.text.slice(lone.end)
  const bracketed = /[([]\s*$/.test(field.text.slice(0, lone.start)) && /^\s*[)\]]/.test(field.text.slice(lone.end))
  const edge =
    lone.start === 0
      ? /^\s*[:–—|-]?\s+\p{Lu}|^\s*$/u.test(field.text.slice(lone.end))
      : bracketed || /,\s*$|[–—|]\s*$/.test(field.text.slice(0, lone.start))
  return told || rest.trim() === '' || bracketed || (edge && field.text.split(/\s+/).length <= 8) ? lone : null
}

/** A date heads an entry when little else stands on its line, and that is no sentence. */
function headingLike(line: CareerLine, field: Field, period: FoundPeriod): boolean {
  const before = field.text.slice(0, period.start)
  const after = field.text.slice(period.end)
  const bracketed = /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after)
  const apart = period.start === 0 || bracketed || /[,:;–—|-]\s*$/.test(before)
  if (line.bullet) {
    // "- Aanbesteding hulpmiddelen (2022): zelf begeleid": when a piece of work was done, not a job of its own.
    if (period.single && bracketed && /^[\s)\]]*:/.test(after) && roleScore(before) === 0) return false
    const tail = after.replace(/^[\s)\]]+/, '')
    return (
      apart &&
      wordCount(before) <= 10 &&
      (tail === '' || /^[:;,.–—|-]/.test(tail) || (period.start === 0 && wordCount(tail) <= 10))
    )
  }
  // "Opdracht 1: projectleider X, gemeente Y (mrt 2024 - heden). Zorgde voor …": the same, with the dates in brackets behind the name.
  if (
    (bracketed || /,\s*$/.test(before)) &&
    wordCount(before) <= 14 &&
    roleScore(before) > 0 &&
    /^[\s)\]]*[.:]\s+\p{Lu}/u.test(after)
  )
    return true
  // "Feb 2022 – present: Controller at X. Introduced …": a few words name it, and the line goes on with what was done.
  if (period.start === 0 && /^\s*:/.test(after) && nameIn(after.replace(/^[\s:]+/, '')) !== null) return true
  const rest = line.text.replace(period.quote.replace(/\s+/g, ' '), ' ').trim()
  const words = wordCount(rest)
  if (words > longest.words || rest.length > longest.characters) return false
  const ends = period.start === 0 || after.replace(/[\s)\].,;:|-]/g, '') === '' || /^[\s)\]]*[,:;–—|(-]/.test(after)
  const sentence = /\p{Ll}{3,}\.$/u.test(line.text.trim()) && words > (apart ? 6 : 3)
  return !sentence && (ends || words <= 8)
}

/** The words before the first full stop, where they are few and name a role. */
function nameIn(text: string): string | null {
  const name = /^[^.;]{5,}?(?=\.(?:\s+\p{Lu}|$))/u.exec(text)?.[0]
  return name && wordCount(name.replace(/\([^)]*\)/g, '')) <= 9 && roleScore(name) > 0 ? name : null
}

/** What stands before and after the date in its field, without the brackets and dashes that parted them. */
export function around(field: Field, period: FoundPeriod): Field[] {
  const before = field.text.slice(0, period.start)
  const after = field.text.slice(period.end)
  const piece = (text: string, start: number): Field[] => {
    const lead = /^[\s()[\],;:|–—/-]*/.exec(text)![0].length
    let body = text.slice(lead).replace(/[\s[,;:|–—/-]+$/, '')
    if (/\)$/.test(body) && !body.includes('(')) body = body.slice(0, -1).trimEnd()
    if (/\($/.test(body)) body = body.slice(0, -1).trimEnd()
    // Behind a colon comes what was done there, unless a few words before a full stop name it: "functioneel beheerder, gemeente X. Inrichten van …".
    if (start > field.start && /^[\s)\]]*:/.test(text) && (wordCount(body) > 8 || /^\p{Ll}.*\.$/u.test(body))) {
      const name = nameIn(body)
      if (name === null) return []
      body = name
    }
    return body === '' ? [] : [{ text: body, start: start + lead, end: start + lead + body.length }]
  }
  return [...piece(before, field.start), ...piece(after, field.start + period.end)]
}
