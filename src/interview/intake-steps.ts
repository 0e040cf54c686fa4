import type { Assignment } from '../assignments/assignment.ts'
import type { Candidate } from '../candidates/record.ts'
import { bold, card } from '../chat/card.ts'
import type { FileRef } from '../chat/message.ts'
import type { DocumentKind } from '../documents/document.ts'
import { textsFor } from '../texts/texts.ts'
import { amountIn, rateIn } from './amounts.ts'
import { closing, titleOf } from './assignment-line.ts'
import { candidateCode, correctedCode } from './code.ts'
import { type Intent, isQuestion } from './commands.ts'
import { kindsOf } from './file-roles.ts'
import { ask, dateOf, knownCandidate } from './intake.ts'
import { startReading } from './reading.ts'
import { chosen, readRequest } from './request.ts'
import { go, saveCandidate, say, type Turn } from './turn.ts'

/** Opens a new scoring with whatever was said in one go, and asks for what is still missing. */
export function startIntake(turn: Turn, text: string, files: FileRef[]): void {
  const { context, state } = turn
  const request = readRequest(text, context)
  state.intake.rateEur = request.rateEur
  state.intake.code = request.code
  state.intake.fitting = request.fitting.map(({ id }) => id)
  const focused = request.assignment === null && bare(request) ? (context.focus ?? null) : null
  choose(turn, request.assignment ?? focused)
  if (focused) say(turn, { type: 'text', text: turn.t.tookFocus(titleOf(focused, turn.t.untitled)) })
  takeFiles(turn, files)
  if (request.unknown) say(turn, { type: 'text', text: turn.t.unknownAssignment })
  proceed(turn, { first: true, reduced: request.reduced })
}

/** A submitted intake form; its fields are those of `intakeElements`. */
export function takeForm(turn: Turn, values: Record<string, string>, files: FileRef[], first: boolean): void {
  const { state, context } = turn
  if (values['assignment']) {
    const { assignment } = chosen(null, values['assignment'], context)
    if (assignment) choose(turn, assignment)
  }
  const typed = values['code'] ? candidateCode(values['code']) : null
  if (typed) state.intake.code = typed.code
  const rate = values['rate'] ? (amountIn(values['rate']) ?? rateIn(values['rate'])) : null
  if (rate !== null) state.intake.rateEur = rate
  takeFiles(turn, files)
  proceed(turn, { first, reduced: typed?.reduced ?? false })
}

/** Everything a person may say or press before the documents are in. */
export function handleIntake(turn: Turn, intent: Intent, files: FileRef[]): boolean {
  const { state } = turn
  const text = intent.name === 'text' ? (intent.values['text'] ?? '') : ''
  if (intent.name === 'intake') {
    takeForm(turn, intent.values, files, false)
    return true
  }
  if (intent.name === 'other-assignment') {
    state.assignment = null
    turn.assignment = null
    state.intake.fitting = []
    proceed(turn)
    return true
  }
  if (intent.name === 'rate') state.intake.rateEur = Number(intent.values['rate'])
  if (intent.name === 'same' || intent.name === 'other') {
    state.intake.same = intent.name === 'same'
    if (intent.name === 'other') state.intake.code = freeCode(turn, state.intake.code ?? '')
    proceed(turn)
    return true
  }
  if (state.place === 'same-candidate' && (intent.name === 'yes' || intent.name === 'no')) {
    return handleIntake(turn, { name: intent.name === 'yes' ? 'same' : 'other', values: {} }, files)
  }
  if (intent.name === 'role') {
    setRole(turn, Number(intent.values['file']), intent.values['kind'] ?? '')
    proceed(turn)
    return true
  }
  if (state.place === 'roles') {
    const kind = kindIn(text)
    if (kind) {
      setRole(
        turn,
        state.intake.files.findIndex((file) => file.kind === null),
        kind,
      )
      proceed(turn)
      return true
    }
  }
  takeFiles(turn, files)
  if (intent.name === 'assignment') {
    choose(turn, chosen(null, intent.values['assignment'] ?? '', turn.context).assignment)
    proceed(turn)
    return true
  }
  if (files.length === 0 && text !== '' && isQuestion(text)) return false
  const ours = readText(turn, text, files.length > 0)
  if (files.length > 0 || ours.used || intent.name === 'rate') {
    proceed(turn, { reduced: ours.reduced })
    return true
  }
  say(turn, { type: 'text', text: turn.t.notUnderstood })
  ask(turn)
  return true
}

/** Words at the question in hand: an assignment, a code, a rate, or all of them. */
function readText(turn: Turn, text: string, brought: boolean): { used: boolean; reduced: boolean } {
  const { state, context } = turn
  if (text.trim() === '') return { used: false, reduced: false }
  const rate = rateIn(text)
  if (rate !== null) state.intake.rateEur = rate
  if (!state.assignment) {
    const request = readRequest(text, context, !brought)
    if (request.assignment) choose(turn, request.assignment)
    state.intake.fitting = request.fitting.map(({ id }) => id)
    if (request.code && request.assignment) state.intake.code = request.code
    const found = Boolean(request.assignment) || request.fitting.length > 0
    if (!found && request.code && !request.reduced && text.trim().length <= 12) state.intake.code = request.code
    else if (!found && !brought && rate === null) say(turn, { type: 'text', text: turn.t.unknownAssignment })
    return { used: true, reduced: request.reduced && Boolean(request.assignment) }
  }
  const other = brought ? null : otherAssignment(turn, text)
  if (other) {
    choose(turn, other)
    const request = readRequest(text, context)
    if (request.code && request.assignment) state.intake.code = request.code
    return { used: true, reduced: request.reduced && Boolean(request.assignment) }
  }
  if (state.intake.code) {
    const code = correctedCode(text)
    if (code) {
      state.intake.code = code.code
      state.intake.same = null
      if (!code.reduced) say(turn, { type: 'text', text: turn.t.codeNoted(code.code) })
      return { used: true, reduced: code.reduced }
    }
  }
  if (!state.intake.code) {
    const request = readRequest(text, context)
    const code = request.code ? { code: request.code, reduced: request.reduced } : candidateCode(text)
    if (code && text.length <= 60) {
      state.intake.code = code.code
      return { used: true, reduced: code.reduced }
    }
  }
  return { used: rate !== null, reduced: false }
}

/** The assignment that is meant instead of the one that was taken: a number or words that name just one other, and no candidate. */
function otherAssignment({ state, context }: Turn, text: string): Assignment | null {
  const plain = text.trim().replace(/^(?:nee|no)\b[\s,:.;–-]*/i, '')
  const { assignment } = readRequest(plain, context, plain.length > 4)
  return assignment && assignment.id !== state.assignment ? assignment : null
}

function bare(request: { fitting: Assignment[]; unknown: boolean }): boolean {
  return request.fitting.length === 0 && !request.unknown
}

function choose(turn: Turn, assignment: Assignment | null): void {
  if (!assignment) return
  turn.assignment = assignment
  turn.state.assignment = assignment.id
  turn.state.intake.fitting = []
}

export function takeFiles(turn: Turn, files: FileRef[]): void {
  const { intake, doubted } = turn.state
  const offered = files.filter(({ role }) => role !== 'posting')
  const known = intake.files.some(({ kind, ref }) => kind === 'cv' && ref.ref !== doubted?.ref)
  for (const file of kindsOf(offered, !known && (!turn.assessment || turn.state.awaitsCv))) {
    intake.files = intake.files.filter(
      ({ kind, ref }) => (kind === null || kind !== file.kind) && ref.ref !== file.ref.ref,
    )
    intake.files.push(file)
  }
  if (offered.length > 0) turn.state.awaitsCv = false
}

function setRole(turn: Turn, index: number, kind: string): void {
  const { intake } = turn.state
  const file = intake.files[index]
  if (!file) return
  if (kind === 'none') intake.files = intake.files.filter((one) => one !== file)
  else {
    intake.files = intake.files.filter((one) => one === file || one.kind !== kind)
    file.kind = kind as DocumentKind
  }
}

function kindIn(text: string): string | null {
  if (/\b(?:cv|curriculum|resume)\b/i.test(text)) return 'cv'
  if (/\b(?:toelichting|explanation)\b/i.test(text)) return 'explanation'
  if (/\b(?:motivatie\w*|brief|motivation|letter)\b/i.test(text)) return 'motivation'
  return /\b(?:geen|niet|none|neither)\b/i.test(text) ? 'none' : null
}

function freeCode(turn: Turn, code: string): string {
  const taken = new Set(turn.context.candidates?.map((one) => one.code.toLowerCase()))
  for (let n = 2; ; n++) if (!taken.has(`${code}-${n}`.toLowerCase())) return `${code}-${n}`
}

/** Goes on to reading once everything is there; otherwise asks for the next thing that is missing. */
export function proceed(turn: Turn, said: { first?: boolean; reduced?: boolean } = {}): void {
  const { state, assignment, t } = turn
  if (said.reduced && state.intake.code) say(turn, { type: 'text', text: t.nameReduced(state.intake.code) })
  if (assignment && assignment.posting.knockouts.length + assignment.posting.awards.length === 0) {
    say(turn, { type: 'text', text: t.noCriteria(titleOf(assignment, t.untitled)) })
    turn.state.assignment = null
    turn.assignment = null
  }
  if (state.assessment) {
    readVersion(turn)
    return
  }
  if (!state.assignment) go(turn, 'assignment')
  else if (!state.intake.code) go(turn, 'candidate')
  else if (state.intake.files.some(({ kind }) => kind === null)) go(turn, 'roles')
  else {
    const known = knownCandidate(turn)
    const brings = state.intake.files.some(({ kind }) => kind === 'cv')
    const kept = known?.files.some(({ kind }) => kind === 'cv') ?? false
    if (known && brings && known.owner !== turn.context.person && state.intake.same === null) {
      // The papers of a candidate that a colleague shared are the colleague's to change: this is somebody new.
      state.intake.same = false
      state.intake.code = freeCode(turn, known.code)
      say(turn, { type: 'text', text: t.codeOfColleague(known.code, state.intake.code) })
    }
    if (known && brings && kept && state.intake.same === null) go(turn, 'same-candidate')
    else if (!brings && !(known && kept)) go(turn, 'documents')
    else {
      if (said.first && assignment) opening(turn, assignment)
      begin(turn, known && state.intake.same !== false ? known : null)
      return
    }
  }
  ask(turn, said.first)
}

/** Everything came in one go: only says what it is about and who is talking. */
function opening({ context, t, replies }: Turn, assignment: Assignment): void {
  replies.push({
    card: card(
      {
        type: 'text',
        text: [bold(titleOf(assignment, t.untitled)), ' ', closing(assignment, context.now, context.lang)],
      },
      { type: 'notice', tone: 'info', text: textsFor(context.lang).common.aiNotice },
    ),
  })
}

/** New versions during a conversation: only asks which document a file is, then reads it beside the others. */
export function readVersion(turn: Turn): void {
  const { state } = turn
  if (state.intake.files.some(({ kind }) => kind === null)) {
    go(turn, 'roles')
    ask(turn)
    return
  }
  const files = state.intake.files.flatMap(({ ref, kind }) => (kind ? [{ ref, kind }] : []))
  state.intake.files = []
  const back = state.place === 'roles' ? (state.trail.at(-1)?.place ?? 'card') : state.place
  startReading(turn, files, back)
}

function begin(turn: Turn, found: Candidate | null): void {
  const { state, context } = turn
  // After a file that could not be read the candidate exists already.
  const known = found ?? (state.candidate ? turn.candidate : null)
  const candidate: Candidate = known ?? {
    id: context.newId('candidate'),
    code: state.intake.code ?? '',
    owner: context.person,
    sharedWith: [],
    files: [],
    confirmed: null,
    consent: { model: null, informed: null, keepForAYear: false, at: null },
    offeredOn: [],
    createdAt: context.now.toInstant().toString(),
  }
  state.candidate = candidate.id
  if (known) turn.candidate = known
  else saveCandidate(turn, candidate)
  const files = state.intake.files.flatMap(({ ref, kind }) => (kind ? [{ ref, kind }] : []))
  state.intake.files = []
  if (known && files.length === 0)
    say(turn, { type: 'text', text: turn.t.usesKnown(candidate.code, dateOf(known, context.lang)) })
  startReading(turn, files, null)
}
