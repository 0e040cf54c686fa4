import { findDates, inYear } from '../text/dates.ts'
import { maximumMonths } from './arithmetic.ts'
import { factQuotes, factValue, mentions, quotesFor, widen } from './evidence.ts'
import { computed, type Finder, fact, notStated, say, type View } from './finding.ts'
import { isOver, milestone, namelessDate } from './milestones.ts'
import { verbatimOf } from './passages.ts'

export const start: Finder = (view) => {
  const { t, posting, assignment } = view
  const at = milestone(view, 'start')?.at ?? posting.start
  const quotes = quotesFor(
    assignment,
    ['start', 'deadlines.start'],
    /^start\b|startdatum|aanvang|begindatum|ingangsdatum|start date|z\.?s\.?m/,
    1,
  )
  if (at !== null && /^\d{4}-\d\d-\d\d/.test(at)) {
    return fact(
      at.slice(0, 10) < view.now.toPlainDate().toString() && isOver(view)
        ? t.dates.startedOn(at)
        : t.dates.startsOn(at),
      quotes,
    )
  }
  if (posting.start === null) return namelessDate(view, 'start')
  return fact(
    /z\.?s\.?m|zo (?:snel|spoedig)|asap|as soon/i.test(posting.start)
      ? t.dates.startWords(posting.start)
      : t.dates.startLabel(posting.start),
    quotes,
  )
}

/** The day before the same day `months` later: one month from 1 February ends on the last of February. */
const lastDay = (from: string, months: number): string =>
  Temporal.PlainDate.from(from.slice(0, 10))
    .add({ months: Math.floor(months), days: Math.round((months % 1) * 30) })
    .subtract({ days: 1 })
    .toString()

export const end: Finder = (view) => {
  const { t, posting, assignment, ask } = view
  const duration = posting.durationMonths
  const supposed = ask.dates.find(({ iso }) => iso !== null)?.iso ?? null
  const quotes = [
    ...quotesFor(
      assignment,
      ['duration', 'durationMonths', 'endDate', 'end'],
      /einddatum|einde opdracht|end date|periode|\bduur\b|duration|start in eerste instantie/,
      2,
    ),
  ]
  if (supposed !== null && duration !== null && /stel|als|indien|if|suppose|begin|start/.test(ask.folded)) {
    return computed(t.dates.ifStarts(supposed, lastDay(supposed, duration), t.dates.months(duration)), quotes)
  }
  const from = posting.start !== null && /^\d{4}-\d\d-\d\d/.test(posting.start) ? posting.start : null
  const printed = printedEnd(view, from)
  const most = maximumMonths(posting)
  const extended = posting.extension?.until
    ? t.dates.endUntil(posting.extension.until)
    : from !== null && most !== null && duration !== null && most > duration
      ? t.dates.endWithExtension(t.dates.months(most), lastDay(from, most))
      : null
  const extensionQuotes = extended === null ? [] : [verbatimOf(posting.extension?.quote ?? '')]
  if (printed !== null) return fact(say(t.dates.endsOn(printed.iso), extended), [printed.quote, ...extensionQuotes])
  if (from !== null && duration !== null)
    return computed(say(t.dates.endComputed(from, t.dates.months(duration), lastDay(from, duration)), extended), [
      ...quotesFor(assignment, ['start'], null, 1),
      ...quotes,
      ...extensionQuotes,
    ])
  if (
    posting.extension?.until &&
    /max|hooguit|hoogstens|uiterst|uiterlijk|laatst|verleng|latest|longest|exten/.test(ask.folded)
  )
    return fact(t.dates.endUntil(posting.extension.until), extensionQuotes)
  return notStated(
    say(
      t.dates.endUnknown(posting.start, duration === null ? null : t.dates.months(duration)),
      posting.extension?.until && t.dates.endUntil(posting.extension.until),
    ),
    [...quotesFor(assignment, ['start'], /^start\b|startdatum|z\.?s\.?m/, 1), ...quotes],
  )
}

/** An end date that the posting prints itself. */
function printedEnd(view: View, from: string | null): { iso: string; quote: string } | null {
  const recorded = factValue(view.assignment, 'endDate')
  if (typeof recorded === 'string' && /^\d{4}-/.test(recorded))
    return { iso: recorded, quote: widen(view.assignment, factQuotes(view.assignment, 'endDate')[0] ?? '') }
  for (const passage of mentions(
    view.assignment,
    /einddatum|einde (?:van de )?opdracht|end date|t\/m|tot en met|periode|looptijd|\bduur\b|\bduration\b|until/,
  )) {
    if (
      /inschrijf|reage|reactie|questions|vragen|sluit|gesprek|interview|verleng|option|closing|kandidaten/.test(
        passage.folded,
      )
    )
      continue
    const dates = findDates(passage.shown).flatMap((date) =>
      date.year === null ? [] : [inYear(date, date.year)?.toString() ?? ''],
    )
    const last = dates.at(-1)
    if (last && (dates.length > 1 || /eind|end/.test(passage.folded)) && (from === null || last > from))
      return { iso: last, quote: passage.verbatim }
  }
  return null
}

export const postedOn: Finder = (view) => {
  const { posting, assignment, t } = view
  if (posting.postedOn === null) return namelessDate(view, 'postedOn')
  const quotes = quotesFor(assignment, ['postedOn'], /geplaatst|publicat|published|plaatsing/, 1)
  if (quotes.length === 0)
    quotes.push(
      ...view.passages
        .filter(({ shown }) => dateEquals(shown, posting.postedOn!))
        .slice(0, 1)
        .map(({ verbatim }) => verbatim),
    )
  return fact(t.dates.posted(posting.postedOn), quotes)
}

const dateEquals = (text: string, iso: string): boolean =>
  findDates(text).some((date) => date.year !== null && inYear(date, date.year)?.toString() === iso)
