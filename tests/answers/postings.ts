import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Answer } from '../../src/answers/answer.ts'
import { type RespondContext, respond } from '../../src/answers/respond.ts'
import type { Assignment } from '../../src/assignments/assignment.ts'
import { type Catalogue, createCatalogue } from '../../src/assignments/catalogue.ts'
import { readPosting } from '../../src/assignments/read-posting.ts'

const folder = resolve(import.meta.dirname, '../../evals')

/** An invented posting of evals/, by its file name without extension, as if it had been added and confirmed. */
export function invented(id: string, about: Partial<Assignment> = {}): Assignment {
  const path = /^\d\d$/.test(id)
    ? join(folder, 'question-postings', `${id}.txt`)
    : join(folder, 'postings', `${id}.txt`)
  return asAssignment(readFileSync(path, 'utf8'), id, about)
}

/** A posting written in the test itself. */
export function asAssignment(text: string, id: string, about: Partial<Assignment> = {}): Assignment {
  return {
    ...readPosting(text, { id }),
    revision: 1,
    state: 'new',
    addedBy: null,
    owner: null,
    addedOn: '2026-01-01T00:00:00Z',
    supplements: [],
    confirmed: true,
    example: false,
    ...about,
  }
}

export function catalogueOf(...assignments: Assignment[]): Catalogue {
  const catalogue = createCatalogue()
  for (const assignment of assignments) catalogue.put(assignment)
  return catalogue
}

export const at = (iso: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/Amsterdam')

/** Asks within a catalogue; 17 February 2026, 10:00 unless told. */
export function asker(
  catalogue: Catalogue,
  always: Partial<RespondContext> = {},
): (question: string, context?: Partial<RespondContext>) => Promise<Answer> {
  return (question, context) =>
    respond(question, { catalogue, now: at('2026-02-17T10:00:00+01:00'), ...always, ...context })
}
