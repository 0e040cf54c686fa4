import type { Finding } from '../scoring/assessment.ts'
import { showAfter } from './afterwards.ts'
import { showCareer } from './career.ts'
import { showClear } from './clear.ts'
import { showConsent } from './consent.ts'
import { showCriterion } from './criterion.ts'
import { byUrgency, findingOf, findingsOf, isAbsent, isClear, isDecided } from './findings.ts'
import { showOverview } from './overview.ts'
import { mayJudge, ownsCandidate } from './ownership.ts'
import { showCard } from './score-card.ts'
import { go, type Turn } from './turn.ts'

/** What still waits for the consultant: undecided, or decided on words that changed since; not what was put off. */
export function waiting(turn: Turn): Finding[] {
  const { assessment, state } = turn
  if (!assessment || assessment.confirmedAt) return []
  return findingsOf(assessment.proposal).filter(
    ({ key }) =>
      !state.skipped.includes(key) && (!isDecided(assessment.judgements[key]) || state.recheck.includes(key)),
  )
}

/**
 * The next thing to ask: first the question of consent, then what changed in the CV, the knock-outs that are clear together, then
 * one by one what is unclear (knock-outs, then most points at stake), together the awards without a word and the clear ones, and the score card.
 */
export function advance(turn: Turn, options: { overview?: boolean } = {}): void {
  const { state } = turn
  if (turn.assessment?.confirmedAt) {
    go(turn, 'after')
    showAfter(turn)
    return
  }
  if (!mayJudge(turn)) {
    go(turn, 'card')
    showCard(turn)
    return
  }
  if (mayAskConsent(turn)) {
    go(turn, 'consent')
    showConsent(turn)
    return
  }
  if (state.changes.length > 0) {
    go(turn, 'career')
    showCareer(turn)
    return
  }
  if (options.overview) showOverview(turn)
  const open = state.hurried ? [] : waiting(turn)
  const clear = open.filter((finding) => isClear(finding) && !state.recheck.includes(finding.key))
  const knockouts = clear.filter(({ section }) => section === 'knockout')
  const awards = clear.filter(({ section }) => section === 'award')
  const absent = open.filter((finding) => isAbsent(finding) && !state.recheck.includes(finding.key))
  const single = open.filter((finding) => !clear.includes(finding) && !absent.includes(finding)).sort(byUrgency)
  if (knockouts.length > 1) showGroup(turn, 'knockout')
  else if (knockouts[0]) showOne(turn, knockouts[0])
  else if (single[0]) showOne(turn, single[0])
  else if (absent.length > 1) showGroup(turn, 'absent')
  else if (absent[0]) showOne(turn, absent[0])
  else if (awards.length > 1) showGroup(turn, 'award')
  else if (awards[0]) showOne(turn, awards[0])
  else {
    go(turn, 'card')
    showCard(turn)
  }
}

export function mayAskConsent(turn: Turn): boolean {
  const { context, candidate, state, assessment } = turn
  return (
    ownsCandidate(turn) &&
    context.modelHost !== null &&
    candidate !== null &&
    candidate.consent.model === null &&
    !state.consentAsked &&
    assessment !== null &&
    assessment.proposal.engine === 'rules'
  )
}

/** The criteria of one card that are still waiting, in the posting's order: clear ones of a section, or awards without a word. */
export function clearOf(turn: Turn, section: string | null): Finding[] {
  return waiting(turn).filter(
    (finding) =>
      (section === 'absent' ? isAbsent(finding) : finding.section === section && isClear(finding)) &&
      !turn.state.recheck.includes(finding.key),
  )
}

function showGroup(turn: Turn, section: 'knockout' | 'award' | 'absent'): void {
  go(turn, 'clear', section)
  showClear(turn, clearOf(turn, section))
}

export function showOne(turn: Turn, finding: Finding): void {
  go(turn, 'criterion', finding.key)
  showCriterion(turn, finding)
}

/** By key, or by its printed label where the section leaves no doubt. */
export function findByLabel(turn: Turn, label: string, section: string): Finding[] {
  if (!turn.assessment) return []
  const byKey = findingOf(turn.assessment, label)
  if (byKey) return [byKey]
  return findingsOf(turn.assessment.proposal).filter(
    (finding) => finding.label.toLowerCase() === label.toLowerCase() && (section === '' || finding.section === section),
  )
}
