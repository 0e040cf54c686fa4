import { findDates } from '../text/dates.ts'
import type { Stretch } from '../text/sentences.ts'
import { dateKind } from './date-kind.ts'
import { type LabelField, labelField, openLabel } from './labels.ts'
import { type Source, type SourceLine, sentencesByLine } from './source.ts'

/** A printed label with its value, in whichever way the page holds them together. */
export type Labelled = {
  field: LabelField | null
  /** As printed, without the colon. */
  label: string
  value: Stretch
  /** Label and value together: what is quoted. */
  start: number
  end: number
  line: SourceLine
  how: 'cells' | 'colon' | 'next-line' | 'open' | 'glued'
}

const provinces =
  /^(?:Groningen|Friesland|Fryslân|Drenthe|Overijssel|Flevoland|Gelderland|Utrecht|Noord-Holland|Zuid-Holland|Zeeland|Noord-Brabant|Limburg)\b/
const startWords =
  /^(?:z\.?s\.?m\.?|zo (?:spoedig|snel) mogelijk|per direct|direct|in overleg|nader te bepalen|n\.?t\.?b\.?|nnb|as soon as possible|asap|t\.?b\.?d\.?|to be determined)/i

/** A label that announces a date: it names what happens, and holds no date itself. */
function announcesDate(label: string): boolean {
  return label.length <= 70 && !/[.!]\s/.test(label) && dateKind(label) !== null && findDates(label).length === 0
}

export function isLabel(text: string): boolean {
  if (startWords.test(text)) return false
  return labelField(text) !== null || (announcesDate(text.replace(/[:?]\s*$/, '')) && text.split(/\s+/).length <= 7)
}

function sub(line: Stretch, from: number, to: number): Stretch {
  const raw = line.text.slice(from, to)
  const lead = raw.length - raw.trimStart().length
  const text = raw.trim()
  const start = line.start + from + lead
  return { start, end: start + text.length, text }
}

function fromCells(line: SourceLine): Labelled[] {
  const found: Labelled[] = []
  const { cells } = line
  for (let i = 0; i < cells.length - 1; i++) {
    const cell = cells[i]!
    if (!isLabel(cell.text) || /:\s+\S/.test(cell.text)) continue
    let last = i + 1
    while (last + 1 < cells.length && !isLabel(cells[last + 1]!.text)) last++
    while (last > i + 1 && cells[last]!.text === '') last--
    // A drawn table has one label a row, so everything behind it is its value; elsewhere only a time may follow the value.
    if (!line.piped && last > i + 1 && findDates(cells[i + 1]!.text).length === 0) last = i + 1
    const [from, to] = [cells[i + 1]!, cells[last]!]
    if (to.end > from.start) {
      const value = sub(line, from.start - line.start, to.end - line.start)
      found.push({
        field: labelField(cell.text),
        label: cell.text.replace(/\s*:$/, ''),
        value,
        start: cell.start,
        end: value.end,
        line,
        how: 'cells',
      })
    }
    i = last
  }
  return found
}

/** "Waar? Proefdam, stadhuis": a label that asks, with its answer behind it. */
function fromQuestion(line: SourceLine, part: Stretch): Labelled[] {
  const match = /^(\p{L}[^\n:?.]{1,40})\?\s+(?=\S)/u.exec(part.text)
  const field = match ? labelField(match[1]!) : null
  if (!match || field === null) return []
  const value = sub(part, match[0].length, part.text.length)
  return [{ field, label: match[1]!, value, start: part.start, end: part.end, line, how: 'colon' }]
}

const answered = /^(?:vraag|question|antwoord|answer)(?: \d+)?$/i
const colon = /^([^\n:]{2,70}?)\s*:\s+(?=\S)/u

function fromColon(line: SourceLine, part: Stretch): Labelled[] {
  const match = colon.exec(part.text)
  if (!match || !/^["'(]?\p{L}/u.test(match[1]!)) return []
  const label = match[1]!
  const field = labelField(label)
  if (field === null && !announcesDate(label)) return []
  const value = sub(part, match[0].length, part.text.length)
  // "Antwoord: Ja, de sluiting wordt verplaatst naar …" answers a question, and says itself what its date is.
  if (answered.test(label) && (findDates(value.text)[0]?.start ?? Number.POSITIVE_INFINITY) > 15) return []
  return [{ field, label, value, start: part.start, end: part.end, line, how: 'colon' }]
}

/** "Werkdagen – maandag en donderdag": a dash for a colon, behind a label we know. */
function fromDash(line: SourceLine, part: Stretch): Labelled[] {
  const match = /^(\p{L}[^\n:–—]{2,40}?)\s+[–—-]\s+(?=\S)/u.exec(part.text)
  const field = match ? labelField(match[1]!) : null
  if (!match || field === null) return []
  const value = sub(part, match[0].length, part.text.length)
  return [{ field, label: match[1]!, value, start: part.start, end: part.end, line, how: 'colon' }]
}

function fromNextLine(source: Source, line: SourceLine): Labelled[] {
  const next = source.lines[line.index + 1]
  if (line.cells.length > 1 || line.marker?.kind === 'bullet' || line.text.length > 60 || /[.,;]$/.test(line.text))
    return []
  if (!next || next.text.length > 160 || next.level !== null) return []
  const field = labelField(line.body.text)
  const literal = startWords.test(next.text) && next.text.length < 40
  const dated = literal || (findDates(next.text).length > 0 && next.text.length < 60)
  if (field === null && !(announcesDate(line.body.text) && dated)) return []
  if (isLabel(next.text) || next.cells.length > 1 || colonLabel(next.text)) return []
  if (fromOpen(next, next.body, 'open').length > 0) return []
  const value = sub(next, 0, next.text.length)
  return [{ field, label: line.body.text, value, start: line.start, end: next.end, line, how: 'next-line' }]
}

function colonLabel(text: string): boolean {
  const match = colon.exec(text)
  return match !== null && isLabel(match[1]!)
}

function fromOpen(line: SourceLine, part: Stretch, how: 'open' | 'glued'): Labelled[] {
  if (part.text.length > 110 || startWords.test(part.text)) return []
  const open = openLabel(part.text)
  if (open) {
    const label = part.text.slice(0, open.length).trim()
    const value = sub(part, open.length, part.text.length)
    return [{ field: open.field, label, value, start: part.start, end: part.end, line, how }]
  }
  const date = findDates(part.text)[0]
  const literal = date ? null : /\s(?=\S)/g
  const at = date ? date.start - part.start + part.start : literalStart(part.text, literal)
  if (at === null || at < 3) return []
  const label = part.text
    .slice(0, at)
    .replace(/\b(?:t\/m|tot(?: en met)?|vóór|voor|uiterlijk|op|until|by|before)\s*$/i, '')
    .trim()
  if (label.split(/\s+/).length > 5 || !announcesDate(label) || /[.;,]/.test(label)) return []
  const value = sub(part, at, part.text.length)
  return [{ field: null, label: part.text.slice(0, at).trim(), value, start: part.start, end: part.end, line, how }]
}

/** "ma 14 jun 12:00 vragen binnen": a row of a planning that begins with its date. */
function fromDateFirst(line: SourceLine): Labelled[] {
  const { text } = line.body
  const date = findDates(text)[0]
  if (!date || date.start > 1 || line.cells.length > 1 || text.length > 80) return []
  const label = sub(line.body, date.end + (/^\s*[–—:|-]\s+/.exec(text.slice(date.end))?.[0].length ?? 0), text.length)
  if (!/^[\p{L}]/u.test(label.text) || label.text.split(/\s+/).length > 5 || !announcesDate(label.text)) return []
  const value = sub(line.body, 0, date.end)
  return [{ field: null, label: label.text, value, start: value.start, end: label.end, line, how: 'open' }]
}

/** Where "Zo spoedig mogelijk" and its like start behind a label. */
function literalStart(text: string, spaces: RegExp | null): number | null {
  for (const space of text.matchAll(spaces ?? /$^/g)) {
    const at = space.index + 1
    if (startWords.test(text.slice(at))) return at
  }
  return null
}

const seam = /(?<=[\d)])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu}\p{Ll}{2,})/gu

/** Labels that a copy ran together: "Opdracht tarief 105Opdracht uren 24 - 32Zeeland". */
function fromGlue(line: SourceLine): Labelled[] {
  if (line.text.length > 300 || line.cells.length > 1) return []
  const seams = [...line.text.matchAll(seam)].map((match) => match.index)
  const cuts = seams.filter((at) => {
    const rest = line.text.slice(at)
    return (
      provinces.test(rest) ||
      openLabel(rest) !== null ||
      /^[^\n:]{2,40}:\s/.test(rest) ||
      fromOpen(line, sub(line, at, line.text.length), 'glued').length > 0
    )
  })
  if (cuts.length === 0) return []
  const bounds = [0, ...cuts, line.text.length]
  return bounds.slice(0, -1).flatMap((from, index) => {
    const part = sub(line, from, bounds[index + 1]!)
    if (provinces.test(part.text) && index > 0) {
      return [
        {
          field: 'region' as const,
          label: '',
          value: part,
          start: part.start,
          end: part.end,
          line,
          how: 'glued' as const,
        },
      ]
    }
    const byColon = fromColon(line, part)
    return byColon.length > 0
      ? byColon.map((found) => ({ ...found, how: 'glued' as const }))
      : fromOpen(line, part, 'glued')
  })
}

/** Every label of the posting with its value. A line that belongs to a list of criteria is not looked at. */
export function labelledOf(source: Source, skip: ReadonlySet<number>): Labelled[] {
  const byLine = sentencesByLine(source)
  return source.lines
    .filter((line) => !skip.has(line.index))
    .flatMap((line) => {
      if (line.cells.length > 1) {
        const cells = fromCells(line)
        if (cells.length > 0) return cells
      }
      const glued = fromGlue(line)
      if (glued.length > 0) return glued
      const sentences = byLine.get(line.index) ?? []
      const parts = partsOf(line)
      if (parts.length > 1) return parts.flatMap((part) => fromColon(line, part))
      const colons = [...new Map([line.body, ...sentences].map((part) => [part.start, part])).values()].flatMap(
        (part) => fromColon(line, sentenceAt(part, sentences)),
      )
      if (colons.length > 0) return colons
      const row = fromRow(line)
      if (row.length > 1) return row
      const asked = fromQuestion(line, line.body)
      if (asked.length > 0) return asked
      const dashed = fromDash(line, line.body)
      if (dashed.length > 0) return dashed
      const behind = fromDateFirst(line)
      if (behind.length > 0) return behind
      const open = fromOpen(line, line.body, 'open')
      return open.length > 0 ? open : fromNextLine(source, line)
    })
}

/** "Ref: PV-441 | Place: Turfstad": labels side by side. */
function partsOf(line: SourceLine): Stretch[] {
  const cuts = [...line.text.matchAll(/\s+[|·•]\s+(?=[^|·•:]{2,40}:\s)/g)]
  if (cuts.length === 0 || line.cells.length > 1) return []
  const bounds = [0, ...cuts.map(({ index }) => index), line.text.length]
  return bounds.slice(0, -1).map((from, index) => {
    const raw = line.text.slice(from, bounds[index + 1])
    return sub(line, from + raw.length - raw.replace(/^[\s|·•]+/, '').length, bounds[index + 1]!)
  })
}

/** "Referentie X/26 - Locatie Proefdam - Start z.s.m. - Schaal 12": short facts in a row, parted by dashes. */
function fromRow(line: SourceLine): Labelled[] {
  const parts = line.text.split(/\s+[–—-]\s+/)
  if (parts.length < 4 || line.cells.length > 1 || parts.some((part) => part.length > 45)) return []
  let at = 0
  return parts.flatMap((text) => {
    const from = line.text.indexOf(text, at)
    at = from + text.length
    const part = sub(line, from, at)
    const byColon = fromColon(line, part)
    return byColon.length > 0 ? byColon : fromOpen(line, part, 'open')
  })
}

/** A label's value ends with its sentence, where the line holds more of them. */
function sentenceAt(part: Stretch, sentences: Stretch[]): Stretch {
  return sentences.find(({ start }) => start === part.start) ?? part
}
