import type { Career } from '../candidates/candidate.ts'
import { mask } from '../candidates/masking.ts'
import type { Document, DocumentKind } from '../documents/document.ts'

const cover = '▇'
const nothingRead: Career = { engagements: [], education: [], references: { count: 0, spans: [] }, newestMonth: null }
const word = String.raw`\p{Lu}[\p{L}'’.-]*`
const particle = "(?:van|de|der|den|ten|ter|te|het|'t|von|la|le|el|al|bin|di|da)"
const referee = new RegExp(
  String.raw`^\s*(?:[•*-]\s*)?(?:dhr\.?|mw\.?|mevr\.?|de heer|mevrouw|mr\.?|mrs\.?|ms\.?)?\s*(${word}(?:\s+(?:${particle}\s+)*${word}){1,4})`,
  'u',
)

/**
 * The documents with everything personal covered, letter for letter, so that every offset stays what it was: what masking takes
 * out before a model reads along, and the first words of each line under the references, also when no career was confirmed.
 */
export function coveredTexts(
  documents: Partial<Record<DocumentKind, Document>>,
  career: Career | null,
): Partial<Record<DocumentKind, string>> {
  const masked = mask(documents, career ?? nothingRead)
  const texts: Partial<Record<DocumentKind, string>> = {}
  for (const kind of Object.keys(documents) as DocumentKind[]) {
    const own = documents[kind]?.text ?? ''
    const cuts = [...(masked.texts[kind] ?? '').matchAll(/\[[A-Z]+-\d+\]/g)].map((token) =>
      masked.unmask(kind, token.index, token.index + token[0].length),
    )
    texts[kind] = hidden(own, [...cuts, ...refereesIn(own)])
  }
  return texts
}

/** Words that stand in no document of their own, such as hidden text: covered by what the documents gave away. */
export function coveredWords(words: string, career: Career | null): string {
  const document: Document = {
    format: 'txt',
    pages: null,
    text: words,
    lines: [],
    hidden: [],
    language: null,
    hash: '',
  }
  return coveredTexts({ explanation: document }, career).explanation ?? ''
}

function hidden(text: string, cuts: { start: number; end: number }[]): string {
  let result = text
  for (const { start, end } of cuts) {
    result = result.slice(0, start) + result.slice(start, end).replace(/\S/g, cover) + result.slice(end)
  }
  return result
}

function refereesIn(text: string): { start: number; end: number }[] {
  const heading = /^[ \t#*]*(?:referenties?|referenten|references?|referees)[ \t:*]*$/gimu.exec(text)
  if (!heading) return []
  let start = heading.index + heading[0].length + 1
  return text
    .slice(start)
    .split('\n', 15)
    .flatMap((line) => {
      const from = start
      start += line.length + 1
      const name = referee.exec(line)
      if (!name?.[1]) return []
      const at = from + name[0].length - name[1].length
      return [{ start: at, end: at + name[1].length }]
    })
}
