import fc from 'fast-check'
import type { Card, Element, Text } from '../../src/chat/card.ts'

/** Texts as an attacker or a sloppy posting would have them. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '**vet** [klik](https://evil.example) <at>Sanne</at> <!channel>',
    '{{DATE(2026-07-16T09:00:00Z)}}',
    '<img src=x onerror=alert(1)>',
    'regel een\nregel twee\n\nregel drie',
    '\u001b[31mrood\u202ednum',
    'half \ud83d teken',
    '# kop\n1. een\n- twee\n\\*',
  ),
)

const text: fc.Arbitrary<Text> = fc.oneof(
  nastyText,
  fc.array(
    fc.oneof(
      nastyText,
      nastyText.map((words) => ({ text: words, bold: true })),
    ),
    { maxLength: 4 },
  ),
)
const options = fc.array(
  fc.record({ value: fc.string(), label: nastyText, detail: nastyText }, { requiredKeys: ['value', 'label'] }),
  { maxLength: 12 },
)
const month = fc.integer({ min: 24_000, max: 24_300 })
const range = fc.tuple(month, month).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))

/** An element of each kind; the compiler asks for the kind that is missing. */
const plain: Record<Exclude<Element['type'], 'form'>, fc.Arbitrary<Element>> = {
  heading: nastyText.map((words) => ({ type: 'heading', text: words })),
  text: text.map((words) => ({ type: 'text', text: words })),
  facts: fc
    .array(fc.record({ label: nastyText, value: text }), { maxLength: 4 })
    .map((rows) => ({ type: 'facts', rows })),
  quote: nastyText.map((words) => ({ type: 'quote', text: words, source: 'blz. 2' })),
  list: fc.array(text, { maxLength: 5 }).map((items) => ({ type: 'list', items })),
  timeline: fc
    .tuple(
      fc.array(fc.tuple(nastyText, range, fc.boolean()), { maxLength: 4 }),
      fc.option(range, { nil: null }),
      nastyText,
    )
    .map(([bars, window, summary]) => ({
      type: 'timeline',
      bars: bars.map(([label, span, counted]) => ({ label, ...span, counted })),
      window,
      summary,
    })),
  progress: fc
    .tuple(nastyText, fc.double({ min: -1, max: 2, noNaN: true }))
    .map(([label, done]) => ({ type: 'progress', label, done })),
  notice: fc
    .tuple(fc.constantFrom('info', 'warning', 'error'), text)
    .map(([tone, words]) => ({ type: 'notice', tone, text: words })),
  choice: fc.tuple(options, fc.boolean(), nastyText).map(([list, acts, label]) => ({
    type: 'choice',
    name: 'keuze',
    label,
    options: list,
    ...(acts ? { action: 'kies', step: 's1' } : {}),
  })),
  input: nastyText.map((label) => ({ type: 'input', name: 'veld', label, multiline: true })),
  buttons: fc.array(nastyText, { minLength: 1, maxLength: 9 }).map((labels) => ({
    type: 'buttons',
    buttons: labels.map((label) => ({ kind: 'action', label, action: 'doe', step: 's1', values: { a: label } })),
  })),
  fileRequest: nastyText.map((label) => ({ type: 'fileRequest', name: 'cv', label, accept: ['pdf', 'docx'] })),
}
const anyPlain = fc.oneof(...Object.values(plain))

/** The kinds of element that there are. */
export const elementTypes = [...Object.keys(plain), 'form']

const form: fc.Arbitrary<Element> = fc.array(anyPlain, { maxLength: 3 }).map((elements) => ({
  type: 'form',
  title: 'Formulier',
  action: 'stuur',
  step: 's2',
  submit: 'Opslaan',
  buttonLabel: 'Invullen',
  elements,
}))

/** Any card of the vocabulary. */
export const anyCard: fc.Arbitrary<Card> = fc
  .array(fc.oneof({ weight: 6, arbitrary: anyPlain }, form), { maxLength: 7 })
  .map((elements) => ({ elements }))
