import { fold } from '../text/fold.ts'
import type { Assignment } from './assignment.ts'
import { bestNamed, type Named } from './best-named.ts'
import type { NameKind } from './catalogue-names.ts'
import { createClosingOrder } from './closing-order.ts'
import { createNameIndex } from './name-index.ts'
import { createNumberIndex } from './number-index.ts'
import { rootOf } from './word-roots.ts'

/** How an assignment was recognised, strongest first. */
export type How = 'number' | NameKind

export type Found = Omit<Named, 'how'> & { how: How }

export type Catalogue = {
  put(assignment: Assignment): void
  remove(id: string): void
  get(id: string): Assignment | undefined
  readonly size: number
  /** Counts up at every change. */
  readonly version: number
  /**
   * The assignments a text may speak of, best first: those that score about as well as the best one. By number, words of the title,
   * client, place, abbreviation; misspelled, without diacritics, or in the other language. At most 20.
   */
  find(text: string): Found[]
  /** Those one can still react to, soonest closing first; without a known closing last. */
  open(now: Temporal.ZonedDateTime): Iterable<Assignment>
  all(): Iterable<Assignment>
  /** Those whose reaction term ends from `from` up to, not including, `to`. */
  closing(range: { from: Temporal.Instant; to: Temporal.Instant }): Assignment[]
  /** True when this folded word is part of some assignment's name. */
  knowsWord(word: string): boolean
}

const MOST = 20

/** The catalogue in memory: assignments by number, by the words of their names, and in the order in which they close. */
export function createCatalogue(): Catalogue {
  const assignments = new Map<string, Assignment>()
  const names = createNameIndex()
  const numbers = createNumberIndex()
  const order = createClosingOrder()
  let version = 0

  function remove(id: string): void {
    const held = assignments.get(id)
    if (held === undefined) return
    names.remove(held)
    numbers.remove(held)
    order.remove(held)
    assignments.delete(id)
    version += 1
  }

  function put(assignment: Assignment): void {
    remove(assignment.id)
    assignments.set(assignment.id, assignment)
    version += 1
    if (!assignment.confirmed) return
    names.add(assignment)
    numbers.add(assignment)
    order.add(assignment)
  }

  function find(text: string): Found[] {
    const folded = fold(text)
    const numbered = numbers.named(folded).flatMap(({ id, number }): Found[] => {
      const assignment = assignments.get(id)
      return assignment === undefined ? [] : [{ assignment, score: 1000, how: 'number', words: [number] }]
    })
    return (numbered.length > 0 ? numbered : bestNamed(folded, names, assignments)).slice(0, MOST)
  }

  const lookup = (id: string) => assignments.get(id)
  const present = (assignment: Assignment | undefined): assignment is Assignment => assignment !== undefined
  return {
    put,
    remove,
    get: lookup,
    get size() {
      return assignments.size
    },
    get version() {
      return version
    },
    find,
    *open(now) {
      for (const id of order.from(now.epochMilliseconds)) {
        const assignment = assignments.get(id)
        if (assignment !== undefined && assignment.state !== 'withdrawn') yield assignment
      }
    },
    all: () => assignments.values(),
    closing: ({ from, to }) => order.between(from.epochMilliseconds, to.epochMilliseconds).map(lookup).filter(present),
    knowsWord: (word) => names.has(rootOf(word)),
  }
}
