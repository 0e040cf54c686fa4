import type { Post } from '../assistant/delivery/poster.ts'
import type { Metrics } from '../assistant/metrics.ts'
import type { PlatformName } from '../chat/message.ts'
import type { PostResult } from '../chat/post-result.ts'
import type { Clock } from '../clock.ts'
import type { Model } from '../model/port.ts'
import type { RunningJob } from '../storage/port.ts'

/** Where platforms bring messages. */
const doors: Record<string, PlatformName> = {
  '/slack/events': 'slack',
  '/api/messages': 'teams',
  '/web/messages': 'web',
}

/** Counts how long a platform waits for the answer to a message, and what is refused there. */
export function measuredDoor(metrics: Metrics) {
  return (path: string, status: number, seconds: number): void => {
    const platform = doors[path]
    if (!platform) return
    metrics.acknowledged.observe({ platform, status: String(status) }, seconds)
    if (status >= 400 && status < 500) metrics.refusals.inc({ platform, status: String(status) })
  }
}

export function measuredPost(platform: PlatformName, post: Post, { posts }: Metrics): Post {
  return async (outgoing, options) => {
    try {
      const result = await post(outgoing, options)
      posts.inc({ platform, outcome: outcomeOf(result) })
      return result
    } catch (error) {
      posts.inc({ platform, outcome: 'failed' })
      throw error
    }
  }
}

function outcomeOf(result: PostResult): string {
  if ('ok' in result) return 'posted'
  if ('retryAfter' in result) return 'too-fast'
  return 'ambiguous' in result ? 'ambiguous' : 'refused'
}

/** How long a turn takes, and how long the person waited for its end. */
export function measuredTurn(
  turn: (job: RunningJob) => Promise<void>,
  { turnSeconds, turnAge }: Metrics,
  clock: Pick<Clock, 'now'>,
): (job: RunningJob) => Promise<void> {
  return async (job) => {
    const end = turnSeconds.startTimer()
    try {
      await turn(job)
      end({ ended: 'done' })
    } catch (error) {
      end({ ended: 'threw' })
      throw error
    }
    const { receivedAt } = job.payload as { receivedAt: string }
    turnAge.observe(Math.max(0, clock.now().since(receivedAt).total('seconds')))
  }
}

export function measuredModel(model: Model, { modelCalls, modelSeconds }: Metrics): Model {
  return {
    ...model,
    async ask(request) {
      const begun = performance.now()
      const outcome = await model.ask(request)
      const kept = outcome.kind === 'answer' && outcome.cached
      modelCalls.inc({ outcome: kept ? 'remembered' : outcome.kind === 'answer' ? 'answered' : outcome.why })
      if (!kept) modelSeconds.observe((performance.now() - begun) / 1000)
      return outcome
    },
  }
}
