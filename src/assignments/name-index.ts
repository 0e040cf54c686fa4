import type { Assignment } from './assignment.ts'
import { type NameKind, namesOf, translationsOf } from './catalogue-names.ts'
import { isSmallWord } from './small-words.ts'
import { createSpelling } from './spelling.ts'
import { rootOf } from './word-roots.ts'

/** Assignments by the roots of the words in their names: an inverted index, so that a question costs the same among ten and fifty thousand. */
export type NameIndex = {
  add(assignment: Assignment): void
  remove(assignment: Assignment): void
  has(root: string): boolean
  /** Who has this root in a name, and in what kind of name. */
  holders(root: string): ReadonlyMap<string, NameKind> | undefined
  /** How many assignments these roots name, those of several counted more than once. */
  sizeOf(roots: readonly string[]): number
  /** What one word may mean in the index: itself, its translations, the parts of a compound, its likely spelling. */
  rootsFor(word: string): string[]
}

export function createNameIndex(): NameIndex {
  const index = new Map<string, Map<string, NameKind>>()
  const spelling = createSpelling()
  /** Ends of long names, so that "controller" finds "concerncontroller". */
  const tails = new Map<string, Set<string>>()
  return {
    add(assignment) {
      for (const [root, kind] of namesOf(assignment)) {
        let holders = index.get(root)
        if (holders === undefined) {
          holders = new Map()
          index.set(root, holders)
          spelling.add(root)
          for (const tail of tailsOf(root)) tails.set(tail, (tails.get(tail) ?? new Set()).add(root))
        }
        holders.set(assignment.id, kind)
      }
    },
    remove(assignment) {
      for (const root of namesOf(assignment).keys()) {
        const holders = index.get(root)
        holders?.delete(assignment.id)
        if (holders?.size === 0) {
          index.delete(root)
          spelling.remove(root)
          for (const tail of tailsOf(root)) tails.get(tail)?.delete(root)
        }
      }
    },
    has: (root) => index.has(root),
    holders: (root) => index.get(root),
    sizeOf: (roots) => roots.reduce((sum, root) => sum + (index.get(root)?.size ?? 0), 0),
    rootsFor(word) {
      if (isSmallWord(word)) return []
      const root = rootOf(word)
      const exact = [root, ...translationsOf(root)].filter((candidate) => index.has(candidate))
      if (exact.length > 0 || word.length < 5 || /^\d/.test(word)) return exact
      for (let cut = word.length - 3; cut >= 5; cut--) {
        const head = rootOf(word.slice(0, cut))
        if (head.length >= 5 && index.has(head)) return [head]
      }
      const tailed = [word, ...heads(word)].flatMap((part) => [...(tails.get(rootOf(part)) ?? [])])
      return tailed.length > 0 ? [...new Set(tailed)] : spelling.near(root)
    },
  }
}

/** What may be the last word of a compound. */
function tailsOf(root: string): string[] {
  const ends: string[] = []
  for (let from = 3; from <= root.length - 5; from++) ends.push(root.slice(from))
  return ends
}

/** A compound without its last word: "controllersopdracht" → "controllers". */
function heads(word: string): string[] {
  const match = /^(.{5,}?)(?:opdracht|klus|uitvraag|aanvraag|functie|vacature|rol|project)(?:en)?$/.exec(word)
  return match === null ? [] : [match[1]!]
}
