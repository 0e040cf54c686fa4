export type Stretch = { start: number; end: number; text: string }

const abbreviations =
  /(?:^|[\s(])(?:o\.a|bijv|bv|max|min|incl|excl|ca|nr|nrs|art|p\.w|p\.u|t\.b\.v|d\.d|e\.d|etc|m\.b\.t|i\.v\.m|m\.u\.v|resp|z\.s\.m|n\.v\.t|n\.t\.b|blz|pag|ref|dr|mr|drs|ing|ir|tel|e\.g|i\.e|approx|no|st|jl|a\.s|[a-z])$/i

const shortMonth = /\d\s+(?:jan|feb|mrt|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)$/i

/** Abbreviations that may also end a sentence: a capital behind them starts the next one. */
const mayEnd = /(?:n\.v\.t|z\.s\.m|n\.t\.b|etc|e\.d|p\.w|p\.u)$/i

/** The sentences of `text` with their offsets in it. A line end always ends one; an abbreviation or a number's point does not. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = []
  const add = (from: number, to: number) => {
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed) {
      const start = from + raw.indexOf(trimmed[0]!)
      found.push({ start, end: start + trimmed.length, text: trimmed })
    }
  }
  let from = 0
  for (const match of text.matchAll(/\n|[.!?]["'”’)]*(?=\s)/g)) {
    const end = match.index + match[0].length
    if (match[0] !== '\n') {
      const before = text.slice(Math.max(from, match.index - 14), match.index)
      const after = /^\s+(\S)/.exec(text.slice(end, end + 12))?.[1] ?? ''
      if (match[0] === '.' && abbreviations.test(before) && !(mayEnd.test(before) && /\p{Lu}/u.test(after))) continue
      // "1. Afgeronde …" is a marker, "9.00 uur" has no space, "uur. Later" goes on with a capital.
      if (/(?:^|\s)\d{1,2}$/.test(before) && text.slice(from, match.index).trim().length <= 3) continue
      // "19 nov. 12:00", "12 okt. 2026": a month cut short, and what belongs to the date.
      if (match[0] === '.' && shortMonth.test(before) && /\d/.test(after)) continue
      if (match[0] === '.' && /\p{Ll}/u.test(after) && !/^\s*\n/.test(text.slice(end))) continue
    }
    add(from, end)
    from = end
  }
  add(from, text.length)
  return found
}
