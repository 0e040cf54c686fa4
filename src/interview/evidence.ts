import type { Element } from '../chat/card.ts'
import type { Evidence, Finding } from '../scoring/assessment.ts'
import { proofOf } from './findings.ts'
import type { Turn } from './turn.ts'

/** A quote with its page, document and engagement. */
export function quoteElement(turn: Turn, evidence: Evidence, finding?: Finding): Element {
  return { type: 'quote', text: evidence.quote, source: sourceOf(turn, evidence, finding) }
}

/** "cv, blz. 2 · gemeente Apeldoorn, mrt 2021 – heden". */
export function sourceOf(turn: Turn, evidence: Evidence, finding?: Finding): string {
  const engagement = turn.state.read?.engagements.find(({ index }) => index === evidence.engagement)
  const bar = finding?.engagements.find(({ index }) => index === evidence.engagement)
  const where = engagement
    ? [engagement.organisation ?? engagement.title, engagement.period?.quote].filter(Boolean).join(', ')
    : (bar?.label ?? '')
  return turn.t.quoteSource(evidence.source, evidence.page, where, evidence.certain, Boolean(evidence.counter))
}

/** The quotes of a criterion in view, sentences before titles and names; more than a screen holds are counted. */
export function quotesOf(turn: Turn, finding: Finding, most: number): Element[] {
  const judgement = turn.assessment?.judgements[finding.key]
  const proof = proofOf(finding, judgement)
  const against = finding.evidence.filter(({ counter }) => counter)
  const all = [...proof, ...against]
  const kept = new Set(
    [...all].sort((a, b) => weight(b, judgement?.added) - weight(a, judgement?.added)).slice(0, most),
  )
  const shown = all.filter((one) => kept.has(one))
  const rest = all.length - shown.length
  return [
    ...shown.map((one) => quoteElement(turn, one, finding)),
    ...(rest > 0 ? [{ type: 'text' as const, text: turn.t.moreQuotes(rest) }] : []),
  ]
}

/** What the consultant pointed at comes first, then what says most. */
function weight(evidence: Evidence, added: Evidence[] = []): number {
  return (added.includes(evidence) ? 10_000 : 0) + (evidence.counter ? 0 : 1000) + Math.min(evidence.quote.length, 300)
}
