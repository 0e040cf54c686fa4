import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { z } from 'zod'
import type { Assignment, Deadline, DeadlineKind } from '../assignments/assignment.ts'
import { closesAt, endOf } from '../assignments/deadlines.ts'
import type { Lang } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'
import { timeZoneComponent } from './calendar-zone.ts'

const day = 24 * 3600
/** Seconds before: a day and two hours for what people must meet; for a whole day to send by, 09:00 on the day before. */
const alarms: Partial<Record<Entry['what'], number[]>> = {
  questions: [day, 2 * 3600],
  submission: [day, 2 * 3600],
  sendBy: [15 * 3600],
}

/** One entry of the file: whole days by their date, moments by their instant. */
type Entry = { what: Exclude<DeadlineKind, 'start'> | 'sendBy'; at: string }
type Stated = Entry & { quote?: string }

/** The entries that somebody's calendar may hold, by UID. */
export type GivenDates = Record<string, Entry>

const kept = z.record(
  z.string(),
  z.object({
    what: z.enum(['questions', 'answers', 'submission', 'interviews', 'sendBy']),
    at: z.string().regex(/^\d{4}-\d\d-\d\d(?:$|T.*Z$)/),
  }),
)

/**
 * The dates of an assignment as an .ics file. Times stand there in the zone of the installation, which the file describes, so that a
 * calendar that knows no zones shows them right too; a date without a time is a whole day. The UID of a date stays the same and
 * SEQUENCE rises with the assignment's revision, so that importing the file again moves what was moved. What was `given` before and
 * is no date any more stands in it as cancelled; `dates` is what to hand in as `given` the next time, and `gone` counts the cancelled ones.
 */
export function calendarFile(
  assignment: Assignment,
  options: { lang: Lang; now: Temporal.Instant; timeZone: string; given?: GivenDates },
): { name: string; text: string; dates: GivenDates; gone: number } {
  const { timeZone, now, given = {} } = options
  const { calendar: texts } = textsFor(options.lang).digest
  const dates = datesOf(assignment, timeZone)
  const gone = Object.entries(given).filter(([id]) => dates[id] === undefined)
  const calendar = ical({
    prodId: { company: 'Maatstaf', product: 'deadlines' },
    name: texts.name(assignment.id),
    method: ICalCalendarMethod.PUBLISH,
    timezone: {
      name: timeZone,
      generator: () => timeZoneComponent(timeZone, yearsOf([...Object.values(dates), ...Object.values(given)], now)),
    },
  })
  const add = (id: string, { what, at }: Entry, cancelled: boolean) => {
    const timed = at.includes('T')
    const start = timed ? Temporal.Instant.from(at).toZonedDateTimeISO(timeZone) : Temporal.PlainDate.from(at)
    const words = summaryOf(assignment, texts[what])
    return calendar.createEvent({
      id,
      sequence: assignment.revision,
      stamp: now,
      start,
      ...(timed ? { end: start, timezone: timeZone } : { allDay: true }),
      // A calendar that knows no status shows the word.
      summary: cancelled ? texts.cancelled(words) : words,
      ...(cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
    })
  }
  for (const [id, entry] of Object.entries(dates)) {
    const event = add(id, entry, false)
    if (entry.quote) event.description(entry.quote)
    for (const triggerBefore of alarms[entry.what] ?? [])
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: texts.reminder })
  }
  for (const [id, entry] of gone) add(id, entry, true)
  return {
    name: `${assignment.id}.ics`,
    text: withStamp(calendar.toString(), now),
    // What went is told again until it would be past: the file that said so may not have been imported.
    dates: Object.fromEntries(
      [...Object.entries(dates), ...gone.filter(([, { at }]) => at >= now.toString().slice(0, at.length))].map(
        ([id, { what, at }]) => [id, { what, at }],
      ),
    ),
    gone: gone.length,
  }
}

/** What was kept of the dates that were given; what is none of ours counts as nothing. */
export function parseGiven(stored: unknown): GivenDates {
  const parsed = kept.safeParse(stored)
  return parsed.success ? parsed.data : {}
}

/** None where the client withdrew it. */
function datesOf(assignment: Assignment, timeZone: string): Record<string, Stated> {
  const dates: Record<string, Stated> = {}
  if (assignment.state === 'withdrawn') return dates
  const seen = new Map<string, number>()
  for (const deadline of assignment.posting.deadlines) {
    const entry = entryOf(deadline, timeZone)
    if (!entry) continue
    // Two dates of one kind are two entries.
    const count = (seen.get(entry.what) ?? 0) + 1
    seen.set(entry.what, count)
    dates[`${assignment.id}-${entry.what}${count > 1 ? `-${count}` : ''}@maatstaf`] = entry
  }
  const sendBy = closesAt(assignment, timeZone)?.sendBy
  if (sendBy) dates[`${assignment.id}-send-by@maatstaf`] = { what: 'sendBy', at: sendBy.toString() }
  return dates
}

function entryOf(deadline: Deadline, timeZone: string): Stated | null {
  const ends = endOf(deadline, timeZone)
  if (deadline.at === null || ends === null || deadline.kind === 'start') return null
  const timed = deadline.at.includes('T')
  return {
    what: deadline.kind,
    at: timed ? ends.toInstant().toString() : ends.toPlainDate().subtract({ days: 1 }).toString(),
    quote: deadline.quote,
  }
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
function yearsOf(entries: Entry[], now: Temporal.Instant): { from: number; to: number } {
  const years = entries.map(({ at }) => Number(at.slice(0, 4)))
  const thisYear = now.toZonedDateTimeISO('UTC').year
  return { from: Math.min(thisYear, ...years), to: Math.max(thisYear, ...years) }
}
