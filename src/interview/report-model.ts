import type { Document, DocumentKind } from '../documents/document.ts'
import type { Evidence, Finding, Judgement } from '../scoring/assessment.ts'
import { textsFor } from '../texts/texts.ts'
import { coveredTexts, coveredWords } from './covered.ts'
import { awardWord } from './criterion-name.ts'
import { longDate } from './dates.ts'
import { bandOf, criterionOf, findingsOf, isDecided, isLeftOpen, proofOf, totalOf } from './findings.ts'
import type { ReportInput } from './report-input.ts'

export type ReportQuote = {
  text: string
  source: DocumentKind
  page: number | null
  where: string
  against: boolean
  certain: boolean
}

export type ReportCriterion = {
  key: string
  section: 'knockout' | 'award'
  name: string
  label: string
  words: string
  outcome: string
  proposal: string
  /** The consultant's judgement with its reason; null when the proposal stands. */
  judgement: string | null
  /** Beside the outcome, which it does not repeat: as proposed, otherwise and why, or still open. */
  how: string
  decidedBy: string | null
  rule: string
  months: string | null
  questions: string[]
  quotes: ReportQuote[]
  finding: Finding
}

export type ReportModel = {
  title: string
  subtitle: string
  facts: { label: string; value: string }[]
  criteria: ReportCriterion[]
  total: string
  conditions: string[]
  competencies: { text: string; quotes: ReportQuote[] }[]
  warnings: string[]
  texts: { kind: DocumentKind; document: Document; text: string }[]
  assumptions: string[]
}

/** The report as values and sentences, once for the page and the Word file. Every quote is cut from the document itself. */
export function reportModel(input: ReportInput): ReportModel {
  const { assessment, assignment, candidate, lang, now } = input
  const t = textsFor(lang)
  const r = t.report
  const safe = input.showName ? {} : coveredTexts(input.documents, candidate.confirmed)
  const texts = (['cv', 'explanation', 'motivation'] as const).flatMap((kind) => {
    const document = input.documents[kind]
    return document ? [{ kind, document, text: safe[kind] ?? document.text }] : []
  })
  const quote = (evidence: Evidence, finding: Finding | null): ReportQuote => {
    const from = texts.find(({ kind }) => kind === evidence.source)
    const stands = from?.document.text.slice(evidence.start, evidence.end) === evidence.quote
    return {
      text:
        stands && from
          ? from.text.slice(evidence.start, evidence.end)
          : input.showName
            ? evidence.quote
            : coveredWords(evidence.quote, candidate.confirmed),
      source: evidence.source,
      page: evidence.page,
      where:
        finding?.engagements.find(({ index }) => index === evidence.engagement)?.label ?? engagementOf(input, evidence),
      against: Boolean(evidence.counter),
      certain: evidence.certain,
    }
  }
  const word = awardWord(assignment)
  const criteria = findingsOf(assessment.proposal).map((finding): ReportCriterion => {
    const judgement = assessment.judgements[finding.key]
    return {
      key: finding.key,
      section: finding.section,
      label: finding.label,
      name:
        finding.section === 'knockout'
          ? t.interview.knockoutName(finding.label)
          : t.interview.awardName(finding.label, word),
      words: criterionOf(assignment, finding.key)?.text ?? '',
      outcome: outcome(input, finding, judgement),
      proposal: t.interview.proposal(finding, bandOf(finding), isLeftOpen(finding)),
      judgement:
        judgement && isDecided(judgement)
          ? t.interview.judgement(finding.section, judgement, finding.points?.max ?? 0)
          : null,
      how: howDecided(input, finding, judgement),
      decidedBy:
        judgement && isDecided(judgement)
          ? r.decidedBy(whoIs(input, judgement.by), longDate(judgement.at, lang))
          : null,
      rule: t.scoring.rule(finding.rule),
      months: finding.months ? t.interview.months(finding.months, finding.minimumMonths, finding.window) : null,
      questions: finding.questions.map((question) => t.scoring.question(question)),
      quotes: [...proofOf(finding, judgement), ...finding.evidence.filter(({ counter }) => counter)].map((one) =>
        quote(one, finding),
      ),
      finding,
    }
  })
  const { posting } = assignment
  return {
    title: r.title(candidate.code),
    subtitle: [posting.title, posting.number ?? assignment.id, posting.organisation].filter(Boolean).join(' · '),
    facts: [
      {
        label: r.state,
        value: assessment.confirmedAt
          ? r.confirmed(whoIs(input, assessment.confirmedBy), longDate(assessment.confirmedAt, lang))
          : r.draft,
      },
      { label: r.reference, value: longDate(assessment.proposal.asOf, lang) },
      { label: r.engine, value: r.engines[assessment.proposal.engine] },
      { label: r.rate, value: assessment.rateEur === null ? r.unknown : r.amount(assessment.rateEur) },
      { label: r.made, value: longDate(now.toInstant().toString(), lang) },
      { label: r.names, value: input.showName ? r.namesShown : r.namesCovered },
    ],
    criteria,
    total: t.interview.cardTotal(word, totalOf(assessment)),
    conditions: assessment.proposal.cvDemands.map((one) =>
      t.interview.cvDemand(one.demand, one.met, one.wanted, one.found),
    ),
    competencies: assessment.proposal.competencies.map(({ text, evidence }) => ({
      text,
      quotes: evidence.map((one) => quote(one, null)),
    })),
    warnings: assessment.proposal.warnings.map((warning) => t.scoring.remark(warning)),
    texts,
    assumptions: [t.interview.ownEstimate, ...r.assumptions],
  }
}

/** By name, else as the reader, else by what they are. */
function whoIs({ lang, names, reader }: ReportInput, person: string | null): string {
  const { report } = textsFor(lang)
  const name = person === null ? undefined : names?.[person]
  return name ?? (person !== null && person === reader ? report.you : report.consultant)
}

function outcome({ lang }: ReportInput, finding: Finding, judgement: Judgement | undefined): string {
  const t = textsFor(lang).interview
  if (finding.section === 'knockout') {
    const decision = judgement?.decision ?? finding.decision ?? 'unclear'
    const mark = { meets: '✅', fails: '❌', unclear: '❔' }[decision]
    return `${mark} ${t.decisions[decision]}${judgement?.withoutEvidence ? ` · ${textsFor(lang).report.notShown}` : ''}`
  }
  if (!finding.points) return '–'
  if (judgement?.points === undefined && isLeftOpen(finding))
    return t.cardAwardOpen('', finding.points.max).replace(/^: /, '')
  const { value, low, high, max } = finding.points
  const range = judgement?.points === undefined && low !== high ? ` [${figure(low, lang)} – ${figure(high, lang)}]` : ''
  const shown = judgement?.withoutEvidence ? ` · ${textsFor(lang).report.notShown}` : ''
  return `${figure(judgement?.points ?? value, lang)}${range} / ${figure(max, lang)}${shown}`
}

/** With the comma or point of the language. */
function figure(value: number, lang: ReportInput['lang']): string {
  return value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB')
}

function howDecided({ lang }: ReportInput, finding: Finding, judgement: Judgement | undefined): string {
  const { report: r, interview: t } = textsFor(lang)
  if (!judgement || !isDecided(judgement)) return r.notDecided
  const reason = judgement.reason ? r.because(judgement.reason.replace(/[.\s]+$/, '')) : ''
  if (isLeftOpen(finding)) return `${r.ownPoints}${reason}`
  const proposed = finding.section === 'knockout' ? (finding.decision ?? 'unclear') : (finding.points?.value ?? 0)
  const given = finding.section === 'knockout' ? judgement.decision : judgement.points
  if (given === proposed) return `${r.asProposed}${reason}`
  return `${r.otherwise(typeof proposed === 'number' ? figure(proposed, lang) : t.decisions[proposed].toLowerCase())}${reason}`
}

function engagementOf({ candidate }: ReportInput, evidence: Evidence): string {
  const engagement = candidate.confirmed?.engagements.find(({ index }) => index === evidence.engagement)
  return engagement
    ? [engagement.organisation ?? engagement.title, engagement.period?.quote].filter(Boolean).join(', ')
    : ''
}
