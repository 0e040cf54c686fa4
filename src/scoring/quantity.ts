import { countOf, countPattern } from '../text/number-words.ts'

/** A size that a criterion asks for beside time: a team of ten, a budget of a million, a town of 50,000. */
export type Quantity = { of: 'people' | 'inhabitants' | 'money'; least: number }

const bound =
  '(?:minimaal|minstens|ten ?minste|meer dan|groter dan|boven(?: de)?|vanaf|at least|more than|over|a minimum of|minimum(?: of)?|>|≥)'
const people =
  "(?:medewerkers?|fte(?:['’]?s)?|personen|mensen|collega['’]?s|teamleden|werknemers|professionals|leidinggevenden|employees|people|staff|team members|direct reports|man)"
const inhabitants = '(?:inwoners|inhabitants|residents)'
const number = `(?:\\d{1,3}(?:[. ]\\d{3})+|${countPattern})`
const scale = '(?:miljoen|mln\\.?|million|miljard|billion|duizend|thousand|[mk](?![\\p{L}]))'

const sizes: [Quantity['of'], string][] = [
  ['people', `(${number})()\\s+(?:\\p{L}+\\s+)?${people}(?![\\p{L}])`],
  ['inhabitants', `(${number})\\s*(${scale})?\\s+${inhabitants}(?![\\p{L}])`],
  ['money', `(?:€|eur(?:o)?)\\s*(${number})(?:,-+)?\\s*(${scale})?`],
  ['money', `(${number})\\s*(${scale})?\\s*(?:euro|eur|€)(?![\\p{L}])`],
]

/** The size a criterion asks for, and its text without it; null where it asks for none. */
export function takeQuantity(text: string): { rest: string; quantity: Quantity | null } {
  for (const [of, pattern] of sizes) {
    const match = new RegExp(`\\s*(?:van|met|with|of)?\\s*${bound}\\s*${pattern}`, 'iu').exec(text)
    const least = match ? amount(match[1]!, match[2]) : null
    if (!match || least === null) continue
    return {
      rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`,
      quantity: { of, least },
    }
  }
  return { rest: text, quantity: null }
}

/** The sizes of this sort that a text names, in its order. */
export function quantitiesIn(text: string, of: Quantity['of']): number[] {
  return sizes
    .filter(([each]) => each === of)
    .flatMap(([, pattern]) =>
      [...text.matchAll(new RegExp(pattern, 'giu'))].flatMap((match) => amount(match[1]!, match[2]) ?? []),
    )
}

function amount(printed: string, scaled: string | undefined): number | null {
  const plain = /^\d{1,3}(?:[. ]\d{3})+$/.test(printed) ? Number(printed.replace(/\D/g, '')) : countOf(printed)
  if (plain === null) return null
  const unit = (scaled ?? '').toLowerCase()
  if (/^(?:miljard|billion)/.test(unit)) return plain * 1e9
  if (/^m/.test(unit)) return plain * 1e6
  return /^(?:duizend|thousand|k)/.test(unit) ? plain * 1e3 : plain
}

const units =
  '(?:jaar|jaren|jr|maand|maanden|week|weken|dag|dagen|werkdagen|uur|uren|years?|months?|weeks?|days?|hours?|procent|percent|%|punten|points|pagina|fte|miljoen|million)'
const asked = new RegExp(`(?<![\\p{L}])${bound}\\s*(${countPattern})\\s+(?!${units}(?![\\p{L}]))(?=\\p{L})`, 'iu')

/** "Minimaal twee aanbestedingen": how many of a thing a criterion asks for; null when it names no number above one. */
export function timesAsked(text: string): number | null {
  const times = countOf(asked.exec(text)?.[1] ?? '')
  return times !== null && times > 1 && Number.isInteger(times) ? times : null
}

/** The highest number of things that a sentence names: no years, no length of time. */
export function mostNamed(text: string): number {
  const named = text.matchAll(
    new RegExp(`(?<![\\p{L}\\d.,€-])(${countPattern})\\s+(?!${units}(?![\\p{L}]))(?=\\p{L})`, 'giu'),
  )
  return Math.max(0, ...[...named].map((match) => countOf(match[1]!) ?? 0).filter((count) => count < 1000))
}
