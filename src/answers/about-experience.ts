import type { PostedCriterion } from '../assignments/assignment.ts'
import { nameIn, quoteOf, referred } from './about-criteria.ts'
import { missing } from './about-terms.ts'
import { criteriaAbout } from './criterion-match.ts'
import { clip, mentions, quotesFor, widen } from './evidence.ts'
import { computed, conflict, type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import { verbatimOf } from './passages.ts'

const all = ({ posting }: View): PostedCriterion[] => [...posting.knockouts, ...posting.awards]
const askedOf = ({ t }: View, { minYears, windowYears }: PostedCriterion): string =>
  t.criteria.askedYears(minYears ?? 0, windowYears)

/** Criteria that ask years, those the question names first. */
function dated(view: View): PostedCriterion[] {
  const list = all(view).filter(({ minYears }) => minYears !== null)
  const named = referred(view).filter(({ minYears }) => minYears !== null)
  if (named.length > 0) return named
  const about = criteriaAbout(view.ask.folded, list).map(({ criterion }) => criterion)
  return about.length > 0 && about.length < list.length ? about : list
}

export const years: Finder = (view) => {
  const { t } = view
  const list = dated(view)
  if (list.length === 0) {
    const found = mentions(
      view.assignment,
      /(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|tien|two|three|four|five|six|eight|ten)\s?(?:jaar|years?).{0,40}(?:ervaring|experience)|(?:ervaring|experience).{0,40}\d+ (?:jaar|years)/,
    )
    return found.length > 0
      ? fact(
          t.passages(found.slice(0, 2).map(({ shown }) => clip(shown, 30))),
          found.slice(0, 2).map(({ verbatim }) => verbatim),
        )
      : notStated(t.criteria.noYears)
  }
  const shown = list.slice(0, 4)
  return fact(
    shown
      .map((one) =>
        t.criteria.yearsAsked(nameIn(view, one), clip(one.text.replace(/[.;]$/, ''), Math.floor(80 / shown.length))),
      )
      .join(' '),
    shown.map((one) => quoteOf(view, one)),
  )
}

/** "van 2015 tot 2018", "2015-2018": the year in which something ended. */
const endYear = /\b(?:19|20)\d\d\s?(?:tot(?: en met)?|t\/m|en|to|until|and|-|–)\s?((?:19|20)\d\d)\b/

/** Does experience from longer ago count? */
export const window: Finder = (view) => {
  const { t, ask } = view
  const list = dated(view)
  const windowed = list.filter(({ windowYears }) => windowYears !== null)
  const others = all(view).filter(({ windowYears }) => windowYears !== null)
  const relevant = windowed.length > 0 ? windowed : list.length > 0 ? [] : others
  if (relevant.length === 0) {
    if (list.length === 0) return notStated(t.criteria.noYears)
    return notStated(
      t.criteria.windowNone(list.map((one) => askedOf(view, one)).join(', ')),
      list.map((one) => quoteOf(view, one)),
    )
  }
  const ended = endYear.exec(ask.folded)?.[1]
  const ago = ask.yearsAgo ?? (ended === undefined ? null : view.now.year - Number(ended))
  const lines = relevant.map((one) =>
    ago !== null && ago > one.windowYears!
      ? t.criteria.windowOutside(ago, nameIn(view, one), one.windowYears!)
      : t.criteria.windowIs(nameIn(view, one), one.windowYears!),
  )
  return computed(
    lines.join(' '),
    relevant.map((one) => quoteOf(view, one)),
  )
}

const levelOrder = { mbo: 1, hbo: 2, wo: 3 } as const
type Level = keyof typeof levelOrder

function levelOf(text: string): Level | null {
  const folded = text.toLowerCase()
  if (/\bmbo\b/.test(folded)) return 'mbo'
  if (/\bhbo\b|bachelor/.test(folded)) return 'hbo'
  if (/\bwo\b|universit|master|academisch/.test(folded)) return 'wo'
  return null
}

const educationWords = /opleiding|diploma|\bhbo\b|\bwo\b|\bmbo\b|bachelor|master|degree|werk- en denkniveau/i

export const education: Finder = (view) => {
  const { posting, t, ask, assignment } = view
  const named = referred(view)
  const criteria = (named.length > 0 ? named : all(view)).filter(({ text }) => educationWords.test(text))
  const knockout =
    criteria.find(({ section }) => section === 'knockout') ?? (named.length > 0 ? criteria[0] : undefined)
  const level = posting.educationLevel
  const labelled = quotesFor(assignment, ['educationLevel', 'education'], /opleidings?niveau|education level/, 1)
  const clash = posting.conflicts.find(({ field, resolved }) => field === 'educationLevel' && !resolved)
  if (clash && named.length === 0) {
    return conflict(
      say(
        t.criteria.educationConflict(clash.values[0] ?? '', clash.values[1] ?? ''),
        knockout && t.criteria.educationTested(nameIn(view, knockout).replace(/^./, (first) => first.toLowerCase())),
      ),
      clash.quotes.map((quote) => widen(assignment, verbatimOf(quote))),
    )
  }
  const asked = ask.levels.at(-1)
  const criterion = named.length > 0 ? criteria[0] : knockout
  if (
    asked &&
    criterion &&
    (ask.yesNo || named.length > 0 || /genoeg|voldoende|telt|enough|suffic|ok\b/.test(ask.folded))
  )
    return enough(view, asked, criterion)
  if (criteria.length > 0)
    return fact(
      criteria
        .slice(0, 3)
        .map((one) => t.criteria.educationCriterion(nameIn(view, one), clip(one.text.replace(/[.;]$/, ''), 30)))
        .join(' '),
      criteria.slice(0, 3).map((one) => quoteOf(view, one)),
    )
  if (level !== null) return fact(t.criteria.education(level), labelled)
  const found = mentions(assignment, educationWords)
  return found.length > 0
    ? fact(
        t.passages(found.slice(0, 2).map(({ shown }) => clip(shown, 30))),
        found.slice(0, 2).map(({ verbatim }) => verbatim),
      )
    : missing(view, 'education')
}

function enough(view: View, asked: Level, criterion: PostedCriterion): Finding {
  const { t, ask } = view
  const quotes = [quoteOf(view, criterion)]
  const wanted = levelOf(criterion.text)
  const text = clip(criterion.text.replace(/[.;]$/, ''), 30)
  const name = asked === 'hbo' && /bachelor/.test(ask.folded) ? 'bachelor' : asked
  if (wanted === null) return fact(t.criteria.educationCriterion(nameIn(view, criterion), text), quotes)
  if (
    /verplicht|vereist|required|mandatory|\bmust\b|\bmoet/.test(ask.folded) &&
    ask.yesNo &&
    levelOrder[asked] >= levelOrder[wanted]
  )
    return computed(
      say(
        levelOrder[asked] === levelOrder[wanted] ? t.verdict.yes : t.verdict.no,
        t.criteria.educationCriterion(nameIn(view, criterion), text),
      ),
      quotes,
    )
  const atLeast = /minimaal|ten minste|of hoger|or higher|at least|minimum|niveau/i.test(criterion.text)
  if (levelOrder[asked] < levelOrder[wanted])
    return computed(
      say(`${t.criteria.educationTooLow(name)}.`, t.criteria.educationCriterion(nameIn(view, criterion), text)),
      quotes,
    )
  if (levelOrder[asked] > levelOrder[wanted] && !atLeast) return notStated(t.criteria.educationOpen(name, text), quotes)
  const field = /richting|gebied van|field|in de |computer|vergelijkbaar|civiel|kunde\b/i.test(criterion.text)
  return computed(`${t.criteria.educationEnough(name)}${field ? t.criteria.educationDirection(text) : ''}.`, quotes)
}

export const language: Finder = (view) => {
  const found = mentions(
    view.assignment,
    /taalniveau|\btaal\b|beheers\w* .{0,20}(?:nederlands|engels)|\b(?:nederlandse?|engelse?)\b.{0,20}(?:taal|niveau|schrift|b1|b2|c1|c2)|fluent|\bdutch\b|spoken|language|mondeling|schriftelijk/,
  ).filter(({ folded }) => !/\bcv\b|opgesteld|pagina/.test(folded))
  if (found.length === 0) return missing(view, 'language')
  const one = found[0]!
  const no =
    view.ask.yesNo &&
    /(?:dutch|nederlands\w*).{0,20}(?:not required|niet (?:vereist|nodig|verplicht))/.test(one.folded) &&
    /dutch|nederlands/.test(view.ask.folded)
  return fact(
    say(no && (view.lang === 'nl' ? 'Nee.' : 'No.'), view.t.passages([clip(one.shown.replace(/[.;]$/, ''), 30)])),
    [one.verbatim],
  )
}

const publicWords = /overheid|gemeente|provincie|waterschap|publiek|public|municipal|rijks|government/i

/** "3 jaar bij een gemeente, krijgt hij de 40 punten?": the years and the employer of the question laid beside a criterion. */
export const whatIf: Finder = (view) => {
  const { ask, posting, t } = view
  const named = referred(view)
  const byPoints = ask.points === null ? [] : posting.awards.filter(({ points }) => points === ask.points)
  const about = criteriaAbout(ask.folded, all(view)).map(({ criterion }) => criterion)
  const chosen =
    named[0] ??
    (byPoints.length === 1 ? byPoints[0] : (about.find((one) => byPoints.includes(one)) ?? byPoints[0])) ??
    about.find(({ minYears }) => minYears !== null) ??
    about[0]
  if (chosen === undefined) return ask.years === null ? notStated(t.notStated) : years(view)
  const quotes = [quoteOf(view, chosen)]
  const name = nameIn(view, chosen)
  const lower = name.replace(/^./, (first) => first.toLowerCase())
  const text = clip(chosen.text.replace(/[.;]$/, ''), 30)
  if (ask.years !== null && chosen.sub !== undefined && chosen.minYears === null)
    return notStated(say(t.criteria.yearsAsked(name, text)), quotes)
  if (ask.years !== null && chosen.minYears !== null && ask.years < chosen.minYears) {
    const lesser = all(view).find(
      (one) =>
        one !== chosen &&
        one.minYears !== null &&
        ask.years! >= one.minYears &&
        criteriaAbout(one.text, [chosen]).length > 0,
    )
    return computed(
      say(
        t.criteria.tooFewYears(lower, askedOf(view, chosen)),
        `“${text}”.`,
        lesser && t.criteria.passesOther(nameIn(view, lesser)),
      ),
      [...quotes, ...(lesser ? [quoteOf(view, lesser)] : [])],
    )
  }
  if (ask.employer === 'private' && publicWords.test(chosen.text)) {
    const other = all(view).find(
      (one) =>
        one !== chosen &&
        one.minYears !== null &&
        !publicWords.test(one.text) &&
        ask.years !== null &&
        ask.years >= one.minYears &&
        criteriaAbout(ask.folded, all(view)).some(({ criterion }) => criterion === one),
    )
    return computed(say(t.criteria.wrongEmployer(lower, text), other && t.criteria.passesOther(nameIn(view, other))), [
      ...quotes,
      ...(other ? [quoteOf(view, other)] : []),
    ])
  }
  if (ask.yearsAgo !== null && chosen.windowYears !== null && ask.yearsAgo > chosen.windowYears)
    return computed(t.criteria.windowOutside(ask.yearsAgo, name, chosen.windowYears), quotes)
  if (ask.years !== null && chosen.minYears !== null)
    return computed(say(t.criteria.yearsEnough(lower, askedOf(view, chosen)), `“${text}”.`), quotes)
  if (ask.levels.length > 0 && educationWords.test(chosen.text)) return enough(view, ask.levels.at(-1)!, chosen)
  return fact(t.criteria.yearsAsked(name, text), quotes)
}
