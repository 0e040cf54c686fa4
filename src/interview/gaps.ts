import type { Finding } from '../scoring/assessment.ts'
import { findingsOf, proofOf, standing } from './findings.ts'
import { button, buttons, say, type Turn } from './turn.ts'

/** Criteria that the documents could show better: knock-outs that are not met yet, awards that do not have their points. */
export function gapsOf(turn: Turn): Finding[] {
  const { assessment } = turn
  if (!assessment) return []
  return findingsOf(assessment.proposal).filter((finding) => {
    const judgement = assessment.judgements[finding.key]
    const { decision, points } = standing(assessment, finding)
    if (finding.section === 'knockout') return decision !== 'meets' || judgement?.withoutEvidence === true
    return points !== null && points.value < points.max
  })
}

/** What to ask the candidate, as questions: the candidate answers in the own words of the own CV. */
export function showGaps(turn: Turn): void {
  const { t, candidate, assignment } = turn
  const code = candidate?.code ?? ''
  const gaps = gapsOf(turn)
  if (gaps.length === 0) {
    say(turn, { type: 'text', text: t.noGaps }, buttons(button(t.goOn, 'resume', {}, 'primary')))
    return
  }
  say(
    turn,
    { type: 'text', text: t.gapsIntro(code) },
    {
      type: 'list',
      ordered: true,
      items: gaps.map((finding) => t.gap(finding, criterionText(assignment, finding), proofOf(finding).length > 0)),
    },
    { type: 'text', text: t.gapsEnd(code) },
    buttons(button(t.goOn, 'resume', {}, 'primary'), button(t.newVersion, 'new-version')),
  )
}

function criterionText(assignment: Turn['assignment'], finding: Finding): string {
  if (!assignment) return ''
  return (
    [...assignment.posting.knockouts, ...assignment.posting.awards].find(({ key }) => key === finding.key)?.text ?? ''
  )
}
