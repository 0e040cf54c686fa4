import type { Conflict, Deadline, Fact, Posting, PostingFacts } from './assignment.ts'
import { organisationOf } from './client.ts'
import { competenciesOf } from './competencies.ts'
import { type ConditionName, type ConditionReading, conditionOf, sroiOf } from './conditions.ts'
import {
  conditionConflicts,
  durationConflict,
  educationConflict,
  hoursConflict,
  numberConflict,
  pointsConflict,
} from './contradictions.ts'
import { criteriaOf } from './criteria.ts'
import { cvRulesOf } from './cv-rules.ts'
import { furtherFacts } from './further.ts'
import { labelledOf } from './labelled.ts'
import { closingTimeOf, mentionsOf } from './mentions.ts'
import { feeOf, maxRateOf } from './money.ts'
import { locationOf, regionOf } from './place.ts'
import { educationIn, educationOf, hybridOf, scaleOf, workdaysOf } from './practice.ts'
import { procedureOf } from './procedure.ts'
import { professionalsOf } from './professionals.ts'
import { questionLines } from './questions-and-answers.ts'
import type { Page, Reading } from './reading.ts'
import { numberOf } from './reference-number.ts'
import { type Schedule, scheduleOf } from './schedule.ts'
import { sectionsOf } from './sections.ts'
import { type Source, sourceOf } from './source.ts'
import { durationOf, extensionOf, hoursOf, monthsBetween } from './term.ts'
import { titleOf } from './title.ts'

const conditionNames: ConditionName[] = ['vog', 'nda', 'uea', 'waadi', 'das']

/** The number of months from the printed start to the printed end, where both are dates. */
function monthsOfPeriod({ start, end }: Schedule): { months: number; quote: string } | null {
  if (!start || !end || !/^\d{4}-/.test(start.value)) return null
  const months = monthsBetween(Temporal.PlainDate.from(start.value), Temporal.PlainDate.from(end.value.slice(0, 10)))
  return months === null ? null : { months, quote: end.quote }
}

/** Turns readings into facts: the value with the original words behind it. */
function factMaker(source: Source) {
  const facts: Fact[] = []
  const keep = (field: string, value: unknown, at: { start: number; end: number; certainty: Fact['certainty'] }) => {
    facts.push({ field, value, ...source.quote(at.start, at.end), certainty: at.certainty, source: 'posting' })
  }
  return {
    facts,
    keep,
    /** Keeps the fact and gives its value, or null where there is none. */
    value<T>(field: string, reading: Reading<T> | null): T | null {
      if (reading) keep(field, reading.value, reading)
      return reading?.value ?? null
    },
    /** A fact whose quote is in original offsets already. */
    add(fact: Omit<Fact, 'source'>) {
      facts.push({ ...fact, source: 'posting' })
    },
  }
}

/**
 * Reads a posting by rules into facts, each with the words it rests on: `text.slice(start, end) === quote` in the text as given.
 * `asOf` (ISO date, when known) helps to tell the year of dates that print none; without it and without other dates such a date
 * stays open and is reported as a conflict. Pure: no clock, no model.
 */
export function readPosting(text: string, options: { id: string; asOf?: string }): Posting {
  const source = sourceOf(text)
  const sections = sectionsOf(source)
  const criteria = criteriaOf(source, sections)
  // Published questions ask and state nothing; their answers do.
  const asked = questionLines(source)
  const labelled = labelledOf(source, new Set([...criteria.lines, ...asked]))
  const inCriteria = source.lines.filter(({ index }) => criteria.lines.has(index))
  const prose = source.sentences.filter(
    ({ start, end }) => !inCriteria.some((line) => line.start <= start && end <= line.end),
  )
  const page: Page = { source, labelled, prose }
  const schedule = scheduleOf(source, mentionsOf(source, labelled, new Set([...criteria.lines, ...asked])), {
    closingTime: closingTimeOf(labelled),
    asOf: options.asOf ? Temporal.PlainDate.from(options.asOf) : null,
  })
  const made = factMaker(source)
  const { value } = made

  const title = titleOf(page)
  const hours = hoursOf(page)
  const duration = durationOf(page)
  const period = monthsOfPeriod(schedule)
  const extension = extensionOf(page)
  const education = educationOf(page)
  const demanded = educationIn(criteria.knockouts)
  const conditions = Object.fromEntries(conditionNames.map((name) => [name, conditionOf(page, name)])) as Record<
    ConditionName,
    ConditionReading | null
  >
  const sroi = sroiOf(page)
  const fee = feeOf(page)
  const cv = cvRulesOf(page)
  const competencies = competenciesOf(page, sections)
  const procedure = procedureOf(page)
  const quoteOf = ({ start, end }: { start: number; end: number }) => source.quote(start, end).quote

  if (!education && demanded)
    made.add({
      field: 'educationLevel',
      value: demanded.value,
      quote: demanded.criterion.quote,
      start: demanded.criterion.start,
      end: demanded.criterion.end,
      certainty: 'prose',
    })
  if (duration.first === null && period && schedule.end)
    made.add({ ...schedule.end, field: 'durationMonths', value: period.months })
  for (const { at, kind, certainty, role: _role, exclusive: _exclusive, ...quote } of schedule.deadlines)
    if (kind !== 'start') made.add({ field: `deadlines.${kind}`, value: at, certainty, ...quote })
  for (const fact of [schedule.posted, schedule.start, schedule.end, ...schedule.facts]) if (fact) made.add(fact)
  for (const { field, value: told, ...at } of furtherFacts(page)) made.keep(field, told, at)
  for (const { value: what, ...at } of cv?.readings ?? []) made.keep('cv', what, at)
  for (const { value: name, ...at } of competencies) made.keep('competencies', name, at)
  for (const { value: step, ...at } of procedure) made.keep('procedure', step, at)
  for (const { key, quote, start, end, section } of [...criteria.knockouts, ...criteria.awards])
    made.add({
      field: section === 'knockout' ? 'knockouts' : 'awards',
      value: key,
      quote,
      start,
      end,
      certainty: 'label',
    })
  for (const { printed, quote, start, end } of criteria.totals)
    made.add({ field: 'pointsTotal', value: printed, quote, start, end, certainty: 'label' })
  if (sroi?.value.percent) made.keep('sroiPercent', sroi.value.percent, sroi)
  if (fee) made.keep('fee', fee.value, fee)
  if (sroi) made.keep('sroi', sroi.value, sroi)
  if (extension) made.keep('extension', { ...extension.value, until: schedule.extensionUntil }, extension)

  const conflicts: Conflict[] = [
    ...schedule.conflicts,
    ...educationConflict(source, education, criteria.knockouts),
    ...hoursConflict(source, hours),
    ...durationConflict(source, duration.label, period),
    ...pointsConflict(criteria),
    ...conditionConflicts(source, conditions),
    ...numberConflict(criteria.knockouts, criteria.awards),
  ]
  const scored = criteria.awards.filter(({ points }) => points !== null)
  const posting: PostingFacts = {
    number: value('number', numberOf(page)),
    title: value('title', title),
    organisation: value('organisation', organisationOf(page)),
    location: value('location', locationOf(page, title)),
    region: value('region', regionOf(page)),
    postedOn: schedule.posted?.value.slice(0, 10) ?? null,
    start: schedule.start?.value ?? null,
    durationMonths: value('durationMonths', duration.first) ?? period?.months ?? null,
    extension: extension
      ? {
          ...extension.value,
          until: extension.value.possible ? schedule.extensionUntil : null,
          quote: quoteOf(extension),
        }
      : null,
    hoursPerWeek: value('hoursPerWeek', hours.first),
    educationLevel: value('educationLevel', education) ?? demanded?.value ?? null,
    scale: value('scale', scaleOf(page)),
    sroi: sroi ? { applies: sroi.value.applies, thresholdEur: sroi.value.thresholdEur, quote: quoteOf(sroi) } : null,
    vog: value('vog', conditions.vog),
    nda: value('nda', conditions.nda),
    uea: value('uea', conditions.uea),
    waadi: value('waadi', conditions.waadi),
    das: value('das', conditions.das),
    fee: fee ? { ...fee.value, quote: quoteOf(fee) } : null,
    maxRateEur: value('maxRateEur', maxRateOf(page)),
    professionals: value('professionals', professionalsOf(page)),
    hybrid: value('hybrid', hybridOf(page)),
    workdays: value('workdays', workdaysOf(page)),
    cv: cv?.rules ?? null,
    deadlines: schedule.deadlines.map(
      ({ kind, at, quote, exclusive }): Deadline => ({ kind, at, quote, ...(exclusive ? { exclusive } : {}) }),
    ),
    conflicts,
    knockouts: criteria.knockouts,
    awards: criteria.awards,
    pointsTotal: scored.length > 0 ? scored.reduce((all, { points }) => all + (points ?? 0), 0) : null,
    competencies: competencies.map(({ value: name }) => name),
    procedure: procedure.map(({ value: step }) => step),
  }
  return { id: options.id, text, facts: made.facts.sort((a, b) => a.start - b.start), posting }
}
