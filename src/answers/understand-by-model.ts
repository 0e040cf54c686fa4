import { z } from 'zod'
import type { Model } from '../model/port.ts'
import type { Ask } from './ask.ts'
import { finders } from './finders.ts'
import { maskQuestion } from './mask-question.ts'
import type { Topic } from './topics.ts'

const topics = Object.keys(finders).filter((topic): topic is Topic => topic !== 'dateCheck')
const schema = z.object({
  topic: z.enum(['none', ...topics]).describe('what the question asks for, or none'),
})

/**
 * Lets the model name the topic of a question that the rules do not recognise. It gives a name from a closed list and nothing else;
 * the answer still comes from the posting. Null when it names none or fails.
 */
export async function understandByModel(
  ask: Ask,
  history: { role: 'user' | 'assistant'; text: string }[],
  model: Model,
): Promise<Topic | null> {
  const question = maskQuestion(ask.text)
  const before = history
    .slice(-4)
    .map(({ role, text }) => `${role}: ${maskQuestion(text)}`)
    .join('\n')
  const outcome = await model.ask({
    prompt: 'understand-question',
    values: { question, before, topics: topics.join(', ') },
    schema,
    cacheOn: [question, before],
  })
  if (outcome.kind !== 'answer') return null
  return topics.find((topic) => topic === outcome.value.topic) ?? null
}
