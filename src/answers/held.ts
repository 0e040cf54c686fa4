import type { Assignment } from '../assignments/assignment.ts'
import { type Catalogue, createCatalogue } from '../assignments/catalogue.ts'
import type { Focus } from './answer.ts'

/** What a question leans on when it names nothing itself. */
export type Held = { assignment?: string | null; focus?: Focus | null; history?: { text: string }[] }

/** With more assignments than this fitting, one is asked for. */
export const EACH = 3

/** What the conversation is about: the option, else the focus, else what the history names last. */
export function heldAssignments(context: Held, catalogue: Catalogue): Assignment[] {
  const present = (ids: string[]) => ids.map((id) => catalogue.get(id)).filter((assignment) => assignment !== undefined)
  if (context.assignment) {
    const option = present([context.assignment])
    if (option.length > 0) return option
  }
  if (context.focus) {
    const focused = present(context.focus.assignments)
    if (focused.length > 0) return focused
  }
  for (const { text } of [...(context.history ?? [])].reverse()) {
    const found = catalogue.find(text).filter(({ how }) => how !== 'generic' && how !== 'region')
    if (found.length > 0 && found.length <= EACH) return found.map(({ assignment }) => assignment)
  }
  return []
}

/** The first few confirmed ones; a large catalogue is never walked whole. */
export function firstOf(items: Iterable<Assignment>, most: number): Assignment[] {
  const first: Assignment[] = []
  for (const item of items) {
    if (first.length >= most) break
    if (item.confirmed) first.push(item)
  }
  return first
}

/** Without a name: all of a handful, else the open ones. */
export function fallback(catalogue: Catalogue, now: Temporal.ZonedDateTime): Assignment[] {
  if (catalogue.size <= EACH) return firstOf(catalogue.all(), EACH + 1)
  const open = firstOf(catalogue.open(now), EACH + 1)
  return open.length > 0 ? open : firstOf(catalogue.all(), EACH + 1)
}

const kept = new WeakMap<Catalogue, Map<string, { version: number; catalogue: Catalogue }>>()

/** The catalogue as if it held these only. */
export function restricted(catalogue: Catalogue, only: string[]): Catalogue {
  const key = [...only].sort().join('\u0000')
  const held = kept.get(catalogue)?.get(key)
  if (held?.version === catalogue.version) return held.catalogue
  const part = createCatalogue()
  for (const id of only) {
    const assignment = catalogue.get(id)
    if (assignment !== undefined) part.put(assignment)
  }
  kept.set(catalogue, (kept.get(catalogue) ?? new Map()).set(key, { version: catalogue.version, catalogue: part }))
  return part
}
