import { inYear, type PrintedDate } from '../text/dates.ts'
import type { Mention } from './mention.ts'

const ZONE = 'Europe/Amsterdam'

/** A mention with its date settled; `date` null where the year cannot be told. */
export type Settled = { mention: Mention; date: Temporal.PlainDate | null }

type Bounds = { after: Temporal.PlainDate | null; until: Temporal.PlainDate | null; anchors: Temporal.PlainDate[] }

function fits(date: PrintedDate, on: Temporal.PlainDate, { after, until }: Bounds): boolean {
  if (date.weekday !== null && date.week === null && on.dayOfWeek !== date.weekday) return false
  if (
    after &&
    (Temporal.PlainDate.compare(on, after) < 0 || Temporal.PlainDate.compare(on, after.add({ years: 1 })) > 0)
  )
    return false
  return (
    !until ||
    (Temporal.PlainDate.compare(on, until) <= 0 && Temporal.PlainDate.compare(on, until.subtract({ years: 1 })) >= 0)
  )
}

/**
 * The date of a mention without a year: the one after the posting date and before interviews and start. Without either, the one
 * nearest to the other dates, and only when a weekday or such a date vouches for it.
 */
function settle(date: PrintedDate, bounds: Bounds): Temporal.PlainDate | null {
  if (date.year !== null) return inYear(date, date.year)
  const known = [bounds.after, bounds.until, ...bounds.anchors].filter((anchor) => anchor !== null)
  const near = known[0]
  if (!near) return null
  const years = [...new Set(known.flatMap(({ year }) => [year - 1, year, year + 1]))]
  const candidates = years
    .map((year) => inYear(date, year))
    .filter((on) => on !== null && fits(date, on, bounds)) as Temporal.PlainDate[]
  const distance = (on: Temporal.PlainDate) => Math.abs(on.since(near).total({ unit: 'days' }))
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

function earliest(dates: (Temporal.PlainDate | null)[]): Temporal.PlainDate | null {
  return dates.filter((date) => date !== null).sort(Temporal.PlainDate.compare)[0] ?? null
}

const ahead = {
  questions: 0,
  answers: 1,
  submission: 2,
  interviews: 3,
  award: 4,
  standstill: 5,
  start: 6,
  end: 7,
} as const

type Ranked = keyof typeof ahead

/** Settles the years of all mentions, those that print one first: they bound the others. */
export function settleYears(mentions: Mention[], asOf: Temporal.PlainDate | null): Settled[] {
  const printed = mentions.flatMap(({ kind, date }) => {
    const on = date?.year != null && date.week === null ? inYear(date, date.year) : null
    return on ? [{ kind, on }] : []
  })
  const firstOf = (wanted: (kind: Mention['kind']) => boolean) =>
    earliest(printed.filter(({ kind }) => wanted(kind)).map(({ on }) => on))
  const posted = firstOf((kind) => kind === 'posted') ?? asOf
  const submission = firstOf((kind) => kind === 'submission') ?? posted
  const anchors = printed
    .filter(({ kind }) => kind in ahead && kind !== 'end' && kind !== 'standstill')
    .map(({ on }) => on)
  const later = new Map(
    (Object.keys(ahead) as Ranked[]).map((name) => [
      name,
      firstOf((kind) => kind in ahead && kind !== 'end' && ahead[kind as Ranked] > ahead[name]),
    ]),
  )
  return mentions.map((mention) => {
    const { date, kind } = mention
    if (date === null) return { mention, date: null }
    const rank = kind in ahead ? ahead[kind as Ranked] : null
    const until = rank === null ? null : (later.get(kind as Ranked) ?? null)
    const after = kind === 'posted' ? null : rank !== null && rank >= 3 ? submission : posted
    return { mention, date: settle(date, { after, until, anchors }) }
  })
}

/** ISO date, or ISO date-time with the offset of Europe/Amsterdam when a time is printed. */
export function isoOf(date: Temporal.PlainDate, time: { hour: number; minute: number } | null): string {
  if (!time) return date.toString()
  // 24:00 is the start of the next day.
  const on = time.hour === 24 ? date.add({ days: 1 }) : date
  const zoned = on.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: time.hour % 24, minute: time.minute } })
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
