import type { Career } from '../candidates/candidate.ts'
import type { Document, DocumentKind } from '../documents/document.ts'
import { fold } from '../text/fold.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * A stretch of a candidate's document that can be pointed at. Only `title`, `organisation` and `sentence` belong to an engagement and can
 * prove work; `general` (skills, summary, courses) and `letter` never do.
 */
export type Passage = {
  id: number
  source: DocumentKind
  kind: 'title' | 'organisation' | 'sentence' | 'general' | 'letter'
  engagement: number | null
  /** The title held there, folded; null outside engagements and where none is printed. */
  role: string | null
  /** Offsets into the document's text; text === document.text.slice(start, end). */
  start: number
  end: number
  text: string
  tokens: Token[]
  /** False for words addressed to a machine and for tables in which the candidate ticks the criteria. */
  admissible: boolean
}

export type SentenceSplitter = (
  text: string,
  start: number,
  end: number,
  options?: { paragraphs?: boolean },
) => { start: number; end: number }[]

type Options = {
  verbs: Readonly<Record<string, string>>
  sentences: SentenceSplitter
  addressedToMachine(sentence: string): boolean
}

/** Everything that can be pointed at, in reading order: the CV first, then explanation and letter. */
export function passagesOf(
  documents: Partial<Record<DocumentKind, Document>>,
  career: Career,
  options: Options,
): Passage[] {
  const passages: Passage[] = []
  const add = (source: DocumentKind, kind: Passage['kind'], engagement: number | null, start: number, end: number) => {
    const text = documents[source]!.text.slice(start, end)
    if (!/[\p{L}\p{N}]{2}/u.test(text)) return
    const admissible = !options.addressedToMachine(text) && !selfFilled.test(text)
    const title = engagement === null ? null : (career.engagements[engagement]?.title ?? null)
    passages.push({
      id: passages.length,
      source,
      kind,
      engagement,
      role: title === null ? null : fold(title),
      start,
      end,
      text,
      tokens: tokensOf(text, options.verbs),
      admissible,
    })
  }
  if (documents.cv) engagementsOf(documents.cv, career, options, add)
  if (documents.cv) generalOf(documents.cv, career, options, add)
  if (documents.explanation) {
    for (const { start, end, paragraph } of sentencesIn(documents.explanation.text, options)) {
      const engagement = named(paragraph, career)
      add('explanation', engagement === null ? 'general' : 'sentence', engagement, start, end)
    }
  }
  if (documents.motivation) {
    for (const { start, end } of sentencesIn(documents.motivation.text, options))
      add('motivation', 'letter', null, start, end)
  }
  return passages
}

/** A row in which the candidate says of a criterion that it is met: a claim, however it is laid out. */
const selfFilled =
  /(?<![\p{L}])(?:voldoe[tn]?|voldaan)(?![\p{L}])[^.]{0,30}$|[✓✔☑✅]|\bja, voldoet\b|\bmeets (?:the |this )?(?:requirement|criterion)|knock-?out/iu

type Add = (source: DocumentKind, kind: Passage['kind'], engagement: number | null, start: number, end: number) => void

function engagementsOf(document: Document, career: Career, options: Options, add: Add): void {
  for (const engagement of career.engagements) {
    const spans = engagement.spans.filter((span) => span.source === 'cv')
    const title = engagement.title ? find(document.text, engagement.title, spans) : null
    const organisation = engagement.organisation ? find(document.text, engagement.organisation, spans) : null
    if (title) add('cv', 'title', engagement.index, title.start, title.end)
    if (organisation)
      add('cv', 'organisation', engagement.index, organisation.start, withBrackets(document.text, organisation.end))
    const heads = [title, organisation, engagement.period].filter((head) => head !== null && head !== undefined)
    for (const stretch of spans.flatMap((span) => parted(document.text, span, heads))) {
      for (const { start, end } of options.sentences(document.text, stretch.start, stretch.end, {
        paragraphs: knowsParagraphs(document),
      })) {
        if (onlyHeads(document.text, start, end, heads)) continue
        add('cv', 'sentence', engagement.index, start, end)
      }
    }
  }
}

const knowsParagraphs = ({ format }: Document): boolean => ['docx', 'odt', 'html', 'rtf', 'doc'].includes(format)

/** A stretch parted after every line with a title, an organisation or dates: no sentence runs on from those. */
function parted(
  text: string,
  span: { start: number; end: number },
  heads: { start: number; end: number }[],
): { start: number; end: number }[] {
  const lineEnds = heads.flatMap((head) => {
    const end = text.indexOf('\n', head.end)
    const line = text.slice(text.lastIndexOf('\n', head.start) + 1, end < 0 ? text.length : end)
    // In running prose the line goes on with what was done there.
    return head.start < span.start || end < 0 || end >= span.end || runsOn.test(line) || wraps(line, text.slice(end))
      ? []
      : [end]
  })
  const cuts = [span.start, ...[...new Set(lineEnds)].sort((a, b) => a - b), span.end]
  return cuts.slice(1).map((end, index) => ({ start: cuts[index]!, end }))
}

/** A line of some length, after which the next goes on in small letters: only the margin ended it. */
const wraps = (line: string, rest: string): boolean => line.trim().length >= 45 && /^\n[ \t]*\p{Ll}/u.test(rest)

const runsOn = /(?<![\p{L}])(?:werkte|werk|was|ben|worked|work|am)(?![\p{L}])/iu

/** "Bureau X (gedetacheerd bij provincie Y)": what stands in brackets behind a name belongs to it, whoever read the name. */
function withBrackets(text: string, end: number): number {
  const brackets =
    /^\s*(?:\([^()\n]*\)|[,–—-]\s*(?:(?:full[ -]?time|part[ -]?time|voltijds|deeltijds)\s)?(?:gedetacheerd|gestationeerd|uitgeleend|geplaatst|ingezet|seconded|stationed|placed)\s[^\n|\t;]*)/iu.exec(
      text.slice(end, end + 200),
    )
  return end + (brackets ? brackets[0].length : 0)
}

/** True when nothing but title, organisation and dates stands there, and a few words that join them ("werkte ik als … bij …"). */
function onlyHeads(text: string, start: number, end: number, heads: { start: number; end: number }[]): boolean {
  const inside = heads.filter((head) => head.end > start && head.start < end)
  if (inside.length === 0) return false
  let rest = ''
  let at = start
  for (const head of [...inside].sort((a, b) => a.start - b.start)) {
    rest += ` ${text.slice(at, Math.max(at, head.start))}`
    at = Math.max(at, head.end)
  }
  rest += ` ${text.slice(at, Math.max(at, end))}`
  const words = tokensOf(rest)
  return words.length <= 5 || (inside.length > 1 && words.length <= 8)
}

function find(
  text: string,
  words: string,
  spans: { start: number; end: number }[],
): { start: number; end: number } | null {
  const pattern = new RegExp(
    words
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'iu',
  )
  for (const span of spans) {
    const match = pattern.exec(text.slice(span.start, span.end))
    if (match) return { start: span.start + match.index, end: span.start + match.index + match[0].length }
  }
  return null
}

function generalOf(document: Document, career: Career, options: Options, add: Add): void {
  const taken = [
    ...career.engagements.flatMap((engagement) => engagement.spans),
    ...career.education.map((education) => education.span),
    ...career.references.spans,
  ]
    .filter((span) => span.source === 'cv')
    .sort((a, b) => a.start - b.start)
  let at = 0
  const gap = (end: number) => {
    if (end <= at) return
    for (const sentence of options.sentences(document.text, at, end, { paragraphs: knowsParagraphs(document) })) {
      for (const item of itemsOf(document.text, sentence)) add('cv', 'general', null, item.start, item.end)
    }
  }
  for (const span of taken) {
    gap(span.start)
    at = Math.max(at, span.end)
  }
  gap(document.text.length)
}

/** A list of keywords ("Scrum, budgetbeheer · regionaal netwerk") as its items; a sentence as itself. */
function itemsOf(text: string, sentence: { start: number; end: number }): { start: number; end: number }[] {
  const words = text.slice(sentence.start, sentence.end)
  if (/[.!?]$/.test(words) || (words.match(/[,;·•|/]/g)?.length ?? 0) < 2) return [sentence]
  return [...words.matchAll(/[^,;·•|]+/g)].flatMap((match) => {
    const lead = /^\s*/.exec(match[0])![0].length
    const trimmed = match[0].trim()
    return trimmed
      ? [{ start: sentence.start + match.index + lead, end: sentence.start + match.index + lead + trimmed.length }]
      : []
  })
}

function sentencesIn(text: string, options: Options): { start: number; end: number; paragraph: string }[] {
  const found: { start: number; end: number; paragraph: string }[] = []
  for (const match of text.matchAll(/(?:(?!\n\s*\n)[\s\S])+/g)) {
    for (const sentence of options.sentences(text, match.index, match.index + match[0].length))
      found.push({ ...sentence, paragraph: match[0] })
  }
  return found
}

/** The engagement whose organisation a paragraph of the explanation names; null when it names none, or more than one. */
function named(paragraph: string, career: Career): number | null {
  const plain = paragraph.replace(/\s+/g, ' ').toLowerCase()
  const hits = career.engagements.filter(
    ({ organisation }) =>
      organisation &&
      plain.includes(
        organisation
          .replace(/\s*\(.*$/, '')
          .replace(/\s+/g, ' ')
          .toLowerCase(),
      ),
  )
  return hits.length === 1 ? hits[0]!.index : null
}
