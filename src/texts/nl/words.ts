import type { DocumentKind } from '../../documents/document.ts'
import type { Decision } from '../../scoring/assessment.ts'

/** How Dutch writes numbers, amounts, dates and lists. A date is ISO; with a time it carries the offset of Amsterdam. */

const dayFormat = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const numberFormat = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })
const centsFormat = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export function number(value: number): string {
  return numberFormat.format(value)
}

/** Without the sign; cents only where there are any. */
export function money(value: number): string {
  return (Number.isInteger(value) ? numberFormat : centsFormat).format(value)
}

export function euro(value: number): string {
  return `€ ${money(value)}`
}

export function day(iso: string): string {
  return dayFormat.format(Date.parse(`${iso.slice(0, 10)}T12:00:00Z`))
}

export function when(iso: string): string {
  return iso.includes('T') ? `${day(iso)}, ${iso.slice(11, 16)} uur` : day(iso)
}

export function count(n: number, one: string, more: string): string {
  return `${n} ${n === 1 ? one : more}`
}

export function joined(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A name that is kept in small letters: "zuid-holland" is Zuid-Holland. */
export function properName(name: string): string {
  return name.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase())
}

export const marks: Record<Decision, string> = { meets: '✅', fails: '❌', unclear: '❔' }
export const decisions: Record<Decision, string> = {
  meets: 'voldoet',
  fails: 'voldoet niet',
  unclear: 'onduidelijk',
}
export const kinds: Record<DocumentKind, string> = { cv: 'cv', explanation: 'toelichting', motivation: 'motivatie' }
export const languages: Record<string, string> = { nl: 'Nederlands', en: 'Engels', de: 'Duits', fr: 'Frans' }
