import { monthsOf } from '../text/dates.ts'
import { countOf, countPattern } from '../text/number-words.ts'
import { allProse, byLabel, type Page, type Reading, revisedIn } from './reading.ts'

export type Hours = number | { min: number; max: number }
export type Extension = { possible: boolean; options: number | null; months: number | null }

const number = '\\d{1,2}(?:[.,]\\d)?'
const perWeek =
  '(?:(?:uur|uren|hours?|hrs?|h)\\s*(?:per|p\\/?\\.?|a|\\/|in de|each)?\\s*(?:week|w\\b|wk)\\.?|u\\.?\\s?(?:p\\.?\\s?w\\b|per week|\\/\\s?w)|(?:uur|uren)\\s+wekelijks)'
const hoursProse = new RegExp(
  `(?<![\\p{L}\\d])(${countPattern})(?:\\s*(?:-|–|tot|t\\/m|à|to|or|of|a)\\s*(?:maximaal\\s*)?(${number}))?\\s*(?:${perWeek})`,
  'iu',
)
const hoursLabel = new RegExp(`(${number})(?:\\s*(?:-|–|tot|t\\/m|à|to)\\s*(?:maximaal\\s*)?(${number}))?`, 'iu')

function hoursFrom(match: RegExpExecArray | null): Hours | null {
  const low = match ? countOf(match[1]!) : null
  const high = match?.[2] ? countOf(match[2]) : null
  if (low === null || low < 1 || low > 60) return null
  return high !== null && high > low ? { min: low, max: high } : low
}

/** "Gemeente Weidemeer | Weidemeer | 36 uur": the hours among the key figures on top of a page. */
function keyFigure({ source }: Page): Reading<Hours>[] {
  const figure = new RegExp(`^(${number})(?:\\s*[-–]\\s*(${number}))?\\s*(?:uur|u|hours|hrs)$`, 'i')
  return source.lines.slice(0, 12).flatMap(({ text, start, end }) => {
    const parts = text.split(/\s*[|·•]\s*/)
    const part = parts.find((one) => figure.test(one))
    const value = part ? hoursFrom(figure.exec(part)) : null
    return value === null ? [] : [{ value, start, end, certainty: 'position' as const }]
  })
}

/** Hours a week: a number or a range. The label first; sentences besides are kept to see whether they agree. */
export function hoursOf(page: Page): { first: Reading<Hours> | null; all: Reading<Hours>[] } {
  const label = byLabel(
    page,
    'hoursPerWeek',
    (value) =>
      hoursFrom(hoursProse.exec(value)) ?? // "3 dagen (24 uur)"
      hoursFrom(
        new RegExp(`\\((${number})(?:\\s*[-–]\\s*(${number}))?\\s*(?:uur|uren|u|hours|h)\\)`, 'iu').exec(value),
      ) ??
      (/fte|dagen|%/i.test(value) ? null : hoursFrom(hoursLabel.exec(value))),
  )
  const prose = [...allProse(page, (sentence) => hoursFrom(hoursProse.exec(sentence))), ...keyFigure(page)]
  const revised = revisedIn(page.source.sentences, (text) => hoursFrom(hoursProse.exec(text)))
  if (revised) return { first: revised, all: [revised] }
  const free = prose.filter(({ start, end }) => !label || end <= label.start || start >= label.end)
  return { first: label ?? free[0] ?? null, all: [...(label ? [label] : []), ...free] }
}

/** Whether a second statement of hours can be true next to the first. */
export function hoursAgree(first: Hours, other: Hours, sentence: string): boolean {
  const { min, max } = typeof first === 'number' ? { min: first, max: first } : first
  const second = typeof other === 'number' ? { min: other, max: other } : other
  if (/minimaal|ten minste|minstens|at least|minimum/i.test(sentence)) return second.min <= max
  if (/maximaal|hooguit|up to|at most/i.test(sentence)) return second.max >= min
  return second.max >= min && second.min <= max
}

const length = new RegExp(
  `(${countPattern})(?:\\s*\\(\\d+\\))?\\s*(maand(?:en|\\(en\\))?|months?|mnd|jaar|jaren|years?|weken|weeks)(?![\\p{L}])`,
  'iu',
)
const durationContext =
  /\bduur\b|duurt|\bduren\b|\blasts?\b|looptijd|gedurende|\bvoor (?:een )?half jaar|\bvoor (?:de (?:duur|periode) van |een periode van )?(?=\S+ (?:maand|jaar))|in eerste instantie|^start(?:ing|s)?\b|loopt|periode van|for (?:a period of )?(?=\S+ (?:month|year))|duration|initial(?:ly)?|term\b|runs? for|\blang\b|contract (?:is|will be)|opdracht (?:is|omvat)/i
const notDuration =
  /ervaring|experience|verleng|exten|ouder dan|afgelopen|laatste|older than|garantie|opzeg|notice|proef|vog\b/i

const extending = /verleng|daarna|exten[ds]|optie|option|renew/i

/** The part of a sentence that is not about extending: "18 maanden en kan niet worden verlengd" tells 18. */
function withoutExtension(text: string): string {
  return text
    .split(/[;.]\s+|,\s+/)
    .map((clause) => {
      const at = clause.search(extending)
      if (at < 0) return clause
      const before = [
        ...clause.slice(0, at).matchAll(/\s(?:met|with|en|and|waarna|plus)\s|\s?\(\s?\+|\s?\+\s?|\(/g),
      ].at(-1)
      return before ? clause.slice(0, before.index) : ''
    })
    .join(', ')
}

/** Months, in a label or in prose; what is said about extending is the extension's. */
export function durationOf(page: Page): { first: Reading<number> | null; label: Reading<number> | null } {
  const label = byLabel(page, 'durationMonths', (value) => {
    const match = length.exec(withoutExtension(value))
    return match ? monthsOf(match[1]!, match[2]!) : null
  })
  const revised = revisedIn(page.source.sentences, (text) => {
    const match = durationContext.test(text) && !extending.test(text) ? length.exec(text) : null
    return match ? monthsOf(match[1]!, match[2]!) : null
  })
  if (revised) return { first: revised, label: revised }
  const extension = page.labelled.filter(({ field }) => field === 'extension')
  const apart = page.prose.filter(({ start, end }) => !extension.some((at) => at.start <= start && end <= at.end))
  const prose = allProse({ ...page, prose: apart }, (sentence) => {
    const head = withoutExtension(sentence)
    const match = length.exec(head)
    if (!match || notDuration.test(head)) return null
    const bare = head.replace(/[.\s]+$/, '').length === match[0].length
    return bare || durationContext.test(head) ? monthsOf(match[1]!, match[2]!) : null
  })
  return { first: label ?? prose[0] ?? null, label }
}

/** Whole months from the first to the last day, both included: 1 April – 31 December = 9. */
export function monthsBetween(start: Temporal.PlainDate, end: Temporal.PlainDate): number | null {
  const span = start.until(end.add({ days: 1 }), { largestUnit: 'months' })
  if (span.sign <= 0) return null
  const months = span.months + (span.days >= 15 ? 1 : 0)
  return months > 0 ? months : null
}

const times =
  '(?:x|×|\\*|maal|keer|times?|opties?(?: to extend)?(?: tot verlenging)?(?: van)?(?: of)?|periodes? van|verlengingen van|extensions? of|renewals? of)'
const optioned = new RegExp(
  `(${countPattern})\\s*${times}\\s*(?:van\\s*|of\\s*|by\\s*|for\\s*|met\\s*|voor\\s*)*(?:telkens\\s*|steeds\\s*|each\\s*|een periode van\\s*)?(?:up to\\s*|maximaal\\s*|max\\.?\\s*|hooguit\\s*|ten hoogste\\s*)?(${countPattern})\\s*(maand|month|mnd|jaar|year|weken|weeks)`,
  'iu',
)
const worded = new RegExp(
  `(eenmaal|eenmalig|tweemaal|driemaal|viermaal|once|twice|${countPattern}\\s*(?:keer|maal|times?)),?(?:\\s+\\p{L}+){0,4}?\\s+(?:up to\\s*|maximaal\\s*|max\\.?\\s*|hooguit\\s*)?(${countPattern})\\s*(maand|month|mnd|jaar|year|weken|weeks)`,
  'iu',
)
const counted = new RegExp(`(${countPattern})\\s*(maand|month|mnd|jaar|year|weken|weeks)`, 'iu')
const options = new RegExp(`(?<![\\p{L}\\d])(${countPattern})\\s+(?:options?|opties|verlengings?opties)`, 'iu')

/** "2x6" under a label of extensions: months, since nothing is extended by anything else in this market. */
const bareTimes = /^\s*(\d)\s*[x×*]\s*(\d{1,2})\s*\.?$/i

function extensionIn(text: string): Extension | null {
  const bare = bareTimes.exec(text)
  if (bare) return { possible: true, options: Number(bare[1]), months: Number(bare[2]) }
  const denied =
    /\bgeen\b|\bniet (?:mogelijk|verlengd|verlengbaar|van toepassing|voorzien)|\bkan niet\b|\bzonder (?:\S+ ){0,3}(?:optie|verlenging|mogelijkheid)|without (?:\S+ ){0,2}(?:option|extension)|n\.?v\.?t\b|^(?:nee|no|none)\b|not (?:be )?(?:extended|possible|extendable)|\bno (?:option|extension)/i.test(
      text,
    )
  if (denied && !/niet (?:vooraf )?gegarandeerd/i.test(text)) return { possible: false, options: null, months: null }
  const each = optioned.exec(text) ?? worded.exec(text)
  if (each) return { possible: true, options: countOf(each[1]!.split(/\s/)[0]!), months: monthsOf(each[2]!, each[3]!) }
  const separate = options.exec(text)
  const period = counted.exec(text.slice(separate ? separate.index + separate[0].length : 0))
  const months = period ? monthsOf(period[1]!, period[2]!) : null
  const single =
    /(?<![\p{L}])(?:één|1|one) (?:optie|option|verlenging|extension|renewal)\b|\b(?:een|an) (?:optie|option|verlenging|extension)\b(?!.*(?:telkens|steeds|each|max|hooguit|ten hoogste|up to|at most))/iu
  const bracketed = /\((\d)\s?[x×]\)/.exec(text)
  const once = /\b(eenmaal|eenmalig|tweemaal|driemaal|once|twice)\b/i.exec(text)
  return {
    possible: true,
    options: separate
      ? countOf(separate[1]!)
      : bracketed
        ? Number(bracketed[1])
        : once && months !== null
          ? countOf(once[1]!)
          : months !== null && single.test(text)
            ? 1
            : null,
    months,
  }
}

const extends_ =
  /verleng|\bdaarna (?:\S+ ){0,3}?(?:nog )?\d+ (?:maanden|mnd)|\bextend|extension|renew|\d\s*[x×]\s*\d+\s*(?:maanden|mnd|months?) (?:optie|option)|\b(?:optie|option)s?:? (?:op |van |of |for )?(?:\d|nog)/i

/** Whether and how the assignment may be extended; `until` comes with the dates. */
export function extensionOf(page: Page): Reading<Extension> | null {
  const label = byLabel(page, 'extension', (value) =>
    /^\s*(?:tot|until)\b/i.test(value) ? { possible: true, options: null, months: null } : extensionIn(value),
  )
  const prose = allProse(page, (sentence) => {
    if (!extends_.test(sentence)) return null
    const at = sentence.search(/(?:\bmet |\bwith |,\s*)?[^,;]*?(?:verleng|exten|renew|optie|option)/i)
    return extensionIn(sentence.slice(Math.max(0, at)))
  })
  if (label && (label.value.months !== null || !label.value.possible)) return label
  const told = prose.find(({ value }) => value.months !== null || !value.possible)
  return label
    ? told
      ? { ...label, value: { ...label.value, options: told.value.options, months: told.value.months } }
      : label
    : (told ?? prose[0] ?? null)
}
