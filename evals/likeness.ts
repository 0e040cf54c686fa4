import { repairText } from '../src/text/repair.ts'

/** Letters and digits only, repaired, without diacritics: what is compared. */
export function alphanumeric(text: string): string {
  return repairText(text)
    .text.normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

type Block = { a: number; b: number; size: number }

function longestMatch(a: string, b: string, [aLow, aHigh, bLow, bHigh]: [number, number, number, number]): Block {
  let best: Block = { a: aLow, b: bLow, size: 0 }
  let lengths = new Map<number, number>()
  for (let i = aLow; i < aHigh; i++) {
    const next = new Map<number, number>()
    for (let j = bLow; j < bHigh; j++) {
      if (a[i] !== b[j]) continue
      const size = (lengths.get(j - 1) ?? 0) + 1
      next.set(j, size)
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size }
    }
    lengths = next
  }
  return best
}

function matching(a: string, b: string, bounds: [number, number, number, number]): number {
  const { a: i, b: j, size } = longestMatch(a, b, bounds)
  if (size === 0) return 0
  const [aLow, aHigh, bLow, bHigh] = bounds
  return size + matching(a, b, [aLow, i, bLow, j]) + matching(a, b, [i + size, aHigh, j + size, bHigh])
}

/** Twice the matching characters over all characters (Ratcliff and Obershelp), 0 to 1, as Python's difflib counts it. */
export function likeness(first: string, second: string): number {
  const [a, b] = [alphanumeric(first), alphanumeric(second)]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  // The lengths alone bound it: a pair that cannot reach the threshold is not worth the work.
  const bound = (2 * Math.min(a.length, b.length)) / (a.length + b.length)
  return bound < 0.85 ? bound * 0.9 : (2 * matching(a, b, [0, a.length, 0, b.length])) / (a.length + b.length)
}
