import { bold, type Element, italic } from '../chat/card.ts'
import type { Finding } from '../scoring/assessment.ts'
import { criterionName } from './criterion-name.ts'
import { quotesOf } from './evidence.ts'
import { bandOf, criterionOf, isDecided, isLeftOpen, proofOf } from './findings.ts'
import { mayJudge } from './ownership.ts'
import { button, buttons, say, type Turn } from './turn.ts'

/** One criterion: its own words, the evidence, the rule that was applied, months as text and drawing, then the proposal. */
export function showCriterion(turn: Turn, finding: Finding, options: { allQuotes?: boolean } = {}): void {
  const { t, assignment, assessment, state } = turn
  if (!assessment) return
  const judgement = assessment.judgements[finding.key]
  const words = criterionOf(assignment, finding.key)?.text
  if (!state.shown.includes(finding.key)) state.shown.push(finding.key)
  const proof = proofOf(finding, judgement)
  say(
    turn,
    { type: 'heading', text: criterionName(turn, finding) },
    words !== undefined && { type: 'text', text: [italic(words)] },
    state.recheck.includes(finding.key) && {
      type: 'notice',
      tone: 'warning',
      text: t.recheck(wordsOfJudgement(turn, finding)),
    },
    proof.length === 0 && { type: 'text', text: finding.evidence.length > 0 ? t.onlyNear : t.nothingFound },
    ...quotesOf(turn, finding, options.allQuotes ? 50 : 4),
    timeline(turn, finding),
    { type: 'text', text: t.rule(finding.rule) },
    ...finding.questions.map((question): Element => ({ type: 'text', text: t.question(question) })),
    { type: 'text', text: [bold(t.proposal(finding, bandOf(finding), isLeftOpen(finding)))] },
    isDecided(judgement) &&
      !state.recheck.includes(finding.key) && { type: 'text', text: t.decided(wordsOfJudgement(turn, finding)) },
    choices(turn, finding),
  )
}

export function wordsOfJudgement(turn: Turn, finding: Finding): string {
  const judgement = turn.assessment?.judgements[finding.key]
  if (!judgement) return ''
  return turn.t.judgement(finding.section, judgement, finding.points?.max ?? 0)
}

function timeline({ t }: Turn, finding: Finding): Element | null {
  const { engagements, months, window, minimumMonths } = finding
  if (!months && engagements.length === 0) return null
  const summary = months ? t.months(months, minimumMonths, window) : ''
  if (engagements.length === 0) return { type: 'text', text: summary }
  return {
    type: 'timeline',
    bars: engagements.map(({ label, from, to, counted, uncertain }) => ({
      label,
      from,
      to,
      counted,
      ...(uncertain ? { uncertain } : {}),
    })),
    window,
    summary,
  }
}

function choices(turn: Turn, finding: Finding): Element | null {
  const { t, assessment } = turn
  if (!mayJudge(turn)) return buttons(button(t.toCard, 'card', {}, 'primary'), button(t.explain, 'explain'))
  if (assessment?.confirmedAt) {
    return buttons(button(t.goOn, 'resume', {}, 'primary'), button(t.explain, 'explain'), button(t.reopen, 'reopen'))
  }
  const added = (assessment?.judgements[finding.key]?.added ?? []).length > 0
  const quote = button(t.pointQuote, 'ask-quote')
  const version = button(t.newVersion, 'new-version')
  const later = button(t.later, 'skip')
  if (finding.section === 'award') {
    return buttons(
      ...(isLeftOpen(finding)
        ? [button(t.givePoints, 'no', {}, 'primary')]
        : [button(t.agreePoints(finding.points?.value ?? 0), 'yes', {}, 'primary'), button(t.otherPoints, 'no')]),
      quote,
      button(t.explain, 'explain'),
      later,
    )
  }
  if (finding.decision === 'meets' && proofOf(finding).length > 0) {
    return buttons(
      button(t.isRight, 'yes', {}, 'primary'),
      button(t.notMet, 'decide', { decision: 'fails' }),
      quote,
      button(t.explain, 'explain'),
      later,
    )
  }
  const met = added ? button(t.met, 'decide', { decision: 'meets' }, 'primary') : button(t.metAnyway, 'ask-reason')
  return buttons(
    quote,
    version,
    met,
    button(finding.decision === 'fails' ? t.isRightNotMet : t.notMet, 'decide', { decision: 'fails' }),
    button(t.explain, 'explain'),
    later,
  )
}
