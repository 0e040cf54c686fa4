import type { Assignment } from './assignment.ts'
import { isGeneric, type NameKind, nameWeight, translatedPhrases } from './catalogue-names.ts'
import type { NameIndex } from './name-index.ts'
import { plainWords, rootOf } from './word-roots.ts'

/** An assignment that a text may speak of. */
export type Named = {
  assignment: Assignment
  /** Comparable within one call only. */
  score: number
  how: NameKind
  /** The roots in the text that pointed at it. */
  words: string[]
}

/** Names held by more assignments than this narrow a search down; they never start one. */
const COMMON = 400
/** Candidates scored at all, and those looked at closely. */
const CONSIDERED = 1_000
const CLOSELY = 60

/**
 * The assignments whose names a folded text says, best first: those that score about as well as the best one. A word counts for more the fewer assignments have it.
 */
export function bestNamed(folded: string, names: NameIndex, assignments: ReadonlyMap<string, Assignment>): Named[] {
  const words = plainWords(folded)
  const concepts: { roots: string[]; afterIn: boolean }[] = words
    .map((word, i) => ({ roots: names.rootsFor(word), afterIn: words[i - 1] === 'in' || words[i - 1] === 'te' }))
    .concat(
      translatedPhrases(folded).map(({ roots }) => ({
        roots: roots.filter((root) => names.has(root)),
        afterIn: false,
      })),
    )
    .filter(({ roots }) => roots.length > 0)
  const telling = concepts
    .filter(({ roots }) => !roots.every(isGeneric))
    .sort((a, b) => names.sizeOf(a.roots) - names.sizeOf(b.roots))
  const starters = telling.filter(({ roots }, i) => i === 0 || names.sizeOf(roots) <= COMMON)
  const weighed = concepts.map(({ roots, afterIn }) => ({
    afterIn,
    holders: roots.flatMap((root) => {
      const held = names.holders(root)
      return held === undefined ? [] : [{ root, held, rarity: Math.log(1 + assignments.size / held.size) }]
    }),
  }))
  const candidates = new Set<string>()
  const consider = (roots: string[], fits: (id: string) => boolean) => {
    for (const root of roots) {
      for (const id of names.holders(root)?.keys() ?? []) {
        if (candidates.size >= CONSIDERED) return
        if (fits(id)) candidates.add(id)
      }
    }
  }
  // Where even the rarest word is common, those that the next word names as well come first.
  const [rarest, next] = telling
  if (rarest !== undefined && next !== undefined && names.sizeOf(rarest.roots) > COMMON) {
    consider(rarest.roots, (id) => next.roots.some((root) => names.holders(root)?.has(id)))
  }
  if (candidates.size === 0) for (const { roots } of starters) consider(roots, () => true)
  // First by the strongest thing each word may mean; only the best are looked at closely.
  let best = 0
  const rough: { id: string; score: number }[] = []
  for (const id of candidates) {
    let score = 0
    for (const { holders } of weighed) {
      for (const { held, rarity } of holders) {
        const kind = held.get(id)
        if (kind !== undefined) score += nameWeight[kind] * rarity
      }
    }
    best = Math.max(best, score)
    rough.push({ id, score })
  }
  const found: Named[] = []
  for (const { id } of rough
    .filter(({ score }) => score >= best * 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, CLOSELY)) {
    const assignment = assignments.get(id)
    if (assignment === undefined) continue
    const seen = new Map<string, { weight: number; kind: NameKind }>()
    for (const { holders, afterIn } of weighed) {
      for (const { root, held, rarity } of holders) {
        const kind = held.get(id)
        if (kind === undefined) continue
        const place = afterIn && isPlace(assignment, root)
        const weight = (place ? nameWeight.place : nameWeight[kind]) * rarity
        if (weight > (seen.get(root)?.weight ?? 0)) seen.set(root, { weight, kind: place ? 'place' : kind })
      }
    }
    const hits = [...seen.values()].sort((a, b) => b.weight - a.weight)
    const strongest = hits[0]
    if (strongest === undefined) continue
    found.push({
      assignment,
      score: hits.reduce((sum, { weight }) => sum + weight, 0),
      how: strongest.kind,
      words: [...seen.keys()],
    })
  }
  found.sort((a, b) => b.score - a.score)
  const top = found[0]
  if (top === undefined) return []
  // Close seconds are kept, unless the first has everything they have and more.
  const telltale = (match: Named) => match.words.filter((word) => !isGeneric(word))
  return found.filter((match) => {
    if (match === top) return true
    if (match.score < top.score * 0.7) return false
    const more = telltale(top).length > telltale(match).length
    return !(more && telltale(match).every((word) => top.words.includes(word)))
  })
}

function isPlace(assignment: Assignment, root: string): boolean {
  const { location, region } = assignment.posting
  return plainWords(`${location ?? ''} ${region ?? ''}`).some((word) => rootOf(word) === root)
}
