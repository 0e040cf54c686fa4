import { findDates, writesMonthFirst } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { type TimeOfDay, timeIn } from '../text/times.ts'
import { type DateKind, dateKind, movesDeadline, movesEvent } from './date-kind.ts'
import type { Labelled } from './labelled.ts'
import { before, type Mention, mention, notifies, revised, roleOf, undecided } from './mention.ts'
import { fromSentence, soonIn, undecidedIn } from './sentence-dates.ts'
import type { Source } from './source.ts'

const literals =
  /^(?:z\.?\s?s\.?\s?m\.?|zo (?:spoedig|snel) mogelijk|per direct|direct(?: beschikbaar)?|in overleg|nader te bepalen|n\.?n?\.?t\.?b\.?|nnb|as soon as possible|asap|immediately|t\.?b\.?d\.?|to be (?:determined|announced)|(?:begin|medio|half|eind|mid|early|late)[\s-]+\p{L}+(?:\s+20\d{2})?|q[1-4]\s+20\d{2}|(?:voorjaar|zomer|najaar|winter)\s+20\d{2})/iu

/** "18 januari, gewijzigd in 21 januari": the second day takes the place of the first. */
const changed =
  /gewijzigd|aangepast|verplaatst|verschoven|verlengd|uitgesteld|nieuwe datum|postponed|extended|moved|changed/i

/** "Sluitingsdatum (nieuw)" */
const renewed = /\bnieuwe?\b|\bnew\b|\bgewijzigde?\b|\brevised\b/i

function fromLabel(entry: Labelled, monthFirst: boolean): Mention[] {
  const period = entry.field === 'durationMonths'
  const kind = period
    ? 'start'
    : entry.field === null || entry.field === 'extension' || entry.field === 'contractForm'
      ? dateKind(entry.label)
      : null
  if (kind === null) return []
  const { value, start, label } = entry
  if (revised.test(`${label} `)) return []
  const printed = findDates(value.text, { monthFirst })
  // "week 36 (31 augustus 2026)": the day says what the week only hints at.
  const days = printed.filter(({ week }) => week === null)
  const dates = days.length > 0 ? days : printed
  const shared = { certainty: 'label' as const, words: label, listed: true }
  if (dates.length === 0) {
    const literal = literals.exec(value.text)?.[0] ?? undecided.exec(value.text)?.[0]
    if (!literal || period) return []
    return [
      {
        ...shared,
        kind,
        date: null,
        literal,
        exclusive: false,
        role: null,
        start,
        end: value.start + value.text.indexOf(literal) + literal.length,
      },
    ]
  }
  // "Duur van de opdracht: 31-12-2026" holds an end, "Periode: 01-04-2026 t/m 31-12-2026" a start and an end.
  if (period && dates.length === 1) {
    const open = /^(?:vanaf|from|start|per)\b/i.test(value.text)
    return [mention(open ? 'start' : 'end', { ...shared, date: dates[0]!, exclusive: false, start, end: entry.end })]
  }
  return dates.flatMap((date, index) => {
    const between = value.text.slice(index === 0 ? 0 : dates[index - 1]!.end, date.start)
    const moved = index > 0 && kind === 'submission' && (movesDeadline(label, between) || changed.test(between))
    const own = kind === 'submission' && (roleOf(between) !== null || moved)
    const after = value.text.slice(date.end, date.end + 25)
    const of =
      index === 0 || own
        ? kind
        : (followingKind(between, period || kind === 'start') ??
          (/;/.test(between) ? followingKind(after, false) : null))
    if (of === null || (of === 'extension' && notifies.test(fold(between)))) return []
    // Whose a second date is, the words between the two say, not the label.
    const words = index === 0 || (own && roleOf(between) === null) ? `${label} ${between}` : between
    const next = dates[index + 1]
    const ahead = next ? value.text.slice(date.end, next.start) : ''
    // "12 oktober 09:00 (bij ons: 9 oktober)": whose the second is says nothing of the first.
    const behind = roleOf(ahead) === null ? value.text.slice(date.end, date.end + 40) : ''
    return [
      mention(of, {
        ...shared,
        words: `${words} ${behind}`,
        date,
        exclusive: before.test(words.trim()),
        ...(moved ||
        movesDeadline(words, words) ||
        (of !== 'submission' && movesEvent(words, words)) ||
        (kind === 'submission' && renewed.test(label))
          ? { moved: true }
          : {}),
        start: index === 0 || of === 'end' ? start : value.start + date.start - between.replace(/^[\s(,;]+/, '').length,
        end: value.start + date.end,
      }),
    ]
  })
}

/** What a second date in one value is: the end of a period, or what the words before it say. */
function followingKind(between: string, period: boolean): DateKind | null {
  if (period && /^\s*(?:t\/m|tot(?: en met)?|[-–—]|to|until|through)\s*$/i.test(between)) return 'end'
  const kind = dateKind(between)
  return kind === 'start' || kind === 'end' ? null : kind
}

/** Rows of dates under a row of their names. */
function fromColumns(source: Source, monthFirst: boolean): Mention[] {
  return source.lines.flatMap((line) => {
    const names = source.lines[line.index - 1]
    if (line.cells.length < 2 || names?.cells.length !== line.cells.length) return []
    // A label with its value in each of two rows makes no columns.
    if (/:$/.test(line.cells[0]!.text) || /:$/.test(names.cells[0]!.text)) return []
    return line.cells.flatMap((cell, index) => {
      const date = findDates(cell.text, { monthFirst })[0]
      const kind = dateKind(names.cells[index]!.text)
      if (!date || kind === null || findDates(names.text).length > 0 || date.end - date.start < cell.text.length * 0.6)
        return []
      return [
        mention(kind, {
          date,
          exclusive: before.test(names.cells[index]!.text),
          certainty: 'label',
          start: cell.start,
          end: cell.end,
          words: names.cells[index]!.text,
          listed: true,
        }),
      ]
    })
  })
}

/** A date that stands alone at the top of a page or under a letter is when it was posted; only its place says so. */
function fromPlace(source: Source, taken: (start: number, end: number) => boolean, monthFirst: boolean): Mention[] {
  const line = [...source.lines.slice(0, 10), ...source.lines.slice(10).slice(-2)].find(({ text, start, end }) => {
    const date = findDates(text, { monthFirst })[0]
    // "Zwolle, 12 januari 2027" on top of a letter
    const bare = text.replace(/^\p{Lu}[\p{L} '’-]{2,30},\s+(?=\S*\s*\d)/u, '')
    return date !== undefined && date.end - date.start >= bare.length - 2 && !taken(start, end)
  })
  if (!line) return []
  const date = findDates(line.text, { monthFirst })[0]!
  return [
    mention('posted', {
      date,
      exclusive: false,
      certainty: 'position',
      start: line.start,
      end: line.end,
      words: '',
      listed: false,
    }),
  ]
}

/** Every date of the posting that says what it is for. Lines in `skip` (criteria) are left out. */
export function mentionsOf(source: Source, labelled: Labelled[], skip: ReadonlySet<number>): Mention[] {
  const monthFirst = writesMonthFirst(source.text)
  const byLabel = [...labelled.flatMap((entry) => fromLabel(entry, monthFirst)), ...fromColumns(source, monthFirst)]
  const taken = (start: number, end: number) => byLabel.some((found) => found.start < end && start < found.end)
  const skipped = source.lines.filter(({ index }) => skip.has(index))
  const free = source.sentences.filter(
    ({ start, end }) => !taken(start, end) && !skipped.some((line) => line.start <= start && end <= line.end),
  )
  const prose = free.flatMap((sentence, index) => [
    ...fromSentence(sentence, free[index - 1], monthFirst),
    ...undecidedIn(sentence),
    ...soonIn(sentence),
  ])
  return [...byLabel, ...prose, ...fromPlace(source, taken, monthFirst)]
}

/** A closing time printed apart from its date: "Eindtijd  09:00 uur". */
export function closingTimeOf(labelled: Labelled[]): { time: TimeOfDay; start: number; end: number } | null {
  for (const { field, value, start, end } of labelled) {
    const time = field === 'closingTime' ? timeIn(value.text) : null
    if (time) return { time, start, end }
  }
  return null
}
