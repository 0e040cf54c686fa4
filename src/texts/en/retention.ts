import type { KeptCandidate } from '../../assistant/retention/report.ts'
import type { retention as source } from '../nl/retention.ts'
import { day, number } from './words.ts'

const counts = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`
const moment = (at: string) => `${day(at)}, ${at.slice(11, 16)}`

const why: Record<KeptCandidate['why'], (from: string) => string> = {
  outcome: (from) => `outcome recorded on ${day(from)}`,
  closing: (from) => `no outcome; the assignment closes on ${day(from)}`,
  touched: (from) => `no outcome and no closing date; worked on until ${day(from)}`,
}

const kinds: Record<string, string> = {
  files: 'files that are still to be read or fetched',
  waiting: 'messages that wait for their turn',
  conversations: 'conversations: the last messages and where you were',
  feedback: 'answers that somebody called right or wrong',
  colleagues: 'colleagues: name, language and where to reach them',
  setAside: 'messages that were set aside because they failed',
  posts: 'marks of posted messages, without text',
  turns: 'marks of received messages, without text',
}

const removedKinds: Record<string, string> = {
  files: 'files',
  conversations: 'conversations',
  settings: 'intermediate results and judged answers',
  turns: 'marks of received messages',
  jobs: 'finished jobs',
  posts: 'marks of posted messages',
  setAside: 'messages set aside',
  keys: 'keys that open nothing any more',
}

export const retention: typeof source = {
  title: (asOf) => `Retention as of ${day(asOf)}`,
  rules: ({ afterOutcome, askAfter, withoutOutcome, withConsent }) =>
    `Candidate data stay ${counts(afterOutcome, 'day', 'days')} after the outcome. Without one I ask the owner ${askAfter.join(' and ')} days after closing, and they stay ${withoutOutcome}; with consent ${withConsent}.`,
  overdue: (count) =>
    `${counts(count, 'candidate', 'candidates')} should have gone already: the daily purge did not run. Start Maatstaf, or see with "check" what is wrong.`,
  candidates: (count) => `What is kept of candidates (${number(count)})`,
  noCandidates: 'There are no candidates.',
  kept: ({ since, until, why: reason, from, consented, owner, shared, overdue }) =>
    `${overdue ? '⚠️ ' : ''}up to and including ${day(until)} · ${why[reason](from)}${consented ? ' · agreed to a year' : ''} · since ${day(since)} · owner ${owner}${shared > 0 ? `, shared with ${number(shared)}` : ''}`,
  other: 'What else is kept',
  kind: (kind, goesBy) => `${kinds[kind] ?? kind}${goesBy === null ? '' : ` · gone by ${day(goesBy)}`}`,
  gone: (since, count) => `What went since ${day(since)} (${number(count)})`,
  nothing: 'Nothing.',
  went: ({ at, how, by, messages }) =>
    `${moment(at)} · ${how === 'expired' ? 'its time was over' : `erased by ${by}`}${messages === null ? '' : ` · ${counts(messages.removed, 'own message', 'own messages')} taken out of the chat${messages.left > 0 ? `, ${number(messages.left)} could not be` : ''}`}`,
  asked: (count) => `Outcomes asked for: ${number(count)}.`,
  purges: ({ runs, last, removed }) =>
    last === null
      ? 'Nothing was purged in this time.'
      : `Purged on ${counts(runs, 'day', 'days')}, last ${moment(last)}: ${
          Object.entries(removed)
            .filter(([, count]) => count > 0)
            .map(([kind, count]) => `${removedKinds[kind] ?? kind} ${number(count)}`)
            .join(', ') || 'nothing had expired'
        }.`,
}
