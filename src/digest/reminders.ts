import type { Assignment } from '../assignments/assignment.ts'
import { type Button, bold, type Card, card } from '../chat/card.ts'
import type { Texts } from '../texts/texts.ts'
import { type HolidayRules, isWorkingDay, workingDaysFrom } from './holidays.ts'
import { type Milestone, type Upcoming, upcoming } from './upcoming.ts'

export type Reminder = {
  one: Upcoming
  milestone: Milestone
  /** How long before, as set. */
  hours: number
  at: Temporal.ZonedDateTime
  /** The same for the same deadline at the same moment: one that is moved is another one. */
  key: string
}

/** By when a document has to be off on a day that is printed without a time. */
const endOfOffice = Temporal.PlainTime.from('17:00')
/** A reminder that was missed by more than this is left to the next one. */
const missedAfter = { hours: 12 }
/** From this long before on, a reminder is worth nothing on a day off. */
const dayAhead = 24

/**
 * The reminders to send now of one assignment: for questions and submission each at most one, the last that came due. A day or more
 * ahead they come on working days; where an intermediary asks for the papers earlier, they count from that day.
 */
export function remindersDue(
  assignment: Assignment,
  now: Temporal.ZonedDateTime,
  hours: number[],
  rules?: HolidayRules,
): Reminder[] {
  if (hours.length === 0) return []
  const one = upcoming(assignment, now)
  if (!one) return []
  return (['questions', 'submission'] as const).flatMap((kind): Reminder[] => {
    const milestone = one.milestones.find((each) => each.kind === kind)
    if (!milestone) return []
    const last = lastMoment(one, milestone, now)
    const due = hours
      .map((each) => ({ hours: each, at: workedOn(last.subtract({ hours: each }), each, rules) }))
      .filter(({ at }) => isDue(at, now, assignment))
      .sort((a, b) => a.hours - b.hours)[0]
    if (!due) return []
    return [{ one, milestone, ...due, key: `${assignment.id}:${kind}:${milestone.ends.toInstant()}:${due.hours}` }]
  })
}

/** What a reminder says. `yours`: it is told to whoever has the assignment; otherwise to a channel, since nobody has it. */
export function reminderCard({ one, milestone }: Reminder, to: { yours: boolean; texts: Texts }): Card {
  const { digest, postings, answers } = to.texts
  const { assignment, sendBy } = one
  const { before, at: when } = digest.milestones[milestone.kind]
  const { posting, id } = assignment
  const names = [posting.organisation, posting.title].filter((name) => name !== null).join(', ') || digest.untitled
  const act = (label: string, action: string, values: Record<string, string> = {}): Button => ({
    kind: 'action',
    label,
    action,
    step: '',
    values: { id, ...values },
  })
  const state = (label: string, name: string) => act(label, 'posting-state', { state: name })
  return card(
    { type: 'heading', text: digest.reminder.title(milestone.daysLeft) },
    {
      type: 'text',
      text: [
        ...(posting.number === null ? [] : [bold(posting.number), ' ']),
        `${names} · ${before}`,
        bold(digest.exclusive(milestone.exclusive) + when(milestone.moment)),
        ...(milestone.kind === 'submission' && sendBy ? [` · ${digest.sendBy(sendBy)}`] : []),
      ],
    },
    { type: 'text', text: to.yours ? digest.reminder.yours : digest.reminder.nobodys },
    {
      type: 'buttons',
      buttons: [
        act(digest.reminder.details, 'assignment'),
        ...(to.yours ? [] : [state(postings.take, 'ours')]),
        ...(milestone.kind === 'submission' ? [state(postings.handIn, 'handed-in')] : []),
        state(postings.notForUs, 'not-for-us'),
        act(answers.buttons.calendar, 'calendar'),
      ],
    },
  )
}

/** The moment that a reminder counts back from. */
function lastMoment(one: Upcoming, milestone: Milestone, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const timeZone = now.timeZoneId
  const officeOf = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone, plainTime: endOfOffice })
  const printed = milestone.moment.includes('T')
    ? milestone.ends.withTimeZone(timeZone)
    : officeOf(now.toPlainDate().add({ days: milestone.daysLeft }))
  if (milestone.kind !== 'submission' || one.sendBy === null) return printed
  const sent = officeOf(Temporal.PlainDate.from(one.sendBy))
  const isAhead = Temporal.ZonedDateTime.compare(now, sent) < 0
  return isAhead && Temporal.ZonedDateTime.compare(sent, printed) < 0 ? sent : printed
}

/** At the same time of the working day before, when it would fall on a day off. */
function workedOn(at: Temporal.ZonedDateTime, hours: number, rules?: HolidayRules): Temporal.ZonedDateTime {
  const date = at.toPlainDate()
  if (hours < dayAhead || isWorkingDay(date, rules)) return at
  return workingDaysFrom(date, -1, rules).toZonedDateTime({ timeZone: at.timeZoneId, plainTime: at.toPlainTime() })
}

function isDue(at: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime, { addedOn }: Assignment): boolean {
  const known = addedOn === '' || Temporal.Instant.compare(addedOn, at.toInstant()) < 0
  return (
    known &&
    Temporal.ZonedDateTime.compare(at, now) <= 0 &&
    Temporal.ZonedDateTime.compare(now, at.add(missedAfter)) < 0
  )
}
