import ical, { ICalAlarmType } from 'ical-generator'
import type { Assignment } from '../assignments/assignment.ts'
import { closesAt, endOf } from '../assignments/deadlines.ts'
import type { Lang } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'
import { timeZoneComponent } from './calendar-zone.ts'

/** Before a deadline that people must meet: a day, and two hours. In seconds. */
const alarms = [24 * 3600, 2 * 3600]
/** 09:00 on the day before a whole day. */
const morningBefore = 15 * 3600

/**
 * The dates of an assignment as an .ics file. Times stand there in the zone of the installation, which the file describes, so that a
 * calendar that knows no zones shows them right too; a date without a time is a whole day. The UID of a date stays the same and
 * SEQUENCE rises with the assignment's revision, so that importing the file again moves what was moved.
 */
export function calendarFile(
  assignment: Assignment,
  options: { lang: Lang; now: Temporal.Instant; timeZone: string },
): { name: string; text: string } {
  const { timeZone } = options
  const { calendar: texts } = textsFor(options.lang).digest
  const calendar = ical({
    prodId: { company: 'Maatstaf', product: 'deadlines' },
    name: texts.name(assignment.id),
    timezone: { name: timeZone, generator: () => timeZoneComponent(timeZone, yearsOf(assignment, options.now)) },
  })
  const seen = new Map<string, number>()
  for (const deadline of assignment.posting.deadlines) {
    const { kind, at } = deadline
    const ends = endOf(deadline, timeZone)
    if (at === null || ends === null || kind === 'start') continue
    // Two dates of one kind are two entries.
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    const timed = at.includes('T')
    const event = calendar.createEvent({
      id: `${assignment.id}-${kind}${count > 1 ? `-${count}` : ''}@maatstaf`,
      sequence: assignment.revision,
      stamp: options.now,
      start: timed ? ends : ends.toPlainDate().subtract({ days: 1 }),
      ...(timed ? { end: ends, timezone: timeZone } : { allDay: true }),
      summary: summaryOf(assignment, texts[kind]),
      description: deadline.quote,
    })
    if (kind === 'questions' || kind === 'submission')
      for (const triggerBefore of alarms)
        event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: texts.reminder })
  }
  const sendBy = closesAt(assignment, timeZone)?.sendBy
  if (sendBy) {
    const event = calendar.createEvent({
      id: `${assignment.id}-send-by@maatstaf`,
      sequence: assignment.revision,
      stamp: options.now,
      start: sendBy,
      allDay: true,
      summary: summaryOf(assignment, texts.sendBy),
    })
    // On the morning of the day before: a whole day begins at midnight.
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: morningBefore, description: texts.reminder })
  }
  return { name: `${assignment.id}.ics`, text: withStamp(calendar.toString(), options.now) }
}

/** The library writes DTSTAMP on the clock of the wall; the format wants it in UTC. */
function withStamp(text: string, now: Temporal.Instant): string {
  const stamp = now.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  return text.replace(/^DTSTAMP:.*$/gm, `DTSTAMP:${stamp}`)
}

function summaryOf({ id, posting: { organisation, title } }: Assignment, what: string): string {
  return `${what}: ${id} ${[organisation, title].filter((name) => name !== null).join(', ')}`.trim()
}

/** First and last year of which the zone's clock changes are described. */
function yearsOf({ posting }: Assignment, now: Temporal.Instant): { from: number; to: number } {
  const years = posting.deadlines.flatMap(({ at }) => (at === null ? [] : [Number(at.slice(0, 4))]))
  const thisYear = now.toZonedDateTimeISO('UTC').year
  return { from: Math.min(thisYear, ...years), to: Math.max(thisYear, ...years) }
}
