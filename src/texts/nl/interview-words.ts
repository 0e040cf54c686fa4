import type { Assessment, Level, Months, Points } from '../../scoring/assessment.ts'
import { count, number } from './words.ts'

/** Words of the guided conversation that several of its parts use. */

/** The name of a criterion within a sentence. */
export function inside(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

export function monthSpan({ atLeast, atMost }: Months): string {
  if (atLeast === atMost) return count(atLeast, 'maand', 'maanden')
  return `${atLeast} tot ${atMost} maanden`
}

export function month(value: number): string {
  const names = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
  return `${names[((value % 12) + 12) % 12]} ${Math.floor(value / 12)}`
}

export function interval({ value, low, high }: Points): string {
  return low === high ? number(value) : `${number(value)} [${number(low)} – ${number(high)}]`
}

const words = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien']
export function counted(n: number): string {
  return words[n] ?? String(n)
}

export type Band = 'all' | 'half' | 'near' | null

/** Why an estimate in quarters is not the whole. */
export function bandWhy(band: Band, max: number): string {
  const reasons = {
    all: `: alle onderdelen in één dienstverband; voor ${number(max)} nog een tweede dienstverband en een concreet resultaat`,
    half: `: minstens de helft van de onderdelen in één dienstverband; voor meer alle onderdelen`,
    near: `: alleen in algemene woorden of in de buurt; voor meer de onderdelen zelf in een gedateerd dienstverband`,
  }
  return band ? reasons[band] : ''
}

export const levels: Record<Level, string> = {
  explicit: 'staat uitdrukkelijk in de stukken',
  indirect: 'staat er gedeeltelijk of indirect',
  absent: 'niet gevonden',
}

export const outcomes: Record<NonNullable<Assessment['outcome']>['kind'], string> = {
  'not-put-forward': 'Niet voorgedragen',
  interview: 'Gesprek',
  awarded: 'Gegund',
  rejected: 'Afgewezen',
  withdrawn: 'Ingetrokken',
}
