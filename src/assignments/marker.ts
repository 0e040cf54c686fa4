/** What stands before an item of a list: a bullet, a number, a letter or a code such as "M1". */
export type Marker = {
  kind: 'bullet' | 'number' | 'letter' | 'code'
  /** As printed; an integer where it is one; null for a bullet. */
  label: number | string | null
  /** Which list it may belong to: the bullet itself, the punctuation, the letters of a code. */
  style: string
  /** What the word before the number says the item is: "Eis 1:", "Wens 2:". */
  says: 'knockout' | 'award' | null
  /** Printed inside the marker: "[P1 / 40]". */
  weight?: { points: number; percent: boolean }
  /** Characters up to the item's text. */
  length: number
}

const bullet =
  /^(?:([•·●○▪▫◦‣⁃–—*»✓✔☑☐➢➤>-]|\p{Extended_Pictographic}\uFE0F?)\s+(?:\[[ xXvV✓]?\]\s+)?|(o)\t\s*|(\[[ xXvV✓]?\])\s+)/u
/** "[A]", "[3]", "[P1 / 40]", "(K2 – 30 %)": a label in brackets, with its weight behind it or without. */
const bracketed =
  /^(?:\[\s*([A-Z]{0,3}[-.]?\d{1,2}|[A-Z])\s*(?:[/|,;:·–-]\s*(\d{1,3})\s*(%|p\p{L}*)?\s*)?\]|\(\s*([A-Z]{1,3}[-.]?\d{1,2})\s*(?:[/|,;:·–-]\s*(\d{1,3})\s*(%|p\p{L}*)?\s*)?\))[:.]?\s+(?=\S)/u
const dotted = /^(\d{1,2}(?:\.\d{1,2})+)[.):]?\s+(?=\S)/
const number = /^\(?(\d{1,2})\s?([.):])\s*(?=\D)/
// "1 Afgeronde …" counts, "2 jaar ervaring" does not: a capital tells them apart.
const bare =
  /^(\d{1,2})\s+(?!(?:Jan|Feb|Mar|Maa|Mrt|Apr|May|Mei|Jun|Jul|Aug|Sep|O[ck]t|Nov|Dec|Maand|Month|Uren|Hours|Dagen|Days|Jaar|Years?|Week)\p{L}*)(?=["“'(]?\p{Lu}[\p{Ll}-])/u
/** A number in a column of its own: "2" before a tab. */
const celled = /^(\d{1,2})[.)]?\t+(?=\S)/
const named =
  /^(eis|wens|ko(?=[\s-])|knock-?out|(?:sub)?(?:gunnings|selectie|kwaliteits)?criterium|requirement|criterion|(?:minimum|geschiktheids|functie)eis)\s*(?:nr\.?\s*)?([A-Z]{0,2}\d{1,2}|(?<=\s)(?-i:[A-Z]))\s*[:.)–—-]\s*/i
const code = /^([A-Z]{1,3}[-.]?\d{1,2}(?:\.\d{1,2})?)\s*[.):–—-]?\s+(?=\S)/
const letter = /^\(?([A-Za-z])[.)]\s+/
const capital = /^([A-Z])\s+(?=\p{Lu}[\p{Ll}])/u

/** The marker at the start of a line, or null. */
export function markerOf(line: string): Marker | null {
  const found = bullet.exec(line)
  if (found)
    return {
      kind: 'bullet',
      label: null,
      style: `bullet ${found[1] ?? found[2] ?? '[]'}`,
      says: null,
      length: found[0].length,
    }
  const boxed = bracketed.exec(line)
  if (boxed) return inBrackets(boxed)
  const word = named.exec(line)
  if (word)
    return { kind: 'code', label: labelOf(word[2]!), style: 'named', says: sideOf(word[1]!), length: word[0].length }
  const level = dotted.exec(line)
  if (level && !/^\d{1,2}\.\d{2}\s*(?:uur|u\b|h)/i.test(line)) {
    return {
      kind: 'number',
      label: level[1]!,
      style: `dotted ${level[1]!.split('.').length}`,
      says: null,
      length: level[0].length,
    }
  }
  const counted = number.exec(line)
  if (counted)
    return { kind: 'number', label: Number(counted[1]), style: 'number', says: null, length: counted[0].length }
  const plain = celled.exec(line) ?? bare.exec(line)
  if (plain) return { kind: 'number', label: Number(plain[1]), style: 'bare', says: null, length: plain[0].length }
  const coded = code.exec(line)
  if (coded)
    return {
      kind: 'code',
      label: coded[1]!,
      style: `code ${coded[1]!.replace(/[\d.-]/g, '')}`,
      says: /^KO/.test(coded[1]!) ? 'knockout' : null,
      length: coded[0].length,
    }
  const lettered = letter.exec(line) ?? capital.exec(line)
  if (!lettered) return null
  const upper = /[A-Z]/.test(lettered[1]!)
  return {
    kind: 'letter',
    label: lettered[1]!,
    style: `letter ${upper ? 'upper' : 'lower'}`,
    says: null,
    length: lettered[0].length,
  }
}

function inBrackets(match: RegExpExecArray): Marker {
  const label = (match[1] ?? match[4])!
  const points = match[2] ?? match[5]
  return {
    kind: 'code',
    label: labelOf(label),
    style: `brackets ${label.replace(/[\d.-]/g, '')}`,
    says: /^KO/.test(label) ? 'knockout' : null,
    ...(points === undefined ? {} : { weight: { points: Number(points), percent: (match[3] ?? match[6]) === '%' } }),
    length: match[0].length,
  }
}

function sideOf(word: string): Marker['says'] {
  if (/eis$|^ko$|knock|requirement/i.test(word)) return 'knockout'
  return /wens|gunning|selectie|kwaliteit/i.test(word) ? 'award' : null
}

/** A printed number as it is kept: an integer where it is one. */
export function labelOf(printed: string): number | string {
  return /^\d+$/.test(printed) ? Number(printed) : printed
}
