import type { Assignment } from '../assignments/assignment.ts'
import type { Candidate } from '../candidates/record.ts'
import { bold, type Element } from '../chat/card.ts'
import type { Lang } from '../chat/reply.ts'
import type { DocumentKind } from '../documents/document.ts'
import { textsFor } from '../texts/texts.ts'
import { amountIn, rateIn } from './amounts.ts'
import { closing, titleOf } from './assignment-line.ts'
import { candidateCode } from './code.ts'
import { closingDate, longDate } from './dates.ts'
import { button, buttons, choice, form, say, type Turn } from './turn.ts'

const accept = ['.pdf', '.docx', '.doc', '.odt', '.rtf', '.txt', '.md', '.html', '.eml']

export function knownCandidate(turn: Turn): Candidate | null {
  const { code } = turn.state.intake
  if (!code) return null
  const same = (turn.context.candidates ?? []).filter((one) => one.code.toLowerCase() === code.toLowerCase())
  // A colleague may have shared somebody with the same code: one's own comes first.
  return same.find(({ owner }) => owner === turn.context.person) ?? same[0] ?? null
}

export function dateOf(candidate: Candidate, lang: Lang): string {
  const newest = candidate.files.filter(({ kind }) => kind === 'cv').at(-1)
  return newest ? longDate(newest.at.slice(0, 10), lang) : ''
}

/** The question of the place where the intake stands. */
export function ask(turn: Turn, first = false): void {
  const { state, context, t, assignment } = turn
  const notice: Element | false = first && {
    type: 'notice',
    tone: 'info',
    text: textsFor(context.lang).common.aiNotice,
  }
  switch (state.place) {
    case 'assignment': {
      const offered = state.intake.fitting.flatMap((id) =>
        context
          .find(id)
          .filter((one) => one.id === id)
          .slice(0, 1),
      )
      const from = offered.length > 0 ? offered : context.open
      if (from.length === 0) {
        say(turn, { type: 'text', text: t.nothingOpen }, notice)
        return
      }
      say(
        turn,
        { type: 'text', text: offered.length > 0 ? t.whichOfThese : t.whichAssignment },
        choice(
          'assignment',
          t.assignmentLabel,
          'assignment',
          from.slice(0, 25).map((one) => optionOf(one, context.lang)),
        ),
        from.length > 25 && { type: 'text', text: t.moreAssignments(from.length - 25) },
        notice,
        buttons(button(t.stop, 'stop')),
      )
      return
    }
    case 'candidate':
    case 'documents':
      say(
        turn,
        assignment && {
          type: 'text',
          text: [bold(titleOf(assignment, t.untitled)), ' ', closing(assignment, context.now, context.lang)],
        },
        { type: 'text', text: state.place === 'candidate' ? t.whichCandidate : t.sendCv(state.intake.code ?? '') },
        notice,
        form(t.intakeTitle, 'intake', t.intakeSubmit, t.intakeOpen, intakeElements(turn)),
        buttons(
          button(t.back, 'back'),
          assignment !== null && context.open.length > 1 && button(t.otherAssignment, 'other-assignment'),
          button(t.stop, 'stop'),
        ),
      )
      return
    case 'same-candidate': {
      const known = knownCandidate(turn)
      say(
        turn,
        { type: 'text', text: t.sameCandidate(state.intake.code ?? '', known ? dateOf(known, context.lang) : '') },
        buttons(button(t.same, 'same', {}, 'primary'), button(t.other, 'other'), button(t.stop, 'stop')),
      )
      return
    }
    default: {
      const index = state.intake.files.findIndex(({ kind }) => kind === null)
      const file = state.intake.files[index]
      const role = (kind: string, label: string) => button(label, 'role', { file: String(index), kind })
      say(
        turn,
        { type: 'text', text: t.whichRole(file?.ref.name ?? '') },
        buttons(
          role('cv', t.kinds.cv),
          role('explanation', t.kinds.explanation),
          role('motivation', t.kinds.motivation),
          role('none', t.roleNone),
        ),
      )
    }
  }
}

/** The fields that are still open; on Slack together in one modal. */
function intakeElements(turn: Turn): Element[] {
  const { state, t, assignment } = turn
  const has = (kind: DocumentKind) => state.intake.files.some((file) => file.kind === kind)
  return intakeFields(t, {
    code: !state.intake.code,
    rate: state.intake.rateEur === null,
    cv: !has('cv'),
    explanation: !has('explanation'),
    motivation: !has('motivation') && asksMotivation(assignment),
  })
}

function intakeFields(
  t: Turn['t'],
  open: { code: boolean; rate: boolean; cv: boolean; explanation: boolean; motivation: boolean },
): Element[] {
  const fields: (Element | false)[] = [
    open.code && { type: 'input', name: 'code', label: t.codeLabel, placeholder: 'NvT' },
    open.cv && { type: 'fileRequest', name: 'cv', label: t.cvLabel, accept },
    open.explanation && { type: 'fileRequest', name: 'explanation', label: t.explanationLabel, accept, optional: true },
    open.motivation && { type: 'fileRequest', name: 'motivation', label: t.motivationLabel, accept, optional: true },
    open.rate && { type: 'input', name: 'rate', label: t.rateLabel, optional: true, placeholder: '92,50' },
  ]
  return fields.filter((field): field is Element => field !== false)
}

/**
 * The intake as one form, for a platform that opens it in a modal before any conversation runs; `values` are what is known already
 * (assignment, code, rate). It belongs to no step, which tells its submission from that of a form inside a conversation.
 */
export function intakeForm(lang: Lang, open: Assignment[], values: Record<string, string> = {}): Element {
  const t = textsFor(lang).interview
  const assignment = open.find(({ id }) => id === values['assignment']) ?? null
  const which: Element = {
    type: 'choice',
    name: 'assignment',
    label: t.assignmentLabel,
    options: open.slice(0, 100).map((one) => optionOf(one, lang)),
    ...(assignment ? { value: assignment.id } : {}),
    search: 'assignments',
  }
  const all = { code: true, rate: true, cv: true, explanation: true, motivation: asksMotivation(assignment) }
  const fields = intakeFields(t, all).map((field) =>
    field.type === 'input' && values[field.name] ? { ...field, value: values[field.name]! } : field,
  )
  return form(t.intakeTitle, 'intake', t.intakeSubmit, t.intakeOpen, [which, ...fields])
}

/** Faults of a submitted intake form by field; empty when it can be taken. */
export function validateIntake(lang: Lang, values: Record<string, string>): Record<string, string> {
  const t = textsFor(lang).interview
  const errors: Record<string, string> = {}
  const rate = values['rate']?.trim()
  if (rate && (amountIn(rate) ?? rateIn(rate)) === null) errors['rate'] = t.rateFault
  if (values['code'] !== undefined && !candidateCode(values['code'])) errors['code'] = t.codeFault
  if (values['assignment'] !== undefined && values['assignment'].trim() === '') errors['assignment'] = t.whichAssignment
  return errors
}

function asksMotivation(assignment: Assignment | null): boolean {
  return assignment?.posting.awards.some(({ proves }) => proves.includes('motivation')) ?? false
}

function optionOf(assignment: Assignment, lang: Lang): { value: string; label: string; detail?: string } {
  const { posting } = assignment
  const label = [posting.number, posting.title].filter(Boolean).join(' · ') || assignment.id
  const detail = [posting.organisation, closingDate(assignment, lang)].filter(Boolean).join(' · ')
  return { value: assignment.id, label: label.slice(0, 75), ...(detail ? { detail } : {}) }
}
