import { card } from '../../chat/card.ts'
import { idFromKey } from '../../text/key-id.ts'
import { personalOf } from './addresses.ts'
import type { Turn, TurnMessage } from './turn.ts'

/**
 * What was asked in a channel goes on in the person's own chat, as a turn of that conversation; here only a line that says so, seen
 * by that person alone. `words`: what to type there when that chat is not known yet.
 */
export function movePersonally(turn: Turn, asked: Pick<TurnMessage, 'text' | 'action'>, words: string): void {
  const { message, texts } = turn
  const personal = personalOf(turn)
  if (!personal) {
    turn.reply({
      card: card({ type: 'text', text: texts.assistant.startPersonally(words.replace(/^\//, '')) }),
      where: 'private',
    })
    return
  }
  const { private: _private, action: _action, ...rest } = message
  const next: TurnMessage = {
    ...rest,
    ...asked,
    key: `${message.key}/personal`,
    conversation: personal.conversation,
    address: personal.address,
    scope: 'direct',
    addressed: true,
    internal: {
      kind: 'from-channel',
      address: message.publicly ?? message.address,
      conversation: message.channel ?? message.conversation,
    },
  }
  turn.write((stores) =>
    stores.jobs.send('turns', {
      id: idFromKey(`turn:${next.key}`),
      key: next.conversation,
      payload: next,
      sealFor: { conversation: next.conversation },
    }),
  )
  turn.reply({ card: card({ type: 'text', text: texts.assistant.continuesPersonally }), where: 'private' })
}
