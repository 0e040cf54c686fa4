import { MaatstafError } from '../errors.ts'
import { decodeText } from './decode-text.ts'
import type { FileKind } from './file-kind.ts'
import type { Parsed } from './parsed.ts'
import { zipNames } from './unzip.ts'

/** The kinds that a parser process opens; plain text is safe to decode anywhere. */
export type ParsedKind = Exclude<FileKind, 'text' | { unsupported: string }>

/** Opens one file. Each parser is loaded when first needed: a process that reads only PDFs stays small. */
export async function parseFile(kind: ParsedKind, bytes: Uint8Array): Promise<Parsed> {
  switch (kind) {
    case 'pdf':
      return (await import('./parse-pdf.ts')).parsePdf(bytes)
    case 'zip':
      return parseZip(bytes)
    case 'ole':
      return (await import('./parse-doc.ts')).parseDoc(bytes)
    case 'rtf':
      return (await import('./parse-rtf.ts')).parseRtf(bytes)
    case 'html':
      return (await import('./parse-html.ts')).parseHtml(decodeText(bytes))
    case 'eml':
      return (await import('./parse-eml.ts')).parseEml(bytes)
  }
}

async function parseZip(bytes: Uint8Array): Promise<Parsed> {
  const names = zipNames(bytes)
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name)))
    return (await import('./parse-docx.ts')).parseDocx(bytes, names)
  // Spreadsheets and presentations have a content.xml, too; only a text has this word in its first entry, which is never compressed.
  if (names.includes('content.xml')) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
    if (!head.includes('opendocument') || head.includes('opendocument.text'))
      return (await import('./parse-odt.ts')).parseOdt(bytes, names)
  }
  const format = names.some((name) => name.startsWith('xl/'))
    ? 'xlsx'
    : names.some((name) => name.startsWith('ppt/'))
      ? 'pptx'
      : names.some((name) => name.startsWith('Index/'))
        ? 'pages'
        : 'zip'
  throw new MaatstafError('file-unsupported', 'archive that is no text document', { details: { format } })
}
