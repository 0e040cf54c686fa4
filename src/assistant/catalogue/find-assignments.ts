import { assignmentCard, lineOf } from '../../answers/cards.ts'
import { nameOf } from '../../answers/display.ts'
import type { Assignment } from '../../assignments/assignment.ts'
import type { Catalogue } from '../../assignments/catalogue.ts'
import type { QueryAnswer } from '../../chat/message.ts'
import type { Lang } from '../../chat/reply.ts'
import { fold } from '../../text/fold.ts'
import { openAssignments } from './shelf.ts'

/** As many as a person looks through while typing. */
const mostFound = 10

/**
 * The open assignments that fit what somebody is typing, soonest closing first; without words all of them. A word may still be
 * unfinished: it fits where a word begins with it. What the catalogue makes of the words (other spellings, translations) comes after.
 * Their cards hold what the posting says and nothing to press, so that they may stand where the assistant is not.
 */
export function findAssignments(
  catalogue: Catalogue,
  typed: string,
  now: Temporal.ZonedDateTime,
  lang: Lang,
): Extract<QueryAnswer, { kind: 'found' }> {
  const open = openAssignments(catalogue, now)
  const words = fold(typed).split(' ').filter(Boolean)
  const begun = open.filter((assignment) => {
    const name = ` ${nameWords(assignment)}`
    return words.every((word) => name.includes(` ${word}`))
  })
  const meant = words.length > 0 ? catalogue.find(typed).map(({ assignment }) => assignment) : []
  const ids = new Set(open.map(({ id }) => id))
  const found = [...new Set([...begun, ...meant.filter(({ id }) => ids.has(id))])].slice(0, mostFound)
  return {
    kind: 'found',
    found: found.map((assignment) => {
      const { elements } = assignmentCard(assignment, now, lang)
      return {
        title: nameOf(assignment),
        detail: lineOf(assignment, now, lang),
        card: { elements: elements.filter(({ type }) => type !== 'buttons') },
      }
    }),
  }
}

function nameWords({ id, posting }: Assignment): string {
  const { number, title, organisation, location } = posting
  return fold([id, number, title, organisation, location].filter(Boolean).join(' ')).replace(/[^\p{L}\p{N}.-]+/gu, ' ')
}
