import type { Deeds, Toward, Verb } from './deeds-lexicon.ts'
import type { Passage } from './passage.ts'
import type { Token } from './tokens.ts'

/** What the candidate did with a thing: it, a part that a person should look at, nothing but being near it, work beside it (testing, advising), or what no list of verbs knows. */
export type Deed = 'did' | 'lesser' | 'aside' | 'beside' | 'unknown'

const first = new Set('ik wij we i hij ze zij he she'.split(' '))
const joins = new Set(['en', 'and', 'of', 'or', 'ook', 'tevens', 'daarnaast', 'vooral', 'also', 'then'])

/**
 * What a sentence tells the candidate did with what was found in it, by the verb that governs it: "las de plannen", "volgde een cursus", "het werk
 * was uitbesteed aan …". A verb that the criterion itself asks for governs nothing.
 */
export function deedOf(
  passage: Passage,
  parts: readonly number[],
  found: readonly number[],
  { deeds }: { deeds: Deeds },
): Deed {
  const { tokens } = passage
  const hit = new Set(found.map((index) => parts[index]))
  const asked = new Set(found)
  const inHit = (index: number) => hit.has(parts[index])
  if (deeds.away.some((phrase) => standsIn(phrase, tokens, (at) => inHit(at)))) return 'aside'
  const governing = governingVerb(passage, parts, found, deeds)
  if (carried(deeds.liking)) return 'aside'
  if (carried(deeds.learning))
    return governing !== null && deeds.making.some((verb) => isVerb(verb, passage, governing)) ? 'lesser' : 'aside'
  if (governing !== null && leadsElsewhere(passage, governing, found, deeds.toward)) return 'aside'
  if (governing !== null && leadsElsewhere(passage, governing, found, deeds.inputs)) return 'lesser'
  if (toldOfMine(passage, parts, hit)) return 'aside'
  if (meanwhile(passage, found) || onlyNear(tokens, Math.min(...found))) return 'lesser'
  if (governing !== null && !asked.has(governing)) {
    if (is(deeds.performing, governing)) return carried(deeds.messages) ? 'lesser' : 'did'
    if (is(deeds.aside, governing)) return 'aside'
    if (is(deeds.lesser, governing)) return 'lesser'
    if (is(deeds.besides, governing)) return carried(deeds.messages) ? 'lesser' : 'beside'
  }
  if (carried(deeds.messages) || carried(deeds.knowing)) return 'lesser'
  if (
    governing !== null &&
    deeds.being.some((verb) => isVerb(verb, passage, governing)) &&
    onlyOfPlace(passage, governing, found)
  )
    return 'lesser'
  return (governing !== null && asked.has(governing)) || isResponsible(tokens, inHit) ? 'did' : 'unknown'

  /** "Sloot … aan" is of "aansluiten", whatever lists have "sluiten". */
  function is(verbs: readonly Verb[], at: number): boolean {
    const apart = [deeds.aside, deeds.lesser, deeds.performing, deeds.besides].find((list) =>
      list.some((verb) => verb.apart !== null && standsApart(verb, passage, at)),
    )
    return apart ? apart === verbs : verbs.some((verb) => isVerb(verb, passage, at))
  }

  /** A noun of this sort before what was found, with hardly more than a preposition between. */
  function carried(nouns: ReadonlySet<string>): boolean {
    const opening = Math.min(...found)
    for (let at = opening - 1; at >= 0 && at >= opening - CARRIES && inHit(at); at--) {
      if (nouns.has(tokens[at]!.word)) return !asked.has(at)
      // "Gaf trainingen en voorlichting over …": beside it, not before it.
      if (first.has(tokens[at]!.word) || joins.has(tokens[at]!.word)) return false
    }
    return false
  }
}

/** A noun carries what stands this few words behind it. */
const CARRIES = 4

/** The candidate's verb nearest before what was found, else the first after it; null when no verb known as one stands there. */
function governingVerb(
  passage: Passage,
  parts: readonly number[],
  found: readonly number[],
  deeds: Deeds,
): number | null {
  const known = [
    ...[...deeds.toward, ...deeds.inputs].map(({ verb }) => verb),
    ...deeds.performing,
    ...deeds.aside,
    ...deeds.lesser,
    ...deeds.being,
    ...deeds.besides,
  ]
  const hit = new Set(found.map((index) => parts[index]))
  const opening = Math.min(...found)
  const places = passage.tokens.flatMap((_, at) => (hit.has(parts[at]) && mayBeVerb(passage, parts, at) ? [at] : []))
  const verbs = places.filter((at) => known.some((verb) => isVerb(verb, passage, at)) || pastTense(passage, at))
  return verbs.findLast((at) => at <= opening) ?? verbs.find((at) => at > opening) ?? null
}

/** "Rapporteerde aan het hoofd van …": everything that was found stands behind the preposition. */
const leadsElsewhere = (
  passage: Passage,
  governing: number,
  found: readonly number[],
  verbs: readonly Toward[],
): boolean =>
  verbs.some(({ verb, preposition }) => {
    if (!isVerb(verb, passage, governing)) return false
    const at = passage.tokens.findIndex(({ word }, index) => index > governing && word === preposition)
    return at > 0 && at <= governing + TOWARD && found.every((index) => index > at)
  })

/** The preposition of a verb stands this near. */
const TOWARD = 5

/** What is mine and yet is what I do. */
const own =
  /^(?:rol|taak|taken|kerntaak|hoofdtaak|werk|werkzaamheden|functie|verantwoordelijkheid|verantwoordelijkheden|opdracht|opdrachten|focus|aandacht|specialisme|specialiteit|portefeuille|bijdrage|resultaat|resultaten|project|projecten|role|roles|task|tasks|job|work|responsibility|responsibilities|focus|portfolio|assignment|contribution|project|projects|duties)$/
const passive = /^(?:is|zijn|werd|werden|wordt|worden|has|have|was|were|are)$/

/** "Mijn zus begeleidt raden", "mijn functie is gewaardeerd": a clause that opens with something of mine tells what it did or what was done to it. */
function toldOfMine({ tokens }: Passage, parts: readonly number[], hit: ReadonlySet<number | undefined>): boolean {
  return tokens.some(({ word }, at) => {
    if (!['mijn', 'my'].includes(word) || !hit.has(parts[at]) || (at > 0 && parts[at - 1] === parts[at])) return false
    const noun = tokens[at + 1]?.word ?? ''
    const next = tokens[at + 2]?.word ?? ''
    if (passive.test(next))
      return (
        tokens.slice(at + 3).some((each) => /^ge\p{L}+(?:d|t|en)$|\p{L}{3}ed$/u.test(each.word)) &&
        !/^(?:project|opdracht)/.test(noun)
      )
    return !own.test(noun) && /\p{L}{2}(?:de|te|den|ten|t|ed|s)$/u.test(next)
  })
}

const meanwhiles = new Set('toen terwijl nadat voordat zolang when while before after'.split(' '))

/** "Toen het plan werd opgesteld, was ik met verlof": what a clause of time tells is not what the sentence says was done. */
function meanwhile({ tokens, text }: Passage, found: readonly number[]): boolean {
  if (!meanwhiles.has(tokens[0]?.word ?? '')) return false
  const comma = tokens.findIndex((token, at) => at > 0 && /,/.test(text.slice(tokens[at - 1]!.end, token.start)))
  return (
    comma > 0 &&
    found.every((at) => at < comma) &&
    !tokens.slice(0, comma).some(({ word }) => ['ik', 'i'].includes(word))
  )
}

const beside = new Set(['na', 'after', 'tegenover', 'naast', 'opposite', 'beside', 'langs'])

/** "Nam monsters na de sanering", "woonde tegenover de opvang": near it in time or place. */
function onlyNear(tokens: readonly Token[], opening: number): boolean {
  const before = tokens.slice(Math.max(0, opening - 3), opening).map(({ word }) => word)
  const at = before.findLastIndex((word) => beside.has(word))
  return (
    at >= 0 &&
    opening > 1 &&
    before.slice(at + 1).every((word) => determiners.has(word) || ['een', 'a', 'an', 'the'].includes(word))
  )
}

const describes = new Set('die dat waarin waar waarvan which that where whose who'.split(' '))

/** "Werkte in een gebouw dat wegens sanering dicht was": what a clause tells of the place of work. */
const onlyOfPlace = ({ tokens }: Passage, governing: number, found: readonly number[]): boolean => {
  const clause = tokens.findIndex(({ word }, at) => at > governing && describes.has(word))
  return clause >= 0 && found.every((at) => at > clause)
}

const duty =
  /^(?:verantwoordelijk|eindverantwoordelijk|belast|trekker|aanspreekpunt|responsible|charge|accountable|projectleider|coordinator|lead|hoofd|eigenaar|owner)$/

/** "Verantwoordelijk voor …", "projectleider van …": no verb, and yet what one did. */
const isResponsible = (tokens: readonly Token[], inside: (at: number) => boolean): boolean =>
  tokens.some(({ word }, at) => inside(at) && duty.test(word))

/** Where the candidate's own verb may stand: it opens a part, follows a comma or "en", or stands beside "ik". */
function mayBeVerb({ tokens, text }: Passage, parts: readonly number[], at: number): boolean {
  const previous = tokens[at - 1]
  if (!previous || parts[at - 1] !== parts[at]) return true
  if (first.has(previous.word) || first.has(tokens[at + 1]?.word ?? '')) return true
  // "Zorg, wonen en werken": what looks like an infinitive in a list is a noun.
  if (/en$/.test(tokens[at]!.word)) return false
  return joins.has(previous.word) || /[,:(]/.test(text.slice(previous.end, tokens[at]!.start))
}

/** "… en toetste de plannen": a past tense that no list knows governs what follows it, too. */
function pastTense({ tokens }: Passage, at: number): boolean {
  const next = tokens[at + 1]?.word ?? ''
  return at > 0 && /\p{L}{3,}(?:de|te)$/u.test(tokens[at]!.word) && determiners.has(next)
}

const determiners = new Set('de het een deze alle diverse mijn onze ik'.split(' '))

const isVerb = (verb: Verb, passage: Passage, at: number): boolean =>
  passage.tokens[at]!.keys.some((key) => verb.alone.includes(key)) || standsApart(verb, passage, at)

/** The verb here, its particle further on in the same breath. */
function standsApart({ apart }: Verb, { tokens, text }: Passage, at: number): boolean {
  if (apart === null || !tokens[at]!.keys.some((key) => apart.stem.includes(key))) return false
  const particle = tokens.findIndex((token, index) => index > at && token.word === apart.particle)
  if (
    particle < 0 ||
    /[,;]|(?<![\p{L}])(?:en|and)(?![\p{L}])/u.test(text.slice(tokens[at]!.end, tokens[particle]!.start))
  )
    return false
  // "Gaf leiding aan werk dwars door sectoren heen": a preposition has its noun behind it, a particle has none.
  const next = tokens[particle + 1]
  return next === undefined || /[,.;:(]/.test(text.slice(tokens[particle]!.end, next.start)) || follows.has(next.word)
}

const follows = new Set(
  'en and of or aan bij met van voor in op naar tijdens om die dat waar toen als door ik bij'.split(' '),
)

const standsIn = (phrase: readonly string[], tokens: readonly Token[], inside: (at: number) => boolean): boolean =>
  tokens.some((_, at) => inside(at) && phrase.every((word, offset) => tokens[at + offset]?.word === word))
