import type { Stretch } from '../text/sentences.ts'
import { headingKind } from './heading-kinds.ts'
import type { Item } from './items.ts'
import { splitPoints } from './points.ts'
import { type Source, sentencesByLine } from './source.ts'

type Told = { item: Item; side: 'knockout' | 'award' }

const demand =
  /\b(?:komt (?:alleen |slechts )?in aanmerking|(?:moet|moeten|dient|dienen) (?:hij|zij|u|je|de kandidaat)|you (?:qualify|are eligible))\b.{0,12}?\b(?:als|indien|wanneer|if|when)\s+(?:je|u|jij|hij|zij|de kandidaat|you)\s+(.+?)\.?$/iu
const verb =
  /(?<![\p{L}])(?:hebt|heeft|hebben|bent|is|kunt|kan|beschikt|bezit|beheerst|gewerkt|have|has|are|hold)(?![\p{L}])/iu
const scored =
  /(?:^|\b(?:voor|op|for)\s+)((?:(?!\b(?:voor|for)\s)[^().;:]){6,140}?\s*\([^()]*\d\s*(?:punten|pt|points|%)[^()]*\))/giu
const counts = /^(.{3,60}?)\s+(?:telt|weegt|tellen|counts)\s+(?:voor |for )?(\d{1,3})\s*(?:punten|points|%)/iu

const aboutAll =
  /\b(?:candidates? who|kandida\p{L}+ die|wie (?:niet|hier)|excluded|rejected|uitgesloten|valt af|vallen af|out of \d|van de \d+ punten|following|volgende|onderstaande|remain)\b/iu

const hard =
  /\b(?:keihard|harde?|eis(?:en)?|voorwaarden?|moet(?:en)?|must|zonder|knock-?outs?|nodig|verplicht|vereist|requirements?|required|need)\b/iu
const demanded =
  /ervaring|kennis|diploma|opleiding|niveau|rijbewijs|registratie|certifi|vaardig|beheers|beschik|experience|degree|knowledge|fluent|licen[cs]e/iu
const earns =
  /(?:^|[,:;]\s+|\b(?:en|and)\s+)([^,:;()]{6,100}?(?:\s*\(\p{Lu}[^()\s]*\))?)\s+(?:(?:(?:is|zijn)\s+goed voor|levert|leveren|geeft|geven|telt voor|scores?|earns?|gives?|is|brengt|voor|for)\s+)?(\d{1,3})\s*(punten|points|%|procent)/giu
const weighing = /\bweeg\p{L}*|\bweging|\bweigh\p{L}*|\btell?t\b|\btellen\b|\bscor\p{L}+|gunning|award/iu

/** "Keihard zijn drie dingen: …, … en …": demands in a row behind a colon. */
function inRow(text: string): string[] {
  const [, lead, row] = /^(.{6,140}?):\s+(.+?)\.?$/u.exec(text) ?? []
  if (!lead || !row || !hard.test(lead)) return []
  const parts = row.split(/,\s+(?:en\s+|and\s+)?|;\s+(?:en\s+|and\s+)?/).map((part) => part.trim())
  // "…, ervaring als projectleider en beschikbaarheid op dinsdag": the last two, where each of them is a demand that begins with its noun.
  const last = parts.pop() ?? ''
  const [, one, other] =
    /^(.{8,}?)\s+(?:en|and)\s+((?:een |a )?(?:\p{L}*ervaring|beschikbaarheid|kennis|rijbewijs|\p{L}*diploma|\p{L}*opleiding|experience|availability|knowledge)\s.+)$/iu.exec(
      last,
    ) ?? []
  const all = one && other && parts.length > 0 && demanded.test(one) ? [...parts, one, other] : [...parts, last]
  return all.length >= 2 && all.every((part) => demanded.test(part)) ? all : []
}

/** "A levert 50 punten op, B 30 punten en C 20 punten". */
function earned(text: string): { words: string; points: number }[] {
  const found = [...text.matchAll(earns)]
    .filter(([, , , unit]) => /^p(?:unten|oints)/i.test(unit!) || weighing.test(text))
    .map(([, words, points]) => ({ words: words!.trim(), points: Number(points) }))
  return found.length >= 2 ? found : []
}

/** "Requirements. The candidate holds … The candidate speaks …": a heading run into its paragraph, one sentence a criterion. */
function runIn({ lines }: Source, byLine: Map<number, Stretch[]>): Told[] {
  return lines.flatMap((line): Told[] => {
    // A look at the line alone first: a long text has many.
    if (!/^\p{Lu}\S*(?: \S+){0,3}[.:] \p{Lu}/u.test(line.text)) return []
    const [head, ...rest] = byLine.get(line.index) ?? []
    const kind =
      head && head.text.split(/\s+/).length <= 4 && /[.:]$/.test(head.text)
        ? headingKind(head.text.slice(0, -1))
        : 'other'
    if (kind !== 'knockout' && kind !== 'award') return []
    return rest.flatMap(({ text, start, end }): Told[] => {
      const split = kind === 'award' ? splitPoints(text.replace(/\.$/, '')) : null
      if (aboutAll.test(text) || (kind === 'award' && split === null)) return []
      const item = {
        label: null,
        text: split?.text ?? text.replace(/\.$/, ''),
        points: split?.points ?? null,
        percent: split?.percent ?? false,
      }
      return [{ item: { ...item, sub: [], kind, start, end, lines: [] }, side: kind }]
    })
  })
}

/**
 * Criteria of a posting that has no list at all: "Je komt in aanmerking als je …, … en …", "punten voor … (maximaal 50 punten)". The sentence says what they are, so
 * nothing is inferred from a mere mention of experience.
 */
export function toldCriteria(source: Source): Told[] {
  const byLine = sentencesByLine(source)
  const headed = runIn(source, byLine)
  if (headed.length > 0) return headed
  return [...byLine.values()].flat().flatMap(({ text, start }): Told[] => {
    const found: Told[] = []
    const add = (words: string, side: Told['side'], points: number | null) => {
      const at = text.indexOf(words)
      if (at < 0) return
      const from = start + at
      const item = { label: null, text: words, points, percent: false, sub: [], kind: side }
      // The line holds more than this criterion: it stays readable for all else.
      found.push({ item: { ...item, start: from, end: from + words.length, lines: [] }, side })
    }
    const asked = demand.exec(text)?.[1]
    if (asked) for (const part of partsOf(asked)) add(part, 'knockout', null)
    for (const match of text.matchAll(scored)) {
      const split = splitPoints(match[1]!)
      if (split) add(split.text, 'award', split.points)
    }
    for (const words of inRow(text)) add(words, 'knockout', null)
    if (found.every(({ side }) => side !== 'award'))
      for (const { words, points } of earned(text)) add(words, 'award', points)
    const weighed = found.some(({ side }) => side === 'award') ? null : counts.exec(text)
    if (weighed) add(weighed[1]!, 'award', Number(weighed[2]))
    return found
  })
}

/** The parts of "A hebt, B hebt gewerkt, C of D, en E bent": one without a verb goes on with the one before it. */
function partsOf(asked: string): string[] {
  const parts: string[] = []
  for (const piece of asked.split(/,\s+/)) {
    const bare = piece.replace(/^(?:en|and)\s+/, '')
    if (verb.test(bare) || parts.length === 0) parts.push(bare)
    else parts[parts.length - 1] += `, ${piece}`
  }
  return parts.map((part) => part.replace(/\s+(?:hebt|heeft|hebben)$/iu, '').trim())
}
