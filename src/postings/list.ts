import type { Assignment } from '../assignments/assignment.ts'
import { bold, card, type Text } from '../chat/card.ts'
import type { Reply } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'
import type { PostingsContext } from './postings.ts'
import { labelOf } from './shown-value.ts'

const most = 25

/** One assignment in a line: its number, whose it is, when it closes and who has it. */
export function assignmentLine(
  { id, posting, state, owner, confirmed }: Assignment,
  { lang, person, nameOf }: Pick<PostingsContext, 'lang' | 'person' | 'nameOf'>,
): Text {
  const { postings } = textsFor(lang)
  const at = posting.deadlines
    .filter((deadline) => deadline.kind === 'submission' && deadline.at !== null)
    .map((deadline) => deadline.at!)
    .sort()[0]
  const held = owner === null ? null : owner === person ? postings.you : (nameOf(owner) ?? postings.somebody)
  const label = labelOf({ id, posting })
  const names = [posting.organisation, posting.title ?? postings.untitled].filter((name) => name !== null).join(', ')
  const rest = [
    at === undefined ? postings.noClosing : postings.closes(at),
    confirmed ? postings.held(state, held) : postings.waiting,
  ]
  return [...(label === null ? [bold(names)] : [bold(label), ` ${names}`]), ` · ${rest.join(' · ')}`]
}

/** The open assignments, soonest closing first, with who has them; those that wait for this person's confirmation first. */
export function listReply(context: PostingsContext): Reply {
  const { postings } = textsFor(context.lang)
  const { open, all, person, isAdmin } = context
  const waiting = all.filter(
    ({ confirmed, addedBy }) => !confirmed && (addedBy === null || addedBy === person || isAdmin),
  )
  const closed = all.filter((assignment) => assignment.confirmed && !open.some(({ id }) => id === assignment.id)).length
  const line = (assignment: Assignment) => assignmentLine(assignment, context)
  if (open.length + waiting.length === 0) return { card: card({ type: 'text', text: postings.noneKnown }) }
  const hidden = Math.max(0, open.length - most)
  return {
    card: card(
      { type: 'heading', text: postings.listTitle(open.length) },
      { type: 'list', items: [...waiting, ...open.slice(0, most)].map(line) },
      hidden > 0 && { type: 'text', text: postings.listMore(hidden) },
      closed > 0 && { type: 'text', text: postings.listClosed(closed) },
      waiting.length > 0 && {
        type: 'buttons',
        buttons: waiting.slice(0, 5).map(({ id }) => ({
          kind: 'action',
          label: postings.confirmWaiting(id),
          action: 'posting-confirm-stored',
          step: '',
          values: { id },
        })),
      },
    ),
  }
}
