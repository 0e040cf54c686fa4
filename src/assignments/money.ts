import { amountOf } from '../text/number-words.ts'
import { keyFigures } from './key-figures.ts'
import { allProse, byLabel, byProse, type Page, type Reading, revisedIn } from './reading.ts'

export type Fee = { amount: number; unit: 'eur_per_hour' | 'percent' | null }

const feeWord =
  /(?<!cof|kof)fee\b|(?:bemiddelings|intermediairs?|plaatsings|contracterings|bureau)(?:kosten|vergoeding|fee)|broker(?:bijdrage|fee|kosten)|inlenersfee|(?:leveranciers|vaste|administratieve|platform)[ -]?(?:bijdrage|vergoeding)|\bmarge\b|afdracht|service ?(?:fee|kosten)|transactiekosten|administratiekosten|\b(?:wij|we)\b[^.]*(?<!reis|verblijf)kosten in rekening|\b(?:bemiddelaar|intermediair|broker|makelaar|inhuurdesk|partner|leverancier)\b[^.]*\b(?:rekent|brengt|vraagt|ontvangt|charges)\b[^.]*(?:vergoeding|bijdrage|percentage|fee|charge)|\bcommission\b|\bcommissie(?:percentage)?\b/i
const euro = '(?:€|eur(?:o)?)'
const money = `${euro}\\s*(\\d[\\d.,]*)|(\\d+(?:[.,]\\d+)?)\\s*(?:${euro})`

function feeIn(text: string): Fee | null {
  const percent = /(\d+(?:[.,]\d+)?)\s*(?:%|procent|percent)/i.exec(text)
  if (percent) return { amount: Number(percent[1]!.replace(',', '.')), unit: 'percent' }
  const amount = new RegExp(money, 'i').exec(text)
  if (amount) {
    const value = amountOf(amount[1] ?? amount[2]!)
    if (value !== null)
      return value === 0
        ? { amount: 0, unit: null }
        : { amount: value, unit: /\buur\b|\bhour/i.test(text) ? 'eur_per_hour' : null }
  }
  return /\bgeen\b|\bno\b|\bnone\b|\bnihil\b|n\.?v\.?t|niet van toepassing|not applicable|\bnot charge|zonder|\b(?:reken\w*|bereken\w*|vra\w+|breng\w*) (?:wij|we|\w+) (?:hier(?:voor)? |je |u )?niet\b|\bniet (?:berekend|in rekening|gerekend)/i.test(
    text,
  )
    ? { amount: 0, unit: null }
    : null
}

/** What the intermediary charges; amount 0 is an explicit "no fee". */
export function feeOf(page: Page): Reading<Fee> | null {
  const prose = byProse(page, (sentence) =>
    feeWord.test(sentence) && !/koffie|\btarief van\b/i.test(sentence)
      ? // Of several conditions in one sentence the fee's own clause tells.
        (feeIn(sentence.split(/[,;]\s+/).find((clause) => feeWord.test(clause)) ?? '') ?? feeIn(sentence))
      : null,
  )
  const label = byLabel(page, 'fee', (value) => feeIn(value))
  // A heading "Fee" over a sentence: the sentence says it in full.
  return label && !(prose && prose.start >= label.start && prose.end <= label.end) ? label : (prose ?? label)
}

const rateWord =
  /tarief|\brates?\b|uurprijs|plafond|(?:€|\beur\b)\s*\d[\d.,]*(?:-|–)?\s*(?:p\/u\b|per uur\b|per hour\b)|\d\s*(?:€|euro|eur)\s*(?:p\/u\b|per uur\b|per hour\b)/i
const notRate =
  /\bfee\b|sroi|social return|salaris|salary|bruto|opdrachtwaarde|omzet|budget|per maand|per month|bijdrage|marge|kilometer|reiskostenvergoeding/i
const noCap =
  /geen (?:maximum|maximaal|plafond|max)|no (?:maximum|cap|ceiling)|niet gemaximeerd|marktconform(?!,? max)/i
const range = new RegExp(
  `${euro}?\\s*(\\d{2,3}(?:[.,]\\d{1,2})?)\\s*(?:per uur\\s*)?(?:(?:excl|ex)\\.?\\s*btw\\s*)?(?:-|–|tot|t/m|en|and|to)\\s*(?:(?:ten hoogste|maximaal|max\\.?|at most)\\s*)?${euro}?\\s*(\\d{2,3}(?:[.,]\\d{1,2})?)`,
  'i',
)

function rateIn(text: string): number | null {
  if (noCap.test(text)) return null
  const span = range.exec(text)
  if (span && /tussen|ten minste|minimaal|between|bandbreedte|bandwidth|band|range|[-–]|tot|to/i.test(text)) {
    const [low, high] = [amountOf(span[1]!), amountOf(span[2]!)]
    if (low !== null && high !== null && low < high && low >= 20 && high <= 400) return high
  }
  const amount = new RegExp(
    `${money}|(?<!\\d)(\\d{2,3}(?:[.,]\\d{1,2})?)(?:,-)?(?!\\d|\\s*%|\\s*(?:uur|uren|dagen|punten|points))`,
    'i',
  ).exec(text)
  const value = amount ? amountOf(amount[1] ?? amount[2] ?? amount[3] ?? '') : null
  return value !== null && value >= 20 && value <= 400 ? value : null
}

/** Rate, hours and province without labels, as marketplaces print them above a posting: "72,50 16 Noord-Holland". */
const figures = /^(\d{2,3},\d{2})\s+\d{1,2}(?:\s*-\s*\d{1,2})?\s+\p{Lu}[\p{L}-]+$/u

/** The highest hourly rate that may be offered, in euro without VAT; null when none is printed. */
export function maxRateOf(page: Page): Reading<number> | null {
  const revised = revisedIn(
    page.source.sentences.filter(({ text }) => rateWord.test(text) && !notRate.test(text)),
    (text) => (/€|\beur/i.test(text) ? rateIn(text) : null),
  )
  if (revised) return revised
  const label = byLabel(page, 'maxRateEur', (value, { label: name }) =>
    /richt|target|indicati/i.test(name) ? null : rateIn(value),
  )
  if (label) return label
  const glued = page.source.lines.slice(0, 25).find(({ text }) => figures.test(text))
  if (glued)
    return {
      value: amountOf(figures.exec(glued.text)![1]!)!,
      start: glued.start,
      end: glued.end,
      certainty: 'position',
    }
  const figure = keyFigures(page.source).find(({ text }) => /€|euro|\beur\b/i.test(text) && rateIn(text) !== null)
  if (figure) return { value: rateIn(figure.text)!, start: figure.start, end: figure.end, certainty: 'position' }
  // "Inschrijvingen boven het plafond van € 101 …" may stand among the criteria.
  const everywhere = { ...page, prose: [...page.prose, ...page.source.sentences] }
  return (
    allProse(everywhere, (whole) => {
      // Of several conditions in one sentence the rate's own clause tells.
      const sentence = notRate.test(whole)
        ? (whole.split(/[,;]\s+/).find((clause) => rateWord.test(clause) && !notRate.test(clause)) ?? whole)
        : whole
      if (!rateWord.test(sentence) || notRate.test(sentence)) return null
      const capped =
        /max|ten hoogste|niet (?:hoger|meer dan|verder)|\bboven\b.*(?:uitgesloten|afgewezen|terzijde|niet (?:in behandeling|meegenomen|beoordeeld))|hoogstens|plafond|tussen|between|bandbreedte|bandwidth|may not exceed|not exceed|capp?(?:ed)?\b|ceiling|up to|tot\b|bedraagt|limit/i.test(
          sentence,
        )
      const at = sentence.search(rateWord)
      return capped ? (rateIn(sentence.slice(at)) ?? rateIn(sentence)) : null
    })[0] ?? null
  )
}

/** An indicative or target rate: not a cap. */
export function targetRateOf(page: Page): Reading<number> | null {
  return (
    byLabel(page, 'maxRateEur', (value, { label }) => (/richt|target|indicati/i.test(label) ? rateIn(value) : null)) ??
    byProse(page, (sentence) =>
      /richttarief|target rate|indicatief tarief|streeftarief/i.test(sentence) ? rateIn(sentence) : null,
    )
  )
}
