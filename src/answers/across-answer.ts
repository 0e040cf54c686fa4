import type { Assignment } from '../assignments/assignment.ts'
import type { Catalogue } from '../assignments/catalogue.ts'
import { closingTime } from '../assignments/deadlines.ts'
import { submission } from './about-submission.ts'
import type { Ask } from './ask.ts'
import { nameOf } from './display.ts'
import { clip } from './evidence.ts'
import { type Finding, finding, type View } from './finding.ts'
import { milestone } from './milestones.ts'

/** What a question over several assignments gives: the words, and which assignments they name. */
export type Across = { finding: Finding; assignments: Assignment[]; quotes: { assignment: string; text: string }[] }

export type Context = {
  catalogue: Catalogue
  now: Temporal.ZonedDateTime
  ask: Ask
  viewOf: (assignment: Assignment) => View
  chosen: Assignment[] | null
}

/** Small catalogues are told whole, closed ones too; of large ones the open assignments, soonest closing first. */
export const SMALL = 12

export const SCANNED = 30

export const SHOWN = 8

export const QUOTED = 12

export function known(catalogue: Catalogue, now: Temporal.ZonedDateTime): Assignment[] {
  if (catalogue.size <= SMALL)
    return byClosing(
      [...catalogue.all()].filter(({ confirmed }) => confirmed),
      now,
    )
  return take(catalogue.open(now), SCANNED)
}

/** Of a large catalogue only the first were looked at; that is said. */
export const lookedAt = (set: Assignment[], t: View['t']): string | null =>
  set.length >= SCANNED ? t.across.looked(set.length) : null

export function take<T>(items: Iterable<T>, most: number): T[] {
  const taken: T[] = []
  for (const item of items) {
    if (taken.length >= most) break
    taken.push(item)
  }
  return taken
}

/** Open ones first, soonest closing; then the closed, latest first. */
export function byClosing(assignments: Assignment[], now: Temporal.ZonedDateTime): Assignment[] {
  const at = new Map(
    assignments.map((assignment) => [
      assignment,
      closingTime(assignment)?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER,
    ]),
  )
  const open = assignments
    .filter((assignment) => at.get(assignment)! > now.epochMilliseconds)
    .sort((a, b) => at.get(a)! - at.get(b)!)
  const closed = assignments
    .filter((assignment) => at.get(assignment)! <= now.epochMilliseconds)
    .sort((a, b) => at.get(b)! - at.get(a)!)
  return [...open, ...closed]
}

export const closed = ({ assignment, now }: View): boolean => {
  const at = closingTime(assignment)
  return at !== null && at.epochMilliseconds <= now.epochMilliseconds
}

export const nameWithState = (view: View): string =>
  closed(view) ? `${nameOf(view.assignment)} (${view.t.across.closed})` : nameOf(view.assignment)

export function whenOf(view: View): string {
  const deadline = milestone(view, 'submission')
  if (deadline?.at == null) return view.t.unknownDate
  const clash = view.posting.conflicts.some(({ field, resolved }) => field === 'deadlines.submission' && !resolved)
  const shown = view.t.dates.when(deadline.at)
  return clash ? `${shown}; ${clip(submission(view).text.split('. ')[0]!, 30)}` : shown
}

export function answerOf(
  parts: (string | null)[],
  views: View[],
  quotesOf: (view: View) => string[],
  kind: Finding['kind'] = 'computed',
): Across {
  const quotes = views.flatMap((view) =>
    quotesOf(view)
      .slice(0, 2)
      .map((text) => ({ assignment: view.assignment.id, text })),
  )
  return {
    finding: finding(kind, parts.filter((part) => part !== null).join('\n'), []),
    assignments: views.map(({ assignment }) => assignment),
    quotes: quotes.slice(0, QUOTED),
  }
}

export function lines(views: View[], tell: (view: View) => string): string[] {
  const shown = views.slice(0, SHOWN)
  const more = views.length - shown.length
  return [
    ...shown.map((view) => `${nameOf(view.assignment)}: ${tell(view)}`),
    ...(more > 0 ? [views[0]!.t.across.more(more)] : []),
  ]
}

export const viewTexts = ({ viewOf, catalogue }: Context): View['t'] => viewOf(take(catalogue.all(), 1)[0]!).t
