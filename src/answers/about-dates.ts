import type { DeadlineKind } from '../assignments/assignment.ts'
import { findDates } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { submission } from './about-submission.ts'
import { inItsWords } from './about-terms.ts'
import { clip, mentions } from './evidence.ts'
import { conflict, type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import { milestone, namelessDate, passed, quoteOf, sentence, strip, submissionConflict } from './milestones.ts'

const asksPlace =
  /\bwaar\b|\bwhere\b|\bonline\b|\bteams\b|op locatie|on.?site|fysiek|in person|digitaal|welke (?:plaats|locatie)|which (?:place|location)/
const place =
  /\bteams\b|\bonline|digita|\bvideo|\bzoom\b|webex|locatie|on.?site|in person|fysiek|kantoor|\boffice|\p{L}*huis\b|\btown hall|\bvergaderzaal/u
const inTown =
  /\b(?:in|te|at)\s(?!Januar|Februar|March|April|May|June|July|August|Septem|Octo|Novem|Decem)\p{Lu}\p{Ll}{2,}/u

/** Where the interviews are, which is hardly ever where the work is. */
function interviewsWhere(view: View): Finding {
  const about = (folded: string) => /gesprek|interview|kennismaking/.test(folded)
  const told = view.passages.filter(
    ({ folded, shown, isHeading, line }, i) =>
      !isHeading &&
      (place.test(folded) || inTown.test(shown)) &&
      (about(folded) ||
        (/^(?:ze|zij|dit|deze|dat|they|it|this|these)\b/.test(folded) &&
          view.passages[i - 1]?.line === line &&
          about(view.passages[i - 1]!.folded))),
  )
  return told.length > 0 ? inItsWords(view, told, 1) : notStated(view.t.dates.interviewsWhere)
}

export const interviews: Finder = (view) => {
  const { t } = view
  if (asksPlace.test(view.ask.folded)) return interviewsWhere(view)
  const deadline = milestone(view, 'interviews')
  const sentences = mentions(
    view.assignment,
    /gesprek\w*.{0,40}gepland|interviews?\b.{0,30}(?:\d|planned|scheduled|held)|gesprek\w*:?.{0,12}\d/,
  )
  if (deadline === null) return namelessDate(view, 'interviews')
  const quote = quoteOf(view, deadline)
  if (deadline.at === null) {
    const words =
      /nader te bepalen|n\.?t\.?b\.?|nog niet bekend|wordt later|to be (?:determined|announced|confirmed)|\btb[adc]\b|in overleg/i.exec(
        deadline.quote,
      )?.[0]
    return fact(t.dates.undecided(sentence(words ?? clip(deadline.quote, 12))), [quote])
  }
  const hasTime = deadline.at.includes('T')
  // A part of the day, an end time or a place stands in the sentence only.
  const days = new Set(findDates(quote).map(({ month, day }) => `${month}-${day}`))
  const several = /\d{1,2}\s?(?:en|and|&|,|of|or|t\/m|-|–)\s?\d{1,2}\s\p{L}{3,}/u.test(quote)
  const more =
    days.size > 1 ||
    several ||
    /ochtend|middag|avond|\bweek \d|morning|afternoon|tussen|between|vanaf|\bfrom\b|teams|online|op locatie/i.test(
      quote,
    )
      ? t.dates.alsoSays(clip(strip(quote), 22))
      : null
  if (view.ask.aspect === 'clock' && !hasTime && more === null) return notStated(t.dates.noTime(deadline.at), [quote])
  return fact(
    say(passed(view, deadline) ? t.dates.interviewsWere(deadline.at) : t.dates.interviewsOn(deadline.at), more),
    [quote, ...sentences.slice(0, quote.length < 12 ? 1 : 0).map(({ verbatim }) => verbatim)],
  )
}

const order: DeadlineKind[] = ['questions', 'answers', 'submission', 'interviews', 'start']

export const planning: Finder = (view) => {
  const { t } = view
  const found = order.flatMap((kind) => {
    const deadline = milestone(view, kind)
    if (deadline === null) return []
    const at =
      deadline.at === null || !/^\d{4}/.test(deadline.at) ? clip(strip(deadline.quote), 8) : t.dates.when(deadline.at)
    return [
      {
        line: t.dates.line(
          t.dates.kinds[kind],
          deadline.at && passed(view, deadline) ? `${at} (${t.dates.passed})` : at,
        ),
        quote: quoteOf(view, deadline),
      },
    ]
  })
  if (found.length === 0) return namelessDate(view, 'planning')
  const clash = submissionConflict(view)
  return (clash ? conflict : fact)(
    say(`${sentence(found.map(({ line }) => line).join('; '))}.`, clash && submission(view).text),
    found.map(({ quote }) => quote),
  )
}

/** "klopt die 9 december wel?": a date of the question laid beside the posting's own. */
export const dateCheck: Finder = (view) => {
  const clash = submissionConflict(view)
  const named = view.ask.dates
  const inClash =
    clash !== undefined &&
    named.some(({ month, day }) =>
      [...clash.values, ...clash.quotes].some((value) =>
        findDates(value).some((date) => date.month === month && date.day === day),
      ),
    )
  if (inClash) return submission(view)
  const here = view.passages.filter(({ shown }) =>
    findDates(shown).some((date) => named.some(({ month, day }) => date.month === month && date.day === day)),
  )
  if (here.length === 0) return clash ? submission(view) : notStated(view.t.notStated)
  return fact(
    view.t.passage(clip(here[0]!.shown, 40)),
    here.slice(0, 2).map(({ verbatim }) => verbatim),
  )
}

/** True when a folded question names a date that only some reading of the posting has. */
export const speaksOfDate = (text: string): boolean =>
  findDates(text).length > 0 && /klopt|welke|precies|\bof\b|juist|fout|correct|right|which/.test(fold(text))
