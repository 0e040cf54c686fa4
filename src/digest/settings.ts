import type { Assignment } from '../assignments/assignment.ts'
import type { Lang } from '../chat/reply.ts'
import { fold } from '../text/fold.ts'
import type { HolidayRules } from './holidays.ts'
import type { MilestoneKind } from './upcoming.ts'

/** How one channel wants its digest. Kept with the channel; what was never set there is as in `usualSettings`. */
export type DigestSettings = {
  /** HH:MM; null: the time of the installation (DIGEST_TIME). */
  time: string | null
  /** ISO weekdays, 1 = Monday. */
  days: number[]
  /** Also on public holidays that fall on one of these days. */
  holidays: boolean
  liberationDay: HolidayRules['liberationDay']
  /** Only assignments with one of these words in region, place or client; empty: all. What does not say where it is stays in. */
  regions: string[]
  /** Only these pay scales, both ends included; null: all. What names no scale stays in. */
  scales: { from: number; to: number } | null
  /** Which milestones count; null: all. */
  kinds: MilestoneKind[] | null
  lang: Lang
  /** With nothing due: one line on the first posting day of the week, one line every time, or nothing ever. */
  quiet: 'weekly' | 'always' | 'never'
  /** Hours before a deadline at which somebody is reminded of it, most first; empty: never. */
  reminders: number[]
  mayChange: 'owner' | 'everybody'
  /** ISO instant at which the digest was switched on: what was due before it is not made up. */
  since: string | null
  /** ISO instant at which the time was last set: a digest is not late for a time that was not yet its own. */
  timeSetAt: string | null
}

export const usualSettings: DigestSettings = {
  time: null,
  days: [1, 2, 3, 4, 5],
  holidays: false,
  liberationDay: 'every-fifth-year',
  regions: [],
  scales: null,
  kinds: null,
  lang: 'nl',
  quiet: 'weekly',
  reminders: [24, 2],
  mayChange: 'owner',
  since: null,
  timeSetAt: null,
}

/** The settings of a channel as stored; what an older version did not know is as usual. */
export function settingsOf(stored: Partial<DigestSettings> | undefined): DigestSettings {
  return { ...usualSettings, ...stored }
}

/** Whether a channel with these settings wants to hear of this assignment. What the posting does not say never leaves it out. */
export function isWanted(
  { posting }: Pick<Assignment, 'posting'>,
  { regions, scales }: Pick<DigestSettings, 'regions' | 'scales'>,
): boolean {
  const places = [posting.region, posting.location, posting.organisation].filter((name) => name !== null)
  const near =
    regions.length === 0 ||
    (posting.region === null && posting.location === null && !places.some((name) => names(name, regions))) ||
    places.some((name) => names(name, regions))
  const scale = Number(/\d+/.exec(String(posting.scale ?? ''))?.[0] ?? Number.NaN)
  return near && (scales === null || Number.isNaN(scale) || (scale >= scales.from && scale <= scales.to))
}

function names(place: string, regions: string[]): boolean {
  const folded = ` ${fold(place).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return regions.some((region) => folded.includes(` ${fold(region).replace(/[^\p{L}\p{N}]+/gu, ' ')} `))
}
