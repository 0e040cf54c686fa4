/** The value below which this share of the values lies; NaN of none. `share` from 0 to 1. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: number[]): number => quantile(values, 0.5)

/** Three figures that count: 1234 → "1,230", 0.012345 → "0.0123". */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)
}
