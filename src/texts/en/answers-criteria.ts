import type { criteria as source } from '../nl/answers-criteria.ts'
import { dates } from './answers-dates.ts'

const { amount, and, years } = dates
const points = (count: number): string => (count === 1 ? '1 point' : `${amount(count)} points`)

export const criteria: typeof source = {
  points,
  name: (section, label) => `${section === 'knockout' ? 'knock-out' : 'criterion'} ${label}`,
  Name: (section, label) => `${section === 'knockout' ? 'Knock-out' : 'Criterion'} ${label}`,
  knockouts: (count) => (count === 1 ? 'One knock-out:' : `${count} knock-outs:`),
  awards: (count, total) =>
    `${count} ${count === 1 ? 'criterion' : 'criteria'}${total === null ? '' : `, ${points(total)} together`}:`,
  item: (label, text, worth) => `${label}. ${text}${worth === null ? '' : ` (${points(worth)})`}`,
  worth: (name, text, worth) => `${points(worth)} for ${name}: ${text}.`,
  worthSub: (parts) => `Split: ${parts.join('; ')}.`,
  knockoutNoPoints: (name, text) => `${name} earns no points (it must be met): ${text}.`,
  knockoutsNoPoints: 'No, knock-outs earn no points: whoever misses one is out.',
  sameNumber: (label) => `Number ${label} occurs twice.`,
  noSuchNumber: (label, known) => `Number ${label} is not in the posting; there are ${and(known)}.`,
  most: (name, text, worth) => `${name}: ${text} (${points(worth)}).`,
  allEqual: (worth) => `All criteria weigh the same: ${points(worth)} each.`,
  priceNo: 'No, the price is not among the criteria with points.',
  priceNone: 'There are no points for the price: it is not among the criteria in the posting.',
  equalYes: (worth) => `Yes, all criteria weigh the same: ${points(worth)} each.`,
  equalNo: (list) => `No: ${list.join('; ')}.`,
  total: (sum, parts) => `${parts.join(' + ')} = ${points(sum)}.`,
  totalPrinted: 'The posting prints that total too.',
  totalNotPrinted: 'The total itself is not in the text; this is the sum.',
  totalConflict: (printed, sum) =>
    `The posting contradicts itself: it says ${printed} points, but the criteria add up to ${sum}.`,
  without: (left, total, names, lost) =>
    `At most ${left} of the ${points(total)}: without ${and(names)} you miss ${lost}.`,
  motivationWorth: (total, parts) => `${points(total)} together: ${parts.join('; ')}.`,
  yearsAsked: (name, text) => `${name}: ${text}.`,
  noYears: 'The posting does not state a number of years of experience.',
  windowNone: (asked) => `The posting does not say: it names no look-back period for ${asked}.`,
  windowIs: (name, count) => `${name} only counts the past ${years(count)}.`,
  windowOutside: (ago, name, count) => `No, ${years(ago)} ago falls outside the past ${years(count)} of ${name}.`,
  tooFewYears: (name, asked) => `No: ${name} asks ${asked}.`,
  wrongEmployer: (name, text) => `No: ${name} asks “${text}”.`,
  passesOther: (name) => `${name} is met with that, if the rest is right.`,
  yearsEnough: (name, asked) =>
    `The years are enough: ${name} asks ${asked}. Whether the rest is right must show from the CV.`,
  askedYears: (min, window) => `at least ${years(min)}${window === null ? '' : ` in the past ${years(window)}`}`,
  band: (name, text, worth) => `${points(worth)} on ${name}: ${text}.`,
  partialUnknown: 'The posting does not say: it mentions no partial scores.',
  education: (level) => `Level of education: ${level}.`,
  educationCriterion: (name, text) => `${name}: ${text}.`,
  educationConflict: (first, second) =>
    `The posting contradicts itself: the top says ${first}, the requirements say ${second}.`,
  educationTested: (name) => `What gets checked is ${name}; ask to be sure.`,
  educationEnough: (level) => `Yes, ${level} meets the level asked`,
  educationDirection: (text) => `; mind the field: ${text}`,
  educationTooLow: (level) => `No, ${level} is not enough`,
  educationOpen: (level, text) =>
    `The posting does not say: it has “${text}”; whether ${level} also counts is not stated.`,
  competencies: (list) => `${list.join('; ')}.`,
  competenciesCount: (count) => (count === 1 ? 'One competency:' : `${count} competencies:`),
  step: (title, text) => `${title}: ${text}`,
  noStep: (number, count) => `Step ${number} is not in the posting; it names ${count}.`,
  tieRate: 'Then the hourly rate decides.',
  tieLowest: 'Then the lowest rate decides.',
  tieCriterion: (label) => `Then criterion ${label} decides.`,
  tieLot: 'Then lots are drawn.',
  lowestNotSaid:
    'The posting only says that the rate decides. That the lowest wins is likely but does not stand there literally.',
  lowestYes: 'Yes, the lowest rate wins.',
  shortlist: (count) => `${amount(count)} ${count === 1 ? 'candidate goes' : 'candidates go'} through.`,
  interviewsCount: 'The posting does not say how many candidates are interviewed.',
  standstillYes: 'Yes, a standstill period for objections applies.',
  standstillDays: 'The posting does not say how many days that period is.',
  cvPages: (pages) => `At most ${pages} pages`,
  cvLanguage: { nl: 'in Dutch', en: 'in English', 'nl/en': 'in Dutch or English' },
  cvReferences: (count) => `at least ${count} ${count === 1 ? 'reference' : 'references'}`,
  cvFormats: (formats) => `as ${formats.map(formatName).join(', ')}`,
  cvFormatYes: (format) => `Yes, ${formatName(format)} is fine.`,
  cvFormatNo: (format, formats) =>
    `No, not ${formatName(format)}; the CV must be ${formats.map(formatName).join(', ')}.`,
  cvLanguageYes: (language) => `Yes, the CV may be ${language}.`,
  cvLanguageNo: (language) => `No, the CV must be ${language}.`,
  cvMotivation: 'A motivation letter is asked as well.',
  motivationYes: 'Yes, a motivation letter is part of it.',
  motivationSelf: 'Yes, the candidate must write the motivation personally.',
  motivationNotUs: 'No, the candidate must write the motivation personally.',
  motivationNone: 'The posting does not say: it asks no motivation letter.',
  documents: (list) => `${list.join('; ')}.`,
  cv: 'CV',
  motivation: 'a motivation letter',
  phone: (phone) => `Phone ${phone}`,
  mail: (mail) => `e-mail ${mail}`,
  noPerson: 'The posting does not name a contact person.',
  same: 'No, they are the same.',
  differ: 'Yes, they differ.',
}

function formatName(format: string): string {
  return format === 'docx' || format === 'doc' ? `Word (${format})` : format
}
