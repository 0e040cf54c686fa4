import type { DocumentKind } from '../documents/document.ts'
import { textsFor } from '../texts/texts.ts'
import { coveredWords } from './covered.ts'
import { proofOf } from './findings.ts'
import { type Highlight, highlighted } from './highlighted.ts'
import { type Html, html } from './html.ts'
import { short } from './overview.ts'
import type { ReportInput } from './report-input.ts'
import { type ReportCriterion, type ReportQuote, reportModel } from './report-model.ts'
import { reportStyle } from './report-style.ts'
import { timelineSvg } from './timeline-svg.ts'

/**
 * The evidence report as one HTML page, made to be printed: no scripts, nothing fetched, everything from a posting or a document
 * escaped. Names and contact details are covered unless `showName`.
 */
export function reportPage(input: ReportInput): string {
  const model = reportModel(input)
  const r = textsFor(input.lang).report
  const knockouts = model.criteria.filter(({ section }) => section === 'knockout')
  const awards = model.criteria.filter(({ section }) => section === 'award')
  const decided = model.criteria.filter(({ decidedBy }) => decidedBy !== null)
  const page = html`<!doctype html>
<html lang="${input.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${model.title}</title>
<style>${{ html: reportStyle }}</style>
</head>
<body>
<header>
<h1>${model.title}</h1>
<p class="soft">${model.subtitle}</p>
<dl>${model.facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
</header>
<main>
<h2>${r.scoreCard}</h2>
${knockouts.length > 0 && table(r.knockouts, knockouts, r)}
${awards.length > 0 && table(model.total, awards, r)}
${model.conditions.length > 0 && html`<h3>${r.cvDemands}</h3><ul>${model.conditions.map((line) => html`<li>${line}</li>`)}</ul>`}
${model.warnings.length > 0 && html`<h3>${r.warnings}</h3><ul>${model.warnings.map((line) => html`<li>⚠️ ${line}</li>`)}</ul>`}
<h2>${r.evidence}</h2>
${model.criteria.map((criterion) => criterionSection(criterion, input))}
${model.competencies.length > 0 && html`<h2>${r.competencies}</h2>`}
${model.competencies.map(({ text, quotes }) => html`<section class="criterion"><h3>${text}</h3>${quotes.length > 0 ? quotes.map((one) => quoteBlock(one, r.sources)) : html`<p>${r.nothing}</p>`}</section>`)}
<h2>${r.decisions}</h2>
${decided.length === 0 ? html`<p>${r.noDecisions}</p>` : html`<ul>${decided.map(({ name, judgement, decidedBy }) => html`<li><strong>${name}</strong>: ${judgement} <span class="soft">${decidedBy}</span></li>`)}</ul>`}
<h2>${r.rules}</h2>
<ul>${model.assumptions.map((line) => html`<li>${line}</li>`)}</ul>
${hiddenSection(input)}
${model.texts.map(({ kind, text }) => html`<h2>${r.textOf(kind)}</h2><pre class="document">${highlighted(text, highlightsOf(input, kind, model.criteria))}</pre>`)}
</main>
<footer><p>${r.footer}</p></footer>
</body>
</html>
`
  return page.html
}

type Texts = ReturnType<typeof textsFor>['report']

function table(caption: string, rows: ReportCriterion[], r: Texts): Html {
  return html`<div class="scroll"><table><caption class="soft">${caption}</caption><thead><tr><th scope="col">${r.criterion}</th><th scope="col">${r.outcome}</th><th scope="col">${r.how}</th></tr></thead><tbody>${rows.map(
    (one) =>
      html`<tr><th scope="row"><a href="#${anchorOf(one)}">${one.name}</a><br><span class="words">${short(one.words)}</span></th><td>${one.outcome}</td><td>${one.how}</td></tr>`,
  )}</tbody></table></div>`
}

function criterionSection(criterion: ReportCriterion, input: ReportInput): Html {
  const r = textsFor(input.lang).report
  return html`<section class="criterion" id="${anchorOf(criterion)}">
<h3>${criterion.name} · ${criterion.outcome}</h3>
<p><em>${criterion.words}</em></p>
${criterion.quotes.length > 0 ? criterion.quotes.map((one) => quoteBlock(one, r.sources)) : html`<p>${r.nothing}</p>`}
${drawing(criterion, input)}
${criterion.months && html`<p>${criterion.months}</p>`}
<p>${criterion.rule}</p>
${criterion.questions.length > 0 && html`<ul>${criterion.questions.map((question) => html`<li>${question}</li>`)}</ul>`}
<p class="soft">${criterion.proposal}</p>
${criterion.judgement && html`<p class="judgement">${r.judgement}: ${criterion.judgement}</p><p class="soft">${criterion.decidedBy}</p>`}
</section>`
}

/** Wider than a phone, so it scrolls by itself; reachable by keyboard. */
function drawing(criterion: ReportCriterion, { lang }: ReportInput): Html | null {
  const svg = timelineSvg(criterion.finding, lang, criterion.months ?? criterion.name)
  return svg && html`<div class="scroll" tabindex="0" role="group" aria-label="${criterion.name}">${svg}</div>`
}

function quoteBlock(quote: ReportQuote, sources: Texts['sources']): Html {
  const kind = quote.against ? 'against' : quote.certain ? 'for' : 'uncertain'
  return html`<blockquote class="${kind}"><p>${quote.text}</p><p class="source">${sources(quote)}</p></blockquote>`
}

function hiddenSection({ assessment, candidate, lang, showName }: ReportInput): Html | null {
  const { hidden } = assessment.proposal
  const t = textsFor(lang)
  if (hidden.length === 0) return null
  return html`<h2>${t.report.hidden}</h2><p>${t.report.hiddenNote}</p>${hidden.map(
    ({ text, page, why }) =>
      html`<div class="hidden-text"><p>${showName ? text : coveredWords(text, candidate.confirmed)}</p><p class="source">${t.interview.hiddenWhy(why, page)}</p></div>`,
  )}`
}

function highlightsOf(
  { assessment, documents }: ReportInput,
  kind: DocumentKind,
  criteria: ReportCriterion[],
): Highlight[] {
  const text = documents[kind]?.text ?? ''
  return criteria.flatMap((criterion) =>
    [
      ...proofOf(criterion.finding, assessment.judgements[criterion.key]),
      ...criterion.finding.evidence.filter(({ counter }) => counter),
    ]
      .filter(({ source, start, end, quote }) => source === kind && text.slice(start, end) === quote)
      .map(({ start, end, counter }) => ({
        start,
        end,
        label: criterion.name,
        anchor: anchorOf(criterion),
        against: Boolean(counter),
      })),
  )
}

function anchorOf({ key }: { key: string }): string {
  return key.replace(/[^A-Za-z0-9]+/g, '-')
}
