import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bold, card } from '../../src/chat/card.ts'
import { shorten } from '../../src/chat/literal.ts'
import { plainText, summaryOf } from '../../src/chat/plain-text.ts'
import { anyCard, nastyText } from './arbitrary-card.ts'

describe('a card as plain text', () => {
  it('reads like the card: words, quotes, lists, buttons', () => {
    const text = plainText(
      card(
        { type: 'text', text: [bold('Donderdag 16 juli 2026, 09:00 uur'), ', over zes dagen.'] },
        { type: 'quote', text: 'De reactietermijn duurt tot donderdag 16 juli 2026, 09:00 uur.', source: '31050' },
        { type: 'list', items: ['een', [bold('twee')]], ordered: true },
        { type: 'progress', label: 'Lezen', done: 0.6 },
        {
          type: 'choice',
          name: 'k',
          label: 'Welke?',
          options: [
            { value: 'x', label: '31050', detail: 'Zwolle' },
            { value: 'y', label: '2207' },
          ],
        },
        {
          type: 'buttons',
          buttons: [
            { kind: 'action', label: 'Toetsen', action: 'a', step: 's' },
            { kind: 'link', label: 'Bron', url: 'https://voorbeeld.nl' },
          ],
        },
      ),
    )
    expect(text.split('\n')).toEqual([
      'Donderdag 16 juli 2026, 09:00 uur, over zes dagen.',
      '› “De reactietermijn duurt tot donderdag 16 juli 2026, 09:00 uur.” — 31050',
      '1. een',
      '2. twee',
      '▓▓▓▓▓▓░░░░ Lezen',
      'Welke?',
      '  1) 31050 — Zwolle',
      '  2) 2207',
      '[Toetsen] [Bron: https://voorbeeld.nl]',
    ])
  })

  it('lets no escape sequence or direction override through, whatever a document holds', () => {
    fc.assert(
      fc.property(anyCard, (source) => {
        expect(plainText(source)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
      }),
      { numRuns: 200 },
    )
  })

  it('draws counted months apart from those that do not count', () => {
    const text = plainText(
      card({
        type: 'timeline',
        bars: [
          { label: 'gemeente', from: 24_240, to: 24_263, counted: true },
          { label: 'bouwer', from: 24_264, to: 24_287, counted: false },
        ],
        window: { from: 24_240, to: 24_287 },
        summary: '24 van de 48 maanden',
      }),
    )
    expect(text).toBe(
      `${'█'.repeat(16)}${' '.repeat(16)} gemeente\n${' '.repeat(16)}${'░'.repeat(16)} bouwer\n${'─'.repeat(32)}\n24 van de 48 maanden`,
    )
  })

  it('sums a card up in one line for a notification', () => {
    fc.assert(
      fc.property(anyCard, (source) => {
        const summary = summaryOf(source)
        expect(summary).not.toContain('\n')
        expect(Array.from(summary).length).toBeLessThanOrEqual(150)
      }),
      { numRuns: 100 },
    )
    expect(summaryOf(card({ type: 'heading', text: 'Deadlines' }, { type: 'text', text: 'Een regel' }))).toBe(
      'Deadlines · Een regel',
    )
  })
})

describe('shortening', () => {
  it('keeps within the limit, never inside a character, and shows that it cut', () => {
    fc.assert(
      fc.property(nastyText, fc.integer({ min: 2, max: 30 }), (text, max) => {
        const whole = text.toWellFormed()
        const short = shorten(whole, max)
        expect(Array.from(short).length).toBeLessThanOrEqual(max)
        expect(short.isWellFormed()).toBe(true)
        expect(short === whole || short.endsWith('…')).toBe(true)
      }),
    )
  })
})
