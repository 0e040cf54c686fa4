import type { postingQuestions as source } from '../nl/posting-questions.ts'

export const postingQuestions: typeof source = {
  conflict: (field, values) =>
    `On ${field} the posting gives different information: ${values.join(' and ')}. Which one applies?`,
  duplicateNumbers: 'Two criteria in the posting carry the same number. How should we refer to them in our offer?',
  closing: 'Until which date and time can we put forward a candidate?',
  closingTime: (date) => `Until what time on ${date} can we put forward a candidate?`,
  hours: 'How many hours a week are needed?',
  start: 'What is the intended start date?',
  duration: 'What is the duration of the assignment, and can it be extended?',
  rate: 'Is there a maximum rate, and if so which?',
  sroi: (threshold) =>
    threshold === null
      ? 'Under which conditions does the social return obligation apply to this assignment, and at what percentage?'
      : `Does the social return threshold of ${threshold} apply per assignment or to all assignments together, and what percentage applies above it?`,
  office: 'How many days a week do you expect the professional at the office, and are those fixed days?',
  hybrid: 'Is (partly) working from home possible?',
  days: (hours) => `How are the ${hours} hours divided over the week?`,
  interviews: 'On which day and at what time are the interviews planned?',
  partial: 'Can partial points be given for the award criteria, and on what scale?',
  professionals: 'How many professionals are needed, and may we put forward more than one candidate?',
  cv: 'What do you require of the CV (length, language, file format, references)?',
  zzp: 'May a self-employed professional carry out the assignment?',
}
