import type { Career, Span } from './candidate.ts'
import type { CareerLine } from './career-lines.ts'
import { organisationScore, roleScore } from './header.ts'
import type { Section } from './sections.ts'

const titles =
  /^(?:naam\s*:\s*|name\s*:\s*|\d[.)]\s*)?(?:(?:de heer|dhr|mevrouw|mevr|mw|mr|mrs|ms|dr|drs|ir|ing|prof|heer|meneer)\b\.?\s+)*/i
const initials = '(?:\\p{Lu}\\.\\s?){1,4}'
const word = "\\p{Lu}[\\p{L}'’]+(?:-\\p{Lu}[\\p{L}'’]+)?"
const particle = "(?:(?:van|de|der|den|het|ter|ten|te|in|'t|’t|op|el|al|ben|von|la|le|di|da|y|aan)\\s+){0,3}"
/** First name or initials, then a surname with its particles. */
const person = new RegExp(
  `^((?:${initials}\\s*|${word}\\s+(?:\\p{Lu}\\.\\s?)*)${particle}${word}(?:\\s+${particle}${word})?)(?=$|[\\s,(;:|–—-])`,
  'u',
)
const onRequest =
  /op (?:aan|ver)(?:vraag|zoek)|(?:available|provided|furnished)? ?(?:up)?on request|beschikbaar op|worden (?:graag )?(?:verstrekt|gegeven)/i

/** People named as referees: counted once each, with where they stand. */
export function referencesOf(sections: Section[]): Career['references'] {
  const found = new Map<string, Span>()
  for (const section of sections.filter(({ kind }) => kind === 'references'))
    for (const line of section.lines) {
      if (onRequest.test(line.text) && !/\d{4}/.test(line.text)) continue
      for (const piece of piecesOf(line)) {
        const name = personIn(piece.text)
        if (name && !found.has(name)) found.set(name, { source: 'cv', start: line.start, end: line.end })
      }
    }
  return { count: found.size, spans: [...found.values()] }
}

/** Several people on one line are parted by semicolons, cells, or "en" between two names. */
function piecesOf(line: CareerLine): { text: string }[] {
  return line.cells
    .flatMap((cell) => cell.text.split(/\s*;\s*|(?<=\)),\s+(?=\p{Lu})/u))
    .flatMap((text) => {
      const [first, ...others] = text.split(/\s+(?:en|and|&)\s+(?=\p{L}+\.?\s)/u)
      return others.length > 0 && !first!.includes(',') && personIn(first!) ? [first!, ...others] : [text]
    })
    .map((text) => ({ text: text.replace(/^(?:referentie|referent|reference)\s*\d?\s*[:.-]\s*/i, '').trim() }))
}

/** The name that opens a text, null when it is a role, an employer or a place. */
export function personIn(text: string): string | null {
  const name = person.exec(text.replace(titles, ''))?.[1]
  return !name || roleScore(name) > 0 || organisationScore(name) > 0 ? null : name.toLowerCase()
}
