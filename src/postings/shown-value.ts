import type { Assignment, Posting, PostingFacts } from '../assignments/assignment.ts'
import type { Texts } from '../texts/texts.ts'

/** What to call an assignment in a sentence: its number as printed, else a short id, and its title. */
export function nameOf(assignment: Assignment, { postings }: Texts): string {
  const title = assignment.posting.title ?? postings.untitled
  const label = labelOf(assignment)
  return label === null ? title : `${label} (${title})`
}

/** A number or short id to know it by; null when the id is only its title again. */
export function labelOf({ id, posting }: Pick<Assignment, 'id' | 'posting'>): string | null {
  return posting.number ?? (id.length <= 12 ? id : null)
}

/** The name of a field within a sentence: "Uren per week" becomes "uren per week", "VOG" and "Waadi" stay. */
export function fieldInSentence(field: string, texts: Texts): string {
  const name = fieldName(field, texts)
  return /^(?:\p{Lu}{2}|Waadi)/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** A field as the object of a sentence: "de sluitingsdatum". */
export function subjectOf(field: string, texts: Texts): string {
  const { subjects } = texts.postings
  return Object.hasOwn(subjects, field) ? subjects[field]! : fieldInSentence(field, texts)
}

export function fieldName(field: string, { postings }: Texts): string {
  const criterion = /^(knockout|award):(\d+)$/.exec(field)
  if (criterion) return postings.criterion(criterion[1] === 'award', Number(criterion[2]))
  return Object.hasOwn(postings.fields, field) ? postings.fields[field]! : field
}

/** A fact as a person reads it; null when the posting does not say. `deadlines.KIND` gives the date of that kind. */
export function shownValue({ posting }: Posting, field: string, { postings: texts }: Texts): string | null {
  if (field.startsWith('deadlines.')) {
    const dates = posting.deadlines.filter(({ kind, at }) => `deadlines.${kind}` === field && at !== null)
    return dates.map(({ at, exclusive }) => (exclusive ? texts.before(at!) : texts.when(at!))).join('; ') || null
  }
  return shown(field, posting[field as keyof PostingFacts], texts)
}

/** Any value of a field, also one of an older version; null for nothing. */
export function shown(field: string, value: unknown, texts: Texts['postings']): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value === 'string') return value.startsWith('< ') ? texts.before(value.slice(2)) : texts.when(value)
  if (typeof value === 'number')
    return field === 'maxRateEur'
      ? texts.euro(value)
      : field === 'durationMonths'
        ? texts.months(value)
        : texts.amount(value)
  if (Array.isArray(value)) return value.map((one) => shown(field, one, texts)).join(', ') || null
  const of = value as Record<string, unknown>
  // A criterion, in a change of it.
  if (typeof of['text'] === 'string')
    return typeof of['points'] === 'number' ? `${of['text']} (${texts.points(of['points'])})` : of['text']
  switch (field) {
    case 'hoursPerWeek':
      return texts.hours(Number(of['min']), Number(of['max']))
    case 'extension':
      if (of['possible'] === false) return texts.notPossible
      return [
        texts.options(numberOr(of['options']), numberOr(of['months'])),
        of['until'] ? texts.until(String(of['until'])) : '',
      ]
        .filter(Boolean)
        .join(', ')
    case 'sroi':
      return of['applies'] === 'conditional'
        ? texts.conditional(numberOr(of['thresholdEur']))
        : of['applies']
          ? texts.yes
          : texts.no
    case 'safetyMargin':
      return texts.daysBefore(Number(of['days']), of['working'] === true)
    case 'fee':
      return texts.feeOf(Number(of['amount']), of['unit'] === null ? null : String(of['unit']))
    case 'cv':
      return (
        [
          of['maxPages'] === null ? '' : texts.pages(Number(of['maxPages'])),
          of['language'] === null
            ? ''
            : String(of['language'])
                .split('/')
                .map((code) => texts.languages[code] ?? code)
                .join(' / '),
          of['minReferences'] === null ? '' : texts.references(Number(of['minReferences'])),
        ]
          .filter(Boolean)
          .join(', ') || null
      )
    default:
      return JSON.stringify(value)
  }
}

function numberOr(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
