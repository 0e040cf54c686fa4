import type { HiddenText } from './document.ts'
import { findElement, findElements, textOf, type XmlNode } from './xml.ts'

/**
 * The number of pages as Word counted them, null when another program wrote the file or the counts do not fit the text: only Word
 * lays the pages out before it saves, others copy or invent the number.
 */
export function docxPages(app: XmlNode[], visibleLength: number): number | null {
  const value = (name: string) => textOf(findElement(app, name)?.children ?? []).trim()
  const pages = Number(value('Pages'))
  const characters = Number(value('CharactersWithSpaces') || value('Characters'))
  if (!/^Microsoft (?:Office )?(?:Macintosh )?Word/i.test(value('Application'))) return null
  if (!Number.isInteger(pages) || pages < 1 || pages > 500 || !(characters > 0)) return null
  const share = visibleLength / characters
  return share > 0.5 && share < 2 ? pages : null
}

/** Comments and document properties: text in the file that is not on the page. */
export function docxHidden(xml: (name: string) => XmlNode[]): HiddenText[] {
  const comments = findElements(xml('word/comments.xml'), 'w:comment').map((comment) =>
    findElements(comment.children, 'w:p')
      .map((paragraph) =>
        findElements(paragraph.children, 'w:t')
          .map((t) => textOf(t.children))
          .join(''),
      )
      .join(' '),
  )
  const core = xml('docProps/core.xml')
  const properties = ['dc:subject', 'dc:description', 'cp:keywords', 'cp:category', 'dc:title'].flatMap((name) =>
    findElements(core, name).map((element) => ({ name, text: textOf(element.children) })),
  )
  const custom = findElements(xml('docProps/custom.xml'), 'property').map((property) => textOf(property.children))
  return [
    ...comments.map((text) => hidden(text, 'comment')),
    ...properties.filter(({ name, text }) => tellsSomething(name, text)).map(({ text }) => hidden(text, 'metadata')),
    ...custom.filter((text) => /\p{L}+\s+\p{L}+\s+\p{L}+/u.test(text)).map((text) => hidden(text, 'metadata')),
  ].filter(({ text }) => text !== '')
}

/** A title such as "CV Jansen" says nothing new; a sentence in it does. */
function tellsSomething(name: string, text: string): boolean {
  return name !== 'dc:title' || text.trim().split(/\s+/).length > 8
}

const hidden = (text: string, why: HiddenText['why']): HiddenText => ({ text: text.trim(), page: null, why })
