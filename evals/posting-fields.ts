import { alphanumeric } from './likeness.ts'

/** The fields with one value, and those that consist of parts. */
export const scalars =
  'number title organisation location region postedOn start durationMonths hoursPerWeek educationLevel scale vog nda uea waadi das maxRateEur professionals hybrid workdays pointsTotal'.split(
    ' ',
  )
export const structured: Record<string, string[]> = {
  extension: ['possible', 'options', 'months', 'until'],
  sroi: ['applies', 'thresholdEur'],
  fee: ['amount', 'unit'],
  cv: ['maxPages', 'language', 'minReferences', 'formats'],
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An instant in UTC, or a date as it stands. */
export function instantOf(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value)) return value
  return Temporal.Instant.from(value).toString()
}

function formats(value: unknown): string {
  const list = Array.isArray(value) ? value : value ? [value] : []
  const named = list
    .map((name) => String(name).toLowerCase().replace(/[. ]/g, ''))
    .map((name) => (name === 'word' || name === 'doc' ? 'docx' : name))
  return [...new Set(named)].sort().join()
}

function languages(value: unknown): string | null {
  return value === null || value === undefined
    ? null
    : String(value)
        .toLowerCase()
        .split(/[/, ]+/)
        .filter(Boolean)
        .sort()
        .join()
}

function levels(value: unknown): string {
  const text = String(value).toLowerCase()
  return ['mbo', 'hbo', 'wo', 'universitair', 'master', 'msc']
    .filter((level) => new RegExp(`(?<![a-z])${level}(?![a-z])`).test(text))
    .map((level) => (level === 'universitair' ? 'wo' : level === 'msc' ? 'master' : level))
    .sort()
    .join()
}

/** Whether two values of a field say the same: numbers by value, dates by instant, text folded; null, false and 0 differ. */
export function sameField(field: string, gold: unknown, given: unknown): boolean {
  const base = field.split('.').at(-1)!
  if (base === 'formats') return formats(gold) === formats(given)
  if (base === 'language') return languages(gold) === languages(given)
  if (typeof gold === 'boolean' || typeof given === 'boolean') return gold === given
  if (gold === null || gold === undefined || given === null || given === undefined)
    return (gold ?? null) === (given ?? null)
  if (typeof gold === 'number' && typeof given === 'number') return Math.abs(gold - given) < 1e-9
  if (isRecord(gold) || isRecord(given)) {
    if (!isRecord(gold) || !isRecord(given)) return false
    return [...new Set([...Object.keys(gold), ...Object.keys(given)])].every((key) =>
      sameField(key, gold[key], given[key]),
    )
  }
  const [a, b] = [alphanumeric(String(gold)), alphanumeric(String(given))]
  if (['postedOn', 'start', 'until', 'at'].includes(base))
    return instantOf(gold) === instantOf(given) || (!/^\d{4}-/.test(String(gold)) && a === b)
  if (base === 'number' || base === 'scale')
    return String(gold).replace(/\s/g, '').toLowerCase() === String(given).replace(/\s/g, '').toLowerCase()
  if (typeof gold !== typeof given) return false
  if (a === b) return true
  if (['title', 'organisation', 'workdays'].includes(base) && a && b && (a.includes(b) || b.includes(a)))
    return Math.min(a.length, b.length) >= 0.6 * Math.max(a.length, b.length)
  return base === 'educationLevel' && levels(gold) !== '' && levels(gold) === levels(given)
}
