import { blendsIn } from './contrast.ts'
import type { HiddenText } from './document.ts'
import { childNamed, findElement, findElements, type XmlElement, type XmlNode } from './xml.ts'

/** How a stretch of a Word document looks; undefined = nothing said. `fill` is null where it cannot be known (a table style, a picture). */
export type Look = { vanish?: boolean; colour?: string; halfPoints?: number; fill?: string | null; narrow?: boolean }

export type Styles = {
  base: Look
  of(id: string | undefined): Look
  isHeading(id: string | undefined): boolean
  fillsTables(id: string | undefined): boolean
}

/** Reads styles.xml: character properties with inheritance, which styles are headings, which table styles paint cells. */
export function readStyles(nodes: XmlNode[]): Styles {
  const byId = new Map(findElements(nodes, 'w:style').map((style) => [style.attribs['w:styleId'] ?? '', style]))
  const cache = new Map<string, Look>()
  const of = (id: string | undefined, depth = 0): Look => {
    const style = id === undefined ? undefined : byId.get(id)
    if (!style || depth > 20) return {}
    const known = cache.get(id!)
    if (known) return known
    const parent = childNamed(style, 'w:basedOn')?.attribs['w:val']
    const look = {
      ...of(parent, depth + 1),
      ...paragraphFill(childNamed(style, 'w:pPr')),
      ...lookOf(childNamed(style, 'w:rPr')),
    }
    cache.set(id!, look)
    return look
  }
  const nameOf = (id: string | undefined) =>
    childNamed(byId.get(id ?? '') ?? null, 'w:name')?.attribs['w:val'] ?? id ?? ''
  return {
    base: lookOf(childNamed(findElement(nodes, 'w:rPrDefault'), 'w:rPr')),
    of,
    isHeading: (id) => /^(?:heading|kop|title|titel|subtitle)\b|^(?:Heading|Kop)\d/i.test(nameOf(id)),
    fillsTables: (id) => {
      const style = byId.get(id ?? '')
      return style !== undefined && findElements(style.children, 'w:shd').length > 0
    },
  }
}

/** What w:rPr says about visibility. */
export function lookOf(properties: XmlElement | null): Look {
  if (!properties) return {}
  const look: Look = {}
  const value = (name: string) => childNamed(properties, name)?.attribs['w:val']
  for (const name of ['w:vanish', 'w:webHidden', 'w:specVanish'])
    if (childNamed(properties, name)) look.vanish = !/^(?:0|false|off)$/.test(value(name) ?? '1')
  const colour = value('w:color')
  if (colour) look.colour = colour
  const size = Number(value('w:sz'))
  if (size > 0) look.halfPoints = size
  const width = Number.parseInt(value('w:w') ?? '', 10)
  if (width > 0) look.narrow = width < 10
  const highlight = value('w:highlight')
  if (highlight && highlight !== 'none') look.fill = highlights[highlight] ?? null
  const shade = childNamed(properties, 'w:shd')
  if (shade) look.fill = fillOf(shade)
  return look
}

/** Paragraph shading lies behind its runs. */
export function paragraphFill(properties: XmlElement | null): Look {
  const shade = childNamed(properties, 'w:shd')
  return shade ? { fill: fillOf(shade) } : {}
}

/** The colour behind: null when a theme or pattern decides it. */
export function fillOf(shade: XmlElement): string | null {
  const fill = shade.attribs['w:fill']
  if (fill === undefined || fill === 'auto') return shade.attribs['w:themeFill'] ? null : 'FFFFFF'
  return fill
}

/** Why nobody can see text that looks so on this page; null when it can be seen. */
export function hiddenWhy(look: Look, page: string): HiddenText['why'] | null {
  if (look.vanish) return 'vanish'
  if ((look.halfPoints ?? 22) < 8 || look.narrow) return 'tiny'
  const fill = look.fill === undefined ? page : look.fill
  const colour = !look.colour || look.colour === 'auto' ? null : look.colour
  return colour && fill && blendsIn(colour, fill) ? 'background-colour' : null
}

const highlights: Record<string, string> = {
  white: 'FFFFFF',
  black: '000000',
  yellow: 'FFFF00',
  green: '00FF00',
  cyan: '00FFFF',
  magenta: 'FF00FF',
  blue: '0000FF',
  red: 'FF0000',
  lightGray: 'D3D3D3',
  darkGray: 'A9A9A9',
}
