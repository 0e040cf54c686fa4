import type { Assignment, PostedCriterion } from '../assignments/assignment.ts'
import { bold, type Card, card, type Element, type Text } from '../chat/card.ts'
import type { Texts } from '../texts/texts.ts'
import { fieldInSentence, fieldName, nameOf, shownValue, subjectOf } from './shown-value.ts'

/** In the order in which a consultant looks; what the posting does not say about them is named too. */
const telling = [
  'organisation',
  'title',
  'number',
  'location',
  'deadlines.submission',
  'deadlines.questions',
  'deadlines.answers',
  'deadlines.interviews',
  'start',
  'durationMonths',
  'extension',
  'hoursPerWeek',
  'educationLevel',
  'scale',
  'maxRateEur',
  'fee',
  'professionals',
  'hybrid',
  'cv',
  'das',
  'sroi',
]
/** Papers that a client asks for or not: one row each way says it. */
const papers = ['vog', 'nda', 'uea', 'waadi'] as const
/** Enough to check a reading by; the whole is a question away. */
const mostCriteria = 15

export type Understood = {
  pending: Assignment
  /** Name of the action's step; a button of an earlier card is stale. */
  step: string
  /** What differs from the version that is open; null for a new assignment. */
  changes: { field: string; before: string; after: string }[] | null
  /** A line above the rest: what was just corrected, or not understood. */
  note: { tone: 'info' | 'warning'; text: string } | null
  /** False once it was confirmed: the same without buttons. */
  live: boolean
  /** Its closing date has passed. */
  closed: boolean
}

/** What was read, to confirm or correct: facts, criteria, contradictions, and what the posting does not say. */
export function understoodCard({ pending, step, changes, note, live, closed }: Understood, texts: Texts): Card {
  const { postings } = texts
  const { posting } = pending
  const rows = telling.map((field) => ({ field, value: shownValue(pending, field, texts) }))
  const missing = [
    ...rows.filter(({ value }) => value === null).map(({ field }) => field),
    ...papers.filter((field) => posting[field] === null),
  ].map((field) => fieldInSentence(field, texts))
  const paperRow = (label: string, asked: boolean) => {
    const names = papers.filter((field) => posting[field] === asked).map((field) => fieldName(field, texts))
    return names.length > 0 ? [{ label, value: names.join(', ') }] : []
  }
  const act = (label: string, action: string) => ({ kind: 'action' as const, label, action, step })
  return card(
    { type: 'heading', text: nameOf(pending, texts) },
    note && { type: 'notice', ...note },
    changes && { type: 'text', text: postings.changedVersion(nameOf(pending, texts)) },
    !changes && live && { type: 'text', text: postings.understood },
    changes && {
      type: 'list',
      items: changes.map(({ field, before, after }): Text => postings.change(fieldName(field, texts), before, after)),
    },
    {
      type: 'facts',
      rows: [
        ...rows
          .filter(({ value }) => value !== null)
          .map(({ field, value }) => ({ label: fieldName(field, texts), value: value! })),
        ...paperRow(postings.asked, true),
        ...paperRow(postings.notAsked, false),
      ],
    },
    ...criteria(postings.knockouts(posting.knockouts.length), posting.knockouts, texts),
    ...criteria(postings.awards(posting.awards.length, posting.pointsTotal), posting.awards, texts),
    posting.knockouts.length + posting.awards.length === 0 && {
      type: 'notice',
      tone: 'warning',
      text: postings.noCriteria,
    },
    closed && { type: 'notice', tone: 'warning', text: postings.alreadyClosed },
    shownValue(pending, 'deadlines.submission', texts) === null && {
      type: 'notice',
      tone: 'warning',
      text: postings.noDeadline,
    },
    ...posting.conflicts
      .filter(({ resolved }) => !resolved)
      .map(
        ({ field, values }): Element => ({
          type: 'notice',
          tone: 'warning',
          text: postings.contradiction(subjectOf(field, texts), values.map(postings.when)),
        }),
      ),
    missing.length > 0 && { type: 'text', text: postings.notStated(missing) },
    live && {
      type: 'buttons',
      buttons: [
        { ...act(changes ? postings.confirmUpdate : postings.confirm, 'posting-confirm'), style: 'primary' },
        act(postings.cancel, 'posting-cancel'),
      ],
    },
    live && {
      type: 'form',
      title: postings.correctTitle,
      action: 'posting-correct',
      step,
      submit: postings.correctSubmit,
      buttonLabel: postings.correctOpen,
      elements: [
        { type: 'input', name: 'correction', label: postings.correctLabel, placeholder: postings.correctPlaceholder },
      ],
    },
  )
}

function criteria(title: string, list: PostedCriterion[], { postings }: Texts): Element[] {
  if (list.length === 0) return []
  const line = ({ number, text, points }: PostedCriterion): Text =>
    [
      number === null ? '' : bold(`${number} `),
      text,
      points === null ? '' : bold(` (${postings.points(points)})`),
    ].filter((part) => part !== '')
  const rest = list.length - mostCriteria
  return [
    { type: 'text', text: [bold(title)] },
    {
      type: 'list',
      items: [...list.slice(0, mostCriteria).map(line), ...(rest > 0 ? [postings.moreCriteria(rest)] : [])],
    },
  ]
}
