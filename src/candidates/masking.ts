import type { Document, DocumentKind } from '../documents/document.ts'
import { findBsns } from '../text/bsn.ts'
import type { Career } from './candidate.ts'
import { careerLines } from './career-lines.ts'
import { findPersonal, type PersonalKind } from './personal-data.ts'
import { personIn } from './references.ts'
import { sectionsOf } from './sections.ts'

/** A document's text without who it is about. Tokens such as [NAAM-1] are stable within a candidate and never leave this machine's key. */
export type Masked = {
  texts: Partial<Record<DocumentKind, string>>
  /** Offsets in a masked text → offsets in the document's own text. A token maps to the whole stretch that it stands for. */
  unmask(kind: DocumentKind, start: number, end: number): { start: number; end: number }
  /** Offsets in a document's own text → offsets in the masked one. */
  mask(kind: DocumentKind, start: number, end: number): { start: number; end: number }
  /** A text with tokens → with what they stand for. */
  reveal(text: string): string
}

type Cut = { start: number; end: number; kind: PersonalKind; to: string }

/**
 * Masks a candidate's documents before any model sees them: name, contact details, birth date, age, nationality, marital status,
 * party, church, union, health, photo, links, BSN and referees. Organisations and dates of work stay: they are the evidence.
 */
export function mask(documents: Partial<Record<DocumentKind, Document>>, career: Career): Masked {
  const kinds = Object.keys(documents) as DocumentKind[]
  const names = kinds.flatMap((kind) => namesIn(documents[kind]!, kind, career))
  const tokens = new Map<string, string>()
  const counts = new Map<string, number>()
  const tokenFor = (kind: PersonalKind, text: string) => {
    const key = `${kind}:${text.toLowerCase().replace(/\s+/g, ' ')}`
    const known = tokens.get(key)
    if (known) return known
    const next = (counts.get(kind) ?? 0) + 1
    counts.set(kind, next)
    const token = `[${labels[kind]}-${next}]`
    tokens.set(key, token)
    originals.set(token, text)
    return token
  }
  const originals = new Map<string, string>()
  const cuts = new Map<DocumentKind, Cut[]>()
  const texts: Partial<Record<DocumentKind, string>> = {}
  for (const kind of kinds) {
    const text = documents[kind]!.text
    const found = withoutOverlap([
      ...findPersonal(text),
      ...nameCuts(text, names),
      ...placesBesideContact(documents[kind]!),
      ...findBsns(text).map(([start, end]) => ({ start, end, kind: 'bsn' as const })),
      ...(kind === 'cv' ? career.references.spans.flatMap((span) => refereeCut(text, span.start, span.end)) : []),
    ]).map((one) => ({ ...one, to: tokenFor(one.kind, text.slice(one.start, one.end)) }))
    cuts.set(kind, found)
    texts[kind] = applied(text, found)
  }
  return {
    texts,
    unmask: (kind, start, end) => ({
      start: moved(cuts.get(kind) ?? [], start, true, false),
      end: moved(cuts.get(kind) ?? [], end, true, true),
    }),
    mask: (kind, start, end) => ({
      start: moved(cuts.get(kind) ?? [], start, false, false),
      end: moved(cuts.get(kind) ?? [], end, false, true),
    }),
    reveal: (text) => text.replace(/\[[A-Z]+-\d+\]/g, (token) => originals.get(token) ?? token),
  }
}

const labels: Record<PersonalKind, string> = {
  name: 'NAAM',
  referee: 'REFERENT',
  email: 'EMAIL',
  phone: 'TELEFOON',
  address: 'ADRES',
  bsn: 'BSN',
  birth: 'GEBOORTE',
  age: 'LEEFTIJD',
  origin: 'HERKOMST',
  family: 'GEZIN',
  gender: 'GESLACHT',
  belief: 'OVERTUIGING',
  health: 'GEZONDHEID',
  link: 'LINK',
  photo: 'FOTO',
}

/** The candidate's own name: the label "Naam", what stands beside "Curriculum vitae", a name that opens the CV or signs a letter. */
function namesIn(document: Document, kind: DocumentKind, career: Career): string[] {
  const top = sectionsOf(careerLines(document))
  const head = top
    .filter((section) => section.kind === 'top' || section.kind === 'personal')
    .flatMap((section) => section.lines)
    .slice(0, 40)
  const told = head.flatMap((line) => {
    const label =
      /^(?:(?:volledige |full )?(?:naam|name)|voornaam(?:en)?|achternaam|roepnaam|first name|last name|surname|given names?|family name)\s*[:\t|]?\s*(.+)$/i.exec(
        line.text,
      )
    return label && /\p{Lu}/u.test(label[1]!) ? [label[1]!] : []
  })
  const work = new Set(
    career.engagements.flatMap(({ title, organisation }) => [title, organisation]).map((text) => text?.toLowerCase()),
  )
  const opening = (
    kind === 'cv' ? document.lines.slice(0, 4) : [...document.lines.slice(0, 2), ...document.lines.slice(-3)]
  )
    .map(({ text }) =>
      text
        .replace(/^[\s#*_]+|[\s#*_]+$/g, '')
        .replace(/^(?:curriculum vitae|cv|resume|résumé)(?:\s+(?:van|of))?\s*[:–—|-]?\s*/i, '')
        .replace(/\s*[([,|–—\t].*$/, ''),
    )
    .filter((text) => text.split(/\s+/).length <= 6 && !work.has(text.toLowerCase()) && isName(text))
  return [...told, ...opening.slice(0, kind === 'cv' ? 1 : 2)]
    .map((name) => name.trim())
    .filter((name) => name.length > 1)
}

function isName(text: string): boolean {
  return (
    personIn(text) === text.replace(/^(?:drs|dr|ir|ing|mr|prof|dhr|mevr?|mw)\.?\s+/gi, '').toLowerCase() ||
    (/^(?:\p{Lu}{2,}[\s-]){1,3}\p{Lu}{2,}$/u.test(text) && !/CURRICULUM|VITAE|PROFIEL|PROFILE/.test(text))
  )
}

const particles = /^(?:van|de|der|den|het|ter|ten|te|in|op|el|al|ben|von|la|le|di|da|aan|'t|’t)$/i

/** The whole name, and its parts where they stand alone. */
function nameCuts(text: string, names: string[]): Omit<Cut, 'to'>[] {
  const words = new Set(
    names.flatMap((name) => [
      name,
      ...name.split(/[\s,]+/).filter((word) => word.length > 2 && !particles.test(word) && /^\p{Lu}/u.test(word)),
    ]),
  )
  return [...words].flatMap((word) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
      'giu',
    )
    return [...text.matchAll(pattern)]
      .filter((match) => /\p{Lu}/u.test(match[0]))
      .map((match) => ({ start: match.index, end: match.index + match[0].length, kind: 'name' as const }))
  })
}

/** The referee's name and contact details; role and employer stay readable. */
function refereeCut(text: string, start: number, end: number): Omit<Cut, 'to'>[] {
  const line = text.slice(start, end)
  const name = personIn(line.trim())
  const at = name ? line.toLowerCase().indexOf(name) : -1
  return at < 0 ? [] : [{ start: start + at, end: start + at + name!.length, kind: 'referee' }]
}

/** In the lines at the top that hold a phone number or an e-mail address, a lone name is where the person lives. */
function placesBesideContact(document: Document): Omit<Cut, 'to'>[] {
  return document.lines.slice(0, 8).flatMap((line) => {
    if (!/@|(?:\d[\s-]?){9}/.test(line.text)) return []
    return [
      ...line.text.matchAll(
        /(?<=^|[|,;•·\t]\s*)\p{Lu}[\p{L}'’-]+(?: (?:aan|den|de|op|bij|en|\p{Lu}[\p{L}'’-]+)){0,3}(?=\s*(?:$|[|,;•·\t]))/gu,
      ),
    ].map((match) => ({
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
      kind: 'address' as const,
    }))
  })
}

/** Longest first: a name inside an address is part of it. */
function withoutOverlap(found: Omit<Cut, 'to'>[]): Omit<Cut, 'to'>[] {
  const kept: Omit<Cut, 'to'>[] = []
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (one.end > one.start && !kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept.sort((a, b) => a.start - b.start)
}

function applied(text: string, cuts: Cut[]): string {
  let result = ''
  let last = 0
  for (const { start, end, to } of cuts) {
    result += text.slice(last, start) + to
    last = end
  }
  return result + text.slice(last)
}

/** An offset carried over the cuts: from masked to own text (`back`) or the other way. Inside a token it goes to the token's edge. */
function moved(cuts: Cut[], offset: number, back: boolean, isEnd: boolean): number {
  let shift = 0
  for (const { start, end, to } of cuts) {
    const [from, length, other] = back ? [start + shift, to.length, end - start] : [start, end - start, to.length]
    if (offset <= from) break
    if (offset < from + length) {
      const edge = back ? start : start + shift
      return isEnd ? edge + other : edge
    }
    shift += to.length - (end - start)
  }
  return back ? offset - shift : offset + shift
}
