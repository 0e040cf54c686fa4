import type { Assignment, Posting } from '../assignments/assignment.ts'
import { fold } from '../text/fold.ts'

/** Worth adding: it has a name, and something to answer or a moment to answer by. */
export function isPosting({ posting }: Posting): boolean {
  const named = posting.title !== null || posting.number !== null
  const asks = posting.knockouts.length > 0 || posting.awards.length > 0
  return named && (asks || posting.deadlines.some(({ kind }) => kind === 'submission'))
}

/** One word that can be typed in a command as it is. */
const typeable = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u

/** The posting's number, else the file name without extension, else a slug of the title. Only what is no single word is changed. */
export function postingId({ posting }: Posting, fileName: string | null): string {
  const name = posting.number?.trim() ?? fileName?.replace(/\.[^.]+$/, '')
  return name !== undefined && typeable.test(name) ? name : slug(name ?? posting.title ?? '')
}

/**
 * The assignment that this posting is another copy or version of: by number, else by the same title of the same client (a job board
 * leaves the number out). `candidates` may be any that look alike.
 */
export function sameAssignment({ posting }: Posting, candidates: Assignment[]): Assignment | null {
  const same = (a: string | null, b: string | null) => a !== null && b !== null && fold(a) === fold(b)
  return (
    candidates.find((other) => same(posting.number, other.posting.number)) ??
    candidates.find(
      (other) =>
        same(posting.title, other.posting.title) &&
        same(posting.organisation, other.posting.organisation) &&
        (posting.number === null || other.posting.number === null),
    ) ??
    null
  )
}

function slug(text: string): string {
  return (
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'opdracht'
  )
}
