import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Assignment, Posting } from '../../src/assignments/assignment.ts'
import { readPosting } from '../../src/assignments/read-posting.ts'

/** Places and fields to name invented assignments by: combined they give 50,000 different ones without any being rare. */
export const places =
  'Merenwoude Elderveen Vlietmond Grauwerzand Wilgenoord Tielwaard Heuvelstad Noorderhaven Kreekdam Lindenhove'.split(
    ' ',
  )
export const fields =
  'water wonen energie jeugd zorg verkeer milieu inkoop communicatie privacy belastingen groen onderwijs economie vastgoed'.split(
    ' ',
  )
export const roles =
  'Projectleider Beleidsadviseur Programmamanager Coördinator Adviseur Teammanager Controller Jurist Planner Architect'.split(
    ' ',
  )

/** What invented assignments are made after; its own text is shared by all, which memory needs. */
export function modelPosting(): Posting {
  const file = resolve(import.meta.dirname, '../../evals/postings/counter-portal.txt')
  return readPosting(readFileSync(file, 'utf8'), { id: 'model' })
}

export type Named = { title: string; organisation: string; place: string }

/** An assignment like the model, by another name, number and closing day. */
export function assignmentLike(model: Posting, i: number, named: Named, closes: Temporal.ZonedDateTime): Assignment {
  const at = closes.toString({ timeZoneName: 'never', smallestUnit: 'second' })
  return {
    ...model,
    id: `a${i}`,
    posting: {
      ...model.posting,
      number: String(100_000 + i),
      title: named.title,
      organisation: named.organisation,
      location: named.place,
      conflicts: [],
      deadlines: [{ kind: 'submission', at, quote: model.posting.deadlines[0]?.quote ?? '' }],
    },
    revision: 1,
    state: 'new',
    addedBy: null,
    owner: null,
    addedOn: at,
    supplements: [],
    confirmed: true,
    example: false,
  }
}
