import { fold } from '../text/fold.ts'
import type { Lexicon } from './lexicon.ts'
import { matchPattern } from './pattern.ts'
import { tokensOf } from './tokens.ts'

const preposition = /(?<![\p{L}])(?:bij|binnen|in|voor|at|within|for|with)\s+/giu
const phrase =
  /^((?:een|de|het|an?|the|één|any|meerdere|diverse|several|minimaal (?:één|twee|drie)|ten minste één)\s+)?([^.;()]+?)(?=\s+(?:met|in de|op|als|waarbij|waarin|opgedaan|over|aan|as|with|on|during|gedurende|in the last|in the past|rondom|te|bij|binnen|voor|for|at)\s|[.;()]|$)/iu

/**
 * "bij een gemeente of waterschap": the kinds of employer, and the text without them. Only where every item of the list is a kind of
 * employer: "binnen gemeentelijke samenwerkingen" is a context.
 */
export function takeEmployers(text: string, lexicon: Lexicon): { rest: string; employers: string[] | null } {
  for (const opening of [...text.matchAll(preposition)].reverse()) {
    const from = opening.index + opening[0].length
    const match = phrase.exec(text.slice(from))
    if (!match) continue
    const items = match[2]!
      .split(/\s*(?:,|\/|\ben\/of\b|\band\/or\b|\bof\b(?!\s+the)|\bor\b|\bdan wel\b|\ben\b|\band\b)\s*/iu)
      .map((item) => fold(item))
      .filter(
        (item) =>
          item.length > 1 &&
          !/^(?:een|andere|other|vergelijkbare|soortgelijke|similar|comparable)?\s*(?:vergelijkbare|soortgelijke|similar|comparable|gelijkwaardige)\s*(?:organisatie|instelling|organisation|omgeving)?$/.test(
            item,
          ),
      )
    const kinds = items.map((item) => kindsOfPhrase(item, lexicon))
    if (items.length === 0 || kinds.some((found) => found.length === 0)) continue
    const rest = `${text.slice(0, opening.index)} ${text.slice(from + match[0].length)}`
    return { rest, employers: [...new Set(kinds.flat())] }
  }
  return { rest: text, employers: null }
}

/** Kinds of employer that a noun phrase of a criterion names: its last word must belong to the name or be a plain word for organisation. */
function kindsOfPhrase(phrase: string, lexicon: Lexicon): string[] {
  const tokens = tokensOf(
    phrase.replace(
      /^(?:een|de|het|an?|the|middel)?(?:grote|kleine|middelgrote|nederlandse|large|dutch|andere|other)?\s+/u,
      '',
    ),
  )
  if (tokens.length === 0 || tokens.length > 5) return []
  const organisation =
    /^(?:organisatie|organisaties|instelling|instellingen|instantie|instanties|organisation|organisations|organization|organizations|body|bodies|institution|institutions|agency|agencies|environment|omgeving|sector|domein|dienst|diensten|bestuur|setting|bedrijf|orgaan|context|organen|authority|authorities|company)$/
  let last = tokens.length - 1
  while (last > 0 && organisation.test(tokens[last]!.word)) last--
  const found: string[] = []
  for (const [kind, { words }] of lexicon.employers.kinds) {
    const hit = words.some((pattern) => {
      const at = matchPattern(pattern, tokens, () => null)
      return at?.some((index) => index >= last) ?? false
    })
    if (hit) found.push(kind)
  }
  // "decentrale overheid" is narrower than "overheid": the narrower kind alone counts.
  return found.filter((kind) => !found.some((other) => other !== kind && includesKind(lexicon, kind, other)))
}

/** True when every employer of kind `part` is also one of kind `whole`. */
export function includesKind(lexicon: Lexicon, whole: string, part: string): boolean {
  if (whole === part) return true
  const includes = lexicon.employers.kinds.get(whole)?.includes ?? []
  if (includes.some((kind) => includesKind(lexicon, kind, part))) return true
  return includes.length > 0 && (lexicon.employers.kinds.get(part)?.includes ?? []).length > 0
    ? (lexicon.employers.kinds.get(part)?.includes ?? []).every((kind) => includes.includes(kind))
    : false
}
