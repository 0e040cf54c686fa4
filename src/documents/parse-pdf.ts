import { getDocumentProxy } from 'unpdf'
import { MaatstafError } from '../errors.ts'
import type { HiddenText } from './document.ts'
import type { Parsed, ParsedLine } from './parsed.ts'
import { type Operators, pageChunks } from './pdf-chunks.ts'
import { readingOrder } from './pdf-layout.ts'
import { type Row, rowsOf } from './pdf-rows.ts'
import type { Chunk } from './pdf-shapes.ts'

/** No CV and no posting is longer; a file that claims to be is made to exhaust its reader. */
const MAX_PAGES = 300

/** A PDF → its visible lines in reading order, with exact pages, and everything in it that cannot be seen. */
export async function parsePdf(bytes: Uint8Array): Promise<Parsed> {
  // Pictures are left out of the first pass: decoding a photo costs more than all text.
  const pdf = await open(new Uint8Array(bytes), 1)
  if (pdf.numPages > MAX_PAGES)
    throw new MaatstafError('file-bomb', 'too many pages', { details: { pages: pdf.numPages } })
  const lines: ParsedLine[] = []
  const hidden: HiddenText[] = []
  const layers = await pdf.getOptionalContentConfig()
  const pages: { rows: Row[]; sideways: string[] }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    let chunks = await chunksOf(pdf, number)
    // White on a photo can be read. Where text blends into the paper, look again with the pictures.
    if (chunks.some(({ why }) => why === 'background-colour')) {
      const full = await open(new Uint8Array(bytes), -1)
      chunks = await chunksOf(full, number)
      await full.loadingTask.destroy()
    }
    const seen = chunks.filter(({ why }) => why === null)
    const upright = seen.filter((chunk) => chunk.upright)
    const sideways = seen.filter((chunk) => !chunk.upright).map(({ text }) => text.trim())
    pages.push({ rows: rowsOf(upright), sideways })
    hidden.push(...hiddenOf(chunks, number), ...(await comments(pdf, number)))
  }
  const margin = Math.max(0, ...pages.flatMap(({ rows }) => rows.map((row) => row.segments.at(-1)!.x1)))
  pages.forEach(({ rows, sideways }, i) => {
    const page = readingOrder(rows, margin).map(({ text, gap }) => ({ text, page: i + 1, ...(gap ? { gap } : {}) }))
    append(lines, page)
    if (sideways.length > 0) lines.push({ text: sideways.join(' '), page: i + 1, gap: true })
  })
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> }
  for (const key of ['Subject', 'Keywords', 'Title'])
    if (typeof info[key] === 'string' && (key !== 'Title' || info[key].split(/\s+/).length > 8))
      hidden.push({ text: info[key], page: null, why: 'metadata' })
  await pdf.loadingTask.destroy()
  return { format: 'pdf', pages: pages.length, lines, hidden, pictures: true }

  async function chunksOf(source: typeof pdf, number: number): Promise<Chunk[]> {
    const page = await source.getPage(number)
    const { transform, width, height } = page.getViewport({ scale: 1 })
    const operators = (await page.getOperatorList()) as Operators
    const chunks = await pageChunks(operators, { transform: [...transform], width, height }, (layer) =>
      layers.isVisible(layer),
    )
    page.cleanup()
    return chunks
  }
}

function open(data: Uint8Array, maxImageSize: number) {
  return getDocumentProxy(data, {
    verbosity: 0,
    maxImageSize,
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: true,
  })
}

/** Hidden stretches that follow each other are one hidden text. */
function hiddenOf(chunks: Chunk[], page: number): HiddenText[] {
  const found: (HiddenText & { last: Chunk })[] = []
  for (const chunk of chunks) {
    if (chunk.why === null) continue
    const open = found.at(-1)
    if (open?.why === chunk.why) {
      const apart = Math.abs(open.last.y - chunk.y) > 0.5 || chunk.x0 - open.last.x1 > chunk.size * 0.15
      open.text += (apart ? ' ' : '') + chunk.text
      open.last = chunk
    } else found.push({ text: chunk.text, page, why: chunk.why, last: chunk })
  }
  return found.map(({ text, why }) => ({ text: text.replace(/\s+/g, ' ').trim(), page, why }))
}

type Annotation = { subtype?: string; contentsObj?: { str?: string } }

/** Sticky notes and mark-up: text that opens on a click. What is drawn on the page was read with it. */
async function comments(pdf: Awaited<ReturnType<typeof getDocumentProxy>>, number: number): Promise<HiddenText[]> {
  const page = await pdf.getPage(number)
  const annotations = (await page.getAnnotations()) as Annotation[]
  return annotations
    .filter(({ subtype }) => subtype !== 'Link' && subtype !== 'Widget' && subtype !== 'FreeText')
    .map(({ contentsObj }) => ({ text: contentsObj?.str?.trim() ?? '', page: number, why: 'comment' as const }))
    .filter(({ text }) => text !== '')
}

/** A sentence that runs on over the page is one line. */
function append(lines: ParsedLine[], page: ParsedLine[]) {
  const [last, first] = [lines.at(-1), page[0]]
  if (
    last &&
    first &&
    /[\p{L},]$/u.test(last.text) &&
    /^\p{Ll}{2}/u.test(first.text) &&
    last.text.length > 60 &&
    !last.text.includes('\t')
  ) {
    last.text += ` ${first.text}`
    lines.push(...page.slice(1))
  } else lines.push(...page)
}
