import { bold } from '../chat/card.ts'
import { rateIn } from './amounts.ts'
import { closing, titleOf } from './assignment-line.ts'
import type { Intent } from './commands.ts'
import { sentenceOn } from './conditions.ts'
import { setRate } from './score-card.ts'
import { button, buttons, saveCandidate, say, type Turn } from './turn.ts'

type Item = { id: string; label: string; detail: string | null }

/** What must be in order before handing in, from what the posting asks; ticked by the consultant. */
export function handInItems(turn: Turn): Item[] {
  const { t, assignment, assessment, candidate } = turn
  if (!assignment || !assessment) return []
  const { posting } = assignment
  const { proposal, rateEur } = assessment
  const motivation = posting.awards.some(({ proves }) => proves.includes('motivation'))
  const references = posting.cv?.minReferences ?? 0
  const demands = proposal.cvDemands.map((one) => t.cvDemand(one.demand, one.met, one.wanted, one.found)).join(' · ')
  const items: (Item | null)[] = [
    { id: 'cv', label: t.itemCv, detail: demands || null },
    { id: 'explanation', label: t.itemExplanation, detail: sentenceOn(assignment, 'evidenceRule') },
    motivation ? { id: 'motivation', label: t.itemMotivation, detail: t.itemMotivationOwn } : null,
    {
      id: 'rate',
      label: rateEur === null ? t.itemRateOpen : t.itemRate(rateEur),
      detail: posting.maxRateEur ? t.maxRate(posting.maxRateEur) : null,
    },
    references > 0 ? { id: 'referees', label: t.itemReferees(references), detail: null } : null,
    { id: 'agreed', label: t.itemAgreed(candidate?.code ?? ''), detail: null },
    { id: 'where', label: t.itemWhere, detail: sentenceOn(assignment, 'whereToSubmit') ?? t.notStatedWhere },
  ]
  return items.filter((item): item is Item => item !== null)
}

export function showHandIn(turn: Turn): void {
  const { t, context, assignment, state } = turn
  if (!assignment) return
  const items = handInItems(turn)
  const done = items.filter(({ id }) => state.ticks.includes(id)).length
  say(
    turn,
    { type: 'heading', text: t.handInTitle },
    {
      type: 'text',
      text: [bold(titleOf(assignment, t.untitled)), ' ', closing(assignment, context.now, context.lang)],
    },
    {
      type: 'list',
      items: items.map(({ id, label, detail }) => [
        `${state.ticks.includes(id) ? '✅' : '☐'} `,
        bold(label),
        detail ? ` · ${detail}` : '',
      ]),
    },
    { type: 'text', text: t.handInDone(done, items.length) },
    buttons(
      ...items.map(({ id, label }) =>
        button(`${state.ticks.includes(id) ? '✅' : '☐'} ${label}`.slice(0, 70), 'tick', { item: id }),
      ),
    ),
    buttons(button(t.readingGuide, 'reading-guide'), button(t.goOn, 'resume'), button(t.recordOutcome, 'outcome')),
  )
}

export function handleHandIn(turn: Turn, intent: Intent): boolean {
  const { state } = turn
  if (intent.name === 'tick') tick(turn, intent.values['item'] ?? '')
  else if (intent.name === 'rate') setRate(turn, Number(intent.values['rate']))
  else if (intent.name === 'text') {
    const words = intent.values['text'] ?? ''
    const amount = rateIn(words)
    const number = /^\s*(\d{1,2})\s*$/.exec(words)?.[1]
    const item = number ? handInItems(turn)[Number(number) - 1] : undefined
    if (item) tick(turn, item.id)
    else if (amount !== null) setRate(turn, amount)
    else return false
  } else if (intent.name === 'yes') state.ticks = handInItems(turn).map(({ id }) => id)
  else return false
  if (state.ticks.includes('agreed') !== (turn.candidate?.offeredOn.includes(state.assignment ?? '') ?? false)) {
    markOffered(turn, state.ticks.includes('agreed'))
  }
  showHandIn(turn)
  return true
}

function tick(turn: Turn, id: string): void {
  const { state } = turn
  if (!handInItems(turn).some((item) => item.id === id)) return
  state.ticks = state.ticks.includes(id) ? state.ticks.filter((one) => one !== id) : [...state.ticks, id]
}

/** Ticks off what the candidate agreed to, so that the same person is not offered twice without knowing. */
export function markOffered(turn: Turn, offered: boolean): void {
  const { candidate, state } = turn
  if (!candidate || !state.assignment) return
  const rest = candidate.offeredOn.filter((id) => id !== state.assignment)
  saveCandidate(turn, { ...candidate, offeredOn: offered ? [...rest, state.assignment] : rest })
}
