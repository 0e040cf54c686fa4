import { MaatstafError } from '../errors.ts'
import { blendsIn } from './contrast.ts'
import type { HiddenText } from './document.ts'
import type { Parsed, ParsedLine } from './parsed.ts'
import { rowLines } from './table-row.ts'
import { unzipSome } from './unzip.ts'
import {
  childNamed,
  elements,
  findElement,
  findElements,
  readXml,
  textOf,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

type Look = { hidden?: boolean; colour?: string; points?: number; fill?: string }

/** An OpenDocument text → its visible lines. */
export function parseOdt(bytes: Uint8Array, names: string[]): Parsed {
  const files = unzipSome(bytes, (name) => /^(?:content|styles|meta|META-INF\/manifest)\.xml$/.test(name))
  const xml = (name: string) => {
    const file = files.get(name)
    return file ? readXml(file) : []
  }
  if (findElement(xml('META-INF/manifest.xml'), 'manifest:encryption-data'))
    throw new MaatstafError('file-encrypted', 'encrypted odt')
  const content = xml('content.xml')
  const styles = xml('styles.xml')
  const lookOf = readLooks([...styles, ...content])
  const lines: ParsedLine[] = []
  const hidden: HiddenText[] = []
  const hide = (text: string, why: HiddenText['why']) => {
    if (text.trim() !== '') hidden.push({ text: text.trim(), page: null, why })
  }

  function blocks(nodes: XmlNode[], look: Look, bullet = '') {
    for (const element of elements(nodes)) {
      const { name } = element
      if (name === 'text:p' || name === 'text:h') paragraph(element, look, bullet)
      else if (name === 'text:list-item') blocks(element.children, look, '• ')
      else if (name === 'table:table-row') row(element, look)
      else if (name === 'text:tracked-changes')
        for (const gone of elements(element.children)) hide(paragraphsOf(gone), 'deleted')
      else if (name === 'office:annotation') hide(paragraphsOf(element), 'comment')
      else if (!/^(?:text:sequence-decls|office:forms|svg:title|svg:desc|text:table-of-content-source)$/.test(name))
        blocks(element.children, look, bullet)
    }
  }

  function row(element: XmlElement, look: Look) {
    const cells = elements(element.children)
      .filter(({ name }) => name === 'table:table-cell')
      .map((cell) => {
        const from = lines.length
        blocks(cell.children, { ...look, ...lookOf(cell.attribs['table:style-name']) })
        return lines.splice(from).map((line) => line.text)
      })
    for (const text of rowLines(cells)) lines.push({ text, page: null })
  }

  function paragraph(element: XmlElement, around: Look, bullet: string) {
    const boxes: XmlElement[] = []
    const visible = inline(element, { ...around, ...lookOf(element.attribs['text:style-name']) }, boxes)
    const heading = element.name === 'text:h'
    for (const text of visible.split('\n'))
      lines.push({
        text: text.trim() === '' || heading ? text : bullet + text,
        page: null,
        ...(heading ? { gap: true } : {}),
      })
    for (const box of boxes) blocks(box.children, around)
  }

  /** Visible text of a paragraph; what is hidden in it is set aside. */
  function inline(element: XmlElement, look: Look, boxes: XmlElement[]): string {
    return element.children
      .map((child) => {
        if (typeof child === 'string') return seen(child.replace(/\s+/g, ' '), look)
        const { name, attribs } = child
        if (name === 'text:s') return ' '.repeat(Math.min(Number(attribs['text:c'] ?? 1), 40))
        if (name === 'text:tab') return '\t'
        if (name === 'text:line-break') return '\n'
        if (name === 'office:annotation') {
          hide(paragraphsOf(child), 'comment')
          return ''
        }
        if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') {
          hide(textOf(child.children) || (attribs['text:string-value'] ?? ''), 'vanish')
          return ''
        }
        if (name.startsWith('draw:')) {
          boxes.push(...findElements([child], 'draw:text-box'))
          return ''
        }
        if (name === 'text:note') {
          boxes.push(...findElements(child.children, 'text:note-body'))
          return ''
        }
        return inline(child, { ...look, ...lookOf(attribs['text:style-name']) }, boxes)
      })
      .join('')
  }

  function seen(text: string, look: Look): string {
    const why = look.hidden
      ? 'vanish'
      : (look.points ?? 11) < 4
        ? 'tiny'
        : look.colour && blendsIn(look.colour, look.fill ?? '#ffffff')
          ? 'background-colour'
          : null
    if (why === null) return text
    hide(text, why)
    return ''
  }

  for (const name of ['style:header', 'office:text', 'style:footer'])
    for (const part of findElements(name === 'office:text' ? content : styles, name)) blocks(part.children, {})
  const meta = findElement(xml('meta.xml'), 'office:meta')
  for (const name of ['dc:subject', 'dc:description', 'meta:keyword', 'meta:user-defined'])
    for (const element of findElements(meta?.children ?? [], name)) hide(textOf(element.children), 'metadata')
  return {
    format: 'odt',
    pages: null,
    lines: withGaps(lines),
    hidden,
    pictures: names.some((name) => name.startsWith('Pictures/')),
  }
}

function paragraphsOf(element: XmlElement): string {
  return findElements(element.children, 'text:p')
    .map((paragraph) => textOf(paragraph.children))
    .join(' ')
}

function withGaps(lines: ParsedLine[]): ParsedLine[] {
  return lines.flatMap((line, i) =>
    line.text.trim() === '' ? [] : [{ ...line, ...(lines[i - 1]?.text.trim() === '' ? { gap: true } : {}) }],
  )
}

/** Visibility of every named style, with inheritance. */
function readLooks(nodes: XmlNode[]): (name: string | undefined) => Look {
  const byName = new Map(findElements(nodes, 'style:style').map((style) => [style.attribs['style:name'] ?? '', style]))
  const of = (name: string | undefined, depth = 0): Look => {
    const style = byName.get(name ?? '')
    if (!style || depth > 20) return {}
    const text = childNamed(style, 'style:text-properties')?.attribs ?? {}
    const cell = childNamed(style, 'style:table-cell-properties')?.attribs ?? {}
    const paragraph = childNamed(style, 'style:paragraph-properties')?.attribs ?? {}
    const fill = [text, paragraph, cell]
      .map((part) => part['fo:background-color'])
      .find((value) => value && value !== 'transparent')
    const points = /^([\d.]+)pt$/.exec(text['fo:font-size'] ?? '')?.[1]
    return {
      ...of(style.attribs['style:parent-style-name'], depth + 1),
      ...(text['text:display'] ? { hidden: text['text:display'] === 'none' } : {}),
      ...(text['fo:color'] ? { colour: text['fo:color'] } : {}),
      ...(points ? { points: Number(points) } : {}),
      ...(fill ? { fill } : {}),
    }
  }
  return of
}
