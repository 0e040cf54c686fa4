/**
 * A text made from another one, which remembers where each character came from: for repair, folding and quote checks that must
 * point back into the original.
 */
export type Mapped = {
  text: string
  /** Index in the original of the character at `index`; for `text.length` the end of the original stretch. */
  at(index: number): number
  /** The original stretch that text.slice(start, end) came from, as [start, end). */
  range(start: number, end: number): [number, number]
}

export type Piece = { text: string; start: number; end: number }

/** Joins pieces; `start`/`end` say which stretch of the original each piece stands for. */
export function joinPieces(pieces: Iterable<Piece>, sourceLength: number): Mapped {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const piece of pieces) {
    parts.push(piece.text)
    // A piece as long as its source maps character by character; any other maps as one block.
    const even = piece.text.length === piece.end - piece.start
    for (let i = 0; i < piece.text.length; i++) {
      starts.push(even ? piece.start + i : piece.start)
      ends.push(even ? piece.start + i + 1 : piece.end)
    }
  }
  return {
    text: parts.join(''),
    at: (index) => starts[index] ?? ends.at(-1) ?? sourceLength,
    range: (start, end) =>
      end > start
        ? [starts[start] ?? sourceLength, ends[end - 1] ?? sourceLength]
        : [starts[start] ?? sourceLength, starts[start] ?? sourceLength],
  }
}

/** Replaces every match of `pattern` (global) by what `replace` gives, keeping the map. */
export function replaceMapped(source: string, pattern: RegExp, replace: (match: RegExpExecArray) => string): Mapped {
  const pieces: Piece[] = []
  let last = 0
  for (const match of source.matchAll(pattern)) {
    const end = match.index + match[0].length
    pieces.push({ text: source.slice(last, match.index), start: last, end: match.index })
    pieces.push({ text: replace(match), start: match.index, end })
    last = end
  }
  pieces.push({ text: source.slice(last), start: last, end: source.length })
  return joinPieces(pieces, source.length)
}

/** `outer` was made from the text of `inner`: one map from outer to inner's original. */
export function composeMapped(inner: Mapped, outer: Mapped): Mapped {
  return {
    text: outer.text,
    at: (index) => inner.at(outer.at(index)),
    range: (start, end) => inner.range(...outer.range(start, end)),
  }
}
