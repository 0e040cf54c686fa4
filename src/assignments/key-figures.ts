import type { Stretch } from '../text/sentences.ts'
import type { Source } from './source.ts'

/** "72 - 84 euro p/u | 24-32 uur p/w | Lekstad | HBO/WO": what a page prints side by side under its title, without labels. At least one part has a number. */
export function keyFigures({ lines }: Source): Stretch[] {
  const line = lines.slice(0, 12).find(({ text }) => {
    const parts = text.split(separator).filter((part) => !part.includes(':'))
    return (
      parts.length >= 3 &&
      text.length <= 140 &&
      parts.some((part) => /^\D{0,8}\d/.test(part)) &&
      /uur|hours|€|euro|eur\b/i.test(text)
    )
  })
  if (!line) return []
  let at = 0
  return line.text.split(separator).flatMap((part) => {
    const from = line.text.indexOf(part, at)
    at = from + part.length
    const text = part.trim()
    const start = line.start + from + part.indexOf(text)
    return text === '' ? [] : [{ text, start, end: start + text.length }]
  })
}

const separator = /\s*[|·•]\s*/
