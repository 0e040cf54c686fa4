import { findDates } from '../text/dates.ts'
import { inItsWords, missing } from './about-terms.ts'
import { mentions } from './evidence.ts'
import { computed, type Finder, fact, say, type View } from './finding.ts'
import { daysUntil, isOver, milestone, milestonesOf, missingTime, namelessDate, passed, quoteOf } from './milestones.ts'

export const questions: Finder = (view) => {
  const { t, ask } = view
  if (/tweede|\bsecond\b|\b2e\b|ronde 2|round (?:2|two)/.test(ask.folded)) {
    const second = mentions(
      view.assignment,
      /(?:ronde|round) (?:2|ii|two)\b|(?:tweede|2e|second) (?:vragen|ronde|round|question)/,
    )
    return second.length > 0 ? inItsWords(view, second, 1) : missing(view, 'questions')
  }
  const all = milestonesOf(view, 'questions').filter(({ at }) => at !== null)
  // Of several rounds the first that is not over.
  const first = milestone(view, 'questions')
  const deadline = /eerste|\bfirst\b|\b1e\b|ronde 1|round (?:1|one)/.test(ask.folded)
    ? first
    : (all.find((round) => !passed(view, round)) ?? first)
  if (deadline?.at == null) return namelessDate(view, 'questions')
  const rounds = all.filter(({ at }) => at !== deadline.at)
  const quotes = [deadline, ...rounds].map((round) => quoteOf(view, round))
  const more = rounds.filter((round) => !passed(view, round)).map(({ at }) => t.dates.questionsAgain(at!))
  const over = passed(view, deadline) || isOver(view) || asksAfter(ask.folded, deadline.at)
  if (ask.yesNo) {
    const phone = over && !isOver(view) ? phoneIn(view) : null
    return computed(
      say(over ? t.dates.questionsNo(deadline.at) : t.dates.questionsYes(deadline.at), phone && t.dates.byPhone(phone)),
      quotes,
    )
  }
  return fact(
    say(
      over ? t.dates.questionsPassed(deadline.at) : t.dates.questionsUntil(deadline.at, daysUntil(view, deadline.at)),
      ...more,
    ),
    quotes,
  )
}

/** "na de 13e": a day of the question that lies after this moment's. */
export function asksAfter(folded: string, at: string): boolean {
  const match =
    /\b(?:na|after) (?:de |the |\p{L}+dag )?(\d{1,2})(?:e|de|ste|th|st|nd|rd)?\b(?! ?(?:uur|dagen|days|weken|:|jaar))(?: (\p{L}{3,}))?/u.exec(
      folded,
    )
  if (match === null) return false
  const named =
    match[2] === undefined ? null : (findDates(`${match[1]} ${match[2]} ${at.slice(0, 4)}`)[0]?.month ?? null)
  return (named ?? Number(at.slice(5, 7))) >= Number(at.slice(5, 7)) && Number(match[1]) >= Number(at.slice(8, 10))
}

/** A printed telephone number. */
export function phoneIn({ passages }: View): string | null {
  for (const { shown } of passages) {
    const match = /(?:\+31[\s(]?0?\)?|\b0)\d{1,3}[\s-]?\d(?:[\s-]?\d){5,7}\b/.exec(shown)
    if (match !== null && match[0].replace(/\D/g, '').length >= 9) return match[0]
  }
  return null
}

export const answersPublished: Finder = (view) => {
  const deadline = milestone(view, 'answers')
  if (deadline?.at == null) return namelessDate(view, 'answers')
  return fact(
    say(
      passed(view, deadline) ? view.t.dates.answersWere(deadline.at) : view.t.dates.answersOn(deadline.at),
      missingTime(view, deadline),
    ),
    [quoteOf(view, deadline)],
  )
}
