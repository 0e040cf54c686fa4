import { z } from 'zod'
import { feedbackAction } from '../../chat/card.ts'
import type { Action } from '../../chat/message.ts'
import type { Activity } from './activity.ts'
import { rootOf } from './address.ts'

/** Which answer stands in which message, for every process: Teams names the message only. */
export type AnswerStore = {
  put(at: string, answer: string): Promise<void>
  get(at: string): Promise<string | null>
}

/** Where an answer stands. A judgement may come without the thread that the answer was posted in. */
export function answerPlace(conversation: string, id: string): string {
  return `${rootOf(conversation)}/${id}`
}

const judgement = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.string().nullish().catch(null) }),
  replyToId: z.string().optional().catch(undefined),
})
/** What the form under the thumbs sends: Teams as JSON in a text, other clients as the words themselves. */
const words = z.object({ feedbackText: z.string() })

/** A thumb under an answer, with the words typed in Teams' own form, as the judgement of that answer; null for every other invoke. */
export async function judgementOf(activity: Activity, answers: AnswerStore): Promise<Action | null> {
  const parsed = judgement.safeParse(activity.value)
  if (activity.name !== 'message/submitAction' || !parsed.success) return null
  const { actionValue, replyToId } = parsed.data
  const answer = await answers.get(answerPlace(activity.conversation?.id ?? '', activity.replyToId ?? replyToId ?? ''))
  const word = wordIn(actionValue.feedback)
  const verdict = actionValue.reaction === 'like' ? 'right' : 'wrong'
  // Teams thanks by itself; that an answer is not known any more is for the assistant to say.
  const known = answer === null ? { answer: '' } : { answer, quiet: 'yes' }
  return { name: feedbackAction, step: '', values: { verdict, ...known, ...(word ? { word } : {}) } }
}

function wordIn(feedback: string | null | undefined): string {
  if (!feedback) return ''
  try {
    return words.safeParse(JSON.parse(feedback)).data?.feedbackText.trim() ?? ''
  } catch {
    return feedback.trim()
  }
}

/** The answers of this process only, for where nothing is stored. */
export function createAnswersInMemory(): AnswerStore {
  const answers = new Map<string, string>()
  return {
    async put(at, answer) {
      answers.set(at, answer)
    },
    get: async (at) => answers.get(at) ?? null,
  }
}
