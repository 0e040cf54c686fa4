import type { Assignment, AssignmentState } from '../assignments/assignment.ts'
import { mergeSupplement } from '../assignments/merge-supplement.ts'
import { type Button, card, type Element } from '../chat/card.ts'
import type { FileRef } from '../chat/message.ts'
import { textsFor } from '../texts/texts.ts'
import { corrected, correctionsIn } from './correction.ts'
import { draftQuestions } from './draft-questions.ts'
import type { PostingCommand } from './posting-command.ts'
import type { PostingsContext, PostingsResult, PostingsState } from './postings.ts'
import { explained, say } from './replies.ts'
import { fieldName, labelOf, nameOf, shown, subjectOf } from './shown-value.ts'

/** Which of several is meant, as a choice that carries the command on. */
export function ask(
  state: PostingsState | null,
  command: PostingCommand,
  choices: Assignment[],
  context: PostingsContext,
): PostingsResult {
  const { postings } = textsFor(context.lang)
  if (choices.length === 0) return say(state, postings.noneKnown)
  const actions: Partial<Record<PostingCommand['name'], string>> = {
    state: 'posting-state',
    questions: 'posting-questions',
    remove: 'posting-remove',
    answers: 'posting-answers',
    confirm: 'posting-confirm-stored',
    correct: 'posting-correct-stored',
    who: 'posting-who',
  }
  const values: Record<string, string> =
    command.name === 'state' ? { state: command.state } : command.name === 'correct' ? { text: command.text } : {}
  const buttons = choices.slice(0, 8).map(
    (assignment): Button => ({
      kind: 'action',
      label: [labelOf(assignment), assignment.posting.title].filter((name) => name !== null).join(' · '),
      action: actions[command.name] ?? 'posting-list',
      step: '',
      values: { id: assignment.id, ...values },
    }),
  )
  return {
    state,
    replies: [{ card: card({ type: 'text', text: postings.which }, { type: 'buttons', buttons }) }],
    effects: [],
    handled: true,
  }
}

/** Who has it and how it stands; said to everybody, recorded without text. */
export function setState(
  state: PostingsState | null,
  assignment: Assignment,
  wanted: AssignmentState,
  context: PostingsContext,
): PostingsResult {
  const texts = textsFor(context.lang)
  const { postings } = texts
  const name = nameOf(assignment, texts)
  const owner =
    wanted === 'ours'
      ? context.person
      : wanted === 'new' || wanted === 'not-for-us'
        ? null
        : (assignment.owner ?? context.person)
  const called = (person: string) =>
    person === context.person ? postings.you : (context.nameOf(person) ?? postings.somebody)
  if (assignment.state === wanted && assignment.owner === owner)
    return say(state, postings.sameState(name, postings.held(wanted, owner === null ? null : called(owner))))
  const before = assignment.owner
  const took = wanted === 'ours' && before !== null && before !== context.person
  return {
    ...say(
      state,
      [postings.nowState[wanted](name), took ? postings.takenOver(called(before)) : ''].filter(Boolean).join(' '),
    ),
    effects: [
      { kind: 'assignment', assignment: { ...assignment, state: wanted, owner } },
      { kind: 'audit', event: 'assignment-state', about: { assignment: assignment.id, state: wanted } },
    ],
  }
}

function mayRemove(assignment: Assignment, context: PostingsContext): boolean {
  return context.isAdmin || (assignment.addedBy !== null && assignment.addedBy === context.person)
}

export function askRemoval(
  state: PostingsState | null,
  assignment: Assignment,
  context: PostingsContext,
): PostingsResult {
  const texts = textsFor(context.lang)
  const { postings } = texts
  if (!mayRemove(assignment, context)) return say(state, postings.notRemover, 'private')
  const act = (label: string, action: string) => ({
    kind: 'action' as const,
    label,
    action,
    step: '',
    values: { id: assignment.id },
  })
  const buttons: Button[] = [
    { ...act(postings.remove, 'posting-remove-yes'), style: 'danger' },
    act(texts.common.cancel, 'posting-remove-no'),
  ]
  return {
    state,
    replies: [
      {
        card: card({ type: 'text', text: postings.removeAsk(nameOf(assignment, texts)) }, { type: 'buttons', buttons }),
        where: 'private',
      },
    ],
    effects: [],
    handled: true,
  }
}

/** Facts of an open assignment as a person tells them: a new revision, with what changed. Only who added it, or an administrator. */
export function correctStored(
  state: PostingsState | null,
  assignment: Assignment,
  text: string,
  context: PostingsContext,
): PostingsResult {
  const texts = textsFor(context.lang)
  const { postings } = texts
  if (!mayRemove(assignment, context)) return say(state, postings.notCorrector, 'private')
  const corrections = correctionsIn(text, context.now.toPlainDate())
  if (corrections.length === 0) return say(state, postings.notUnderstood, 'private')
  const after = { ...corrections.reduce(corrected, assignment), revision: assignment.revision + 1 }
  const changes = context.diff(assignment, after).filter(({ field }) => field !== 'conflicts')
  const name = nameOf(assignment, texts)
  if (changes.length === 0) return say(state, postings.correctedNothing(name))
  const list = changes.map(({ field, before, after: becomes }) =>
    postings.change(
      fieldName(field, texts),
      shown(field, before, postings) ?? postings.nothing,
      shown(field, becomes, postings) ?? postings.nothing,
    ),
  )
  return {
    state,
    replies: [
      {
        card: card(
          { type: 'text', text: postings.corrected(name) },
          { type: 'list', items: list },
          { type: 'text', text: postings.assessmentsMarked },
        ),
      },
    ],
    effects: [
      { kind: 'assignment', assignment: after },
      {
        kind: 'audit',
        event: 'assignment-corrected',
        about: {
          assignment: after.id,
          revision: after.revision,
          fields: corrections.map(({ field }) => field).join(' '),
        },
      },
    ],
    handled: true,
  }
}

/** Checked again: a button can be pressed by anybody who sees it. */
export function removeIt(
  state: PostingsState | null,
  assignment: Assignment,
  context: PostingsContext,
): PostingsResult {
  const texts = textsFor(context.lang)
  if (!mayRemove(assignment, context)) return say(state, texts.postings.notRemover, 'private')
  return {
    ...say(state, texts.postings.removed(nameOf(assignment, texts))),
    effects: [
      { kind: 'remove', id: assignment.id },
      { kind: 'audit', event: 'assignment-removed', about: { assignment: assignment.id } },
    ],
  }
}

/** Questions to the client, as one block of text to copy, with the term for asking them. */
export function showQuestions(
  state: PostingsState | null,
  assignment: Assignment,
  context: PostingsContext,
): PostingsResult {
  const texts = textsFor(context.lang)
  const { postings } = texts
  const questions = draftQuestions(assignment)
  const name = nameOf(assignment, texts)
  if (questions.length === 0) return say(state, postings.noQuestions(name))
  const term = assignment.posting.deadlines.find(({ kind, at }) => kind === 'questions' && at !== null)?.at ?? null
  const today = context.now.toPlainDate().toString()
  const passed =
    term !== null &&
    (term.includes('T')
      ? Temporal.Instant.compare(Temporal.Instant.from(term), context.now.toInstant()) <= 0
      : term < today)
  const about: Element =
    term === null
      ? { type: 'text', text: postings.questionsNoTerm }
      : passed
        ? { type: 'notice', tone: 'warning', text: postings.questionsPassed(term) }
        : { type: 'text', text: postings.questionsUntil(term) }
  const block = questions.map((question, index) => `${index + 1}. ${question}`).join('\n')
  return {
    state,
    replies: [
      { card: card({ type: 'text', text: postings.questionsTitle(name) }, { type: 'text', text: block }, about) },
    ],
    effects: [],
    handled: true,
  }
}

/** Published answers or a change: kept beside the posting, the newest prevails. Asks for them when there are none yet. */
export async function takeAnswers(
  assignment: Assignment,
  said: string,
  files: FileRef[],
  context: PostingsContext,
): Promise<PostingsResult> {
  const texts = textsFor(context.lang)
  const { postings } = texts
  const name = nameOf(assignment, texts)
  const file = files[0]
  if (context.guest) return say(null, postings.guest)
  if (!file && said.trim() === '') {
    const step = context.newId('answers')
    const ask = card(
      { type: 'text', text: postings.askAnswers(name) },
      { type: 'fileRequest', name: 'posting', label: postings.answersFile, accept: ['pdf', 'docx', 'html', 'txt'] },
    )
    return {
      state: { version: 1, step, by: context.person, waits: 'answers', assignment: assignment.id },
      replies: [{ card: ask }],
      effects: [],
      handled: true,
    }
  }
  try {
    const text = file ? await context.textOf(file) : said
    const addedOn = context.now.toPlainDate().toString()
    const merged = mergeSupplement(assignment, { text, addedOn, kind: 'answers' }).assignment
    return merged === assignment ? say(null, postings.supplementKnown(name)) : taken(assignment, merged, context)
  } catch (error) {
    return explained(error, null, context)
  }
}

function taken(before: Assignment, after: Assignment, context: PostingsContext): PostingsResult {
  const texts = textsFor(context.lang)
  const { postings } = texts
  const changes = context.diff(before, after).filter(({ field }) => field !== 'conflicts')
  const settled = after.posting.conflicts.filter(
    ({ resolved }, index) => resolved && !before.posting.conflicts[index]?.resolved,
  )
  const list = changes.map(({ field, before: was, after: becomes }) =>
    postings.change(
      fieldName(field, texts),
      shown(field, was, postings) ?? postings.nothing,
      shown(field, becomes, postings) ?? postings.nothing,
    ),
  )
  return {
    state: null,
    replies: [
      {
        card: card(
          { type: 'text', text: postings.supplementTaken(nameOf(after, texts)) },
          list.length > 0 && { type: 'text', text: postings.supplementChanges },
          list.length > 0 && { type: 'list', items: list },
          ...settled.map(({ field }): Element => ({ type: 'text', text: postings.settled(subjectOf(field, texts)) })),
          list.length + settled.length === 0
            ? { type: 'text', text: postings.supplementNothing }
            : { type: 'text', text: postings.assessmentsMarked },
        ),
      },
    ],
    effects: [
      { kind: 'assignment', assignment: after },
      {
        kind: 'audit',
        event: 'assignment-supplemented',
        about: { assignment: after.id, revision: after.revision, supplements: after.supplements.length },
      },
    ],
    handled: true,
  }
}
