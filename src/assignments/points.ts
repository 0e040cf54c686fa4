import { amountOf } from '../text/number-words.ts'

/** The points or weight printed with a criterion; `text` is what remains of it. */
export type Points = { text: string; points: number; percent: boolean }

const unit = '(?:punten|punt|pnt|ptn|pts?|points?|procent|percent|%)'
const size = '\\d{1,3}(?:[.,]\\d{3})+|\\d+(?:[.,]\\d+)?'
const ceiling =
  '(?:max(?:imaal|imum|\\.)?|ten hoogste|hooguit|tot|up to|te behalen|weging|weegt|weegfactor|gewicht|wegingsfactor|weight(?:ing)?|score|waarde)'
/** Without a unit only a word for weight makes points of a number: "(tot 2025)" is none. */
const weight = '(?:max(?:imaal|imum|\\.)?|weging|weegfactor|gewicht|wegingsfactor|weight(?:ing)?|score)'
const value = `(?:${ceiling}[\\s:.=]*)*(?:(?:${size})\\s*(?:[-–]|t\\/m|tot|to)\\s*)?(?<n>${size})\\s*`

const patterns = {
  /** "… (20 punten);", "… (0-25 punten)", "… (weging 30)", "… [25 %]" */
  brackets: new RegExp(
    `\\s*[([]\\s*(?:${value}(?<u>${unit})|(?:${weight}[\\s:.=]*)+(?<m>${size}))\\s*(?:te behalen|in totaal|total|maximaal|max\\.?)?\\s*[)\\]]`,
    'giu',
  ),
  /** "… – 40%", "…: 40 punten", "… - maximaal 40 punten", "…    40 pt" */
  tail: new RegExp(`\\s*(?:[–—:=|,-]|\\s{2,}|\\t)\\s*${value}(?<u>${unit})(?![\\p{L}])\\s*[.;]?$`, 'iu'),
  bare: new RegExp(`\\s+${value}(?<u>${unit})(?![\\p{L}])\\s*[.;]?$`, 'iu'),
  /** "20% – Ervaring …", "(20 punten) Ervaring …", "Weging 25%: …" */
  head: new RegExp(`^[([]?\\s*${value}(?<u>${unit})(?![\\p{L}])\\s*[)\\]]?\\s*[–—:-]*\\s*(?=\\p{L})`, 'iu'),
  /** "… (20)" at the end of an award criterion, where the list prints no unit. */
  number: /\s*[([]\s*(?<n>\d{1,3})\s*[)\]]\s*[.;]?$/u,
}

function taken(text: string, match: RegExpMatchArray): Points | null {
  const printed = match.groups?.n ?? match.groups?.m
  const points = printed === undefined ? null : amountOf(printed)
  if (points === null) return null
  const index = match.index ?? 0
  const rest = `${text.slice(0, index)} ${text.slice(index + match[0].length)}`
    .replace(/\s+([.;:,])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return { text: tidy(rest), points, percent: /%|procent|percent/i.test(match[0]) }
}

/** Without a closing semicolon, comma, colon or dangling "and", or the dots that lead to a number. */
export function tidy(text: string): string {
  return text
    .trim()
    .replace(/\s*(?:\.{3,}|…|_{3,})\s*$/u, '')
    .replace(/\s*(?:[;,:–—-]|[;,]\s*(?:en|and|of|or))\s*$/u, '')
    .trim()
}

/** Takes the points off a criterion, in any of the notations of the market; null when it prints none. */
export function splitPoints(printed: string): Points | null {
  // "30 punten (was: 20)"
  const text = printed.replace(/\s*\((?:was|voorheen|eerder|previously)\b[^()]*\)\s*$/iu, '')
  const bracketed = [...text.matchAll(patterns.brackets)].at(-1)
  if (bracketed) return taken(text, bracketed)
  for (const pattern of [patterns.tail, patterns.bare, patterns.head, patterns.number]) {
    const match = pattern.exec(text)
    const points = match && taken(text, match)
    if (points && points.text !== '') return points
  }
  // "(0,40)": a share of one.
  const share = /\s*[([]\s*0[.,](\d{1,2})\s*[)\]]\s*[.;]?$/u.exec(text)
  if (share && share.index > 0)
    return { text: tidy(text.slice(0, share.index)), points: Math.round(Number(`0.${share[1]}`) * 100), percent: true }
  return null
}

/** Points named somewhere in the sentence ("is awarded 30 points"), with the sentence left whole. */
export function pointsWithin(text: string): number | null {
  const match = new RegExp(`(?<n>${size})\\s*${unit}(?![\\p{L}])`, 'iu').exec(text)
  return match?.groups?.n ? amountOf(match.groups.n) : null
}

const weightLine = new RegExp(
  `^(?<what>(?:(?:sub)?(?:weging|gewicht|weight(?:ing)?|score|punten|points)|max\\.? ?(?:aantal )?punten|(?:maximaal |max\\.? )?te (?:behalen|verdienen|scoren)(?: punten)?|maximaal|maximum)[\\p{L}\\s-]*?)\\s*[:=]?\\s*(?<n>${size})\\s*(?:${unit})?\\.?$`,
  'iu',
)

/** A line that is only a weight: "Weging: 25 %". `group` when it weighs a part of the list ("Weging prijsdeel: 30 %"). */
export function weightOf(line: string): { points: number; percent: boolean; group: boolean } | null {
  const match = weightLine.exec(line.trim())
  const points = match?.groups?.n ? amountOf(match.groups.n) : null
  if (!match || points === null) return null
  return {
    points,
    percent: /%/.test(line),
    group: /deel|onderdeel|part|kwaliteit|quality|prijs|price|totaal|total|^maximaal te/i.test(match.groups!.what!),
  }
}

/** A total that the posting prints: "totaal 100 punten", "Er zijn 100 punten te verdelen", "(70 points in total)". */
export function printedTotal(text: string): number | null {
  const match =
    /\b(?:totaal|total|in totaal|samen|opgeteld)\b[^\d\n.]{0,40}?(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:punten|punt|pnt|ptn|pt|points?|%)/iu.exec(
      text,
    ) ??
    /(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?:punten|points?|pt|%)\s*(?:in totaal|in total|totaal|te (?:verdelen|behalen|verdienen)|available|to be (?:earned|awarded|divided))/iu.exec(
      text,
    )
  return match ? amountOf(match[1]!) : null
}
