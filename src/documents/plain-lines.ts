import type { ParsedLine } from './parsed.ts'

/** Plain text as lines; an empty line becomes the gap above the next. */
export function plainLines(text: string): ParsedLine[] {
  const lines: ParsedLine[] = []
  let gap = false
  for (const line of text.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    if (line.trim() === '') gap = true
    else {
      lines.push({ text: line, page: null, ...(gap && lines.length > 0 ? { gap } : {}) })
      gap = false
    }
  }
  return lines
}
