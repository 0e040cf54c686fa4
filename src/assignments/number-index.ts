import type { Assignment } from './assignment.ts'
import { plainNumber } from './catalogue-names.ts'

/** Assignments by the numbers they go by: their id, their posting's number, and its last digits. */
export type NumberIndex = {
  add(assignment: Assignment): void
  remove(assignment: Assignment): void
  /** The ids that numbers in a folded text point at, each with the number that did. */
  named(folded: string): { id: string; number: string }[]
}

export function createNumberIndex(): NumberIndex {
  const numbers = new Map<string, Set<string>>()
  return {
    add(assignment) {
      for (const number of numbersOf(assignment))
        numbers.set(number, (numbers.get(number) ?? new Set()).add(assignment.id))
    },
    remove(assignment) {
      for (const number of numbersOf(assignment)) {
        numbers.get(number)?.delete(assignment.id)
        if (numbers.get(number)?.size === 0) numbers.delete(number)
      }
    },
    named(folded) {
      const found: { id: string; number: string }[] = []
      const matches = [...folded.matchAll(/[\p{L}\p{N}]+(?:[-/._][\p{L}\p{N}]+)*/gu)]
      for (const [i, match] of matches.entries()) {
        // "HAG 2027/14": a reference may hold a space.
        const joined = [3, 2]
          .map((count) =>
            plainNumber(
              matches
                .slice(i, i + count)
                .map(([word]) => word)
                .join(''),
            ),
          )
          .find((token) => /\d/.test(token) && numbers.has(token))
        const number = joined ?? plainNumber(match[0])
        const ids = numbers.get(number)
        if (ids === undefined) continue
        // A short bare number is a reference only when it looks or is introduced like one.
        const before = folded.slice(0, match.index)
        if (
          /^\d{1,3}$/.test(number) &&
          !/^0\d/.test(number) &&
          !/(?:opdracht|aanvraag|nummer|nr\.?|assignment|posting) $/.test(before)
        )
          continue
        for (const id of ids) if (!found.some((other) => other.id === id)) found.push({ id, number })
      }
      return found
    },
  }
}

function numbersOf({ id, posting }: Assignment): string[] {
  const tail = posting.number?.match(/\d{3,}(?=\D*$)/)?.[0]
  return [...new Set([plainNumber(id), plainNumber(posting.number ?? ''), tail ?? ''])].filter(
    (number) => number !== '',
  )
}
