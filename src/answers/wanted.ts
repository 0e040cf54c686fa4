import { isSmallWord } from '../assignments/small-words.ts'
import { kindred, plainWords, rootOf } from '../assignments/word-roots.ts'
import { countOf } from '../text/number-words.ts'
import type { Passage } from './passages.ts'
import { isAskingVerb } from './search-words.ts'

/** What a question wants found. */
export type Wanted = {
  counted?: string
  money?: boolean
  kind:
    | 'number'
    | 'who'
    | 'where'
    | 'when'
    | 'length'
    | 'often'
    | 'weekday'
    | 'money'
    | 'name'
    | 'why'
    | 'meaning'
    | 'then'
    | null
}

export const roleWord =
  /\w*(?:manager|leider|directeur|wethouder|secretaris|coordinator|adviseur|architect|officer|lead|director|teamleider)\b/

const timeUnit =
  'minuten|minuut|kwartier|uur|uren|dag|dagen|werkdagen|week|weken|maand|maanden|jaar|jaren|minutes?|hours?|days?|weeks?|months?|years?|kilometers?|kilometres?|km|meters?|metres?'
const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october'
const weekday = /(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day/

export const isMonth = (word: string): boolean => new RegExp(`^(?:${months})$`).test(word)

export function wantedOf(folded: string): Wanted {
  if (/\bhoe ?(?:lang|snel)\b|binnen hoeveel (?:tijd|dagen|weken)|how (?:long|fast|quickly|soon)\b/.test(folded))
    return { kind: 'length' }
  if (/\bhoe (?:heet|heten)\b|\b(?:de )?naam van\b|what (?:is|are) .{2,40} called|\bname of\b/.test(folded))
    return { kind: 'name' }
  if (/\bwaarom\b|\bwhy\b|\bhoezo\b|wat is de (?:reden|aanleiding|oorzaak)|what is the reason/.test(folded))
    return { kind: 'why' }
  if (/\bhoe (?:vaak|frequent|regelmatig)\b|how (?:often|frequently|regularly)/.test(folded)) return { kind: 'often' }
  if (
    /\b(?:welke|wat voor|vaste|which|what) (?:vaste )?(?:week|werk|kantoor|week)?(?:dag|dagen|days?)\b|which weekdays?/.test(
      folded,
    )
  )
    return { kind: 'weekday' }
  if (
    /\b(?:wat is|hoe hoog is|hoe groot is|what is|what's) (?:het|de|the|t|'t) (?:\w+ )?(?:budget|bedrag|krediet|subsidie\w*|amount|grant)\b/.test(
      folded,
    )
  )
    return { kind: 'money' }
  if (/\bhoeveel\b|how many|how much|hoe groot|how (?:big|large)|welk percentage/.test(folded))
    return {
      kind: 'number',
      money: /\b(?:geld|euro|bedrag|budget|money|kost|kosten|cost)\b/.test(folded),
      counted: rootOf(/(?:hoeveel|how many|how much) (\p{L}+)/u.exec(folded)?.[1] ?? ''),
    }
  if (/\b(?:met|aan|door|bij|voor) wie\b|\bwie\b|\bwhom?\b|wiens/.test(folded)) return { kind: 'who' }
  if (/\bwanneer\b|\bwhen\b|\b(?:welke|what|which) (?:datum|date)\b/.test(folded)) return { kind: 'when' }
  if (/\bwaar\b(?!voor|om|mee|over)(?!.{0,40}\b(?:van|uit|mee|voor|op|aan|over)\b.{0,20}$)|\bwhere\b/.test(folded))
    return { kind: 'where' }
  if (
    /wat betekent|wat is een?\b|waar staat .{1,20} voor|what does .{1,30} (?:mean|stand)|what is (?:a |an )?\w+\??$|wat is \w+\??$/.test(
      folded,
    )
  )
    return { kind: 'meaning' }
  if (
    /wat gebeurt er (?:als|indien|wanneer|bij)|wat als|what (?:happens )?if|what happens (?:when|in case)/.test(folded)
  )
    return { kind: 'then' }
  return { kind: null }
}

/** The noun a question asks about: two words at most, since an adjective may stand before it. */
export function focusOf(folded: string): string[] {
  const match =
    /(?:\bhoeveel|how many|how much|\bwelke?|\bwhich|\bwat (?:is|zijn) (?:de|het)|what (?:is|are) the|\bwanneer (?:is|zijn|komt|eindigt|start|begint) (?:de|het)|when (?:is|are|does) the)\s+([\p{L}\p{N}'-]+)(?:\s+([\p{L}\p{N}'-]+))?/u.exec(
      folded,
    )
  if (match === null) return []
  const words = [match[1], match[2]].filter((word): word is string => word !== undefined && !isSmallWord(word))
  return words
    .map(rootOf)
    .filter((root) => !isAskingVerb(root))
    .slice(0, 2)
}

/** "binnen zes weken", "45 minutes each". */
function isTimed(folded: string): boolean {
  const words = plainWords(folded)
  return words.some(
    (word, i) =>
      new RegExp(`^(?:${timeUnit})$`).test(word) &&
      words.slice(Math.max(0, i - 2), i).some((before) => countOf(before) !== null),
  )
}

const unit =
  /^(?:punten|punt|points?|procent|percent|jaar|jaren|years?|maanden|months?|weken|weeks?|dagen|days?|uur|uren|hours?|minuten|minutes|euro|eur|a4)$/

/** "farmers, 0 to 25 points": the number before a unit counts the unit, unless that is what is asked for. */
function countsOther(words: string[], at: number, isCounted: (word: string) => boolean): boolean {
  const range = /^(?:to|tot|en|and|of|or|m)$/.test(words[at + 1] ?? '') && countOf(words[at + 2] ?? '') !== null
  const next = words[range ? at + 3 : at + 1] ?? ''
  return unit.test(next) && !isCounted(next)
}

/** True when a passage holds the kind of thing a question wants. */
export function suits({ folded, shown, roots }: Passage, wanted: Wanted, concepts: string[][]): boolean {
  switch (wanted.kind) {
    case 'number': {
      const words = plainWords(folded)
      if (/€|\beur(?:o|o's)?\b/.test(folded) && wanted.money) return true
      // "one officer" says nothing of a size.
      if (wanted.counted === '') return words.some((word) => (countOf(word) ?? 0) > 1 || /^\d/.test(word))
      // The number stands right before, or within three words of, the very thing that is counted.
      const own = concepts.filter((concept) => wanted.counted !== undefined && concept.includes(wanted.counted))
      const counted = own.length > 0 ? own : concepts
      const isCounted = (next: string): boolean => {
        const root = rootOf(next)
        return (
          root === wanted.counted ||
          counted.some((concept) => concept.some((one) => one === root || kindred(one, root)))
        )
      }
      return words.some(
        (word, i) =>
          countOf(word) !== null &&
          !/^(?:19|20)\d\d$/.test(word) &&
          // Experience is counted in years.
          (/erva|exper/.test(wanted.counted ?? '') || !countsOther(words, i, isCounted)) &&
          [...words.slice(Math.max(0, i - 3), i), ...words.slice(i + 1, i + 4)].some(isCounted),
      )
    }
    case 'who':
      return (
        /\p{Lu}\p{Ll}+ (?:van |de |der |den )*\p{Lu}\p{Ll}+, /u.test(shown) ||
        /\b(?:manager|hoofd|head|leider|medewerker|team|collega|afdeling|board|partner|stakeholder|bestuur|directeur|opdrachtgever|kandidaat|adviseur|coordinator|colleague|client|department|subsidie|rijk|ministerie|provincie|gemeente|leden|staff|chief|officer|directie|wethouder|met|door|with|by)/.test(
          folded,
        )
      )
    case 'when':
      return (
        new RegExp(`\\d|\\b(?:${months}|voorjaar|najaar|zomer|kwartaal|spring|summer|autumn|quarter)\\b`).test(
          folded,
        ) || isTimed(folded)
      )
    case 'length':
      return isTimed(folded)
    case 'name':
      return (
        /\b(?:mevrouw|mw\.?|dhr\.?|de heer|drs\.?|ir\.?|ms\.?|mrs?\.?) (?:\p{Lu}|[a-z]\.)/iu.test(shown) ||
        [...shown.matchAll(/(?<=[\p{Ll}\d,] )[“"]?\p{Lu}\p{L}+/gu)].some(({ index }) =>
          plainWords(shown.slice(0, index))
            .slice(-3)
            .some((word) =>
              concepts.some(
                (concept) => concept.includes(rootOf(word)) || concept.some((one) => kindred(rootOf(word), one)),
              ),
            ),
        )
      )
    case 'why':
      return true
    case 'money':
      return /€|\beur(?:o|o's)?\b|\d (?:ton|miljoen|mln|million)\b/.test(folded)
    case 'often':
      return /\b(?:elke?|iedere?|om de|per|keer|maal|twee(?:wekelijks|maandelijks)|dagelijks|wekelijks|maandelijks|jaarlijks|halfjaarlijks|every|each|times|once|twice|weekly|monthly|yearly|daily|quarterly|a (?:week|month|year))\b/.test(
        folded,
      )
    case 'weekday':
      return weekday.test(folded) || new RegExp(`\\d{1,2} (?:${months})`).test(folded)
    case 'where':
      return /\b(?:in|te|op|bij|locatie|at|via)\b/.test(folded)
    case 'meaning': {
      const capital = concepts.some(
        (concept) =>
          new RegExp(`\\(${concept[0]}\\)`, 'i').test(shown) || new RegExp(`\\b${concept[0]}\\b ?\\(`, 'i').test(shown),
      )
      return capital || roots.length > 6
    }
    case 'then':
      return /\b(?:indien|als|wanneer|mocht|if|in case|in the event|anders|otherwise)\b|afgewezen|uitgesloten|reject|herhaald|terzijde|exclu|niet in behandeling|vervalt|niet (?:meer )?mee(?:genomen|gewogen)|niet (?:verder )?(?:beoordeeld|geaccepteerd)/.test(
        folded,
      )
    case null:
      return true
  }
}
