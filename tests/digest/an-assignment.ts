import type { Assignment, Deadline, PostingFacts } from '../../src/assignments/assignment.ts'
import { emptyPosting } from '../empty-posting.ts'

export function deadline(kind: Deadline['kind'], at: string | null, more: Partial<Deadline> = {}): Deadline {
  return { kind, at, quote: `${kind} ${at}`, ...more }
}

/** An open, confirmed assignment that nobody took up yet. */
export function anAssignment(
  id: string,
  posting: Partial<PostingFacts> = {},
  rest: Partial<Omit<Assignment, 'posting'>> = {},
): Assignment {
  return {
    id,
    text: '',
    facts: [],
    posting: {
      ...emptyPosting,
      number: id,
      title: 'Adviseur waterkering',
      organisation: 'Waterschap Veenrijk',
      ...posting,
    },
    revision: 1,
    state: 'new',
    addedBy: 'web:a',
    owner: null,
    addedOn: '2026-06-01T09:00:00Z',
    supplements: [],
    confirmed: true,
    example: false,
    ...rest,
  }
}
