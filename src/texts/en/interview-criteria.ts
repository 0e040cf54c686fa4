import type { Coded, Judgement } from '../../scoring/assessment.ts'
import type { criteria as source } from '../nl/interview-criteria.ts'
import { bandWhy, counted, interval, levels, month, monthSpan, pointsWord } from './interview-words.ts'
import { scoring } from './scoring.ts'
import { capital, count, decisions, joined, kinds, marks, number } from './words.ts'

export const criteria: typeof source = {
  knockoutName: (label) => `Knock-out ${label}`,
  awardName: (label, word) =>
    `${word === 'selection' ? 'Selection criterion' : word === 'wish' ? 'Wish' : word === 'sub-award' ? 'Sub-award criterion' : 'Award criterion'} ${label}`,
  clearKnockouts: (n) => `${capital(counted(n))} knock-outs are clear from the documents:`,
  clearAwards: (n) => `For ${counted(n)} criteria the evidence is unambiguous:`,
  absentAwards: (n) =>
    `For ${counted(n)} criteria I found no words in the documents, so no points. A quote or a new version changes that.`,
  rightNoPoints: 'Right, no points',
  givePoints: 'Give points',
  clearName: (section, label) => (section === 'knockout' ? `✅ ${label}` : label),
  clearOutcome: (section, months, minimum, points, band = null) => {
    const time = months ? `${monthSpan(months)}${minimum ? ` of the ${minimum} needed` : ''}` : null
    if (section === 'knockout') return time
    return [
      time,
      points ? `proposal ${number(points.value)} of ${number(points.max)} points${bandWhy(band, points.max)}` : null,
    ]
      .filter(Boolean)
      .join(' · ')
  },
  theseAreRight: (n) => `These ${counted(n)} are right`,
  allLater: 'Later',
  whichForPoints: (points: number) =>
    `Which criterion ${points === 1 ? 'is the' : 'are the'} ${number(points)} ${points === 1 ? 'point' : 'points'} for?`,
  whichForDecision: 'Which knock-out is that about?',
  whichIsWrong: 'Which one is not right?',
  quoteSource: (source, page, where, certain, counter) =>
    [
      page === null ? kinds[source] : `${kinds[source]}, p. ${page}`,
      where,
      counter ? 'speaks against it' : certain ? '' : '❔ uncertain',
    ]
      .filter(Boolean)
      .join(' · '),
  moreQuotes: (n) => `And ${count(n, 'more quote', 'more quotes')}; say "all quotes" to see them.`,
  onlyNear: 'I found no evidence for this. These words come nearest:',
  nothingFound: 'I found no words for this in the documents. What is not in the documents does not count.',
  rule: (coded: Coded) => scoring.rule(coded),
  question: (coded: Coded) => scoring.question(coded),
  remark: (coded: Coded) => scoring.remark(coded),
  months: (months, minimum, window) =>
    `${capital(monthSpan(months))}${minimum ? `, needed ${minimum}` : ''}${window ? `, counted from ${month(window.from)} up to and including ${month(window.to)}` : ''}.`,
  proposal: ({ section, decision, level, points, months, minimumMonths }, band = null, leftOpen = false) => {
    if (leftOpen && points) return `Still to be judged [0 – ${number(points.max)}]: you give the points.`
    if (section === 'knockout') {
      return decision === 'unclear' || decision === null
        ? `${marks.unclear} Not shown in these documents.`
        : `Proposal: ${marks[decision]} ${decisions[decision]}.`
    }
    if (!points) return 'The posting gives no points for this criterion.'
    if (months && minimumMonths) {
      return `Proposal: ${number(points.value)} of ${number(points.max)} points${points.high > points.value ? `; read in proportion at most ${number(points.high)}` : ''}.`
    }
    const why = level ? ` (${levels[level]})` : ''
    const open = points.value === 0 && points.high > 0 ? 'Still to be judged: ' : 'Proposal: '
    return `${open}${interval(points)} of ${number(points.max)} points${band ? bandWhy(band, points.max) : why}.`
  },
  decided: (judgement) => `Your decision: ${judgement}`,
  recheck: (judgement) => `This changed with the new reading. Your decision was: ${judgement} Does it still hold?`,
  judgement: (section, { decision, points, reason, withoutEvidence }: Judgement, max) =>
    `${section === 'knockout' ? (decision ? `${marks[decision]} ${decisions[decision]}` : '') : points === undefined ? '' : `${number(points)} of ${number(max)} points`}${reason ? `, because: ${reason.replace(/[.\s]+$/, '')}` : ''}${withoutEvidence ? ' (not shown in the documents)' : ''}.`,
  isRight: 'That is right',
  isRightNotMet: 'Right, not met',
  met: 'Met',
  notMet: 'Not met',
  metAnyway: 'Met anyway, because …',
  agreePoints: (points) => `Agree, ${pointsWord(points)}`,
  otherPoints: 'Other points',
  pointQuote: 'Point at a quote',
  newVersion: 'Send a new version',
  decisions: { meets: 'Met', fails: 'Not met', unclear: 'Unclear' },
  decisionLabel: 'Decision',
  yesToWhat: 'Yes to what? The proposal is unclear: say "meets, because …", "does not meet" or "later".',
  knockoutHasNoPoints: 'A knock-out has no points: it is met or not met.',
  awardHasNoDecision: (max) => `This is about points: 0 to ${number(max)}. Say for instance "10 points, because …".`,
  howManyPoints: (max) => `How many points (0 to ${number(max)}), and why?`,
  pointsLabel: (max) => (max > 0 ? `Points (0 to ${number(max)})` : 'Points'),
  givePointsNow: (max) => `There is no proposal here: you give the points, from 0 up to ${number(max)}. How many?`,
  pointsButton: (points) => pointsWord(points),
  reasonLabel: 'Reason, from the CV or the posting',
  giveReason: 'Give a reason',
  whichDecision: 'What is your decision, and why?',
  whyDecision: (decision) => `Why ${decisions[decision]}?`,
  whyPoints: (points) => `Why ${pointsWord(points)}?`,
  noted: (section, judgement, max) =>
    `Noted: ${section === 'knockout' ? (judgement.decision ? decisions[judgement.decision] : '') : `${number(judgement.points ?? 0)} of ${number(max)} points`}.${judgement.withoutEvidence ? ' The card will keep saying: not shown in the documents.' : ''}`,
  refusedVerdict: (why, max) => {
    const sentences: Record<string, string> = {
      'not-shown': 'First the evidence, then the decision: this is what it says.',
      'no-evidence': 'There is no quote for that yet.',
      'reason-missing': 'That needs a reason.',
      'reason-refused':
        'I do not record that reason: age, origin, sex, family, health and belief do not count. What does the CV or the posting say?',
      'points-range':
        max > 0
          ? `Points go from 0 to ${number(max)} here, in whole or half points.`
          : 'That is not a number of points.',
      unclear: 'Say "meets", "does not meet" or "unclear".',
      confirmed: 'The score card is confirmed and fixed. Reopen it to change something.',
    }
    return sentences[why] ?? 'That is not possible here.'
  },
  pasteQuote: 'Paste the words as they stand in the CV, the explanation or the motivation, at least three words.',
  quoteLabel: 'Words from the documents',
  quoteAdded: (source) => `Found in ${source}. I added the quote.`,
  quoteNearly: 'The documents say it slightly differently. Do you mean this?',
  quoteMeant: 'Yes, this',
  quoteNotFound: (code) =>
    `Those words are not in the documents, so they do not count. See whether they stand there differently, or ask ${code} for a new version.`,
  notInDocuments: (code) =>
    `I can only count that once it is in the documents. Ask ${code} whether, and if so how, it was so; if it is true, have it put into the CV or the explanation, in the candidate's own words. Send that version and I only check what it changes.`,
  overlapRule:
    'Overlap counts once: a calendar month in which two engagements run is one month. Only work that falls under the criterion counts.',
  explained: (finding, parts = []) => {
    const quoted = parts.map((part) => `“${part}”`)
    return [
      scoring.rule(finding.rule),
      quoted.length > 0 ? `The quotes show: ${joined(quoted)}.` : null,
      finding.months && finding.minimumMonths
        ? `Months are counted per calendar month; overlap counts once. Needed: ${finding.minimumMonths}, found: ${monthSpan(finding.months)}.`
        : null,
      finding.section === 'award' ? 'The points are our own estimate; you decide.' : null,
    ]
      .filter(Boolean)
      .join(' ')
  },
}
