import type { report as source } from '../nl/report.ts'
import { kinds } from './words.ts'

export const report: typeof source = {
  title: (code) => `Evidence report ${code}`,
  state: 'State',
  confirmed: (by, date) => `confirmed on ${date} by ${by}`,
  draft: 'draft, not confirmed yet',
  reference: 'Reference date',
  engine: 'Read with',
  engines: { rules: 'rules', model: 'rules and a language model' },
  rate: 'Hourly rate',
  unknown: 'not known',
  amount: (value) => `€ ${value.toLocaleString('en-GB', { minimumFractionDigits: Number.isInteger(value) ? 0 : 2 })}`,
  made: 'Made on',
  names: 'Names',
  namesShown: 'visible',
  namesCovered: 'covered',
  scoreCard: 'Score card',
  knockouts: 'Knock-outs',
  criterion: 'Criterion',
  outcome: 'Outcome',
  judgement: 'Decision',
  asProposed: 'as proposed',
  cvDemands: 'Demands on the CV',
  warnings: 'Note',
  evidence: 'Evidence per criterion',
  nothing: 'There are no words for this in the documents.',
  competencies: 'Competencies',
  decisions: 'Who decided what, and when',
  noDecisions: 'Nothing was decided yet.',
  you: 'you',
  consultant: 'the consultant',
  decidedBy: (by, date) => `by ${by}, ${date}`,
  notShown: 'not shown in the documents',
  rules: 'Rules and assumptions',
  assumptions: [
    'A point is a quote: what is not in the documents does not count. Every quote was checked in the document letter by letter.',
    'Months are calendar months; the first and the last count, overlap counts once, part-time shortens nothing.',
    'A window of N years is the N times 12 months that end with the month of the reference date.',
    'Years without a month are bounds: the least and the most that can follow from them.',
    'Lists of skills, profile texts and courses are not experience.',
    'Age, origin, sex, family, health and belief do not count and are no reason.',
    'A consultant confirms every knock-out and the total; nothing is rejected by itself.',
  ],
  hidden: 'Hidden text',
  hiddenNote: 'This is in the file but a reader does not see it. It did not count, neither for nor against.',
  textOf: (kind) => `Text of the ${kinds[kind]}`,
  sources: (quote) =>
    [
      quote.page === null ? kinds[quote.source] : `${kinds[quote.source]}, p. ${quote.page}`,
      quote.where,
      quote.against ? 'speaks against it' : quote.certain ? '' : 'uncertain',
    ]
      .filter(Boolean)
      .join(' · '),
  footer:
    'Made by Maatstaf, an AI assistant that looks for evidence; a person decides. Confidential: do not share outside the procedure.',
  guideTitle: (code) => `Reading guide to the CV of ${code}`,
  guideNothing: 'See the CV.',
  editionTitle: 'Your CV beside the requirements of the assignment',
  editionIntro: (engine) =>
    `A consultant laid your documents beside the requirements of this assignment, with the help of an AI assistant (read with ${engine}). Below stands, per requirement, what was found, by which rule, and what the consultant made of it.`,
  editionOutcome: (decision, confirmed) =>
    `${decision === 'meets' ? 'According to the documents all requirements are met' : decision === 'fails' ? 'According to the documents not all requirements are met' : 'It is not clear yet whether all requirements are met'}${confirmed ? '; a consultant confirmed this.' : '; this is still a draft.'}`,
  rightsTitle: 'What you can do',
  rights: [
    'You may ask for an explanation by a person, and say why you see it differently.',
    'Is something wrong, or not in your CV? Send a corrected version; it will be read again.',
    'You may see your data, take them with you, have them corrected and have them erased.',
    'Your data go four weeks after the outcome, or after a year if you agreed to that.',
    'If you disagree with how we handle your data, you can complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).',
  ],
}
