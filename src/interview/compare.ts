import type { Assignment } from '../assignments/assignment.ts'
import { bold, type Element, type Text } from '../chat/card.ts'
import type { Assessment } from '../scoring/assessment.ts'
import { type Place, rankAssessments } from '../scoring/rank.ts'
import { closing, titleOf } from './assignment-line.ts'
import { button, buttons, say, type Turn } from './turn.ts'

/** This person's candidates for the assignment in the order of its procedure, with what the order rests on and what would change it. */
export function showCompare(turn: Turn): void {
  const { t, assessment, assignment, candidate, context } = turn
  const onward = buttons(button(t.goOn, 'resume', {}, 'primary'))
  if (!assessment || !assignment) {
    say(turn, { type: 'text', text: t.notHere }, onward)
    return
  }
  compareAmong(turn, [{ assessment, code: candidate?.code ?? '' }, ...context.others], assignment, onward)
}

/** The same for any of this person's scorings of one assignment; the first of a candidate counts. */
export function compareAmong(
  turn: Turn,
  scored: { assessment: Assessment; code: string }[],
  assignment: Assignment,
  onward: Element | null,
): void {
  const { t, context } = turn
  const codes = new Map<string, string>()
  const all = scored.flatMap(({ assessment, code }) => {
    if (codes.has(assessment.candidate)) return []
    codes.set(assessment.candidate, code)
    return [assessment]
  })
  if (all.length === 1) {
    say(turn, { type: 'text', text: t.compareAlone }, onward)
    return
  }
  const { places, rules } = rankAssessments(all, assignment)
  say(
    turn,
    { type: 'heading', text: t.compareTitle(assignment.posting.number ?? assignment.id) },
    {
      type: 'text',
      text: [bold(titleOf(assignment, t.untitled)), ' ', closing(assignment, context.now, context.lang)],
    },
    { type: 'list', items: places.map((place) => lineOf(turn, place, codes.get(place.assessment.candidate) ?? '')) },
    ...rules.map((rule) => ({ type: 'text' as const, text: t.remark(rule) })),
    outdated(all, assignment).length > 0 && {
      type: 'notice',
      tone: 'warning',
      text: t.madeOnEarlier(outdated(all, assignment).map(({ candidate }) => codes.get(candidate) ?? '')),
    },
    { type: 'text', text: t.ownEstimate },
    onward,
  )
}

/** Assessments that were made before the assignment changed. */
export function outdated(assessments: Assessment[], assignment: Assignment): Assessment[] {
  return assessments.filter(({ proposal }) => proposal.revision > 0 && proposal.revision < assignment.revision)
}

function lineOf({ t }: Turn, place: Place, code: string): Text {
  const changes = place.changes.map((change) => t.remark(change))
  if (place.rank === null) return t.compareOut(code, changes)
  const { rank, shared, knockouts, total, rateEur, assessment } = place
  return t.compareLine({
    rank,
    shared,
    code,
    knockouts,
    total,
    rateEur,
    confirmed: assessment.confirmedAt !== null,
    below: place.aboveCut === false,
    changes,
  })
}
