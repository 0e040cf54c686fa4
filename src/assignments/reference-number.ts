import { findDates } from '../text/dates.ts'
import { byLabel, type Page, type Reading } from './reading.ts'

/** The posting's own number, by its label or in its heading. */
export function numberOf(page: Page): Reading<string> | null {
  const label = byLabel(
    page,
    'number',
    (value) =>
      /^\(?#?\s*((?=[^\s]*\d)[\p{L}\d][\p{L}\d./_-]*(?:\s\d+(?:[/-]\d+)?)?|\p{Lu}{2,6}\s(?:\d[\d./-]*))/u
        .exec(value)?.[1]
        ?.replace(/[.,;]$/, '') ?? null,
  )
  if (label) return label
  const pattern =
    /\b(?:kenmerk|\p{L}+aanvraag|referentie(?:nummer)?|(?:aanvraag|opdracht|uitvraag|zaak|inhuur|vacature|referentie)nummer|inhuurverzoek|minicompetitie|offerteaanvraag|reference(?: number| no\.?)?|ref\.?|uitvraag|aanvraag|opdracht)(?:\s+inhuur)?\s*(?:nr\.?|nummer|is|:|#)?\s*((?=[^\s)]*\d)[\p{L}\d][\p{L}\d./_-]*\d[\p{L}\d./_-]*)/iu
  for (const line of page.source.lines) {
    const match = pattern.exec(line.text)
    const value = match?.[1]?.replace(/[.,;]$/, '')
    if (match && value && !/^(?:20\d{2}|\d{1,2}|[A-Z]?\d)$/.test(value) && findDates(value).length === 0) {
      return {
        value,
        start: line.start + match.index,
        end: line.start + match.index + match[0].length,
        certainty: 'prose',
      }
    }
  }
  const shaped = /(?<![\w/-])[A-Z]{1,6}[-/]?(?:20)?\d{2}[-/.]\d{2,5}(?![\w/])/
  const line = page.source.lines.slice(0, 4).find(({ text }) => shaped.test(text))
  const code = line ? shaped.exec(line.text)! : null
  return line && code ? { value: code[0], start: line.start, end: line.end, certainty: 'position' } : null
}
