import type { Catalogue, Found } from '../assignments/catalogue.ts'
import { isGeneric } from '../assignments/catalogue-names.ts'
import { isSmallWord } from '../assignments/small-words.ts'
import { plainWords, rootOf } from '../assignments/word-roots.ts'
import { fold } from '../text/fold.ts'
import { isAddressedToSomebody, isGeneralYou } from './addressed-to.ts'
import type { Focus } from './answer.ts'
import { readAsk } from './ask.ts'
import { isAcross } from './is-across.ts'
import { noPostingSays } from './no-posting-says.ts'
import { isOwnBusiness } from './own-business.ts'
import { questionIn } from './question-in-message.ts'
import { outsideOf } from './scope.ts'
import { searchPassages } from './search-passages.ts'
import { strangeWords } from './strange-words.ts'
import { isTakenBack } from './taken-back.ts'
import { unknownClient, unknownNumber } from './targets.ts'
import { rangeIn } from './time-range.ts'
import type { Topic } from './topics.ts'

export type Listening = { answers: boolean; assignment: string | null; why: string }

const no = (why: string, assignment: string | null = null): Listening => ({ answers: false, assignment, why })

/**
 * Would the assistant answer this in a channel, unasked? Only a question, to nobody in particular, about an assignment it recognises
 * by itself and a kind of fact it knows. Rules only; when in doubt it is silent. `why` is a code for the log and the eval.
 */
export function listen(
  message: string,
  context: { catalogue: Catalogue; now: Temporal.ZonedDateTime; focus?: Focus | null },
): Listening {
  const { catalogue, now } = context
  const question = questionIn(message)
  if (question === null) return no('no-question')
  const found = recognised(question, catalogue)
  const assignment = found.length === 1 ? found[0]!.assignment.id : null
  if (isAddressedToSomebody(message, (word) => catalogue.knowsWord(word))) return no('to-somebody-else', assignment)
  if (isTakenBack(message)) return no('taken-back', assignment)
  const folded = fold(question)
  if (outsideOf(isGeneralYou(folded) ? folded.replace(/\bje\b/, 'men') : fold(message)) !== null)
    return no('out-of-scope', assignment)
  if (isOwnBusiness(folded)) return no('own-business', assignment)
  if (namesSomebody(question, found, catalogue)) return no('about-somebody', assignment)
  const strange = unknownNumber(folded, catalogue)
  // "ISO 55001" is no reference where the posting itself prints it.
  if (
    strange !== null &&
    found[0]?.how !== 'number' &&
    !found.some(({ assignment: { text } }) => text.includes(strange))
  )
    return no('other-assignment')
  const byNumber = found[0]?.how === 'number'
  if (!byNumber && (unknownClient(question, catalogue) !== null || strangePlace(question, catalogue)))
    return no('other-client')
  const ask = readAsk(question)
  if (noPostingSays(message, ask)) return no('no-posting-says', assignment)
  if (anotherKind(question, found)) return no('other-client')
  if (
    (ask.topics.length > 0 || found.length === 0) &&
    strangeWords(ask, found).length > 0 &&
    !(found.length === 1 && answerable(question, found[0]!))
  )
    return no('strange-words', assignment)
  if (found.length === 0) {
    // "welke opdrachten sluiten deze week": about all that is known.
    const all =
      /\b(?:opdrachten|uitvragen|assignments|postings)\b|\b(?:lopende|open|openstaande|actuele) aanvragen\b|(?:beide|twee|drie|both|two) .{0,20}(?:opdrachten|uitvragen|assignments|klussen)|\b(?:welke|which) (?:opdracht|uitvraag|klus|assignment|posting)\b/.test(
        folded,
      )
    const topical = ask.topics.length > 0 || rangeIn(ask.folded, now) !== null
    const elsewhere =
      /\bvan (?!onze|de |deze|die|dit|alle|toepassing)\p{L}+|\bbij (?!ons|onze|welke|de |deze|die|alle|beide)\p{L}+/u.test(
        folded.replace(/^.*?\b(?:welke|which)\b/, ''),
      )
    if (all && topical && !elsewhere && isAcross(ask, false, false) && catalogue.size > 0)
      return { answers: true, assignment: null, why: 'several' }
    return no('no-assignment')
  }
  if (found.length > 3) return no('too-many')
  const several = isAcross(ask, false, true)
  if (ask.topics.length > 0 && several) return { answers: true, assignment: null, why: 'several' }
  if (ask.topics.length > 0) return { answers: true, assignment, why: found.length > 1 ? 'several' : ask.topics[0]! }
  if (assignment === null) return no('ambiguous')
  const pointed =
    found[0]!.how !== 'title' ||
    /opdracht|klus|uitvra|aanvraag|assignment|posting|\bde\b|\bdie\b|\bthe\b/.test(
      folded.replace(/\b(?:een|an?) \S+/g, ''),
    )
  return pointed &&
    !/^(?:(?:is|zijn)(?!.*\b(?:nodig|verplicht|vereist|gevraagd|eis|knock-?out|required|mandatory)\b)|heeft(?! iemand (?:paraat|een idee))|hebben|komt|komen|ligt|liggen|staat|gaat|gaan|was|waren|are|has|have|will)\b/.test(
      folded,
    ) &&
    answerable(question, found[0]!)
    ? { answers: true, assignment, why: 'passage' }
    : no('no-fact', assignment)
}

/** What people ask of a place too, when no assignment is meant. */
const whereabouts = new Set<Topic>([
  'hybrid',
  'workdays',
  'location',
  'region',
  'hours',
  'start',
  'end',
  'contact',
  'isOpen',
  'duration',
  'planning',
  'summary',
  'travel',
  'interviews',
  'title',
  'scale',
  'maxRate',
  'submission',
  'fee',
])

/** Assignments a message names by itself: by number, client, abbreviation, or enough of the title. */
function recognised(question: string, catalogue: Catalogue): Found[] {
  const folded = fold(question)
  const noun =
    /opdracht|klus|uitvra|aanvraag|\brol\b|functie|vacature|assignment|posting|\brole\b|\bjob\b|\bdie van\b|\btender\b/.test(
      folded,
    )
  return catalogue.find(question).filter(({ how, words }) => {
    const telling = words.filter((word) => !isGeneric(word))
    if (how === 'number') return true
    if (telling.length === 0 || how === 'region' || how === 'generic') return false
    if (how === 'client' || how === 'alias') return true
    if (how === 'place') return noun || readAsk(question).topics.some((topic) => !whereabouts.has(topic))
    // "Een data engineer" is the trade, "de data engineer" the assignment.
    if (how === 'title' && !noun && telling.some((word) => ofAnyKind(folded, word))) return false
    return noun || telling.length >= 2 || words.some((word) => word.length >= 5)
  })
}

const clientKind =
  /\b(gemeente|provincie|waterschap|ministerie|veiligheidsregio|omgevingsdienst|regio)\s+(?:van\s+)?(\p{Lu}\p{L}+)/gu

/** "gemeente Zwolle" where the known client is "Regio Zwolle": the same place, another client. */
function anotherKind(question: string, found: Found[]): boolean {
  const clients = found.map(({ assignment }) => fold(assignment.posting.organisation ?? ''))
  return [...question.matchAll(clientKind)].some(([, kind, name]) =>
    clients.some((client) => client.includes(fold(name!)) && client.match(kinds) !== null && !client.includes(kind!)),
  )
}
const kinds = /gemeente|provincie|waterschap|ministerie|veiligheidsregio|omgevingsdienst|regio/

const ofAnyKind = (folded: string, root: string): boolean =>
  [...folded.matchAll(/\b(?:een|an?) (?:\p{L}+ )?([\p{L}-]+)/gu)].some(([phrase]) =>
    plainWords(phrase).some((word) => rootOf(word) === root),
  )

/** A capitalised name after "bij", "van", "in" that no assignment bears: somebody else's posting. */
function strangePlace(question: string, catalogue: Catalogue): boolean {
  for (const match of question.matchAll(
    /(?<=\p{Ll} )(?:bij|van|in|voor|at|of|from|the)\s+(?:de |het |the )?(\p{Lu}\p{Ll}{3,})/gu,
  )) {
    const word = fold(match[1]!)
    if (
      catalogue.knowsWord(word) ||
      /^(?:social|sroi|word|nederlands|engels|dutch|english|human|economic|train|power|maandag|dinsdag|woensdag|donderdag|vrijdag|januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december)/.test(
        word,
      )
    )
      continue
    if ([...catalogue.find(question)].some(({ assignment }) => fold(assignment.text).includes(word))) continue
    return true
  }
  return false
}

/** A capitalised word inside the question that neither the posting nor any assignment's name knows: a person, most likely. */
function namesSomebody(question: string, found: Found[], catalogue: Catalogue): boolean {
  const texts = found.slice(0, 3).map(({ assignment }) => fold(assignment.text))
  for (const match of question.matchAll(/(?<=[\p{Ll}\d,] )\p{Lu}\p{Ll}+\b/gu)) {
    const word = fold(match[0])
    if (
      catalogue.knowsWord(word) ||
      knownCapital.test(word) ||
      texts.some((text) => new RegExp(`\\b${word}(?:s|e|en)?\\b`).test(text))
    )
      continue
    return true
  }
  return false
}

/** Words of the field that people write with a capital. */
const knownCapital =
  /^(?:social|return|waadi|word|excel|nederlands?e?|engels\w*|dutch|english|duits\w*|flextender|staat|moet|geldt|wordt|is|kan|mag|welke|wat|hoe|hoeveel|wanneer|waar|wie|bovenaan|when|what|which|how|does|can|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|maandag|dinsdag|woensdag|donderdag|vrijdag|monday|tuesday|wednesday|thursday|friday|europe\w*|rijk\w*|cao|bachelor|master|hbo|teams|slack)/

/** Asks for a length of time or how often: an answer that hardly stands anywhere by chance. */
const timed = /\bhoe ?(?:lang|vaak)\b|\bhow (?:long|often)\b/

/** A single telling word suffices when something is demanded: "welk rijbewijs vragen ze". */
const demands =
  /\b(?:vragen ze|vraagt|vragen|eisen|eist|betekent|betekenen|means?|nodig|verplicht|vereist|required?|insists?|moet(?:en)? (?:je|men|er|de))\b/

/** No known topic, but the posting itself has a passage that holds nearly all of the question's words. */
function answerable(question: string, { assignment, words }: Found): boolean {
  if (/\b(?:wie van|jullie|jij|ons|onze|wij|we)\b/.test(fold(question))) return false
  const terms = new Set(
    plainWords(question)
      .filter((word) => !isSmallWord(word) && !/^\d/.test(word))
      .map(rootOf)
      .filter((root) => !words.includes(root)),
  )
  const hits = searchPassages(assignment, question, (root) => words.includes(root), true)
  return hits.some(
    ({ anchored, covered, fits, focused, named }) =>
      fits &&
      (covered >= 0.72 ||
        (covered >= 0.5 && named && demands.test(fold(question))) ||
        (covered >= 0.55 && (focused || (anchored && timed.test(fold(question)))))) &&
      (named || terms.size >= 2 || demands.test(fold(question))),
  )
}
