import { card } from '../../chat/card.ts'
import { digestActions } from '../../digest/digest.ts'
import { type InterviewInput, isAboutOwn } from '../../interview/interview.ts'
import { isStopWord } from '../../interview/own-words.ts'
import { wordsOf } from '../../text/fold.ts'
import { textsFor } from '../../texts/texts.ts'
import { createPostings } from '../catalogue/postings.ts'
import { createShelfCards } from '../catalogue/shelf-cards.ts'
import type { AssistantDeps } from '../deps.ts'
import { giveCalendar } from '../digests/give-calendar.ts'
import { askWhich, commandOfButton, previewDigest, sayUnclear } from '../digests/settings.ts'
import { createHome } from '../home.ts'
import { createInterviews } from '../interviews/interviews.ts'
import { recordOutcome } from '../interviews/record-outcome.ts'
import { createWhoFits } from '../interviews/who-fits.ts'
import { createAnswering } from './answering.ts'
import { channelOf, isAdmin, joinChannel, setChannel } from './channels.ts'
import { commandIn } from './commands.ts'
import { createFeedback } from './feedback.ts'
import { handleMessageAction } from './message-actions.ts'
import { movePersonally } from './move-personally.ts'
import type { Turn, TurnMessage } from './turn.ts'
import { closeWorkspace, workspaceOf } from './workspaces.ts'

/** What the names of the guided conversation's buttons and forms begin with. */
const interviewPrefix = 'interview.'

/**
 * Which feature a turn is for: running conversation → command → question → (in a channel) silence. The result is true when the turn
 * is answered or changed anything; false is silence.
 */
export function createDecision(
  deps: AssistantDeps,
  cancelWork: (id: string) => void,
): (turn: Turn) => Promise<boolean> {
  const { storage } = deps
  const interviews = createInterviews(deps, cancelWork)
  const postings = createPostings(deps)
  const answering = createAnswering(deps, interviews.assignmentOf)
  const shelfCards = createShelfCards(deps)
  const feedback = createFeedback(deps)
  const home = createHome(deps)
  const whoFits = createWhoFits(deps, interviews.assignmentOf)

  async function decide(turn: Turn): Promise<boolean> {
    const { message } = turn
    if (message.event) return handleEvent(turn)
    if (message.internal?.kind === 'work') return interviews.advance(turn, message.internal)
    if (message.internal?.kind === 'from-channel')
      turn.conversation = { ...turn.conversation, origin: message.internal }
    if (message.action) {
      const handled = await handleAction(turn)
      home.refresh(turn)
      return handled
    }
    const channel = channelOf(turn)
    if (channel?.listening === 'off' && commandIn(message.text)?.name !== 'listening') return false
    if (message.follows && !isCommand(message)) return handleFollowing(turn)
    if (isAddressed(turn)) return handleAddressed(turn)
    if (channel?.listening === 'mentioned') return false
    if (isCommandInChannel(message)) return handleAddressed(turn)
    return (await postings.offer(turn)) || answering.overhear(turn)
  }

  /** Without a mention, as Teams' menu and habit have it: "toets 31050" where 31050 is known, and the channel's own settings. */
  function isCommandInChannel(message: TurnMessage): boolean {
    const name = commandIn(message.text)?.name
    if (
      name === 'listening' ||
      name === 'settings' ||
      (name === 'digest' && /^\W*(?:digest|dag|over|deadlines|laat|toon|show)/i.test(message.text))
    )
      return true
    return (
      name === 'score' && wordsOf(message.text).length <= 6 && deps.catalogue.find(message.text)[0]?.how === 'number'
    )
  }

  async function handleEvent(turn: Turn): Promise<boolean> {
    const { message } = turn
    if (message.event === 'joined') {
      const channel = channelOf(turn)
      if (channel) joinChannel(turn, channel)
      else turn.reply({ card: shelfCards.help(turn) })
    } else if (message.event === 'left') {
      turn.write((stores) => stores.channels.remove(message.channel ?? message.conversation))
    } else {
      turn.write((stores) => closeWorkspace(stores, message.platform, workspaceOf(message.conversation)))
      turn.audit('platform-closed', { platform: message.platform })
    }
    return true
  }

  async function handleAction(turn: Turn): Promise<boolean> {
    const { message } = turn
    const action = message.action!
    if ((await shelfCards.handleAction(turn, action)) || (await feedback.handleAction(turn))) return true
    if (message.person.guest) return refuseGuest(turn)
    if (await handleMessageAction({ catalogue: deps.catalogue, postings, startScoring }, turn)) return true
    if ((await whoFits.handleAction(turn)) || (await home.handleAction(turn))) return true
    const asked = commandOfButton(action.name)
    if (asked) {
      setChannel(deps, turn, channelOf(turn), asked)
      return true
    }
    if (action.name === digestActions.show) {
      await previewDigest(deps, turn, channelOf(turn), null)
      return true
    }
    if (action.name === digestActions.state) {
      askWhich(deps, turn, channelOf(turn), action.values['state'] ?? '')
      return true
    }
    if (action.name === digestActions.score)
      return startScoring(turn, `toets ${action.values['assignment'] ?? ''}`.trim())
    if (action.name === 'score') return startScoring(turn, `toets ${action.values['assignment'] ?? ''}`.trim())
    if (await postings.handleAction(turn)) return true
    if (await recordOutcome(deps, turn)) return true
    if (await handleInterview(turn)) return true
    turn.reply({ card: card({ type: 'notice', tone: 'info', text: turn.texts.common.staleButton }), where: 'private' })
    return true
  }

  async function handleAddressed(turn: Turn): Promise<boolean> {
    const { message } = turn
    const direct = message.scope === 'direct'
    const command = commandIn(message.text)
    if (message.person.guest) {
      if (command?.name === 'score' || command?.name === 'fits' || message.files.length > 0) return refuseGuest(turn)
      return answering.answer(turn)
    }
    if (command?.name === 'score') return startScoring(turn, message.text)
    if (command?.name === 'revoke') return revokeLinks(turn)
    if (direct && turn.conversation.running?.feature === 'postings' && (await postings.advance(turn))) return true
    if (direct && turn.conversation.running?.feature === 'interview') {
      if (await interviews.advance(turn, { kind: 'message', text: message.text, files: message.files, start: false }))
        return true
      const back = turn.conversation.running
      if (!(await ownCommand(turn)) && !(await postings.advance(turn))) await answer(turn)
      if (turn.conversation.running === back) await interviews.advance(turn, { kind: 'resume' })
      return true
    }
    if (await ownCommand(turn)) return true
    if (await postings.advance(turn)) return true
    if (direct && message.files.length > 0) return startScoring(turn, message.text || 'toets')
    const said: InterviewInput = { kind: 'message', text: message.text, files: message.files, start: false }
    // About candidates nothing is said in a channel.
    if (isAboutOwn(said, null)) {
      if (direct) return interviews.advance(turn, said)
      movePersonally(turn, { text: message.text }, message.text)
      return true
    }
    return answer(turn)
  }

  async function answer(turn: Turn): Promise<boolean> {
    if (!isStopWord(turn.message.text)) return answering.answer(turn)
    turn.reply({ card: card({ type: 'text', text: turn.texts.assistant.nothingToStop }) })
    return true
  }

  /** A thread that it takes part in: an answer to its own question, or a question; never a word to colleagues' thanks. */
  async function handleFollowing(turn: Turn): Promise<boolean> {
    return (!turn.message.person.guest && (await postings.advance(turn))) || answering.follow(turn)
  }

  /** The assistant's own commands; false when the text is none. */
  async function ownCommand(turn: Turn): Promise<boolean> {
    const command = commandIn(turn.message.text)
    const { texts } = turn
    switch (command?.name) {
      case undefined:
      case 'revoke':
      case 'score':
        return false
      case 'help':
        turn.reply({ card: shelfCards.help(turn) })
        return true
      case 'language': {
        const { person } = turn.known
        turn.write((stores) =>
          stores.persons.set({ personal: null, ...person, id: turn.message.person.id, language: command.lang }),
        )
        turn.conversation = { ...turn.conversation, lang: command.lang }
        turn.reply({ card: card({ type: 'text', text: textsFor(command.lang).assistant.language }) })
        return true
      }
      case 'digest':
        if (command.to === 'now') {
          turn.reply({ card: await shelfCards.digestNow(turn) })
          return true
        }
        if (command.to === 'unclear') sayUnclear(turn, channelOf(turn), command.words)
        else if (command.to === 'show') await previewDigest(deps, turn, channelOf(turn), command.day)
        else setChannel(deps, turn, channelOf(turn), command)
        return true
      case 'listening':
      case 'settings':
        setChannel(deps, turn, channelOf(turn), command)
        return true
      case 'access': {
        const seen = await storage.candidates.visibleTo(turn.message.person.id)
        const own = seen.filter(({ owner }) => owner === turn.message.person.id).length
        turn.reply({
          card: card({
            type: 'text',
            text: texts.assistant.access({ own, shared: seen.length - own, admin: isAdmin(deps, turn) }),
          }),
          where: 'private',
        })
        return true
      }
      case 'fits':
        return whoFits.ask(turn, command.words)
      case 'matching':
        return whoFits.recordByCode(turn, command.code, command.told)
      case 'wrong':
        return feedback.judgeLast(turn, command.word)
      case 'calendar':
        await giveCalendar(deps, turn, command.words)
        return true
      case 'resume': {
        if (turn.conversation.running?.feature === 'interview') return interviews.advance(turn, { kind: 'resume' })
        turn.reply({ card: card({ type: 'text', text: texts.assistant.nothingToResume }) })
        return true
      }
    }
  }

  /** The report of the scoring that is open here is reached by no earlier link any more. */
  async function revokeLinks(turn: Turn): Promise<boolean> {
    const assessment = interviews.assessmentOf(turn.conversation)
    if (!assessment) turn.reply({ card: card({ type: 'text', text: turn.texts.assistant.nothingToResume }) })
    else {
      await deps.links.revoke(assessment)
      turn.audit('links-revoked', { assessment })
      turn.reply({ card: card({ type: 'text', text: turn.texts.assistant.linksRevoked }), where: 'private' })
    }
    return true
  }

  /** In a channel the scoring moves to the person's own chat; nothing about a candidate is said here. */
  async function startScoring(turn: Turn, words: string): Promise<boolean> {
    const { message } = turn
    if (message.scope === 'direct') {
      if (!message.internal) turn.conversation = { ...turn.conversation, origin: null }
      return interviews.advance(turn, { kind: 'message', text: words, files: message.files, start: true })
    }
    const focus = turn.conversation.focus?.assignments
    const named = focus?.length === 1 && /^\W*\w+\W*$/.test(words) ? `${words} ${focus[0]}` : words
    movePersonally(turn, { text: named }, named)
    return true
  }

  /** What belongs to a scoring, pressed or sent off in a channel, goes on where only that person reads. */
  async function handleInterview(turn: Turn): Promise<boolean> {
    const { message } = turn
    const action = message.action!
    if (message.scope === 'channel' && action.name.startsWith(interviewPrefix)) {
      movePersonally(turn, { text: '', action }, 'toets')
      return true
    }
    if (action.step === '' && action.name.startsWith(interviewPrefix) && !message.internal) {
      const { publicly, channel } = message
      const origin = publicly && channel ? { address: publicly, conversation: channel } : null
      turn.conversation = { ...turn.conversation, origin }
    }
    return interviews.advance(turn, { kind: 'action', action, files: message.files })
  }

  function isCommand({ text, files }: TurnMessage): boolean {
    return files.length > 0 || commandIn(text) !== null
  }

  function isAddressed(turn: Turn): boolean {
    return turn.message.addressed || turn.message.scope === 'direct'
  }

  function refuseGuest(turn: Turn): boolean {
    turn.reply({ card: card({ type: 'notice', tone: 'info', text: turn.texts.assistant.guest }), where: 'private' })
    return true
  }

  return decide
}
