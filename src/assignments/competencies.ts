import type { Page, Reading } from './reading.ts'
import type { PostingSection } from './sections.ts'

const split = (text: string) =>
  text
    .replace(/\.$/, '')
    .split(/\s*[;,]\s+(?:en\s+|and\s+)?|\s+[•·|/]\s+|\s+(?:en|and)\s+(?=\p{L}+$)/u)
    .map((part) => part.trim())
    .filter(Boolean)

/** "…, netwerken en politiek gevoel": the last two of a list, unless they are one expression. */
function parted(parts: string[]): string[] {
  const last = parts.at(-1) ?? ''
  const two = /^((?:\S+ ){0,2}\S+) (?:en|and) ((?:\S+ ){0,2}\S+)$/.exec(last)
  if (parts.length < 2 || !two || /plan|mondeling|schriftelijk|oral|written|woord en/i.test(last)) return parts
  return [...parts.slice(0, -1), two[1]!, two[2]!]
}

/** Competences in one line: "analytisch, overtuigend, zelfstandig". */
function listed(text: string): string[] | null {
  const parts = parted(split(text))
  return parts.length >= 2 && parts.every((part) => part.split(/\s+/).length <= 4) ? parts : null
}

const adjective =
  /(?<=[\p{Ll})]) (?=\p{Lu}\p{Ll}*(?:isch|ief|ig|baar|lijk|gericht|vaardig|sterk|end|ieve|matig|zaam|ive|able|ing|al|ed) \p{Ll})/u

/** A copy that lost a line end glues two items: "… programmatisch werken Strategisch sterk met …". */
function unglue(text: string, siblings: string[]): string[] {
  const capitals = siblings.every((sibling) => /^\p{Lu}/u.test(sibling))
  return capitals && siblings.length > 1 ? text.split(adjective).map((part) => part.trim()) : [text]
}

/** The competences of a posting, without points; as a list under their heading, or in one line. */
export function competenciesOf(page: Page, sections: PostingSection[]): Reading<string>[] {
  for (const section of sections) {
    if (section.kind !== 'competencies') continue
    const marked = section.lines.filter(({ marker }) => marker !== null)
    if (marked.length > 0) {
      const texts = marked.map(({ body }) => body.text.replace(/[;,]$/, '').replace(/^((?:\S+\s?){1,4})\.$/, '$1'))
      return marked.flatMap(({ start, end }, index) =>
        unglue(texts[index]!, texts).map((value) => ({ value, start, end, certainty: 'label' as const })),
      )
    }
    const line = section.lines[0]
    const parts = line ? listed(line.text) : null
    if (line && parts)
      return parts.map((value) => ({ value, start: line.start, end: line.end, certainty: 'label' as const }))
    const plain = section.lines
      .map(({ text, cells, piped, start, end }) => ({ text: piped && cells[0] ? cells[0].text : text, start, end }))
      .filter(({ text }) => text.length <= 160 && !/[.]$/.test(text) && !/^compet(?:entie|ency|entce)s?$/i.test(text))
    if (plain.length > 0)
      return plain.map(({ text, start, end }) => ({
        value: text.replace(/[;,]$/, ''),
        start,
        end,
        certainty: 'position' as const,
      }))
  }
  const entry = page.labelled.find(({ field }) => field === 'competencies')
  if (entry)
    return (listed(entry.value.text) ?? [entry.value.text.replace(/\.$/, '')]).map((value) => ({
      value,
      start: entry.start,
      end: entry.end,
      certainty: 'label' as const,
    }))
  for (const { text, start, end } of page.prose) {
    const match =
      /(?:competenties|competencies|eigenschappen|kwaliteiten|qualities)(?: (?:zijn|are)\s*:?|\s*:)\s*(.+)$/i.exec(
        text,
      ) ??
      /(?:persoon|zoek\p{L}*|looking for|seek\p{L}*)\b[^.:]{0,30}\b(?:iemand|een persoon|someone|somebody) (?:die|who(?: is)?) ([^.:]+?)(?: (?:is|bent))?\.?$/iu.exec(
        text,
      )
    const parts = match ? listed(match[1]!) : null
    if (parts) return parts.map((value) => ({ value, start, end, certainty: 'prose' as const }))
  }
  return []
}
