import type { Assignment, DeadlineKind } from '../assignments/assignment.ts'
import { translationsOf } from '../assignments/catalogue-names.ts'
import { closingTime } from '../assignments/deadlines.ts'
import { plainWords, rootOf } from '../assignments/word-roots.ts'
import { planning } from './about-dates.ts'
import { submission } from './about-submission.ts'
import {
  type Across,
  answerOf,
  type Context,
  closed,
  known,
  lines,
  lookedAt,
  nameWithState,
  SCANNED,
  SHOWN,
  SMALL,
  take,
  viewTexts,
  whenOf,
} from './across-answer.ts'
import { nameOf } from './display.ts'
import { clip } from './evidence.ts'
import type { View } from './finding.ts'
import { milestone, questionsAhead, sentence } from './milestones.ts'
import { isOpenEnded, type TimeRange } from './time-range.ts'

/** "deze week"; a stretch without such a name is told by its days. */
export function rangeName(t: View['t'], range: TimeRange): string {
  if (range.name !== 'other') return t.dates.thisRange[range.name]
  const first = t.dates.day(range.from.toPlainDate().toString())
  if (isOpenEnded(range)) return t.dates.rangeFrom(first)
  const last = range.to.subtract({ nanoseconds: 1 }).toPlainDate()
  return last.equals(range.from.toPlainDate()) ? first : t.dates.rangeBetween(first, t.dates.day(last.toString()))
}

/** Those that start, interview or answer questions in a stretch of time. */
export function happeningIn(context: Context, set: Assignment[], range: TimeRange, kind: DeadlineKind): Across {
  const t = viewTexts(context)
  const held = set.map(context.viewOf).flatMap((view) => {
    const at = milestone(view, kind)?.at ?? null
    const end = at !== null && /^\d{4}-\d\d-\d\d/.test(at) ? Temporal.PlainDate.from(at.slice(0, 10)) : null
    const inside =
      end !== null &&
      Temporal.PlainDate.compare(end, range.from.toPlainDate()) >= 0 &&
      Temporal.PlainDate.compare(end, range.to.subtract({ nanoseconds: 1 }).toPlainDate()) <= 0
    return inside ? [{ view, at: at! }] : []
  })
  return answerOf(
    [
      held.length === 0 ? t.across.none(rangeName(t, range)) : `${sentence(rangeName(t, range))}:`,
      ...held
        .slice(0, SHOWN)
        .map(({ view, at }) =>
          t.line(nameWithState(view), `${t.dates.kinds[kind as keyof typeof t.dates.kinds]} ${t.dates.when(at)}`),
        ),
      held.length > SHOWN ? t.across.more(held.length - SHOWN) : null,
      lookedAt(set, t),
    ],
    held.slice(0, SHOWN).map(({ view }) => view),
    (view) => [milestone(view, kind)!.quote.replace(/\s+/g, ' ').trim()],
  )
}

export function closingIn(context: Context, range: TimeRange): Across {
  const { catalogue, now, viewOf } = context
  const between = (from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime) =>
    catalogue.closing({ from: from.toInstant(), to: to.toInstant() }).filter(({ state }) => state !== 'withdrawn')
  // Closing right now is closed.
  const edge = now.add({ milliseconds: 1 })
  const inside =
    Temporal.ZonedDateTime.compare(edge, range.from) > 0 && Temporal.ZonedDateTime.compare(edge, range.to) < 0
  const isPast = Temporal.ZonedDateTime.compare(edge, range.to) >= 0
  const open = isPast ? [] : between(inside ? edge : range.from, range.to)
  const over = inside ? between(range.from, edge) : isPast ? between(range.from, range.to) : []
  const ahead = open.slice(0, SHOWN).map(viewOf)
  const gone = over.slice(0, SHOWN).map(viewOf)
  const t = viewTexts(context)
  const name = rangeName(t, range)
  const next =
    ahead.length === 0
      ? take(catalogue.open(now), 1)
          .filter((assignment) => closingTime(assignment) !== null)
          .map(viewOf)[0]
      : undefined
  return answerOf(
    [
      t.across.closing(open.length, name),
      ...lines(ahead, whenOf),
      open.length > ahead.length ? t.across.more(open.length - ahead.length) : null,
      ...(gone.length > 0 ? [t.across.closedIn(name), ...lines(gone, whenOf)] : []),
      next ? t.across.nextIs(nameOf(next.assignment), whenOf(next)) : null,
    ],
    [...ahead, ...gone, ...(next ? [next] : [])],
    (view) => submission(view).quotes,
  )
}

export function openForQuestions(context: Context): Across {
  const open = take(context.catalogue.open(context.now), SCANNED)
    .map(context.viewOf)
    .filter((view) => questionsAhead(view) !== null)
  const t = viewTexts(context)
  return answerOf(
    [t.across.openQuestions(open.length), ...lines(open, (view) => t.dates.when(questionsAhead(view)!.at!))],
    open,
    (view) => [questionsAhead(view)!.quote.replace(/\s+/g, ' ').trim()],
  )
}

export function openList(context: Context): Across {
  const { catalogue, now, viewOf, ask } = context
  const open = take(catalogue.open(now), SCANNED).map(viewOf)
  const t = viewTexts(context)
  const all = catalogue.size <= SMALL && !/\bopen\b/.test(ask.folded) ? known(catalogue, now).map(viewOf) : open
  const head = all.length > open.length ? t.across.known(all.length) : t.across.open(open.length)
  return answerOf(
    [head, ...lines(all, (view) => (closed(view) ? `${t.across.closed}, ${whenOf(view)}` : whenOf(view)))],
    all,
    (view) => submission(view).quotes,
  )
}

export function overview(context: Context, set: Assignment[]): Across {
  const views = set.slice(0, SHOWN).map(context.viewOf)
  const each = Math.floor(195 / Math.max(1, views.length))
  return answerOf(
    views.map((view) => `${nameWithState(view)}: ${clip(views.length > 4 ? whenOf(view) : planning(view).text, each)}`),
    views,
    (view) => planning(view).quotes,
  )
}

/** Places or clients that a question asks for: "heb je iets in Enschede?". */
export function presentIn(context: Context, rest: string): Across {
  const t = viewTexts(context)
  const words = plainWords(rest.replace(/[?.!].*$/, '')).filter(
    (word) => !/^(?:een|de|het|the|a|an|me|mij|ons|us|nu|nog|staan|open|deze|week)$/.test(word),
  )
  const hits = context.catalogue.find(`in ${words.join(' ')}`).length > 0 ? context.catalogue.find(words.join(' ')) : []
  const fitting = hits.filter(({ words: said }) =>
    words.some(
      (word) => said.includes(rootOf(word)) || translationsOf(rootOf(word)).some((root) => said.includes(root)),
    ),
  )
  if (fitting.length === 0) {
    const generic = known(context.catalogue, context.now).filter(({ posting }) =>
      words.some((word) =>
        plainWords(`${posting.organisation ?? ''} ${posting.title ?? ''}`)
          .map(rootOf)
          .includes(rootOf(word)),
      ),
    )
    if (generic.length > 0)
      return answerOf(
        [
          t.across.yes(
            generic
              .slice(0, SHOWN)
              .map((assignment) => `${nameOf(assignment)}, ${assignment.posting.organisation ?? ''}`),
          ),
        ],
        generic.slice(0, SHOWN).map(context.viewOf),
        (view) => [view.posting.organisation ?? ''],
      )
    const all = known(context.catalogue, context.now).slice(0, SHOWN)
    return answerOf(
      [
        t.across.place(rest.replace(/[?.!]+$/, '').replace(/^./, (first) => first.toUpperCase())),
        t.known(all.map((assignment) => [nameOf(assignment), assignment.posting.location].filter(Boolean).join(', '))),
      ],
      all.map(context.viewOf),
      () => [],
    )
  }
  const views = fitting.map(({ assignment }) => context.viewOf(assignment))
  return answerOf(
    [
      t.across.yes(
        views
          .slice(0, SHOWN)
          .map((view) =>
            [nameWithState(view), view.posting.organisation, view.posting.location].filter(Boolean).join(', '),
          ),
      ),
    ],
    views,
    (view) => [view.posting.organisation ?? ''],
  )
}
