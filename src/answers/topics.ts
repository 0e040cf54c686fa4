import type { Topic } from './topic-rule.ts'
import { criterionRules } from './topic-rules-criteria.ts'
import { dateRules } from './topic-rules-dates.ts'
import { termRules } from './topic-rules-terms.ts'

export type { Topic } from './topic-rule.ts'

const rules = [...dateRules, ...termRules, ...criterionRules]

export type TopicHit = { topic: Topic; weight: number; start: number; end: number }

/** Every topic whose words occur, heaviest first. */
export function topicsIn(folded: string): TopicHit[] {
  const hits: TopicHit[] = []
  for (const { topic, weight, ask, not } of rules) {
    const match = ask.exec(folded)
    if (match === null || not?.test(folded)) continue
    hits.push({ topic, weight, start: match.index, end: match.index + match[0].length })
  }
  return hits.sort((a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start))
}
