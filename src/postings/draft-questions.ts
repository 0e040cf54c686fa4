import type { Assignment } from '../assignments/assignment.ts'
import { textsFor } from '../texts/texts.ts'
import { subjectOf } from './shown-value.ts'

/** More than this a client does not answer with care. */
const most = 10

/**
 * The questions worth asking the client: contradictions first, then what the posting leaves open and an offer depends on. In the
 * language of the posting, one point each, ready to paste.
 */
export function draftQuestions({ posting, text, facts }: Assignment): string[] {
  const texts = textsFor(isEnglish(text) ? 'en' : 'nl')
  const ask = texts.postingQuestions
  const { when, amount, hours, euro } = texts.postings
  const open = posting.conflicts.filter(({ resolved }) => !resolved)
  const contested = (field: string) => open.some((conflict) => conflict.field === field)
  const said = (field: string) => facts.some((fact) => fact.field === field)
  const dated = (kind: string) => posting.deadlines.find((deadline) => deadline.kind === kind && deadline.at !== null)
  const closing = dated('submission')?.at
  const { hoursPerWeek, sroi, hybrid } = posting
  const weekly =
    hoursPerWeek === null
      ? null
      : typeof hoursPerWeek === 'number'
        ? { min: hoursPerWeek, max: hoursPerWeek }
        : hoursPerWeek
  const threshold = sroi?.thresholdEur ?? null
  const silences: (string | false | null | undefined)[] = [
    !closing && !contested('deadlines.submission') && ask.closing,
    closing && !closing.includes('T') && !contested('deadlines.submission') && ask.closingTime(when(closing)),
    weekly === null && !contested('hoursPerWeek') && ask.hours,
    sroi?.applies === 'conditional' &&
      !said('sroiScope') &&
      ask.sroi(threshold === null ? null : `€ ${amount(threshold)}`),
    posting.awards.length > 0 && !posting.awards.some(({ sub }) => sub && sub.length > 0) && ask.partial,
    hybrid === true && !said('officeDays') && ask.office,
    hybrid === null && ask.hybrid,
    // Part of a week on all of its days: which ones it will be decides who can.
    weekly !== null && weekly.max < 32 && posting.workdays !== null && ask.days(hours(weekly.min, weekly.max)),
    posting.start === null && ask.start,
    posting.durationMonths === null && ask.duration,
    posting.maxRateEur === null && !contested('maxRateEur') && ask.rate,
    !dated('interviews') && ask.interviews,
    posting.professionals === null && ask.professionals,
    posting.cv === null && ask.cv,
    !said('zzp') && ask.zzp,
  ]
  return [
    ...open.map(({ field, values }) =>
      field === 'criterionNumber'
        ? ask.duplicateNumbers
        : ask.conflict(
            subjectOf(field, texts),
            values.map((value) => (field === 'maxRateEur' && Number(value) ? euro(Number(value)) : when(value))),
          ),
    ),
    ...silences.filter((question): question is string => typeof question === 'string' && question !== ''),
  ].slice(0, most)
}

/** By the small words, which no text does without. */
function isEnglish(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/\b(?:the|and|of|with|for)\b/gi) > count(/\b(?:de|het|een|en|van|voor|met)\b/gi)
}
