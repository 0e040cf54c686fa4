import type { Assignment } from '../assignments/assignment.ts'
import type { Found } from '../assignments/catalogue.ts'
import { namesOf } from '../assignments/catalogue-names.ts'
import { kindred, plainWords, rootOf } from '../assignments/word-roots.ts'
import type { Ask } from './ask.ts'
import { isAskingWord, isMisspelled } from './asking-words.ts'

/** Roots of one text, kept as long as the assignment. */
const rootsHeld = new WeakMap<Assignment, Set<string>>()

function rootsIn(assignment: Assignment): Set<string> {
  const held = rootsHeld.get(assignment)
  if (held !== undefined) return held
  const roots = new Set([...plainWords(assignment.text.slice(0, 60_000)).map(rootOf), ...namesOf(assignment).keys()])
  rootsHeld.set(assignment, roots)
  return roots
}

/**
 * The words of a question that nothing accounts for: neither the assignment's name or text, nor a topic, nor the small words of
 * asking. "Staat de UEA al op sharepoint": "sharepoint" shows that it is not about the posting, however well "UEA" is known.
 */
export function strangeWords(ask: Ask, found: Found[]): string[] {
  const rest = [...ask.folded]
    .map((letter, i) => (ask.hits.some(({ start, end }) => i >= start && i < end) ? ' ' : letter))
    .join('')
  const known = found.map(({ assignment }) => rootsIn(assignment))
  return plainWords(rest).filter((word) => {
    if (isAskingWord(word)) return false
    const root = rootOf(word)
    if (root.length < 3 || found.some(({ words }) => words.includes(root))) return false
    if (isMisspelled(word)) return false
    return !known.some(
      (roots) =>
        roots.has(root) ||
        [...roots].some((own) => (own.length < root.length || root.length >= 7) && kindred(own, root)),
    )
  })
}
