import { setTimeout as sleep } from 'node:timers/promises'
import { json, listen, textOf } from './web-server.ts'

/** A language model that understands no question, and takes its time to say so. */
export async function startSlowModel(
  answerMs: number,
): Promise<{ url: string; calls(): number; close(): Promise<void> }> {
  let calls = 0
  const { origin, close } = await listen(async (request, response) => {
    await textOf(request)
    calls += 1
    await sleep(answerMs)
    const message = { role: 'assistant', content: '{"topic":"none"}', refusal: null }
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 }
    const choices = [{ index: 0, message, finish_reason: 'stop' }]
    json(response, 200, { id: `c${calls}`, object: 'chat.completion', created: 0, model: 'slow', choices, usage })
  })
  return { url: `${origin}/v1`, calls: () => calls, close }
}
