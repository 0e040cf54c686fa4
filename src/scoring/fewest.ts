import { type Criterion, facetsOf } from './criterion.ts'
import type { EngagementVerdict } from './engagement-verdict.ts'
import type { Pointer } from './engine.ts'
import type { Passage } from './passage.ts'

export type Chosen = { pointer: Pointer; facets: string[]; sure: boolean }

/** Passages that together show every facet an engagement shows, the one that shows most first; a context only where nothing else carries it. */
export function fewest(each: EngagementVerdict, criterion: Criterion, passages: readonly Passage[]): Chosen[] {
  const topic = new Map(facetsOf(criterion.topic).map((facet) => [facet.id, facet.text]))
  const contexts = new Map(criterion.contexts.flatMap(facetsOf).map((facet) => [facet.id, facet.text]))
  const useful = each.pointers.filter(
    (pointer) =>
      pointer.certainty !== 'denied' &&
      pointer.strength !== 'near' &&
      (topic.has(pointer.facet) || contexts.has(pointer.facet)),
  )
  const strong = useful.filter((pointer) => pointer.strength === 'full' && pointer.certainty === 'certain')
  // A facet with certain words needs no weaker ones beside them.
  const pool = useful.filter(
    (pointer) => strong.includes(pointer) || !strong.some((other) => other.facet === pointer.facet),
  )
  const open = new Set(pool.map((pointer) => pointer.facet))
  const chosen: Chosen[] = []
  while (open.size > 0) {
    const byPassage = Map.groupBy(
      pool.filter((pointer) => open.has(pointer.facet)),
      (pointer) => pointer.passage,
    )
    const worth = (list: Pointer[]) => list.reduce((sum, pointer) => sum + (topic.has(pointer.facet) ? 4 : 1), 0)
    const [best] = [...byPassage].sort(
      (a, b) => worth(b[1]) - worth(a[1]) || order(passages[a[0]]!) - order(passages[b[0]]!) || a[0] - b[0],
    )
    if (!best) break
    for (const pointer of best[1]) open.delete(pointer.facet)
    for (const id of sameChoice(criterion, best[1])) open.delete(id)
    chosen.push({
      pointer: best[1][0]!,
      facets: best[1].map((pointer) => topic.get(pointer.facet) ?? contexts.get(pointer.facet)!),
      sure: best[1].every((pointer) => strong.includes(pointer)),
    })
  }
  return chosen
}

const order = (passage: Passage) => (passage.kind === 'sentence' ? 0 : 1)

/** Of a choice of contexts one branch is enough: the others need no words of their own. */
function sameChoice(criterion: Criterion, pointers: Pointer[]): string[] {
  return criterion.contexts.flatMap((tree) => {
    const ids = facetsOf(tree).map((facet) => facet.id)
    return tree.kind === 'any' && pointers.some((pointer) => ids.includes(pointer.facet)) ? ids : []
  })
}
