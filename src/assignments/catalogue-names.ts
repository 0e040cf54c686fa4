import { fold } from '../text/fold.ts'
import type { Posting } from './assignment.ts'
import glossary from './glossary.json' with { type: 'json' }
import { plainWords, rootOf, rootsOf } from './word-roots.ts'

/** What a word of a name says: how strongly it points at one assignment. */
export type NameKind = 'client' | 'title' | 'alias' | 'place' | 'region' | 'generic'

export const nameWeight: Record<NameKind, number> = {
  client: 3,
  alias: 3,
  title: 2,
  place: 1.5,
  region: 0.8,
  generic: 0.2,
}

/** Kinds of client, and small words: they name nobody by themselves. */
const generic = new Set(
  rootsOf(
    `gemeente provincie waterschap hoogheemraadschap ministerie regio veiligheidsregio omgevingsdienst ggd universiteit hogeschool
     stichting bureau dienst agency municipality province ministry region authority board national nationaal werken bij opdracht
     projecten project team afdeling department noord zuid oost west midden van de het een en der den of the for and in op aan te voor met`,
  ),
)

export const isGeneric = (root: string): boolean => generic.has(root)

/** A reference without its punctuation: "WDV-2026-0178" → wdv20260178. */
export const plainNumber = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Every root an assignment can be called by, with the strongest thing it says. */
export function namesOf(posting: Posting): Map<string, NameKind> {
  const { title, organisation, location, region } = posting.posting
  const names = new Map<string, NameKind>()
  const add = (text: string | null, kind: NameKind) => {
    for (const word of plainWords(text ?? '')) {
      const root = rootOf(word)
      if (root.length < 2) continue
      const is = generic.has(root) ? 'generic' : kind
      const held = names.get(root)
      if (held === undefined || nameWeight[is] > nameWeight[held]) names.set(root, is)
    }
  }
  add(region, 'region')
  add(location, 'place')
  add(title, 'title')
  add(organisation, 'client')
  for (const alias of abbreviationsOf(posting)) names.set(rootOf(alias), 'alias')
  return names
}

/** "bedrijventerreinen (BT)", "National Tideworks Agency (NTA)": the short form of a word in the title or of the client. */
function abbreviationsOf(posting: Posting): string[] {
  const { title, organisation } = posting.posting
  const own = new Set(rootsOf(`${title ?? ''} ${organisation ?? ''}`).filter((root) => !generic.has(root)))
  const found = new Set<string>()
  for (const match of posting.text.slice(0, 20_000).matchAll(/([\p{L}-]+)\s+\(([A-Z]{2,6})\)/gu)) {
    if (own.has(rootOf(fold(match[1]!)))) found.add(fold(match[2]!))
  }
  for (const match of (organisation ?? '').matchAll(/\(([A-Z]{2,6})\)/g)) found.add(fold(match[1]!))
  return [...found]
}

const translations = new Map<string, string[]>()
const phrases: [RegExp, string[]][] = []
for (const [dutch, ...english] of glossary as [string, ...string[]][]) {
  for (const term of english) {
    const words = plainWords(term)
    if (words.length > 1)
      phrases.push([new RegExp(`\\b${words.map((word) => `${word}\\w{0,3}`).join('[ -]')}\\b`), [rootOf(dutch)]])
    else if (words[0] !== undefined) link(rootOf(words[0]), rootOf(dutch))
    if (words.length === 1) link(rootOf(dutch), rootOf(words[0]!))
  }
}

function link(from: string, to: string) {
  if (from !== to) translations.set(from, [...(translations.get(from) ?? []), to])
}

/** The same thing in the other language, as roots. */
export const translationsOf = (root: string): string[] => translations.get(root) ?? []

/** Dutch roots for English terms of more than one word: "business park" → bedrijventerrein. */
export function translatedPhrases(folded: string): { roots: string[]; text: string }[] {
  return phrases.flatMap(([pattern, roots]) => {
    const match = pattern.exec(folded)
    return match === null ? [] : [{ roots, text: match[0] }]
  })
}
