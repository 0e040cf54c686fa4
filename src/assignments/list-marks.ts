import type { Item } from './items.ts'
import { markerOf } from './marker.ts'
import type { SourceLine } from './source.ts'

/** A weight on a line of its own belongs to the next item where the list starts with one, else to the item above. */
export function attachWeights(
  items: Item[],
  weights: { line: SourceLine; points: number; percent: boolean; group: boolean }[],
): void {
  const first = weights[0]
  const opens = first !== undefined && items.every(({ start }) => start > first.line.start)
  const own = weights.filter(({ group }) => !group)
  for (const weight of [...own, ...weights.filter(({ group }) => group)]) {
    const beyond =
      weights.find(({ line, group }) => group && line.start > weight.line.start)?.line.start ?? Number.POSITIVE_INFINITY
    const item = opens
      ? items.find(({ start }) => start > weight.line.start && start < beyond)
      : items.findLast(({ start }) => start < weight.line.start)
    if (!item || item.points !== null) continue
    item.points = weight.points
    item.percent = weight.percent
  }
}

/** "- E1 Afgeronde …", "25% S1. Experience …": labels behind a bullet or a weight, where every item of the list has one. */
export function innerLabels(items: Item[]): void {
  const inner = items.map(({ label, text }) => (label === null ? markerOf(text) : null))
  if (items.length < 2 || !inner.every((marker) => marker?.kind === 'code' || marker?.style === 'number')) return
  for (const [index, item] of items.entries()) {
    const marker = inner[index]!
    item.label = marker.label
    item.text = item.text.slice(marker.length)
    item.kind ??= marker.says
  }
}

/** "Ervaring met statushouders: 25": numbers without a unit are points where every item of the list ends in one. */
export function bareScores(items: Item[]): void {
  const scores = items.map(({ points, text }) =>
    points === null ? /^(.*?)\s*(?::|\s[–—-]|(?<=[\p{L})]))\s*(?<=\W)(\d{1,3})$/u.exec(text) : null,
  )
  if (items.length < 2 || scores.some((score) => score === null)) return
  for (const [index, item] of items.entries()) {
    const [, text, points] = scores[index]!
    item.text = text!
    item.points = Number(points)
  }
}
