import { type Facet, facetsOf, type Tree, type Unit } from './criterion.ts'
import { alsoCalled, withoutNames } from './criterion-names.ts'
import type { Lexicon } from './lexicon.ts'
import { type Token, tokensOf } from './tokens.ts'
import { isNoise, narrowedTo, topicHits, unitsOf } from './unit.ts'

/** Words that part the items of a list; `of` is a word of choice in Dutch only. */
const and = new Set(['en', 'and', 'alsmede', 'evenals', 'alsook', 'plus'])
const or = new Set(['of', 'or', 'danwel', 'ofwel'])
/** Prepositions that open a context: everything after them must hold where the topic is shown. */
const contextual = new Set(['binnen', 'rondom', 'within', 'onder', 'under', 'inside'])
const prepositions = new Set([
  'van',
  'met',
  'voor',
  'bij',
  'in',
  'op',
  'naar',
  'uit',
  'over',
  'tot',
  'door',
  'aan',
  'tussen',
  'of',
  'for',
  'with',
  'on',
  'from',
  'at',
  'to',
  'between',
  'into',
  ...contextual,
])

type Piece = { tokens: Token[]; joiner: 'and' | 'or' | 'comma' | null }

/** The topic of a criterion as a tree, and its contexts. `english` decides what "of" is. Facet ids count up from `first`. */
export function topicOf(
  printed: string,
  whole: Lexicon,
  english: boolean,
  first = 0,
): { topic: Tree | null; contexts: Tree[]; next: number } {
  const numbering = { next: first }
  const { text, names } = withoutNames(printed.replace(idioms, ' ').replace(bothOf, '$1 en '))
  const tokens = tokensOf(text, whole.verbs)
  const lexicon = narrowedTo(tokens, whole)
  const [main, ...contexts] = contextsOf(tokens, lexicon)
  const topic = treeOf(text, main!, lexicon, english, numbering)
  for (const facet of facetsOf(topic))
    for (const { before, words } of names) if (text.slice(0, before).includes(facet.text)) alsoCalled(facet, words)
  const trees = contexts.flatMap((tokens) => treeOf(text, tokens, lexicon, english, numbering) ?? [])
  const where = surroundings.test(printed) && topic?.kind === 'facet' && trees.length === 0 ? [topic] : trees
  for (const facet of where.flatMap(facetsOf)) facet.setting = true
  return topic === null && trees.length > 0
    ? { topic: trees[0]!, contexts: trees.slice(1), next: numbering.next }
    : { topic, contexts: trees, next: numbering.next }
}

/** "Zowel bewoners als de scheepvaart": a list of two. */
const bothOf = /(?<![\p{L}])zowel\s+([^.;]{2,60}?),?\s+als(?:\s+ook)?\s/giu

/** Turns of phrase whose words are no topic. */
const idioms =
  /(?<![\p{L}])(?:op grond van|op basis van|in het kader van|met betrekking tot|ten aanzien van|ten behoeve van|door middel van|in het bijzonder|onder andere|on the basis of|in terms of|with regard to|in relation to)(?![\p{L}])/giu

/** "Binnen een politiek-bestuurlijke omgeving": where one worked. */
const surroundings =
  /(?:binnen|in|within) (?:een |a |an )?[\p{L} -]{3,40}(?:omgeving|context|setting|environment|speelveld|krachtenveld)\W*$/iu

/** Parts "X binnen Y": Y is a context unless nothing of substance comes before it, or it goes on with a list ("binnen of rondom"). */
function contextsOf(tokens: Token[], lexicon: Lexicon): Token[][] {
  const at = tokens.findIndex(
    (token, index) =>
      contextual.has(token.word) &&
      tokens.slice(0, index).some((before) => !isNoise(before, lexicon)) &&
      tokens.slice(index + 1).some((after) => !isNoise(after, lexicon)),
  )
  if (at < 0) return [tokens]
  // "rondom X en Y binnen Z": the last opening word opens the context, what stands between belongs to the topic.
  const last = tokens.findLastIndex((token, index) => index >= at && contextual.has(token.word))
  const before = tokens.slice(0, last)
  const context = tokens.slice(last + 1)
  if (unitsOf(before, lexicon).every((unit) => unit.soft)) return [tokens]
  return [before, context]
}

function treeOf(
  text: string,
  tokens: Token[],
  lexicon: Lexicon,
  english: boolean,
  numbering: { next: number },
): Tree | null {
  const pieces = piecesOf(text, tokens, lexicon, english)
  const unitsOfPieces = distribute(pieces, lexicon)
  const facets = unitsOfPieces.flatMap(({ units, piece }): { tree: Tree; joiner: Piece['joiner'] }[] => {
    if (units.length === 0) return []
    const words = piece.tokens.filter((token) => !isNoise(token, lexicon))
    const facet: Facet = {
      id: `f${numbering.next++}`,
      text:
        words.length > 0 ? text.slice(words[0]!.start, words.at(-1)!.end) : units.map((unit) => unit.words).join(' '),
      units: units.every((unit) => unit.soft) ? units.map((unit) => ({ ...unit, soft: false })) : units,
    }
    return [{ tree: { kind: 'facet', facet }, joiner: piece.joiner }]
  })
  if (facets.length === 0) return null
  if (facets.length === 1) return facets[0]!.tree
  const joiners = facets.slice(1).map((facet) => facet.joiner)
  if (joiners.includes('or') && !joiners.includes('and'))
    return { kind: 'any', nodes: facets.map((facet) => facet.tree) }
  if (!joiners.includes('or')) return { kind: 'all', nodes: facets.map((facet) => facet.tree) }
  // "A en B of C": the choice binds closer than the sum.
  const nodes: Tree[] = []
  for (const { tree, joiner } of facets) {
    const last = nodes.at(-1)
    if (joiner === 'or' && last)
      nodes[nodes.length - 1] =
        last.kind === 'any' ? { kind: 'any', nodes: [...last.nodes, tree] } : { kind: 'any', nodes: [last, tree] }
    else nodes.push(tree)
  }
  return nodes.length === 1 ? nodes[0]! : { kind: 'all', nodes }
}

const adjective =
  /(?:ele|ale|ische|ieve|ige|lijke|bare|ende|ste|ieke|aire|eke|matige|rijke|loze|ische|ke|al|ical|ic|ive|ary|ous|able|ed)$/

function piecesOf(text: string, tokens: Token[], lexicon: Lexicon, english: boolean): Piece[] {
  const whole = new Set(
    topicHits(tokens, lexicon)
      .filter((hit) => hit.tokens.length > 1)
      .flatMap((hit) => hit.tokens),
  )
  const pieces: Piece[] = [{ tokens: [], joiner: null }]
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1]
    const between = previous ? text.slice(previous.end, token.start) : ''
    const current = pieces.at(-1)!
    const open = (joiner: Piece['joiner']) => {
      if (current.tokens.length > 0) pieces.push({ tokens: [], joiner })
      else if (current.joiner === 'comma' || joiner === 'or') current.joiner = joiner
    }
    if (/[,;]/.test(between)) open('comma')
    if (/\//.test(between) && !(and.has(previous!.word) && or.has(token.word))) open('or')
    const joins = and.has(token.word) ? 'and' : or.has(token.word) && !(english && token.word === 'of') ? 'or' : null
    if (joins && !(whole.has(index) && whole.has(index - 1) && whole.has(index + 1))) {
      const next = tokens[index + 1]
      const adjectives =
        previous && next && adjective.test(previous.word) && (adjective.test(next.word) || next.word.endsWith('e'))
      // "strategische en bestuurlijke agenda's": one thing with two shades; with "of" either shade will do, see distribute.
      if (adjectives && joins === 'and') return
      open(joins)
      return
    }
    pieces.at(-1)!.tokens.push(token)
  })
  // "en/of" came out as "and" followed at once by "or": the last word decides.
  return pieces.filter((piece) => piece.tokens.length > 0)
}

/**
 * Gives every item of a list what it shares with the others: the words before the first item ("coördineren van A of B"), the head that
 * an adjective waits for ("regionale of gemeentelijke samenwerkingen"), and what hangs behind the last ("inkoop en contractmanagement van jeugdhulp").
 */
function distribute(pieces: Piece[], lexicon: Lexicon): { piece: Piece; units: Unit[] }[] {
  const own = pieces.map((piece) => unitsOf(piece.tokens, lexicon))
  if (pieces.length < 2) return pieces.map((piece, index) => ({ piece, units: own[index]! }))
  const first = pieces[0]!
  const last = pieces.at(-1)!
  const leadUnits = leadOf(first, lexicon)
  const tailUnits = tailOf(last, lexicon)
  const soleWords = first.tokens.filter((token) => !isNoise(token, lexicon))
  const bareAdjective = soleWords.length === 1 && adjective.test(soleWords[0]!.word)
  return pieces.map((piece, index) => {
    if (index === 0 && bareAdjective)
      return { piece, units: unitsOf([...first.tokens, ...headOf(pieces[1]!, lexicon)], lexicon) }
    const shared = index === 0 || ownVerb(piece) ? [] : leadUnits
    const hangs = index === pieces.length - 1 || hasTail(piece, lexicon) ? [] : tailUnits
    const units = [...shared, ...own[index]!, ...hangs]
    const seen = new Set<string>()
    return {
      piece,
      units: own[index]!.length === 0 ? [] : units.filter((unit) => !seen.has(idOf(unit)) && seen.add(idOf(unit))),
    }
  })
}

/** "… en het uitvoeren van ketentesten": an item with a verb of its own takes none from the first. */
const ownVerb = ({ tokens: [opening, verb, link] }: Piece): boolean =>
  opening !== undefined &&
  ['het', 'the'].includes(opening.word) &&
  /en$|ing$/.test(verb?.word ?? '') &&
  ['van', 'of'].includes(link?.word ?? '')

/** The noun that closes an item, before anything hangs behind it. */
function headOf(piece: Piece, lexicon: Lexicon): Token[] {
  const at = tailStart(piece, lexicon)
  const words = (at < 0 ? piece.tokens : piece.tokens.slice(0, at - 1)).filter((token) => !isNoise(token, lexicon))
  return words.slice(-1)
}

const idOf = (unit: Unit) => unit.topics[0] ?? unit.words

/** Units before the last preposition of the first item: "het coördineren van samenhangende activiteiten" shares everything but its last unit. */
function leadOf(first: Piece, lexicon: Lexicon): Unit[] {
  const units = unitsOf(first.tokens, lexicon)
  return units.length > 1 ? units.slice(0, -1) : []
}

function tailOf(last: Piece, lexicon: Lexicon): Unit[] {
  const at = tailStart(last, lexicon)
  return at < 0 ? [] : unitsOf(last.tokens.slice(at), lexicon)
}

const hasTail = (piece: Piece, lexicon: Lexicon) => tailStart(piece, lexicon) >= 0

/** Index after the first preposition that follows a word of substance, -1 when there is none. */
function tailStart(piece: Piece, lexicon: Lexicon): number {
  const at = piece.tokens.findIndex(
    (token, index) =>
      prepositions.has(token.word) && piece.tokens.slice(0, index).some((before) => !isNoise(before, lexicon)),
  )
  return at < 0 ? -1 : at + 1
}
