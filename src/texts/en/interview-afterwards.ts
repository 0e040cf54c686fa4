import type { afterwards as source } from '../nl/interview-afterwards.ts'
import { interval } from './interview-words.ts'
import { euro, marks, number } from './words.ts'

export const afterwards: typeof source = {
  confirmed: (code, date) => `Confirmed: the score card of ${code} is fixed (${date}). What would you like to do now?`,
  afterTitle: (code, date, total) =>
    `The score card of ${code} has been fixed since ${date}: ${number(total.value)} of ${number(total.max)} points.`,
  frozen: 'The score card is confirmed and fixed. Reopen it to change something.',
  frozenFile: 'The score card is fixed. Reopen it and I will read this version.',
  handIn: 'Hand-in checklist',
  readingGuide: 'Reading guide',
  recordOutcome: 'Outcome',
  candidateEdition: "Candidate's edition",
  exportData: 'Export data',
  deleteCandidate: 'Delete',
  asDocx: 'As a Word file',
  withName: 'With the name',
  onlyOwnerNames: 'I show names only to the owner of the candidate; this report is without.',
  making: (what) =>
    ({
      'report-page': 'I am making the evidence report; the link works for 24 hours. Names are covered.',
      'report-docx': 'I am making the evidence report as a Word file.',
      'reading-guide': 'I am making the reading guide: per criterion the quote, the page and the employer.',
      'candidate-edition': "I am making the candidate's edition: findings, reasons and rights, without a comparison.",
      data: 'I am putting all data of this candidate together.',
    })[what],
  outcomes: {
    'not-put-forward': 'Not put forward',
    interview: 'Interview',
    awarded: 'Awarded',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
  keepYear: 'Keep for a year, candidate agrees',
  keptYear: (code) => `Noted: ${code} agrees that the data are kept for a year.`,
  whichOutcome: 'What is the outcome?',
  outcomeNoted: (outcome, code, starts, year) =>
    `Noted: ${outcome.toLowerCase()}.${starts ? ` The data of ${code} go in ${year ? 'a year' : 'four weeks'}.` : ''}`,
  outcomeIs: (outcome, points) =>
    `Outcome: ${outcome.toLowerCase()}${points === null ? '' : `, ${number(points)} points received`}.`,
  receivedPoints: 'How many points did the candidate get?',
  notKnown: 'Not known',
  pointsNoted: (points) => `Noted: ${number(points)} points received.`,
  shareHow:
    'With whom do you share this? A colleague sees the candidate with quotes and changes nothing; a channel only that somebody was scored.',
  shareWithColleague: 'Share with a colleague',
  handOverTo: 'Hand over to a colleague',
  colleague: 'Colleague',
  shareChannel: 'Tell the channel',
  watching: 'You are looking along: this assessment is a colleague’s, who decides about it.',
  onlyOwner: {
    change: () => 'This assessment is a colleague’s: you look along, the owner decides. Nothing changed.',
    details: (code) => `Only the owner changes the details and papers of ${code}. Nothing changed.`,
    consent: (code) => `What ${code} agrees to is recorded by the owner alone. Nothing changed.`,
    share: () => 'Only the owner of this candidate can share or hand over. Nothing changed.',
    erase: (code) => `Only the owner of ${code}, or an administrator, can erase. Nothing was erased.`,
    export: (code) =>
      `The full data of ${code}, with the name, go to the owner alone. You can have the evidence report.`,
  },
  personUnknown:
    'I do not know that colleague here. Use the name as it stands here, or let your colleague send me a message first.',
  shared: (code, name) => `${name} can see ${code} now; that is logged. To take it back: "stop sharing with ${name}".`,
  unshared: (code, name) =>
    `${name} can no longer open ${code}; that is logged. What stands in that chat already stays there until you erase ${code}.`,
  notShared: (code) => `${code} is not shared with that person. Use the name as it stands here.`,
  handedOver: (code, name) => `${code} was handed over to ${name}; that is logged.`,
  noChannel: 'This assessment did not start in a channel, so there is none to tell.',
  sharedInChannel: 'Told the channel, without code, quotes or points.',
  channelNews: (decision, confirmed) =>
    `A candidate ${confirmed ? 'was scored' : 'is being scored'} for this assignment: ${decision === 'meets' ? 'all knock-outs met' : decision === 'fails' ? 'not all knock-outs met' : 'knock-outs not all clear yet'}.`,
  reopened: 'Reopened. What you decided is still there; confirm again after your change.',
  deleteAsk: (code) =>
    `Delete everything about ${code}: documents, findings and cards of all assignments? This cannot be undone.`,
  deleteSure: 'Yes, delete',
  forgotten: (code) => `Everything about ${code} is deleted.`,
  ended: 'All right. Everything is kept; "score" starts the next one.',
  compareTitle: (label) => `Candidates for ${label}`,
  compareAlone: 'Only one candidate was scored for this assignment so far, so there is nothing to compare.',
  compareLine: (place) =>
    `${place.rank}${place.shared ? ' (shared)' : ''}. ${place.code} · knock-outs ${marks[place.knockouts]} · ${interval(place.total)} points${place.rateEur === null ? '' : ` · ${euro(place.rateEur)}`}${place.confirmed ? '' : ' · not confirmed yet'}${place.below ? ' · below the cut' : ''}${place.changes.length > 0 ? ` · ${place.changes.join('; ')}` : ''}`,
  compareOut: (code, changes) => `${code} · ❌ not in the order: ${changes.join('; ')}`,
  ownWhich: 'No scoring is going on here. Which candidate do you mean?',
  ownTitle: 'Your candidates',
  ownNone: 'You have no candidates yet. Say "score" to begin.',
  ownNoneFor: (label: string) => `You have not scored a candidate for ${label} yet.`,
  ownNotScored: 'not scored yet',
  ownUnknown: (code: string) =>
    code ? `I know no candidate ${code} of yours.` : 'That scoring is gone, or you may not see it.',
  ownGoOn: (code: string, label: string | null) => `Continue with ${code}${label === null ? '' : ` · ${label}`}`,
  ownHow:
    'You can also say: "continue with" and the code, "export" and the code, or "compare" and the number of the assignment.',
  ownStand: (
    confirmed: boolean,
    open: number,
    all: number,
    value: number,
    max: number,
    outcome: string | null,
  ): string =>
    [
      confirmed
        ? `confirmed, ${number(value)} of ${number(max)} points`
        : open === 0
          ? 'everything judged, to be confirmed'
          : `${all - open} of ${all} criteria judged`,
      outcome?.toLowerCase() ?? null,
    ]
      .filter(Boolean)
      .join(' · '),
}
