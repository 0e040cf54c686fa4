import type { DocumentKind } from '../../documents/document.ts'
import type { Decision } from '../../scoring/assessment.ts'

/** How English writes numbers, amounts, dates and lists. A date is ISO; with a time it carries the offset of Amsterdam. */

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const numberFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
const centsFormat = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export function number(value: number): string {
  return numberFormat.format(value)
}

/** Without the sign; cents only where there are any. */
export function money(value: number): string {
  return (Number.isInteger(value) ? numberFormat : centsFormat).format(value)
}

export function euro(value: number): string {
  return `€${money(value)}`
}

export function day(iso: string): string {
  return dayFormat.format(Date.parse(`${iso.slice(0, 10)}T12:00:00Z`)).replace(',', '')
}

export function when(iso: string): string {
  return iso.includes('T') ? `${day(iso)}, ${iso.slice(11, 16)}` : day(iso)
}

export function count(n: number, one: string, more: string): string {
  return `${n} ${n === 1 ? one : more}`
}

export function joined(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export { marks, properName } from '../nl/words.ts'
export const decisions: Record<Decision, string> = {
  meets: 'met',
  fails: 'not met',
  unclear: 'unclear',
}
export const kinds: Record<DocumentKind, string> = {
  cv: 'CV',
  explanation: 'explanation',
  motivation: 'motivation letter',
}
export const languages: Record<string, string> = { nl: 'Dutch', en: 'English', de: 'German', fr: 'French' }
