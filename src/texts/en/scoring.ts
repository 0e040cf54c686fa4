import type { Coded } from '../../scoring/assessment.ts'
import type { scoring as source } from '../nl/scoring.ts'
import { languages } from './words.ts'

type Values = Coded['values']
type Sentences = Record<string, (values: Values) => string>

const levels: Record<string, string> = { native: 'native', fluent: 'fluent', good: 'good' }
const at = ({ label }: Values) => (label ? `At ${label}: ` : '')
const months = (n: string | number | undefined) => `${n} ${Number(n) === 1 ? 'month' : 'months'}`
const years = (n: string | number | undefined) => `${n} ${Number(n) === 1 ? 'year' : 'years'}`
const day = (iso: string | number | undefined) =>
  iso
    ? Temporal.PlainDate.from(String(iso).slice(0, 10)).toLocaleString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
      })
    : 'unknown'

const rules: Sentences = {
  months: ({ minimum }) =>
    `Rule: at least ${months(minimum)} of work that falls under this; overlap counts once, and the posting names no look-back window.`,
  'months-in-window': ({ minimum, years: window }) =>
    `Rule: at least ${months(minimum)} in the last ${years(window)} before the closing date; overlap counts once.`,
  experience: () => 'Rule: one dated engagement whose own text says this is enough; the posting names no duration.',
  'experience-in-window': ({ years: window }) =>
    `Rule: one dated engagement in the last ${years(window)} whose own text says this is enough.`,
  education: ({ level, fields }) =>
    `Rule: a completed education at ${level} level or higher${fields ? ` in the direction of ${fields}` : ''}; without a stated completion it is unclear.`,
  'education-thinking-level': ({ level }) =>
    `Rule: ${level} working and thinking level; no diploma is asked, so the consultant decides where no education shows it.`,
  'education-not-mentioned': ({ level }) =>
    `Rule: a completed education at ${level} level or higher; the CV names none.`,
  language: ({ language, level }) =>
    `Rule: the CV names ${languages[String(language)] ?? language} at the level "${levels[String(level)] ?? level}" or higher.`,
  certificate: () => 'Rule: the certificate or registration is named in the documents.',
  availability: () => 'Rule: availability does not follow from experience; the candidate says so.',
  'not-for-documents': () => 'Rule: a CV does not show this; ask the candidate.',
  motivation: () =>
    'Rule: you judge the motivation. I only check whether it is there, short, in the first person and ties earlier work to the assignment.',
  price: () => 'Rule: this is about the price, which depends on the other offers.',
  steps: () => "Rule: the posting's own scale of points.",
  parts: () => 'Rule: the parts of the posting, each with its own points, added up.',
}

const questions: Sentences = {
  'window-shift': ({ minimum }) =>
    `Note: if the window begins or ends a month earlier, this tips around the ${months(minimum)}. Check the count.`,
  'exact-dates': ({ minimum, atLeast, atMost }) =>
    `The years allow ${atLeast} to ${atMost} months, ${minimum} are needed. In which months did this work begin and end?`,
  'dates-missing': (values) => `${at(values)}there are no dates. From which month to which month was this?`,
  'role-like': (values) =>
    `${at(values)}the role resembles it but has another name. Was this the role asked for, and where does it say so?`,
  'employer-open': (values) => `${at(values)}was the client of the kind asked for, and was the work carried out there?`,
  'wording-open': (values) =>
    `${at(values)}the text names it with a reservation, a negation or a plan. Was it really done?`,
  'topic-near': (values) => `${at(values)}the text comes near but does not name it. Was this part of it, and how?`,
  'not-shown-together': () => 'The parts stand apart in the CV. Were they part of the same work?',
  'thinking-level': ({ level }) => `What shows the ${level} working and thinking level?`,
  'completion-not-stated': ({ study }) => `Was "${study}" completed, and in which year? The CV does not say.`,
  'foreign-level': ({ study }) => `At which Dutch level was "${study}" valued?`,
  'comparable-direction': ({ study }) => `Is the direction of "${study}" comparable to what is asked?`,
  'language-level': ({ language, level }) =>
    `How well does the candidate master ${languages[String(language)] ?? language}? Asked: ${levels[String(level)] ?? level}.`,
  certificate: () => 'Does the candidate have this certificate or registration, and is it valid?',
  availability: () => 'Is the candidate available as asked?',
  'ask-candidate': () => 'Ask the candidate whether this is so.',
  'motivation-judge': () => 'Does the letter explain why this candidate fits this assignment?',
  'motivation-third-person': () => 'The letter is written in the third person. Did the candidate write it?',
  'motivation-long': ({ words }) =>
    `The letter has ${words} words, more than a page. Is that short enough for the posting?`,
  'motivation-missing': () => 'There is no motivation letter with the documents. Will the candidate write one?',
  'not-explained-in-letter': () =>
    'The posting wants this explained in the motivation letter. Will the candidate do that?',
}

const remarks: Sentences = {
  'deadline-contradicts-itself': ({ used }) =>
    `The posting names more than one closing date; I counted with ${day(used)}.`,
  'deadline-unknown': ({ used }) => `The posting names no closing date; I counted with ${day(used)}.`,
  'points-do-not-add-up': ({ printed, sum }) => `The points add up to ${sum}, while the posting says ${printed}.`,
  'hidden-text': () => 'The file holds hidden text; it does not count.',
  'addressed-to-machine': () => 'The documents hold a sentence that speaks to a computer; it does not count.',
  'no-engagements-found': () => 'I found no dated engagements in the CV; check whether the layout can be read.',
  'present-in-old-cv': ({ months: old }) =>
    `The CV says "present", but its newest date is ${months(old)} old. Is that work still going on?`,
  'model-quotes-dropped': ({ count }) =>
    `${count} ${Number(count) === 1 ? 'quote' : 'quotes'} of the language model did not stand like that in the documents and were left out.`,
  'order-knockouts-then-total': () => 'Order: knock-outs met, then the total of points.',
  'order-lower-rate-assumed': () =>
    'At equal points the hourly rate decides; that the lowest goes first is an assumption.',
  'order-no-tie-break': () => 'At equal points the posting does not say who goes first; the place is shared.',
  'order-cut': ({ cut }) => `The posting lets ${cut} through; everybody level at that cut is shown.`,
  'knockout-open': ({ label }) => `knock-out ${label} is still unclear`,
  'knockout-fails': ({ label }) => `knock-out ${label} is not met`,
  'could-rise': ({ past, high }) => `may still pass ${past} with at most ${high} points`,
  'could-fall': ({ past }) => `may still be passed by ${past}`,
  'rate-missing': () => 'is level; a rate is missing, so the order is open',
  'rate-decides': () => 'is level on points; the rate decides',
  tied: () => 'is level',
}

export const scoring: typeof source = {
  rule: ({ code, values }) => rules[code]?.(values) ?? 'Judged by what the quotes show.',
  question: ({ code, values }) =>
    questions[code]?.(values) ?? 'What in the documents shows this, and where and when was it?',
  remark: ({ code, values }) =>
    remarks[code]?.(values) ??
    (code.startsWith('model')
      ? 'The language model gave no usable answer. I went on with the rules; I may miss evidence that only follows from the context.'
      : 'Check this yourself; I was not sure of it.'),
}
