import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionOf } from '../../src/chat/action-data.ts'
import { ADAPTIVE_LIMITS, adaptiveCard } from '../../src/chat/adaptive-card.ts'
import { type Card, card, type Element } from '../../src/chat/card.ts'
import { textsFor } from '../../src/texts/texts.ts'
import { everyElement } from '../browser/every-element.ts'
import { anyCard, elementTypes, nastyText } from './arbitrary-card.ts'

type Json = { type?: string; [key: string]: unknown }

const render = (source: Card, upload = true) =>
  adaptiveCard(source, { lang: 'nl', texts: textsFor('nl').cards, upload })

/** Every object in the card that has a type, nested cards and actions included. */
function parts(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(parts)
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && typeof value.type === 'string' ? [value as Json] : []
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => (name === 'data' ? [] : parts(inner)))]
}
const ofType = (value: unknown, type: string) => parts(value).filter((part) => part.type === type)
const words = (value: unknown) =>
  ofType(value, 'TextRun')
    .map((part) => part['text'])
    .join(' ')

const button = (label: string, step = 's1'): Element => ({
  type: 'buttons',
  buttons: [{ kind: 'action', label, action: 'doe', step, values: { id: '31050' } }],
})

describe('a card as an Adaptive Card', () => {
  it('uses only elements that Teams draws everywhere in schema 1.4, and never one that reads markdown', () => {
    const known = [
      'AdaptiveCard RichTextBlock TextRun Container ColumnSet Column ActionSet',
      'Input.Text Input.ChoiceSet Action.Submit Action.OpenUrl Action.ShowCard',
    ].flatMap((line) => line.split(' '))
    fc.assert(
      fc.property(anyCard, fc.boolean(), (source, upload) => {
        const json = render(source, upload)
        expect(json.version).toBe('1.4')
        for (const part of parts(json)) expect(known).toContain(part.type)
      }),
      { numRuns: 200 },
    )
  })

  it('is plain JSON: what is read back is what was written, without a broken character', () => {
    fc.assert(
      fc.property(anyCard, (source) => {
        const json = render(source)
        expect(JSON.parse(JSON.stringify(json))).toEqual(json)
        const shown = JSON.stringify(json, (name, value: unknown) => (name === 'data' ? null : value))
        expect(shown).not.toMatch(/\\u001b|\u202e|\\ud83d(?!\\)/)
      }),
      { numRuns: 200 },
    )
  })

  it('shows foreign words as they stand, and lets none of them become a date function', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const part of ofType(render(card({ type: 'text', text })), 'TextRun'))
          expect(part['text']).not.toMatch(/\{\{(DATE|TIME)\(|\n/)
      }),
    )
    expect(words(render(card({ type: 'text', text: '**vet** [klik](https://x.example) <at>A</at>' })))).toBe(
      '**vet** [klik](https://x.example) <at>A</at>',
    )
  })

  it('makes a run bold only where our own code says so', () => {
    const json = render(card({ type: 'text', text: ['**niet** ', { text: 'wel', bold: true }] }))
    expect(ofType(json, 'TextRun').map((part) => [part['text'], part['weight']])).toEqual([
      ['**niet** ', undefined],
      ['wel', 'Bolder'],
    ])
  })

  it('gives each line of a text a block of its own', () => {
    expect(ofType(render(card({ type: 'text', text: 'een\ntwee\n\ndrie' })), 'RichTextBlock')).toHaveLength(3)
  })

  it('puts action, step and values into a button, which come back as the action', () => {
    const [submit] = ofType(render(card(button('Toets'))), 'Action.Submit')
    expect(actionOf(submit?.['data'])).toEqual({ name: 'doe', step: 's1', values: { id: '31050' } })
  })

  it('never puts more than six actions in one set', () => {
    fc.assert(
      fc.property(anyCard, (source) => {
        for (const set of ofType(render(source), 'ActionSet'))
          expect((set['actions'] as unknown[]).length).toBeLessThanOrEqual(ADAPTIVE_LIMITS.actionsPerSet)
      }),
      { numRuns: 100 },
    )
  })

  it('lets a plain button through although a form beside it is empty', () => {
    const form: Element = {
      type: 'form',
      title: 'Reden',
      action: 'reden',
      step: 's1',
      submit: 'Opslaan',
      buttonLabel: 'Voldoet toch, omdat …',
      elements: [{ type: 'input', name: 'reden', label: 'Reden' }],
    }
    const json = render(card(button('Later'), form))
    expect(ofType(json, 'Action.ShowCard').map((part) => part['title'])).toEqual(['Voldoet toch, omdat …'])
    const later = ofType(json, 'Action.Submit').find((part) => part['title'] === 'Later')
    expect(later?.['associatedInputs']).toBe('none')
    expect(ofType(json, 'Input.Text')[0]?.['isRequired']).toBe(true)
  })

  it('shows a form that stands alone open, and an optional field in it may stay empty', () => {
    const json = render(
      card({
        type: 'form',
        title: 'Intake',
        action: 'intake',
        step: 's',
        submit: 'Start',
        buttonLabel: 'Open',
        elements: [{ type: 'input', name: 'tarief', label: 'Tarief', optional: true }],
      }),
    )
    expect(ofType(json, 'Action.ShowCard')).toEqual([])
    expect(ofType(json, 'Input.Text')[0]?.['isRequired']).toBeUndefined()
    expect(ofType(json, 'Action.Submit')[0]?.['associatedInputs']).toBe('auto')
  })

  it('makes a short choice something to tap at once and a long one a menu', () => {
    const choice = (count: number): Element => ({
      type: 'choice',
      name: 'opdracht',
      label: 'Welke?',
      action: 'kies',
      step: 's1',
      options: Array.from({ length: count }, (_, index) => ({ value: `${index}`, label: `Opdracht ${index}` })),
    })
    const short = ofType(render(card(choice(3))), 'Container')[2]
    expect(actionOf((short!['selectAction'] as Json)['data'])).toEqual({
      name: 'kies',
      step: 's1',
      values: { opdracht: '2' },
    })
    expect(ofType(render(card(choice(30))), 'Input.ChoiceSet')).toHaveLength(1)
  })

  it('offers a button for a document only where the page takes files', () => {
    const ask: Element = { type: 'fileRequest', name: 'cv', label: 'Het cv', accept: ['pdf', 'docx'] }
    expect(ofType(render(card(ask), true), 'Action.Submit')).toHaveLength(1)
    expect(ofType(render(card(ask), false), 'Action.Submit')).toHaveLength(0)
    expect(words(render(card(ask), false))).toContain('Stuur in dit gesprek: Het cv (pdf, docx).')
  })

  it('asks for several documents in one line where they are simply sent', () => {
    const ask = (label: string): Element => ({ type: 'fileRequest', name: label, label, accept: ['pdf', 'docx'] })
    const asked = card(ask('Cv'), ask('Toelichting'), { type: 'text', text: 'En verder:' }, ask('Motivatie'))
    expect(words(render(asked, false))).toBe(
      'Stuur in dit gesprek: Cv · Toelichting (pdf, docx). En verder: Stuur in dit gesprek: Motivatie (pdf, docx).',
    )
    expect(ofType(render(asked, true), 'Action.Submit')).toHaveLength(3)
  })

  it('draws every column with a width above nothing', () => {
    fc.assert(
      fc.property(anyCard, (source) => {
        for (const part of ofType(render(source), 'Column'))
          expect(typeof part['width'] === 'string' || (part['width'] as number) > 0).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

it('is tried with every element of the vocabulary, in Teams and in a browser', () => {
  const within = (one: Element): Element[] => [one, ...(one.type === 'form' ? one.elements.flatMap(within) : [])]
  const tried = new Set(everyElement.elements.flatMap(within).map(({ type }): string => type))
  expect(elementTypes.filter((type) => !tried.has(type))).toEqual([])
})

describe('what a host sends back', () => {
  it('adds the inputs to the values of the button, the input winning', () => {
    expect(actionOf({ action: 'a', step: 's', values: { x: '1', y: '2' }, x: 'nieuw', n: 3 })).toEqual({
      name: 'a',
      step: 's',
      values: { x: 'nieuw', y: '2' },
    })
  })

  it('is nothing when it is not one of our buttons', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const action = actionOf(value)
        expect(action === null || typeof action.name === 'string').toBe(true)
      }),
    )
    for (const value of [null, 'x', [], {}, { action: 3 }, { action: '' }]) expect(actionOf(value)).toBeNull()
  })

  it('takes a field with a dangerous name as a field', () => {
    const action = actionOf(JSON.parse('{"action":"a","step":"s","__proto__":"x","constructor":"y"}'))
    expect(Object.entries(action?.values ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })
})
