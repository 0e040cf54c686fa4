import type { Catalogue } from '../../assignments/catalogue.ts'
import { card } from '../../chat/card.ts'
import { messageActions } from '../../chat/message-actions.ts'
import type { createPostings } from '../catalogue/postings.ts'
import { movePersonally } from './move-personally.ts'
import type { Turn } from './turn.ts'

type Needs = {
  catalogue: Catalogue
  postings: ReturnType<typeof createPostings>
  startScoring(turn: Turn, words: string): Promise<boolean>
}

/**
 * "Voeg toe als opdracht" and "Toets deze cv" on a message. Both go on in the person's own chat: a posting is confirmed by one, and about
 * a candidate nothing is said in a channel. False: the action is none of these.
 */
export async function handleMessageAction(needs: Needs, turn: Turn): Promise<boolean> {
  const { action, scope, files } = turn.message
  if (action?.name !== messageActions.add && action?.name !== messageActions.score) return false
  const text = action.values['text'] ?? ''
  if (scope === 'channel') {
    const words = action.name === messageActions.add ? 'voeg toe' : 'toets'
    movePersonally(turn, { text: '', action }, words)
    return true
  }
  if (action.name === messageActions.add) return needs.postings.add(turn, text)
  if (files.length === 0)
    turn.reply({ card: card({ type: 'notice', tone: 'info', text: turn.texts.assistant.noFileInMessage }) })
  // Only a number names an assignment for sure: other words of the message may be anything.
  const [found] = needs.catalogue.find(text)
  return needs.startScoring(turn, found?.how === 'number' ? `toets ${found.assignment.id}` : 'toets')
}
