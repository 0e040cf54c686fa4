/**
 * What the assistant says, as plain objects. A platform renders them; every element has a text fallback (`plain-text.ts`).
 * Strings are always literal: markup exists only as spans made by our own code, so no posting or CV can format, link or mention.
 */
export type Span = {
  text: string
  bold?: boolean
  italic?: boolean
  /** The id of a channel, which its platform shows by its present name; elsewhere `text` stands. Never from foreign words. */
  channel?: string
}
export type Text = string | (string | Span)[]

export type Button =
  | {
      kind: 'action'
      label: string
      action: string
      step: string
      values?: Record<string, string>
      style?: 'primary' | 'danger'
      /** The Query whose form this opens where forms are modals (Slack); elsewhere, or without an answer, it is an ordinary action. */
      form?: string
    }
  | { kind: 'link'; label: string; url: string }

export type Option = { value: string; label: string; detail?: string }

/** One bar of a timeline; months are integers year * 12 + month - 1, both ends included. */
export type TimelineBar = { label: string; from: number; to: number; counted: boolean; uncertain?: boolean }

export type Element =
  | { type: 'heading'; text: string }
  | { type: 'text'; text: Text }
  /** Rows of label and value. */
  | { type: 'facts'; rows: { label: string; value: Text }[] }
  /** Words copied from a posting or a document, with where they stand. */
  | { type: 'quote'; text: string; source?: string }
  | { type: 'list'; items: Text[]; ordered?: boolean }
  | { type: 'timeline'; bars: TimelineBar[]; window: { from: number; to: number } | null; summary: string }
  /** done: 0 to 1. */
  | { type: 'progress'; label: string; done: number }
  | { type: 'notice'; tone: 'info' | 'warning' | 'error'; text: Text }
  /** Pick one of some; submitting it is an action with the choice under `name`. */
  | {
      type: 'choice'
      name: string
      label: string
      options: Option[]
      value?: string
      action?: string
      step?: string
      /** The Query that searches among more than `options` where a platform can (Slack); elsewhere `options` are all there are. */
      search?: string
      optional?: boolean
    }
  | {
      type: 'input'
      name: string
      label: string
      multiline?: boolean
      placeholder?: string
      optional?: boolean
      value?: string
    }
  | { type: 'buttons'; buttons: Button[] }
  | { type: 'fileRequest'; name: string; label: string; accept: string[]; optional?: boolean }
  /** A modal on Slack, inline elsewhere; submitting it is one action with all values. `buttonLabel` opens it where it is a modal. */
  | {
      type: 'form'
      title: string
      action: string
      step: string
      submit: string
      buttonLabel: string
      elements: Element[]
    }

export type Card = {
  elements: Element[]
  /** A Slack home view; elsewhere an ordinary card. */
  home?: boolean
  /** An answer that whoever reads it may judge, out of the way of its words: in its "…" menu. */
  feedback?: Feedback
}

/**
 * What a judgement needs: choosing an option is the action `feedback` with `answer` and `verdict` ("right" or "wrong"). A platform with
 * a form of its own for it adds the words as `word`, and `quiet: "yes"` when it thanks the person itself.
 */
export type Feedback = {
  /** The id of the answer, as the assistant keeps it. */
  answer: string
  /** What the menu is called where it needs words, and its two options. */
  label: string
  right: string
  wrong: string
}

/** The name of the action that judges an answer. */
export const feedbackAction = 'feedback'

export function card(...elements: (Element | null | undefined | false)[]): Card {
  return { elements: elements.filter((element): element is Element => Boolean(element)) }
}

export const bold = (text: string): Span => ({ text, bold: true })
export const italic = (text: string): Span => ({ text, italic: true })

/** The words of a text without its markup. */
export function wordsOf(text: Text): string {
  return typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}
