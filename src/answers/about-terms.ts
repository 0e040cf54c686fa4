import { extensionMonths, hoursIn, maximumMonths, weeklyHours } from './arithmetic.ts'
import { clip, factValue, mentions, quotesFor, widen } from './evidence.ts'
import { computed, type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import { type Passage, verbatimOf } from './passages.ts'
import { verdictOf } from './verdict.ts'

export const missing = (view: View, what: string): Finding => notStated(view.t.notNamed(view.t.what[what]!))

/** The posting speaks of it, though no fact was read: its own words, never "does not say". */
export function inItsWords(view: View, passages: Passage[], most = 2): Finding {
  const chosen = passages.slice(0, most)
  const verdict = chosen[0] === undefined ? null : verdictOf(view, chosen[0])
  return fact(
    say(verdict === 'no' && view.t.verdict.no, view.t.passages(chosen.map(({ shown }) => clip(shown, 45)))),
    chosen.map(({ verbatim }) => verbatim),
  )
}

const extensionWords = /verleng|extend|extension|optie|\boptions?\b/
const durationQuotes = (view: View): string[] =>
  quotesFor(
    view.assignment,
    ['durationMonths', 'duration'],
    /\bduur\b|looptijd|duration|periode|\d+ maanden|eerste instantie|\d+ months/,
    1,
  )
const extensionQuotes = (view: View): string[] => {
  const recorded = view.posting.extension?.quote
  const own = recorded ? [widen(view.assignment, verbatimOf(recorded))] : []
  return [...new Set([...own, ...mentions(view.assignment, extensionWords).map(({ verbatim }) => verbatim)])].slice(
    0,
    3,
  )
}

/** What the posting says of extension beyond its numbers: conditions, guarantees. */
function extensionRemarks(view: View): string | null {
  const numbers = verbatimOf(view.posting.extension?.quote ?? '')
  const remarks = mentions(view.assignment, extensionWords).filter(
    ({ verbatim, shown }) =>
      shown.split(' ').length > 7 &&
      !numbers.includes(verbatim) &&
      /garant|bij |mits|afhankelijk|mogelijk op basis|indien|maximaal|subject|condition|if /.test(
        verbatim.toLowerCase(),
      ) &&
      verbatim !== numbers,
  )
  return remarks.length === 0 ? null : view.t.alsoSays(clip(remarks[0]!.shown.replace(/\.$/, ''), 32))
}

function extensionSentence({ posting, t }: View): string {
  const { extension } = posting
  if (extension === null) return t.terms.optionSilent
  if (!extension.possible) return t.terms.optionNone
  if (extension.until !== null) return t.terms.optionUntil(extension.until)
  if (extension.months !== null && extension.options !== null)
    return t.terms.optionsOf(extension.options, extension.months)
  if (extension.months !== null) return t.terms.optionTotal(extension.months)
  return t.terms.optionOpen
}

export const duration: Finder = (view) => {
  const { posting, t } = view
  if (posting.durationMonths === null) {
    const found = mentions(view.assignment, /\bduur\b|looptijd|duration|einddatum|end date|t\/m .{0,20}20\d\d/).filter(
      ({ folded }) => /\d/.test(folded) && !/inschrijf|reage|vragen/.test(folded),
    )
    if (found.length > 0) return inItsWords(view, found)
    return missing(view, 'duration')
  }
  return fact(say(t.terms.duration(posting.durationMonths), extensionSentence(view), extensionRemarks(view)), [
    ...durationQuotes(view),
    ...extensionQuotes(view),
  ])
}

export const extension: Finder = (view) => {
  const { posting, t, ask } = view
  const quotes = extensionQuotes(view)
  if (posting.extension === null) {
    const found = mentions(view.assignment, extensionWords)
    return found.length > 0 ? inItsWords(view, found) : missing(view, 'extension')
  }
  if (!posting.extension.possible) return fact(t.terms.extensionNo, quotes)
  if (
    /\b(?:wanneer|when|hoe laat)\b.*\b(?:hoor|weet|weten|besl\w+|duidelijk|bekend|hear|know|decide\w*)\b/.test(
      ask.folded,
    )
  ) {
    const told = mentions(view.assignment, extensionWords).filter(({ folded }) =>
      /\b(?:hoor|weet|weten|beslui\w+|beslis\w+|bekend|meegedeeld|bericht|duidelijk\w*|hear|know|decid\w+|inform\w+|notif\w+)\b/.test(
        folded,
      ),
    )
    return told.length > 0 ? inItsWords(view, told, 1) : notStated(t.aspect.when, quotes)
  }
  return fact(
    say(
      ask.yesNo && !/\bna\b|after|langer|later|doorlopen/.test(ask.folded) && t.terms.extensionYes,
      extensionSentence(view),
      extensionRemarks(view),
    ),
    quotes,
  )
}

export const maxDuration: Finder = (view) => {
  const { posting, t } = view
  const quotes = [...durationQuotes(view), ...extensionQuotes(view)]
  if (posting.durationMonths === null) return duration(view)
  const base = t.dates.months(posting.durationMonths)
  if (posting.extension?.until)
    return fact(say(t.terms.maximumUntil(base, posting.extension.until), extensionRemarks(view)), quotes)
  const most = maximumMonths(posting)
  if (most === null) return fact(t.terms.maximumOpen(base), quotes)
  if (most === posting.durationMonths) return fact(say(t.terms.duration(most), extensionSentence(view)), quotes)
  return computed(
    say(t.terms.maximum(most, posting.durationMonths, most - posting.durationMonths), extensionRemarks(view)),
    quotes,
  )
}

const hoursQuotes = (view: View): string[] =>
  quotesFor(
    view.assignment,
    ['hoursPerWeek', 'hours'],
    /uren per week|uur per week|uren p\/w|hours per week|hours a week|\buren\b.{0,12}\d|\d+.{0,12}(?:uur|hours)/,
    1,
  )

export const hours: Finder = (view) => {
  const { posting, t, ask } = view
  const weekly = weeklyHours(posting)
  if (weekly === null) {
    const found = mentions(
      view.assignment,
      /\d+\s?(?:-|tot|a)?\s?\d*\s?(?:uur|uren|hours)\b(?! (?:open|na|voor|before|after))|uren.{0,12}\d/,
    ).filter(({ folded }) => /week|uren|inzet|hours/.test(folded) && !/\d[.:]\d\d/.test(folded))
    return found.length > 0 ? inItsWords(view, found, 1) : missing(view, 'hours')
  }
  const told = /full-?time|voltijd|part-?time|deeltijd/.test(ask.folded)
    ? t.terms.fullTime(weekly.min, weekly.max)
    : t.terms.hours(weekly.min, weekly.max)
  return fact(told, hoursQuotes(view))
}

export const totalHours: Finder = (view) => {
  const { posting, t } = view
  const weekly = weeklyHours(posting)
  if (weekly === null) return notStated(t.terms.hoursMissing)
  if (posting.durationMonths === null) return notStated(t.terms.durationMissing, hoursQuotes(view))
  const base = hoursIn(weekly, posting.durationMonths)
  const most = maximumMonths(posting)
  const longest = most !== null && most > posting.durationMonths ? hoursIn(weekly, most) : null
  return computed(
    say(
      t.terms.hoursTotal(base.min, base.max, t.dates.months(posting.durationMonths)),
      longest && t.terms.hoursTotalWith(longest.min, longest.max, t.dates.months(most!)),
    ),
    [...hoursQuotes(view), ...durationQuotes(view)],
  )
}

/** Days that somebody works, not the hours a desk answers its telephone. */
const atWork = /(?:maan|dins|woens|donder|vrij)dag|(?:mon|tues|wednes|thurs|fri)day|dagen per week|days (?:per|a) week/

export const workdays: Finder = (view) => {
  const { posting, t, assignment, ask } = view
  const quotes = quotesFor(assignment, ['workdays'], /werkdagen|working (?:days|pattern)|werkdag|dagen per week/, 1)
  if (posting.workdays === null) {
    const found = mentions(
      assignment,
      /werkdagen|working days|dagen per week|(?:maan|dins|woens|donder|vrij)dag.{0,40}(?:werk|aanwezig|kantoor|locatie|huis)|(?:werk|aanwezig|kantoor|locatie).{0,30}(?:maan|dins|woens|donder|vrij)dag|(?:mon|tues|wednes|thurs|fri)days?.{0,30}(?:team|office|site|work)|days (?:per|a) week/,
    )
      .filter(({ folded }) => !/werkdag(?:en)? (?:voor|na)|sluit|termijn/.test(folded))
      .sort((a, b) => Number(atWork.test(b.folded)) - Number(atWork.test(a.folded)))
    return found.length > 0 ? inItsWords(view, found, 1) : missing(view, 'workdays')
  }
  const weekly = weeklyHours(posting)
  const spread =
    weekly !== null &&
    (ask.hoursPerWeek !== null ||
      /dagen in de week|days (?:a|per) week|alle dagen|vijf dagen|5 dagen|elke dag|every day|beschikbaar|available/.test(
        ask.folded,
      )) &&
    weekly.max < 32
  const own =
    quotes[0] && quotes[0].length > posting.workdays.length + 20
      ? quotes
      : [...quotes, ...mentions(assignment, /werkdagen|working (?:days|pattern)/).map(({ verbatim }) => verbatim)]
  return fact(
    say(
      t.terms.workdays(posting.workdays),
      spread && t.terms.workdaysSpread(t.terms.hours(weekly.min, weekly.max).replace(/\.$/, '')),
    ),
    [...own.slice(0, 1), ...(spread ? hoursQuotes(view) : [])],
  )
}

export const scale: Finder = (view) => {
  const { posting, t, assignment } = view
  const pattern = /schaal|\bscale\b|salary grade/
  if (posting.scale === null) {
    const found = mentions(assignment, pattern)
    return found.length > 0 ? inItsWords(view, found, 1) : missing(view, 'scale')
  }
  return fact(t.terms.scale(String(posting.scale)), quotesFor(assignment, ['scale'], pattern, 1))
}

export const cao: Finder = (view) => {
  const found = mentions(view.assignment, /\bcao\b|collective (?:labou?r )?agreement/).filter(
    ({ folded }) => !/cao[- ]lonen|indexe?r|index/.test(folded),
  )
  const named = found.find(
    ({ shown }) =>
      /\bcao (?:van de |voor |der )?(?!van de opdrachtgever|lonen|van de inlener)(?:\p{Lu}\p{L}+)/iu.test(shown) &&
      /\bcao\s+(?:\p{Lu}|gemeente|provinc|waterschap|rijk|sgo|metalektro|uitzend)/iu.test(shown) &&
      !/cao van de opdrachtgever/i.test(shown),
  )
  if (named) return inItsWords(view, [named])
  const first = found[0]
  if (!first) return missing(view, 'cao')
  const words = /(?:de )?(?:desbetreffende |geldende )?cao[^.;]{0,40}/i.exec(first.shown)?.[0].trim() ?? first.shown
  return notStated(view.t.terms.caoOnly(clip(words, 8)), [first.verbatim])
}

/** Other months than the posting's: kept beside the finder that shows them. */
export const spanOf = (view: View): { base: number | null; most: number | null; extra: number | null } => ({
  base: view.posting.durationMonths,
  most: maximumMonths(view.posting),
  extra: extensionMonths(view.posting),
})

/** Travel, notice and other matters that are told in the posting's own words or not at all. */
export const fromText =
  (what: string, pattern: RegExp, fields: string[] = []): Finder =>
  (view) => {
    const recorded = fields.some((field) => factValue(view.assignment, field) !== null)
    const found = mentions(view.assignment, pattern)
    if (found.length > 0) return inItsWords(view, found)
    const quotes = recorded ? quotesFor(view.assignment, fields, null) : []
    return quotes.length > 0
      ? fact(view.t.passages(quotes.map((quote) => clip(quote, 45))), quotes)
      : missing(view, what)
  }

export const evidence = fromText(
  'evidence',
  /niet meegenomen|meegewogen|geef in (?:het|je|uw) cv|moet(?:en)? .{0,20}blijken uit|expliciet in het cv|taken into account|evident from the cv|demonstrated in the cv/,
  ['evidenceRule'],
)
export const travel = fromText(
  'travel',
  /reiskosten|reistijd|per kilometer|kilometer(?:vergoeding|s)|travel (?:costs?|expenses|time)|all-?in\b|woon-werk/,
  ['travel', 'travelCosts'],
)
export const notice = fromText('notice', /opzeg|notice period|tussentijds .{0,20}beeindig|terminat/, [
  'noticePeriod',
  'notice',
])
