import { composeMapped, joinPieces, type Mapped, type Piece, replaceMapped } from './mapped.ts'

const pageNumber =
  /^(?:(?:pagina|page|blz\.?|bladzijde)\s*\d+(?:\s*(?:van|of|\/)\s*\d+)?|[-–]\s*\d+\s*[-–]|\d+\s*(?:\/|van|of)\s*\d+)$/i

const lineOf = /[^\n]*(?:\n|$)/g

function linesOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(lineOf)].filter((line) => line[0] !== '')
}

/** Lines that recur on every page look alike once digits are masked. */
function maskOf(line: string): string {
  return line.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
}

/** Fewer lines than this between two equal ones, and they are a list, not the heads of pages. */
const shortestPage = 12
const measured = /(?:punten|punt|pnt|pt|points?|%|procent|percent|uur|hours?)\W*$/i

/** Whether the lines at `places` stand where pages begin and end: by a page number, counting pages, or far apart. */
function recursByPage(line: string, places: number[], numbers: number[]): boolean {
  if (measured.test(line)) return false
  if (/\b(?:pagina|page|blz|bladzijde)\b\.?\s*\d/i.test(line)) return places.length >= 2
  const beside = places.filter((place) => numbers.some((number) => Math.abs(number - place) <= 2)).length
  if (beside >= 2) return true
  const gaps = places.slice(1).map((place, index) => place - places[index]!)
  return places.length >= 3 && gaps.every((gap) => gap >= shortestPage)
}

/** Page headers, footers and page numbers of a text taken from pages. The first of its kind stays, for what it says. */
function dropFurniture(from: Mapped): Mapped {
  const lines = linesOf(from.text)
  const places = new Map<string, number[]>()
  const numbers: number[] = []
  for (const [index, line] of lines.entries()) {
    const text = line[0].trim()
    if (text.length < 80 && pageNumber.test(text)) numbers.push(index)
    const mask = maskOf(line[0])
    if (mask.length >= 12 && mask.length <= 160) places.set(mask, [...(places.get(mask) ?? []), index])
  }
  const dropped = new Set(numbers)
  for (const [, at] of places) {
    if (at.length >= 2 && recursByPage(lines[at[0]!]![0].trim(), at, numbers))
      for (const index of at.slice(1)) dropped.add(index)
  }
  if (dropped.size === 0) return from
  const pieces = lines.flatMap((line, index): Piece[] =>
    dropped.has(index) ? [] : [{ text: line[0], start: line.index, end: line.index + line[0].length }],
  )
  return composeMapped(from, joinPieces(pieces, from.text.length))
}

/** `>` is a mail mark where it also stands on empty lines or before mail headers; elsewhere it may be a bullet. */
function dropMailMarks(from: Mapped): Mapped {
  const marked = [...from.text.matchAll(/^[ \t]*>.*$/gm)].map((line) => line[0].replace(/^[\s>]+/, ''))
  const mail = marked.some((line) => /^(?:van|from|verzonden|sent|onderwerp|subject|aan|to)\s*:/i.test(line))
  if (marked.length < 3 || !(mail || marked.filter((line) => line === '').length >= 2)) return from
  return composeMapped(
    from,
    replaceMapped(from.text, /^[ \t]*(?:>[ \t]?)+/gm, () => ''),
  )
}

/** A word broken at a line end; "hbo-\nen wo-niveau" keeps its hyphen. */
function joinHyphens(from: Mapped): Mapped {
  const pattern = /(?<=\p{Ll})-[ \t]*\n[ \t]*(?=\p{Ll})(?!(?:en|of|and|or)\b)/gu
  const joined = replaceMapped(from.text, pattern, () => '')
  return joined.text === from.text ? from : composeMapped(from, joined)
}

/** As `joinHyphens`, with the line end behind the word that is whole again, so that the lines keep their width. */
function mendHyphens(from: Mapped): Mapped {
  const pattern = /(?<=\p{Ll})-[ \t]*\n[ \t]*(?!(?:en|of|and|or)\b)(\p{Ll}[^\s-]*)(?:[ \t]+|$)/gmu
  const mended = replaceMapped(from.text, pattern, ([, word]) => `${word}\n`)
  return mended.text === from.text ? from : composeMapped(from, mended)
}

const startsItem =
  /^[ \t]*(?:$|[•·●○▪◦‣–—*»✓✔☑☐>|#-]|\d{1,2}(?:\.\d+)*[.)]\s|[A-Za-z][.)]\s|\d+(?:\.\d+)+\s|[A-Z]{1,3}[-.]?\d{1,2}\b|(?:[Ss]tap|STAP|[Ss]tep|[Ff]ase|[Ee]is|[Ww]ens|\p{L}*[Cc]riterium|KO|[Kk]nock-?out)\s+\d)|^[ \t]*(?:[A-Z]|\d{1,2})\s+[A-Z]/u
const isTable = /\t|\S {3,}\S|\|/
const label = /^[\p{L} /()'-]{2,40}:(?:\s|$)/u

/**
 * The width at which a text was wrapped by hand (mail, pdf), null when it was not: several of its long lines end close to the same
 * column, and several sentences go on with a small letter. A single longer line (an address, a subject) does not count.
 */
function wrapWidth(lines: string[]): number | null {
  const goesOn = lines.filter(
    (line, index) => line.length >= 40 && /^\s*\p{Ll}{2}(?!\s+\d)/u.test(lines[index + 1] ?? ''),
  ).length
  if (goesOn < 3) return null
  const lengths = lines.map((line) => line.trimEnd().length).sort((a, b) => b - a)
  const width = lengths.find(
    (length) => length <= 110 && lengths.filter((other) => other <= length && other > length - 8).length >= 3,
  )
  const beyond = lengths.filter((length) => width !== undefined && length > width + 10).length
  const full = lengths.filter((length) => width !== undefined && length <= width && length >= width * 0.8).length
  return width !== undefined && width >= 50 && full >= 4 && beyond <= Math.max(2, full / 4) ? width : null
}

/** Joins lines that were wrapped by hand: the first word of the next one did not fit any more. */
function unwrap(from: Mapped): Mapped {
  const lines = linesOf(from.text)
  const texts = lines.map((line) => line[0].replace(/\n$/, ''))
  const width = wrapWidth(texts.filter((text) => !isTable.test(text)))
  const pieces: Piece[] = []
  let joined = false
  for (const [index, line] of lines.entries()) {
    const text = texts[index]!
    const next = texts[index + 1]
    const end = line.index + text.length
    const word = next === undefined ? '' : (/^\s*(\S+)/.exec(next)?.[1] ?? '')
    const grows = /^\s*[\p{Ll}(]/u.test(next ?? '') && !/[.:;!?]\s*$/.test(text)
    const joins =
      next !== undefined &&
      text.trim() !== '' &&
      !startsItem.test(next) &&
      !isTable.test(text.trim()) &&
      (width === null
        ? grows && text.length >= 70
        : (grows && text.length > width * 0.6) ||
          (text.trimEnd().length + 1 + word.length > width && !label.test(next) && text.length > width * 0.7))
    pieces.push({ text, start: line.index, end })
    if (line[0].length > text.length) pieces.push({ text: joins ? ' ' : '\n', start: end, end: end + 1 })
    joined ||= joins
  }
  return joined ? composeMapped(from, joinPieces(pieces, from.text.length)) : from
}

/** Undoes what pages, mail and hand-made line ends did to the lines of a repaired text; the map still leads to the original. */
export function repairLayout(repaired: Mapped): Mapped {
  const plain = dropMailMarks(dropFurniture(repaired))
  const mended = mendHyphens(plain)
  const lines = mended.text.split('\n').filter((line) => !isTable.test(line))
  return unwrap(wrapWidth(lines) === null ? joinHyphens(plain) : mended)
}
