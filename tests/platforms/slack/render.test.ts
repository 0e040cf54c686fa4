import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bold, type Card, card, type Element, type Text } from '../../../src/chat/card.ts'
import { renderHome, renderModal } from '../../../src/platforms/slack/modal.ts'
import { escapeMrkdwn, renderMessages } from '../../../src/platforms/slack/render.ts'
import { shorten, splitText } from '../../../src/text/split.ts'
import { asRead, mrkdwn } from '../../standins/slack/as-read.ts'
import { faultsInBlocks } from '../../standins/slack/block-rules.ts'
import { contentFault } from '../../standins/slack/methods.ts'
import { faultsInView } from '../../standins/slack/view-rules.ts'

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '<https://evil.example|ok>',
    '*vet*',
    '_x_',
    '`c`',
    '&amp;',
    '👩🏽‍💻',
    '\ud83d',
    '\u0000',
    '\n\n',
    '',
  ),
)
const foreign = fc.oneof(
  nasty,
  fc.array(nasty, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.tuple(nasty, fc.integer({ min: 1, max: 400 })).map(([part, times]) => part.repeat(times).slice(0, 20_000)),
)
const spans: fc.Arbitrary<Text> = fc.oneof(
  foreign,
  fc.array(
    fc.oneof(
      foreign,
      foreign.map((text) => bold(text)),
      nasty.map((text) => ({ text, italic: true })),
    ),
    { maxLength: 5 },
  ),
)
const name = fc.constantFrom('reason', 'points', 'assignment')
const button = fc.record({
  kind: fc.constant('action' as const),
  label: foreign,
  action: fc.constantFrom('accept', 'decide'),
  step: fc.string({ maxLength: 30 }),
})
const option = fc.record({ value: fc.string({ minLength: 1, maxLength: 100 }), label: foreign })
const tone = fc.constantFrom('info' as const, 'warning' as const, 'error' as const)
const options = fc.array(option, { maxLength: 130 })
const picks = { action: fc.string({ maxLength: 80 }), step: fc.string({ maxLength: 80 }) }
const kinds: fc.Arbitrary<Element>[] = [
  foreign.map((text) => ({ type: 'heading', text })),
  spans.map((text) => ({ type: 'text', text })),
  fc.array(fc.record({ label: nasty, value: spans }), { maxLength: 12 }).map((rows) => ({ type: 'facts', rows })),
  fc.record({ text: foreign, source: nasty }).map((quote) => ({ type: 'quote', ...quote })),
  fc
    .record({ items: fc.array(spans, { maxLength: 90 }), ordered: fc.boolean() })
    .map((list) => ({ type: 'list', ...list })),
  fc
    .record({ label: nasty, done: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map((done) => ({ type: 'progress', ...done })),
  fc.record({ tone, text: spans }).map((notice) => ({ type: 'notice', ...notice })),
  fc.array(button, { minLength: 1, maxLength: 60 }).map((buttons) => ({ type: 'buttons', buttons })),
  fc.record({ name, label: foreign, options }).map((choice) => ({ type: 'choice', ...choice })),
  fc.record({ name, label: nasty, options, ...picks }).map((choice) => ({ type: 'choice', ...choice })),
  fc.record({ name, label: foreign, value: foreign, placeholder: nasty }).map((input) => ({ type: 'input', ...input })),
  fc
    .record({ name, label: nasty })
    .map((file) => ({ type: 'fileRequest', accept: ['.pdf', 'application/msword'], ...file })),
]
const element = fc.oneof(...kinds)
const cards: fc.Arbitrary<Card> = fc.array(element, { maxLength: 14 }).map((elements) => ({ elements }))

describe('every card', () => {
  it('fits within every limit of Slack, message by message', () => {
    fc.assert(
      fc.property(cards, (any) => {
        for (const message of renderMessages(any)) {
          if (message.blocks.length === 0) continue
          expect(faultsInBlocks(message.blocks, 'message')).toEqual([])
          expect(contentFault({ ...message })).toBeNull()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('fits a modal and a home tab too', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 8 }), nasty, (elements, title) => {
        const form = {
          type: 'form' as const,
          title,
          action: 'a',
          step: 's',
          submit: title,
          buttonLabel: title,
          elements,
        }
        const memory = { action: 'a', step: 's', conversation: 'c', address: 'x', scope: 'direct' as const }
        expect(faultsInView(renderHome({ elements }, 'Meer'), 'home')).toEqual([])
        const fields = elements.filter(({ type }) => type !== 'list' && type !== 'choice')
        expect(faultsInView(renderModal({ ...form, elements: fields }, memory, 'Annuleren'), 'modal')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('says every word, in order, and none of them acts as markup', () => {
    const plainWord = fc.stringMatching(/^[\p{L}<>&*_~`!@#|]{1,12}$/u)
    fc.assert(
      fc.property(fc.array(plainWord, { minLength: 1, maxLength: 2_500 }), (words) => {
        const read = renderMessages(card({ type: 'text', text: words.join(' ') }))
          .map(asRead)
          .join(' ')
        expect(read.split(/\s+/)).toEqual(words)
      }),
      { numRuns: 60 },
    )
  })

  it('has a fallback in which nothing acts', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        for (const message of renderMessages(card({ type: 'text', text }))) {
          expect(message.text).not.toMatch(/[<>]/)
          expect(mrkdwn(message.text)).not.toContain('⟦')
          expect(message.text.length).toBeLessThanOrEqual(3_900)
        }
      }),
    )
  })
})

describe('splitting', () => {
  it('loses nothing, exceeds nothing and halves no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), fc.integer({ min: 40, max: 900 }), (text, max) => {
        const pieces = splitText(text, max)
        expect(pieces.join('')).toBe(text)
        expect(pieces.every((piece) => piece.length <= max && piece.isWellFormed())).toBe(true)
      }),
    )
  })

  it('cuts between sentences when it can', () => {
    expect(splitText('Dit is de eerste zin. Dit is de tweede zin.', 30)).toEqual([
      'Dit is de eerste zin. ',
      'Dit is de tweede zin.',
    ])
  })

  it('keeps a family of emoji together', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(splitText(family.repeat(5), family.length * 2 + 3)).toEqual([family.repeat(2), family.repeat(2), family])
  })

  it('even cuts what has no end, between code points', () => {
    const chain = `a${'\u200d👩'.repeat(400)}`
    for (const piece of splitText(chain, 100)) expect(piece.isWellFormed()).toBe(true)
  })

  it('shows by an ellipsis that a label goes on', () => {
    expect(shorten('Coördinator Sectorale Aanpak', 12)).toBe('Coördinator…')
    expect(shorten('kort', 12)).toBe('kort')
  })
})

describe('O06 and O07: what is too long', () => {
  it('12,000 characters arrive whole, in messages that Slack takes', () => {
    const text = 'Een zin met een emoji 👩🏽‍💻 aan het einde. '.repeat(300).trim()
    const messages = renderMessages(card({ type: 'text', text }))
    for (const message of messages) expect(contentFault({ ...message })).toBeNull()
    expect(messages.map(asRead).join('\n').replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '))
  })

  it('a section of 3,001 characters without a space is cut, not lost', () => {
    const text = 'x'.repeat(3_001)
    expect(
      renderMessages(card({ type: 'text', text }))
        .map(asRead)
        .join('')
        .replaceAll('\n', ''),
    ).toBe(text)
  })

  it('80 items keep their numbers', () => {
    const items = Array.from({ length: 80 }, (_, index) => `Opdracht ${index + 1}`)
    const blocks = renderMessages(card({ type: 'list', items, ordered: true })).flatMap((message) => message.blocks)
    const lists = blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    expect(lists.map((list) => ('offset' in list ? list.offset : 0))).toEqual([0, 40])
    expect(lists.reduce((sum, list) => sum + list.elements.length, 0)).toBe(80)
  })

  it('100 options with long labels become selects that fit, and the long labels stand whole above', () => {
    const options = Array.from({ length: 100 }, (_, index) => ({
      value: String(index),
      label: `${index} ${'lang '.repeat(20)}`,
    }))
    const messages = renderMessages(card({ type: 'choice', name: 'assignment', label: 'Opdracht', options }))
    for (const message of messages) expect(contentFault({ ...message })).toBeNull()
    const read = messages.map(asRead).join('\n')
    for (const { label } of options) expect(read).toContain(label.trim())
  })

  it('a form too large for a button shows its fields in the message, with the same action', () => {
    const options = Array.from({ length: 90 }, (_, index) => ({
      value: `${index}`,
      label: createHash('sha256').update(`${index}`).digest('base64'),
    }))
    const choice = { type: 'choice' as const, name: 'assignment', label: 'Opdracht', options }
    const form = {
      type: 'form' as const,
      title: 'Toetsen',
      action: 'intake',
      step: 's',
      submit: 'Beginnen',
      buttonLabel: 'Open',
      elements: [choice],
    }
    const messages = renderMessages(card(form))
    for (const message of messages) expect(contentFault({ ...message })).toBeNull()
    const all = JSON.stringify(messages)
    expect(all).toContain('field:')
    expect(all).toContain('\\"action\\":\\"intake\\"')
    expect(all).not.toContain('"Open"')
  })

  it('a choice whose id would not fit becomes buttons with the same meaning', () => {
    const choice: Element = {
      type: 'choice',
      name: 'n',
      label: 'Kies',
      options: [{ value: 'a', label: 'A' }],
      action: 'act',
      step: 's'.repeat(400),
    }
    const [message] = renderMessages(card(choice))
    expect(JSON.stringify(message!.blocks)).toContain('"type":"button"')
  })
})

describe('O09: what others wrote', () => {
  const attack = '<!channel> <!here> <@U1> <!subteam^S1> <https://evil|ok>'

  it.each<[string, Element]>([
    ['a heading', { type: 'heading', text: attack }],
    ['a text', { type: 'text', text: attack }],
    ['a quote', { type: 'quote', text: attack, source: attack }],
    ['a fact', { type: 'facts', rows: [{ label: attack, value: attack }] }],
    ['a list', { type: 'list', items: [attack] }],
    ['a notice', { type: 'notice', tone: 'warning', text: attack }],
    ['a choice', { type: 'choice', name: 'n', label: attack, options: [{ value: '1', label: attack }] }],
    [
      'a timeline',
      {
        type: 'timeline',
        bars: [{ label: attack, from: 24_000, to: 24_010, counted: true }],
        window: null,
        summary: attack,
      },
    ],
  ])('appears as text in %s', (_, element) => {
    const [message] = renderMessages(card(element))
    expect(asRead(message!)).toContain(attack)
    expect(message!.text).toContain(escapeMrkdwn('<!channel>'))
    expect(JSON.stringify(message!.blocks)).not.toContain('mrkdwn')
  })
})
