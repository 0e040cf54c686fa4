import { countOf, countPattern } from '../text/number-words.ts'

const count = countPattern
const unit = '(?:jaar|jaren|jr|years?|maanden|maand|months?)'
const bound =
  '(?:minimaal|minstens|ten ?minste|in ieder geval|at least|a minimum of|minimum(?: of| van)?|min\\.?|>|≥|meer dan|more than|over|ruim)'
const backward = '(?:afgelopen|laatste|voorbije|past|last|previous|preceding|recent|recente)'

const windowPhrase = new RegExp(
  `[,(]?\\s*(?:(?:opgedaan|gained|acquired|verkregen|waarvan)\\s+)?(?:(?:in|binnen|within|gedurende|during|over)\\s+)?(?:de|het|the)?\\s*${backward}\\s+${count}\\s*(?:\\(\\d+\\)\\s*)?${unit}\\)?`,
  'giu',
)
const olderPhrase = new RegExp(
  `[,(]?\\s*(?:niet ouder dan|not older than|no older than)\\s+${count}\\s*${unit}\\)?`,
  'giu',
)
const minimumPhrase = new RegExp(
  `(?:${bound}\\s*)?(${count})\\s*(?:\\(\\d+\\)\\s*)?(?:\\+\\s*)?(${unit})(?:['’])?(?:\\s+(?:of|aan|aaneengesloten|relevante?|of relevant))?(?![\\p{L}])`,
  'iu',
)

/** A criterion's text without what it says about length and window; and the minimum in months when it prints one. */
export function takeDuration(text: string): { rest: string; minimumMonths: number | null } {
  const withoutWindow = text.replace(windowPhrase, ' ').replace(olderPhrase, ' ')
  const match = minimumPhrase.exec(withoutWindow)
  const amount = match ? countOf(match[1]!) : null
  if (!match || amount === null) return { rest: withoutWindow, minimumMonths: null }
  const rest = `${withoutWindow.slice(0, match.index)} ${withoutWindow.slice(match.index + match[0].length)}`
  return { rest, minimumMonths: Math.round(amount * (/^(?:m)/i.test(match[2]!) ? 1 : 12)) }
}

/** "3 tot 5 jaar", "8 jaar of meer", "from 5 to 8 years", "< 3 jaar" as [from, below) in months; null when it is no step. */
export function stepOf(text: string): { from: number; below: number } | null {
  const between = new RegExp(`(${count})\\s*(?:${unit}\\s*)?(?:tot|t/m|-|–|to|en)\\s*(${count})\\s*${unit}`, 'iu').exec(
    text,
  )
  if (between) return { from: (countOf(between[1]!) ?? 0) * 12, below: (countOf(between[2]!) ?? 0) * 12 }
  const single = new RegExp(`(${count})\\s*${unit}`, 'iu').exec(text)
  const months = single ? (countOf(single[1]!) ?? 0) * 12 : null
  if (months === null) return null
  if (/of meer|or more|meer dan|more than|minimaal|at least|vanaf|>|≥|\+|langer/i.test(text))
    return { from: months, below: Number.POSITIVE_INFINITY }
  if (/minder dan|less than|<|korter|tot\b|up to/i.test(text)) return { from: 0, below: months }
  return { from: months, below: Number.POSITIVE_INFINITY }
}
