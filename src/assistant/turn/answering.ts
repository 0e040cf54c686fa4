import { isAddressedToSomebody } from '../../answers/addressed-to.ts'
import type { Answer, AnswerKind, Focus } from '../../answers/answer.ts'
import { listen } from '../../answers/listen.ts'
import { questionIn } from '../../answers/question-in-message.ts'
import { respond } from '../../answers/respond.ts'
import { isTakenBack } from '../../answers/taken-back.ts'
import type { AssistantDeps } from '../deps.ts'
import { type Conversation, remember } from './conversation.ts'
import { judgeable } from './feedback.ts'
import type { Turn } from './turn.ts'

/** Answers that tell something of a posting; the others only say why there is none. */
const telling = new Set<AnswerKind>(['fact', 'computed', 'not-stated', 'conflict'])

/** Questions about assignments: asked of the assistant, overheard, or said in a thread that it takes part in. */
export function createAnswering(deps: AssistantDeps, scoredIn: (conversation: Conversation) => string | null) {
  const { catalogue } = deps

  /** While a candidate is scored, a question in between is about that assignment. */
  function focusOf({ conversation, now }: Turn): Focus | null {
    const assignment = scoredIn(conversation)
    return assignment ? { assignments: [assignment], field: null, at: now.toInstant().toString() } : conversation.focus
  }

  function ask(turn: Turn, unasked: boolean): Promise<Answer> {
    const { message, conversation } = turn
    return respond(message.text, {
      catalogue,
      now: turn.now,
      focus: unasked ? conversation.focus : focusOf(turn),
      history: conversation.history,
      // Words that were not meant for it never reach the model.
      ...(unasked ? { unasked } : { model: deps.model }),
      ...(!unasked && conversation.lang ? { lang: conversation.lang } : {}),
    })
  }

  function say(turn: Turn, answer: Answer): true {
    const { message, conversation } = turn
    turn.conversation = {
      ...remember(remember(conversation, 'user', message.text), 'assistant', answer.text),
      focus: answer.focus ?? conversation.focus,
    }
    turn.reply({ card: telling.has(answer.kind) ? judgeable(turn, message.text, answer) : answer.card })
    return true
  }

  return {
    async answer(turn: Turn): Promise<boolean> {
      return say(turn, await ask(turn, false))
    },
    /** Unaddressed: it speaks only when it recognises a question that it can answer. */
    async overhear(turn: Turn): Promise<boolean> {
      const { message, conversation } = turn
      if (!listen(message.text, { catalogue, now: turn.now, focus: conversation.focus }).answers) return false
      const answer = await ask(turn, true)
      return answer.kind === 'clarify' || answer.kind === 'out-of-scope' ? false : say(turn, answer)
    },
    /** In a thread of its own, where colleagues thank each other too: a question that it can tell something about. */
    async follow(turn: Turn): Promise<boolean> {
      const { text } = turn.message
      if (questionIn(text) === null || isAddressedToSomebody(text) || isTakenBack(text)) return false
      const answer = await ask(turn, true)
      return telling.has(answer.kind) ? say(turn, answer) : false
    },
  }
}
