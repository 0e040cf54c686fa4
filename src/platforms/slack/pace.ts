/** Keeps posts to one channel apart. */
export type Pace = { turn(channel: string): Promise<void> }

/**
 * Slack takes one message a second and channel; faster ones may be lost. `now` and `sleep` are of real time, in milliseconds.
 */
export function createPace(options: { intervalMs: number; now(): number; sleep(ms: number): Promise<void> }): Pace {
  const free = new Map<string, number>()
  return {
    async turn(channel) {
      const now = options.now()
      const at = Math.max(now, free.get(channel) ?? 0)
      free.set(channel, at + options.intervalMs)
      if (free.size > 5_000) for (const [name, time] of free) if (time < now) free.delete(name)
      if (at > now) await options.sleep(at - now)
    },
  }
}
