import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Storage } from '../storage/port.ts'
import { idFromKey } from '../text/key-id.ts'

/** An answer is judged soon or not at all; later the conversation does not hold it any more. */
const keptDays = 30

/** Which answer stands in which message, kept for every process: an id under the hash of a place, nothing of what was said. */
export function createAnswerMarks(storage: Pick<Storage, 'settings'>, clock: Clock) {
  const name = (at: string) => `answer-mark:${idFromKey(at)}`
  return {
    put: (at: string, answer: string) =>
      storage.settings.set(name(at), answer, clock.zoned().add({ days: keptDays }).toInstant().toString()),
    async get(at: string) {
      const parsed = z.string().safeParse(await storage.settings.get(name(at)))
      return parsed.success ? parsed.data : null
    },
  }
}
