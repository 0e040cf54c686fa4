import type { Deadline, DeadlineKind } from '../assignments/assignment.ts'
import { closesAt, endOf } from '../assignments/deadlines.ts'
import { widen } from './evidence.ts'
import { type Finding, fact, notStated, say, type View } from './finding.ts'
import { verbatimOf } from './passages.ts'

export const milestonesOf = ({ posting }: View, kind: DeadlineKind): Deadline[] =>
  posting.deadlines.filter((deadline) => deadline.kind === kind)

/** The earliest of a kind that has a date, else the first named. */
export function milestone(view: View, kind: DeadlineKind): Deadline | null {
  const all = milestonesOf(view, kind)
  const dated = all
    .filter(({ at }) => at !== null && /^\d{4}/.test(at))
    .sort((a, b) => endOf(a)!.epochMilliseconds - endOf(b)!.epochMilliseconds)
  return dated[0] ?? all[0] ?? null
}

export function passed(view: View, deadline: Deadline): boolean {
  const end = endOf(deadline)
  return end !== null && Temporal.ZonedDateTime.compare(end, view.now) <= 0
}

export const daysUntil = (view: View, iso: string): number =>
  view.now.toPlainDate().until(Temporal.PlainDate.from(iso.slice(0, 10)), { largestUnit: 'day' }).days

export const quoteOf = (view: View, deadline: Deadline): string => widen(view.assignment, verbatimOf(deadline.quote))

export const isOver = (view: View): boolean => {
  const end = closesAt(view.assignment)?.closes ?? null
  return view.assignment.state === 'withdrawn' || (end !== null && Temporal.ZonedDateTime.compare(end, view.now) <= 0)
}

/** No date that can be counted with: what is printed all the same ("vrijdag 24 juli", no year), else that nothing is. */
export function namelessDate(view: View, what: string): Finding {
  const printed = view.posting.conflicts.find(({ field, resolved }) => field === `deadlines.${what}` && !resolved)
  return printed === undefined || printed.quotes.length === 0
    ? notStated(view.t.notNamed(view.t.what[what]!))
    : fact(say(view.t.passages(printed.quotes.map(strip)), view.t.dates.yearMissing), printed.quotes.map(verbatimOf))
}

export const submissionConflict = (view: View) =>
  view.posting.conflicts.find(({ field, resolved }) => field === 'deadlines.submission' && !resolved)

/** Until when one can ask questions, when that still lies ahead. */
export function questionsAhead(view: View): Deadline | null {
  const questions = milestone(view, 'questions')
  return questions?.at && !passed(view, questions) && !isOver(view) ? questions : null
}

/** Asked "hoe laat" while only a day is printed. */
export function missingTime({ ask, t }: View, deadline: Deadline): string | null {
  if (ask.aspect !== 'clock' || deadline.at === null || deadline.at.includes('T')) return null
  return t.dates.noTime(deadline.at)
}

export const strip = (text: string): string => text.replace(/\*\*/g, '').replace(/[.;]+$/, '')

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
