/** The form in which quotes are compared by the graders: NFKC, without white space, hyphens, bullets and bars; case counts. */
export type Squeezed = { text: string; at: number[] }

const dropped = new Set('-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\u2043\u200b\u200c\u200d\ufeff|•▪➢►·›▸\uf0b7')
const quotes: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u02bc': "'",
  '`': "'",
}

/** The squeezed text and, for each character kept, its index in the source. */
export function squeeze(source: string): Squeezed {
  let text = ''
  const at: number[] = []
  for (let index = 0; index < source.length; index++) {
    const char = source[index]!
    for (const each of (quotes[char] ?? char).normalize('NFKC')) {
      const kept = quotes[each] ?? each
      if (/\s/.test(kept) || dropped.has(kept)) continue
      const composed = /\p{M}/u.test(kept) && text ? (text.at(-1)! + kept).normalize('NFC') : ''
      if (composed.length === 1) {
        text = text.slice(0, -1) + composed
        continue
      }
      text += kept
      at.push(index)
    }
  }
  return { text, at }
}

/** Squeezed positions of a stretch of the source, as [from, to). */
export function squeezedSpan({ at }: Squeezed, start: number, end: number): [number, number] {
  const from = at.findIndex((index) => index >= start)
  if (from < 0) return [0, 0]
  const after = at.findIndex((index) => index >= end)
  return [from, after < 0 ? at.length : after]
}

/** Every place where the quote stands, in squeezed positions. */
export function placesOf(quote: string, { text }: Squeezed): [number, number][] {
  const wanted = squeeze(quote).text
  const places: [number, number][] = []
  for (let from = wanted ? text.indexOf(wanted) : -1; from >= 0; from = text.indexOf(wanted, from + 1))
    places.push([from, from + wanted.length])
  return places
}
