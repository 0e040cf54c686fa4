import { textsFor } from '../texts/texts.ts'
import { knockoutsMet } from './findings.ts'
import type { ReportInput } from './report-input.ts'
import { type ReportModel, type ReportQuote, reportModel } from './report-model.ts'

/** A paragraph in our own few styles; the Word library is loaded only when a file is asked for. */
type Line =
  | { kind: 'title' | 'heading' | 'sub' | 'text' | 'soft' | 'bullet'; text: string }
  | { kind: 'quote'; text: string; source: string }

/** The evidence report for the file. */
export async function reportDocx(input: ReportInput): Promise<Uint8Array> {
  const model = reportModel(input)
  const r = textsFor(input.lang).report
  const lines: Line[] = [
    { kind: 'title', text: model.title },
    { kind: 'soft', text: model.subtitle },
    ...model.facts.map(({ label, value }): Line => ({ kind: 'text', text: `${label}: ${value}` })),
    { kind: 'heading', text: r.scoreCard },
    ...model.criteria.map(
      ({ name, outcome, how }): Line => ({
        kind: 'bullet',
        text: `${name}: ${outcome}, ${how}.`,
      }),
    ),
    { kind: 'text', text: model.total },
    ...model.conditions.map((text): Line => ({ kind: 'bullet', text })),
    ...model.warnings.map((text): Line => ({ kind: 'bullet', text: `⚠️ ${text}` })),
    { kind: 'heading', text: r.evidence },
    ...model.criteria.flatMap((criterion): Line[] => [
      { kind: 'sub', text: `${criterion.name} · ${criterion.outcome}` },
      { kind: 'text', text: criterion.words },
      ...quotes(criterion.quotes, r),
      ...(criterion.months ? [{ kind: 'text' as const, text: criterion.months }] : []),
      { kind: 'text', text: criterion.rule },
      ...criterion.questions.map((text): Line => ({ kind: 'bullet', text })),
      { kind: 'soft', text: criterion.proposal },
      ...(criterion.judgement
        ? [{ kind: 'text' as const, text: `${r.judgement}: ${criterion.judgement} ${criterion.decidedBy ?? ''}` }]
        : []),
    ]),
    ...(model.competencies.length > 0 ? [{ kind: 'heading' as const, text: r.competencies }] : []),
    ...model.competencies.flatMap((one): Line[] => [{ kind: 'sub', text: one.text }, ...quotes(one.quotes, r)]),
    ...hidden(input),
    { kind: 'heading', text: r.rules },
    ...model.assumptions.map((text): Line => ({ kind: 'bullet', text })),
    { kind: 'soft', text: r.footer },
  ]
  return written(model.title, lines)
}

/** The leeswijzer: per criterion the quote, the page and the employer, and nothing else, to hand in as explanation. */
export async function readingGuideDocx(input: ReportInput): Promise<Uint8Array> {
  const model = reportModel(input)
  const r = textsFor(input.lang).report
  const lines: Line[] = [
    { kind: 'title', text: r.guideTitle(input.candidate.code) },
    { kind: 'soft', text: model.subtitle },
    ...model.criteria.flatMap((criterion): Line[] => {
      const proof = criterion.quotes.filter(({ against, certain }) => !against && certain)
      return [
        { kind: 'sub', text: criterion.name },
        { kind: 'text', text: criterion.words },
        ...(proof.length > 0 ? quotes(proof, r) : [{ kind: 'soft' as const, text: r.guideNothing }]),
      ]
    }),
  ]
  return written(r.guideTitle(input.candidate.code), lines)
}

/** The candidate's own edition: findings with reasons and rights; no points of others, no ranking. */
export async function candidateEditionDocx(input: ReportInput): Promise<Uint8Array> {
  return written(textsFor(input.lang).report.editionTitle, editionLines(input))
}

/** The same as plain text, for a chat or a mail. */
export function candidateEditionText(input: ReportInput): string {
  return editionLines(input)
    .map((line) => {
      if (line.kind === 'quote') return `  "${line.text}" (${line.source})`
      return line.kind === 'bullet'
        ? `- ${line.text}`
        : line.kind === 'sub' || line.kind === 'heading'
          ? `\n${line.text}`
          : line.text
    })
    .join('\n')
}

function editionLines(input: ReportInput): Line[] {
  const { lang, assessment } = input
  const model = reportModel({ ...input, showName: true })
  const r = textsFor(lang).report
  return [
    { kind: 'title', text: r.editionTitle },
    { kind: 'soft', text: model.subtitle },
    { kind: 'text', text: r.editionIntro(r.engines[assessment.proposal.engine]) },
    { kind: 'text', text: r.editionOutcome(knockoutsMet(assessment), assessment.confirmedAt !== null) },
    ...model.criteria.flatMap((criterion): Line[] => [
      { kind: 'sub', text: `${criterion.name} · ${criterion.outcome}` },
      { kind: 'text', text: criterion.words },
      ...(criterion.quotes.length > 0 ? quotes(criterion.quotes, r) : [{ kind: 'soft' as const, text: r.nothing }]),
      ...(criterion.months ? [{ kind: 'text' as const, text: criterion.months }] : []),
      { kind: 'text', text: criterion.rule },
      { kind: 'text', text: criterion.judgement ?? criterion.proposal },
    ]),
    { kind: 'heading', text: r.rightsTitle },
    ...r.rights.map((text): Line => ({ kind: 'bullet', text })),
  ]
}

function hidden({ assessment, lang }: ReportInput): Line[] {
  const t = textsFor(lang)
  if (assessment.proposal.hidden.length === 0) return []
  return [
    { kind: 'heading', text: t.report.hidden },
    { kind: 'text', text: t.report.hiddenNote },
    ...assessment.proposal.hidden.map(
      ({ page, why }): Line => ({ kind: 'bullet', text: t.interview.hiddenWhy(why, page) }),
    ),
  ]
}

function quotes(all: ReportQuote[], r: ReturnType<typeof textsFor>['report']): Line[] {
  return all.map((quote): Line => ({ kind: 'quote', text: quote.text, source: r.sources(quote) }))
}

async function written(title: ReportModel['title'], lines: Line[]): Promise<Uint8Array> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx')
  const paragraph = (line: Line) => {
    switch (line.kind) {
      case 'title':
        return new Paragraph({ text: line.text, heading: HeadingLevel.TITLE })
      case 'heading':
        return new Paragraph({ text: line.text, heading: HeadingLevel.HEADING_1 })
      case 'sub':
        return new Paragraph({ text: line.text, heading: HeadingLevel.HEADING_2 })
      case 'bullet':
        return new Paragraph({ text: line.text, bullet: { level: 0 } })
      case 'soft':
        return new Paragraph({ children: [new TextRun({ text: line.text, color: '566267' })] })
      case 'quote':
        return new Paragraph({
          indent: { left: 400 },
          spacing: { before: 60, after: 60 },
          children: [
            new TextRun({ text: `“${line.text}”`, italics: true }),
            new TextRun({ text: `  ${line.source}`, color: '566267' }),
          ],
        })
      default:
        return new Paragraph({ text: line.text, spacing: { after: 80 } })
    }
  }
  // The file says nothing about who or what made it.
  const file = new Document({
    title,
    creator: 'Maatstaf',
    lastModifiedBy: 'Maatstaf',
    sections: [{ children: lines.map(paragraph) }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
