import type { AdaptiveCardJson } from '../../chat/adaptive-json.ts'

/** Stands before the name of a field whose name was taken already. */
const mark = /^\d+~/

/**
 * A card in which every id occurs once, as Teams demands. Two forms of a card may ask the same field; ids of texts serve the web page
 * only, and go.
 */
export function withUniqueIds(card: AdaptiveCardJson): AdaptiveCardJson {
  const seen = new Map<string, number>()
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const { id, ...rest } = value as Record<string, unknown>
    const inner = Object.entries(rest).map(([name, part]) => [name, name === 'data' ? part : walk(part)])
    const own = typeof id === 'string' && String(rest['type']).startsWith('Input.') ? { id: unique(id) } : {}
    return { ...Object.fromEntries(inner), ...own }
  }
  const unique = (id: string) => {
    const times = seen.get(id) ?? 0
    seen.set(id, times + 1)
    return times === 0 ? id : `${times}~${id}`
  }
  return walk(card) as AdaptiveCardJson
}

/** The values of a submit under the names that the card gave its fields. */
export function plainNames(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(mark, ''), value]))
}
