import type { Assignment, Fact, Posting, PostingFacts } from '../../src/assignments/assignment.ts'
import type { FileRef } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import { MaatstafError } from '../../src/errors.ts'
import {
  type PostingsContext,
  type PostingsEffect,
  type PostingsInput,
  type PostingsResult,
  type PostingsState,
  step,
} from '../../src/postings/postings.ts'
import { fold } from '../../src/text/fold.ts'
import { anAssignment, deadline } from '../digest/an-assignment.ts'

/** A reader for tests: `Label: value` lines, so that what is read is plain to see. The real one has its own tests. */
export function readLabels(text: string): Posting {
  const facts: Fact[] = []
  const found: Partial<PostingFacts> = { number: null, title: null, organisation: null }
  const deadlines: PostingFacts['deadlines'] = []
  const take = (label: string, field: string, keep: (value: string) => unknown) => {
    const match = new RegExp(`^${label}: (.+)$`, 'm').exec(text)
    if (!match) return
    const value = keep(match[1]!)
    facts.push({
      field,
      value,
      quote: match[0],
      start: match.index,
      end: match.index + match[0].length,
      certainty: 'label',
      source: 'posting',
    })
  }
  take('Nummer', 'number', (value) => (found.number = value))
  take('Titel', 'title', (value) => (found.title = value))
  take('Klant', 'organisation', (value) => (found.organisation = value))
  take('Uren', 'hoursPerWeek', (value) => (found.hoursPerWeek = Number(value)))
  take('Opleiding', 'educationLevel', (value) => (found.educationLevel = value))
  take('Sluit', 'deadlines.submission', (value) => deadlines.push(deadline('submission', value)))
  take('Vragen', 'deadlines.questions', (value) => deadlines.push(deadline('questions', value)))
  const { posting } = anAssignment('', { title: null, organisation: null, ...found, deadlines })
  return { id: '', text, facts, posting: { ...posting, number: found.number ?? null } }
}

export const bridgePosting = [
  'Nummer: 4471',
  'Titel: Projectleider bruggen',
  'Klant: Gemeente Dijkhuizen',
  'Sluit: 2026-07-16T09:00:00+02:00',
  'Uren: 24',
].join('\n')

export type Conversation = {
  state: PostingsState | null
  shelf: Map<string, Assignment>
  effects: PostingsEffect[]
  last: PostingsResult
  /** What was said last, as text. */
  said(): string
  say(text: string, files?: FileRef[]): Promise<string>
  press(label: string): Promise<string>
  /** Submits the form with this action of the card shown last. */
  submit(name: string, values: Record<string, string>): Promise<string>
  as(person: string, more?: Partial<PostingsContext>): Conversation
}

/** Somebody who talks about postings, with a shelf that remembers; `as` gives another person in the same conversation. */
export function conversation(
  shelf = new Map<string, Assignment>(),
  override: Partial<PostingsContext> = {},
): Conversation {
  const shared = {
    state: null as PostingsState | null,
    effects: [] as PostingsEffect[],
    cards: [] as PostingsResult[],
    turns: 0,
  }
  const talk = (person: string, more: Partial<PostingsContext>): Conversation => {
    const context = (): PostingsContext => {
      const all = [...shelf.values()]
      return {
        now: Temporal.ZonedDateTime.from('2026-07-10T10:00:00[Europe/Amsterdam]'),
        lang: 'nl',
        person,
        isAdmin: false,
        guest: false,
        scope: 'direct',
        open: all.filter(({ confirmed }) => confirmed),
        all,
        get: (id) => shelf.get(id) ?? null,
        find: (text) =>
          all.filter(({ posting }) =>
            fold(text)
              .split(' ')
              .some((word) => word.length > 3 && fold(posting.title ?? '').includes(word)),
          ),
        focus: null,
        read: async (source) => {
          if ('text' in source) return readLabels(source.text)
          if (source.file.ref === 'scan') throw new MaatstafError('file-scan', 'no text')
          return readLabels(source.file.ref)
        },
        textOf: async (file) => file.ref,
        diff: (before, after) =>
          (Object.keys(after.posting) as (keyof PostingFacts)[])
            .filter((field) => JSON.stringify(before.posting[field]) !== JSON.stringify(after.posting[field]))
            .map((field) => ({ field, before: before.posting[field], after: after.posting[field] })),
        nameOf: (id) => ({ anna: 'Anna', bram: 'Bram' })[id] ?? null,
        newId: (name) => `${name}-${shared.turns}`,
        ...override,
        ...more,
      }
    }
    const advance = async (input: PostingsInput): Promise<string> => {
      shared.turns += 1
      // As the store does it: what does not survive JSON is lost between turns.
      const stored = JSON.parse(JSON.stringify(shared.state)) as PostingsState | null
      const result = await step(stored, input, context())
      shared.state = result.state
      for (const effect of result.effects) {
        if (effect.kind === 'assignment') shelf.set(effect.assignment.id, effect.assignment)
        if (effect.kind === 'remove') shelf.delete(effect.id)
      }
      shared.effects.push(...result.effects)
      shared.cards.push(result)
      return self.said()
    }
    const self: Conversation = {
      get state() {
        return shared.state
      },
      get last() {
        return shared.cards.at(-1)!
      },
      shelf,
      effects: shared.effects,
      said: () =>
        shared.cards
          .at(-1)!
          .replies.map(({ card }) => plainText(card))
          .join('\n'),
      say: (text, files = []) => advance({ kind: 'message', text, files }),
      async press(label) {
        const buttons = shared.cards
          .flatMap(({ replies }) => replies.flatMap(({ card }) => card.elements))
          .flatMap((element) => (element.type === 'buttons' ? element.buttons : []))
        const button = buttons.findLast((each) => each.label === label)
        if (button?.kind !== 'action') throw new Error(`no button ${label}`)
        return advance({
          kind: 'action',
          action: { name: button.action, step: button.step, values: button.values ?? {} },
          files: [],
        })
      },
      submit: (name, values) =>
        advance({ kind: 'action', action: { name, step: shared.state?.step ?? '', values }, files: [] }),
      as: (other, changed = {}) => talk(other, changed),
    }
    return self
  }
  return talk('anna', {})
}

export const aFile = (content: string, role: FileRef['role'] = null, name = 'uitvraag.pdf'): FileRef => ({
  name,
  size: 1,
  type: null,
  role,
  ref: content,
})
