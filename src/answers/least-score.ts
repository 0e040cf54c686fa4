import type { PostedCriterion } from '../assignments/assignment.ts'
import { inItsWords } from './about-terms.ts'
import { criteriaAbout } from './criterion-match.ts'
import { labelOf } from './display.ts'
import { mentions } from './evidence.ts'
import type { Finding, View } from './finding.ts'

const least =
  /\b(?:minimum|minimaal|ten minste|tenminste|minstens|at least|minder dan|lager dan|onder de|below|fewer than|less than|drempel|ondergrens|threshold)\b.{0,45}\d\s?(?:punten|points|%)|\d\s?(?:punten|points)\b.{0,25}\b(?:minimum|minimaal|of hoger|of meer|or more|or higher)/

/** "hoeveel moet je minimaal halen voor het plan": the sentence that sets a least score, for one of these criteria where it names one. */
export function leastScore(view: View, criteria: PostedCriterion[]): Finding | null {
  if (
    !/\b(?:minimaal|minimum|minstens|ten minste|drempel|ondergrens|at least|threshold|minste)\b/.test(view.ask.folded)
  )
    return null
  const told = mentions(view.assignment, least).filter(({ folded }) => !/jaar|years?\b/.test(folded))
  const labels = criteria.map((one) => labelOf(one).toLowerCase())
  const own = told.filter(
    ({ folded }) =>
      labels.some((label) => label.length > 1 && folded.includes(label)) || criteriaAbout(folded, criteria).length > 0,
  )
  const chosen = own[0] ?? told[0]
  return chosen === undefined ? null : inItsWords(view, [chosen], 1)
}
