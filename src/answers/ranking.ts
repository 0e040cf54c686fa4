import type { Assignment } from '../assignments/assignment.ts'
import type { Catalogue } from '../assignments/catalogue.ts'

type Ranked = { assignment: Assignment; value: number }
type Kept = { version: number; orders: Map<string, Ranked[]> }

const kept = new WeakMap<Catalogue, Kept>()

/**
 * All assignments that have a value, highest first. Sorted once per state of the catalogue, so that "the highest of all" costs a
 * question no more among many than among few.
 */
export function rankedBy(
  catalogue: Catalogue,
  name: string,
  measure: (assignment: Assignment) => number | null,
): Ranked[] {
  let held = kept.get(catalogue)
  if (held === undefined || held.version !== catalogue.version) {
    held = { version: catalogue.version, orders: new Map() }
    kept.set(catalogue, held)
  }
  const known = held.orders.get(name)
  if (known !== undefined) return known
  const ranked: Ranked[] = []
  for (const assignment of catalogue.all()) {
    const value = measure(assignment)
    if (assignment.confirmed && value !== null && !Number.isNaN(value)) ranked.push({ assignment, value })
  }
  ranked.sort((a, b) => b.value - a.value)
  held.orders.set(name, ranked)
  return ranked
}
