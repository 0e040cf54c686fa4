import type { handingIn as source } from '../nl/interview-handing-in.ts'
import { inside } from './interview-words.ts'
import { count, euro, joined } from './words.ts'

export const handingIn: typeof source = {
  prepareTitle: (code) => `Prepare the interview, ${code}`,
  prepareIntro: 'Per competency what the CV shows, and two open questions: situation, task, action, result.',
  prepareNone: 'The posting names no competencies. Prepare the criteria that have the least evidence.',
  competencyNotSeen: 'Not visible in the CV: have the candidate keep an example ready.',
  starQuestions: (name, seen, index) => {
    const first = [
      `Which situation best shows that "${name}" fits you, and what was your task in it?`,
      `Tell about a moment when it came down to "${name}": what was going on, and what was expected of you?`,
      `When did you need "${name}" most, and what was your role?`,
    ]
    const second = [
      'What exactly did you do, and what came of it? How did the client notice?',
      'Which steps did you take yourself, what went differently than planned, and what was the result?',
      'What did you choose to do and why, and what would you do differently now?',
    ]
    return [`${seen ? '' : 'No example in the CV yet. '}${first[index % first.length]}`, second[index % second.length]!]
  },
  prepareWeak: (names) => `Also expect questions about ${joined(names.map(inside))}: the evidence is thinnest there.`,
  handInTitle: 'Hand-in checklist',
  handInDone: (done, all) => (done === all ? 'Everything is ticked.' : `${done} of ${all} ticked.`),
  itemCv: 'CV as the posting demands',
  itemExplanation: 'Explanation or reading guide',
  itemMotivation: 'Motivation letter',
  itemMotivationOwn: 'written by the candidate',
  itemRate: (rate) => `Hourly rate ${euro(rate)}`,
  itemRateOpen: 'Settle the hourly rate',
  maxRate: (max) => `maximum in the posting: ${euro(max)}`,
  itemReferees: (n) => count(n, 'referee agreed', 'referees agreed'),
  itemAgreed: (code) => `${code} agrees to be offered by us`,
  itemWhere: 'Where and when to hand in',
  notStatedWhere: 'the posting does not say where to hand in; look on the platform',
}
