import type { Assignment } from '../assignments/assignment.ts'
import { countOf, countPattern } from '../text/number-words.ts'
import { type Across, answerOf, type Context, lookedAt, nameWithState, SHOWN, viewTexts } from './across-answer.ts'
import { maximumMonths, weeklyHours } from './arithmetic.ts'
import type { Ask } from './ask.ts'
import { clip } from './evidence.ts'
import { finders } from './finders.ts'
import type { View } from './finding.ts'
import { sentence } from './milestones.ts'
import type { Topic } from './topics.ts'

/** Something a question demands of an assignment, by which some of several are chosen. */
export type Filter = {
  topic: Topic
  /** Null where the posting does not say. */
  fits: (view: View) => boolean | null
}

type Range = { min: number; max: number }
type Measured = { topic: Topic; said: RegExp; of: (assignment: Assignment) => Range | null }

const one = (value: number | null | undefined): Range | null =>
  value == null || Number.isNaN(value) ? null : { min: value, max: value }

/** What can be compared with a number, and the words behind or before that number that say which. */
const measures: Measured[] = [
  {
    topic: 'maxRate',
    said: /€|\beuro|\beur\b|tarief|\brate|per uur|an hour/,
    of: ({ posting }) => one(posting.maxRateEur),
  },
  { topic: 'scale', said: /schaal|\bscale/, of: ({ posting }) => one(Number.parseFloat(String(posting.scale ?? ''))) },
  {
    topic: 'pointsTotal',
    said: /\bpunten|\bpoints?\b/,
    of: ({ posting: { awards } }) =>
      awards.length === 0 ? null : one(awards.reduce((sum, { points }) => sum + (points ?? 0), 0)),
  },
  {
    topic: 'cv',
    said: /pagina|\bpages?\b|bladzij|\ba4\b/,
    of: ({ posting }) => one(posting.cv?.maxPages),
  },
  { topic: 'cv', said: /referenti|reference/, of: ({ posting }) => one(posting.cv?.minReferences) },
  { topic: 'knockouts', said: /knock|\beisen\b/, of: ({ posting }) => one(posting.knockouts.length) },
  {
    topic: 'professionals',
    said: /\b(?:mensen|personen|professionals|people|persons)\b/,
    of: ({ posting }) => one(posting.professionals),
  },
  { topic: 'maxDuration', said: /\bmaanden|\bmonths?\b|\bjaar\b|\byears?\b/, of: (assignment) => months(assignment) },
  { topic: 'hours', said: /\buur\b|\buren\b|\bhours?\b/, of: ({ posting }) => weeklyHours(posting) },
]

const months = ({ posting }: Assignment): Range | null =>
  posting.durationMonths === null
    ? null
    : { min: posting.durationMonths, max: maximumMonths(posting) ?? posting.durationMonths }

type Side = 'above' | 'from' | 'below' | 'to' | 'exactly'

const before: [Side, RegExp][] = [
  ['above', /(?:meer|hoger|langer|groter|more|higher|longer|greater) (?:dan|than)|\bboven|\bover\b|\babove\b|>(?!=)/],
  [
    'below',
    /(?:minder|lager|korter|kleiner|less|fewer|lower|shorter) (?:dan|than)|\bonder\b|\bbelow\b|\bunder\b|<(?!=)/,
  ],
  ['from', /minstens|minimaal|ten minste|tenminste|vanaf|at least|minimum|\bfrom\b|>=/],
  ['to', /hooguit|hoogstens|maximaal|\bmax\b|ten hoogste|tot (?:en met)?|at most|up to|no more than|<=/],
]
const behind: [Side, RegExp][] = [
  ['from', /^\s?(?:\p{L}+ ){0,3}?(?:of|or|en|and) (?:hoger|meer|langer|more|higher|longer|up|above)|^\s?\+/u],
  ['to', /^\s?(?:\p{L}+ ){0,3}?(?:of|or|en|and) (?:lager|minder|korter|less|lower|fewer|shorter|below)/u],
]

/** The demands in a question: "boven 100 euro", "minder dan 24 uur", "schaal 11 of hoger", "langer dan een jaar". */
export function filtersIn({ folded, topics }: Ask): Filter[] {
  const filters: Filter[] = []
  for (const match of folded.matchAll(
    new RegExp(`(?<![\\p{L}\\d.,-])${countPattern}(?![\\p{L}-]|[.:]\\d\\d)`, 'giu'),
  )) {
    const value = countOf(match[0])
    const head = folded.slice(0, match.index).slice(-32)
    const tail = folded.slice(match.index + match[0].length, match.index + match[0].length + 40)
    const side =
      behind.find(([, words]) => words.test(tail))?.[0] ??
      before.find(([, words]) =>
        new RegExp(`(?:${words.source})\\s*(?:de |een |a |€ ?|schaal |scale )?$`).test(head),
      )?.[0]
    const unit =
      measures.find(({ said }) => new RegExp(`^\\s?(?:${said.source})`).test(tail)) ??
      measures.find(({ said }) => new RegExp(`(?:${said.source})\\s?(?:\\p{L}+ ){0,3}€? ?$`, 'u').test(head)) ??
      measures.find(({ topic }) => topics.includes(topic))
    if (value === null || unit === undefined || (side === undefined && !/(?:schaal|scale) $/.test(head))) continue
    const wanted = unit.topic === 'maxDuration' && /^\s?(?:jaar|years?)/.test(tail) ? value * 12 : value
    filters.push({
      topic: unit.topic,
      fits: ({ assignment }) => compare(unit.of(assignment), side ?? 'exactly', wanted),
    })
  }
  return filters
}

function compare(range: Range | null, side: Side, wanted: number): boolean | null {
  if (range === null) return null
  switch (side) {
    case 'above':
      return range.max > wanted
    case 'from':
      return range.max >= wanted
    case 'below':
      return range.min < wanted
    case 'to':
      return range.min <= wanted
    case 'exactly':
      return range.min <= wanted && range.max >= wanted
  }
}

/** Topics that a posting answers with yes or no. */
export const yesNoTopics = new Set<Topic>([
  'vog',
  'nda',
  'uea',
  'waadi',
  'das',
  'sroi',
  'zzp',
  'hybrid',
  'fee',
  'motivation',
  'extension',
])

/** Conditions in a question, where it has at least so many: "hybride en zonder VOG". One alone is told of every assignment, yes and no apart. */
export function conditionsIn({ folded, hits, topics }: Ask, least: number): Filter[] {
  const asked = hits.filter(({ topic }) => yesNoTopics.has(topic) && topics.includes(topic))
  if (new Set(asked.map(({ topic }) => topic)).size < least) return []
  return asked.map(({ topic, start }) => {
    const refused = /\b(?:geen|zonder|niet|no|not|without)\s+(?:een |a |om )?$/.test(folded.slice(0, start))
    return {
      topic,
      fits: (view) => {
        const { kind, text } = finders[topic](view)
        return kind === 'not-stated' ? (refused ? true : null) : /^(?:Nee|No|Geen)\b/.test(text) === refused
      },
    }
  })
}

/** Those that meet every demand, with what their posting says; then those whose posting is silent. */
export function chosenBy(context: Context, set: Assignment[], filters: Filter[]): Across {
  const t = viewTexts(context)
  const told = set.map(context.viewOf).map((view) => ({ view, verdicts: filters.map(({ fits }) => fits(view)) }))
  const fitting = told.filter(({ verdicts: all }) => all.every((fits) => fits === true)).map(({ view }) => view)
  const silent = told
    .filter(({ verdicts: all }) => all.includes(null) && !all.includes(false))
    .map(({ view }) => nameWithState(view))
  const topics = [...new Set(filters.map(({ topic }) => topic))]
  const each = Math.max(12, Math.floor(150 / Math.max(1, fitting.length * topics.length)))
  const line = (view: View): string =>
    `${nameWithState(view)}: ${topics.map((topic) => sentence(clip(finders[topic](view).text, each))).join(' ')}`
  return answerOf(
    [
      t.across.fits(fitting.length),
      ...fitting.slice(0, SHOWN).map(line),
      fitting.length > SHOWN ? t.across.more(fitting.length - SHOWN) : null,
      fitting.length === 0 && topics.length === 1
        ? t.across.others(told.slice(0, 4).map(({ view }) => line(view).replace(/\.$/, '')))
        : null,
      silent.length > 0 && silent.length <= 6 ? t.across.silent(silent) : null,
      lookedAt(set, t),
    ],
    fitting.slice(0, SHOWN),
    (view) => topics.flatMap((topic) => finders[topic](view).quotes.slice(0, 1)),
  )
}
