import WordExtractor from 'word-extractor'
import { MaatstafError } from '../errors.ts'
import type { Parsed, ParsedLine } from './parsed.ts'
import { rowLines } from './table-row.ts'

/** An OLE container: a Word 97–2003 document, or something that only looks like one. */
export async function parseDoc(bytes: Uint8Array): Promise<Parsed> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  // Office wraps an encrypted docx in an OLE container.
  if (holds('EncryptedPackage')) throw new MaatstafError('file-encrypted', 'encrypted office package')
  if (!holds('WordDocument')) {
    const format = holds('Workbook')
      ? 'xls'
      : holds('PowerPoint Document')
        ? 'ppt'
        : holds('__substg1.0')
          ? 'msg'
          : 'ole'
    throw new MaatstafError('file-unsupported', 'OLE file without a Word document', { details: { format } })
  }
  if (isEncrypted(buffer)) throw new MaatstafError('file-encrypted', 'encrypted doc')
  const word = await new WordExtractor().extract(buffer)
  // The library would turn dashes and quotes into plain ones: dates and quotes must stay as written.
  const as = { filterUnicode: false, includeFooters: false }
  const parts = [
    word.getHeaders(as),
    word.getBody(as),
    word.getTextboxes(as),
    word.getFootnotes(as),
    word.getEndnotes(as),
    word.getFooters(as),
  ]
  const comments = word.getAnnotations(as).trim()
  return {
    format: 'doc',
    pages: null,
    lines: parts.flatMap(docLines),
    hidden: comments === '' ? [] : [{ text: comments, page: null, why: 'comment' }],
    pictures: holds('Data'),
  }
}

/** Bit 8 of the flags of the file information block, which starts on a sector with EC A5. */
function isEncrypted(buffer: Buffer): boolean {
  for (let at = 512; at + 12 < buffer.length; at += 512)
    if (buffer[at] === 0xec && buffer[at + 1] === 0xa5) return (buffer.readUInt16LE(at + 10) & 0x0100) !== 0
  return false
}

/**
 * The library writes a cell's end as a tab and a row's end as a tab before the line end. A row whose cells have several paragraphs
 * comes apart into lines again here.
 */
function docLines(text: string): ParsedLine[] {
  const lines: ParsedLine[] = []
  let row: string[] = []
  let gap = false
  const push = (line: string) => {
    if (line.trim() === '') gap = true
    else {
      lines.push({ text: line, page: null, ...(gap ? { gap } : {}) })
      gap = false
    }
  }
  const endRow = () => {
    const joined = row.join('\n').replace(/\t$/, '')
    row = []
    for (const line of rowLines(joined.split('\t').map((cell) => cell.split('\n')))) push(line)
  }
  const source = text.split('\n')
  source.forEach((line, i) => {
    const rowEndsAhead = () => {
      const next = source.slice(i, i + 60)
      const end = next.findIndex((other) => other.endsWith('\t'))
      return end >= 0 && next.slice(0, end + 1).some((other) => other.slice(0, -1).includes('\t'))
    }
    if (line.endsWith('\t')) {
      row.push(line)
      endRow()
    } else if (row.length > 0 || (line.includes('\t') && rowEndsAhead())) row.push(line)
    else if (lines.length > 0 && previousEndedRow(source, i) && rowEndsAhead()) row.push(line)
    else push(line)
  })
  if (row.length > 0) for (const line of row) push(line)
  return lines
}

/** Right after a row comes the next row or running text; only a row has a cell end ahead before an empty line. */
function previousEndedRow(source: string[], i: number): boolean {
  if (!source[i - 1]?.endsWith('\t')) return false
  const rest = source.slice(i, i + 60)
  const end = rest.findIndex((line) => line.includes('\t'))
  return end >= 0 && end <= 6 && !rest.slice(0, end).some((line) => line.trim() === '')
}
