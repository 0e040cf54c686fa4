import { bold, type Element, type Text } from '../chat/card.ts'
import type { Finding } from '../scoring/assessment.ts'
import type { Intent } from './commands.ts'
import { criterionName } from './criterion-name.ts'
import { handleCriterion } from './decide.ts'
import { quotesOf } from './evidence.ts'
import { bandOf, criterionOf, isAbsent, partsShown } from './findings.ts'
import { advance, clearOf, findByLabel, showOne } from './flow.ts'
import { judge } from './judge.ts'
import { optionsOf, short, showStanding } from './overview.ts'
import { button, buttons, choice, go, say, type Turn } from './turn.ts'

/** Several clear criteria on one card, each with its quotes above its outcome, to confirm at once or to open one. */
export function showClear(turn: Turn, findings: Finding[]): void {
  const { t, assignment, state } = turn
  const [first] = findings
  if (!first) return
  const elements: Element[] = [
    {
      type: 'text',
      text: introduction(turn, findings),
    },
  ]
  for (const finding of findings) {
    const words = short(criterionOf(assignment, finding.key)?.text ?? '')
    elements.push(
      { type: 'text', text: [bold(t.clearName(finding.section, finding.label)), ` ${words}`] },
      ...quotesOf(turn, finding, 3),
    )
    const outcome = t.clearOutcome(
      finding.section,
      finding.months,
      finding.minimumMonths,
      finding.points,
      bandOf(finding),
    )
    if (outcome) elements.push({ type: 'text', text: outcome })
    if (!state.shown.includes(finding.key)) state.shown.push(finding.key)
  }
  const keys = findings.map(({ key }) => key)
  say(
    turn,
    ...elements,
    buttons(
      button(isAbsent(first) ? t.rightNoPoints : t.theseAreRight(findings.length), 'yes', {}, 'primary'),
      button(t.allLater, 'skip'),
      isAbsent(first) && button(t.questionsFor(turn.candidate?.code ?? ''), 'gaps'),
    ),
    choice('key', t.openOne, 'open', optionsOf(turn, keys)),
  )
}

function introduction({ t }: Turn, findings: Finding[]): string {
  const [first] = findings
  if (first && isAbsent(first)) return t.absentAwards(findings.length)
  return first?.section === 'knockout' ? t.clearKnockouts(findings.length) : t.clearAwards(findings.length)
}

export function handleClear(turn: Turn, intent: Intent): boolean {
  const { state } = turn
  const findings = clearOf(turn, state.key)
  switch (intent.name) {
    case 'yes':
    case 'confirm':
    case 'rest':
      for (const finding of findings) {
        judge(
          turn,
          finding,
          finding.section === 'knockout' ? { decision: 'meets' } : { points: finding.points?.value ?? 0 },
        )
      }
      advance(turn)
      return true
    case 'skip':
      state.skipped = [...new Set([...state.skipped, ...findings.map(({ key }) => key)])]
      advance(turn)
      return true
    case 'no':
      if (findings.length === 0) {
        showStanding(turn)
        return true
      }
      say(
        turn,
        { type: 'text', text: turn.t.whichIsWrong },
        choice(
          'key',
          turn.t.openOne,
          'open',
          optionsOf(
            turn,
            findings.map(({ key }) => key),
          ),
        ),
      )
      return true
    case 'points':
    case 'decide':
      return whichOne(turn, intent, findings)
    case 'for':
      return judgeOne(turn, findingIn(findings, intent.values['key']))
    case 'explain':
      explainAll(turn, findings)
      return true
    case 'open':
      if (!state.pending) return false
      return judgeOne(
        turn,
        findByLabel(
          turn,
          intent.values['key'] ?? intent.values['label'] ?? '',
          state.key === 'knockout' ? 'knockout' : 'award',
        )[0],
      )
    case 'text': {
      const label = /^\s*(\d{1,2}[a-z]?)\s*[.!]?\s*$/i.exec(intent.values['text'] ?? '')?.[1]
      const [one] = label ? findByLabel(turn, label, state.key === 'knockout' ? 'knockout' : 'award') : []
      if (!one) return false
      if (state.pending) return judgeOne(turn, one)
      showOne(turn, one)
      return true
    }
    default:
      return false
  }
}

function findingIn(findings: Finding[], key: string | undefined): Finding | undefined {
  return findings.find((finding) => finding.key === key)
}

/** Points or a decision with several criteria in view: kept with the reason while the criterion is asked. */
function whichOne(turn: Turn, intent: Intent, findings: Finding[]): boolean {
  const { state, t } = turn
  const knockouts = state.key === 'knockout'
  if (findings.length === 0 || knockouts !== (intent.name === 'decide')) return false
  const { points, decision, reason } = intent.values
  state.pending = {
    ...(points === undefined ? {} : { points: Number(points) }),
    ...(decision === 'meets' || decision === 'fails' || decision === 'unclear' ? { decision } : {}),
    ...(reason ? { reason } : {}),
  }
  if (findings.length === 1) return judgeOne(turn, findings[0])
  say(
    turn,
    { type: 'text', text: points === undefined ? t.whichForDecision : t.whichForPoints(Number(points)) },
    buttons(
      ...optionsOf(
        turn,
        findings.map(({ key }) => key),
      ).map(({ value, label }) => button(label, 'for', { key: value })),
    ),
    buttons(button(t.back, 'resume')),
  )
  return true
}

/** What was kept goes to this criterion. */
function judgeOne(turn: Turn, finding: Finding | undefined): boolean {
  const { pending } = turn.state
  if (!finding || !pending) return false
  const { points, decision, reason } = pending
  go(turn, 'criterion', finding.key)
  return handleCriterion(turn, {
    name: points === undefined ? 'decide' : 'points',
    values: {
      ...(points === undefined ? {} : { points: String(points) }),
      ...(decision ? { decision } : {}),
      ...(reason ? { reason } : {}),
    },
  })
}

function explainAll(turn: Turn, findings: Finding[]): void {
  const { t } = turn
  say(
    turn,
    {
      type: 'list',
      items: findings.map(
        (finding): Text => [bold(criterionName(turn, finding)), `: ${t.explained(finding, partsShown(finding))}`],
      ),
    },
    buttons(button(t.goOn, 'resume', {}, 'primary')),
  )
}
