import type { Conflict, DeadlineKind } from './assignment.ts'
import type { Mention } from './mention.ts'
import type { Source } from './source.ts'
import { isoOf, type Settled } from './years-of-dates.ts'

export type Dated = { mention: Mention; date: Temporal.PlainDate; at: string }

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
export const fieldOf = (kind: DeadlineKind) => (kind === 'start' ? 'start' : `deadlines.${kind}`)

/** How a mention reads in a conflict: its instant, or what is printed with what is missing. */
function shownDate({ mention, date }: Settled): string {
  const { time, day, month, weekday, year } = mention.date!
  if (date && year !== null) return isoOf(date, time)
  const clock = time ? ` ${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}` : ''
  return `${weekday ? `${weekdays[weekday - 1]} ` : ''}${day} ${months[month - 1]}${clock} (geen jaar)`
}

/** A printed weekday that is not the date's. */
export function weekdayConflicts(source: Source, settled: Settled[]): Conflict[] {
  return settled.flatMap(({ mention, date }) => {
    const printed = mention.date?.weekday
    const kind = mention.kind
    if (!date || !printed || date.dayOfWeek === printed || mention.date?.week || !isDeadline(kind)) return []
    return [
      {
        field: fieldOf(kind),
        values: [`${weekdays[printed - 1]} ${date.toString()}`, `${weekdays[date.dayOfWeek - 1]} ${date.toString()}`],
        quotes: [source.quote(mention.start, mention.end).quote],
      },
    ]
  })
}

export function isDeadline(kind: Mention['kind']): kind is DeadlineKind {
  return ['submission', 'questions', 'answers', 'interviews', 'start'].includes(kind)
}

export const compare = (a: { date: Temporal.PlainDate; at: string }, b: { date: Temporal.PlainDate; at: string }) =>
  Temporal.PlainDate.compare(a.date, b.date) || a.at.localeCompare(b.at)

/** What stands against what, with the words of each. */
export function conflictOf(source: Source, kind: DeadlineKind, entries: Settled[], extra: string[] = []): Conflict {
  const quotes = entries.map(({ mention }) => source.quote(mention.start, mention.end).quote)
  return {
    field: fieldOf(kind),
    values: [...new Set(entries.map(shownDate))],
    quotes: [...new Set([...extra, ...quotes])],
  }
}

/** One conflict a field, with all its values and quotes. */
export function mergeConflicts(conflicts: Conflict[]): Conflict[] {
  const fields = [...new Set(conflicts.map(({ field }) => field))]
  return fields.map((field) => {
    const same = conflicts.filter((conflict) => conflict.field === field)
    return {
      field,
      values: [...new Set(same.flatMap(({ values }) => values))],
      quotes: [...new Set(same.flatMap(({ quotes }) => quotes))],
      ...(same.every(({ resolved }) => resolved) ? { resolved: true } : {}),
    }
  })
}
