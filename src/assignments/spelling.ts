/** Finds known words at one typing error: a letter too many, too few, changed, or two swapped. By deletions, so without a scan. */
export type Spelling = { add(word: string): void; remove(word: string): void; near(word: string): string[] }

/** Shorter words have too many neighbours. */
const SHORTEST = 6

export function createSpelling(words: Iterable<string> = []): Spelling {
  const byDeletion = new Map<string, Set<string>>()
  const spelling: Spelling = {
    add(word) {
      if (word.length < SHORTEST) return
      for (const key of deletionsOf(word)) byDeletion.set(key, (byDeletion.get(key) ?? new Set()).add(word))
    },
    remove(word) {
      for (const key of deletionsOf(word)) {
        byDeletion.get(key)?.delete(word)
        if (byDeletion.get(key)?.size === 0) byDeletion.delete(key)
      }
    },
    near(word) {
      if (word.length < SHORTEST) return []
      const near = new Set<string>()
      for (const key of deletionsOf(word)) {
        for (const known of byDeletion.get(key) ?? []) if (oneApart(word, known)) near.add(known)
      }
      return [...near]
    },
  }
  for (const word of words) spelling.add(word)
  return spelling
}

function deletionsOf(word: string): Set<string> {
  const keys = new Set([word])
  for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1))
  return keys
}

/** True at a distance of at most one edit, a swap of neighbours counting as one. */
export function oneApart(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const swapped = a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
  return swapped || a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i)
}
