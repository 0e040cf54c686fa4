import type { Posting } from '../assignments/assignment.ts'
import { type SourceLine, sourceOf } from '../assignments/source.ts'
import { rootsOf } from '../assignments/word-roots.ts'
import { findDates } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { mendEncoding } from '../text/mojibake.ts'
import { sentencesOf } from '../text/sentences.ts'

/** A stretch of a posting that can be quoted by itself: a sentence, or a label with its value. */
export type Passage = {
  /** For people: repaired, without marks, spaces folded. */
  shown: string
  /** The posting's own words, encoding mended, spaces folded: what a quote check compares. */
  verbatim: string
  /** Folded, without web addresses: what patterns look at. */
  folded: string
  roots: string[]
  /** The heading it stands under. */
  heading: string | null
  /** Index of its line; sentences of one paragraph share it. */
  line: number
  /** Ordinal of the step of a procedure it belongs to ("Stap 2"). */
  step: number | null
  isHeading: boolean
}

const kept = new WeakMap<Posting, Passage[]>()

/** Everything quotable in a posting, in reading order. Computed once per posting. */
export function passagesOf(posting: Posting): Passage[] {
  const held = kept.get(posting)
  if (held !== undefined) return held
  const passages = cut(posting.text)
  kept.set(posting, passages)
  return passages
}

/** The posting's own words in the form in which quotes are handed out. */
export const verbatimOf = (original: string): string => mendEncoding(original).text.replace(/\s+/g, ' ').trim()

const letters = new WeakMap<Posting, string>()
const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** True when these words stand in the posting, layout and marks aside. */
export function standsIn(posting: Posting, quote: string): boolean {
  let held = letters.get(posting)
  if (held === undefined) {
    held = lettersOf(verbatimOf(posting.text.replace(/<!--[\s\S]*?-->/g, ' ')))
    letters.set(posting, held)
  }
  const wanted = lettersOf(quote)
  return wanted !== '' && held.includes(wanted)
}

const stepPattern = /^(?:stap|step|fase|phase|ronde|round)\s+(\d{1,2})\b/

function cut(text: string): Passage[] {
  const source = sourceOf(text)
  const passages: Passage[] = []
  let heading: string | null = null
  let step: number | null = null
  const joined = new Set<number>()
  for (const line of source.lines) {
    const isHeading =
      looksLikeHeading(line.text) &&
      line.cells.length === 1 &&
      (line.marker === null || (line.marker.kind === 'number' && !isNumbered(source.lines, line.index))) &&
      findDates(line.text).length === 0
    const stepped = stepPattern.exec(fold(line.body.text))
    if (stepped !== null) step = Number(stepped[1])
    else if (isHeading) step = null
    const add = (start: number, end: number) => {
      const shown = source.text.slice(start, end).replace(/\s+/g, ' ').trim()
      if (shown === '') return
      passages.push({
        shown,
        verbatim: verbatimOf(source.quote(start, end).quote),
        folded: fold(shown.replace(/https?:\/\/\S+/g, ' ')),
        roots: rootsOf(shown.replace(/https?:\/\/\S+/g, ' ')),
        heading,
        line: line.index,
        step,
        isHeading,
      })
    }
    const { cells } = line
    if (cells.length > 1 && cells.length % 2 === 0 && !line.piped) {
      for (let i = 0; i < cells.length; i += 2) add(cells[i]!.start, cells[i + 1]!.end)
    } else if (cells.length > 1) add(cells[0]!.start, cells.at(-1)!.end)
    else if (!joined.has(line.index)) {
      // Lines that a page wrapped read on: one paragraph, cut into sentences as one.
      let last = line
      for (
        let next = source.lines[line.index + 1];
        next !== undefined && readsOn(last, next);
        next = source.lines[next.index + 1]
      ) {
        joined.add(next.index)
        last = next
      }
      const body = source.text.slice(line.body.start, last.end).replace(/\n/g, ' ')
      for (const { start, end } of sentencesOf(body)) add(line.body.start + start, line.body.start + end)
    }
    if (isHeading && stepped === null) heading = line.text
  }
  return passages
}

/** No line ends its sentence in one of these. */
const dangling =
  /\s(?:en|of|op|van|tot|in|de|het|een|per|voor|met|te|aan|bij|om|uit|door|naar|over|tussen|and|or|the|a|an|to|on|by|for|with|from|at)$/i

/** A line that goes on in the next: no stop at its end, no marker or column in the next, which starts small. */
function readsOn(line: SourceLine, next: SourceLine): boolean {
  if (next.blankBefore || next.marker !== null || next.cells.length > 1 || line.cells.length > 1) return false
  return (
    !/[.:;?!]$/.test(line.text) && line.text.length > 30 && (/^[\p{Ll}(]/u.test(next.text) || dangling.test(line.text))
  )
}

/** A numbered line beside another numbered line is an item of a list, not a heading. */
const isNumbered = (lines: SourceLine[], at: number): boolean =>
  [at - 1, at + 1].some((i) => lines[i]?.marker?.kind === 'number')

/** "Wat is de opdracht", "Wie zijn wij": headings that ask. */
const asksItself =
  /^(?:wat|wie|hoe|waar\w*|wanneer|welke?|what|who|how|why|where|when|which|over|about|zo|daar|dit|dat|this)\b/i

function looksLikeHeading(text: string): boolean {
  return (
    text.length <= 70 &&
    !/[.;,?!]$/.test(text) &&
    !/:\s*\S/.test(text) &&
    !/^\d+\.?$/.test(text) &&
    !dangling.test(text) &&
    !(
      /\b(?:is|are|was|were|wordt|worden|zijn|heeft|moet|mag|kan|must|may|can|will|has)\b|€|\bEUR\b/.test(text) &&
      !asksItself.test(text)
    ) &&
    // The end of a letter heads nothing.
    !/^(?:gr|groet\w*|mvg|met (?:vriendelijke|hartelijke) groet\w*|(?:kind |best )?regards|sincerely)\b/i.test(text) &&
    // "2 een registratie", "C een filmpje": an item of a list, whatever marks it.
    !/^(?:\d{1,2}|\p{Lu})\s+\p{Ll}/u.test(text) &&
    /^[\p{Lu}“"'#\d]/u.test(text) &&
    text.split(/\s+/).length <= 9
  )
}
