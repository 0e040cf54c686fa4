import type { Option, Text } from '../chat/card.ts'
import type { Coded } from '../scoring/assessment.ts'
import { criterionName } from './criterion-name.ts'
import { criterionOf, findingsOf, isAbsent, isClear, isDecided, standing } from './findings.ts'
import { button, buttons, choice, say, type Turn } from './turn.ts'

/** What was read, before any points: demands on the CV, hidden text, how many criteria have evidence. */
export function showOverview(turn: Turn): void {
  const { t, assessment, candidate } = turn
  if (!assessment) return
  const { proposal } = assessment
  const knockouts = proposal.knockouts
  const clear = knockouts.filter(isClear).length
  const fails = knockouts.filter(({ decision }) => decision === 'fails').length
  // Hidden text has a notice of its own, with the words.
  const awards = proposal.awards.filter((finding) => finding.points !== null)
  const clearAwards = awards.filter(isClear).length
  const absent = awards.filter(isAbsent).length
  const warnings = proposal.warnings.filter(({ code }) => code !== 'hidden-text')
  const demands = proposal.cvDemands.map((one) => t.cvDemand(one.demand, one.met, one.wanted, one.found))
  say(
    turn,
    {
      type: 'text',
      text: t.overviewRead(
        candidate?.code ?? '',
        proposal.cv.pages,
        proposal.cv.language,
        proposal.cv.references,
        // What was asked of a model has left, whatever came back.
        proposal.engine === 'rules' && warnings.some(isAboutModel) ? 'rules-instead' : proposal.engine,
        (['cv', 'explanation', 'motivation'] as const).filter((kind) => turn.documents[kind]),
      ),
    },
    demands.length > 0 && { type: 'list', items: demands },
    knockouts.length > 0 && {
      type: 'text',
      text: `${t.knockoutsTitle}: ${t.overviewCounts(clear, knockouts.length - clear - fails, fails)}`,
    },
    awards.length > 0 && {
      type: 'text',
      text: `${t.criteriaTitle}: ${t.overviewAwards(clearAwards, absent, awards.length - clearAwards - absent)}`,
    },
    ...hiddenNotices(turn),
    ...warned(turn, warnings),
  )
}

/** What the language model failed to do, when nothing else is told of the reading: else nobody knew that the rules stepped in. */
export function modelTrouble(turn: Turn) {
  return warned(turn, turn.assessment?.proposal.warnings.filter(isAboutModel) ?? [])
}

function isAboutModel({ code }: Coded): boolean {
  return code.startsWith('model')
}

function warned(turn: Turn, warnings: Coded[]) {
  return [
    warnings.length > 0 && {
      type: 'notice' as const,
      tone: 'warning' as const,
      text: warnings.map((warning) => turn.t.remark(warning)).join(' '),
    },
    warnings.some(isAboutModel) && buttons(button(turn.t.retryModel, 'retry-model')),
  ]
}

function hiddenNotices({ assessment, t }: Turn) {
  const hidden = assessment?.proposal.hidden ?? []
  if (hidden.length === 0) return []
  return [
    { type: 'notice' as const, tone: 'warning' as const, text: t.hidden(hidden.length) },
    ...hidden.slice(0, 3).map((one) => ({
      type: 'quote' as const,
      text: one.text.length > 300 ? `${one.text.slice(0, 299)}…` : one.text,
      source: t.hiddenWhy(one.why, one.page),
    })),
  ]
}

/** Where every criterion stands, asked for with *overzicht*; points only of what was decided. */
export function showStanding(turn: Turn): void {
  const { t, assessment, assignment, state } = turn
  if (!assessment) {
    say(
      turn,
      { type: 'text', text: t.standingIntake(state.assignment !== null, state.intake.code, state.work !== null) },
      buttons(button(t.goOn, 'resume', {}, 'primary'), button(t.stop, 'stop')),
    )
    return
  }
  const findings = findingsOf(assessment.proposal)
  const line = (key: string): Text => {
    const finding = findings.find((one) => one.key === key)
    if (!finding) return ''
    const judgement = assessment.judgements[key]
    const words = short(criterionOf(assignment, key)?.text ?? '')
    const name = criterionName(turn, finding)
    if (!isDecided(judgement)) return t.standingOpen(name, words, state.skipped.includes(key))
    if (finding.section === 'knockout') return t.standingKnockout(name, words, standing(assessment, finding).decision)
    return t.standingAward(name, words, judgement?.points ?? 0, finding.points?.max ?? 0)
  }
  say(
    turn,
    { type: 'heading', text: t.standingTitle(turn.candidate?.code ?? '') },
    { type: 'list', items: findings.map(({ key }) => line(key)) },
    choice('key', t.openOne, 'open', optionsOf(turn)),
    buttons(button(t.goOn, 'resume', {}, 'primary'), button(t.toCard, 'card')),
  )
}

export function optionsOf(turn: Turn, keys?: string[]): Option[] {
  const { assessment, assignment } = turn
  if (!assessment) return []
  return findingsOf(assessment.proposal)
    .filter(({ key }) => !keys || keys.includes(key))
    .map((finding) => ({
      value: finding.key,
      label: `${criterionName(turn, finding)}: ${short(criterionOf(assignment, finding.key)?.text ?? '', 45)}`.slice(
        0,
        75,
      ),
    }))
}

/** The first words of a criterion, cut at a word. */
export function short(text: string, length = 90): string {
  if (text.length <= length) return text
  return `${text.slice(0, text.lastIndexOf(' ', length - 1)).replace(/[,;:.\s]+$/, '')} …`
}
