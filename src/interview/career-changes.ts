import type { Career } from '../candidates/candidate.ts'
import { type CareerChange, compareCareers } from '../candidates/compare-careers.ts'
import type { Lang } from '../chat/reply.ts'
import type { Coded } from '../scoring/assessment.ts'
import { textsFor } from '../texts/texts.ts'
import { monthName } from './dates.ts'

/** Dates, roles and organisations that a new version of a CV states differently: the candidate should confirm them. */
export function careerChanges(before: Career, after: Career, lang: Lang): Coded[] {
  return compareCareers(before, after).map(({ code, label, before: from, after: to }) => ({
    code,
    values: { engagement: label || '–', from: readable(code, from, lang), to: readable(code, to, lang) },
  }))
}

/** "hbo: completed, other: not-stated" → "hbo, afgerond; andere opleiding, afronding niet vermeld". */
function studies(coded: string, lang: Lang): string {
  const { level: levels, completion: completions } = textsFor(lang).interview.studies
  return coded
    .split(', ')
    .map((study) =>
      study
        .split(': ')
        .map((code) => levels[code] ?? completions[code] ?? code)
        .join(', '),
    )
    .join('; ')
}

/** Months as a person writes them; an open end is "heden"; how far a study came in words. Titles and organisations stay as printed. */
function readable(code: CareerChange['code'], value: string, lang: Lang): string {
  if (value === '') return '–'
  if (code === 'education-changed') return studies(value, lang)
  if (code !== 'start-changed' && code !== 'end-changed') return value
  if (value === 'open') return lang === 'nl' ? 'heden' : 'present'
  return value
    .split('/')
    .map((month) => {
      const match = /^(\d{4})-(\d{2})$/.exec(month)
      return match ? monthName(Number(match[1]) * 12 + Number(match[2]) - 1, lang) : month
    })
    .join(' – ')
}
