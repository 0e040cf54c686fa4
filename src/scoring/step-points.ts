import type { Points } from './assessment.ts'
import type { WorkFinding } from './decide-work.ts'
import { stepOf } from './duration-phrase.ts'

/** The posting's own scale ("5 tot 8 jaar: 20 punten"): the step that the certain months reach, and up to the one that the open months may reach. */
export function stepPoints(
  steps: readonly { text: string; points: number }[],
  found: WorkFinding,
  max: number,
): Points {
  const at = (months: number): number =>
    Math.max(
      0,
      ...steps.map(({ text, points }) => {
        const step = stepOf(text)
        return step && months >= step.from && months < step.below ? points : 0
      }),
    )
  const low = Math.min(max, at(found.months?.atLeast ?? 0))
  const high = Math.min(max, at(Math.max(found.months?.atMost ?? 0, found.possibleMonths?.atMost ?? 0)))
  return { value: low, low, high: Math.max(low, high) }
}
