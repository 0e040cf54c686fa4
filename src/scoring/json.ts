import { monthText } from '../text/months.ts'
import type { Evidence, Finding, Proposal } from './assessment.ts'

/** The document that `score --json` prints: knock-outs and awards by their printed label. */
export function scoreJson(proposal: Proposal): object {
  return {
    assignment: proposal.assignment,
    asOf: proposal.asOf,
    knockouts: byLabel(proposal.knockouts, (finding) => ({
      decision: finding.decision,
      months: finding.months,
      window: windowJson(finding),
      evidence: finding.evidence.map(evidenceJson),
      rule: finding.rule,
      questions: finding.questions,
    })),
    awards: byLabel(proposal.awards, (finding) => ({
      level: finding.level,
      ...(finding.decision === null ? {} : { decision: finding.decision }),
      ...(finding.months === null ? {} : { months: finding.months }),
      window: windowJson(finding),
      points: finding.points,
      evidence: finding.evidence.map(evidenceJson),
      rule: finding.rule,
      questions: finding.questions,
    })),
    total: proposal.total,
    cv: proposal.cv,
    cvDemands: proposal.cvDemands,
    hidden: proposal.hidden,
    competencies: proposal.competencies.map(({ text, evidence }) => ({ text, evidence: evidence.map(evidenceJson) })),
    warnings: proposal.warnings,
    engine: proposal.engine,
  }
}

function byLabel(findings: readonly Finding[], toJson: (finding: Finding) => object): Record<string, object> {
  return Object.fromEntries(findings.map((finding) => [finding.label, toJson(finding)]))
}

const windowJson = ({ window }: Finding) =>
  window === null ? null : { from: monthText(window.from), to: monthText(window.to) }

const evidenceJson = ({ quote, page, source, certain, counter, facets }: Evidence) => ({
  quote,
  page,
  source,
  certain,
  facets,
  ...(counter ? { counter } : {}),
})
