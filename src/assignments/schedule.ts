import type { Conflict, Deadline, DeadlineKind, Quote } from './assignment.ts'
import { conflictOf, isDeadline, mergeConflicts, weekdayConflicts } from './date-conflicts.ts'
import { eventsOf, submissionsOf } from './events.ts'
import type { Mention } from './mention.ts'
import type { Source } from './source.ts'
import { isoOf, type Settled, settleYears } from './years-of-dates.ts'

/** A deadline with the place it was read from. */
export type ReadDeadline = Deadline & Quote & { certainty: Mention['certainty']; role: Mention['role'] }
export type DatedFact = Quote & { field: string; value: string; certainty: Mention['certainty'] }

export type Schedule = {
  deadlines: ReadDeadline[]
  conflicts: Conflict[]
  /** ISO date, with where it stands. */
  posted: DatedFact | null
  start: DatedFact | null
  end: DatedFact | null
  extensionUntil: string | null
  facts: DatedFact[]
}

type Extra = {
  closingTime: { time: { hour: number; minute: number }; start: number; end: number } | null
  asOf: Temporal.PlainDate | null
}
function startOf(
  source: Source,
  settled: Settled[],
  posted: Temporal.PlainDate | null,
): { start: DatedFact | null; conflicts: Conflict[] } {
  const named = settled.filter(
    ({ mention }) => mention.kind === 'start' && (mention.date === null || mention.date.week === null),
  )
  const ahead = named.filter(
    ({ date, mention }) =>
      mention.certainty === 'label' || !date || !posted || Temporal.PlainDate.compare(date, posted) >= 0,
  )
  const labelled = ahead.filter(({ mention }) => mention.certainty === 'label')
  const first = labelled[0] ?? ahead.find(({ date }) => date !== null) ?? ahead[0]
  if (!first) return { start: null, conflicts: [] }
  const value = first.date ? first.date.toString() : (first.mention.literal ?? null)
  if (value === null) return { start: null, conflicts: [] }
  const dates = labelled.filter(({ date }) => date !== null)
  const other = ahead.filter(
    ({ date, mention }) =>
      date &&
      first.date &&
      !date.equals(first.date) &&
      (mention.certainty === 'label' || /start|aanvang|begin|ingang/i.test(mention.words)),
  )
  const conflicts =
    first.date && dates.length > 0 && other.length > 0 ? [conflictOf(source, 'start', [first, ...other])] : []
  return {
    start: {
      ...source.quote(first.mention.start, first.mention.end),
      field: 'start',
      value,
      certainty: first.mention.certainty,
    },
    conflicts,
  }
}

function factOf(source: Source, field: string, entry: Settled | undefined): DatedFact | null {
  if (!entry?.date) return null
  return {
    ...source.quote(entry.mention.start, entry.mention.end),
    field,
    value: isoOf(entry.date, entry.mention.date?.time ?? null),
    certainty: entry.mention.certainty,
  }
}

/** The dates of a posting in their roles, with what contradicts. No date is dropped silently: it is kept, merged, or in a conflict. */
export function scheduleOf(source: Source, mentions: Mention[], extra: Extra): Schedule {
  const { closingTime } = extra
  const timed = mentions.map((mention) =>
    closingTime && mention.kind === 'submission' && mention.certainty === 'label' && mention.date && !mention.date.time
      ? {
          ...mention,
          date: { ...mention.date, time: closingTime.time },
          exclusive: false,
          timeApart: true,
        }
      : mention,
  )
  const settled = settleYears(timed, extra.asOf)
  const firstOf = (kind: Mention['kind']) =>
    settled
      .filter(({ mention, date }) => mention.kind === kind && date !== null)
      .sort((a, b) => Temporal.PlainDate.compare(a.date!, b.date!))[0]
  const posted = firstOf('posted')
  const interviews = settled
    .filter(({ mention, date }) => mention.kind === 'interviews' && date !== null)
    .sort((a, b) => Temporal.PlainDate.compare(b.date!, a.date!))[0]
  const submissions = submissionsOf(source, settled, posted?.date ?? null, interviews?.date ?? null, closingTime)
  const others = (['questions', 'answers', 'interviews'] as const).map((kind) => ({
    kind,
    ...eventsOf(source, kind, settled),
  }))
  const start = startOf(source, settled, posted?.date ?? null)
  const read = (kind: DeadlineKind, { mention, at }: { mention: Mention; at: string | null }): ReadDeadline => ({
    kind,
    at,
    ...source.quote(mention.start, mention.end),
    ...(mention.exclusive ? { exclusive: true } : {}),
    certainty: mention.certainty,
    role: mention.role,
  })
  const silent = settled.filter(
    ({ mention }) => mention.date === null && isDeadline(mention.kind) && mention.kind !== 'start',
  )
  const deadlines = [
    ...submissions.entries.map((entry) => read('submission', entry)),
    ...others.flatMap(({ kind, entries }) => entries.map((entry) => read(kind, entry))),
    ...silent
      .filter(({ mention }) => !others.some(({ kind, entries }) => kind === mention.kind && entries.length > 0))
      .map(({ mention }) => read(mention.kind as DeadlineKind, { mention, at: null })),
    ...(start.start ? [startDeadline(start.start)] : []),
  ]
  const further = (['award', 'standstill'] as const).flatMap(
    (kind) => factOf(source, kind === 'award' ? 'awardDate' : 'standstillEnd', firstOf(kind)) ?? [],
  )
  // Every place that names a date of the procedure, also those that say the same once more.
  for (const entry of settled) {
    const fact = isDeadline(entry.mention.kind) ? factOf(source, `date.${entry.mention.kind}`, entry) : null
    if (fact) further.push(fact)
  }
  if (closingTime) {
    const { time, start: from, end } = closingTime
    const value = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
    further.push({ ...source.quote(from, end), field: 'closingTime', value, certainty: 'label' })
  }
  const odd = settled.find(
    ({ mention, date }) =>
      mention.kind === 'submission' &&
      mention.date?.time &&
      !deadlines.some(({ at }) => at !== null && date && at === isoOf(date, mention.date!.time)),
  )
  const time = odd?.mention.date?.time
  if (odd && time)
    further.push({
      ...source.quote(odd.mention.start, odd.mention.end),
      field: 'submissionTime',
      value: `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`,
      certainty: odd.mention.certainty,
    })
  return {
    deadlines,
    conflicts: mergeConflicts([
      ...submissions.conflicts,
      ...others.flatMap(({ conflicts }) => conflicts),
      ...start.conflicts,
      ...weekdayConflicts(source, settled),
    ]),
    posted: factOf(source, 'postedOn', posted),
    start: start.start,
    end: factOf(source, 'endDate', firstOf('end')),
    extensionUntil: firstOf('extension')?.date?.toString() ?? null,
    facts: further,
  }
}

function startDeadline({ value, certainty, quote, start, end }: DatedFact): ReadDeadline {
  return { kind: 'start', at: /^\d{4}-/.test(value) ? value : null, quote, start, end, certainty, role: null }
}
