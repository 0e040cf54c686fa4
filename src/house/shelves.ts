import type { Assignment } from '../assignments/assignment.ts'
import { type Catalogue, createCatalogue } from '../assignments/catalogue.ts'
import type { Storage } from '../storage/port.ts'

/** What is stored of the assignments, in memory: those that people are told of, and those that wait to be confirmed. */
export type Shelves = {
  catalogue: Catalogue
  waiting: Map<string, Assignment>
  /** Looks again at these, or at all (null): what is no longer stored goes. One look after the other, so that an older one never wins. */
  refresh(ids: string[] | null): Promise<void>
}

/** Empty shelves over what is stored; the first look fills them. */
export function createShelves(assignments: Pick<Storage['assignments'], 'get' | 'all'>): Shelves {
  const catalogue = createCatalogue()
  const waiting = new Map<string, Assignment>()
  let last: Promise<void> = Promise.resolve()

  function shelve(assignment: Assignment): void {
    if (assignment.confirmed) {
      waiting.delete(assignment.id)
      catalogue.put(assignment)
    } else waiting.set(assignment.id, assignment)
  }

  function drop(id: string): void {
    waiting.delete(id)
    catalogue.remove(id)
  }

  async function look(ids: string[] | null): Promise<void> {
    if (ids === null) {
      const stored = await assignments.all()
      const known = new Set(stored.map(({ id }) => id))
      const held = [...[...catalogue.all()].map(({ id }) => id), ...waiting.keys()]
      for (const id of held) if (!known.has(id)) drop(id)
      stored.forEach(shelve)
    }
    for (const id of ids ?? []) {
      const assignment = await assignments.get(id)
      if (assignment) shelve(assignment)
      else drop(id)
    }
  }

  return {
    catalogue,
    waiting,
    refresh(ids) {
      const next = last.then(() => look(ids))
      last = next.catch(() => undefined)
      return next
    },
  }
}
