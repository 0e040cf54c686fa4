import type { intake as source } from '../nl/interview-intake.ts'
import { errors } from './errors.ts'
import { inside } from './interview-words.ts'
import { count, joined, languages } from './words.ts'

export const intake: typeof source = {
  whichAssignment: 'Which assignment are you scoring a candidate for?',
  whichOfThese: 'More than one fits. Which do you mean?',
  assignmentLabel: 'Assignment',
  moreAssignments: (n) => `And ${count(n, 'more assignment', 'more assignments')}; name the number or the client.`,
  nothingOpen:
    'There are no open assignments in the list. Send a posting first with "add", or name the number of a closed one.',
  unknownAssignment: 'I do not know that assignment. Name its number or the client, or pick one.',
  noCriteria: (title) =>
    `I found no knock-outs and no award criteria in ${title}, so there is nothing to score against. Send the full text with "add", or pick another assignment.`,
  closes: (date, days, conflict, sendBy) =>
    `closes ${date}${days === 0 ? ', today' : days === 1 ? ', tomorrow' : `, in ${days} days`}.${sendBy ? ` Send it by ${sendBy}.` : ''}${conflict ? ' ⚠️ The posting names another date as well.' : ''}`,
  closed: (date) => `closed on ${date}; scoring is still possible.`,
  closesUnknown: 'has no closing date in the posting.',
  whichCandidate:
    'Which initials or code do you use for the candidate? Send the CV (PDF or Word, at most 10 MB) and, if there is one, an explanation. You may add the rate.',
  nameReduced: (code) => `I use ${code}; I do not keep a name.`,
  sendCv: (code) => `Send the CV of ${code} (PDF or Word, at most 10 MB) and, if there is one, an explanation.`,
  tookFocus: (title: string) => `I take the assignment we were just talking about: ${title}.`,
  otherAssignment: 'Another assignment',
  codeOfColleague: (code: string, other: string) =>
    `${code} is a candidate that a colleague shared with you. So this is somebody else; I call them ${other}.`,
  codeNoted: (code: string) => `Noted: the code is ${code}.`,
  intakeTitle: 'Score a candidate',
  intakeSubmit: 'Send',
  intakeOpen: 'Fill in',
  codeLabel: 'Initials or code of the candidate',
  cvLabel: 'CV',
  explanationLabel: 'Explanation (if there is one)',
  motivationLabel: 'Motivation letter (the posting asks for one)',
  rateLabel: 'Hourly rate in euros, without VAT (optional)',
  rateFault: 'A rate is an amount per hour, such as 92 or 92.50.',
  codeFault: 'Give initials or a code, such as NvT.',
  sameCandidate: (code, date) => `I already know a candidate ${code} (CV of ${date}). Is this the same person?`,
  same: 'The same',
  other: 'Somebody else',
  usesKnown: (code, date) => `I use the documents I have of ${code}, CV of ${date}.`,
  whichRole: (name) => `What is "${name}"?`,
  kinds: { cv: 'CV', explanation: 'Explanation', motivation: 'Motivation letter' },
  roleNone: 'Do not use',
  notACv: (like, name) => {
    const looks: Record<string, string> = {
      posting: 'this looks like a posting, not a CV',
      invoice: 'this looks like an invoice, not a CV',
    }
    return `${name}: ${looks[like] ?? 'this does not look like a CV, I find no work and no education in it'}. Use it anyway?`
  },
  otherFile: 'Send another file',
  useAnyway: 'Use it anyway',
  notUnderstood: 'I did not understand that.',
  madeOnEarlier: (codes) =>
    `The assignment changed since: the scoring of ${codes.filter(Boolean).join(', ')} was made on the earlier criteria. Type "new version" and send the CV again to look anew.`,
  progress: (what) => {
    const steps: Record<string, string> = {
      opening: 'Opening the documents …',
      reading: 'Reading the documents …',
      engagements: 'Documents read, now the engagements …',
      evidence: 'Engagements read, now the evidence …',
      checking: 'Checking the quotes …',
      points: 'Counting months and points …',
      model: 'The language model is reading along …',
    }
    return steps[what] ?? 'Engagements read, now the evidence …'
  },
  stillReading: 'I am still reading. You can ask about the assignment meanwhile.',
  readingFileNext: 'I will read that file next; I am still busy with the one before.',
  readingStopped: 'Stopped reading. What you decided earlier is kept.',
  rescored: (names) =>
    names.length === 0
      ? 'Read again: nothing changes about the criteria.'
      : `Read again. Changed: ${joined(names.map(inside))}. I leave the rest as it is.`,
  refused: (code, details, file) => {
    const own: Record<string, string> = {
      'no-cv': 'There is no CV yet. Send it as PDF or Word.',
      cancelled: 'Reading was stopped. Send the file again to go on.',
    }
    const told =
      own[code] ??
      errors.sentence(code, details) ??
      'Something went wrong while reading and nothing was changed. Send the file again, or save it as PDF first.'
    return file ? `${file}: ${told}` : told
  },
  readByRules: (pages, language, references) =>
    `Read: ${[pages === null ? null : count(pages, 'page', 'pages'), language ? (languages[language] ?? language) : null, count(references, 'reference', 'references')].filter(Boolean).join(', ')}. I read by rules; nothing left this machine.`,
  mayModel: (host, code) =>
    `May I also use the language model on ${host}? Then text without name and contact details goes there. Was ${code} informed? Without a yes I go on with rules only.`,
  consentYes: 'Yes',
  retryModel: 'Again with the model',
  consentNo: 'No, rules only',
  consentText: (code) => `Text for ${code}`,
  candidateNotice: (host) =>
    [
      'Text for the candidate:',
      'We compare your CV (and your explanation and motivation) with the requirements of an assignment, with the help of an AI assistant. It looks for the sentences in your documents that belong to a requirement and counts months; a consultant decides on every requirement and on the proposal.',
      host
        ? `For this, text without your name and contact details goes to a language model on ${host}, only if you know about it.`
        : 'Nothing goes to a language model or to another party.',
      'We keep your data until four weeks after the outcome, or a year if you agree. Your name, photo, age, origin, health and family do not count.',
      'You may see your data and the findings with their reasons, have them corrected and have them erased, and you may ask a person to explain. Your consultant is there for that.',
    ].join('\n\n'),
}
