import type { Lang } from '../chat/reply.ts'
import { findDates, inYear } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { amountOf, countOf, countPattern } from '../text/number-words.ts'
import { plainSpeech } from './plain-speech.ts'
import { correctSpelling } from './question-spelling.ts'
import { type Topic, type TopicHit, topicsIn } from './topics.ts'

/** Which side of a topic is asked for, when it is not the whole. */
export type Aspect = 'percent' | 'age' | 'cost' | 'days' | 'when' | 'clock' | 'amount' | 'who' | 'count' | 'scope'

/** Which criterion a question names: by its printed label, with the section when it says so. */
export type CriterionRef = { section: 'knockout' | 'award' | null; label: string }

/** A question read into its parts. Nothing here depends on which assignment it is about. */
export type Ask = {
  text: string
  folded: string
  /** The user's question before this one, folded; empty without. */
  before: string
  lang: Lang
  /** What is asked for, heaviest first; words of one topic inside another's are left out. */
  topics: Topic[]
  hits: TopicHit[]
  aspect: Aspect | null
  /** Expects yes or no. */
  yesNo: boolean
  /** Euros per hour. */
  rate: number | null
  hoursPerWeek: number | null
  years: number | null
  yearsAgo: number | null
  points: number | null
  refs: CriterionRef[]
  step: number | null
  /** A date named in the question; the year may be missing. */
  dates: { month: number; day: number; iso: string | null }[]
  levels: ('mbo' | 'hbo' | 'wo')[]
  formats: string[]
  employer: 'public' | 'private' | null
}

const aspects: [Aspect, RegExp][] = [
  ['percent', /procent|percentage|\d ?%|hoeveel %|per ?cent/],
  ['age', /hoe oud|ouder dan|\bgeldig\w*|how old|how recent/],
  ['who', /wie betaalt|wie vergoedt|who pays|voor wiens rekening/],
  ['cost', /wat kost|\bkosten\b|hoe duur|\bcosts?\b|price of|wat betaal/],
  ['clock', /hoe laat|tijdstip|what time|welke tijd|at what hour/],
  [
    'days',
    /hoeveel (?:kalender|werk)?dagen|how many (?:calendar |working )?days|hoe lang (?:is|duurt) (?:die|de|deze) (?:\w+ )?(?:termijn|periode)|how long is the/,
  ],
  ['scope', /per opdracht|opgeteld|bij elkaar|cumulatief|per assignment|cumulative|added up|alles samen/],
  ['when', /\blater\b|achteraf|\bwanneer\b|\bwhen\b|op welk moment|op welke (?:dag|datum)|what day|which day/],
  ['who', /^(?:en |dus |weet iemand )?wie\b|\bby whom\b|^(?:and )?who\b|door wie/],
  ['amount', /welk bedrag|hoeveel euro|hoeveel geld|what amount|how much/],
  ['count', /\bhoeveel\b|how many/],
]

/** Reads a question. The language is told, else seen from its words. */
export function readAsk(text: string, lang?: Lang): Ask {
  const folded = correctSpelling(plainSpeech(fold(text)))
  const hits = topicsIn(folded)
  const aspect = aspects.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
  const years = new RegExp(`(${countPattern})\\s?(?:jaar|jaren|jr|years?|yrs?)(?! geleden| ago|\\p{L})`, 'iu').exec(
    text,
  )
  const ago = new RegExp(`(${countPattern})\\s?(?:jaar|jaren|jr|years?)\\s(?:geleden|ago)`, 'iu').exec(text)
  const points = /(?<!hoeveel |how many )(\d{1,3})\s?(?:punten|punt|points?|pts?)\b/i.exec(folded)
  const weekly = /(\d{1,2})\s?(?:uur|u|hours?|hrs?) (?:per|a|in de) week/.exec(folded)
  return {
    text,
    folded,
    before: '',
    lang: lang ?? languageOfQuestion(fold(text)),
    topics: [...new Set(hits.filter((hit) => !hits.some((other) => swallows(other, hit))).map(({ topic }) => topic))],
    hits,
    aspect,
    yesNo: isYesNo(folded),
    rate: rateIn(folded),
    hoursPerWeek: weekly === null ? null : Number(weekly[1]),
    years: years === null ? null : countOf(years[1]!),
    yearsAgo: ago === null ? null : countOf(ago[1]!),
    points: points === null ? null : Number(points[1]),
    refs: refsIn(folded),
    step: stepIn(folded),
    dates: findDates(text).map((date) => ({
      month: date.month,
      day: date.day,
      iso: date.year === null ? null : (inYear(date, date.year)?.toString() ?? null),
    })),
    levels: levelsIn(folded),
    formats: [...folded.matchAll(/\b(pdf|docx|doc|word|odt|rtf)\b/g)].map(([, format]) =>
      format === 'word' ? 'docx' : format!,
    ),
    employer:
      /\b(?:gemeente|provincie|waterschap|ministerie|rijks?\w*|overheid\w*|uitvoeringsorganisatie|public|government|municipality)\b/.test(
        folded,
      )
        ? 'public'
        : /\w*bedrijf\b|\bbv\b|\bb\.v|commercie\w+|adviesbureau|\w*bureau\b|aannemer|\bbank\b|private|consultancy|\bcompany\b|start-?up|markt(?:partij)?\b/.test(
              folded,
            )
          ? 'private'
          : null,
  }
}

/** A lighter topic counts only for words that a heavier one did not use. */
function swallows(other: TopicHit, hit: TopicHit): boolean {
  if (other === hit || other.weight <= hit.weight) return false
  return other.start < hit.end && hit.start < other.end
}

const dutch =
  /\b(?:de|het|een|is er|wat|hoe|wanneer|welke?|wie|waar|hoeveel|moet|mag|kan|zijn|voor|bij|van|met|nog|ook|niet|krijg\w*|die|dat|en|op|te|ze|je|ik|we|opdracht|uur|deze|volgende|nodig|sluit|heb|er|al|nie|meesturen|sturen|insturen|wnr|geen)\b/g
const english =
  /\b(?:the|a|an|is there|what|how|when|which|who|where|must|may|can|are|for|at|of|with|still|also|not|that|and|do|does|they|you|i|we|assignment|this|next|required|need|close[sd]?|fee|broker|rate|closing|interviews?|options?|hours|start date|education|scale|work|apply|travel|include[sd]?|total|length|years|experience|candidates?|references|pages|hourly|tie|freelancers?|contract|remote|points|requirements|cv format|have|any|long|many|much|be|to|it|if|an|maximum|duration|applicable|mandatory|allowed|ok for|social return|self-? ?employed|employed|people|days?|weeks|months?|years?|yes|no|there|on|this|these|those|he|she|her|his|them|their|our|my|your|send|sent|pay|paid|pays|cost|costs|office|home|date|time|salary|documents?|breaker|notice|period|language)\b/g

/** Dutch unless English words clearly win: single words are mostly Dutch here. */
export function languageOfQuestion(folded: string): Lang {
  const count = (pattern: RegExp) => folded.match(pattern)?.length ?? 0
  return count(english) > count(dutch) ? 'en' : 'nl'
}

function isYesNo(folded: string): boolean {
  return /^(?:(?:en|dus|maar|hoi|ok|and|so|but|weet iemand of|does anyone know if|ik vraag me af of)[ ,:]+)*(?:is|zijn|was|waren|kan|kun|kunnen|mag|mogen|moet|moeten|heeft|hebben|heb|wordt|worden|geldt|gelden|telt|tellen|krijg\w*|haalt|loopt|komt|komen|zit|staat|doet|vraagt|vragen|leveren?|dien\w*|hoeft?|can|could|may|must|should|is|are|was|does|do|did|will|would|has|have)\b/.test(
    folded,
  )
}

function rateIn(folded: string): number | null {
  const match =
    /(?:€|\beur|\beuro)\s?(\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,]*\d)/.exec(folded) ??
    /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:€|euro|eur\b)/.exec(folded) ??
    /(?<![\d.,])(\d{2,3}(?:[.,]\d{1,2})?)\s?(?:per uur|p\/u|\/ ?uur|an hour|per hour|\/ ?h(?:our)?\b|pu\b)/.exec(
      folded,
    ) ??
    /(?:tarief|rate|offer|bod|bedrag|at|met|voor) (?:van |of )?(?<![\d.,])(\d{2,3}(?:[.,]\d{1,2})?)(?!\s?(?:uur|hours?|jaar|years?|dagen|days|punten|points|%|procent|kandida|[a-z]*\/|[-\d]))\b/.exec(
      folded,
    )
  const bid =
    match ??
    /(?<![\d.,])(\d{2,3}(?:[.,]\d{1,2})?) (?:bieden|vragen|rekenen|aanbieden|offreren|offer|charge|ask)\b/.exec(folded)
  const value = bid === null ? null : amountOf(bid[1]!)
  return value !== null && value >= 20 && value <= 400 ? value : null
}

function refsIn(folded: string): CriterionRef[] {
  const refs: CriterionRef[] = []
  for (const match of folded.matchAll(
    /\b(knock.?out|ko|eis|vereiste|requirement|gunningscriterium|selectiecriterium|wens|criterium|criterion|criteria|nummer|nr\.?)s? ?(?:nr\.?|nummer|no\.?|number)? ?([a-z]{0,2}\d{1,2})\b/g,
  )) {
    const word = match[1]!
    const section = /^(?:knock|ko|eis|vereiste|requirement)/.test(word)
      ? 'knockout'
      : /^(?:gunning|selectie|wens)/.test(word)
        ? 'award'
        : null
    refs.push({ section, label: match[2]! })
  }
  if (refs.length === 0) {
    for (const match of folded.matchAll(/\b([aemwkg]\d{1,2})\b(?! (?:pagina|papier|pages?))/g)) {
      if (!/^a[34]$/.test(match[1]!) || /\b(?:what|wat|does|zegt|is|points?|punten)\b/.test(folded))
        refs.push({ section: null, label: match[1]! })
    }
  }
  return refs
}

function stepIn(folded: string): number | null {
  const match = /\b(?:stap|step|fase|phase|ronde)\s(\w+)/.exec(folded)
  return match === null ? null : countOf(match[1]!)
}

function levelsIn(folded: string): Ask['levels'] {
  const levels: Ask['levels'] = []
  if (/\bmbo\b/.test(folded)) levels.push('mbo')
  if (/\bhbo\b|\bbachelor\w*/.test(folded)) levels.push('hbo')
  if (/\bwo\b|\bwo-|universit\w+|\bmaster\w*|academisch/.test(folded)) levels.push('wo')
  return levels
}
