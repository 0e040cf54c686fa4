import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assignment } from '../src/assignments/assignment.ts'
import { composeDigest, type DigestItem } from '../src/digest/digest.ts'

type Moment = {
  why: string
  /** ISO date-time with offset. */
  now: string
  items: Omit<DigestItem, 'text'>[]
  /** Headings between the lines. */
  sections: string[]
  says: string[]
  /** Words that must not stand in it. */
  silentOn?: string[]
  /** Nothing is posted at all. */
  silent?: boolean
}

export type DigestGold = { postings: string; timeZone: string; moments: Moment[] }

export type DigestGrades = { moments: number; right: number; mismatches: { now: string; what: string }[] }

export function loadDigestGold(folder: string): DigestGold {
  return JSON.parse(readFileSync(join(folder, 'moments.json'), 'utf8')) as DigestGold
}

/** Composes the digest of each moment and compares it with what was expected there; a moment is right when all of it is. */
export function gradeDigests({ timeZone, moments }: DigestGold, assignments: Assignment[]): DigestGrades {
  const mismatches = moments.flatMap((moment) => faultsOf(moment, timeZone, assignments))
  const wrong = new Set(mismatches.map(({ now }) => now))
  return { moments: moments.length, right: moments.length - wrong.size, mismatches }
}

function faultsOf(moment: Moment, timeZone: string, assignments: Assignment[]): DigestGrades['mismatches'] {
  const at = Temporal.Instant.from(moment.now).toZonedDateTimeISO(timeZone)
  const digest = composeDigest(assignments, { date: at.toPlainDate().toString(), at, lang: 'nl' })
  const items = digest.items.map(({ text: _text, ...item }) => item)
  const lines = digest.text.split('\n')
  const sections = lines.slice(1).filter((line) => !/^(?:·|⚠️)/.test(line))
  const faults: string[] = []
  const compare = (what: string, wanted: unknown, given: unknown) => {
    if (JSON.stringify(wanted) !== JSON.stringify(given))
      faults.push(`${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(given)}`)
  }
  compare(
    'items',
    moment.items.map(({ assignment, kind, at, daysLeft }) => ({ assignment, kind, at, daysLeft })),
    items,
  )
  compare('headings', moment.sections, sections)
  compare('silent', moment.silent ?? false, digest.empty)
  for (const words of moment.says) if (!digest.text.includes(words)) faults.push(`does not say “${words}”`)
  for (const words of moment.silentOn ?? []) if (digest.text.includes(words)) faults.push(`says “${words}”`)
  return faults.map((what) => ({ now: moment.now, what }))
}
