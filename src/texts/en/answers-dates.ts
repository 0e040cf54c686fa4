import type { dates as source } from '../nl/answers-dates.ts'
import { day, euro, joined, number, when } from './words.ts'

const range = (min: number, max: number): string => (min === max ? number(min) : `${number(min)} to ${number(max)}`)
const euroRange = (min: number, max: number): string => (min === max ? euro(min) : `${euro(min)} to ${euro(max)}`)
const inDays = (days: number): string =>
  days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === 2 ? 'the day after tomorrow' : `in ${days} days`

export const dates: typeof source = {
  day,
  when,
  amount: number,
  euro,
  range,
  euroRange,
  inDays,
  months: (months) => (months === 1 ? '1 month' : `${number(months)} months`),
  years: (years) => (years === 1 ? '1 year' : `${number(years)} years`),
  and: joined,
  kinds: {
    submission: 'closing',
    questions: 'questions until',
    answers: 'answers',
    interviews: 'interviews',
    start: 'start',
  },
  submission: (iso, days) => `${when(iso)}, ${inDays(days)}.`,
  submissionPassed: (iso) => `That assignment is closed: responses were due by ${when(iso)}.`,
  submissionNow: (iso) => `Today still, until ${when(iso)}.`,
  beforeDay: (iso) => `Before ${day(iso)}, so the day before at the latest.`,
  morePrinted: (iso, exclusive) =>
    `The posting also names ${exclusive ? 'before ' : ''}${when(iso)}; keep to the earliest.`,
  questionsStill: (iso) => `Questions can be asked until ${when(iso)}.`,
  questionsUntil: (iso, days) => `Questions can be asked until ${when(iso)}, ${inDays(days)}.`,
  questionsPassed: (iso) => `Questions could be asked until ${when(iso)}; that term is over.`,
  questionsYes: (iso) => `Yes, questions can still be asked until ${when(iso)}.`,
  questionsNo: (iso) => `No, that could be done until ${when(iso)}.`,
  byPhone: (phone) => `About the procedure you can still call ${phone}.`,
  answersOn: (iso) => `The answers come on ${when(iso)}.`,
  answersWere: (iso) => `The answers were published on ${when(iso)}.`,
  interviewsOn: (iso) => `The interviews are on ${when(iso)}.`,
  interviewsWere: (iso) => `The interviews were on ${when(iso)}.`,
  undecided: (words) => `To be decided (“${words}”); no date yet.`,
  startsOn: (iso) => `The assignment starts on ${day(iso)}.`,
  startedOn: (iso) => `According to the posting the assignment started on ${day(iso)}.`,
  startWords: (words) => `As soon as possible (“${words}”); no date is given.`,
  startLabel: (words) => `“${words}”; no date is given.`,
  noTime: (iso) => `The posting does not state a time, only ${day(iso)}.`,
  alsoSays: (words) => `It adds: “${words}”.`,
  endsOn: (iso) => `The assignment runs until ${day(iso)} inclusive.`,
  endComputed: (start, months, end) => `Start ${day(start)} plus ${months}: until ${day(end)} inclusive.`,
  endWithExtension: (months, end) => `With all extensions (${months}) until ${day(end)} inclusive.`,
  endUntil: (iso) => `It can be extended until ${day(iso)}.`,
  endUnknown: (start, months) =>
    `The posting does not state an end date, and it cannot be computed: ${start === null ? 'the start date is missing' : `the start is “${start}” (${/^z\.?s\.?m|zo (snel|spoedig)/i.test(start) ? 'as soon as possible' : 'no date'})`}${months === null ? '' : `, the duration ${months}`}.`,
  ifStarts: (start, end, months) =>
    `Starting on ${day(start)}, the first period of ${months} runs until ${day(end)} inclusive.`,
  daysLeft: (days, working, iso) =>
    `${days === 1 ? '1 day' : `${days} days`} left (${working === 1 ? '1 working day' : `${working} working days`}): until ${when(iso)}.`,
  openYes: (iso, days) => `Yes, until ${when(iso)}, ${inDays(days)}.`,
  openNo: (iso) => `No, it is closed: responses were due by ${when(iso)}.`,
  withdrawn: 'No, the client has withdrawn this assignment.',
  openUnknown: 'The posting does not state a closing date, so whether it is still open cannot be said.',
  posted: (iso) => `Published on ${day(iso)}.`,
  sendBy: (iso) => `Send your documents by ${day(iso)}: they ask for them earlier than the closing date.`,
  sendByPassed: (iso) => `Your documents should have been in by ${day(iso)}.`,
  sendBefore: (iso) => `By ${when(iso)}; the posting names no earlier date for sending documents.`,
  conflict: (values) => `The posting contradicts itself: it says ${values.join(' and ')}.`,
  reading: (value, quote) => (quote === '' ? value : `${value} (“${quote}”)`),
  workWith: (iso) => `Work with ${when(iso)} and have it confirmed.`,
  postedAfter: (iso) =>
    `It was published on ${day(iso)}; a date before that cannot be right and is probably a slip of the pen.`,
  bothPassed: 'Both have passed; the assignment is closed.',
  line: (kind, at) => `${kind} ${at}`,
  passed: 'over',
  thisRange: {
    today: 'today',
    tomorrow: 'tomorrow',
    week: 'this week',
    nextWeek: 'next week',
    month: 'this month',
    nextMonth: 'next month',
    other: 'in that period',
  },
  yearMissing: 'It has no year, so I do not count with it.',
  rangeFrom: (day) => `from ${day} on`,
  rangeTo: (day) => `before ${day}`,
  rangeBetween: (from, to) => `from ${from} to ${to}`,
}
