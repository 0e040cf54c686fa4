import type { overview as source } from '../nl/interview-overview.ts'
import { count, joined, kinds, languages, marks, number } from './words.ts'

export const overview: typeof source = {
  overviewRead: (code, pages, language, references, engine, documents = []) =>
    `Read of ${code}: ${[documents.length > 0 ? joined(documents.map((kind) => kinds[kind])) : null, pages === null ? null : count(pages, 'page', 'pages'), language ? (languages[language] ?? language) : null, count(references, 'reference', 'references')].filter(Boolean).join(', ')}. ${engine === 'rules-instead' ? 'I read by rules.' : engine === 'rules' ? 'I read by rules; nothing left this machine.' : 'The language model read along; every quote was checked in the documents.'}`,
  cvDemand: (demand, met, wanted, found) => {
    const names = { pages: 'pages', language: 'language', references: 'references', format: 'file type' }
    const say = (value: string) => languages[value] ?? value
    const state = met === null ? '❔' : met ? '✅' : '⚠️'
    const limit = demand === 'pages' ? 'at most ' : demand === 'references' ? 'at least ' : ''
    return `${state} ${names[demand]}: ${say(found) || 'not visible'} (asked: ${limit}${say(wanted)})`
  },
  overviewAwards: (clear, absent, open) =>
    [
      clear > 0 ? `${clear} with clear evidence` : null,
      absent > 0 ? `${absent} without evidence` : null,
      open > 0 ? `${open} to judge one by one` : null,
    ]
      .filter(Boolean)
      .join(' · '),
  criteriaTitle: 'Weighted criteria',
  overviewCounts: (clear, unclear, fails) =>
    [
      clear > 0 ? `${clear} with evidence` : null,
      unclear > 0 ? `${unclear} unclear` : null,
      fails > 0 ? `${fails} not met according to the documents` : null,
    ]
      .filter(Boolean)
      .join(' · '),
  hidden: (n) =>
    `The file holds ${n === 1 ? 'a piece' : `${n} pieces`} of text that a reader does not see. It does not count, neither for nor against.`,
  hiddenWhy: (why, page) => {
    const reasons: Record<string, string> = {
      'invisible-mode': 'made invisible',
      'background-colour': 'in the colour of the background',
      tiny: 'too small to read',
      'off-page': 'outside the page',
      transparent: 'transparent',
      vanish: 'formatted as hidden',
      comment: 'comment in the margin',
      deleted: 'deleted with changes tracked',
      metadata: 'file properties',
      'invisible-characters': 'invisible characters',
    }
    return `${reasons[why] ?? 'hidden'}${page === null ? '' : `, p. ${page}`}`
  },
  standingTitle: (code) => `Overview ${code}`,
  standingIntake: (assignment, code, reading) =>
    reading
      ? 'I am reading the documents; after that we go through the criteria.'
      : `Assignment: ${assignment ? 'chosen' : 'still to choose'} · candidate: ${code ?? 'still to name'} · CV: still to send.`,
  standingOpen: (name, text, put) => `◻️ ${name}: ${text} ${put ? '(later)' : '(to be judged)'}`,
  standingKnockout: (name, text, decision) => `${decision ? marks[decision] : '❔'} ${name}: ${text}`,
  standingAward: (name, text, points, max) => `✅ ${name}: ${text} (${number(points)}/${number(max)})`,
  openOne: 'Look at one',
  toCard: 'To the score card',
}
