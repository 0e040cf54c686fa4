import { composeMapped, type Mapped, replaceMapped } from '../text/mapped.ts'
import { markerOf } from './marker.ts'

/** Words that cannot close a line of their own: what they belong to stands on the next one. */
const dangling = /(?:^|\s)(?:van|de|het|een|per|als|the|of|an)\s*$/i
const table = /\t|\S {3,}\S|\|/

/**
 * Whether `body` is the rest of the line before it: that one ran full or was cut before a small letter. A hyphen at its end keeps
 * its own line end.
 */
function goesOn(previous: string, body: string): boolean {
  return !table.test(body) && !/-\s*$/.test(previous) && (/^[\p{Ll}(]/u.test(body) || previous.trim().length >= 55)
}

/** Line ends inside an item, by their place in the text: the lines below a marker that stand deeper than it and have none. */
function insideItems(text: string): Set<number> {
  const joins = new Set<number>()
  let item: number | null = null
  let at = 0
  let previous = ''
  for (const line of text.split('\n')) {
    const body = line.trim()
    const depth = line.length - line.trimStart().length
    if (body === '') item = null
    else if (markerOf(body)) item = depth
    else if (item !== null && depth > item + 1 && goesOn(previous, body)) joins.add(at - 1)
    else if (item !== null && depth <= item) item = null
    previous = line
    at += line.length + 1
  }
  return joins
}

/** "… een vergoeding van" / "€ 2,75 per uur": a sentence that a line end cut before an amount or a small letter. */
function cutSentence(before: string, after: string): boolean {
  return before.length >= 30 && dangling.test(before) && /^[€\d\p{Ll}("]/u.test(after) && markerOf(after) === null
}

/** The indent of a line that was joined to the one before it is no gap between columns. */
function closeIndents(from: Mapped, original: string): Mapped {
  const closed = replaceMapped(from.text, / {2,}/g, (match) =>
    original.slice(...from.range(match.index, match.index + match[0].length)).includes('\n') ? ' ' : match[0],
  )
  return closed.text === from.text ? from : composeMapped(from, closed)
}

/**
 * Puts together what a hand-made line end cut, where the look of the lines shows it. `from` is a text made of `original`; the map of
 * the result leads there as well.
 */
export function joinLines(from: Mapped, original: string): Mapped {
  const closed = closeIndents(from, original)
  const { text } = closed
  const inside = insideItems(text)
  const joined = replaceMapped(text, /\n[ \t]*(?=\S)/g, (match) => {
    if (inside.has(match.index)) return ' '
    const before = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index)
    const rest = match.index + match[0].length
    const end = text.indexOf('\n', rest)
    return cutSentence(before, text.slice(rest, end < 0 ? undefined : end)) ? ' ' : match[0]
  })
  return joined.text === text ? closed : composeMapped(closed, joined)
}
