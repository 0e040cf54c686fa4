import type { HiddenText } from './document.ts'
import { fillOf, hiddenWhy, type Look, lookOf, paragraphFill, readStyles, type Styles } from './docx-look.ts'
import { docxHidden, docxPages } from './docx-properties.ts'
import type { Parsed, ParsedLine } from './parsed.ts'
import { rowLines } from './table-row.ts'
import { unzipSome } from './unzip.ts'
import { childNamed, elements, findElement, readXml, type XmlElement, type XmlNode } from './xml.ts'

/** Entry of `word/` that hold text a reader sees, besides the main part. Relationships are never followed, so nothing outside is opened. */
const wanted =
  /^(?:word\/(?:document\d*|styles|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps\/(?:app|core|custom)\.xml)$/

/** A Word document → its visible lines: headers, body with tables and text boxes in reading order, notes, footers. */
export function parseDocx(bytes: Uint8Array, names: string[]): Parsed {
  const files = unzipSome(bytes, (name) => wanted.test(name))
  const xml = (name: string) => {
    const file = files.get(name)
    return file ? readXml(file) : []
  }
  const inFolder = (pattern: RegExp) => [...files.keys()].filter((name) => pattern.test(name)).sort()
  const styles = readStyles(xml('word/styles.xml'))
  const main = xml(inFolder(/^word\/document\d*\.xml$/)[0] ?? '')
  const page = findElement(main, 'w:background')?.attribs['w:color'] ?? 'FFFFFF'
  const reader = createReader(styles, /^[0-9a-f]{6}$/i.test(page) ? page : 'FFFFFF')
  const around = (pattern: RegExp, root: string) => {
    for (const name of inFolder(pattern)) reader.blocks(findElement(xml(name), root)?.children ?? [], {})
  }
  around(/^word\/header/, 'w:hdr')
  reader.startPages()
  reader.blocks(findElement(main, 'w:body')?.children ?? [], {})
  reader.endPages()
  around(/^word\/footnotes/, 'w:footnotes')
  around(/^word\/endnotes/, 'w:endnotes')
  around(/^word\/footer/, 'w:ftr')
  const length = reader.lines.reduce((sum, line) => sum + line.text.length, 0)
  const pages = docxPages(xml('docProps/app.xml'), length)
  // Word leaves its page breaks in the file; they are trusted only when they add up to the number of pages.
  const known = pages !== null && reader.pageCount() === pages
  const placed = <T extends { page: number | null }>(list: T[]): T[] =>
    known ? list : list.map((one) => ({ ...one, page: null }))
  return {
    format: 'docx',
    pages,
    lines: placed(reader.lines),
    hidden: [...placed(reader.hidden), ...docxHidden(xml)],
    pictures: names.some((name) => name.startsWith('word/media/')),
  }
}

type Piece = { text: string; why: HiddenText['why'] | null }

function createReader(styles: Styles, pageFill: string) {
  const lines: ParsedLine[] = []
  const hidden: HiddenText[] = []
  let page: number | null = null
  let gap = false

  function hide(text: string, why: HiddenText['why']) {
    if (text.trim() !== '') hidden.push({ text: text.trim(), page, why })
  }

  function blocks(nodes: XmlNode[], around: Look) {
    for (const element of elements(nodes)) {
      if (element.name === 'w:p') paragraph(element, around, push)
      else if (element.name === 'w:tbl') table(element, around)
      else if (element.name === 'w:del' || element.name === 'w:moveFrom') hide(deletedText(element), 'deleted')
      else blocks(element.children, around)
    }
  }

  function push(text: string) {
    if (text.trim() === '') {
      gap = true
      return
    }
    lines.push({ text, page, ...(gap ? { gap } : {}) })
    gap = false
  }

  function table(element: XmlElement, around: Look) {
    const style = childNamed(childNamed(element, 'w:tblPr'), 'w:tblStyle')?.attribs['w:val']
    const tableLook = styles.fillsTables(style) ? { ...around, fill: null } : around
    gap = true
    for (const row of elements(element.children).filter(({ name }) => name === 'w:tr')) {
      const cells = cellsOf(row).map((cell) => {
        const shade = childNamed(childNamed(cell, 'w:tcPr'), 'w:shd')
        const own: string[] = []
        const from = lines.length
        blocks(cell.children, shade ? { ...tableLook, fill: fillOf(shade) } : tableLook)
        own.push(...lines.splice(from).map((line) => line.text))
        return own
      })
      for (const text of rowLines(cells)) push(text)
    }
    gap = true
  }

  function paragraph(element: XmlElement, around: Look, done: (text: string) => void) {
    const properties = childNamed(element, 'w:pPr')
    const styleId = childNamed(properties, 'w:pStyle')?.attribs['w:val']
    const look = { ...styles.base, ...around, ...styles.of(styleId ?? 'Normal'), ...paragraphFill(properties) }
    const pieces: Piece[] = []
    const boxes: XmlElement[] = []
    runs(element.children, look, pieces, boxes)
    const heading = styles.isHeading(styleId)
    if (heading) gap = true
    const list = childNamed(childNamed(properties, 'w:numPr'), 'w:numId')?.attribs['w:val']
    const bullet = list !== undefined && list !== '0' && !heading ? '• ' : ''
    const visible = pieces.map((piece) => (piece.why ? '' : piece.text)).join('')
    for (const text of visible.split('\n')) done(text.trim() === '' ? '' : bullet + text)
    hideRuns(pieces)
    for (const box of boxes) blocks(box.children, { ...around, fill: shapeFill(box) })
  }

  /** Neighbouring hidden runs are one hidden text. */
  function hideRuns(pieces: Piece[]) {
    let open: { text: string; why: HiddenText['why'] } | null = null
    for (const piece of [...pieces, { text: '', why: null }]) {
      if (open && piece.why === open.why) open.text += piece.text
      else {
        if (open) hide(open.text, open.why)
        open = piece.why ? { text: piece.text, why: piece.why } : null
      }
    }
  }

  function runs(nodes: XmlNode[], look: Look, pieces: Piece[], boxes: XmlElement[]) {
    for (const element of elements(nodes)) {
      if (element.name === 'w:r') {
        const properties = childNamed(element, 'w:rPr')
        const character = styles.of(childNamed(properties, 'w:rStyle')?.attribs['w:val'])
        run(element, { ...look, ...character, ...lookOf(properties) }, pieces, boxes)
      } else if (element.name === 'w:del' || element.name === 'w:moveFrom') hide(deletedText(element), 'deleted')
      else if (element.name === 'm:t') pieces.push({ text: plain(element), why: hiddenWhy(look, pageFill) })
      else if (!element.name.endsWith('Pr')) runs(element.children, look, pieces, boxes)
    }
  }

  function run(element: XmlElement, look: Look, pieces: Piece[], boxes: XmlElement[]) {
    const why = hiddenWhy(look, pageFill)
    for (const child of elements(element.children)) {
      if (child.name === 'w:t') pieces.push({ text: plain(child), why })
      else if (child.name === 'w:delText') hide(plain(child), 'deleted')
      else if (child.name === 'w:tab' || child.name === 'w:ptab') pieces.push({ text: '\t', why: null })
      else if (child.name === 'w:noBreakHyphen') pieces.push({ text: '-', why })
      else if (child.name === 'w:br' || child.name === 'w:cr') {
        pieces.push({ text: '\n', why: null })
      } else if (child.name === 'w:lastRenderedPageBreak') turnPage()
      else if (child.name === 'mc:AlternateContent' || child.name === 'w:drawing' || child.name === 'w:pict')
        boxes.push(...textBoxes(child))
    }
  }

  let turned = 0
  function turnPage() {
    turned++
    if (page !== null) page++
  }

  return {
    lines,
    hidden,
    blocks,
    startPages: () => {
      page = 1
    },
    endPages: () => {
      page = null
    },
    pageCount: () => turned + 1,
  }
}

/** The cells of a row, also those wrapped in content controls. */
function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row.children).flatMap((child) =>
    child.name === 'w:tc' ? [child] : child.name === 'w:sdt' || child.name === 'w:sdtContent' ? cellsOf(child) : [],
  )
}

/** Text boxes inside a drawing. Word writes each twice, modern and legacy; the first is enough. */
function textBoxes(element: XmlElement): XmlElement[] {
  if (element.name === 'w:txbxContent') return [element]
  if (element.name === 'mc:AlternateContent') {
    const choices = elements(element.children).map((child) => elements(child.children).flatMap(textBoxes))
    return choices.find((boxes) => boxes.length > 0) ?? []
  }
  return elements(element.children).flatMap(textBoxes)
}

/** The fill of the shape around a text box: a plain colour, else unknown (null), which counts as visible. */
function shapeFill(box: XmlElement): string | null {
  for (let up = box.parent; up; up = up.parent) {
    if (up.name !== 'wps:wsp' && up.name !== 'v:shape' && up.name !== 'v:rect') continue
    const fill = childNamed(childNamed(up, 'wps:spPr'), 'a:solidFill')
    if (fill) return childNamed(fill, 'a:srgbClr')?.attribs['val'] ?? null
    if (up.attribs['fillcolor']) return /^#([0-9a-f]{6})\b/i.exec(up.attribs['fillcolor'])?.[1] ?? null
    return childNamed(childNamed(up, 'wps:spPr'), 'a:noFill') ? 'FFFFFF' : null
  }
  return null
}

function plain(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : '')).join('')
}

function deletedText(element: XmlElement): string {
  return elements(element.children)
    .map((child) => (child.name === 'w:delText' || child.name === 'w:t' ? plain(child) : deletedText(child)))
    .join('')
}
