import type { Assignment } from './assignment.ts'
import { closingTime } from './deadlines.ts'

/** Assignments in the order in which they close; adding and asking cost a binary search. */
export type ClosingOrder = {
  add(assignment: Assignment): void
  remove(assignment: Assignment): void
  /** Ids that close after this instant, soonest first; then those without a known closing. */
  from(epochMs: number): Iterable<string>
  /** Ids that close in [from, to). */
  between(from: number, to: number): string[]
}

export function createClosingOrder(): ClosingOrder {
  const dated: { at: number; id: string }[] = []
  const undated = new Set<string>()

  /** Index of the first one that closes at or after `at`. */
  const firstAt = (at: number): number => {
    let low = 0
    let high = dated.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (dated[middle]!.at < at) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    add(assignment) {
      const at = closingTime(assignment)?.epochMilliseconds
      if (at === undefined) undated.add(assignment.id)
      else dated.splice(firstAt(at), 0, { at, id: assignment.id })
    },
    remove({ id, ...assignment }) {
      undated.delete(id)
      const at = closingTime(assignment)?.epochMilliseconds
      if (at === undefined) return
      for (let i = firstAt(at); dated[i]?.at === at; i++) {
        if (dated[i]?.id === id) {
          dated.splice(i, 1)
          return
        }
      }
    },
    *from(epochMs) {
      for (let i = firstAt(epochMs + 1); i < dated.length; i++) yield dated[i]!.id
      yield* undated
    },
    between: (from, to) => dated.slice(firstAt(from), firstAt(to)).map(({ id }) => id),
  }
}
