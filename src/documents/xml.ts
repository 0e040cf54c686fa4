import { Parser } from 'htmlparser2'
import { MaatstafError } from '../errors.ts'

/** Deeper than any office program nests; a hostile file would otherwise exhaust the stack of whoever walks the tree. */
const MAX_DEPTH = 400

export type XmlNode = string | XmlElement
export type XmlElement = {
  name: string
  attribs: Record<string, string>
  children: XmlNode[]
  parent: XmlElement | null
}

/** XML from an office file → its root's children. No document type, entity or external reference is ever followed. */
export function readXml(bytes: Uint8Array): XmlNode[] {
  return readMarkup(new TextDecoder().decode(bytes), true)
}

/** XML or HTML → a tree of elements and strings; comments and processing instructions are left out. */
export function readMarkup(text: string, xmlMode: boolean): XmlNode[] {
  const root: XmlElement = { name: '', attribs: {}, children: [], parent: null }
  let at = root
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attribs) {
        if (++depth > MAX_DEPTH) throw new MaatstafError('file-damaged', 'markup nested too deeply')
        const element: XmlElement = { name, attribs, children: [], parent: at }
        at.children.push(element)
        at = element
      },
      ontext(data) {
        at.children.push(data)
      },
      onclosetag() {
        depth--
        at = at.parent ?? root
      },
    },
    { xmlMode, decodeEntities: true, recognizeSelfClosing: xmlMode },
  )
  parser.end(text)
  return root.children
}

export function elements(nodes: XmlNode[]): XmlElement[] {
  return nodes.filter((node) => typeof node !== 'string')
}

/** All elements of this name, at any depth, in document order. */
export function findElements(nodes: XmlNode[], name: string): XmlElement[] {
  return elements(nodes).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...findElements(element.children, name),
  ])
}

/** The first element of this name, at any depth. */
export function findElement(nodes: XmlNode[], name: string): XmlElement | null {
  for (const element of elements(nodes)) {
    const found = element.name === name ? element : findElement(element.children, name)
    if (found) return found
  }
  return null
}

export function childNamed(element: XmlElement | null, name: string): XmlElement | null {
  return element ? (elements(element.children).find((child) => child.name === name) ?? null) : null
}

/** All text inside, in order. */
export function textOf(nodes: XmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}
