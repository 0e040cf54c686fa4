import { findDates } from '../text/dates.ts'
import { amountOf } from '../text/number-words.ts'
import { inItsWords, missing, spanOf } from './about-terms.ts'
import { hoursIn, timesRate, weeklyHours } from './arithmetic.ts'
import { clip, mentions, quotesFor, widen } from './evidence.ts'
import { computed, type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import { verbatimOf } from './passages.ts'

const feePattern =
  /\bfees?\b|brokerbijdrage|bemiddelings(?:kosten|vergoeding)|contractkosten|administratiekosten|commission/

export const fee: Finder = (view) => {
  const { posting, t, assignment } = view
  if (posting.fee === null) {
    const found = mentions(assignment, feePattern)
    return found.length > 0 ? inItsWords(view, found, 1) : missing(view, 'fee')
  }
  const quotes = [widen(assignment, verbatimOf(posting.fee.quote))]
  const { amount, unit } = posting.fee
  if (amount === 0) return fact(t.terms.feeNone, quotes)
  const told =
    unit === 'percent'
      ? t.terms.feePercent(amount)
      : unit === 'eur_per_hour'
        ? t.terms.feeHour(amount)
        : t.terms.feeAmount(amount)
  // "Ja" answers "is er een fee", not "hoeveel is de fee".
  return fact(view.ask.yesNo ? told : told.replace(/^(?:Ja|Yes), /, ''), quotes)
}

const ratePattern = /tarief|\brate\b|uurprijs|plafond|all-?in\b|bandwidth|bandbreedte/

/** "bandbreedte € 85 - € 115": the printed lower bound beside the maximum. */
function bandOf(view: View): { min: number; max: number } | null {
  const max = view.posting.maxRateEur
  if (max === null) return null
  for (const { shown, folded } of mentions(view.assignment, ratePattern)) {
    if (findDates(shown).length > 0 && !/€|eur/.test(folded)) continue
    const amounts = [...shown.matchAll(/(?:€|EUR)\s?\d[\d.,]*/gi)]
      .map(([text]) => amountOf(text))
      .filter((amount): amount is number => amount !== null)
    const low = amounts.find((amount) => amount < max && amount >= 20)
    if (low !== undefined && amounts.includes(max)) return { min: low, max }
  }
  return null
}

export const maxRate: Finder = (view) => {
  const { posting, t, assignment, ask } = view
  const sentences = mentions(assignment, ratePattern).filter(
    ({ folded }) =>
      /€|\beur\b|euro|maxim|minim|plafond|all-?in|btw|vat|(?:inclusief|\bincl\.?) (?:reis|btw|alle|onkosten|travel|vat|overige)|bandbreed|bandwidth/.test(
        folded,
      ) && !/index|fee|punten\)|points\)|%\)?$/.test(folded),
  )
  if (/\b(?:zonder|without)\b/.test(ask.folded)) {
    const bare = mentions(assignment, /\b(?:zonder|met|without|with) (?:een |a )?(?:uur)?(?:tarief|rate|prijs|price)\b/)
    if (bare.length > 0) return inItsWords(view, bare, 1)
  }
  const quotes = quotesFor(assignment, ['maxRateEur', 'rate', 'maxRate'], null, 1)
  if (quotes.length === 0) quotes.push(...sentences.slice(0, 1).map(({ verbatim }) => verbatim))
  const max = posting.maxRateEur
  if (max === null) {
    if (sentences.length > 0) return inItsWords(view, sentences, 1)
    // "Opdracht tarief  Geen maximum": a row so short that it looks like a heading.
    const none = mentions(assignment, /(?:tarief|\brate)\b.{0,12}\b(?:geen|no) (?:max|plafond|cap|ceiling)/, {
      headings: true,
    })
    if (none.length > 0) return inItsWords(view, none, 1)
    return missing(view, 'maxRate')
  }
  const band = bandOf(view)
  if (
    ask.rate !== null &&
    /mag|mogen|kan|kunnen|accept|would|can|may|is .{0,20}(?:ok|goed|toegestaan|te (?:hoog|veel))|past|haal/.test(
      ask.folded,
    )
  ) {
    if (ask.rate > max) return computed(t.terms.rateAbove(ask.rate, max), quotes)
    if (band !== null && ask.rate < band.min) return computed(t.terms.rateBelow(ask.rate, band.min), quotes)
    return computed(t.terms.rateWithin(ask.rate, max), quotes)
  }
  const extra = sentences.find(({ folded }) => /all-?in|btw|\bvat\b|inclusief|\bincl/.test(folded))
  return fact(
    say(
      band === null ? t.terms.rateMax(max) : t.terms.rateBand(band.min, band.max),
      extra && t.terms.elsewhere(clip(extra.shown.replace(/\.$/, ''), 24)),
    ),
    quotes,
  )
}

export const indexation: Finder = (view) => {
  const { t, assignment, ask } = view
  const found = mentions(assignment, /index/)
  if (found.length === 0) return missing(view, 'indexation')
  const quotes = found.slice(0, 1).map(({ verbatim }) => verbatim)
  if (ask.aspect === 'percent') {
    const figure = found.find(({ folded }) => /\d+(?:[.,]\d+)?\s?(?:%|procent|per ?cent)/.test(folded))
    return figure
      ? inItsWords(view, [figure])
      : notStated(say(t.aspect.percent, t.terms.elsewhere(clip(found[0]!.shown, 28))), quotes)
  }
  return inItsWords(view, found, 1)
}

export const contractValue: Finder = (view) => {
  const { posting, t, ask } = view
  const weekly = weeklyHours(posting)
  const { base, most } = spanOf(view)
  const quotes = [
    ...quotesFor(view.assignment, ['hoursPerWeek', 'hours'], /uren per week|uur per week|hours per week|uren p\/w/, 1),
    ...quotesFor(view.assignment, ['durationMonths', 'duration'], /\bduur\b|looptijd|duration|periode/, 1),
  ]
  if (weekly === null) return notStated(t.terms.hoursMissing, quotes)
  if (base === null) return notStated(t.terms.durationMissing, quotes)
  const hours = hoursIn(weekly, base)
  const rate = ask.rate ?? posting.maxRateEur
  const over = t.dates.months(base)
  if (rate === null) return notStated(t.terms.valueNeedsRate(t.dates.range(hours.min, hours.max), over), quotes)
  const lines = [
    t.terms.valueBase(t.terms.value(timesRate(hours, rate), t.dates.range(hours.min, hours.max), rate), over),
  ]
  if (most !== null && most > base) {
    const longest = hoursIn(weekly, most)
    lines.push(
      t.terms.valueBase(
        t.terms.value(timesRate(longest, rate), t.dates.range(longest.min, longest.max), rate),
        t.dates.months(most),
      ),
    )
  }
  return computed(lines.join(' '), quotes)
}

const sroiPattern = /\bsroi\b|social return|social value/

export const sroi: Finder = (view) => {
  const { posting, t, assignment, ask } = view
  const sentences = mentions(assignment, sroiPattern)
  if (posting.sroi === null) return sentences.length > 0 ? inItsWords(view, sentences, 1) : missing(view, 'sroi')
  const quote = widen(assignment, verbatimOf(posting.sroi.quote))
  if (posting.sroi.applies === false) return fact(t.terms.sroiNo, [quote])
  const limit = posting.sroi.thresholdEur
  const annex = annexNear(view)
  if (ask.aspect === 'percent') return sroiPercentage(view, quote, annex)
  if (ask.aspect === 'scope')
    return notStated(say(`${t.terms.sroiScope};`, `${t.terms.seeAnnex}${annex === null ? '.' : `: ${annex}.`}`), [
      quote,
    ])
  if (limit === null)
    return fact(
      say(
        posting.sroi.applies === true ? t.terms.sroiYes : t.terms.sroiConditionalOpen,
        t.terms.sroiWords(clip(quote, 30).replace(/[.;]$/, '')),
      ),
      [quote],
    )
  if (ask.rate !== null) return sroiAtRate(view, ask.rate, limit, quote)
  return fact(say(t.terms.sroiConditional(limit), t.terms.sroiWords(clause(quote)), breakEven(view, limit)), [quote])
}

/** The part of the sentence that states the condition. */
function clause(quote: string): string {
  const match = /(?:bij|voor|vanaf|indien|contracts?|assignments?|orders?)\b[^.]*\d[\d.,]*\d[^.]*/i.exec(quote)
  return clip((match?.[0] ?? quote).replace(/[.;]$/, ''), 26)
}

function annexNear(view: View): string | null {
  for (const { shown } of view.passages) {
    const url = /https?:\/\/[^\s<>()]+/.exec(shown)?.[0]
    if (url && /sroi|social|bijlage/i.test(url)) return url
  }
  return null
}

function sroiPercentage(view: View, quote: string, annex: string | null): Finding {
  const { t } = view
  const figure =
    /\d+(?:[.,]\d+)?\s?(?:%|procent|per ?cent)/i.exec(quote) ??
    /\d+(?:[.,]\d+)?\s?(?:%|procent|per ?cent)/i.exec(
      mentions(view.assignment, sroiPattern)
        .map(({ shown }) => shown)
        .join(' '),
    )
  if (figure !== null)
    return fact(
      say(
        t.terms.sroiPercent(figure[0].replace(/\s?procent/i, '%')),
        t.terms.sroiWords(clip(quote.replace(/[.;]$/, ''), 26)),
      ),
      [quote],
    )
  return notStated(
    say(`${t.aspect.percent.replace(/\.$/, '')}; ${t.terms.seeAnnex}${annex === null ? '.' : `: ${annex}.`}`),
    [quote],
  )
}

/** From which rate on the threshold can be reached at all, over the longest term. */
function breakEven(view: View, limit: number): string | null {
  const weekly = weeklyHours(view.posting)
  const { base, most } = spanOf(view)
  const months = most ?? base
  if (weekly === null || months === null) return null
  const hours = hoursIn(weekly, months).max
  const rate = Math.ceil((limit / hours) * 100) / 100
  return view.t.terms.sroiNeverBelow(
    view.t.dates.amount(hours),
    view.t.dates.months(months),
    Math.abs(limit / hours - Math.round((limit / hours) * 100) / 100) < 0.005
      ? Math.round((limit / hours) * 100) / 100
      : rate,
  )
}

function sroiAtRate(view: View, rate: number, limit: number, quote: string): Finding {
  const { t, posting } = view
  const weekly =
    view.ask.hoursPerWeek === null ? weeklyHours(posting) : { min: view.ask.hoursPerWeek, max: view.ask.hoursPerWeek }
  if (weekly === null) return notStated(t.terms.sroiNoHours(limit, Math.ceil(limit / rate), rate), [quote])
  const { base, most } = spanOf(view)
  if (base === null) return notStated(t.terms.durationMissing, [quote])
  const spans = most !== null && most > base ? [base, most] : [base]
  const sums = spans.map((months) => ({
    months,
    hours: hoursIn(weekly, months),
    sum: timesRate(hoursIn(weekly, months), rate),
  }))
  const highest = sums.at(-1)!.sum.max
  const lowest = sums[0]!.sum.min
  const verdict = highest <= limit ? t.terms.sroiBelow : lowest > limit ? t.terms.sroiAbove : t.terms.sroiMaybe
  const lines = sums.map(({ months, hours, sum }) =>
    t.terms.sroiEach(
      t.dates.range(hours.min, hours.max),
      rate,
      t.dates.euroRange(sum.min, sum.max),
      sentenceStart(t.dates.months(months)),
    ),
  )
  return computed(say(`${verdict} ${t.terms.sroiLimit(limit)}.`, ...lines, t.terms.sroiAssumed), [
    quote,
    ...quotesFor(view.assignment, ['hoursPerWeek', 'hours'], /uren per week|uur per week|hours per week|uren p\/w/, 1),
  ])
}

const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
