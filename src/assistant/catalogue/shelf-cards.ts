import { assignmentCard, helpCard, listCard } from '../../answers/cards.ts'
import { respond } from '../../answers/respond.ts'
import type { Assignment } from '../../assignments/assignment.ts'
import { type Card, card } from '../../chat/card.ts'
import type { Action } from '../../chat/message.ts'
import { digestActions } from '../../digest/digest.ts'
import { standing, stateButtons } from '../../postings/state-buttons.ts'
import type { AssistantDeps } from '../deps.ts'
import { composeFor } from '../digests/compose.ts'
import { giveFile } from '../digests/give-calendar.ts'
import { fitsButton } from '../interviews/who-fits.ts'
import { channelOf } from '../turn/channels.ts'
import { judgeable } from '../turn/feedback.ts'
import type { Turn } from '../turn/turn.ts'
import { ownerNames } from './names.ts'
import { openAssignments } from './shelf.ts'

/** Cards about the catalogue, and the buttons that need no conversation to be right. */
export function createShelfCards(deps: AssistantDeps) {
  const { catalogue, storage } = deps

  async function digestNow(turn: Turn, all = false): Promise<Card> {
    return (await composeFor(deps, channelOf(turn), { at: turn.now, lang: turn.lang, all })).card
  }

  async function show(turn: Turn, id: string): Promise<Card> {
    const assignment = catalogue.get(id)
    if (!assignment) return card({ type: 'notice', tone: 'info', text: turn.texts.assistant.unknownAssignment })
    turn.conversation = {
      ...turn.conversation,
      focus: { assignments: [id], field: null, at: turn.now.toInstant().toString() },
    }
    const shown = assignmentCard(assignment, turn.now, turn.lang)
    return turn.message.person.guest ? shown : withTeam(shown, assignment, turn)
  }

  /** Who has it and what can become of it, for colleagues. */
  async function withTeam({ elements }: Card, assignment: Assignment, turn: Turn): Promise<Card> {
    const { lang, texts } = turn
    const owners = await ownerNames(storage, [assignment])
    const stands = standing(assignment, { person: turn.message.person.id, owners, lang })
    const actions = [fitsButton(assignment.id, lang), ...stateButtons(assignment, lang)]
    const last = elements.at(-1)
    const before = last?.type === 'buttons' ? last.buttons : []
    return card(
      ...(last?.type === 'buttons' ? elements.slice(0, -1) : elements),
      { type: 'text', text: texts.postings.standing(stands) },
      { type: 'buttons', buttons: [...before, ...actions] },
    )
  }

  /** The last question again, now about the chosen assignment. */
  async function askAgain(turn: Turn, id: string): Promise<Card> {
    const question = turn.conversation.history.findLast(({ role }) => role === 'user')?.text
    if (!question || !catalogue.get(id)) return show(turn, id)
    const answer = await respond(question, { catalogue, now: turn.now, lang: turn.lang, assignment: id })
    turn.conversation = { ...turn.conversation, focus: answer.focus ?? turn.conversation.focus }
    return judgeable(turn, question, answer)
  }

  async function giveCalendarOf(turn: Turn, id: string): Promise<void> {
    const assignment = catalogue.get(id)
    if (assignment) await giveFile(deps, turn, assignment)
    else turn.reply({ card: await show(turn, id), where: 'private' })
  }

  return {
    help: (turn: Turn): Card => helpCard(turn.lang),
    digestNow,
    /** True when the button was one of these. */
    async handleAction(turn: Turn, { name, values }: Action): Promise<boolean> {
      const where = turn.message.scope === 'channel' ? ('private' as const) : ('here' as const)
      const id = values['id'] ?? values['assignment'] ?? ''
      if (name === 'assignment') turn.reply({ card: await show(turn, id), where })
      else if (name === 'ask') turn.reply({ card: await askAgain(turn, id), where })
      else if (name === 'calendar') await giveCalendarOf(turn, id)
      else if (name === 'help') turn.reply({ card: helpCard(turn.lang), where })
      else if (name === digestActions.all) turn.reply({ card: await digestNow(turn, true), where })
      else if (name === digestActions.details)
        turn.reply({ card: listCard(openAssignments(catalogue, turn.now), turn.now, turn.lang), where })
      else return false
      return true
    },
  }
}
