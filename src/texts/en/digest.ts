import type { digest as source } from '../nl/digest.ts'
import { joined, properName } from './words.ts'

const utc = { timeZone: 'UTC' } as const
const longDay = new Intl.DateTimeFormat('en-GB', { ...utc, weekday: 'long', day: 'numeric', month: 'long' })
const shortDay = new Intl.DateTimeFormat('en-GB', { ...utc, weekday: 'short', day: 'numeric', month: 'long' })

const asDate = (iso: string): Date => new Date(`${iso.slice(0, 10)}T12:00:00Z`)
const short = (iso: string): string =>
  `${shortDay.format(asDate(iso)).replace(',', '')}${iso.includes('T') ? ` ${iso.slice(11, 16)}` : ''}`

const kindNames = { submission: 'closing', questions: 'questions', answers: 'answers', interviews: 'interviews' }
const dayWords = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const openEnd = 99
const hoursWords = (hours: number): string => (hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} hours`)
const daysOf = (days: number[]): string => {
  const sorted = days.toSorted((a, b) => a - b)
  if (sorted.join() === '1,2,3,4,5') return 'on weekdays'
  if (sorted.length === 7) return 'every day'
  return `on ${joined(sorted.map((day) => dayWords[day - 1] ?? ''))}`
}

export const digest: typeof source = {
  title: (date) => `Deadlines as of ${longDay.format(asDate(date))}`,
  moment: (iso) => `${longDay.format(asDate(iso))} at ${iso.slice(11, 16)}`,
  late: 'Later than planned: I was not there at the usual time.',
  short,
  filtered: (filters) => `In this channel: ${filters.join('; ')}.`,
  soon: (until, isTomorrow) =>
    isTomorrow ? 'Today and tomorrow' : `Up to and including ${longDay.format(asDate(until))}`,
  thisWeek: 'This week',
  later: 'Later',
  milestones: {
    questions: { before: 'questions until ', at: short },
    answers: { before: 'answers ', at: short },
    submission: { before: 'closes ', at: short },
    interviews: { before: 'interviews ', at: short },
  },
  exclusive: (exclusive) => (exclusive ? 'before ' : ''),
  client: 'client: ',
  sendBy: (iso) => `hand in to the intermediary by ${short(iso)}`,
  sendByPassed: (iso) => `was to be handed in to the intermediary by ${short(iso)}`,
  alsoSays: (values) => `note: the posting also says ${values.join(' and ')}`,
  nobody: 'nobody yet',
  taken: 'taken',
  scoring: (count) => (count === 1 ? '1 candidate being scored' : `${count} candidates being scored`),
  isNew: 'new',
  isChanged: 'changed',
  isMoved: (from) => `moved, was ${short(from)}`,
  untitled: 'assignment without a title',
  more: (count) => `And ${count} more.`,
  all: (count) => `All ${count}`,
  details: 'Details',
  score: 'Score a candidate',
  settings: 'Settings',
  nothingThisWeek: 'No deadlines ahead.',
  whichState: {
    ours: 'Which one do you take?',
    'not-for-us': 'Which one is not for us?',
    'handed-in': 'Which one is handed in?',
  },
  noneLeft: 'None of those is open any more.',
  setting: {
    when: 'When',
    about: 'About',
    language: 'Language',
    quiet: 'Nothing ahead',
    reminders: 'Reminders',
    mayChange: 'May change it',
    next: 'Next',
    days: (days, holidays) => `${daysOf(days)}, ${holidays ? 'also' : 'not'} on public holidays`,
    whenOn: (time, days) => `at ${time}, ${days}`,
    liberationDay: {
      'every-fifth-year': '',
      always: '5 May counts as a holiday',
      never: '5 May counts as an ordinary day',
    },
    everything: 'all open assignments',
    regions: (regions) => `only ${joined(regions.map(properName))}`,
    scales: ({ from, to }) =>
      from === to ? `scale ${from}` : to >= openEnd ? `from scale ${from}` : `scale ${from} to ${to}`,
    unstated: 'what does not state that stays in',
    kinds: (kinds) => `only ${joined(kinds.map((kind) => kindNames[kind]))}`,
    languages: { nl: 'Dutch', en: 'English' },
    quiets: {
      weekly: 'one line on the first day of the week, otherwise silence',
      always: 'one line every time',
      never: 'always silence',
    },
    remindersOff: 'none',
    remindersOn: (hours) =>
      `${joined(hours.map(hoursWords))} before questions end and before it closes, to whoever has the assignment; when nobody has it, here`,
    mayChanges: { owner: 'whoever invited me, or an administrator', everybody: 'everybody here' },
    nextOff: 'none; the digest is off',
    nextNever: 'none; it never comes on these days',
    how: [
      'This is how to set it:',
      '"deadlines on at 08:30" or "deadlines off"',
      '"deadlines on Monday and Thursday" or "deadlines on weekdays"',
      '"deadlines only region Zwolle, scale 10 to 12" or "deadlines all regions, all scales"',
      '"deadlines only questions and closing" or "deadlines all moments"',
      '"deadlines in Dutch"',
      '"deadlines remind 24 hours and 2 hours before" or "deadlines no reminders"',
      '"deadlines silent when there is nothing", "deadlines 5 May off", "deadlines everybody may change it"',
      '"deadlines show" for a preview that only you see',
    ],
    show: 'Show',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
  },
  unclear: (words) =>
    `I do not understand it from "${words}" on, so I changed nothing. Say for instance "deadlines on 08:30" (a time between 00:00 and 23:59) or "deadlines on, on monday and thursday". "settings" shows all that can be set.`,
  preview: (iso) =>
    `This is what it would look like on ${longDay.format(asDate(iso))} at ${iso.slice(11, 16)}; I post nothing.`,
  previewSilent: 'Then I say nothing: there is nothing ahead.',
  previewNoDay: 'I do not know that day. Say for example "deadlines show 14 July".',
  reminder: {
    title: (days) => `Reminder: ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`,
    yours: 'You have this assignment.',
    nobodys: 'Nobody has this assignment yet.',
    details: 'View',
  },
  uncertain: (channel) =>
    `I do not know whether the digest in ${channel} arrived. So as not to post it twice, I do not try again; say "deadlines" to get it.`,
  expired: (channel) => `I could not post today's digest in ${channel} in time. Say "deadlines" to get it.`,
  calendar: {
    name: (id) => `Deadlines ${id}`,
    questions: 'Questions until now',
    answers: 'Answers published',
    submission: 'Closes',
    interviews: 'Interviews',
    reminder: 'Deadline approaching',
    sendBy: 'Hand in to the intermediary',
    cancelled: (what) => `Cancelled: ${what}`,
  },
}
