import type { Stretch } from '../text/sentences.ts'
import type { Item } from './items.ts'
import { markerOf } from './marker.ts'
import { pointsWithin, splitPoints } from './points.ts'
import type { PostingSection } from './sections.ts'
import type { SourceLine } from './source.ts'

/** "Eisen: hbo; vijf jaar ervaring; rijbewijs B" on the heading's own line. */
export function inlineItems(heading: SourceLine): Item[] {
  const at = heading.body.text.indexOf(': ')
  if (at < 0) return []
  const value = heading.body.text.slice(at + 2)
  const parts = value.split(/;\s*/).length > 1 ? value.split(/;\s*/) : value.split(/,\s+(?:en\s+)?/)
  if (parts.length < 2) return []
  return parts
    .map((part) => part.replace(/\.$/, '').trim())
    .filter(Boolean)
    .map((part) => {
      const start = heading.body.start + heading.body.text.indexOf(part, at)
      const marker = markerOf(part)
      const bare = marker ? part.slice(marker.length) : part
      const split = splitPoints(bare)
      return {
        label: marker?.label ?? null,
        text: split?.text ?? bare,
        points: split?.points ?? null,
        percent: split?.percent ?? false,
        sub: [],
        kind: null,
        start,
        end: start + part.length,
        lines: [heading.index],
      }
    })
}

/** An item that only weighs the price may stand in a heading with its points: "PRICE (30 points)". */
export function headingItem(section: PostingSection): Item[] {
  const split = splitPoints(section.heading.body.text)
  if (!split || !/prijs|price|tarief|\brate\b/i.test(split.text)) return []
  const sentence = section.lines.find((line) => pointsWithin(line.text) === split.points)
  const line: Stretch & { index: number } = sentence ?? section.heading
  return [
    {
      label: section.heading.marker?.label ?? null,
      text: sentence?.text ?? split.text,
      points: split.points,
      percent: split.percent,
      sub: [],
      kind: 'award',
      start: line.start,
      end: line.end,
      lines: [section.heading.index, line.index],
    },
  ]
}
