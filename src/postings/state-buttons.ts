import type { Assignment, AssignmentState } from '../assignments/assignment.ts'
import type { Button } from '../chat/card.ts'
import type { Lang } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'

/** What can become of an assignment from each state, the likeliest first. */
const next: Record<AssignmentState, AssignmentState[]> = {
  new: ['ours', 'not-for-us'],
  ours: ['handed-in', 'not-for-us', 'new'],
  'not-for-us': ['ours'],
  'handed-in': ['awarded', 'rejected', 'withdrawn'],
  withdrawn: ['new'],
  awarded: [],
  rejected: [],
}

/** Buttons that say how an assignment stands from now on. `values` travel along with each. */
export function stateButtons(
  { id, state }: Pick<Assignment, 'id' | 'state'>,
  lang: Lang,
  values: Record<string, string> = {},
): Button[] {
  const { postings } = textsFor(lang)
  const labels: Record<AssignmentState, string> = {
    ours: postings.take,
    'not-for-us': postings.notForUs,
    'handed-in': postings.handIn,
    new: postings.release,
    awarded: postings.isAwarded,
    rejected: postings.isRejected,
    withdrawn: postings.isWithdrawn,
  }
  return next[state].map((wanted) => ({
    kind: 'action',
    label: labels[wanted],
    action: 'posting-state',
    step: '',
    values: { ...values, id, state: wanted },
  }))
}

/** Who has it and how it stands: "opgepakt door Sanne". `owners`: what to call people, by id. */
export function standing(
  { state, owner }: Pick<Assignment, 'state' | 'owner'>,
  about: { person: string; owners: Record<string, string>; lang: Lang },
): string {
  const { postings } = textsFor(about.lang)
  const name =
    owner === null ? null : owner === about.person ? postings.you : (about.owners[owner] ?? postings.somebody)
  return postings.held(state, name)
}
