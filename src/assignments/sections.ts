import { findDates } from '../text/dates.ts'
import { headingKind, type SectionKind } from './heading-kinds.ts'
import { colonIsLabel } from './heading-shape.ts'
import { printedTotal, splitPoints, weightOf } from './points.ts'
import type { Source, SourceLine } from './source.ts'

/** A stretch of lines under one heading. */
export type PostingSection = {
  kind: SectionKind
  heading: SourceLine
  /** What stands under the heading; a heading that names columns is its own first line. */
  lines: SourceLine[]
}

/** "a. een hbo-opleiding" is an item; "C. Functie-eisen" heads a part of an outline. */
function isLetteredItem({ marker, body }: SourceLine): boolean {
  if (marker?.kind !== 'letter') return false
  const words = body.text.split(/\s+/).length
  return (
    marker.style !== 'letter upper' ||
    words > 6 ||
    splitPoints(body.text) !== null ||
    headingKind(body.text) === 'other'
  )
}

/** "Totaal: 100 punten" closes a list; "Gunningscriteria (totaal 100 punten)" heads one. */
function totals({ text, body }: SourceLine): boolean {
  return printedTotal(text) !== null && headingKind(body.text) === 'other'
}

/** True for a line that by its shape heads what follows: short, alone, no sentence. */
function headsByShape(line: SourceLine, next: SourceLine | undefined): boolean {
  if (line.level !== null) return true
  if (line.cells.length > 1 || line.piped || totals(line) || line.marker?.kind === 'bullet' || isLetteredItem(line))
    return false
  const { text } = line.body
  const words = text.split(/\s+/).length
  if (/^(?:stap|step|fase)\s+\d/i.test(line.text)) return true
  // A criterion with its weight on the line below.
  if (next && weightOf(next.text)?.group === false) return false
  // "Gewenste ingangsdatum" over its date is a label.
  if (next && next.cells.length === 1 && isDateAlone(next.text)) return false
  if (/[;,.]$/.test(text) && !/\b(?:n\.v\.t|etc)\.$/.test(text)) return false
  if (/^[\p{Lu}\d\s&/(),:-]{6,}$/u.test(text) && /\p{Lu}{4}/u.test(text)) return true
  if (next === undefined || words > 12 || text.length > 90 || !/^["'(]?[\p{Lu}\d]/u.test(text)) return false
  return !colonIsLabel(text) && weightOf(text) === null && findDates(text).length === 0
}

/** A line that holds a date and little else. */
function isDateAlone(text: string): boolean {
  const date = findDates(text)[0]
  return date !== undefined && date.start <= 8 && text.length - (date.end - date.start) <= 12
}

/** A sentence that ends in a colon and names what follows heads it too: "Wij beoordelen op:". */
function introduces(line: SourceLine): boolean {
  return (
    line.level === null &&
    line.cells.length === 1 &&
    line.marker === null &&
    /:$/.test(line.text) &&
    line.text.length <= 170
  )
}

/** Numbered headings ("4. Gunningscriteria") only where the words are those of a heading, so that no item is taken for one. */
function headsNumbered(line: SourceLine): boolean {
  return (
    line.marker === null ||
    line.marker.kind === 'bullet' ||
    (headingKind(line.body.text) !== 'other' && line.body.text.length <= 60 && !/[;.]$/.test(line.text))
  )
}

/** Cuts a posting into sections. Lines before the first heading are in none. */
export function sectionsOf(source: Source): PostingSection[] {
  const sections: PostingSection[] = []
  // The one heading of the first level, on top of others, is the name of the page.
  const top = source.lines.filter(({ level }) => level === 1)
  const named = top.length === 1 && source.lines.some(({ level }) => level !== null && level > 1) ? top[0] : undefined
  for (const line of source.lines) {
    const next = source.lines[line.index + 1]
    const current = sections.at(-1)
    const listed = current !== undefined && ['knockout', 'award', 'mixed', 'competencies'].includes(current.kind)
    const shaped = headsByShape(line, next) && (headsNumbered(line) || !listed)
    const kind = line !== named && (shaped || introduces(line)) ? headingKind(line.body.text) : 'other'
    const known = kind !== 'other' && (shaped || introduces(line))
    // Inside a list only a blank line, a mark or a known heading ends it: an item may look like a heading.
    const opensNext = follows(line, current)
    const ends =
      opensNext ||
      (shaped &&
        line.marker === null &&
        (!listed ||
          line.level !== null ||
          lastLooksClosed(current, line) ||
          (line.blankBefore && !looksLikeItem(line, current))))
    const inline = headsInline(line)
    // Its list is on its own line: what follows belongs to no list.
    if (inline !== null)
      sections.push({ kind: inline, heading: line, lines: [] }, { kind: 'other', heading: line, lines: [] })
    else if (headsColumns(line)) sections.push({ kind: headingKind(line.cells[0]!.text), heading: line, lines: [line] })
    else if (known || ends) sections.push({ kind, heading: line, lines: [] })
    else current?.lines.push(line)
  }
  return sections
}

/** A requirement that lost its bullet, in a list whose items stand apart. */
function looksLikeItem({ body, cells }: SourceLine, { lines, kind }: PostingSection): boolean {
  if (cells.length > 1) return false
  if (lines.length === 0) return true
  if (kind === 'competencies') return false
  const { text } = body
  const words = text.split(/\s+/).length
  return (
    splitPoints(text) !== null ||
    (words >= 4 &&
      /ervaring|kennis|diploma|opleiding|niveau|\bjaar\b|vaardig|certific|beheers|beschik|experience|degree|knowledge|fluent|years/i.test(
        text,
      ))
  )
}

/** "Knock-outcriteria: (1) hbo; (2) vijf jaar ervaring; (3) rijbewijs B": a heading with its list on one line. */
function headsInline({ body, marker, cells }: SourceLine): SectionKind | null {
  const [, heading, list] = /^([^:]{3,60}):\s+(.+)$/.exec(body.text) ?? []
  const parts = list?.split(/;\s+/) ?? []
  const scored = list?.replace(/\.$/, '').split(/,\s+/) ?? []
  // "Wensen: renovatie (50), ervaring bij een waterschap (30), prijs (20)"
  const points = scored.length > 1 && scored.every((part) => splitPoints(part) !== null)
  if (marker !== null || cells.length > 1 || !heading || !list || (parts.length < 2 && !points)) return null
  const kind = heading.split(/\s+/).length <= 5 ? headingKind(heading) : 'other'
  return kind === 'knockout' || kind === 'award' || kind === 'mixed' ? kind : null
}

/** A row that names the columns of a list heads it: "Wensen | Maximaal te behalen punten". */
function headsColumns(line: SourceLine): boolean {
  const [first, ...others] = line.cells
  if (line.marker !== null || !first || others.length === 0 || first.text.length > 50 || /\d/.test(line.text))
    return false
  const kind = headingKind(first.text)
  return (
    (kind === 'knockout' || kind === 'award') &&
    others.every(({ text }) => /punt|score|weging|gewicht|bewijs|toelichting|points?|weight|evidence|max/i.test(text))
  )
}

/** The place of a part in an outline: 3 for "3.", and for "C." as well. */
function place(marker: SourceLine['marker']): number | null {
  if (marker?.style === 'number' || marker?.style === 'bare') return Number(marker.label)
  return marker?.style === 'letter upper' ? String(marker.label).charCodeAt(0) - 64 : null
}

/** The next number of an outline whose parts are numbered ("3. Eisen", "4. Overig"), while nothing in the part bears such numbers. */
function follows(line: SourceLine, section: PostingSection | undefined): boolean {
  const heading = section?.heading.marker ?? null
  const counts = (marker: SourceLine['marker']) => place(marker) !== null && marker?.kind === heading?.kind
  return (
    section !== undefined &&
    counts(line.marker) &&
    place(line.marker) === (place(heading) ?? Number.NaN) + 1 &&
    line.body.text.length <= 80 &&
    section.lines.length > 0 &&
    !section.lines.some(({ marker }) => counts(marker))
  )
}

/** In a list with markers, a line without one that looks like a heading ends it. */
function lastLooksClosed(section: PostingSection | undefined, line: SourceLine): boolean {
  return section?.lines.some(({ marker }) => marker !== null) === true && line.marker === null
}
