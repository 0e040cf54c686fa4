import type { Assignment } from '../../src/assignments/assignment.ts'
import type { Candidate } from '../../src/candidates/record.ts'
import type { Button, Card, Element } from '../../src/chat/card.ts'
import { wordsOf } from '../../src/chat/card.ts'
import type { Action, FileRef } from '../../src/chat/message.ts'
import { plainText } from '../../src/chat/plain-text.ts'
import type { Lang, Reply } from '../../src/chat/reply.ts'
import type { Document, DocumentKind } from '../../src/documents/document.ts'
import type { Effect, InterviewInput, StepContext, Work, WorkOutcome } from '../../src/interview/interview.ts'
import { aboutState, type InterviewState, parseState, step } from '../../src/interview/interview.ts'
import { notACv } from '../../src/interview/not-a-cv.ts'
import type { Assessment } from '../../src/scoring/assessment.ts'
import { assignment, careerOf, cvText, documentOf, newCvText, proposals, withoutCriteria } from './fixtures.ts'

/** What the assistant does around the steps, in memory: keeps what they save, loads what they ask, stores the state as JSON. */
export function createHouse(options: { modelHost?: string; now?: string; assignments?: Assignment[] } = {}) {
  const assignments = options.assignments ?? [assignment, withoutCriteria]
  const candidates = new Map<string, Candidate>()
  const assessments = new Map<string, Assessment>()
  const documents = new Map<string, Document>()
  const people = new Map([['tom', { id: 'web:tom', name: 'Tom' }]])
  const effects: Effect[] = []
  const inChannel: Reply[] = []
  let ids = 0

  function talk(person: string, lang: Lang = 'nl') {
    let stored: string | null = null
    let work: Work | null = null
    const said: Reply[] = []
    let last: Reply[] = []
    let handled = true

    const state = (): InterviewState | null => (stored === null ? null : parseState(JSON.parse(stored)))

    function context(now: InterviewState | null, scope: 'direct' | 'channel'): StepContext {
      const about = now ? aboutState(now) : null
      const candidate = about?.candidate ? (candidates.get(about.candidate) ?? null) : null
      const own: Partial<Record<DocumentKind, Document>> = {}
      for (const { kind, file } of candidate?.files ?? []) {
        const document = documents.get(file)
        if (document) own[kind] = document
      }
      const mine = [...assessments.values()].filter(({ owner }) => owner === person)
      return {
        now: Temporal.Instant.from(options.now ?? '2026-07-10T08:00:00Z').toZonedDateTimeISO('Europe/Amsterdam'),
        lang,
        person,
        scope,
        open: assignments,
        find: (text) =>
          assignments.filter(({ id, posting }) => {
            const known = new Set(
              `${id} ${posting.title} ${posting.organisation === null ? '' : id === '4711' ? posting.organisation : ''}`
                .toLowerCase()
                .split(' '),
            )
            return text
              .toLowerCase()
              .split(/[^\p{L}\d]+/u)
              .some((word) => word.length > 3 && known.has(word))
          }),
        assignment: assignments.find(({ id }) => id === about?.assignment) ?? null,
        candidate,
        documents: own,
        assessment: about?.assessment ? (assessments.get(about.assessment) ?? null) : null,
        others: mine
          .filter((one) => one.assignment === about?.assignment && one.id !== about?.assessment)
          .map((one) => ({ assessment: one, code: candidates.get(one.candidate)?.code ?? '' })),
        own: mine.map((one) => ({
          assessment: one,
          code: candidates.get(one.candidate)?.code ?? '',
          assignment: assignments.find(({ id }) => id === one.assignment) ?? null,
        })),
        modelHost: options.modelHost ?? null,
        candidates: [...candidates.values()].filter(({ owner }) => owner === person),
        findPerson: (text) => people.get(text.toLowerCase()) ?? null,
        newId: (name) => `${name}-${++ids}`,
      }
    }

    function take(input: InterviewInput, scope: 'direct' | 'channel' = 'direct'): Reply[] {
      const before = state()
      const result = step(before, input, context(before, scope))
      handled = result.handled
      stored = result.state === null ? null : JSON.stringify(result.state)
      for (const effect of result.effects) perform(effect)
      last = result.replies
      said.push(...result.replies)
      if (scope === 'channel') inChannel.push(...result.replies.filter(({ where }) => where === 'here'))
      return result.replies
    }

    function perform(effect: Effect): void {
      effects.push(effect)
      if (effect.kind === 'candidate') candidates.set(effect.candidate.id, structuredClone(effect.candidate))
      if (effect.kind === 'assessment') assessments.set(effect.assessment.id, structuredClone(effect.assessment))
      if (effect.kind === 'work') work = effect.work
      if (effect.kind === 'cancel-work' && work?.id === effect.id) work = null
      if (effect.kind === 'post-to-channel') inChannel.push(effect.reply)
      if (effect.kind === 'forget') {
        candidates.delete(effect.candidate)
        for (const [id, one] of assessments) if (one.candidate === effect.candidate) assessments.delete(id)
      }
    }

    /** The reading ended with this named proposal, or was refused. */
    function read(name: string): Reply[] {
      if (!work) return []
      const done = work
      work = null
      if (name.startsWith('file-') || name === notACv) {
        const details: Record<string, string> = name === notACv ? { like: 'posting' } : {}
        return take({
          kind: 'work',
          id: done.id,
          outcome: { kind: 'refused', code: name, details, file: done.files[0]?.ref.name ?? null },
        })
      }
      const text = name === 'nieuwe versie' ? newCvText : cvText
      const id = `file-${++ids}`
      const outcome: WorkOutcome = {
        kind: 'scored',
        documents: { cv: documentOf(text) },
        career: careerOf(text),
        proposal: proposals[name]!(),
        files: done.files.map(({ kind, ref }) => ({ kind, file: id, name: ref.name, hash: `${text.length}` })),
      }
      documents.set(id, documentOf(text))
      return take({ kind: 'work', id: done.id, outcome })
    }

    /** The reading ended with this outcome, made by the real scoring. */
    function finish(outcome: Extract<WorkOutcome, { kind: 'scored' }>): Reply[] {
      if (!work) return []
      const done = work
      work = null
      for (const { kind, file: id } of outcome.files) {
        const document = outcome.documents[kind]
        if (document) documents.set(id, document)
      }
      return take({ kind: 'work', id: done.id, outcome })
    }

    function press(action: Action, files: FileRef[] = []): Reply[] {
      return take({ kind: 'action', action, files })
    }

    return {
      start: (text: string, files: FileRef[] = [], scope: 'direct' | 'channel' = 'direct') =>
        take({ kind: 'message', text, files, start: true }, scope),
      say: (text: string, files: FileRef[] = []) => take({ kind: 'message', text, files, start: false }),
      press,
      read,
      outcome: finish,
      resume: () => take({ kind: 'resume' }),
      /** Presses the button with this label on the newest card that has it. */
      button: (label: string, values: Record<string, string> = {}, earlier = 0) => {
        const all = buttonsOf(said)
        const exact = all.filter((one) => one.label === label)
        const one = (exact.length > 0 ? exact : all.filter((one) => one.label.startsWith(label))).at(-1 - earlier)
        if (!one)
          throw new Error(
            `no button ${label}; there are: ${buttonsOf(last)
              .map(({ label }) => label)
              .join(' | ')}`,
          )
        return press({ name: one.action, step: one.step, values: { ...one.values, ...values } })
      },
      state,
      context: () => context(state(), 'direct'),
      handled: () => handled,
      working: () => work,
      last: () => last,
      said: () => said,
      assessment: () => [...assessments.values()].find(({ id }) => id === state()?.assessment) ?? null,
      /** The process was killed: nothing is left but what was stored. */
      restart: () => {
        stored = stored === null ? null : JSON.stringify(JSON.parse(stored))
      },
      replace: (value: unknown) => {
        stored = value === null ? null : JSON.stringify(value)
      },
    }
  }

  return { talk, candidates, assessments, effects, inChannel }
}

export type Talk = ReturnType<ReturnType<typeof createHouse>['talk']>

export const file = (name: string, role: FileRef['role'] = null): FileRef => ({
  name,
  size: 1000,
  type: null,
  role,
  ref: `ref:${name}`,
})

export function buttonsOf(replies: Reply[]): Extract<Button, { kind: 'action' }>[] {
  return replies
    .flatMap(({ card }) => card.elements)
    .flatMap((element): Extract<Button, { kind: 'action' }>[] => {
      if (element.type === 'buttons') return element.buttons.filter((one) => one.kind === 'action')
      if (element.type === 'choice' && element.action) {
        const { action, step = '', name } = element
        return element.options.map(({ value, label }) => ({
          kind: 'action',
          label: `${element.label}: ${label}`,
          action,
          step,
          values: { [name]: value },
        }))
      }
      if (element.type === 'form')
        return [{ kind: 'action', label: element.title, action: element.action, step: element.step }]
      return []
    })
}

/** A card as a person would read it; short where a test quotes it often, else as plain text. */
export function shown(card: Card): string {
  return card.elements.map(line).join('\n')
}

export function words(replies: Reply[]): string {
  return replies.map(({ card }) => shown(card)).join('\n\n')
}

function line(element: Element): string {
  switch (element.type) {
    case 'heading':
      return `**${element.text}**`
    case 'quote':
      return `› "${element.text}"${element.source ? ` — ${element.source}` : ''}`
    case 'list':
      return element.items
        .map((item, index) => `${element.ordered ? `${index + 1}.` : '-'} ${wordsOf(item)}`)
        .join('\n')
    case 'timeline':
      return [...element.bars.map((bar) => `${bar.counted ? '█' : '░'} ${bar.label}`), element.summary].join('\n')
    case 'progress':
      return `${'▓'.repeat(Math.round(element.done * 10)).padEnd(10, '░')} ${element.label}`
    case 'notice':
      return wordsOf(element.text)
    case 'choice':
      return `(${element.label}: ${element.options.map(({ label }) => label).join(' | ')})`
    case 'input':
      return `${element.label}: ____`
    case 'buttons':
      return element.buttons.map(({ label }) => `[${label}]`).join(' ')
    case 'fileRequest':
      return `${element.label}: (bestand)`
    case 'form':
      return `{${element.title}: ${element.elements.map(line).join(' · ')} [${element.submit}]}`
    default:
      return plainText({ elements: [element] })
  }
}
