import type { Assignment } from '../assignments/assignment.ts'
import { closesAt } from '../assignments/deadlines.ts'
import { type Card, card, type Element } from '../chat/card.ts'
import type { Lang } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'
import { cvRules } from './about-papers.ts'
import { submission } from './about-submission.ts'
import { weeklyHours } from './arithmetic.ts'
import { readAsk } from './ask.ts'
import { aboutButton } from './compose.ts'
import { labelOf, nameOf } from './display.ts'
import { clip } from './evidence.ts'
import { finders } from './finders.ts'
import type { View } from './finding.ts'
import { milestone } from './milestones.ts'
import { passagesOf } from './passages.ts'

const LISTED = 10

function viewOf(assignment: Assignment, now: Temporal.ZonedDateTime, lang: Lang): View {
  return {
    assignment,
    posting: assignment.posting,
    get passages() {
      return passagesOf(assignment)
    },
    ask: readAsk('', lang),
    now,
    lang,
    t: textsFor(lang).answers,
  }
}

/** What one can ask, with examples. */
export function helpCard(lang: Lang): Card {
  const t = textsFor(lang).answers
  return card(
    { type: 'heading', text: t.helpTitle },
    { type: 'text', text: t.greeting },
    { type: 'list', items: t.help },
  )
}

/** Everything important of one assignment: only what the posting says. */
export function assignmentCard(assignment: Assignment, now: Temporal.ZonedDateTime, lang: Lang): Card {
  const view = viewOf(assignment, now, lang)
  const { posting, t } = view
  const told = (topic: 'duration' | 'scale' | 'maxRate') => finders[topic](view)
  const dated = (kind: 'questions' | 'answers' | 'interviews') => {
    const at = milestone(view, kind)?.at
    return at ? t.dates.when(at) : null
  }
  const weekly = weeklyHours(posting)
  const conditions = (['vog', 'nda', 'uea', 'waadi', 'das'] as const)
    .filter((name) => posting[name] === true)
    .map((name) => t.conditionNames[name]!)
  if (posting.sroi !== null && posting.sroi.applies !== false) conditions.push(t.conditionNames['sroi']!)
  const rows: [string, string | null][] = [
    [t.labels.organisation, posting.organisation],
    [t.labels.location, posting.location],
    [t.labels.closes, milestone(view, 'submission') === null ? null : submission(view).text],
    [t.labels.questions, dated('questions')],
    [t.labels.answers, dated('answers')],
    [t.labels.interviews, dated('interviews')],
    [
      t.labels.start,
      posting.start === null ? null : /^\d{4}-/.test(posting.start) ? t.dates.day(posting.start) : posting.start,
    ],
    [t.labels.duration, posting.durationMonths === null ? null : told('duration').text],
    [t.labels.hours, weekly === null ? null : t.terms.hours(weekly.min, weekly.max)],
    [t.labels.scale, posting.scale === null ? null : String(posting.scale)],
    [t.labels.rate, posting.maxRateEur === null ? null : told('maxRate').text],
    [t.labels.cv, posting.cv === null ? null : cvRules(view)],
    [t.labels.conditions, conditions.length === 0 ? null : conditions.join(', ')],
  ]
  const criteria = (list: typeof posting.knockouts): string[] =>
    list.map((one) => t.criteria.item(labelOf(one), clip(one.text, 40), one.points))
  const clashes = posting.conflicts.filter(({ resolved, field }) => !resolved && field !== 'deadlines.submission')
  return card(
    { type: 'heading', text: nameOf(assignment) },
    {
      type: 'facts',
      rows: rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }])),
    },
    posting.knockouts.length > 0 && { type: 'text', text: t.labels.knockouts },
    posting.knockouts.length > 0 && { type: 'list', items: criteria(posting.knockouts) },
    posting.awards.length > 0 && { type: 'text', text: t.labels.awards },
    posting.awards.length > 0 && { type: 'list', items: criteria(posting.awards) },
    ...clashes.map(
      ({ values }): Element => ({ type: 'notice', tone: 'warning', text: `${t.conflictNote} ${values.join(' / ')}` }),
    ),
    {
      type: 'buttons',
      buttons: [
        {
          kind: 'action',
          label: t.buttons.score,
          action: 'score',
          step: '',
          values: { assignment: assignment.id },
          style: 'primary',
          form: 'intake-form',
        },
        { kind: 'action', label: t.buttons.calendar, action: 'calendar', step: '', values: { id: assignment.id } },
      ],
    },
  )
}

/** Whose assignment it is and when it closes or closed. */
export function lineOf(assignment: Assignment, now: Temporal.ZonedDateTime, lang: Lang): string {
  const t = textsFor(lang).answers
  const at = milestone(viewOf(assignment, now, lang), 'submission')?.at
  const closes = closesAt(assignment)?.closes ?? null
  const over = closes !== null && Temporal.ZonedDateTime.compare(closes, now) <= 0
  const when = at == null ? t.unknownDate : over ? t.closedOn(t.dates.when(at)) : t.closesOn(t.dates.when(at))
  return [assignment.posting.organisation, when].filter(Boolean).join(' · ')
}

/** One line an assignment, in the order given; at most ten, then how many more. */
export function listCard(assignments: Assignment[], now: Temporal.ZonedDateTime, lang: Lang): Card {
  const t = textsFor(lang).answers
  const items = assignments
    .slice(0, LISTED)
    .map((assignment) => [nameOf(assignment), lineOf(assignment, now, lang)].join(' · '))
  if (items.length === 0) return card({ type: 'heading', text: t.listTitle }, { type: 'text', text: t.across.open(0) })
  const more = assignments.length - items.length
  return card(
    { type: 'heading', text: t.listTitle },
    { type: 'list', items },
    more > 0 && { type: 'text', text: t.across.more(more) },
    { type: 'buttons', buttons: assignments.slice(0, 5).map((assignment) => aboutButton(assignment, t)) },
  )
}
