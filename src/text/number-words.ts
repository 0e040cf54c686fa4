import { fold } from './fold.ts'

const words: Record<string, number> = {}
const dutch =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig'
const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
for (const list of [dutch, english]) {
  for (const [value, word] of list.split(' ').entries()) words[word] = value
}
Object.assign(words, {
  vierentwintig: 24,
  dertig: 30,
  thirty: 30,
  zesendertig: 36,
  veertig: 40,
  forty: 40,
  vijftig: 50,
  zestig: 60,
  honderd: 100,
  hundred: 100,
  eenmaal: 1,
  eenmalig: 1,
  once: 1,
  tweemaal: 2,
  twice: 2,
  driemaal: 3,
  viermaal: 4,
  anderhalf: 1.5,
  half: 0.5,
})
// `een` is also the article; as a word of count it is read only where a unit follows, which the callers' patterns see to.
const alternatives = Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|')

/** Source of a pattern for a count in digits or words, with the accents of "één" allowed. No capture group. */
export const countPattern = `(?:\\d+(?:[.,]\\d+)?|(?:${alternatives.replaceAll('een', '[eé][eé]n')})(?![\\p{L}])(?<!\\bten(?=\\s+(?:minste|hoogste|eerste|laatste|aanzien|behoeve|opzichte))))`

/** The value of a count in digits or words ("3", "1,5", "vijf", "Eight"); null when it is none. */
export function countOf(text: string): number | null {
  const token = fold(text)
  if (/^\d+(?:[.,]\d+)?$/.test(token)) return Number(token.replace(',', '.'))
  return words[token] ?? null
}

/**
 * An amount as printed in Dutch or English: "97,50", "400.000", "EUR 250,000", "132,-", "1.95". The last separator is decimal
 * unless three digits follow it.
 */
export function amountOf(text: string): number | null {
  const match = /\d[\d.,\u00a0 ]*/.exec(text.replace(/,\s*[-–—]+/g, ''))
  if (!match) return null
  const digits = match[0].replace(/[\s\u00a0]/g, '').replace(/[.,]+$/, '')
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const decimals = last < 0 ? 0 : digits.length - last - 1
  const value =
    last >= 0 && decimals !== 3
      ? Number(`${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`)
      : Number(digits.replace(/[.,]/g, ''))
  if (!Number.isFinite(value)) return null
  const after = text.slice(match.index + match[0].length)
  if (/^\s*ton\b/i.test(after)) return value * 100_000
  return /^\s*(?:miljoen|mln|million)\b/i.test(after) ? value * 1_000_000 : value
}
