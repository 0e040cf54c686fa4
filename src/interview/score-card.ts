import { bold, type Element, type Text } from '../chat/card.ts'
import { showAfter } from './afterwards.ts'
import { closing, titleOf } from './assignment-line.ts'
import type { Intent } from './commands.ts'
import { outdated } from './compare.ts'
import { contractValue, demandedLater, sentenceOn } from './conditions.ts'
import { awardWord, criterionName } from './criterion-name.ts'
import { findingsOf, isDecided, isLeftOpen, standing, totalOf } from './findings.ts'
import { advance, showOne, waiting } from './flow.ts'
import { gapsOf } from './gaps.ts'
import { outcomeInWords } from './outcome.ts'
import { showStanding } from './overview.ts'
import { mayJudge, ownsCandidate, refused } from './ownership.ts'
import { competencyName } from './prepare.ts'
import { audit, button, buttons, go, saveAssessment, saveCandidate, say, type Turn } from './turn.ts'

/** The summary that is confirmed: outcomes, points with their interval, whose judgement, what is open and what goes along. */
export function showCard(turn: Turn): void {
  const { t, candidate, assessment } = turn
  if (!assessment) return
  const open = openOf(turn)
  const judges = mayJudge(turn)
  const changed = open.filter(({ key }) => turn.state.recheck.includes(key))
  const undecided = open.filter((finding) => !changed.includes(finding))
  say(
    turn,
    ...cardElements(turn),
    undecided.length > 0 && {
      type: 'notice',
      tone: 'warning',
      text: t.cardOpen(undecided.map((finding) => criterionName(turn, finding))),
    },
    changed.length > 0 && {
      type: 'notice',
      tone: 'warning',
      text: t.cardChanged(changed.map((finding) => criterionName(turn, finding))),
    },
    !judges && { type: 'notice', tone: 'info', text: t.watching },
    buttons(
      judges && button(t.confirm, 'confirm', {}, 'primary'),
      judges && open.length > 0 && button(t.openPoints, 'open-points'),
      judges && button(t.changeSomething, 'no'),
      button(t.compare, 'rank'),
      button(t.evidenceReport, 'report'),
      button(t.prepareInterview, 'prepare'),
      gapsOf(turn).length > 0 && button(t.questionsFor(candidate?.code ?? ''), 'gaps'),
    ),
  )
}

/** Knock-outs that nobody decided, and whatever was put off or changed under a decision. */
export function openOf(turn: Turn) {
  const { assessment, state } = turn
  if (!assessment) return []
  return findingsOf(assessment.proposal).filter(
    ({ key }) => !isDecided(assessment.judgements[key]) || state.recheck.includes(key),
  )
}

export function cardElements(turn: Turn): Element[] {
  const { t, context, assignment, candidate, assessment, state } = turn
  if (!assessment || !assignment) return []
  const { proposal, judgements } = assessment
  const total = totalOf(assessment)
  const knockouts: Text[] = proposal.knockouts.map((finding) =>
    t.cardKnockout(
      finding.label,
      standing(assessment, finding).decision,
      judgements[finding.key] ?? null,
      state.recheck.includes(finding.key),
    ),
  )
  const awards: Text[] = proposal.awards.map((finding) => {
    const { points, changed } = standing(assessment, finding)
    const judgement = judgements[finding.key]
    const proposed = changed ? (finding.points?.value ?? 0) : null
    if (!isDecided(judgement) && isLeftOpen(finding)) return t.cardAwardOpen(finding.label, finding.points?.max ?? 0)
    return t.cardAward(finding.label, points, proposed, judgement ?? null, state.recheck.includes(finding.key))
  })
  const elements: (Element | false)[] = [
    { type: 'heading', text: t.cardTitle(candidate?.code ?? '', assignment.posting.number ?? assignment.id) },
    {
      type: 'text',
      text: [bold(titleOf(assignment, t.untitled)), ' ', closing(assignment, context.now, context.lang)],
    },
    outdated([assessment], assignment).length > 0 && {
      type: 'notice',
      tone: 'warning',
      text: t.madeOnEarlier([candidate?.code ?? '']),
    },
    knockouts.length > 0 && { type: 'text', text: [bold(t.knockoutsTitle)] },
    knockouts.length > 0 && { type: 'list', items: knockouts },
    awards.length > 0 && { type: 'text', text: [bold(t.cardTotal(awardWord(assignment), total))] },
    awards.length > 0 && { type: 'list', items: awards },
    proposal.competencies.length > 0 && {
      type: 'text',
      text: t.cardCompetencies(
        proposal.competencies.filter(({ evidence }) => evidence.length > 0).map((one) => competencyName(one.text)),
        proposal.competencies.filter(({ evidence }) => evidence.length === 0).map((one) => competencyName(one.text)),
      ),
    },
    { type: 'list', items: conditionLines(turn) },
    { type: 'text', text: t.ownEstimate },
  ]
  return elements.filter((element): element is Element => element !== false)
}

/** CV demands, what goes in at submission, what is asked later, and the value against the SROI threshold. */
export function conditionLines({ t, assignment, assessment }: Turn): Text[] {
  if (!assignment || !assessment) return []
  const { posting } = assignment
  const { proposal, rateEur } = assessment
  const later = demandedLater(posting)
  const lines: (Text | null)[] = [
    proposal.cvDemands.length > 0
      ? t.cardDemands(proposal.cvDemands.map((one) => t.cvDemand(one.demand, one.met, one.wanted, one.found)))
      : null,
    later.length > 0 ? t.cardLater(later) : null,
    posting.waadi ? t.cardWaadi : null,
    posting.sroi && posting.sroi.applies !== false
      ? t.cardSroi(posting.sroi.thresholdEur, contractValue(posting, rateEur), rateEur)
      : null,
    rateEur === null ? t.cardNoRate : t.cardRate(rateEur, posting.maxRateEur),
    ...['shortlist', 'tieBreak'].map((field) => {
      const sentence = sentenceOn(assignment, field)
      return sentence === null ? null : t.postingSays(sentence)
    }),
  ]
  return lines.filter((line): line is Text => line !== null)
}

export function handleCard(turn: Turn, intent: Intent): boolean {
  const { state, t } = turn
  switch (intent.name) {
    case 'yes':
    case 'confirm':
      if (!refused(turn, 'change')) confirm(turn)
      return true
    case 'open-points':
      state.hurried = false
      state.skipped = []
      advance(turn)
      return true
    case 'no':
    case 'overview':
      showStanding(turn)
      return true
    case 'rate':
      setRate(turn, Number(intent.values['rate']))
      say(turn, { type: 'text', text: t.rateNoted(Number(intent.values['rate'])) })
      showCard(turn)
      return true
    case 'text':
      return outcomeInWords(turn, intent.values['text'] ?? '')
    default:
      return false
  }
}

export function setRate(turn: Turn, rate: number): void {
  turn.state.intake.rateEur = rate
  if (turn.assessment && !turn.assessment.confirmedAt) saveAssessment(turn, { ...turn.assessment, rateEur: rate })
}

/** Freezes the card with who and when; every knock-out was decided by a person first. */
function confirm(turn: Turn): void {
  const { t, state, assessment, candidate, context } = turn
  if (!assessment) return
  const undecided = openOf(turn).filter(({ section, key }) => section === 'knockout' || state.recheck.includes(key))
  const [first] = undecided
  if (first) {
    state.skipped = state.skipped.filter((key) => !undecided.some((finding) => finding.key === key))
    state.hurried = false
    say(turn, { type: 'text', text: t.firstDecide(undecided.map((finding) => criterionName(turn, finding))) })
    const again = waiting(turn).find(({ key }) => key === first.key) ?? first
    showOne(turn, again)
    return
  }
  const at = context.now.toInstant().toString()
  saveAssessment(turn, { ...assessment, confirmedAt: at, confirmedBy: context.person })
  if (candidate && state.read && ownsCandidate(turn)) saveCandidate(turn, { ...candidate, confirmed: state.read })
  audit(turn, 'confirmed', { total: totalOf(assessment).value })
  go(turn, 'after')
  showAfter(turn, { justConfirmed: true })
}
