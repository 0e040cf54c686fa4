import type { gaps as source } from '../nl/interview-gaps.ts'
import { inside } from './interview-words.ts'
import { scoring } from './scoring.ts'
import { count, joined } from './words.ts'

export const gaps: typeof source = {
  failed: (code, name) =>
    `${code} does not meet ${inside(name)}. Whoever misses a knock-out is usually not assessed further.`,
  mends: ({ months, minimumMonths }, code, hasEvidence) => {
    if (months && minimumMonths && months.atMost < minimumMonths) {
      return `There are at most ${count(months.atMost, 'month', 'months')} of the ${minimumMonths}. This only changes if ${code} has more work that falls under this and puts it in the CV with its first and last month.`
    }
    return hasEvidence
      ? 'This changes if the missing part stands with a quote in a new version of the CV or the explanation, and it is true.'
      : `This changes if ${code} has this and puts it in the CV or the explanation.`
  },
  stopHere: 'Stop here',
  goOnAnyway: 'Continue anyway',
  stoppedHere: (code) => `Stopped at this knock-out. Everything about ${code} is kept; say "continue" to go on anyway.`,
  questionsFor: (code) => `Questions for ${code}`,
  noGaps: 'There are no open questions for the candidate: everything is in the documents.',
  gapsIntro: (code) => `You can ask ${code} this. These are questions, not sentences to copy.`,
  gap: (finding, text, hasEvidence) => {
    const name = finding.section === 'knockout' ? `Knock-out ${finding.label}` : `Criterion ${finding.label}`
    const [question] = finding.questions
    if (question) return `${name}: ${scoring.question(question)}`
    const what = text ? `"${text.replace(/[;.\s]+$/, '')}"` : 'this criterion'
    if (finding.months && finding.minimumMonths) {
      return `${name}: which work falls under ${what}, and in which months did it begin and end?`
    }
    if (hasEvidence && finding.points && finding.points.value >= finding.points.max * 0.75) {
      return `${name}: was there another assignment in which ${what} mattered, and with what concrete result?`
    }
    return hasEvidence
      ? `${name}: which part of ${what} is not in the CV yet, and where and when was that?`
      : `${name}: did you do ${what}, and if so where, when and with what result?`
  },
  gapsEnd: (code) =>
    `Let ${code} write it in the CV or the explanation. Send that version and I only check what it changes.`,
  sendNewVersion: (code) => `Send the new version of ${code}; what you decided stays.`,
  careerChanged: (code) => `This version of ${code} differs from the one before:`,
  careerChange: (code, values) => {
    const at = values['engagement'] ?? ''
    const sentences: Record<string, string> = {
      'start-changed': `${at}: start from ${values['from']} to ${values['to']}`,
      'end-changed': `${at}: end from ${values['from']} to ${values['to']}`,
      'role-changed': `${at}: role from "${values['from']}" to "${values['to']}"`,
      'organisation-changed': `organisation from "${values['from']}" to "${values['to']}"`,
      'engagement-added': `${at}: is new`,
      'education-changed': `education: "${values['from']}" → "${values['to']}"`,
      'engagement-removed': `${at}: is no longer there`,
    }
    return sentences[code] ?? scoring.remark({ code, values })
  },
  studies: {
    level: { other: 'other study' },
    completion: {
      completed: 'completed',
      unfinished: 'not completed',
      running: 'still studying',
      'not-stated': 'completion not stated',
    },
  },
  careerTips: (names) => `In this version the outcome changes of ${joined(names.map(inside))}.`,
  careerAsk: (code) => `Did ${code} confirm these changes?`,
  careerYes: (code) => `${code} confirms this`,
  careerNo: 'Not yet',
  careerOpen: (code) => `Check with ${code} before you confirm the card.`,
}
