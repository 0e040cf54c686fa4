import type { Assignment } from '../assignments/assignment.ts'
import { type Button, bold, type Card, card, type Element, type Text } from '../chat/card.ts'
import { fold } from '../text/fold.ts'
import type { Texts } from '../texts/texts.ts'
import { nameOf } from './display.ts'
import { clip } from './evidence.ts'

/** Quotes a card shows; the answer carries all. */
const QUOTES_SHOWN = 3
const QUOTE_WORDS = 60

/** An answer as a card: the answer first, then the words it rests on, then what one can do next. */
export function answerCard(
  text: string,
  quotes: { assignment: string; text: string }[],
  assignments: Assignment[],
  buttons: Button[],
): Card {
  const told = fold(text)
  const shown = quotes.filter((quote) => !told.includes(fold(quote.text))).slice(0, QUOTES_SHOWN)
  const several = new Set(quotes.map(({ assignment }) => assignment)).size > 1
  const elements: Element[] = text.split('\n').map((line, i) => ({ type: 'text', text: i === 0 ? lead(line) : line }))
  for (const quote of shown) {
    const source = assignments.find(({ id }) => id === quote.assignment)
    elements.push({
      type: 'quote',
      text: clip(quote.text.replace(/\*\*/g, ''), QUOTE_WORDS),
      ...(several && source ? { source: nameOf(source) } : {}),
    })
  }
  if (buttons.length > 0) elements.push({ type: 'buttons', buttons })
  return card(...elements)
}

/** A short first sentence stands out. */
function lead(line: string): Text {
  const end = /[.:](?=\s|$)/.exec(line.replace(/\d\.\d|\b[a-z]\.[a-z]\./gi, (match) => 'x'.repeat(match.length)))
  if (end === null || line.slice(0, end.index).split(' ').length > 9) return line
  return [bold(line.slice(0, end.index + 1)), line.slice(end.index + 1)]
}

export function nextButtons(assignments: Assignment[], t: Texts['answers']): Button[] {
  const one = assignments.length === 1 ? assignments[0] : undefined
  if (one === undefined) return []
  return [
    aboutButton(one, t),
    {
      kind: 'action',
      label: t.buttons.score,
      action: 'score',
      step: '',
      values: { assignment: one.id },
      form: 'intake-form',
    },
  ]
}

export const aboutButton = (assignment: Assignment, t: Texts['answers']): Button => ({
  kind: 'action',
  label: t.buttons.all(assignment.posting.number ?? clip(assignment.posting.title ?? assignment.id, 5)),
  action: 'assignment',
  step: '',
  values: { id: assignment.id },
})

/** One button an assignment, to ask the same thing of that one alone. */
export const choiceButtons = (assignments: Assignment[], field: string): Button[] =>
  assignments.slice(0, 5).map((assignment) => ({
    kind: 'action',
    label: clip(nameOf(assignment), 7),
    action: 'ask',
    step: '',
    values: { assignment: assignment.id, field },
  }))
