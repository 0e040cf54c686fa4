import { closesAt, minusWorkingDays, workingDaysBetween } from '../assignments/deadlines.ts'
import { countOf } from '../text/number-words.ts'
import { asksAfter, questions } from './about-questions.ts'
import { clip, factQuotes, mentions, widen } from './evidence.ts'
import { computed, conflict, type Finder, type Finding, fact, notStated, say, type View } from './finding.ts'
import {
  daysUntil,
  isOver,
  milestone,
  milestonesOf,
  missingTime,
  namelessDate,
  passed,
  quoteOf,
  submissionConflict,
} from './milestones.ts'
import { verbatimOf } from './passages.ts'

export const submission: Finder = (view) => {
  const { t, posting } = view
  const first = milestone(view, 'submission')
  if (first?.at == null) return namelessDate(view, 'submission')
  const over = isOver(view)
  const clash = submissionConflict(view)
  if (clash) return conflictingSubmission(view, clash, first.at, over)
  const others = milestonesOf(view, 'submission').filter(
    ({ at }) => at !== null && at.slice(0, 10) !== first.at!.slice(0, 10),
  )
  const quotes = milestonesOf(view, 'submission').map((deadline) => quoteOf(view, deadline))
  if (over) return fact(say(t.dates.submissionPassed(first.at), missingTime(view, first)), quotes)
  const days = daysUntil(view, first.at)
  const questions = milestone(view, 'questions')
  return fact(
    say(
      first.exclusive && !first.at.includes('T')
        ? t.dates.beforeDay(first.at)
        : days === 0
          ? t.dates.submissionNow(first.at)
          : t.dates.submission(first.at, days),
      missingTime(view, first),
      ...others.map(({ at, exclusive }) => t.dates.morePrinted(at!, exclusive === true)),
      sendEarlier(view) && t.dates.sendBy(sendEarlier(view)!.day),
      questions?.at && !passed(view, questions) && t.dates.questionsStill(questions.at),
    ),
    [...quotes, posting.deadlines.length > 0 ? sendEarlier(view)?.quote : null],
  )
}

export function conflictingSubmission(
  view: View,
  clash: { values: string[]; quotes: string[] },
  at: string,
  over: boolean,
): Finding {
  const { t, posting } = view
  const readings = clash.values.map((value, i) => {
    const quote = clash.quotes[i] ?? ''
    return /^\d{4}-\d\d-\d\d/.test(value)
      ? t.dates.when(value)
      : verbatimOf(quote) === ''
        ? value
        : `“${clip(verbatimOf(quote), 14)}”`
  })
  const before =
    posting.postedOn !== null && clash.values.some((value) => !/^\d{4}-/.test(value) || value < posting.postedOn!)
  const earlier = sendEarlier(view)
  return conflict(
    say(
      t.dates.conflict(readings),
      before && t.dates.postedAfter(posting.postedOn!),
      over ? t.dates.bothPassed : t.dates.workWith(workingMoment(view, at)),
      !over && earlier !== null && t.dates.sendBy(earlier.day),
    ),
    [...clash.quotes.map((quote) => widen(view.assignment, verbatimOf(quote))), over ? null : earlier?.quote],
  )
}

/** The moment to work with: a day without a time takes the time of the other reading, since being early does no harm. */
export function workingMoment({ assignment }: View, at: string): string {
  const closing = closesAt(assignment)
  return closing?.timed ? closing.closes.toString({ timeZoneName: 'never' }) : at
}

/** "minimaal één werkdag vóór de sluitingsdatum": the day by which documents are wanted. */
export function sendEarlier(view: View): { day: string; quote: string } | null {
  const first = milestone(view, 'submission')
  if (first?.at == null) return null
  const recorded = closesAt(view.assignment)?.sendBy
  if (recorded) return { day: recorded.toString(), quote: factQuotes(view.assignment, 'safetyMargin')[0] ?? '' }
  for (const passage of mentions(view.assignment, /werkdag(?:en)? (?:voor|eerder)|working days? (?:before|prior)/)) {
    const match = /(\p{L}+|\d+) (?:volle |full )?(?:werkdag(?:en)?|working days?) (?:voor|eerder|before|prior)/u.exec(
      passage.folded,
    )
    const count = match === null ? null : countOf(match[1]!)
    if (count === null || !/sluit|deadline|indien|closing|termijn|reactie/.test(passage.folded)) continue
    return {
      day: minusWorkingDays(Temporal.PlainDate.from(first.at.slice(0, 10)), count).toString(),
      quote: passage.verbatim,
    }
  }
  return null
}

export const sendBy: Finder = (view) => {
  const { t } = view
  const first = milestone(view, 'submission')
  if (first?.at == null) return namelessDate(view, 'submission')
  const earlier = sendEarlier(view)
  if (earlier === null) return submission(view)
  const clash = submissionConflict(view)
  const late = earlier.day < view.now.toPlainDate().toString()
  return computed(
    say(
      late ? t.dates.sendByPassed(earlier.day) : t.dates.sendBy(earlier.day),
      clash ? submission(view).text : t.dates.submission(first.at, daysUntil(view, first.at)),
    ),
    [earlier.quote, quoteOf(view, first)],
  )
}

export const timeLeft: Finder = (view) => {
  const { t } = view
  const asksQuestions = /vragen|questions/.test(view.ask.folded) && milestone(view, 'questions')?.at != null
  const deadline = milestone(view, asksQuestions ? 'questions' : 'submission')
  if (deadline?.at == null) return namelessDate(view, asksQuestions ? 'questions' : 'submission')
  if (passed(view, deadline)) return asksQuestions ? questions(view) : submission(view)
  const today = view.now.toPlainDate()
  const last = Temporal.PlainDate.from(deadline.at.slice(0, 10))
  const clash = asksQuestions ? undefined : submissionConflict(view)
  return computed(
    say(
      t.dates.daysLeft(daysUntil(view, deadline.at), workingDaysBetween(today, last), deadline.at),
      clash && conflictingSubmission(view, clash, deadline.at, false).text,
    ),
    [quoteOf(view, deadline)],
  )
}

export const isOpen: Finder = (view) => {
  const { t, assignment } = view
  if (assignment.state === 'withdrawn') return computed(t.dates.withdrawn)
  const deadline = milestone(view, 'submission')
  if (deadline?.at == null) return notStated(t.dates.openUnknown)
  const clash = submissionConflict(view)
  const quotes = clash ? clash.quotes.map((quote) => widen(assignment, verbatimOf(quote))) : [quoteOf(view, deadline)]
  if (isOver(view) || asksAfter(view.ask.folded, deadline.at)) return computed(t.dates.openNo(deadline.at), quotes)
  return computed(
    say(
      t.dates.openYes(deadline.at, daysUntil(view, deadline.at)),
      clash && conflictingSubmission(view, clash, deadline.at, false).text,
    ),
    quotes,
  )
}
