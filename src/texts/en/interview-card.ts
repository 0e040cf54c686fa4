import type { card as source } from '../nl/interview-card.ts'
import { inside, interval } from './interview-words.ts'
import { decisions, euro, joined, marks, number } from './words.ts'

export const card: typeof source = {
  cardTitle: (code, label) => `Score card ${code} · ${label}`,
  knockoutsTitle: 'Knock-outs',
  cardKnockout: (label, decision, judgement, changed = false) =>
    `${changed ? '🔄 ' : ''}${decision ? marks[decision] : '❔'} ${label} ${decision ? decisions[decision] : decisions.unclear}${judgement?.decision ? '' : ' (proposal, not judged yet)'}${judgement?.reason ? ` ✎ ${judgement.reason}` : ''}${judgement?.withoutEvidence ? ' · not shown in the documents' : ''}`,
  cardTotal: (word, total) =>
    `${word === 'wish' ? 'Wishes' : word === 'selection' ? 'Selection' : 'Award'}: ${number(total.value)} of ${number(total.max)} points${total.low === total.high ? '' : ` [${number(total.low)} – ${number(total.high)}]`}${total.changed > 0 ? `, of which ${number(total.changed)} changed by you` : ''}`,
  cardAward: (label, points, proposed, judgement, changed = false) =>
    points
      ? `${changed ? '🔄 ' : ''}${label}: ${interval(points)}/${number(points.max)}${proposed === null ? '' : ` ✎ proposal was ${number(proposed)}`}${judgement?.reason ? `, ${judgement.reason}` : ''}${judgement?.withoutEvidence ? ' · not shown in the documents' : ''}${judgement?.points === undefined ? ' (proposal)' : ''}`
      : `${label}: no points in the posting`,
  cardAwardOpen: (label, max) => `${label}: still to be judged [0 – ${number(max)}]`,
  cardCompetencies: (seen, missing) =>
    [
      `Competencies visible in the CV: ${seen.length} of ${seen.length + missing.length}.`,
      seen.length > 0 ? `Visible: ${joined(seen)}.` : null,
      missing.length > 0 ? `Not visible: ${joined(missing)}.` : null,
    ]
      .filter(Boolean)
      .join(' '),
  cardDemands: (demands) => `With the offer: ${demands.join(' · ')}`,
  cardLater: (later) => {
    const names = {
      vog: 'a VOG (certificate of conduct)',
      nda: 'a non-disclosure agreement',
      uea: 'a UEA (own declaration)',
    }
    return `The client will ask for: ${joined(later.map((one) => names[one]))}.`
  },
  cardWaadi: 'For us as supplier: Waadi registration in the trade register.',
  cardSroi: (threshold, value, rate) => {
    if (!value) {
      return `SROI${threshold === null ? '' : ` above ${euro(threshold)}`}: cannot be computed, because ${rate === null ? 'the rate is not known' : 'the posting does not give hours or duration'}.`
    }
    const sum = `at ${euro(rate ?? 0)} and ${number(value.hours)} hours in ${value.months} months at most ${euro(value.eur)}`
    if (threshold === null) return `SROI: ${sum}.`
    return `SROI per assignment: ${sum}, ${value.eur > threshold ? 'above' : 'below'} the threshold of ${euro(threshold)}. Assumption: the threshold holds per assignment, with all extensions.`
  },
  postingSays: (sentence) => `The posting: “${sentence}”`,
  cardRate: (rate, max) =>
    `Hourly rate: ${euro(rate)}${max === null ? '' : rate > max ? ` ⚠️ above the maximum of ${euro(max)}` : `, within the maximum of ${euro(max)}`}.`,
  cardNoRate: 'Hourly rate: not known yet; say for instance "rate 92".',
  rateNoted: (rate) => `Noted: rate ${euro(rate)}.`,
  ownEstimate:
    'Own estimate: whoever assesses the offers compares them with each other and may judge differently. You decide.',
  cardOpen: (names) => `Not judged yet: ${joined(names.map(inside))}.`,
  cardChanged: (names) =>
    `Changed with the new reading, see whether your decision still holds: ${joined(names.map(inside))}.`,
  openPoints: 'Go through what is open',
  changeSomething: 'Change something',
  evidenceReport: 'Evidence report',
  prepareInterview: 'Prepare the interview',
  firstDecide: (names) => `First a decision on ${joined(names.map(inside))}; you confirm a knock-out, I do not.`,
}
