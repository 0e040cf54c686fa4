import type { Coded, Decision, Months } from './assessment.ts'
import type { Criterion } from './criterion.ts'
import type { EngagementVerdict } from './engagement-verdict.ts'

/** The months of a duration criterion: certain, and whether a window one month earlier would tip the decision. */
export type Counted = { months: Months; minimum: number; flips: boolean }

const ENGAGEMENTS_ASKED = 3

/** The rule that was applied, with its numbers. */
export function ruleOf(criterion: Criterion): Coded {
  if (criterion.minimumMonths !== null)
    return {
      code: criterion.windowYears === null ? 'months' : 'months-in-window',
      values: { minimum: criterion.minimumMonths, years: criterion.windowYears ?? 0 },
    }
  return {
    code: criterion.windowYears === null ? 'experience' : 'experience-in-window',
    values: { years: criterion.windowYears ?? 0 },
  }
}

/** What would settle an open finding, as codes; a window that tips by one month is told in any case. */
export function questionsOf(
  decision: Decision,
  criterion: Criterion,
  verdicts: EngagementVerdict[],
  counted: Counted | null,
): Coded[] {
  const questions: Coded[] = []
  if (counted?.flips) questions.push({ code: 'window-shift', values: { minimum: counted.minimum } })
  if (decision !== 'unclear') return questions
  if (counted && counted.months.atMost >= counted.minimum && counted.months.atLeast < counted.minimum) {
    questions.push({
      code: 'exact-dates',
      values: { minimum: counted.minimum, atLeast: counted.months.atLeast, atMost: counted.months.atMost },
    })
  }
  for (const each of verdicts.filter((verdict) => verdict.verdict === 'maybe').slice(0, ENGAGEMENTS_ASKED)) {
    const values = {
      engagement: each.engagement.index,
      label: [each.engagement.title, each.engagement.organisation].filter((part) => part !== null).join(', '),
    }
    questions.push({ code: reasonOf(each, criterion), values })
  }
  if (questions.length === 0) questions.push({ code: 'not-shown-together', values: {} })
  return questions
}

function reasonOf(each: EngagementVerdict, criterion: Criterion): string {
  if (each.engagement.period === null && criterion.minimumMonths !== null) return 'dates-missing'
  if (criterion.roles.length > 0 && each.roleShownBy.length > 0 && each.qualifies === 'maybe') return 'role-like'
  if (criterion.employers && each.qualifies === 'maybe') return 'employer-open'
  return each.pointers.some((pointer) => pointer.certainty === 'uncertain') ? 'wording-open' : 'topic-near'
}
