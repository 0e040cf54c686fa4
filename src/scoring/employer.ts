import type { Career, Engagement } from '../candidates/candidate.ts'
import { includesKind } from './criterion-employer.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passage.ts'
import { matchPattern, type Pattern } from './pattern.ts'
import type { Verdict } from './role.ts'
import { type Token, tokensOf } from './tokens.ts'

export type EmployerFinding = { verdict: Verdict; shownBy: Passage[]; against: Passage[] }

/** A legal form makes a company of whatever the name sounds like. */
const company =
  /(?:^|[\s(])(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|ltd\.?|plc|inc\.?|llc|gmbh|s\.?a\.?r\.?l\.?|holding)(?=[\s).,]|$)/iu

const agency =
  /detacher|uitzend|secondment|staffing|(?<![\p{L}])(?:interim|zzp|freelance\p{L}*|zelfstandig\p{L}*|eigen bureau)(?![\p{L}])/iu

/** What such a name ends on makes a firm of it, whatever it begins with: "Provincie & Partners Advocaten", "Gemeente Adviesgroep". */
const privateHead =
  /(?:^|[\s&-])(?:advocaten|advocatuur|advies|adviesgroep|adviseurs|consultancy|consulting|consultants|makelaars|makelaardij|notarissen|accountants|software|solutions|services|systems|systemen|group|groep|partners|detachering|recruitment|uitzendbureau|academy|academie|training|trainingen|opleidingen|uitgeverij|uitgevers|media|magazine|events|catering|automatisering|installaties|architecten|ingenieurs|interim|verzekeringen|webshop|winkel|shop|verhuur|schoonmaak|beveiliging|logistics|lawyers|advisers|advisors|publishing|ventures|technologies)$/iu

/**
 * Whether an engagement was carried out at one of these kinds of employer. Seconded to one counts; assignments for one, carried out elsewhere,
 * do not; where the text leaves it open, or the name tells nothing, a person should look. An umbrella (own company with assignments inside) never counts.
 */
export function employerOf(
  kinds: readonly string[],
  engagement: Engagement,
  passages: readonly Passage[],
  career: Career,
  lexicon: Lexicon,
): EmployerFinding {
  if (career.engagements.some((other) => other.within === engagement.index))
    return { verdict: 'no', shownBy: [], against: [] }
  const lines = passages.filter((passage) => passage.kind === 'organisation')
  const sentences = passages.filter((passage) => passage.kind === 'sentence' && passage.admissible)
  const stated = sentences.filter((passage) => carriedOut(passage.text, passage.tokens, kinds, lexicon) === 'yes')
  if (lines.length === 0) {
    const titles = passages.filter((passage) => passage.kind === 'title' && ofKind(passage.tokens, kinds, lexicon))
    if (stated.length > 0) return { verdict: 'yes', shownBy: stated.slice(0, 1), against: [] }
    return { verdict: 'maybe', shownBy: titles, against: [] }
  }
  const verdicts = lines.map((line) => ({ line, verdict: byName(line, kinds, lexicon) }))
  const best = (['yes', 'maybe'] as const).flatMap(
    (verdict) => verdicts.find((each) => each.verdict === verdict) ?? [],
  )[0]
  if (best?.verdict === 'yes') return { verdict: 'yes', shownBy: [best.line], against: [] }
  if (stated.length > 0) return { verdict: 'yes', shownBy: [...lines.slice(0, 1), ...stated.slice(0, 1)], against: [] }
  // Who is sent out by an agency may have worked at the body that a sentence names: the text leaves it open.
  const named = lines.some((line) => agency.test(line.text) && !has(lexicon.employers.notThere, line.tokens))
    ? sentences.find((each) => ofKind(each.tokens, kinds, lexicon) && !has(lexicon.employers.notThere, each.tokens))
    : undefined
  if (!best && named) return { verdict: 'maybe', shownBy: [...lines.slice(0, 1), named], against: [] }
  return { verdict: best?.verdict ?? 'no', shownBy: best ? [best.line] : [], against: best ? [] : lines.slice(0, 1) }
}

function byName(line: Passage, kinds: readonly string[], lexicon: Lexicon): Verdict {
  const elsewhere = has(lexicon.employers.notThere, line.tokens)
  if (elsewhere) return 'no'
  const carried = carriedOut(line.text, line.tokens, kinds, lexicon)
  if (carried !== null) return carried
  const [name = '', ...rest] = line.text.split(/[(,;–|]|\s-\s/)
  const tokens = tokensOf(name)
  const after = tokensOf(rest.join(' '))
  if (company.test(name) || privateHead.test(name.trim())) return ofKind(after, kinds, lexicon) ? 'maybe' : 'no'
  const isKind = ofKind(tokens, kinds, lexicon)
  const opensWithClient = opens(lexicon.employers.leftOpen, tokens)
  const isPrivate = has(lexicon.employers.private, tokens)
  if (isKind) return isPrivate || opensWithClient ? 'maybe' : 'yes'
  if (ofKind(after, kinds, lexicon)) return has(lexicon.employers.leftOpen, after) || isPrivate ? 'maybe' : 'yes'
  if (isPrivate || company.test(line.text) || otherKind(tokens, lexicon)) return 'no'
  return 'maybe'
}

/** "gedetacheerd bij provincie Drenthe": yes for a kind that is asked for, no for another; null when nothing of the sort is said. */
function carriedOut(
  text: string,
  tokens: readonly Token[],
  kinds: readonly string[],
  lexicon: Lexicon,
): Verdict | null {
  const at = lexicon.employers.carriedOutAt.flatMap(
    (pattern) => matchPattern(pattern, tokens, () => null)?.at(-1) ?? [],
  )
  if (at.length === 0 || has(lexicon.employers.notThere, tokens)) return null
  const from = tokens[Math.min(...at)]!.end
  const place = tokensOf(text.slice(from).split(/[;.]\s|\)/)[0] ?? '')
  return ofKind(place, kinds, lexicon)
    ? 'yes'
    : otherKind(place, lexicon) || company.test(text.slice(from))
      ? 'no'
      : 'maybe'
}

function ofKind(tokens: readonly Token[], wanted: readonly string[], lexicon: Lexicon): boolean {
  return [...lexicon.employers.kinds].some(
    ([kind, { words }]) => wanted.some((each) => includesKind(lexicon, each, kind)) && has(words, tokens),
  )
}

const otherKind = (tokens: readonly Token[], lexicon: Lexicon): boolean =>
  [...lexicon.employers.kinds.values()].some(({ words }) => has(words, tokens))

/** "Opdrachten voor gemeenten" opens with a client; "Rijksdienst voor Ondernemend Nederland" is a name. */
const opens = (patterns: readonly Pattern[], tokens: readonly Token[]): boolean =>
  patterns.some((pattern) => matchPattern(pattern, tokens, () => null)?.[0] === 0)

function has(patterns: readonly Pattern[], tokens: readonly Token[]): boolean {
  return patterns.some((pattern) => matchPattern(pattern, tokens, () => null) !== null)
}
