import type { HiddenText } from './document.ts'
import type { Parsed } from './parsed.ts'
import { readRtf } from './rtf-reader.ts'
import { rowLines } from './table-row.ts'

/** Rich Text Format → its visible lines. */
export function parseRtf(bytes: Uint8Array): Parsed {
  const { events, hidden, pictures } = readRtf(new TextDecoder('latin1').decode(bytes))
  const lines: Parsed['lines'] = []
  const aside: HiddenText[] = hidden
    .filter(({ text }) => text.trim() !== '')
    .map((one) => ({ ...one, text: one.text.trim(), page: null }))
  let cells: string[][] = []
  let cell: string[] = []
  let text = ''
  let gap = false
  const push = (line: string) => {
    if (line.trim() === '') gap = true
    else {
      lines.push({ text: line, page: null, ...(gap ? { gap } : {}) })
      gap = false
    }
  }
  for (const event of [...events, { kind: 'par', inTable: false } as const]) {
    if (event.kind === 'text') text += event.text
    else if (event.kind === 'par') {
      if (event.inTable) cell.push(...text.split('\n'))
      else for (const line of text.split('\n')) push(line)
      text = ''
    } else if (event.kind === 'cell') {
      cells.push([...cell, ...text.split('\n')])
      cell = []
      text = ''
    } else {
      for (const line of rowLines(cells)) push(line)
      cells = []
    }
  }
  return { format: 'rtf', pages: null, lines, hidden: aside, pictures }
}
