import type { Assignment } from '../assignments/assignment.ts'
import { isOpen } from '../assignments/deadlines.ts'
import { type Button, card } from '../chat/card.ts'
import type { FileRef } from '../chat/message.ts'
import type { Reply } from '../chat/reply.ts'
import { textsFor } from '../texts/texts.ts'
import { corrected, correctionsIn } from './correction.ts'
import { isPosting, postingId, sameAssignment } from './posting-id.ts'
import type { PostingsContext, PostingsEffect, PostingsResult, PostingsState } from './postings.ts'
import { explained, say } from './replies.ts'
import { fieldName, nameOf, shown } from './shown-value.ts'
import { understoodCard } from './understood.ts'

/** Names the card that waits for confirmation, so that what follows takes its place. */
export const cardTag = 'posting'

/** In a channel what is being added concerns its poster alone, until it is open. */
const quietly = ({ scope }: PostingsContext): Pick<Reply, 'where'> => (scope === 'channel' ? { where: 'private' } : {})

type Waiting = Extract<PostingsState, { waits: 'confirmation' }>

/** A pasted text that looks like a posting: asked about once, and only of the person who pasted it. */
export function offer(text: string, context: PostingsContext): PostingsResult {
  const { postings } = textsFor(context.lang)
  const step = context.newId('offer')
  const act = (label: string, action: string) => ({ kind: 'action' as const, label, action, step })
  const buttons: Button[] = [
    { ...act(postings.offerYes, 'posting-add'), style: 'primary' },
    act(postings.offerNo, 'posting-cancel'),
  ]
  return {
    state: { version: 1, step, by: context.person, waits: 'offer', text },
    replies: [{ card: card({ type: 'text', text: postings.offer }, { type: 'buttons', buttons }), where: 'private' }],
    effects: [],
    handled: true,
  }
}

/** Reads a posting and shows what was understood; asks for one when there is neither text nor file. */
export async function addPosting(text: string, files: FileRef[], context: PostingsContext): Promise<PostingsResult> {
  const texts = textsFor(context.lang)
  const { postings } = texts
  const file = files[0]
  const step = context.newId('adding')
  if (!file && text.trim() === '') {
    return {
      state: { version: 1, step, by: context.person, waits: 'posting' },
      replies: [
        {
          card: card(
            { type: 'text', text: postings.askPosting },
            {
              type: 'fileRequest',
              name: 'posting',
              label: postings.postingFile,
              accept: ['pdf', 'docx', 'html', 'eml', 'txt'],
            },
          ),
        },
      ],
      effects: [],
      handled: true,
    }
  }
  const posting = await context.read(file ? { file } : { text }).catch((error: unknown) => error)
  if (!isRead(posting)) return explained(posting, null, context)
  if (!isPosting(posting)) return say(null, postings.notPosting)
  const lookalikes = [...context.all, ...context.find([posting.posting.title, posting.posting.organisation].join(' '))]
  const known = sameAssignment(posting, lookalikes) ?? context.get(postingId(posting, file?.name ?? null))
  const id = known?.id ?? postingId(posting, file?.name ?? null)
  const now = context.now.toInstant().toString()
  const fresh: Assignment = {
    ...posting,
    id,
    revision: 1,
    state: 'new',
    addedBy: context.person,
    owner: null,
    addedOn: now,
    supplements: [],
    confirmed: false,
    example: false,
  }
  const note = files.length > 1 ? { tone: 'info' as const, text: postings.oneAtATime } : null
  if (!known?.confirmed) return shownAs({ pending: fresh, of: null, step, note, changes: null, context })
  const changes = context.diff(known, posting)
  if (changes.length === 0) return say(null, postings.unchanged(nameOf(known, texts)))
  const pending: Assignment = { ...known, ...posting, id, revision: known.revision + 1, example: false }
  const nothing = postings.nothing
  const readable = changes.map(({ field, before, after }) => ({
    field,
    before: shown(field, before, postings) ?? nothing,
    after: shown(field, after, postings) ?? nothing,
  }))
  return shownAs({ pending, of: known.id, step, note, changes: readable, context })
}

function isRead(value: unknown): value is Awaited<ReturnType<PostingsContext['read']>> {
  return typeof value === 'object' && value !== null && 'posting' in value
}

function shownAs(parts: {
  pending: Assignment
  of: string | null
  step: string
  note: { tone: 'info' | 'warning'; text: string } | null
  changes: { field: string; before: string; after: string }[] | null
  context: PostingsContext
  /** What an earlier card of this posting becomes. */
  instead?: Reply
}): PostingsResult {
  const { pending, of, step, note, changes, context, instead } = parts
  // A new one is kept while it waits, seen by its adder alone; a new version leaves the open one as it is.
  const effects: PostingsEffect[] = of === null ? [{ kind: 'assignment', assignment: pending }] : []
  return {
    state: { version: 1, step, by: context.person, waits: 'confirmation', pending, of },
    replies: [
      ...(instead ? [instead] : []),
      {
        card: understoodCard(
          { pending, step, changes, note, live: true, closed: !isOpen(pending, context.now) },
          textsFor(context.lang),
        ),
        tag: cardTag,
        ...quietly(context),
      },
    ],
    effects,
    handled: true,
  }
}

/**
 * The reading with one fact as the person tells it. null when the words are no correction; with `insist` (a form that was filled in
 * for it) that is said instead.
 */
export function correct(
  state: Waiting,
  text: string,
  context: PostingsContext,
  insist: boolean,
): PostingsResult | null {
  const texts = textsFor(context.lang)
  const corrections = correctionsIn(text, context.now.toPlainDate())
  if (corrections.length === 0 && !insist) return null
  const step = context.newId('corrected')
  const pending = corrections.reduce(corrected, state.pending)
  const names = corrections.map(({ field }) => fieldName(field, texts)).join(', ')
  const note =
    corrections.length > 0
      ? { tone: 'info' as const, text: texts.postings.correctedTo(names) }
      : { tone: 'warning' as const, text: texts.postings.notUnderstood }
  const changes = state.of === null ? null : changesOf(state.of, pending, context)
  const before = card({ type: 'text', text: texts.postings.corrected(nameOf(pending, texts)) })
  const instead: Reply = { card: before, replaces: cardTag, ...quietly(context) }
  return shownAs({ pending, of: state.of, step, note, changes, context, instead })
}

function changesOf(id: string, pending: Assignment, context: PostingsContext) {
  const known = context.get(id)
  const { postings } = textsFor(context.lang)
  return (known ? context.diff(known, pending) : []).map(({ field, before, after }) => ({
    field,
    before: shown(field, before, postings) ?? postings.nothing,
    after: shown(field, after, postings) ?? postings.nothing,
  }))
}

/** Open to everybody from here on. */
export function confirm(state: Waiting, context: PostingsContext): PostingsResult {
  const current = context.get(state.pending.id)
  // State, owner and supplements may have changed while it waited.
  const kept =
    state.of !== null && current
      ? { state: current.state, owner: current.owner, supplements: current.supplements, revision: current.revision + 1 }
      : {}
  const result = opened({ ...state.pending, ...kept, confirmed: true }, state.of !== null, context)
  const settled = understoodCard(
    { pending: state.pending, step: state.step, changes: null, note: null, live: false, closed: false },
    textsFor(context.lang),
  )
  return { ...result, replies: [{ card: settled, replaces: cardTag, ...quietly(context) }, ...result.replies] }
}

/** One that waits in the catalogue: from the watched folder, or added in a conversation that was lost. */
export function confirmStored(
  state: PostingsState | null,
  assignment: Assignment,
  context: PostingsContext,
): PostingsResult {
  const texts = textsFor(context.lang)
  if (assignment.confirmed) return say(state, texts.postings.alreadyOpen(nameOf(assignment, texts)))
  if (assignment.addedBy !== null && assignment.addedBy !== context.person && !context.isAdmin)
    return say(state, texts.postings.notAdder, 'private')
  return opened({ ...assignment, confirmed: true }, false, context)
}

function opened(assignment: Assignment, updated: boolean, context: PostingsContext): PostingsResult {
  const texts = textsFor(context.lang)
  const { postings } = texts
  const name = nameOf(assignment, texts)
  const { id } = assignment
  const act = (label: string, action: string, values: Record<string, string>) => ({
    kind: 'action' as const,
    label,
    action,
    step: '',
    values: { id, ...values },
  })
  return {
    state: null,
    replies: [
      {
        card: card(
          {
            type: 'text',
            text: updated
              ? postings.updated(name)
              : isOpen(assignment, context.now)
                ? postings.opened(name)
                : postings.addedClosed(name),
          },
          updated && { type: 'text', text: postings.assessmentsMarked },
          {
            type: 'buttons',
            buttons: [
              act(postings.take, 'posting-state', { state: 'ours' }),
              act(postings.notForUs, 'posting-state', { state: 'not-for-us' }),
              act(postings.draft, 'posting-questions', {}),
            ],
          },
        ),
      },
    ],
    effects: [
      { kind: 'assignment', assignment },
      {
        kind: 'audit',
        event: updated ? 'assignment-updated' : 'assignment-added',
        about: { assignment: id, revision: assignment.revision },
      },
    ],
    handled: true,
  }
}
