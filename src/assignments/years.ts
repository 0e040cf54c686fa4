import { monthsOf } from '../text/dates.ts'
import { countOf, countPattern } from '../text/number-words.ts'

const span = `(?<n>${countPattern})(?:\\s*\\(\\s*(?:(?<digits>\\d+(?:[.,]\\d+)?)|\\p{L}{3,12})\\s*\\))?(?:\\s*(?:\\+|volle|full))?\\s*(?<unit>jaar|jaren|years?|maanden|maand|months?|mnd|jr)(?![\\p{L}])`
const least =
  '(?:minimaal|minimum(?: van| of)?|min\\.|ten ?minste|tenminste|minstens|op zijn minst|at least|a minimum of|no less than|meer dan|more than|over|≥|vanaf|from)'
const lookback =
  '(?:(?:de |het )?(?:afgelopen|laatste|recente|voorbije|voorafgaande)|(?:the )?(?:last|past|previous|preceding)|niet ouder dan|not older than|no older than|over (?:de|the) (?:laatste|past|last))'

const windowBefore = new RegExp(`${lookback}\\s+${span}`, 'giu')
/** "in de acht jaar vóór de sluitingsdatum", "within 5 years before the closing date" */
const windowAfter = new RegExp(
  `(?:in|binnen|gedurende|over|within|during)\\s+(?:de\\s+|the\\s+)?(?:periode van\\s+)?${span}\\s+(?:v[oó][oó]r|voorafgaand|voor de|prior|before|preceding)`,
  'giu',
)
/** "niet langer dan vier jaar geleden" */
const windowAgo = new RegExp(
  `(?:niet (?:langer|meer) dan|hooguit|ten hoogste|maximaal|no (?:longer|more) than|at most)\\s+${span}\\s+(?:geleden|ago)`,
  'giu',
)
const minimum = new RegExp(`${least}\\s+(?:circa\\s+)?${span}`, 'iu')
/** "5 jr projectleider bij …" */
const opening = new RegExp(`^${span}\\s+(?=\\p{L})`, 'iu')
const experience = new RegExp(
  `${span}['’]?\\s*(?:of meer\\s+|or more\\s+)?(?:\\p{L}+\\s+){0,3}?(?:\\p{L}*ervaring|experience|werkzaam|gewerkt|actief|as\\s|als\\s)`,
  'iu',
)

function yearsOf(groups: Record<string, string | undefined> | undefined): number | null {
  if (!groups?.n || !groups.unit) return null
  const months = monthsOf(groups.digits ?? groups.n, groups.unit)
  return months === null || countOf(groups.n) === null ? null : months / 12
}

/**
 * The minimum number of years and the look-back window of a criterion, in years (24 months = 2); null where it states none. A
 * window is never inferred.
 */
export function yearsIn(text: string): { minYears: number | null; windowYears: number | null } {
  const windows = [...text.matchAll(windowBefore), ...text.matchAll(windowAfter), ...text.matchAll(windowAgo)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      years: yearsOf(match.groups),
    }),
  )
  // What is left once the windows are gone cannot be taken for a minimum by mistake.
  let rest = text
  for (const { start, end } of windows) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  const stated = minimum.exec(rest) ?? opening.exec(rest)
  const loose = experience.exec(rest)
  const first = stated && loose ? (stated.index <= loose.index + 20 ? stated : loose) : (stated ?? loose)
  const minYears = first && !projectLength(rest, first) ? yearsOf(first.groups) : null
  // "waarvan de laatste 3 jaar bij een overheid" asks for recent years, it does not bound all of them.
  const window = windows.find(
    ({ start }) => !/\b(?:waarvan|waaronder|of which|including|inclusief)\b[^,;.]*$/i.test(text.slice(0, start)),
  )
  return { minYears, windowYears: window?.years ?? null }
}

/** What has a length of its own. */
const lasting =
  /traject|project|programma|opdracht|implementatie|contract|periode|opleiding|studie|training|cursus|stage|plan|overeenkomst|inzet|track|programme|assignment|course|period|term|looptijd|duur/i

/** "een traject van minimaal een jaar" tells how long the project ran, not how much experience is asked. */
function projectLength(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(0, match.index)
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60)
  if (/ervaring|experience/i.test(after)) return false
  if (/\b(?:looptijd|duur|lasting|with a (?:duration|term) of)\s*$/i.test(before)) return true
  const last = /(\p{L}+)\s+(?:van|of)\s*$/iu.exec(before)?.[1]
  // "ervaring bij een gemeente van minimaal 24 maanden" counts, "een traject van minimaal een jaar" does not.
  return (
    last !== undefined &&
    !/ervaring|experience/i.test(last) &&
    (lasting.test(last) || !/ervaring|experience/i.test(before))
  )
}
