import type { Button } from '../chat/card.ts'
import type { Finding } from '../scoring/assessment.ts'
import { askDelete, showAfter } from './afterwards.ts'
import { showCareer } from './career.ts'
import { showClear } from './clear.ts'
import { showCompare } from './compare.ts'
import { showConsent } from './consent.ts'
import { showCriterion } from './criterion.ts'
import { criterionName } from './criterion-name.ts'
import { askChange, askQuote, askReason } from './decide-forms.ts'
import { isDoubted, showDoubted } from './doubted-file.ts'
import { showFailed } from './failed.ts'
import { criterionOf, findingOf } from './findings.ts'
import { advance, clearOf, findByLabel, showOne } from './flow.ts'
import { showGaps } from './gaps.ts'
import { showHandIn } from './hand-in.ts'
import { ask } from './intake.ts'
import { askOutcome, askReceived } from './outcome.ts'
import { optionsOf, short, showStanding } from './overview.ts'
import { showPrepare } from './prepare.ts'
import { readingCard } from './reading.ts'
import { showCard } from './score-card.ts'
import { askShare } from './sharing.ts'
import type { Place } from './state.ts'
import { button, buttons, choice, form, go, say, type Turn } from './turn.ts'

/** What each place asks, said again. */
const cards: Record<Place, (turn: Turn) => void> = {
  assignment: ask,
  candidate: ask,
  'same-candidate': ask,
  documents: ask,
  roles: ask,
  reading: (turn) => void turn.replies.push({ card: readingCard(turn.context.lang, 0, 'opening') }),
  consent: showConsent,
  career: showCareer,
  clear: (turn) => {
    const findings = clearOf(turn, turn.state.key)
    if (findings.length > 0) showClear(turn, findings)
    else showStanding(turn)
  },
  criterion: atCriterion(showCriterion),
  change: atCriterion(askChange),
  reason: atCriterion(askReason),
  quote: askQuote,
  failed: atCriterion(showFailed),
  gaps: showGaps,
  card: showCard,
  after: showAfter,
  rank: showCompare,
  prepare: showPrepare,
  'hand-in': showHandIn,
  outcome: askOutcome,
  received: askReceived,
  share: askShare,
  delete: askDelete,
}

/** Says again what the place where the conversation stands is about. */
export function showPlace(turn: Turn): void {
  if (isDoubted(turn.state)) showDoubted(turn)
  else cards[turn.state.place](turn)
}

/** The criterion in view; gone with a new version of the posting, the conversation goes on with the next. */
function atCriterion(show: (turn: Turn, finding: Finding) => void): (turn: Turn) => void {
  return (turn) => {
    const finding = turn.assessment ? findingOf(turn.assessment, turn.state.key) : null
    if (finding) show(turn, finding)
    else advance(turn)
  }
}

/** The intake's questions are short enough to ask again in full; the other cards are long, and were read a moment ago. */
const brief = new Set<Place>([
  'assignment',
  'candidate',
  'same-candidate',
  'documents',
  'roles',
  'consent',
  'outcome',
  'delete',
])

/** After a question in between or a restart: one line that says where we are, with the buttons that matter. */
export function standHere(turn: Turn): void {
  const { state, t, assessment } = turn
  if (state.place === 'reading') say(turn, { type: 'text', text: t.stillReading }, buttons(button(t.stop, 'stop')))
  else if (brief.has(state.place) || !assessment || isDoubted(state)) showPlace(turn)
  else say(turn, { type: 'text', text: t.weWereAt(whereAmI(turn)) }, buttons(...mattering(turn)))
}

/** The answer that the place waits for, where it can be given without looking again, and the card itself. */
function mattering(turn: Turn): (Button | false)[] {
  const { state, t, assessment } = turn
  const finding = assessment ? findingOf(assessment, state.key) : null
  const clear = state.place === 'clear' ? clearOf(turn, state.key) : []
  const onward = button(t.goOn, 'resume', {}, 'primary')
  if (clear.length > 0)
    return [onward, button(state.key === 'absent' ? t.rightNoPoints : t.theseAreRight(clear.length), 'yes')]
  if (state.place === 'criterion' && finding) return [onward, button(t.later, 'skip')]
  if (state.place === 'after') return [onward, button(t.done, 'done')]
  return [onward, state.place !== 'card' && button(t.toCard, 'card')]
}

/** Places beside the way: *verder* leaves them. */
const beside = new Set<Place>([
  'gaps',
  'rank',
  'prepare',
  'hand-in',
  'outcome',
  'received',
  'share',
  'delete',
  'failed',
])

export function resume(turn: Turn): void {
  const { state, assessment } = turn
  if (!beside.has(state.place) && !(assessment?.confirmedAt && state.place !== 'reading')) showPlace(turn)
  else if (assessment?.confirmedAt) {
    go(turn, 'after')
    showAfter(turn)
  } else advance(turn)
}

/** One step back; what was decided stays until it is decided otherwise. */
export function goBack(turn: Turn): void {
  const { state, assessment, t } = turn
  if (state.place === 'change' || state.place === 'quote' || state.place === 'reason') {
    state.place = 'criterion'
    state.pending = null
    showPlace(turn)
    return
  }
  if (assessment?.confirmedAt && !beside.has(state.place)) {
    say(turn, { type: 'text', text: t.frozen })
    showPlace(turn)
    return
  }
  const before = state.trail.pop()
  if (!before) {
    say(turn, { type: 'text', text: t.nothingBefore })
    showPlace(turn)
    return
  }
  state.place = before.place
  state.key = before.key
  state.pending = null
  if (!assessment) forgetAnswer(turn)
  showPlace(turn)
}

/** At the intake, going back to a question means answering it again. */
function forgetAnswer(turn: Turn): void {
  const { state } = turn
  if (state.place === 'assignment') {
    state.assignment = null
    turn.assignment = null
  }
  if (state.place === 'candidate' || state.place === 'assignment') {
    state.intake.code = null
    state.intake.same = null
  }
}

/** Kept as it is; *verder* goes on. Nothing was said yet: there is nothing to keep. */
export function stop(turn: Turn): void {
  const { state, t } = turn
  if (!state.assignment && !state.intake.code && state.intake.files.length === 0) {
    turn.ended = true
    say(turn, { type: 'text', text: t.stopped })
    return
  }
  state.paused = true
  say(turn, { type: 'text', text: t.kept }, buttons(button(t.goOn, 'resume', {}, 'primary')))
}

export function help(turn: Turn): void {
  const { t } = turn
  say(
    turn,
    { type: 'text', text: t.helpAt(whereAmI(turn)) },
    { type: 'list', items: t.helpItems },
    buttons(
      button(t.goOn, 'resume', {}, 'primary'),
      button(t.overview, 'overview'),
      button(t.back, 'back'),
      button(t.stop, 'stop'),
    ),
  )
}

/** The place in words; a criterion by its name. */
export function whereAmI(turn: Turn): string {
  const { state, assessment, t } = turn
  if (isDoubted(state)) return t.whetherACv
  const finding = assessment ? findingOf(assessment, state.key) : null
  if (state.place === 'clear') return t.clearPlaces[state.key ?? ''] ?? t.places.clear
  if (!finding || !['criterion', 'change', 'reason', 'quote', 'failed'].includes(state.place))
    return t.places[state.place]
  const words = criterionOf(turn.assignment, finding.key)?.text
  return `${t.inside(criterionName(turn, finding))}${words ? ` (${short(words, 70)})` : ''}`
}

/** A criterion by its label; two with the same printed number are both offered. */
export function openCriterion(turn: Turn, values: Record<string, string>): boolean {
  const { t, state } = turn
  const found = findByLabel(turn, values['key'] ?? values['label'] ?? '', values['section'] ?? '')
  const [first] = found
  if (!first) {
    say(turn, { type: 'text', text: t.noSuchCriterion })
    showPlace(turn)
    return true
  }
  if (found.length > 1) {
    say(
      turn,
      { type: 'text', text: t.whichOfTheTwo },
      choice(
        'key',
        t.openOne,
        'open',
        optionsOf(
          turn,
          found.map(({ key }) => key),
        ),
      ),
    )
    return true
  }
  state.skipped = state.skipped.filter((key) => key !== first.key)
  showOne(turn, first)
  return true
}

export function newVersion(turn: Turn): void {
  const { t, candidate, assessment } = turn
  if (assessment?.confirmedAt) {
    say(
      turn,
      { type: 'text', text: t.frozen },
      buttons(button(t.reopen, 'reopen'), button(t.goOn, 'resume', {}, 'primary')),
    )
    return
  }
  turn.state.awaitsCv = true
  const accept = ['.pdf', '.docx', '.doc', '.odt', '.rtf', '.txt']
  say(
    turn,
    { type: 'text', text: t.sendNewVersion(candidate?.code ?? '') },
    form(t.newVersion, 'files', t.intakeSubmit, t.newVersion, [
      { type: 'fileRequest', name: 'cv', label: t.cvLabel, accept, optional: true },
      { type: 'fileRequest', name: 'explanation', label: t.explanationLabel, accept, optional: true },
    ]),
    buttons(button(t.goOn, 'resume')),
  )
}
