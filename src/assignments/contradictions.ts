import type { Conflict, PostedCriterion } from './assignment.ts'
import type { ConditionName, ConditionReading } from './conditions.ts'
import type { Criteria } from './criteria.ts'
import { educationIn, levelsIn } from './practice.ts'
import type { Reading } from './reading.ts'
import type { Source } from './source.ts'
import { type Hours, hoursAgree } from './term.ts'

/** "WO" on top and "minimaal hbo" in a knock-out: both stand there. */
export function educationConflict(
  source: Source,
  label: Reading<string> | null,
  knockouts: PostedCriterion[],
): Conflict[] {
  const asked = educationIn(knockouts)
  if (!label || !asked) return []
  const printed = levelsIn(label.value)
  const demanded = levelsIn(asked.criterion.text)
  if (printed.size === 0 || demanded.size === 0 || [...printed].some((level) => demanded.has(level))) return []
  return [
    {
      field: 'educationLevel',
      values: [label.value, asked.value],
      quotes: [source.quote(label.start, label.end).quote, asked.criterion.quote],
    },
  ]
}

/** One printed number for two criteria: asking for "criterion 4" is ambiguous. */
export function numberConflict(knockouts: PostedCriterion[], awards: PostedCriterion[]): Conflict[] {
  const numbered = [...knockouts, ...awards].filter(({ number }) => number !== null)
  const twice = numbered.filter(({ number }, index) =>
    numbered.some((other, at) => at !== index && String(other.number).toLowerCase() === String(number).toLowerCase()),
  )
  if (twice.length === 0) return []
  return [
    {
      field: 'criterionNumber',
      values: twice.map(
        ({ number, section }) => `${number} (${section === 'knockout' ? 'knock-out' : 'gunningscriterium'})`,
      ),
      quotes: twice.map(({ quote }) => quote),
    },
  ]
}

/** A printed total that the criteria do not add up to, over the whole list or over the part it stands above. */
export function pointsConflict({ totals, awards, percent }: Criteria): Conflict[] {
  const sum = awards.reduce((all, { points }) => all + (points ?? 0), 0)
  if (awards.every(({ points }) => points === null)) return []
  const wrong = totals.find(({ printed, sum: part }) => printed !== part && printed !== sum)
  if (wrong) return [{ field: 'pointsTotal', values: [String(wrong.printed), String(sum)], quotes: [wrong.quote] }]
  return percent && sum > 100
    ? [{ field: 'pointsTotal', values: ['100', String(sum)], quotes: awards.map(({ quote }) => quote) }]
    : []
}

/** Hours that cannot both be true. */
export function hoursConflict(
  source: Source,
  hours: { first: Reading<Hours> | null; all: Reading<Hours>[] },
): Conflict[] {
  const { first, all } = hours
  if (!first) return []
  const words = ({ start, end }: Reading<Hours>) => source.text.slice(start, end)
  const other = all.find((reading) => reading !== first && !hoursAgree(first.value, reading.value, words(reading)))
  const shown = (value: Hours) => (typeof value === 'number' ? String(value) : `${value.min}-${value.max}`)
  return other
    ? [
        {
          field: 'hoursPerWeek',
          values: [shown(first.value), shown(other.value)],
          quotes: [first, other].map(({ start, end }) => source.quote(start, end).quote),
        },
      ]
    : []
}

/** "VOG verplicht" in one place and "geen VOG" in another. */
export function conditionConflicts(
  source: Source,
  conditions: Partial<Record<ConditionName, ConditionReading | null>>,
): Conflict[] {
  return Object.entries(conditions).flatMap(([field, reading]) => {
    const opposite = reading?.all.find(({ value }) => value !== reading.value)
    if (!reading || !opposite) return []
    return [
      {
        field,
        values: [String(reading.value), String(opposite.value)],
        quotes: [reading, opposite].map(({ start, end }) => source.quote(start, end).quote),
      },
    ]
  })
}

/** A printed length that is not the time between the printed start and end. */
export function durationConflict(
  source: Source,
  label: Reading<number> | null,
  between: { months: number; quote: string } | null,
): Conflict[] {
  if (!label || !between || Math.abs(label.value - between.months) <= 1) return []
  return [
    {
      field: 'durationMonths',
      values: [String(label.value), String(between.months)],
      quotes: [source.quote(label.start, label.end).quote, between.quote],
    },
  ]
}
