import * as AdaptiveCards from 'adaptivecards'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Card, card, type Element } from '../../../src/chat/card.ts'
import { renderMessages } from '../../../src/platforms/teams/render.ts'
import { plainNames } from '../../../src/platforms/teams/unique-ids.ts'
import { splitText } from '../../../src/text/split.ts'
import { everyElement } from '../../browser/every-element.ts'
import { anyCard } from '../../chat/arbitrary-card.ts'
import { formatFaults } from '../../standins/teams/card-format.ts'
import { cardOf, complaintsAbout, partsOf } from '../../standins/teams/connector-rules.ts'

const personal = { lang: 'nl', personalLink: null } as const

/** What the official library has against a card of schema 1.4, unknown elements and properties of wrong kinds among them. */
function faultsOf(json: unknown): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_4)
  const parsed = new AdaptiveCards.AdaptiveCard()
  // Teams shows six; the library's default is five.
  parsed.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } })
  // The library judges `lang` with a regular expression that remembers where it stopped: every second card would be wrong.
  parsed.parse({ ...(json as object), lang: undefined }, context)
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)
  const failures = parsed.validateProperties().validationEvents.map(({ message }) => message)
  // A choice of nothing and a label without words are no question; features never ask one, but arbitrary cards do.
  return [...events, ...failures].filter(
    (message) => !/must have at least one choice|must have their title and value|should have a label/.test(message),
  )
}

describe('a message of Teams', () => {
  it('holds a card that Microsoft’s own library takes as schema 1.4', () => {
    for (const { attachments } of renderMessages(everyElement, personal))
      expect(faultsOf(attachments?.[0]?.content)).toEqual([])
    fc.assert(
      fc.property(anyCard, (source) => {
        for (const { attachments } of renderMessages(source, personal))
          expect(faultsOf(attachments?.[0]?.content)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('holds a card as the published format of Adaptive Cards 1.4 has it', () => {
    const faults = (source: Card) =>
      renderMessages(source, personal).flatMap((message) => formatFaults(cardOf({ ...message })))
    expect(faults(everyElement)).toEqual([])
    fc.assert(
      fc.property(anyCard, (source) => {
        expect(faults(source)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['an element that does not exist', { type: 'RichTextBlok', inlines: [] }],
    ['a property that does not exist', { type: 'RichTextBlock', inlines: [], colour: 'red' }],
    ['words where parts belong', { type: 'RichTextBlock', inlines: 'hallo' }],
    ['a run without words', { type: 'RichTextBlock', inlines: [{ type: 'TextRun' }] }],
    ['a field without a name', { type: 'Input.Text', label: 'Reden' }],
    ['a style of another format', { type: 'Container', style: 'info', items: [] }],
    [
      'a card that unfolds from a tap',
      {
        type: 'Container',
        items: [],
        selectAction: { type: 'Action.ShowCard', title: 'x', card: { type: 'AdaptiveCard', body: [] } },
      },
    ],
    [
      'a link that is no address',
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)' }] },
    ],
    [
      'a fault inside what unfolds',
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.ShowCard', title: 'x', card: { type: 'AdaptiveCard', body: [{ type: 'Table' }] } }],
      },
    ],
  ])('the format does find fault with %s', (_, element) => {
    const [message] = renderMessages(card({ type: 'text', text: 'x' }), personal)
    expect(formatFaults({ ...cardOf({ ...message }), body: [element] })).not.toEqual([])
  })

  it('the library does find fault with what is wrong', () => {
    const wrong = { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'RichTextBlok' }] }
    expect(faultsOf(wrong)).not.toEqual([])
  })

  it('is nothing that a strict connector would refuse', () => {
    fc.assert(
      fc.property(anyCard, (source) => {
        for (const message of renderMessages(source, personal)) expect(complaintsAbout({ ...message })).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('lets two forms ask the same field, and gives its value back under its name', () => {
    const form = (action: string): Element => ({
      type: 'form',
      title: action,
      action,
      step: 's',
      submit: 'Opslaan',
      buttonLabel: action,
      elements: [{ type: 'input', name: 'reden', label: 'Reden' }],
    })
    const [message] = renderMessages(card(form('een'), form('twee')), personal)
    const ids = partsOf(cardOf({ ...message })).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
    expect(new Set(ids).size).toBe(2)
    expect(ids.map((id) => plainNames({ [id]: 'x' }))).toEqual([{ reden: 'x' }, { reden: 'x' }])
  })

  it('has a summary for the notification', () => {
    const [message] = renderMessages(card({ type: 'text', text: 'Donderdag 16 juli 2026, 09:00 uur.' }), personal)
    expect(message?.summary).toBe('Donderdag 16 juli 2026, 09:00 uur.')
  })

  it('in a channel never asks for anything to be filled in by form', () => {
    const messages = renderMessages(everyElement, { lang: 'nl', personalLink: 'https://teams.microsoft.com/l/chat' })
    const types = messages.flatMap((message) => partsOf(cardOf({ ...message }))).map(({ type }) => type)
    expect(types).not.toContain('Action.ShowCard')
    expect(types).not.toContain('Input.Text')
  })
})

describe('splitting a text', () => {
  it('loses nothing, keeps to the length and breaks no character', () => {
    const words = fc.array(fc.constantFrom('woord ', '👩🏽‍💻', '\n', 'Zin. ', 'x'.repeat(60), 'é'), { maxLength: 80 })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (parts, max) => {
        const text = parts.join('')
        const pieces = splitText(text, max)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(max)
          expect(piece.isWellFormed()).toBe(true)
          expect(piece).not.toMatch(/^[\u200d\u{1f3fd}]/u)
        }
      }),
    )
  })
})
