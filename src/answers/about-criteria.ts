import type { PostedCriterion } from '../assignments/assignment.ts'
import { inItsWords, missing } from './about-terms.ts'
import { criteriaAbout } from './criterion-match.ts'
import { criterionQuote, labelOf } from './display.ts'
import { clip, mentions, quotesFor } from './evidence.ts'
import { computed, conflict, type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import { leastScore } from './least-score.ts'
import { searchPassages } from './search-passages.ts'

/** Words a list of criteria may take in a chat answer; longer items are cut and marked. */
const LIST_WORDS = 78

export const quoteOf = ({ assignment }: View, criterion: PostedCriterion): string =>
  criterionQuote(assignment, criterion)
export const nameIn = ({ t }: View, criterion: PostedCriterion): string =>
  t.criteria.Name(criterion.section, labelOf(criterion))
export const short = (text: string): string => clip(text.replace(/[.;]$/, ''), 30)

function listed(view: View, criteria: PostedCriterion[]): string {
  const budget = Math.max(6, Math.floor(LIST_WORDS / Math.max(1, criteria.length)))
  const words = criteria.map(({ text }) => text.split(/\s+/).length)
  const spare = words.reduce((sum, count) => sum + Math.max(0, budget - count), 0)
  const long = words.filter((count) => count > budget).length
  const each = budget + (long === 0 ? 0 : Math.floor(spare / long))
  return criteria
    .map((criterion) =>
      view.t.criteria.item(labelOf(criterion), clip(criterion.text.replace(/[.;]$/, ''), each), criterion.points),
    )
    .join('; ')
}

export const knockouts: Finder = (view) => {
  const { posting, t, ask } = view
  const list = posting.knockouts
  if (list.length === 0) return missing(view, 'knockouts')
  if (
    /wat als|wat gebeurt|what (?:if|happens)|niet .{0,25}\b(?:vold|haal|red)|\b(?:fails?|does(?: not|n't) meet)\b/.test(
      ask.folded,
    )
  ) {
    const fate = mentions(
      view.assignment,
      /niet voldoen|niet (?:verder|meer) |afgewezen|terzijde|vall?(?:en|t) af|reject|exclude|not (?:be )?(?:assessed|considered|processed)/,
    ).filter(({ folded }) => /eis|knock|criteri|punt|voldoe|requirement|kandida|candidate/.test(folded))
    if (fate.length > 0) return inItsWords(view, fate, 1)
  }
  if (ask.topics.includes('points') && ask.yesNo) {
    return fact(
      t.criteria.knockoutsNoPoints,
      mentions(view.assignment, /niet voldoen|not (?:be )?assessed further|niet verder|afgewezen|terzijde/)
        .slice(0, 1)
        .map(({ verbatim }) => verbatim),
    )
  }
  return fact(
    `${t.criteria.knockouts(list.length)} ${listed(view, list)}.`,
    list.map((criterion) => quoteOf(view, criterion)),
  )
}

export const awards: Finder = (view) => {
  const { posting, t } = view
  const list = posting.awards
  if (list.length === 0) return missing(view, 'awards')
  return fact(
    `${t.criteria.awards(list.length, posting.pointsTotal)} ${listed(view, list)}.`,
    list.map((criterion) => quoteOf(view, criterion)),
  )
}

/** Criteria carrying a printed label, both sections unless one is named; ordinals where nothing is printed. */
export function referred(view: View): PostedCriterion[] {
  const { posting, ask } = view
  const all = [...posting.knockouts, ...posting.awards]
  return ask.refs.flatMap(({ section, label }) => {
    const printed = all.filter(
      (criterion) => labelOf(criterion).toLowerCase() === label && (section === null || criterion.section === section),
    )
    if (printed.length > 0) return printed
    return all.filter((criterion) => labelOf(criterion).toLowerCase() === label)
  })
}

function worthOf(view: View, criterion: PostedCriterion): string {
  const { t } = view
  if (criterion.section === 'knockout')
    return t.criteria.knockoutNoPoints(nameIn(view, criterion), short(criterion.text))
  const sub = (criterion.sub ?? []).map(({ text, points }) => `${text} ${t.criteria.points(points)}`)
  return say(
    t.criteria.worth(t.criteria.name('award', labelOf(criterion)), short(criterion.text), criterion.points ?? 0),
    sub.length > 0 && t.criteria.worthSub(sub),
  )
}

export const criterion: Finder = (view) => {
  const { t, posting, ask } = view
  const found = referred(view)
  const all = [...posting.knockouts, ...posting.awards]
  if (found.length === 0) {
    const label = ask.refs[0]?.label ?? '?'
    return all.length === 0 ? missing(view, 'criterion') : notStated(t.criteria.noSuchNumber(label, all.map(labelOf)))
  }
  const twice = found.length > 1 && new Set(found.map(({ section }) => section)).size > 1
  const points = ask.topics.includes('points')
  const lines = found.map((one) =>
    points || one.section === 'award' ? worthOf(view, one) : `${nameIn(view, one)}: ${one.text.replace(/[.;]$/, '')}.`,
  )
  return (twice ? conflict : fact)(
    say(twice && t.criteria.sameNumber(labelOf(found[0]!)), ...lines),
    found.map((one) => quoteOf(view, one)),
  )
}

export const points: Finder = (view) => {
  const { posting, t, ask } = view
  if (posting.awards.length === 0) return missing(view, 'points')
  if (referred(view).length > 0) return criterion(view)
  if (/knock|\bko'?s?\b|harde eis|minimumeis/.test(ask.folded)) return knockouts(view)
  if (/motivati|motivation|brief\b|letter/.test(ask.folded)) {
    const told = posting.awards.filter(({ proves, text }) => proves.includes('motivation') || /motivati/i.test(text))
    if (told.length > 1) {
      const sum = told.reduce((total, { points: worth }) => total + (worth ?? 0), 0)
      return computed(
        t.criteria.motivationWorth(
          sum,
          told.map((one) => `${t.criteria.name('award', labelOf(one))} ${t.criteria.points(one.points ?? 0)}`),
        ),
        told.map((one) => quoteOf(view, one)),
      )
    }
    if (told[0]) return fact(worthOf(view, told[0]), [quoteOf(view, told[0])])
  }
  const asksPrice = /\bprijs\b|tarief|\bprice\b|\brate\b|\bkosten\b/.test(ask.folded)
  const price = asksPrice
    ? posting.awards.filter(({ price: scored, text }) => scored || /\bprijs\b|tarief|\bprice\b|\brate\b/i.test(text))
    : []
  if (asksPrice && price.length === 0) return priceElsewhere(view)
  const found = price.length > 0 ? price : criteriaAbout(ask.folded, posting.awards).map(({ criterion: one }) => one)
  const told = found.length === 0 ? scoredElsewhere(view) : null
  if (told !== null) return told
  const floor = leastScore(view, found)
  if (floor !== null) return floor
  if (ask.years !== null && found.length !== 1) {
    const banded = posting.awards.filter(({ sub }) => (sub ?? []).some(({ text }) => /jaar|year/.test(text)))
    if (banded.length > 0) return bands(view, banded[0]!)
  }
  if (found.length === 1 && ask.years !== null && found[0]!.sub !== undefined) return bands(view, found[0]!)
  if (found.length > 0 && found.length <= 3)
    return fact(
      found.map((one) => worthOf(view, one)).join(' '),
      found.map((one) => quoteOf(view, one)),
    )
  const equal = new Set(posting.awards.map(({ points: worth }) => worth)).size === 1 && posting.awards.length > 1
  const list = awards(view)
  return equal && found.length === 0 && /elk|per |ieder|each/.test(ask.folded)
    ? fact(t.criteria.allEqual(posting.awards[0]!.points ?? 0), list.quotes)
    : list
}

/** Words of a question about points that name nothing that could earn them: "hoe zijn de punten verdeeld". */
const aboutAnyCriterion =
  /\b(?:\p{L}*punt\p{L}*|points?|\p{L}*scor\p{L}*|verdeel\p{L}*|\p{L}*verdeling|distribut\p{L}*|divided|\p{L}*criteri\p{L}*|onderde\p{L}+|opbouw|opgebouwd|krijg\p{L}*|lever\p{L}*|hal(?:en|t)|tel(?:t|len)|weeg\p{L}*|weging)\b/gu

/** "levert het interview nog punten op": the sentence that says so of what is no criterion. */
function scoredElsewhere(view: View): Finding | null {
  const named = view.ask.folded.replace(aboutAnyCriterion, ' ')
  const told = searchPassages(view.assignment, named).find(
    ({ passage, itself }) =>
      itself &&
      !view.posting.awards.some(({ text }) => passage.shown.includes(text.slice(0, 25))) &&
      /\bpunten\b|\bpoints?\b/.test(passage.folded),
  )
  return told === undefined ? null : inItsWords(view, [told.passage], 1)
}

/** What the price weighs where it is none of the criteria: a sentence may say so; else that it earns no points. */
function priceElsewhere(view: View): Finding {
  const { t, ask, posting } = view
  const told = mentions(view.assignment, /\bprijs\b|tarief|\bprice\b|\brate\b/).filter(({ folded }) =>
    /\d\s?(?:%|procent|percent|punten|points)|\bweegt\b|\bweging\b|gewogen|\bweigh/.test(folded),
  )
  if (told.length > 0) return inItsWords(view, told, 1)
  const quotes = posting.awards.map((one) => quoteOf(view, one))
  return ask.yesNo ? computed(t.criteria.priceNo, quotes) : notStated(t.criteria.priceNone, quotes)
}

/** Points by years: "5 tot 8 jaar: 20 punten". */
function bands(view: View, criterion: PostedCriterion): Finding {
  const years = view.ask.years!
  for (const { text, points: worth } of criterion.sub ?? []) {
    const [low, high] = (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((digits) => Number(digits.replace(',', '.')))
    if (low === undefined) continue
    const open = /meer|more|of langer|\+|vanaf|at least|minimaal/.test(text)
    const upper = high ?? (open ? Number.POSITIVE_INFINITY : low)
    if (years >= low && (years < upper || (years === upper && high === undefined))) {
      return computed(view.t.criteria.band(view.t.criteria.name('award', labelOf(criterion)), text, worth), [
        quoteOf(view, criterion),
        ...mentions(view.assignment, /./)
          .filter(({ shown }) => shown.includes(text) && shown.length < text.length + 25)
          .slice(0, 1)
          .map(({ verbatim }) => verbatim),
      ])
    }
  }
  return fact(worthOf(view, criterion), [quoteOf(view, criterion)])
}

export const pointsTotal: Finder = (view) => {
  const { posting, t, assignment } = view
  if (posting.awards.length === 0) return missing(view, 'points')
  const parts = posting.awards.map(({ points: worth }) => worth ?? 0)
  const sum = parts.reduce((total, worth) => total + worth, 0)
  const quotes = posting.awards.map((one) => quoteOf(view, one))
  const clash = posting.conflicts.find(({ field }) => field === 'pointsTotal')
  const heading = mentions(
    assignment,
    /totaal \d+ ?(?:punten|%)|total(?: of)? \d+ points|maximaal \d+ punten (?:te|in)/,
    { headings: true },
  )
  const printed = clash?.values.find((value) => value !== String(sum))
  if (printed)
    return conflict(t.criteria.totalConflict(printed, sum), [...heading.map(({ verbatim }) => verbatim), ...quotes])
  return computed(
    say(
      t.criteria.total(sum, parts),
      heading.some(({ folded }) => folded.includes(String(sum))) ? t.criteria.totalPrinted : t.criteria.totalNotPrinted,
    ),
    [...heading.slice(0, 1).map(({ verbatim }) => verbatim), ...quotes],
  )
}

/** "alles vol behalve netwerk": what is left without some criteria. */
export const without: Finder = (view) => {
  const { posting, t, ask } = view
  const tail = /(?:behalve|zonder|op|except|without|but not)\b(.*)/.exec(ask.folded)?.[1] ?? ask.folded
  const named = referred(view).filter(({ section }) => section === 'award')
  const motivation = /motivati|motivation/.test(tail)
    ? posting.awards.filter(({ proves, text }) => proves.includes('motivation') || /motivati/i.test(text))
    : []
  const lost =
    named.length > 0
      ? named
      : motivation.length > 0
        ? motivation
        : criteriaAbout(tail, posting.awards).map(({ criterion: one }) => one)
  if (posting.awards.length === 0) return missing(view, 'points')
  if (lost.length === 0) return pointsTotal(view)
  const total = posting.awards.reduce((sum, { points: worth }) => sum + (worth ?? 0), 0)
  const missed = lost.reduce((sum, { points: worth }) => sum + (worth ?? 0), 0)
  return computed(
    t.criteria.without(
      total - missed,
      total,
      lost.map((one) => t.criteria.name('award', labelOf(one))),
      missed,
    ),
    [...lost, ...posting.awards].map((one) => quoteOf(view, one)),
  )
}

export const partial: Finder = (view) => {
  const { t, assignment } = view
  const found = mentions(
    assignment,
    /deelscore|gedeeltelijk|naar rato|partial|pro rata|per jaar .{0,12}punt|\d (?:tot|-) \d+ (?:jaar|punten)/,
  )
  const banded = view.posting.awards.filter(({ sub }) => (sub ?? []).length > 0)
  if (found.length === 0 && banded.length === 0) return notStated(t.criteria.partialUnknown)
  return fact(
    t.passages(
      [...banded.map((one) => worthOf(view, one)), ...found.map(({ shown }) => shown)]
        .slice(0, 2)
        .map((text) => clip(text, 35)),
    ),
    [...banded.map((one) => quoteOf(view, one)), ...found.map(({ verbatim }) => verbatim)],
  )
}

export const competencies: Finder = (view) => {
  const { posting, t, assignment } = view
  if (posting.competencies.length === 0) return missing(view, 'competencies')
  const budget = Math.max(3, Math.floor(75 / posting.competencies.length))
  const quotes = posting.competencies.map(
    (text) => view.passages.find(({ shown }) => shown.includes(text.slice(0, 30)))?.verbatim ?? text,
  )
  return fact(
    `${t.criteria.competenciesCount(posting.competencies.length)} ${t.criteria.competencies(posting.competencies.map((text) => clip(text.replace(/[.;]$/, ''), budget)))}`,
    quotes.length > 0 ? quotes : quotesFor(assignment, ['competencies'], null),
  )
}
