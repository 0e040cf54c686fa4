import type { Level, Months, Points } from '../../scoring/assessment.ts'
import { count, number } from './words.ts'

/** Words of the guided conversation that several of its parts use. */

/** The name of a criterion within a sentence. */
export function inside(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

export function monthSpan({ atLeast, atMost }: Months): string {
  return atLeast === atMost ? count(atLeast, 'month', 'months') : `${atLeast} to ${atMost} months`
}

export function month(value: number): string {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  return `${names[((value % 12) + 12) % 12]} ${Math.floor(value / 12)}`
}

export function interval({ value, low, high }: Points): string {
  return low === high ? number(value) : `${number(value)} [${number(low)} – ${number(high)}]`
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
export function counted(n: number): string {
  return words[n] ?? String(n)
}

/** Why an estimate in quarters is not the whole. */
export function bandWhy(band: 'all' | 'half' | 'near' | null, max: number): string {
  const reasons = {
    all: `: every part in one engagement; for ${number(max)} a second engagement and a concrete result`,
    half: ': at least half of the parts in one engagement; for more, every part',
    near: ': only in general words or near it; for more, the parts themselves in a dated engagement',
  }
  return band ? reasons[band] : ''
}

export function pointsWord(points: number): string {
  return `${number(points)} ${points === 1 ? 'point' : 'points'}`
}

export const levels: Record<Level, string> = {
  explicit: 'stated outright in the documents',
  indirect: 'stated in part or indirectly',
  absent: 'not found',
}
