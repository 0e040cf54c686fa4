import type { Assignment, Deadline, DeadlineKind, Fact, PostingFacts } from '../assignments/assignment.ts'
import { findDates, inYear } from '../text/dates.ts'
import { countOf } from '../text/number-words.ts'

/** A fact as a person tells it: the field, its value, and the words that said so. */
export type Correction = { field: string; value: unknown; change(posting: PostingFacts): PostingFacts }

type Reader = (rest: string, today: Temporal.PlainDate) => Correction | null

const deadlineOf =
  (kind: DeadlineKind): Reader =>
  (rest, today) => {
    const at = momentIn(rest, today)
    if (at === null) return null
    const exclusive = !at.includes('T') && /^\s*(?:v[oó][oó]r|before)\b/i.test(rest)
    const deadline: Deadline = { kind, at, quote: '', ...(exclusive ? { exclusive } : {}) }
    return {
      field: `deadlines.${kind}`,
      value: at,
      change: (posting) => ({
        ...posting,
        deadlines: [...posting.deadlines.filter((each) => each.kind !== kind), deadline],
      }),
    }
  }

/** A field that holds one plain value. */
const fieldOf =
  <Field extends keyof PostingFacts>(field: Field, read: (rest: string) => PostingFacts[Field] | undefined): Reader =>
  (rest) => {
    const value = read(rest)
    return value === undefined ? null : { field, value, change: (posting) => ({ ...posting, [field]: value }) }
  }

const words = (rest: string) => (rest === '' ? undefined : rest)
/** The client itself: through whom it hires is said behind it. */
const client = (rest: string) => words(rest.replace(/\s+(?:via|through)\s+.+$/u, '').trim())
const number = (rest: string) => {
  const match = /^(?:€\s*)?(?<count>[\d.,]+|\p{L}+)/u.exec(rest)
  const plain = match?.groups?.['count']
    ?.replace(/\.(?=\d{3}\b)/g, '')
    .replace(',', '.')
    .replace(/[.]$/, '')
  const value = plain === undefined ? null : (countOf(plain) ?? Number(plain))
  return value !== null && Number.isFinite(value) ? value : undefined
}
const yesOrNo = (rest: string) =>
  /^(?:ja|yes|wel|vereist|nodig)\b/i.test(rest) ? true : /^(?:nee|no|niet|geen|not)\b/i.test(rest) ? false : undefined
const hours = (rest: string): PostingFacts['hoursPerWeek'] | undefined => {
  const range = /^(\d{1,2})\s*(?:-|–|tot|à|to)\s*(\d{1,2})\b/.exec(rest)
  return range ? { min: Number(range[1]), max: Number(range[2]) } : number(rest)
}
const months = (rest: string): number | undefined => {
  const count = number(rest)
  return count === undefined ? undefined : /\b(?:jaar|jaren|years?)\b/i.test(rest) ? count * 12 : count
}
const scale = (rest: string): PostingFacts['scale'] | undefined => {
  const match = /^(\d{1,2})([A-Za-z]?)\b/.exec(rest)
  return match ? (match[2] ? `${match[1]}${match[2].toUpperCase()}` : Number(match[1])) : undefined
}

/** Longest name first, so that "vragen tot" is not read as a field called "vragen". */
const readers: [RegExp, Reader][] = [
  [
    /^(?:sluit(?:ing|ingsdatum|datum|tijd)?|deadline|reageren|inschrijven|closes?|closing(?: date)?)\b/i,
    deadlineOf('submission'),
  ],
  [/^(?:vragen(?: stellen)?|questions)\b/i, deadlineOf('questions')],
  [/^(?:antwoorden|answers)\b/i, deadlineOf('answers')],
  [/^(?:gesprek(?:ken)?|interviews?)\b/i, deadlineOf('interviews')],
  [
    /^(?:start(?:datum)?|begin(?:datum)?)\b/i,
    (rest, today) => fieldOf('start', (text) => momentIn(text, today)?.slice(0, 10) ?? words(text))(rest, today),
  ],
  [/^(?:uren(?: per week)?|uur(?: per week)?|hours(?: per week)?)\b/i, fieldOf('hoursPerWeek', hours)],
  [/^(?:duur|looptijd|duration)\b/i, fieldOf('durationMonths', months)],
  [/^(?:schaal|functieschaal|scale)\b/i, fieldOf('scale', scale)],
  [/^(?:(?:maximaal |max\.? ?|maximum)?(?:uur)?tarief|max(?:imum)? rate|rate)\b/i, fieldOf('maxRateEur', number)],
  [/^(?:aanvraagnummer|nummer|number)\b/i, fieldOf('number', words)],
  [/^(?:titel|functie|title)\b/i, fieldOf('title', words)],
  [/^(?:opdrachtgever|organisatie|client|organisation)\b/i, fieldOf('organisation', client)],
  [/^(?:plaats|standplaats|locatie|location|place)\b/i, fieldOf('location', words)],
  [/^(?:regio|provincie|region)\b/i, fieldOf('region', words)],
  [/^(?:opleiding(?:sniveau)?|education)\b/i, fieldOf('educationLevel', words)],
  [/^(?:aantal(?: professionals)?|professionals)\b/i, fieldOf('professionals', number)],
  [/^(?:hybride?|thuiswerken|hybrid)\b/i, fieldOf('hybrid', yesOrNo)],
  [/^vog\b/i, fieldOf('vog', yesOrNo)],
  [/^(?:waadi)\b/i, fieldOf('waadi', yesOrNo)],
  [/^(?:uea)\b/i, fieldOf('uea', yesOrNo)],
]

/** "sluit 16 juli 10:00", "uren 24", "opdrachtgever gemeente X" as a correction; null when it is none. `today` gives a missing year. */
export function correctionIn(text: string, today: Temporal.PlainDate): Correction | null {
  const said = text.trim().replace(/^(?:nee|niet|klopt niet|no|not)[,:]\s*/i, '')
  for (const [name, read] of readers) {
    const match = name.exec(said)
    if (!match) continue
    const rest = said
      .slice(match[0].length)
      .replace(/^[\s:=]*(?:(?:is|zijn|op|moet(?: zijn)?|wordt|are|should be|at|on|tot|until)\s+)*/i, '')
      .replace(/[\s.]+$/, '')
    const correction = read(rest, today)
    if (correction) return correction
  }
  return null
}

/** Where one correction ends and the next begins: a comma, semicolon or line end before the name of a field. */
const next = new RegExp(
  `\\s*(?:[,;\\n]\\s*(?:en |and )?|\\s(?:en|and)\\s+(?=\\p{L}[\\p{L} ]*\\s(?:is|zijn|wordt|moet|are|should)\\b))(?=(?:de |het |the )?(?:${readers.map(([name]) => name.source.slice(1)).join('|')}))`,
  'giu',
)

/**
 * Every correction in a text: "opdrachtgever is provincie X via Y, uren 24 per week" are two. A part that is no correction belongs to
 * the one before it; a field told twice counts as it was told last.
 */
export function correctionsIn(text: string, today: Temporal.PlainDate): Correction[] {
  const found: { said: string; correction: Correction }[] = []
  for (const part of text.split(next)) {
    const said = part.trim().replace(/^(?:de|het|the)\s+/i, '')
    const correction = correctionIn(said, today)
    if (correction) {
      found.push({ said, correction })
      continue
    }
    const before = found.pop()
    if (!before) continue
    const whole = `${before.said}, ${said}`
    found.push({ said: whole, correction: correctionIn(whole, today) ?? before.correction })
  }
  const last = new Map(found.map(({ correction }) => [correction.field, correction]))
  return [...last.values()]
}

/** The assignment with the fact as told: it replaces what was read, and settles a contradiction about it. */
export function corrected(assignment: Assignment, { field, value, change }: Correction): Assignment {
  // Nothing of the posting is quoted for it: the words are the person's own.
  const fact: Fact = { field, value, certainty: 'person', source: 'posting', quote: '', start: 0, end: 0 }
  const posting = change(assignment.posting)
  return {
    ...assignment,
    facts: [...assignment.facts.filter((each) => each.field !== field), fact],
    posting: {
      ...posting,
      conflicts: posting.conflicts.map((conflict) =>
        conflict.field === field ? { ...conflict, resolved: true } : conflict,
      ),
    },
  }
}

/** ISO date, or date-time with the offset of Amsterdam; without a year the next such date from today. */
function momentIn(text: string, today: Temporal.PlainDate): string | null {
  const found = findDates(text)[0]
  if (!found) return null
  const thisYear = inYear(found, found.year ?? today.year)
  const date =
    thisYear && found.year === null && Temporal.PlainDate.compare(thisYear, today) < 0
      ? inYear(found, today.year + 1)
      : thisYear
  if (!date) return null
  if (!found.time || found.time.hour > 23) return date.toString()
  return date
    .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: Temporal.PlainTime.from(found.time) })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
