import type { Conflict, DeadlineKind } from './assignment.ts'
import { compare, conflictOf, type Dated } from './date-conflicts.ts'
import type { Source } from './source.ts'
import { isoOf, type Settled } from './years-of-dates.ts'

/** Two names for one day collapse into the fuller one; two times on one day stay apart. */
function merged(entries: Dated[]): Dated[] {
  const best = new Map<string, Dated>()
  for (const entry of entries) {
    const timed = entries.filter((other) => other.date.equals(entry.date) && other.mention.date?.time)
    const key = entry.mention.date?.time || timed.length === 0 ? entry.at : timed[0]!.at
    const known = best.get(key)
    const better =
      !known ||
      (entry.mention.exclusive && !known.mention.exclusive) ||
      (!known.mention.date?.time && entry.mention.date?.time) ||
      (known.mention.certainty === 'label' &&
        entry.mention.certainty === 'prose' &&
        entry.mention.date?.time &&
        ownTime(entry) &&
        !ownTime(known))
    if (better) best.set(key, entry)
  }
  return [...best.values()].sort(compare)
}

/** A time that stands in the quoted words themselves, not in another cell. */
function ownTime(entry: Dated): boolean {
  return entry.mention.date?.time != null && !entry.mention.timeApart
}

/** Whether a submission date can be true next to the posting date and the interviews. */
function plausible(
  date: Temporal.PlainDate,
  posted: Temporal.PlainDate | null,
  interviews: Temporal.PlainDate | null,
): boolean {
  return (
    (!posted || Temporal.PlainDate.compare(date, posted) >= 0) &&
    (!interviews || Temporal.PlainDate.compare(date, interviews) <= 0)
  )
}

/** "vóór 8 december" and "uiterlijk 8 december": the day itself is out by the one and in by the other. */
function boundsOfOneDay(source: Source, settled: Settled[]): Conflict[] {
  const named = settled.filter(
    ({ mention, date }) => mention.kind === 'submission' && date !== null && !mention.date?.time,
  )
  const before = named.find(({ mention }) => mention.exclusive)
  const through = named.find(
    ({ mention, date }) =>
      !mention.exclusive &&
      before?.date?.equals(date!) &&
      /\b(?:t\/m|tot en met|uiterlijk|no later than|up to and including)\b/i.test(mention.words),
  )
  if (!before || !through) return []
  const { values, quotes } = conflictOf(source, 'submission', [before, through])
  return [{ field: 'deadlines.submission', values: [`< ${values[0]}`, `≤ ${values[0]}`], quotes }]
}

export function submissionsOf(
  source: Source,
  settled: Settled[],
  posted: Temporal.PlainDate | null,
  interviews: Temporal.PlainDate | null,
  closing: { start: number; end: number } | null,
): { entries: Dated[]; conflicts: Conflict[] } {
  const named = settled.filter(({ mention }) => mention.kind === 'submission' && mention.date !== null)
  const dated = merged(
    named.flatMap(({ mention, date }) => (date ? [{ mention, date, at: isoOf(date, mention.date!.time) }] : [])),
  )
  const good = dated.filter(({ date }) => plausible(date, posted, interviews))
  const kept = good.length > 0 ? good : dated
  const odd: Settled[] = [
    ...named.filter(({ date }) => date === null),
    ...(good.length > 0 ? dated.filter((entry) => !good.includes(entry)) : []),
  ]
  const apart = closing ? [source.quote(closing.start, closing.end).quote] : []
  const withApart = (entries: Dated[]) => (entries.some(({ mention }) => mention.timeApart) ? apart : [])
  // One may be the collector's own, earlier than the client's: then both are true.
  const own = kept.filter(({ mention }) => mention.role === 'own')
  const rest = kept.filter(({ mention }) => mention.role !== 'own')
  const split =
    own.length === 1 &&
    rest.length === 1 &&
    compare(own[0]!, rest[0]!) <= 0 &&
    own[0]!.date.until(rest[0]!.date).days <= 21
  const client = kept.length === 2 && kept[1]!.mention.role === 'client' && kept[0]!.mention.role !== 'client'
  const conflicts: Conflict[] = []
  if (good.length === 0 && dated.length > 0) {
    const others = settled.filter(
      ({ mention, date }) => date !== null && (mention.kind === 'posted' || mention.kind === 'interviews'),
    )
    conflicts.push(conflictOf(source, 'submission', [...dated, ...others.slice(0, 1)]))
  } else if (odd.length > 0) conflicts.push(conflictOf(source, 'submission', [...kept, ...odd], withApart(kept)))
  if (kept.length > 1 && odd.length === 0 && !split && !client && good.length > 0)
    conflicts.push(conflictOf(source, 'submission', kept, withApart(kept)))
  conflicts.push(...boundsOfOneDay(source, settled))
  // A deadline that was put off, in as many words, is the one that holds; what it was before stays in the conflict.
  const moved = kept.filter(({ mention }) => mention.moved).at(-1)
  const before = own.filter((entry) => moved && entry !== moved && compare(entry, moved) <= 0)
  const works = moved ? [...before, moved] : kept.slice(0, 1)
  // What was put off contradicts nothing: the earlier day is kept beside it as settled.
  const told = moved ? conflicts.map((one): Conflict => ({ ...one, resolved: true })) : conflicts
  return { entries: conflicts.length > 0 ? works : kept, conflicts: told }
}

/** Questions, answers or interviews: rows of a planning are several events, a header and a sentence that differ contradict. */
export function eventsOf(
  source: Source,
  kind: DeadlineKind,
  settled: Settled[],
): { entries: Dated[]; conflicts: Conflict[] } {
  const named = settled.filter(({ mention }) => mention.kind === kind && mention.date !== null)
  const dated = merged(
    named.flatMap(({ mention, date }) => (date ? [{ mention, date, at: isoOf(date, mention.date!.time) }] : [])),
  )
  const unknown = named.filter(({ date }) => date === null)
  const moved = dated.findLast(({ mention }) => mention.moved)
  if (moved) return { entries: [moved], conflicts: [] }
  const rounds = /\bronde|\bround|eerste|tweede|first|second|\b[12]\b|\bi{1,3}\b/i
  const loose = dated.filter(({ mention }) => !mention.listed && !rounds.test(mention.words))
  const sentences = new Set(loose.map(({ mention }) => mention.start))
  const listed = dated.filter(({ mention }) => mention.listed)
  const disagree =
    loose.length > 0 &&
    (listed.length > 0
      ? loose.some((entry) => !listed.some(({ date }) => date.equals(entry.date))) &&
        !listed.some(({ mention }) => rounds.test(mention.words))
      : sentences.size > 1 && kind !== 'interviews')
  const oneSentence = listed.length === 0 && sentences.size === 1 ? dated.slice(0, 1) : dated
  if (disagree) return { entries: dated.slice(0, 1), conflicts: [conflictOf(source, kind, dated)] }
  return {
    entries: oneSentence,
    conflicts: unknown.length > 0 && dated.length === 0 ? [conflictOf(source, kind, unknown)] : [],
  }
}
