import type { PostedCriterion } from '../assignments/assignment.ts'
import { fold } from '../text/fold.ts'
import type { View } from './finding.ts'
import type { Passage } from './passages.ts'

/** What a passage says to a yes/no question by itself; null where it takes reading. */
export type Verdict = 'no' | 'knockout' | 'award'

const refuses =
  /\b(?:niet|geen|not|no|cannot|can't)\b (?:\p{L}+ ){0,2}(?:toegestaan|mogelijk|vereist|nodig|verplicht|van toepassing|vergoed|gevraagd|geaccepteerd|accepted|allowed|required|permitted|possible|reimbursed|applicable)|\bgeldt geen\b|\buitgesloten\b|\bzonder \p{L}*(?:hierarchisch|leidinggev|lijnverantwoord)/u
const demands =
  /verplicht|vereist|nodig|\bmoet|\bmust\b|required|mandatory|needed|\bneed\b|\bhave to\b|\beis\b|noodzakelijk/

const among = (criteria: PostedCriterion[], passage: Passage): boolean =>
  passage.folded.length > 8 &&
  criteria.some(({ text }) => {
    const folded = fold(text)
    return folded.includes(passage.folded.replace(/[.;]$/, '')) || passage.folded.includes(folded.replace(/[.;]$/, ''))
  })

export const isKnockout = ({ posting }: View, passage: Passage): boolean => among(posting.knockouts, passage)

/** A demand or a wish: it says what a candidate should have, not how things are. */
export const isCriterion = ({ posting }: View, passage: Passage): boolean =>
  among(posting.knockouts, passage) || among(posting.awards, passage)

/** True when the question asks whether something is demanded. */
export const asksDemand = ({ ask }: View): boolean => ask.yesNo && demands.test(ask.folded)

export function verdictOf(view: View, passage: Passage): Verdict | null {
  const { ask, posting } = view
  if (!ask.yesNo || / of |\bor\b/.test(ask.folded) || /\b(?:niet|geen|zonder|not|no|without)\b/.test(ask.folded))
    return null
  if (refuses.test(passage.folded) && passage.roots.length <= 24) return 'no'
  if (!asksDemand(view)) return null
  if (isKnockout(view, passage)) return 'knockout'
  return among(posting.awards, passage) && /verplicht|vereist|required|mandatory|\beis\b/.test(ask.folded)
    ? 'award'
    : null
}
