const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' })

/**
 * Cuts a text into pieces of at most `max` UTF-16 units that together are the text, letter for letter. It cuts after a paragraph if
 * it can, else after a line, a sentence, a word, and inside a word only between whole characters, so that no emoji falls apart.
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const at = cutAt(rest, max)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}

/** The text itself when it fits, else its beginning and an ellipsis: for labels whose whole words stand elsewhere. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, wholeCharacters(text, max - 1)).trimEnd()}…`
}

const cuts = [/\n\s*\n/g, /\n/g, /[.!?…:;]["'”’)\]]*\s+/g, /\s+/g]

function cutAt(text: string, max: number): number {
  const window = text.slice(0, max)
  // A piece shorter than a third would only make more pieces; the next coarser place to cut is better then.
  const least = max / 3
  for (const cut of cuts) {
    const ends = [...window.matchAll(cut)].map((match) => match.index + match[0].length)
    const last = ends.findLast((end) => end >= least && end <= max)
    if (last !== undefined) return last
  }
  return wholeCharacters(text, max)
}

/** The largest length up to `max` that ends between two characters as people see them. */
function wholeCharacters(text: string, max: number): number {
  let end = 0
  // Longer than any real character: a chain of joiners beyond it is cut between code points instead.
  const slice = text.slice(Math.max(0, max - 200), max + 200)
  const start = Math.max(0, max - 200)
  for (const { index, segment } of graphemes.segment(slice)) {
    const boundary = start + index + segment.length
    if (boundary > max) break
    end = boundary
  }
  if (end > 0) return end
  const code = text.charCodeAt(max - 1)
  return code >= 0xd800 && code <= 0xdbff && max > 1 ? max - 1 : max
}
