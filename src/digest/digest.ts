import type { Assignment } from '../assignments/assignment.ts'
import { type Button, bold, type Card, card, type Element, type Span, wordsOf } from '../chat/card.ts'
import type { Lang } from '../chat/reply.ts'
import { type Texts, textsFor } from '../texts/texts.ts'
import { filterWords } from './filter-words.ts'
import { workingDaysFrom } from './holidays.ts'
import { holidayRules, isFirstOfWeek } from './schedule.ts'
import { type Mark, markOf, type Seen } from './seen.ts'
import { type DigestSettings, isWanted, usualSettings } from './settings.ts'
import { type Milestone, type MilestoneKind, type Upcoming, upcoming } from './upcoming.ts'

export type DigestItem = {
  assignment: string
  kind: MilestoneKind
  /** As printed: ISO date-time with offset, or ISO date. */
  at: string
  /** Calendar days; 0 is today. */
  daysLeft: number
  text: string
}

export type Digest = {
  date: string
  items: DigestItem[]
  text: string
  card: Card
  /** Nothing to post: silence. */
  empty: boolean
}

export type DigestOptions = {
  /** YYYY-MM-DD, local. */
  date: string
  at: Temporal.ZonedDateTime
  lang: Lang
  late?: boolean
  /** Candidates in assessment by assignment id; never who. */
  scoring?: Record<string, number>
  /** What to call the owners, by person id. */
  owners?: Record<string, string>
  /** What the digest before knew; without it, what was added since the working day before is new. */
  seen?: Seen | null
  /** What this channel wants to hear of, and on which days. */
  settings?: DigestSettings
  /** Everything, instead of the first ten: behind the button. */
  all?: boolean
}

/** As many lines as a person reads in ten seconds. */
const most = 10
/** Client and title together: enough to know it by. */
const longestNames = 80
/** Fewer lines than this need no headings between them. */
const headingsFrom = 4

/**
 * What to post on one day: a line for each open assignment, soonest milestone first. Says nothing on a quiet day, and one line on
 * the first posting day of a quiet week, unless the channel wants it otherwise.
 */
export function composeDigest(assignments: Iterable<Assignment>, options: DigestOptions): Digest {
  const texts = textsFor(options.lang)
  const { date, at, settings = usualSettings } = options
  const today = Temporal.PlainDate.from(date)
  const nextWorkingDay = workingDaysFrom(today, 1, holidayRules(settings))
  const week = weekOf(today, nextWorkingDay)
  const found = [...assignments]
    .filter((assignment) => isWanted(assignment, settings))
    .map((assignment) => upcoming(assignment, at, settings.kinds))
    .filter((one) => one !== null)
    // Worked out once each: comparing moments of a time zone is slow, and a catalogue may be large.
    .map((one) => ({ one, group: groupOf(one, week), ends: one.next.ends.epochMilliseconds }))
    .sort((a, b) => a.group - b.group || a.ends - b.ends || (a.one.assignment.id < b.one.assignment.id ? -1 : 1))
    .map(({ one }) => one)
  const marks = marksOf(found, options)
  const lines = found.map((one) => ({ one, words: line(one, today, week, options, texts, marks) }))
  const shown = options.all ? lines : lines.slice(0, most)
  const hidden = lines.length - shown.length
  const quiet = lines.length === 0
  const heading: Element = { type: 'heading', text: texts.digest.title(date) }
  const late: Element | false = options.late === true && { type: 'notice', tone: 'info', text: texts.digest.late }
  const left = filterWords(settings, texts)
  const filter: Element | false = left.length > 0 && { type: 'text', text: texts.digest.filtered(left) }
  const sections = grouped(shown, week, texts)
  const whole = quiet
    ? card(late, { type: 'text', text: texts.digest.nothingThisWeek }, filter)
    : card(
        heading,
        filter,
        late,
        ...sections.flatMap(({ title, items }): Element[] => [
          ...(title ? [{ type: 'text' as const, text: [bold(title)] }] : []),
          { type: 'list', items },
        ]),
        hidden > 0 && { type: 'text', text: texts.digest.more(hidden) },
        { type: 'buttons', buttons: buttons(found, hidden, texts) },
      )
  const spoken = settings.quiet === 'always' || (settings.quiet === 'weekly' && isFirstOfWeek(today, settings))
  const empty = quiet && !spoken
  return {
    date,
    items: lines.map(({ one, words }) => ({
      assignment: one.assignment.id,
      kind: one.next.kind,
      at: one.next.at,
      daysLeft: one.next.daysLeft,
      text: wordsOf(words),
    })),
    text: empty ? '' : written(whole),
    card: whole,
    empty,
  }
}

/** A mark that every line would carry says nothing, and is left out. */
function marksOf(found: Upcoming[], { seen = null, at }: DigestOptions): Map<string, Mark> {
  const since = workingDaysFrom(at.toPlainDate(), -1).toZonedDateTime({
    timeZone: at.timeZoneId,
    plainTime: at.toPlainTime(),
  })
  const isNew = ({ addedOn }: Assignment) => {
    // A posting that lies in a folder was never added.
    if (addedOn === '') return false
    const added = Temporal.Instant.from(addedOn).epochMilliseconds
    return added > since.epochMilliseconds && added <= at.epochMilliseconds
  }
  const marks = found.flatMap(({ assignment }): [string, Mark][] => {
    const mark = seen ? markOf(assignment, seen) : isNew(assignment) ? ({ kind: 'new' } as const) : null
    return mark ? [[assignment.id, mark]] : []
  })
  const allNew = marks.length === found.length && marks.every(([, { kind }]) => kind === 'new')
  return new Map(allNew ? [] : marks)
}

function line(
  one: Upcoming,
  today: Temporal.PlainDate,
  week: Week,
  options: DigestOptions,
  texts: Texts,
  marks: Map<string, Mark>,
): (string | Span)[] {
  const { assignment, next, milestones, sendBy, conflicts } = one
  const { digest } = texts
  const closing = milestones.find(({ kind }) => kind === 'submission')
  const urgent = groupOf(one, week) === 0
  const parts: (string | Span)[][] = [
    [urgent || conflicts.length > 0 ? '⚠️ ' : '', ...named(assignment, texts)],
    moment(next, texts, true),
  ]
  if (closing && closing !== next) parts.push(moment(closing, texts, false))
  // An intermediary's own term comes before that of the client.
  for (const later of milestones.filter(({ kind }) => kind === 'submission').slice(1))
    parts.push([digest.client, digest.exclusive(later.exclusive) + digest.short(later.moment)])
  if (sendBy && closing) {
    const passed = Temporal.PlainDate.compare(Temporal.PlainDate.from(sendBy), today) < 0
    parts.push([passed ? digest.sendByPassed(sendBy) : digest.sendBy(sendBy)])
  }
  const others = conflicts.flatMap(({ values }) => values).filter((value) => !milestones.some(({ at }) => at === value))
  if (others.length > 0) parts.push([digest.alsoSays(others.map((value) => readable(value, texts)))])
  parts.push([held(assignment, options, texts)])
  const mark = marks.get(assignment.id)
  if (mark)
    parts.push([
      mark.kind === 'new' ? digest.isNew : mark.kind === 'moved' ? digest.isMoved(mark.from) : digest.isChanged,
    ])
  return parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part])).filter((part) => part !== '')
}

/** The number as printed, else a short id, in bold before the names; an id that is only the title again is left out. */
function named({ id, posting }: Assignment, { digest }: Texts): (string | Span)[] {
  const label = posting.number ?? (id.length <= 12 ? id : null)
  const whole = [posting.organisation, posting.title].filter((name) => name !== null).join(', ') || digest.untitled
  const names = whole.length <= longestNames ? whole : `${whole.slice(0, longestNames).replace(/[\s,]+\S*$/, '')}…`
  return label === null ? [bold(names)] : [bold(label), ` ${names}`]
}

function moment({ kind, moment: at, exclusive }: Milestone, { digest }: Texts, strong: boolean): (string | Span)[] {
  const { before, at: when } = digest.milestones[kind]
  const words = digest.exclusive(exclusive) + when(at)
  return [before, strong ? bold(words) : words]
}

/** The other reading of a contradiction: a date of ours, or the posting's own words. */
function readable(value: string, { digest }: Texts): string {
  return /^\d{4}-\d\d-\d\d(?:$|T)/.test(value) ? digest.short(value) : value
}

function held(assignment: Assignment, { owners, scoring }: DigestOptions, { digest }: Texts): string {
  const owner = assignment.owner === null ? null : (owners?.[assignment.owner] ?? digest.taken)
  const count = scoring?.[assignment.id] ?? 0
  const parts = [owner ?? (assignment.state === 'ours' ? digest.taken : digest.nobody)]
  if (count > 0) parts.push(digest.scoring(count))
  return parts.join(', ')
}

type Line = { one: Upcoming; words: (string | Span)[] }

/** How many days ahead "today to the next working day" and "this week" reach. */
type Week = { next: Temporal.PlainDate; nextDays: number; sundayDays: number }

function weekOf(today: Temporal.PlainDate, next: Temporal.PlainDate): Week {
  return { next, nextDays: today.until(next, { largestUnit: 'days' }).days, sundayDays: 7 - today.dayOfWeek }
}

/** 0: up to the next working day, so over the weekend on a Friday; 1: the rest of the week; 2: later. */
function groupOf({ firstDays }: Upcoming, { nextDays, sundayDays }: Week): 0 | 1 | 2 {
  return firstDays <= nextDays ? 0 : firstDays <= sundayDays ? 1 : 2
}

/** Without headings when there is little to divide. */
function grouped(lines: Line[], week: Week, { digest }: Texts) {
  const titles = [digest.soon(week.next.toString(), week.nextDays === 1), digest.thisWeek, digest.later]
  const groups = titles
    .map((title, index) => ({ title, lines: lines.filter(({ one }) => groupOf(one, week) === index) }))
    .filter((group) => group.lines.length > 0)
  const divided = groups.length > 1 && lines.length >= headingsFrom
  return groups.map((group) => ({
    title: divided ? group.title : null,
    items: group.lines.map(({ words }) => words),
  }))
}

/** See `digestActions`. What concerns one assignment acts at once where there is one line, and asks which where there are more. */
function buttons(found: Upcoming[], hidden: number, { digest, postings }: Texts): Button[] {
  const act = (label: string, action: string, values: Record<string, string> = {}): Button => ({
    kind: 'action',
    label,
    action,
    step: '',
    values,
  })
  const alone = found.length === 1 ? found[0]!.assignment : null
  const states = [
    { label: postings.take, state: 'ours', not: alone?.owner != null },
    { label: postings.notForUs, state: 'not-for-us', not: false },
    { label: postings.handIn, state: 'handed-in', not: false },
  ] as const
  return [
    ...(hidden > 0 ? [act(digest.all(found.length), digestActions.all)] : []),
    act(digest.details, digestActions.details),
    {
      ...act(digest.score, digestActions.score, alone ? { assignment: alone.id } : {}),
      form: 'intake-form',
    } as Button,
    ...states
      .filter(({ not }) => !not)
      .map(({ label, state }) =>
        alone ? act(label, 'posting-state', { id: alone.id, state }) : act(label, digestActions.state, { state }),
      ),
    act(digest.settings, digestActions.settings),
  ]
}

/**
 * Actions that the assistant answers. `all`: the same digest whole. `details`: the list of open assignments. `score`: as the word
 * "toets". `state`: which assignment is taken, not for us or handed in. `settings`: as "instellingen". `show`: as "deadlines laat
 * zien". `on`, `off`: as "digest aan" and "digest uit".
 */
export const digestActions = {
  all: 'digest-all',
  details: 'digest-details',
  score: 'digest-score',
  state: 'digest-state',
  settings: 'digest-settings',
  show: 'digest-show',
  on: 'digest-on',
  off: 'digest-off',
} as const

function written({ elements }: Card): string {
  return elements
    .flatMap((element) => {
      if (element.type === 'heading') return [element.text]
      if (element.type === 'list')
        return element.items.map((item) => (wordsOf(item).startsWith('⚠️') ? wordsOf(item) : `· ${wordsOf(item)}`))
      return element.type === 'text' || element.type === 'notice' ? [wordsOf(element.text)] : []
    })
    .join('\n')
}
